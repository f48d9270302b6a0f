"""What is said of an undo: what it took back, what would be next, what stays and why; and the question before."""

from datetime import datetime

from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.services.post.batches import Batch
from bot.services.undo.notes import Deed, PartKind
from bot.services.undo.stack import LaterChange, Outlook
from handlers.views.kit import Json, actions, button, clip, context, header, section
from handlers.views.lengths import PHRASE
from handlers.views.post.batches import batch_rows
from handlers.views.post.history import action_in_words
from handlers.views.post.lists import MayChange
from handlers.views.refusals import in_words, sentence_of

NAMED = 4
"""Posts that are named one by one."""


def deed_in_words(t: Translator, deed: Deed) -> str:
    posts = sorted(deed.post_ids, key=lambda each: int(each[1:]))
    if deed.has(PartKind.POST):
        what = action_in_words(t, deed.what)
        if len(posts) > NAMED:
            return t("undo-deed-many", count=len(posts), what=what)
        return t("undo-deed-posts", posts=t.listing(posts), what=what)
    part = deed.parts[0]
    key, thing = f"undo-deed-{deed.what}", part.also if part.kind is PartKind.NUMBERS else part.key
    return t(key, what=thing) if t.has(key) else t("undo-deed-plan")


def with_next(t: Translator, said: str, coming: Deed | None) -> str:
    """*said*, and what another undo would take back."""
    return f"{said} {t('undo-next', deed=deed_in_words(t, coming))}" if coming else said


def undo_question(
    t: Translator, outlook: Outlook, batch: Batch, *, now: datetime, zone: str, may_change: MayChange
) -> tuple[str, list[Json]]:
    """What would go back, before it does."""
    count = len(outlook.post_ids)
    text = t("undo-question", deed=deed_in_words(t, outlook.deed), count=count)
    rows = batch_rows(t, batch, now=now, zone=zone, may_change=may_change, is_ahead=True)
    yes = button(t("undo-yes", count=count), "undo.yes", outlook.deed.token, style="primary")
    no = button(t("undo-no"), "undo.no")
    return text, [header(t("undo-title")), section(text), *rows, actions(yes, no)]


def stays_said(t: Translator, deed: Deed, why: UserError, before: Deed | None) -> tuple[str, list[Json]]:
    """A deed that stays, why, and the one before, which can be taken back on its own."""
    reason = t(sentence_of(t, why.key, why.params), **in_words(t, why.params))
    text = t("undo-stays", deed=deed_in_words(t, deed), why=reason)
    if before is None:
        return text, [section(text)]
    below = context(t("undo-before", deed=deed_in_words(t, before)))
    return text, [section(text), below, actions(button(t("undo-one-before"), "undo.this", before.token))]


def changed_thing(t: Translator, outlook: Outlook) -> str:
    """What somebody changed since, clipped."""
    things = dict.fromkeys(_changed_one(t, each, outlook.strategy.id) for each in outlook.changes)
    return clip(t.listing(things), PHRASE)


def _changed_one(t: Translator, change: LaterChange, strategy_id: str) -> str:
    if change.what == "counts":
        return t("undo-deed-counts", what=change.key)
    return t("undo-deed-plan") if change.key == strategy_id else change.key
