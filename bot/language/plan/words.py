"""The words of `/plan`, in English and French alike."""

from bot.domain.plan_parts import PolicyKind, Severity
from bot.language.vocabulary import Vocabulary
from bot.language.words import HELP, UNDO

PLAN_VERBS = Vocabulary(
    {
        "platform": "platform, platforms, plateforme, plateformes, reseau, reseaux, network",
        "people": "person, people, persons, personne, personnes, manager, gestionnaire, suivi, suivi par, country, "
        "pays, region, province, holidays, feries, jours feries, settings, reglages",
        "care": "care, questions, customer questions, answers, answering, questions des clients, reponses, "
        "service client, relation client",
        "limit": "limit, limits, limite, limites, most, maximum",
        "budget": "budget, budgets, spend, depense, depenses",
        "theme": "theme, themes, thematique, thematiques",
        "policy": "policy, policies, politique, politiques, rule, rules, regle, regles, consigne, consignes",
        "day": "day, days, jour, jours, company day, jour chome, special day, conge",
        "awareness": "awareness, awareness day, occasion, occasions, journee, journee mondiale, journee thematique",
        "tool": "tool, tools, outil, outils",
        "calendar": "calendar, calendrier, cal, month, mois",
        "check": "check, verifier, verifie, verification, coverage, couverture, radar, gaps, trous, controle",
        "pause": "pause, hold, on hold, freeze, suspend, suspendre, suspends, en pause, mettre en pause, "
        "mets en pause, geler",
        "go-on": "go on, resume, unpause, continue, end pause, reprendre, reprends, on reprend, reprise, "
        "relancer, relance, continuer, fin de pause, fin de la pause, finir la pause, terminer la pause, "
        "arreter la pause, lever la pause",
        "show": "show, voir, afficher, montrer, list, liste",
        "undo": UNDO,
        "help": HELP,
    }
)

PLATFORM_KEYS = Vocabulary(
    {
        "owner": "owner, owned by, by, responsable, par, confie a, confiee a",
        "backup": "backup, back up, stand-in, releve, remplacant, remplacante, suppleant, suppleante",
        "reviewer": "reviewer, reviewed by, relecteur, relectrice, relue par, relu par, approbateur, approbatrice",
        "review": "review, review required, relecture, relecture requise, revision",
        "rhythm": "rhythm, rythme, cadence, frequency, frequence, every week, chaque semaine",
        "text_limit": "text limit, limit, limite, limite de texte, characters, caracteres",
        "purpose": "purpose, goal, but, usage, use, role, pour, for",
        "public": "public, audience, cible, target, readers, lecteurs",
        "language": "language, langue, lang",
    }
)

PER = frozenset(
    {"a", "per", "par", "la", "le", "/", "au", "by", "and", "et", "$"}
    | {"posts", "post", "publications", "publication", "characters", "caracteres"}
)
"""Words that only say what a number is of."""
A_DAY = frozenset({"day", "days", "jour", "jours", "daily", "quotidien", "quotidienne"})
A_WEEK = frozenset({"week", "weeks", "semaine", "semaines", "weekly", "hebdo", "hebdomadaire"})
A_MONTH = frozenset({"month", "months", "mois", "monthly", "mensuel", "mensuelle"})
A_YEAR = frozenset({"year", "years", "an", "ans", "annee", "yearly", "annuel", "annuelle"})
PERIODS = A_DAY | A_WEEK | A_MONTH | A_YEAR

WITHOUT_END = Vocabulary(
    {True: "until further notice, for now, indefinitely, jusqu'a nouvel ordre, jusqu'a nouvel avis, pour l'instant"}
)
NO = Vocabulary({True: "off, none, no, aucun, aucune, sans, non, unlimited, illimite, 0"})
YES_NO = Vocabulary(
    {
        True: "yes, oui, required, requise, obligatoire, on, always, toujours",
        False: "no, non, off, never, jamais, facultative, optional",
    }
)

SEVERITIES = Vocabulary(
    {
        Severity.ERROR: "error, erreur, strict, stricte, block, bloquer, bloquant, bloquante, refuse, refuser",
        Severity.ADVICE: "advice, conseil, warn, warning, avertissement, avertir, suggestion",
    }
)

POLICIES = Vocabulary(
    {
        PolicyKind.AVOID_WORDS: "avoid, avoid words, words to avoid, never say, never write, forbid, ban, eviter, "
        "evite, mots a eviter, interdire, jamais, ne pas dire, bannir",
        PolicyKind.REQUIRE_WORDS: "require, require words, words to require, always say, must say, exiger, exige, "
        "mots exiges, mots a exiger, toujours dire, imposer",
        PolicyKind.REQUIRE_LINK: "link, require link, link to, lien, exiger lien, lien vers, url, site",
        PolicyKind.REQUIRE_IMAGE_TEXT: "image text, alt text, alt, alternative text, image texts, texte d'image, "
        "texte alternatif, texte de remplacement, texte alternatif des images, textes alternatifs",
        PolicyKind.MOST_HASHTAGS: "hashtags, hashtag, most hashtags, at most hashtags, max hashtags, "
        "mots-clics, mots-diese, mot-clic, mot-diese",
        PolicyKind.MINUTES_APART: "apart, minutes apart, spacing, distance, ecart, ecart de, intervalle, espacement, "
        "minutes d'ecart",
        PolicyKind.WORKING_HOURS: "hours, working hours, office hours, heures, heures ouvrables, heures de bureau, "
        "horaires",
        PolicyKind.DISCLOSURE: "disclosure, disclose, mention, partnership, partenariat, mention de partenariat, "
        "paid partnership, partenariat remunere",
        PolicyKind.TEXT: "text, texte, tone, ton, note, read, a lire",
    }
)

AT_MOST = Vocabulary({True: "at most, max, maximum, au plus, no more than, pas plus de"})

CURRENCIES = Vocabulary(
    {
        "EUR": "eur, euro, euros, €",
        "CAD": "cad, dollars canadiens, canadian dollars, ca$, can$",
        "USD": "usd, us dollars, us$",
        "GBP": "gbp, pounds, pound, livres, £",
        "CHF": "chf, francs, francs suisses",
    }
)
