"""When something can come to be owed next, as far as the calendar tells now; for a clock that can be moved on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.members import IsHoliday
from bot.domain.reminders.deliveries import DeliveryState
from bot.ports import Store
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.facts import HORIZON, ReminderFacts, facts_of
from bot.services.reminders.lines import is_line
from bot.services.reminders.owed import guarded
from bot.services.reminders.sources import SOURCES, ReminderSource

A_MOMENT = timedelta(seconds=1)


def next_moment(store: Store, now: datetime, *, holiday: IsHoliday = is_holiday) -> datetime | None:
    """The first moment after *now* at which somebody is to be told something, a week ahead at most; None: nothing."""
    with store.transaction() as tx:
        facts = facts_of(tx, holiday, now=now)
        owed = (each for source in SOURCES for each in _of(source, facts))
        found = [*_waiting(facts), *_ends_of_pauses(facts), *owed]
    return min((each for each in found if each > now), default=None)


def _of(source: ReminderSource, facts: ReminderFacts) -> list[datetime]:
    nothing: list[datetime] = []
    return guarded(source, lambda: list(source.ahead(facts)), nothing)


def _ends_of_pauses(facts: ReminderFacts) -> Iterator[datetime]:
    pauses = (each.plan.pause for each in facts.strategies.values())
    yield from (each.until for each in pauses if each and each.until)


def _waiting(facts: ReminderFacts) -> Iterator[datetime]:
    """Messages that wait for a retry, for the end of a silence or for the end of a lease."""
    for each in facts.tx.deliveries.ready(facts.now + HORIZON, limit=500):
        if is_line(each):
            continue
        waits = each.ready_at if each.state is DeliveryState.PENDING else each.lease_until
        yield max(waits or each.owed_at, facts.now + A_MOMENT)
