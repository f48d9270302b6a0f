"""The catalogues as files: `<language>/<feature>.ftl`, read once per language and bundled once per locale."""

from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Literal

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from bot.i18n.regions import regional, writes_month_first

Language = Literal["en", "fr"]
FALLBACKS: dict[Language, str] = {"en": "en-US", "fr": "fr-FR"}
DAY_FIRST_ENGLISH = "en-GB"
"""For readers of another language who write the day first: their dates in English words."""

_made: dict[str, FluentBundle] = {}
_making = Lock()


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


@cache
def texts(language: Language) -> dict[str, str]:
    """Each feature's catalogue as it is written, by file name."""
    folder = files("bot.i18n") / language
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".ftl")), key=lambda each: each.name)
    return {each.name: each.read_text(encoding="utf-8") for each in found}


@cache
def resources(language: Language) -> dict[str, Resource]:
    """Each feature's messages by file name."""
    return {name: FluentResource(text) for name, text in texts(language).items()}


def bundle(locale: str) -> FluentBundle:
    """Every message of the locale's language, as it is written there; numbers inside of messages follow the locale.

    Takes half a second the first time; whoever asks meanwhile waits for it instead of making another.
    """
    if locale not in _made:
        with _making:
            if locale not in _made:
                _made[locale] = _bundled(locale)
    return _made[locale]


def _bundled(locale: str) -> FluentBundle:
    made = FluentBundle([locale], use_isolating=False)  # Slack shows isolation marks in notifications
    for text in texts(language_of(locale)).values():
        made.add_resource(regional(text, locale))
    return made
