"""Draws what others did to somebody's posts: every row that went into one message."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.ports import Outgoing, Transaction
from bot.services.people.who_may import Action, may
from bot.services.plan.pauses import pause_of, paused_posts
from bot.services.post.pauses import PAUSE_OVER
from bot.services.reminders.changes import change_told
from bot.services.reminders.lines import lines_in
from handlers.context import House
from handlers.reminders.reading import strategy_for
from handlers.views.reminders.changes import ToldChange, changes_message
from handlers.views.reminders.pauses import PauseLine

KINDS = (ReminderKind.CHANGE, ReminderKind.CHANGE_LINE)


def render_changes(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader = tx.members.find(delivery.recipient_id)
        told = changes_among(tx, [delivery, *lines_in(tx, delivery)])
    return changes_message(translator_for(reader, now), told, is_new=delivery.sent_at is None) if reader else None


def changes_among(tx: Transaction, rows: Iterable[Delivery]) -> list[ToldChange]:
    """What *rows* tell, in the order in which it was done; without what their reader does not see any more."""
    found = [each for each in (_told(tx, row) for row in rows) if each]
    return sorted(found, key=lambda each: (each.change.at, each.post.number))


def pauses_among(tx: Transaction, rows: Iterable[Delivery], *, now: datetime) -> list[PauseLine]:
    """What *rows* tell of pauses, as those stand; nothing of one that was taken back or gone through."""
    found = [_pause_line(tx, each, now=now) for each in rows if each.kind in KINDS and each.subject == each.strategy_id]
    return [each for each in found if each]


def _pause_line(tx: Transaction, row: Delivery, *, now: datetime) -> PauseLine | None:
    strategy = strategy_for(tx, row)
    pause = pause_of(tx, strategy, now=now) if strategy else None
    if strategy is None or pause is None:
        return None
    held = paused_posts(tx, strategy, pause, now=now)
    if row.key.rpartition(":")[2].startswith(PAUSE_OVER):
        over = PauseLine(strategy=strategy, pause=pause, posts=held.passed, is_over=True)
        return None if pause.is_on(now) else over
    own = tuple(each for each in held.posts if row.recipient_id in (each.owner_id, each.backup_id))
    return PauseLine(strategy=strategy, pause=pause, posts=own) if pause.is_on(now) else None


def _told(tx: Transaction, row: Delivery) -> ToldChange | None:
    post, strategy = tx.posts.find(row.subject), strategy_for(tx, row)
    reader = tx.members.find(row.recipient_id)
    if row.kind not in KINDS or post is None or strategy is None or reader is None:
        return None
    topic, line = change_told(row)
    if len(post.history) < line:
        return None
    return ToldChange(
        topic=topic,
        post=post,
        strategy=strategy,
        change=post.history[line - 1],
        before=row.parts[0] if row.parts else "",
        is_undone=line - 1 not in post.not_taken_back,
        can_change=may(reader, Action.CHANGE_POST, strategy, post),
    )
