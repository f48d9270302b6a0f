"""The vocabulary: what words mean, in English and French alike; accents, case and final points never matter."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from bot.domain.plan_parts import LAYOUT_NAMES
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Kpi, Platform

V = TypeVar("V")


def folded(text: str) -> str:
    """*text* as it is looked up: lower case, no accents, plain apostrophes, single spaces, no final point."""
    spelled = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    bare = "".join(each for each in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(each))
    return re.sub(r"\s+", " ", bare).strip().casefold().rstrip(".,;:!…")


def folded_word(typed: str) -> str:
    """One word as it is looked up; some single characters unfold to several words, which stay one here."""
    return folded(typed).replace(" ", "")


def meanings(table: Mapping[V, str]) -> dict[str, V]:
    """`{value: "word, other words"}` turned round."""
    return {folded(word): value for value, words in table.items() for word in words.split(",")}


class Vocabulary(dict[tuple[str, ...], V]):
    """Phrases of one or more words and what they mean."""

    def __init__(self, table: Mapping[V, str]) -> None:
        super().__init__({tuple(phrase.split()): value for phrase, value in meanings(table).items()})
        self.longest = max(len(phrase) for phrase in self)

    def at(self, words: list[str], start: int, *, until: int | None = None) -> tuple[V, int] | None:
        """The longest phrase that begins at *start* of folded *words*: its meaning and where it ends.

        None ends after *until*.
        """
        for length in range(min(self.longest, (len(words) if until is None else until) - start), 0, -1):
            phrase = tuple(words[start : start + length])
            if phrase in self:
                return self[phrase], start + length
        return None


HELP = "help, aide, ?, usage, sos, aidez-moi, -h, --help"
UNDO = (
    "undo, take back, defaire, defais, revenir en arriere, "
    "annuler la derniere action, annule la derniere action, undo the last action, undo my last action"
)
IMPORT = "import, importer, importe, upload, televerser"

POST_VERBS = Vocabulary(
    {
        "add": "add, ajouter, ajoute, ajout, new, nouveau, nouvelle, create, creer, planifier, programmer, schedule",
        "list": "list, liste, lister, ls, calendar, calendrier",
        "show": "show, voir, afficher, montrer, montre, open, ouvrir, see, view",
        "edit": "edit, modifier, modifie, change, changer, update, corriger, editer",
        "move": "move, deplacer, deplace, reporter, reporte, reschedule, postpone, decaler, decale, replanifier, "
        "repousser, repousse, retarder, retarde, reculer, recule, push back, push, put back, shift, delay",
        "earlier": "avancer, avance, bring forward",
        "assign": "assign, assigner, confier, confie, attribuer, give, donner, hand over, handover, passer",
        "steps": "steps, step, etapes, etape, checklist",
        "series": "series, serie, change the series, change series, changer la serie, modifier la serie",
        "copy": "copy, duplicate, copier, copie, dupliquer",
        "done": "done, published, publish, live, publiee, publie, publier, fait, faite, en ligne",
        "cancel": "cancel, annuler, annule, drop, delete, remove, supprimer, retirer, abandonner",
        "reopen": "reopen, rouvrir, restore, retablir, reprendre",
        "undo": UNDO,
        "idea": "idea, idee, note une idee, idees, ideas",
        "changes": "changes, ask for changes, ask for a change, request changes, send back, demander une modification, "
        "demander des modifications, a revoir, renvoyer",
        "review": "review, relecture, relire, revision, reviser, ask for review, faire relire",
        "serves": "serves, serve, sert, servir, purpose, compass, boussole, what for, a quoi sert",
        "approve": "approve, approuver, approuve, ok, valider, accept, accepter",
        "import": IMPORT,
        "export": "export, exporter, exporte, download, telecharger",
        "help": HELP,
    }
)

EXPORTS = Vocabulary(
    {
        "csv": "csv, excel, spreadsheet, tableur, tsv",
        "ics": "ics, ical, icalendar, outlook, google calendar, google agenda, agenda google, "
        "apple calendar, calendrier google, calendrier apple",
        **{layout.value: names for layout, names in LAYOUT_NAMES.items()},
    }
)

CHECKIN_VERBS = Vocabulary(
    {
        "status": "status, statut, etat, team, equipe, who, qui, week, semaine",
        "away": "away, absence, absent, absente, vacation, vacations, vacances, "
        "conge, conges, holiday, holidays, off, leave",
        "back": "back, de retour, retour, present, presente, je suis de retour, i am back, i'm back",
        "question": "question, q",
        "voice": "voice, voix, voices, influencer, influenceur, influenceuse, advocate, ambassadeur, ambassadrice",
        "oops": "oops, oups, mistake, erreur, correction, error",
        "help": HELP,
    }
)

KPI_VERBS = Vocabulary(
    {
        "log": "log, noter, note, add, ajouter, record, saisir, enter",
        "digest": "digest, bilan, summary, resume, week, semaine, report, rapport, recap",
        "target": "target, cible, goal, objectif, viser, aim",
        "best": "best, meilleures, meilleurs, meilleur, meilleure, top, palmares",
        "import": IMPORT,
        "numbers": "numbers, chiffres, now, maintenant, show, voir, resultats, results",
        "help": HELP,
    }
)

COMMANDS = Vocabulary(
    {
        "post": "post, posts, publication, publications, publier",
        "checkin": "checkin, check-in, check in, ronde, round, pointage",
        "kpi": "kpi, kpis, measure, mesure, mesures, chiffres, numbers, indicateurs",
        "plan": "plan, strategie, strategy",
        "objective": "objective, objectif, objectives, objectifs",
        "help": HELP,
    }
)

PLATFORMS = Vocabulary(
    {
        Platform.FACEBOOK: "facebook, fb, face book, meta",
        Platform.INSTAGRAM: "instagram, insta, ig, instagramme",
        Platform.LINKEDIN: "linkedin, linked in, li, lkd",
        Platform.X: "x, twitter, x.com, x (twitter), x/twitter, tw",
        Platform.YOUTUBE: "youtube, yt, you tube",
        Platform.TIKTOK: "tiktok, tik tok, tt",
        Platform.MASTODON: "mastodon, masto, fediverse",
        Platform.THREADS: "threads",
        Platform.PINTEREST: "pinterest, pin, pinterest.com",
        Platform.BLUESKY: "bluesky, blue sky, bsky",
        Platform.GOOGLE_BUSINESS: "google business, google_business, google-business, gmb, gbp, google, "
        "google my business, google business profile",
        Platform.BLOG: "blog, blogue, the blog, our blog, website, site, site web",
    }
)

SHORT_PLATFORMS = frozenset(
    {"x", "li", "tw", "tt", "pin", "blog", "blogue", "site", "website", "google", "meta", "threads"}
    | {"the blog", "our blog"}
)
"""Names that are words of their own, too: they count as platforms only after "on" or "sur"."""

NOT_DAYS = frozenset(
    {"black friday", "cyber monday", "giving tuesday", "fat tuesday", "good friday", "easter monday", "super sunday"}
    | {"ash wednesday", "mardi gras", "cyber lundi", "shrove tuesday", "pancake tuesday", "maundy thursday"}
    | {"holy thursday", "holy saturday", "blue monday", "business saturday", "taco tuesday", "throwback thursday"}
    | {"palm sunday", "easter sunday", "whit monday", "labour monday", "thanksgiving thursday", "super saturday"}
)
"""Names of occasions that only look like days."""

KINDS = Vocabulary(
    {
        PostKind.PROMOTION: "promotion, promo, promotions, offer, offre, sale, solde, soldes",
        PostKind.CONTEST: "contest, concours, giveaway, tirage, competition, jeu, jeu-concours",
        PostKind.BLOG: "blog, blogue, blog article, article, article de blog, article de blogue, billet, blog post",
        PostKind.STORY: "story, histoire, stories, recit",
        PostKind.QUESTION: "question, poll, sondage",
        PostKind.EVENT: "event, evenement, events",
        PostKind.RECRUITING: "recruiting, recrutement, hiring, job, emploi, recruitment, embauche",
        PostKind.NEWS: "news, actualite, actu, actus, nouvelles, announcement, annonce",
    }
)

STATES = Vocabulary(
    {
        PostState.IDEA: "idea, ideas, idee, idees",
        PostState.DRAFT: "draft, drafts, brouillon, brouillons",
        PostState.IN_REVIEW: "in review, review, en relecture, a relire, relecture, to review, in_review",
        PostState.APPROVED: "approved, approuve, approuvee, approuvees, approuves",
        PostState.PUBLISHED: "published, publie, publiee, publiees, publies, live, done, faites, en ligne",
        PostState.CANCELLED: "cancelled, canceled, annule, annulee, annulees, annules",
    }
)

KPIS = Vocabulary(
    {
        Kpi.ENGAGEMENT_RATE_BY_REACH: "engagement rate by reach, engagement rate, er, err, taux d'engagement, "
        "taux d engagement, taux d'engagement selon la portee, taux d'engagement par portee, engagement_rate_by_reach",
        Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS: "engagement rate by impressions, taux d'engagement selon les impressions, "
        "taux d'engagement par impressions, taux d'engagement par impression, engagement_rate_by_impressions",
        Kpi.AMPLIFICATION: "amplification, shares per post, partages par publication, shares, partages",
        Kpi.CONVERSATION: "conversation, comments per post, commentaires par publication, comments, commentaires",
        Kpi.APPLAUSE: "applause, reactions per post, reactions par publication, reactions, likes, mentions j'aime, "
        "applaudissements",
        Kpi.CLICK_THROUGH_RATE: "click-through rate, click through rate, ctr, taux de clics, taux de clic, "
        "click_through_rate",
        Kpi.ENGAGEMENTS: "engagements, engagement, interactions",
        Kpi.REACH: "reach, portee",
        Kpi.IMPRESSIONS: "impressions, views, vues",
        Kpi.CLICKS: "clicks, clics",
        Kpi.PARTICIPATION: "participation, participants, participants per contest, participants par concours",
        Kpi.RESPONSE_RATE: "response rate, taux de reponse, response_rate",
        Kpi.CONVERSIONS: "conversions, sales, ventes",
        Kpi.APPLICATIONS: "applications, candidatures",
        Kpi.COST_PER_CLICK: "cost per click, cpc, cout par clic, cost_per_click",
        Kpi.COST_PER_CONVERSION: "cost per conversion, cout par conversion, cost_per_conversion",
        Kpi.COST_PER_APPLICATION: "cost per application, cout par candidature, cost_per_application",
    }
)

RATES = frozenset(
    {
        Kpi.ENGAGEMENT_RATE_BY_REACH,
        Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS,
        Kpi.CLICK_THROUGH_RATE,
        Kpi.RESPONSE_RATE,
    }
)
"""The KPIs whose targets are percentages."""

COUNTS = Vocabulary(
    {
        "impressions": "impressions, impression, views, vues, imp",
        "reach": "reach, portee, reached, atteints, personnes atteintes, people reached",
        "engagements": "engagements, engagement, interactions, interaction",
        "reactions": "reactions, reaction, likes, like, mentions j'aime, mention j'aime, mentions, j'aime, jaime, "
        "hearts, coeurs, favorites, favourites",
        "comments": "comments, comment, commentaires, commentaire, replies, reply, reponses, reponse",
        "shares": "shares, share, partages, partage, retweets, reposts, repartages, boosts",
        "saves": "saves, save, saved, enregistrements, enregistrement, sauvegardes, bookmarks, signets",
        "clicks": "clicks, click, clics, clic, link clicks, clics sur le lien",
        "video_views": "video views, video view, vues de la video, vues video, video_views, plays, lectures",
        "participants": "participants, participant, entries, participations",
        "applications": "applications, application, candidatures, candidature, applicants",
        "conversions": "conversions, conversion, ventes, vente, sales, sale",
        "spend": "spend, spent, depense, depenses, cost, cout, budget",
    }
)

ROUND_NUMBERS = Vocabulary(
    {
        "received": "received, got, recues, recue, recus, recu, questions received, questions recues, questions, "
        "question, asked, posees",
        "answered": "answered, repondues, repondue, repondu, answers, answer, questions answered, questions repondues, "
        "reponses, reponse",
        "answered_older": "older, older ones, older questions, anciennes, plus anciennes, anciennes questions",
        "replied": "replied, replies, reply, comments, comment, commentaires, commentaire, comments replied, "
        "comments replied to, replied to, commentaires repondus, repondu aux commentaires",
        "minutes": "minutes, minute, min, mins, mn, m",
    }
)

SCOPES = Vocabulary(
    {
        "mine": "mine, my, moi, me, mes, miennes, les miennes, my posts, mes publications, a moi",
        "all": "all, toutes, tout, tous, everything, everyone, everybody, toute l'equipe, team, equipe",
        "overdue": "overdue, late, en retard, retard, retards, missed",
        "unowned": "unowned, without owner, no owner, sans responsable, nobody, personne, unassigned, non assignees",
    }
)


def spellings(vocabulary: Vocabulary[V], value: V) -> list[str]:
    """Every phrase of *vocabulary* that means *value*, folded."""
    return [" ".join(phrase) for phrase, meaning in vocabulary.items() if meaning == value]


MYSELF = frozenset({"me", "moi", "myself", "moi-meme"})
