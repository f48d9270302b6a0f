"""Refusals and apologies: what is said when something cannot be done, and what was typed."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.errors import People, UserError
from bot.domain.posts import PostState
from bot.i18n import Translator
from bot.services.plan.held_back import Held
from handlers.views.kit import Json, actions, button, clip, context, copyable, named, safe, section
from handlers.views.lengths import POST_ID, QUOTED
from handlers.views.post.override import held_intro

STATES = frozenset(PostState)
"""A text of the catalogue chooses its words by them: they stay as they are."""


ToAsk = Callable[[People], People]


def refusal(
    t: Translator, error: UserError, *, typed: str = "", to_ask: ToAsk = lambda people: people
) -> tuple[str, list[Json]]:
    """What, why, what next; and what was typed, to be copied and mended.

    *to_ask*: of those who may, the ones who can be asked. Where there is nobody, the sentence says what to do then.
    """
    params = {name: to_ask(each) if isinstance(each, People) else each for name, each in error.params.items()}
    text = t(sentence_of(t, error.key, params), **in_words(t, params))
    why = held_intro(t, error, in_form=False) if isinstance(error, Held) else [section(text)]
    return text, [*why, *_way_out(t, error), *_typed_again(t, typed)]


def sentence_of(t: Translator, key: str, params: Mapping[str, object]) -> str:
    """The message of a refusal: one of its own where it names people and there are none."""
    alone = f"refusal-{key}-nobody"
    is_nobodys = any(isinstance(each, People) and not each.ids for each in params.values())
    return alone if is_nobodys and t.has(alone) else f"refusal-{key}"


def _way_out(t: Translator, error: UserError) -> list[Json]:
    """The button that mends it, where there is one."""
    if error.key in ("no-strategy", "not-set-up"):
        return [actions(button(t("button-setup"), "setup.open"))]
    if error.key == "post-cancelled":
        return [actions(button(t("post-button-reopen"), "post.reopen", clip(str(error.params["post"]), POST_ID)))]
    return []


def apology(t: Translator, *, reference: str, typed: str = "") -> tuple[str, list[Json]]:
    """A bug is ours; nothing typed is lost, and *reference* finds it in the log."""
    text = t("bug-apology", reference=reference)
    return text, [section(text), *_typed_again(t, typed)]


def in_words(t: Translator, params: Mapping[str, object]) -> dict[str, object]:
    """What was typed is quoted, and calls nobody; only `People`, who are never typed, are mentioned."""
    return {name: _in_words(t, value) for name, value in params.items()}


def _in_words(t: Translator, value: object) -> object:
    if isinstance(value, People):
        return named(t, value)
    if isinstance(value, date):
        return t.day(value, year=True)
    is_typed = isinstance(value, str) and value not in STATES
    return safe(str(value), QUOTED) if is_typed else value


def _typed_again(t: Translator, typed: str) -> list[Json]:
    return [context(t("you-typed")), copyable(typed)] if typed else []
