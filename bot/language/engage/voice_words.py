"""The words of `/checkin voice`, in both languages."""

import re

from bot.domain.engage.voices import VoiceKind
from bot.domain.platforms import Platform
from bot.language.vocabulary import Vocabulary, folded

VOICE_KINDS = Vocabulary(
    {
        VoiceKind.INFLUENCER: "influencer, influenceur, influenceuse, creator, creatrice, createur, blogger, "
        "blogueuse, blogueur, youtubeuse, youtubeur",
        VoiceKind.PARTNER: "partner, partenaire",
        VoiceKind.PRESS: "press, presse, journalist, journaliste, reporter, media, press contact, contact presse",
        VoiceKind.CUSTOMER: "customer, client, cliente, faithful customer, loyal customer, client fidele, "
        "cliente fidele, fidele, regular, fan, habitue, habituee",
        VoiceKind.ADVOCATE: "advocate, advocates, ambassadeur, ambassadrice, ambassadeurs, ambassadrices",
    }
)
SEVERAL = Vocabulary(
    {
        VoiceKind.INFLUENCER: "influencers, influenceurs, influenceuses, creators",
        VoiceKind.PARTNER: "partners, partenaires",
        VoiceKind.PRESS: "journalists, journalistes, medias",
        VoiceKind.CUSTOMER: "customers, clients, clientes, faithful customers, clients fideles, regulars, fans",
    }
)
"""Of a list."""

KEYS = Vocabulary(
    {
        "language": "language, langue, speaks, parle, writes in, ecrit en",
        "cares_for": "cares for, cares about, loves, likes, interested in, is into, aime, adore, s'interesse a, "
        "s'interesse aux, s'interesse au, passionne de, passionnee de, passionne par, passionnee par, theme, themes",
        "notes": "note, notes, nb",
        "step": "next, next step, then, todo, to do, prochaine etape, etape, ensuite, puis, a faire, suite",
        "owner": "held by, owner, kept by, with, tenu par, tenue par, suivi par, suivie par, avec, responsable",
    }
)
IN_LANGUAGE = frozenset({"in", "en"})
LANGUAGES = frozenset(
    {"english", "french", "spanish", "german", "italian", "dutch", "portuguese", "arabic", "polish", "chinese"}
    | {"anglais", "francais", "espagnol", "allemand", "italien", "neerlandais", "portugais", "arabe", "polonais"}
    | {"chinois", "japanese", "japonais", "russian", "russe", "catalan", "breton", "basque", "corse"}
)
ON = frozenset({"on", "sur", "at", "chez"})

VOICE_DEEDS = Vocabulary(
    {
        "done": "done, did, fait, faite, c'est fait, step done, etape faite, termine, terminee, ok",
        "move": "move, later, deplacer, deplace, reporter, reporte, repousser, repousse, decaler, decale, "
        "postpone, push",
        "give": "give, hand over, hand, pass, confier, confie, confiee, passer, passe, donner, donne, to, a",
        "note": "note, happened, noter, record, log, journal, noted",
        "next": "next, next step, step, prochaine etape, etape, ensuite, puis, suite",
        "forget": "forget, oublier, oublie, effacer, efface, delete, supprimer",
        "edit": "edit, change, modifier, modifie, changer",
        "export": "export, exporter, exporte",
        "show": "show, voir, montrer, montre, open, ouvrir, card, fiche",
    }
)
WAITING = frozenset({"waiting", "longest", "attend", "attendent", "attente", "oldest", "due"})
BY_NAME = frozenset({"name", "names", "nom", "noms", "alphabetical", "alphabetique"})

NUMBER = re.compile(r"v-?0*([1-9]\d{0,8})")

HOSTS = {
    "facebook.com": Platform.FACEBOOK,
    "fb.com": Platform.FACEBOOK,
    "instagram.com": Platform.INSTAGRAM,
    "linkedin.com": Platform.LINKEDIN,
    "x.com": Platform.X,
    "twitter.com": Platform.X,
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "tiktok.com": Platform.TIKTOK,
    "mastodon.social": Platform.MASTODON,
    "threads.net": Platform.THREADS,
    "threads.com": Platform.THREADS,
    "pinterest.com": Platform.PINTEREST,
    "bsky.app": Platform.BLUESKY,
}


def platform_of_link(link: str) -> Platform | None:
    """By its host; None for one that says nothing."""
    host = re.sub(r"^https?://(?:www\.|m\.)?", "", link.lower()).partition("/")[0]
    return next((each for name, each in HOSTS.items() if host == name or host.endswith("." + name)), None)


def voice_number(word: str) -> str:
    """ "v3", "V-03": "V3"; "" for what is none."""
    found = NUMBER.fullmatch(folded(word))
    return f"V{found[1]}" if found else ""
