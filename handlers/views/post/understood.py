"""Above a form that a command opened: what was not understood, what may be meant otherwise, and what was typed."""

from collections.abc import Sequence

from bot.i18n import Translator
from bot.language.doubts import Doubt
from handlers.views.kit import Json, clip, context, copyable, safe, section
from handlers.views.lengths import INPUT, NAME, PARAGRAPH, TITLE, WITHIN_BUTTON


def what_was_understood(
    t: Translator,
    *,
    missing: str,
    typed: str,
    asks: Sequence[Doubt] = (),
    lacking: Sequence[str] = (),
    room: int = INPUT,
) -> list[Json]:
    """What was typed stands in the form as well; a message beside it has *room* for all of it.

    *lacking*: the fields of the form, by their names, without which nothing can be added.
    """
    said = [doubt_in_words(t, each) for each in asks]
    if missing:
        said.insert(0, t("post-form-missed", what=safe(missing, PARAGRAPH)))
    elif lacking:
        said.insert(0, t("post-form-lacking", fields=t.listing(t(f"post-ask-{each}") for each in lacking)))
    elif not asks:
        said.insert(0, t("post-form-incomplete"))
    return [section("\n".join(said)), context(t("post-form-typed")), copyable(clip(typed, room))]


def what_goes_along(t: Translator, *, theme: str = "", labels: Sequence[str] = ()) -> list[Json]:
    """What was typed and has no field in the form."""
    said = [t("post-form-theme", theme=safe(theme, TITLE))] if theme else []
    said += [t("post-form-labels", labels=t.listing(safe(each, WITHIN_BUTTON) for each in labels))] if labels else []
    return [context(*said)] if said else []


def doubt_in_words(t: Translator, doubt: Doubt, *, is_form: bool = True) -> str:
    """*is_form*: a form has the likelier reading and can be mended there; else it is acted on already."""
    days = {name: t.day(day, year=True) for name, day in (("day", doubt.day), ("other", doubt.other)) if day}
    places = {"places": t.listing(map(t.place, doubt.zones), "or"), "place": t.place(t.zone)} if doubt.zones else {}
    people = {"people": t.listing((safe(each, NAME) for each in doubt.people), "or")} if doubt.people else {}
    clocks = {name: t.wall(clock) for name, clock in zip(("clock", "later"), doubt.clocks, strict=False)}
    answer = {"answer": "form" if is_form else "message"}
    return t(f"doubt-{doubt.key}", what=safe(doubt.what, TITLE), **answer, **days, **clocks, **places, **people)
