"""Refusals and apologies: what is said when something cannot be done, and what was typed."""

from collections.abc import Mapping

from bot.domain.errors import People, UserError
from bot.domain.posts import PostState
from bot.i18n import Translator
from bot.services.policies import Held
from handlers.views.held import held_intro
from handlers.views.kit import Json, actions, button, clip, context, copyable, named, safe, section

PLACEABLE = 900
"""Characters of what somebody typed that go into a sentence of the catalogue."""

STATES = frozenset(PostState)
"""A text of the catalogue chooses its words by them: they stay as they are."""


def refusal(t: Translator, error: UserError, *, typed: str = "") -> tuple[str, list[Json]]:
    """What, why, what next; and what was typed, to be copied and mended."""
    text = t(f"refusal-{error.key}", **in_words(t, error.params))
    why = held_intro(t, error, in_form=False) if isinstance(error, Held) else [section(text)]
    return text, [*why, *_way_out(t, error), *_typed_again(t, typed)]


def _way_out(t: Translator, error: UserError) -> list[Json]:
    """The button that mends it, where there is one."""
    if error.key == "no-strategy":
        return [actions(button(t("button-setup"), "setup.open"))]
    if error.key == "post-cancelled":
        return [actions(button(t("post-button-reopen"), "post.reopen", clip(str(error.params["post"]), 20)))]
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
    is_typed = isinstance(value, str) and value not in STATES
    return safe(str(value), PLACEABLE) if is_typed else value


def _typed_again(t: Translator, typed: str) -> list[Json]:
    return [context(t("you-typed")), copyable(typed)] if typed else []
