"""The words of `/objective`, in English and French alike: its verbs, and the kinds of objectives."""

from bot.domain.strategy import ObjectiveKind
from bot.language.vocabulary import Vocabulary
from bot.language.words import HELP, UNDO

VERBS = Vocabulary(
    {
        "show": "show, list, voir, montrer, liste, afficher",
        "set": "set, add, new, ajouter, nouveau, nouvel, fixer, definir",
        "edit": "edit, change, modifier, changer",
        "close": "close, finish, done, fermer, clore, terminer, cloturer",
        "reopen": "reopen, rouvrir",
        "undo": UNDO,
        "help": HELP,
    }
)

KINDS = Vocabulary(
    {
        ObjectiveKind.AWARENESS: "awareness, visibility, notoriete, visibilite",
        ObjectiveKind.ENGAGEMENT: "engagement, community, communaute, interactions",
        ObjectiveKind.TRAFFIC: "traffic, trafic, visits, visites",
        ObjectiveKind.SALES: "sales, ventes, vente, conversions",
        ObjectiveKind.RECRUITING: "recruiting, recruitment, hiring, recrutement, embauche",
        ObjectiveKind.CARE: "care, service, customer care, customer service, service client, relation client",
    }
)
