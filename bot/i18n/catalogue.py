"""The catalogues as files: `<language>/[<step>/]<feature>.ftl`; a message is parsed when a locale first wants it."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.syntax.ast import Resource

from bot.i18n.regions import regional, writes_month_first

Language = Literal["en", "fr"]
FALLBACKS: dict[Language, str] = {"en": "en-US", "fr": "fr-FR"}
DAY_FIRST_ENGLISH = "en-GB"
"""For readers of another language who write the day first: their dates in English words."""

MESSAGE = re.compile(r"^(?=[A-Za-z][\w-]* *=)", re.MULTILINE)
"""Where one begins: what belongs to it is indented (projectfluent.org/fluent/guide/multiline.html)."""


def language_of(locale: str) -> Language:
    """French for French locales, English for all others."""
    return "fr" if locale.lower().partition("-")[0].partition("_")[0] == "fr" else "en"


def known_locale(locale: str) -> str:
    """*locale* as BCP 47 when it is one of ours that Babel knows ("fr-CA"), else the nearest of ours."""
    language = language_of(locale)
    try:
        known = Locale.parse(locale.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return FALLBACKS[language]
    if known.language != language and known.territory:
        return FALLBACKS["en"] if writes_month_first(known) else DAY_FIRST_ENGLISH
    return str(known).replace("_", "-") if known.territory else FALLBACKS[language]


def texts(language: Language) -> dict[str, str]:
    """Each feature's catalogue as it is written, by file name; a step with several things has a folder of them."""
    folder = files("bot.i18n") / language
    found = [each for room in folder.iterdir() for each in (room.iterdir() if room.is_dir() else (room,))]
    written = sorted((each for each in found if each.name.endswith(".ftl")), key=lambda each: each.name)
    return {each.name: each.read_text(encoding="utf-8") for each in written}


@cache
def resources(language: Language) -> dict[str, Resource]:
    """Each feature's messages by file name."""
    return {name: FluentResource(text) for name, text in texts(language).items()}


@cache
def messages(language: Language) -> dict[str, str]:
    """Each message as it is written, by its key."""
    written = (each for text in texts(language).values() for each in MESSAGE.split(text)[1:])
    return {each.partition("=")[0].rstrip(): each for each in written}


class Catalogue(FluentBundle):
    """Every message of the locale's language, as it is written there; numbers inside of messages follow the locale.

    To parse them all takes half a second and ten megabytes; a turn uses some dozens. None refers to another.
    """

    def __init__(self, locale: str) -> None:
        super().__init__([locale], use_isolating=False)  # Slack shows isolation marks in notifications
        self._locale = locale
        self._written = messages(language_of(locale))

    def has_message(self, message_id: str) -> bool:
        return message_id in self._written

    def get_message(self, message_id: str) -> Message:
        if not super().has_message(message_id):
            self.add_resource(regional(self._written[message_id], self._locale))
        return super().get_message(message_id)


@cache
def bundle(locale: str) -> Catalogue:
    """That of the locale, one for all who read it."""
    return Catalogue(locale)
