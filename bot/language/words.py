"""The words that more than one command takes, in English and French alike: commands, platforms, help, undo."""

from bot.domain.strategy import Platform
from bot.language.vocabulary import Vocabulary

HELP = "help, aide, ?, usage, sos, aidez-moi, -h, --help"

UNDO = (
    "undo, take back, defaire, defais, revenir en arriere, "
    "annuler la derniere, annule la derniere, annuler ma derniere, annuler le dernier, annule le dernier, "
    "annuler mon dernier, annule mon dernier, annule ma derniere"
)

IMPORT = "import, importer, importe, upload, televerser"

COMMANDS = Vocabulary(
    {
        "post": "post, posts, publication, publications, publier",
        "checkin": "checkin, check-in, check in, ronde, round, pointage",
        "kpi": "kpi, kpis, measure, mesure, mesures, chiffres, numbers, indicateurs",
        "plan": "plan, strategie, strategy",
        "objective": "objective, objectif, objectives, objectifs",
        "undo": UNDO,
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

MYSELF = frozenset({"me", "moi", "myself", "moi-meme"})
