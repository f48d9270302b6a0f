"""The delivery ledger: claim, send, confirm. What was claimed is written before Slack is called.

`claim` gives one worker a message for the length of a lease. Whoever dies in between leaves a message of unknown
outcome: it is looked up before anything is sent again.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import Conflict
from bot.domain.reminder_columns import Told
from bot.domain.reminder_kinds import ReminderKind, over_at, row_of
from bot.domain.reminders.day_steps import post_ids_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import LATE_AFTER, key_of
from bot.domain.reminders.routing import Roster, lead, plan_people
from bot.domain.strategy import Strategy
from bot.ports import Sent, Store, Transaction
from bot.services.people.sight import is_shut_out
from bot.services.reminders.lines import leave_lines, take_along
from bot.services.reminders.live import let_earlier_go
from bot.services.reminders.notices import told_of

LEASE = timedelta(minutes=2)
"""Longer than the calls to Slack for one message take; nobody else touches it meanwhile."""
LOOK_AGAIN = timedelta(seconds=30)
UPDATED_FOR = timedelta(days=30)
UNREADABLE = "history-unreadable"
MOOT = "moot"
LATE = "expired"
BUG = "bug"
_WITH_SOMEBODY = frozenset({DeliveryState.CLAIMED, DeliveryState.UNKNOWN})


def is_late(delivery: Delivery, *, now: datetime) -> bool:
    """Whether it reaches, or reached, its reader later than it should have."""
    return (delivery.sent_at or now) - delivery.owed_at > LATE_AFTER


def true_until(delivery: Delivery, *, now: datetime) -> datetime:
    """For how long a message that is drawn *now* says of itself what is so: it becomes late, and it becomes useless."""
    late_from = delivery.owed_at + LATE_AFTER
    return min(delivery.expires_at, late_from) if not is_late(delivery, now=now) else delivery.expires_at


def backoff(attempts: int, *, jitter: float) -> timedelta:
    """Half a minute, doubled with each attempt up to a quarter of an hour, times 0.5 to 1.5; *jitter* in [0, 1)."""
    return timedelta(seconds=min(15 * 2.0 ** min(attempts, 10), 900) * (0.5 + jitter))


def claim(store: Store, delivery: Delivery, *, now: datetime) -> Delivery | None:
    """*delivery* for this worker alone until its lease is over, or None where somebody was faster.

    Look-ups count as attempts, so that they come less often as well.

    One whose lease was over comes back as of unknown outcome.
    """
    is_new = delivery.state is DeliveryState.PENDING
    mine = replace(
        delivery,
        state=DeliveryState.CLAIMED if is_new else DeliveryState.UNKNOWN,
        lease_until=now + LEASE,
        attempts=delivery.attempts + 1,
        first_attempt_at=delivery.first_attempt_at or now,
    )
    try:
        with store.transaction() as tx:
            return tx.deliveries.put(take_along(tx, mine) if is_new else mine)
    except Conflict:
        return None


def confirm(
    store: Store, claimed: Delivery, sent: Sent, *, content: str, now: datetime, says_late: bool = False
) -> None:
    """Slack has it: that is so whoever else claimed it meanwhile. Earlier messages about the same post go.

    So is the message itself where Slack took it later than it *says*: a machine that is put to sleep over the very
    call, and a call of one that was killed, are the only ones that can be.
    """
    with store.transaction() as tx:
        current = tx.deliveries.get(claimed.key)
        if current.state is DeliveryState.SENT:
            return
        late_at = None if says_late else _late_at(claimed, sent)
        told = replace(
            current, state=DeliveryState.SENT, sent_at=late_at or now, channel_id=sent.channel_id, ts=sent.ts
        )
        error = UNREADABLE if claimed.error == UNREADABLE else ""
        refresh = current.refresh or late_at is not None
        tx.deliveries.put(replace(told, content=content, lease_until=None, error=error, refresh=refresh))
        let_earlier_go(tx, told)


def _late_at(claimed: Delivery, sent: Sent) -> datetime | None:
    """When Slack took it, where that was late."""
    return sent.at if sent.at is not None and is_late(claimed, now=sent.at) else None


def retry(store: Store, claimed: Delivery, code: str, *, at: datetime) -> None:
    """Slack certainly does not have it, or nobody can look; it is tried again at *at*.

    What Slack may have had already goes on saying so.
    """
    said = UNREADABLE if claimed.error == UNREADABLE else code
    _leave(store, claimed, replace(claimed, state=DeliveryState.PENDING, ready_at=at, lease_until=None, error=said))


def mark_unsure(store: Store, claimed: Delivery, code: str, *, at: datetime) -> None:
    """Slack may have it; it is looked up at *at*."""
    _leave(store, claimed, replace(claimed, state=DeliveryState.UNKNOWN, lease_until=at, error=code))


def drop(store: Store, claimed: Delivery, reason: str) -> None:
    """There is nothing to say any more (`MOOT`), or it is too late to be useful (`LATE`)."""
    _leave(store, claimed, replace(claimed, state=DeliveryState.EXPIRED, lease_until=None, error=reason))


def abandon(store: Store, claimed: Delivery, code: str, *, now: datetime) -> None:
    """It cannot be delivered; the manager is told how to mend it."""
    gone = replace(claimed, state=DeliveryState.ABANDONED, lease_until=None, error=code)
    with store.transaction() as tx:
        if _is_mine(tx, claimed):
            written = tx.deliveries.put(leave_lines(tx, _keeping_marks(tx, gone)))
            put_notice(tx, written, now=now)


def _leave(store: Store, claimed: Delivery, left: Delivery) -> None:
    with store.transaction() as tx:
        if _is_mine(tx, claimed):
            marked = _keeping_marks(tx, left)
            tx.deliveries.put(marked if _keeps_lines(left) else leave_lines(tx, marked))


def _keeps_lines(left: Delivery) -> bool:
    """It may have arrived with them; or nothing of all that goes together is worth telling any more."""
    is_moot = left.error == MOOT and row_of(left.kind).told is Told.TOGETHER
    return is_moot or left.state is DeliveryState.UNKNOWN


def _is_mine(tx: Transaction, claimed: Delivery) -> bool:
    """Whether nobody claimed it after me: each claim has a lease of its own."""
    current = tx.deliveries.get(claimed.key)
    return current.state in _WITH_SOMEBODY and current.lease_until == claimed.lease_until


def _keeping_marks(tx: Transaction, left: Delivery) -> Delivery:
    current = tx.deliveries.get(left.key)
    return replace(left, refresh=current.refresh, lines=current.lines, rev=current.rev)


def put_notice(tx: Transaction, failed: Delivery, *, now: datetime) -> None:
    """Tell who can mend it that somebody cannot be reached, once a day for each person and reason.

    Never about such a notice itself, and never to the person who cannot be reached.
    """
    strategy = strategy_of(tx, failed)
    if strategy is None or (failed.kind is ReminderKind.NOTICE and told_of(failed) is None):
        return
    reader = _mender(tx, strategy, failed, now=now)
    if reader is None:
        return
    day, subject = strategy.today(now), failed.recipient_id
    key = key_of(ReminderKind.NOTICE, strategy.id, subject, reader, day, failed.error)
    if tx.deliveries.find(key) is None:
        tx.deliveries.put(
            Delivery(
                key=key,
                kind=ReminderKind.NOTICE,
                strategy_id=strategy.id,
                subject=subject,
                recipient_id=reader,
                owed_at=now,
                expires_at=over_at(ReminderKind.NOTICE, now, zone=strategy.zone),
                parts=(failed.key,),
            )
        )


def _mender(tx: Transaction, strategy: Strategy, failed: Delivery, *, now: datetime) -> str | None:
    """The manager; where that is who cannot be reached, or is not there, an admin, else who looks after a platform.

    Nobody who does not see the strategy.
    """
    known = {each.id: each for each in tx.members.all()}
    if strategy.manager_id not in {"", failed.recipient_id, *known}:
        return strategy.manager_id  # whom the bot has not met yet
    people = {name: each for name, each in known.items() if not is_shut_out(tx, name, strategy)}
    roster = Roster(people=people, is_holiday=lambda country, day: False)  # a message waits for the end of one
    admins = sorted(each.id for each in people.values() if each.is_admin)
    then = [*admins, *plan_people(strategy)]
    found = lead(strategy, roster, at=now, kind=None, then=then, but={failed.recipient_id})
    return found.id if found else None


def strategy_of(tx: Transaction, delivery: Delivery) -> Strategy | None:
    """The strategy it is about; of an agenda, which covers all of them, that of its first post."""
    if delivery.strategy_id:
        return tx.strategies.find(delivery.strategy_id)
    first = next((post for post in map(tx.posts.find, post_ids_of(delivery.parts)) if post), None)
    return tx.strategies.find(first.strategy_id) if first else None


def update_later(store: Store, delivery: Delivery, *, at: datetime) -> None:
    """Slack did not take the update; it is tried again at *at*, less and less often."""
    with store.transaction() as tx:
        current = tx.deliveries.get(delivery.key)
        tx.deliveries.put(replace(current, ready_at=at, attempts=current.attempts + 1))


def confirm_update(store: Store, delivery: Delivery, *, content: str, again: bool = False) -> None:
    """The message reads *content* now; a change that came meanwhile stays marked. *again*: it will read differently."""
    with store.transaction() as tx:
        current = tx.deliveries.get(delivery.key)
        is_settled = current.rev == delivery.rev
        tx.deliveries.put(replace(current, content=content, refresh=again or not is_settled))
