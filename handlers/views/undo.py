"""What is said of an undo: what it took back, what would be next, what stays and why; and the question before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import People, UserError
from bot.i18n import Translator
from bot.services.post.batches import Batch
from bot.services.undo.deeds import Deed, PartKind
from bot.services.undo.stack import LaterChange, Outlook, Stay
from bot.services.ways_back.table import Coming
from handlers.views.deeds import deed_in_words
from handlers.views.kit import Json, actions, button, clip, context, header, section
from handlers.views.lengths import PARAGRAPH, PHRASE
from handlers.views.post.batches import batch_rows, batch_said
from handlers.views.post.lists import MayChange
from handlers.views.refusals import in_words, sentence_of

REASONS = 5
"""Lines about what stays."""


def with_next(t: Translator, said: str, coming: Coming) -> str:
    """*said*, and what another undo would take back; what stays before that is named."""
    return " ".join(filter(None, [said, _next(t, coming)]))


def _next(t: Translator, coming: Coming) -> str:
    if not coming.stay:
        return t("undo-next", deed=deed_in_words(t, coming.deed)) if coming.deed else ""
    stay = deed_in_words(t, coming.stay[0])
    if coming.deed is None:
        return t("undo-next-stays", stay=stay)
    return t("undo-next-after", stay=stay, deed=deed_in_words(t, coming.deed))


def undo_question(
    t: Translator, outlook: Outlook, batch: Batch, *, now: datetime, zone: str, may_change: MayChange, why: str = ""
) -> tuple[str, list[Json]]:
    """What would go back, before it does; and what stays. *why* it is asked, where it is not for its size."""
    count, deed = len(outlook.post_ids), replace(outlook.deed, parts=outlook.back)
    words = deed_in_words(t, deed)
    text = t("undo-question", deed=words, count=count) if count > 1 else t("undo-question-one", deed=words)
    rows = batch_rows(t, replace(batch, left=()), now=now, zone=zone, may_change=may_change, is_ahead=True)
    yes = button(t("undo-yes", count=count), "undo.yes", outlook.deed.token, style="primary")
    no = button(t("undo-no"), "undo.no")
    said = [section(why)] if why else []
    below = [*rows, *staying(t, outlook), actions(yes, no)]
    return " ".join(filter(None, [why, text])), [header(t("undo-title")), *said, section(text), *below]


def undone_said(
    t: Translator, outlook: Outlook, batch: Batch, said: str, *, now: datetime, zone: str, may_change: MayChange
) -> tuple[str, list[Json]]:
    """*said* is what was taken back; below it the posts, and what stays with the reason."""
    whole = replace(batch, left=())
    text, blocks = batch_said(t, whole, said, now=now, zone=zone, may_change=may_change)
    return text, [*blocks, *staying(t, outlook)]


def staying(t: Translator, outlook: Outlook) -> list[Json]:
    """What stays, in a line for each reason."""
    grouped: dict[str, list[Stay]] = {}
    for each in outlook.stays:
        if each.part.kind is PartKind.POST:
            grouped.setdefault(_reason_key(each), []).append(each)
    lines = [_stay_line(t, stays, outlook.deed.by) for stays in grouped.values()]
    shown = lines[:REASONS]
    return [context(*(clip(each, PARAGRAPH) for each in shown))] if shown else []


def _reason_key(stay: Stay) -> str:
    if stay.change:
        return f"{stay.change.who}|{stay.change.what == 'counts'}"
    return stay.why.key if stay.why else ""


def _stay_line(t: Translator, stays: Sequence[Stay], by: str) -> str:
    posts, count, change = clip(t.listing([each.part.key for each in stays]), PHRASE), len(stays), stays[0].change
    if change is None:
        why = _reason(t, stays[0].why) if stays[0].why else ""
        return t("undo-left-why", posts=posts, count=count, why=why).strip()
    what = "counts" if change.what == "counts" else "post"
    if not change.who:
        return t("undo-left-somehow", posts=posts, count=count)
    if change.who == by:
        return t("undo-left-own", posts=posts, count=count, what=what)
    when = t.moment(max(each.change.at for each in stays if each.change and each.change.at))
    who = in_words(t, {"who": People((change.who,))})["who"]
    return t("undo-left-changed", posts=posts, count=count, who=who, when=when, what=what)


def stays_said(t: Translator, deed: Deed, why: UserError, before: Deed | None) -> tuple[str, list[Json]]:
    """A deed that stays, why, and an earlier one, which can be taken back on its own."""
    text = t("undo-stays", deed=deed_in_words(t, deed), why=_reason(t, why))
    if before is None:
        return text, [section(text)]
    below = context(t("undo-before", deed=deed_in_words(t, before)))
    return text, [section(text), below, actions(button(t("undo-one-before"), "undo.this", before.token))]


def _reason(t: Translator, why: UserError) -> str:
    return t(sentence_of(t, why.key, why.params), **in_words(t, why.params))


def changed_thing(t: Translator, outlook: Outlook) -> str:
    """What somebody changed since, clipped."""
    things = dict.fromkeys(_changed_one(t, each, outlook.strategy.id) for each in outlook.changes)
    return clip(t.listing(things), PHRASE)


def _changed_one(t: Translator, change: LaterChange, strategy_id: str) -> str:
    if change.what == "counts":
        return t("undo-deed-counts", what=change.key)
    return t("undo-deed-plan") if change.key == strategy_id else change.key
