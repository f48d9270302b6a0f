"""The words of `/post`, in English and French alike: its verbs, kinds and states of posts, whose and which files."""

from bot.domain.plan_parts import LAYOUT_NAMES
from bot.domain.posts import PostKind, PostState
from bot.language.vocabulary import Vocabulary
from bot.language.words import HELP, IMPORT, UNDO

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

SCOPES = Vocabulary(
    {
        "mine": "mine, my, moi, me, mes, miennes, les miennes, my posts, mes publications, a moi",
        "all": "all, toutes, tout, tous, everything, everyone, everybody, toute l'equipe, team, equipe",
        "overdue": "overdue, late, en retard, retard, retards, missed",
        "unowned": "unowned, without owner, no owner, sans responsable, nobody, personne, unassigned, non assignees",
    }
)
