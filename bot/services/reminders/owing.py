"""Writes what is owed into the ledger, each message once, and marks what a change made out of date."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import Conflict
from bot.domain.members import IsHoliday
from bot.domain.moments import local_day
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.daily import DETAILS
from bot.domain.reminders.day_steps import post_ids_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import delivery_of
from bot.domain.reminders.routing import backups_of, responsible_for
from bot.domain.strategy import Strategy
from bot.ports import RESTORED, Directory, Note, Store, Transaction
from bot.services.people.channels import look_around
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.clock_set_back import wait_no_longer
from bot.services.reminders.deliveries import UPDATED_FOR
from bot.services.reminders.do_not_disturb import delivery_around_silence, quiet_until_of, silence_of
from bot.services.reminders.facts import RHYTHM, Rhythm, facts_of
from bot.services.reminders.owed import Owed, owed, strangers
from bot.services.reminders.upcoming import next_moment

__all__ = ["enqueue", "mark_changed", "next_moment", "silence_of"]

logger = logging.getLogger(__name__)

_A_DAY = timedelta(days=1)
_WRITTEN = frozenset({DeliveryState.SENT, DeliveryState.CLAIMED, DeliveryState.UNKNOWN})

Meet = Callable[[str], object]


def enqueue(
    store: Store, directory: Directory, *, now: datetime, meet: Meet | None = None, holiday: IsHoliday = is_holiday
) -> int:
    """Write what is owed and missing; how many that were. Somebody unknown is met first, through *meet*, and who
    sees which strategy is found out where it is not known.

    Whoever else looked meanwhile has written it: then nothing is.
    """
    found, unknown = _look(store, holiday, now=now)
    if unknown and meet is not None:
        for each in sorted(unknown):
            meet(each)
        found, _ = _look(store, holiday, now=now)
    if look_around(store, directory, now=now, is_needed=bool(found.reminders)):
        found, _ = _look(store, holiday, now=now)
    quiet = quiet_until_of(directory, found.reminders, now=now)
    try:
        with store.transaction() as tx:
            _write(tx, found, quiet, now=now)
    except Conflict:
        return 0
    return len(found.reminders)


def _look(store: Store, holiday: IsHoliday, *, now: datetime) -> tuple[Owed, set[str]]:
    with store.transaction() as tx:
        facts = facts_of(tx, holiday, now=now)
        return owed(facts), strangers(facts)


def _write(tx: Transaction, found: Owed, quiet: Mapping[str, datetime], *, now: datetime) -> None:
    _remember(tx, found.rhythm)
    if found.rhythm.ahead is not None:
        wait_no_longer(tx, ahead=found.rhythm.ahead, now=now)
    restored = _restored_at(tx) if found.reminders else None
    for each in found.reminders:
        if tx.deliveries.find(each.key) is None:
            placed = delivery_around_silence(each, quiet, now=now)
            since = _owed_first(tx, placed)
            tx.deliveries.put(_doubted(placed, since, now) if restored and since <= restored else placed)
            for told in found.superseded.get(each.key, ()):
                tx.deliveries.put(replace(delivery_of(told), state=DeliveryState.MERGED, merged_into=each.key))


def _restored_at(tx: Transaction) -> datetime | None:
    note = tx.notes.find(RESTORED)
    return datetime.fromisoformat(note.body["at"]) if note else None


def _owed_first(tx: Transaction, delivery: Delivery) -> datetime:
    """Of what goes into a thread, when that began, which may have been long ago."""
    begun = tx.deliveries.find(delivery.key.removesuffix(DETAILS)) if delivery.key.endswith(DETAILS) else None
    return begun.sent_at if begun and begun.sent_at else delivery.owed_at


def _doubted(delivery: Delivery, since: datetime, now: datetime) -> Delivery:
    """Owed before a backup was brought back, which does not know what was sent *since*: looked up first."""
    return replace(delivery, state=DeliveryState.UNKNOWN, first_attempt_at=since, lease_until=now)


def _remember(tx: Transaction, rhythm: Rhythm) -> None:
    """Raises `Conflict` where somebody else looked since *rhythm* was read."""
    tx.notes.put(Note(id=RHYTHM, body=rhythm.body, rev=rhythm.rev))


def mark_changed(tx: Transaction, strategy_id: str, subject: str) -> None:
    """The messages about *subject* (a post's id, a local day, a week) no longer say how things are.

    The next tick renders them again, and the agendas of the day that list the post; it leaves alone what reads
    the same, and what is too old to matter.
    """
    for each in (*tx.deliveries.of_subject(strategy_id, subject), *tx.deliveries.of_subject("", subject)):
        _mark(tx, each.key)  # agendas are of no strategy: those of a day tell of its rounds
    post = tx.posts.find(subject)
    if post is not None:
        _mark_lists(tx, post)


def mark_mornings(
    tx: Transaction, strategy: Strategy, *, now: datetime, of: Iterable[str] = (), since: datetime | None = None
) -> None:
    """What waits for somebody in *strategy* changed: the mornings about now say so, wherever they are.

    *of*: whose it is and was; it stands in their mornings from *since* on, else for as long as one is drawn anew.
    """
    for n in (-1, 0, 1):
        mark_changed(tx, strategy.id, strategy.today(now + timedelta(days=n)).isoformat())
    first = max(since or now - UPDATED_FOR, now - UPDATED_FOR) - timedelta(days=1)
    for member_id in set(of):
        for each in tx.deliveries.owed_between(first, now - timedelta(days=1), recipient_id=member_id):
            if each.kind is ReminderKind.AGENDA:
                _mark(tx, each.key)


def mark_forgotten(
    tx: Transaction, strategy: Strategy, subject: str, *, of: Iterable[str], since: datetime, until: datetime
) -> None:
    """A name is to stand nowhere any more: every message about *subject* is drawn anew, however old it is.

    *of*: whose mornings may name it too, from *since* to *until*.
    """
    for each in tx.deliveries.of_subject(strategy.id, subject):
        _mark(tx, each.key, however_old=True)
    for member_id in set(of):
        for each in tx.deliveries.owed_between(since - _A_DAY, until + _A_DAY, recipient_id=member_id):
            if each.kind is ReminderKind.AGENDA:
                _mark(tx, each.key, however_old=True)


def _mark(tx: Transaction, key: str, *, however_old: bool = False) -> None:
    """Read anew: what tells of several messages about a post is reached from each of them."""
    delivery = tx.deliveries.find(key)
    if delivery is None:
        return
    # Also one that is marked already: the new revision tells who is updating it now that it changed once more.
    if delivery.state in _WRITTEN:
        tx.deliveries.put(replace(delivery, refresh=True, content="" if however_old else delivery.content))
    if delivery.merged_into:
        _mark(tx, delivery.merged_into, however_old=however_old)


def _mark_lists(tx: Transaction, post: Post) -> None:
    """Agendas, lists of unowned posts, lines of the channel, of the local day of whoever looked last."""
    note = tx.notes.find(RHYTHM)
    strategy = tx.strategies.find(post.strategy_id)
    if note is None or strategy is None:
        return
    last = datetime.fromisoformat(note.body["last"])
    people = {responsible_for(post, strategy), *backups_of(post, strategy), strategy.manager_id, post.reviewer_id}
    days = sorted({local_day(last + timedelta(hours=n), "UTC") for n in (-14, 0, 14)})
    for owner, day in ((owner, day) for owner in ("", strategy.id) for day in days):
        for each in tx.deliveries.of_subject(owner, day.isoformat()):
            is_theirs = each.recipient_id in people and each.kind is ReminderKind.AGENDA
            if is_theirs or each.kind is ReminderKind.DAY_LINE or post.id in post_ids_of(each.parts):
                _mark(tx, each.key)
