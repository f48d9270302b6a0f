"""Absences as a form and as answers."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.members import Absence
from bot.i18n import Translator
from bot.services.engage.absences import AwaySaved
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    date_picker,
    divider,
    escape,
    field,
    modal,
    safe,
    section,
)
from handlers.views.lengths import LINE, SENTENCE


def away_form(
    t: Translator,
    absences: Sequence[Absence],
    *,
    first: date,
    last: date | None = None,
    rest: str = "",
    meta: Mapping[str, object],
) -> Json:
    """Without *last*, it begins as the first day."""
    blocks = [section(t("away-intro"))]
    if rest:
        blocks.append(context(t("round-not-understood", what=escape(clip(rest, SENTENCE)))))
    blocks += [
        field("first", t("away-first"), date_picker("first", day=first.isoformat()), optional=False),
        field("last", t("away-last"), date_picker("last", day=(last or first).isoformat()), optional=False),
        *absence_list(t, absences),
    ]
    return modal("away", t("away-title"), blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def away_saved(t: Translator, saved: AwaySaved) -> tuple[str, list[Json]]:
    """The absences that lie ahead, and what becomes of the posts due meanwhile."""
    text = t("away-saved", spans=t.listing([span(t, each) for each in saved.absences]))
    blocks = [section(text)]
    if saved.posts:
        names = t.listing([f"*{each.id}* {safe(each.title, LINE)}" for each in saved.posts[:8]])
        blocks.append(section(t("away-posts", count=len(saved.posts), posts=names)))
    if saved.reviews:
        names = t.listing([f"*{each.id}* {safe(each.title, LINE)}" for each in saved.reviews[:8]])
        blocks.append(section(t("away-reviews", count=len(saved.reviews), posts=names)))
    return text, [*blocks, actions(button(t("away-back"), "checkin.back"))]


def absence_list(t: Translator, absences: Sequence[Absence]) -> list[Json]:
    if not absences:
        return []
    spans = t.listing([span(t, each) for each in absences])
    return [divider(), section(t("away-known", spans=spans)), actions(button(t("away-back"), "checkin.back"))]


def span(t: Translator, absence: Absence) -> str:
    if absence.first == absence.last:
        return t.day(absence.first, short=True)
    return t("away-span", first=t.day(absence.first, short=True), last=t.day(absence.last, short=True))
