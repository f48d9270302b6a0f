"""The words of `/kpi`, in English and French alike: its verbs, the KPIs, and the counts that are written down."""

from bot.domain.strategy import Kpi
from bot.language.vocabulary import Vocabulary
from bot.language.words import HELP, IMPORT, UNDO

KPI_VERBS = Vocabulary(
    {
        "log": "log, noter, note, add, ajouter, record, saisir, enter",
        "digest": "digest, bilan, summary, resume, week, semaine, report, rapport, recap",
        "target": "target, cible, goal, objectif, viser, aim",
        "best": "best, meilleures, meilleurs, meilleur, meilleure, top, palmares",
        "care": "care, questions, attention, service client, relation client",
        "import": IMPORT,
        "numbers": "numbers, chiffres, now, maintenant, show, voir, resultats, results",
        "undo": UNDO,
        "help": HELP,
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
        Kpi.TIME_TO_ANSWER: "time to answer, time to an answer, time to respond, answer time, response time, "
        "delai de reponse, temps de reponse, delai pour repondre, time_to_answer",
        Kpi.UNANSWERED: "unanswered, unanswered questions, questions unanswered, questions still open, still open, "
        "open questions, questions sans reponse, sans reponse, questions ouvertes, questions encore ouvertes, "
        "questions en attente",
        Kpi.CONVERSIONS: "conversions, sales, ventes",
        Kpi.APPLICATIONS: "applications, candidatures",
        Kpi.ADVOCATE_SHARES: "advocate shares, shares by advocates, employee shares, partages d'ambassadeurs, "
        "partages des ambassadeurs, partages par les ambassadeurs, partages par nos ambassadeurs, advocate_shares",
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

AT_MOST = Vocabulary(
    {True: "at most, under, below, within, max, maximum, no more than, au plus, moins de, en moins de, sous, en"}
)
"""What stands before a target of which less is better."""

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
