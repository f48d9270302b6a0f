"""A calendar that was brought back from a backup does not know what was sent since: it looks before it sends."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import HistoryUnreadable, TryLater
from bot.domain.reminders.deliveries import DeliveryState
from storage.copies.backup import back_up, restore
from storage.tiny import TinyStore
from tests.handlers.reminding import AMY, CHANNEL, INES, TUESDAY, Site, a_post, at, kinds

DUE = at(TUESDAY, "16:00")
MONDAY = at(date(2026, 11, 30), "09:00")
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site whose calendar is a file, on Tuesday morning."""
    site = Site()
    with site.store.transaction() as tx:
        known, people = tx.strategies.all(), tx.members.all()
    site.store = TinyStore(tmp_path / "parution.json")  # type: ignore[assignment]
    site.house = replace(site.house, store=site.store)
    with site.store.transaction() as tx:
        for strategy in known:
            tx.strategies.put(replace(strategy, rev=0))
        for member in people:
            tx.members.put(replace(member, rev=0))
    site.add(a_post())
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"))
    return site


def brought_back(site: Site, backup: Path, *, now: datetime) -> None:
    path = site.store.path  # type: ignore[attr-defined]
    site.store.close()
    restore(backup, path, now=now)
    site.store = TinyStore(path)  # type: ignore[assignment]
    site.house = replace(site.house, store=site.store)


def test_what_was_sent_after_the_backup_is_found_and_not_sent_again(site: Site) -> None:
    backup = back_up(site.store, now=at(TUESDAY, "09:01"))
    site.tick(at(TUESDAY, "15:00"), DUE)
    before = len(site.slack.told(AMY, "due"))

    brought_back(site, backup, now=DUE + A_MINUTE)

    assert site.tick(DUE + 2 * A_MINUTE, DUE + 3 * A_MINUTE) == []
    assert before == 2
    found = [each for each in site.states(DeliveryState.SENT) if each.subject == "P1"]
    assert [(each.recipient_id, each.channel_id, each.ts) for each in found] == [(AMY, "DUAMY", "3.0")]


def test_what_was_not_sent_is_sent_after_a_look(site: Site) -> None:
    backup = back_up(site.store, now=at(TUESDAY, "15:01"))

    brought_back(site, backup, now=DUE + A_MINUTE)

    assert kinds(site.tick(DUE + 2 * A_MINUTE)) == [(AMY, "due")]


def test_what_waited_when_the_backup_was_made_is_looked_up_as_well(site: Site) -> None:
    site.slack.fault = lambda recipient_id, key: ConnectionError("off")
    site.tick(at(TUESDAY, "15:00"))
    backup = back_up(site.store, now=at(TUESDAY, "15:01"))
    site.slack.fault = lambda recipient_id, key: None
    site.tick_through(at(TUESDAY, "15:02"), at(TUESDAY, "15:40"), A_MINUTE)
    sent = [each.key for each in site.slack.posted]

    brought_back(site, backup, now=at(TUESDAY, "15:41"))
    site.tick_through(at(TUESDAY, "15:42"), at(TUESDAY, "15:50"), A_MINUTE)

    assert [each.key for each in site.slack.posted] == sent


@pytest.mark.parametrize("was_waiting", [False, True])
def test_what_was_sent_more_than_a_day_before_it_was_brought_back_is_found_as_well(
    site: Site, was_waiting: bool
) -> None:
    site.slack.fault = lambda recipient_id, key: TryLater("internal_error") if was_waiting else None
    site.tick(MONDAY - timedelta(hours=1), *([MONDAY] if was_waiting else []))
    backup = back_up(site.store, now=MONDAY + A_MINUTE)
    site.slack.fault = lambda recipient_id, key: None
    site.tick_through(MONDAY + 2 * A_MINUTE, MONDAY + timedelta(hours=1))
    digests = [each.key for each in site.slack.told(CHANNEL)]

    brought_back(site, backup, now=MONDAY + timedelta(days=2))
    site.tick_through(MONDAY + timedelta(days=2, minutes=1), MONDAY + timedelta(days=2, minutes=5), A_MINUTE)

    assert [each.key for each in site.slack.told(CHANNEL)] == digests
    assert len(digests) == 2  # and its details, in its thread


def test_a_digest_that_nobody_can_look_up_waits_for_a_person(site: Site) -> None:
    site.tick(MONDAY - timedelta(hours=2))
    backup = back_up(site.store, now=MONDAY - timedelta(hours=1))
    site.tick(MONDAY)
    site.slack.posted.clear()
    site.slack.unreadable = HistoryUnreadable("missing_scope")

    brought_back(site, backup, now=MONDAY + A_MINUTE)
    told = site.tick(MONDAY + 2 * A_MINUTE, MONDAY + 3 * A_MINUTE)

    assert CHANNEL not in [each.recipient_id for each in told]
    assert (INES, "notice") in kinds(told)
