"""Of a strategy in a private channel nobody is told anything who is not in that channel."""

from datetime import timedelta

import pytest

from bot.domain.errors import GiveUp
from bot.domain.people.channels import KNOWN_FOR
from bot.domain.posts import Step
from bot.domain.reminders.deliveries import DeliveryState
from bot.ports import ChannelSaid
from bot.services.people.channels import note_left
from tests.handlers.reminding import (
    AMY,
    BOB,
    CHANNEL,
    CHLOE,
    DAN,
    INES,
    TUESDAY,
    Site,
    a_member,
    a_plan,
    a_post,
    a_strategy,
    at,
    kinds,
)

EARLY, NINE, SOON, DUE = at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), at(TUESDAY, "15:00"), at(TUESDAY, "16:00")
EVERYBODY = frozenset({AMY, BOB, CHLOE, DAN, INES})


def site_without(*people: str, **more: object) -> Site:
    """The strategy's channel is private, and *people* are not in it."""
    site = Site(strategy=a_strategy(**more))
    site.directory.private[CHANNEL] = EVERYBODY - set(people)
    return site


def take_out(site: Site, member_id: str) -> None:
    site.directory.private[CHANNEL] -= {member_id}
    note_left(site.store, CHANNEL, member_id)


def test_a_post_of_somebody_who_has_left_is_told_to_whoever_stands_in() -> None:
    site = site_without(AMY)
    site.add(a_post(backup_id=BOB))

    assert kinds(site.tick(EARLY, NINE, SOON, DUE)) == [(BOB, "agenda"), (BOB, "due"), (BOB, "due")]


def test_whoever_gets_it_instead_reads_that_its_owner_is_not_in_the_channel() -> None:
    site = site_without(AMY)
    site.add(a_post())

    told = [each for each in site.tick(EARLY, SOON) if each.kind == "due"]

    assert [each.recipient_id for each in told] == [INES]
    said = str(told[0].message.blocks)
    assert "<@UAMY> is not in the strategy's channel: P1 needs somebody else" in said.replace("\\", "")
    assert "away or off" not in said


def test_whoever_gets_it_instead_reads_that_its_owner_is_gone() -> None:
    site = Site(strategy=a_strategy())
    site.set_member(AMY, is_active=False)
    site.add(a_post())

    [told] = [each for each in site.tick(EARLY, SOON) if each.kind == "due"]

    assert "be reached here any more: P1 needs somebody else" in str(told.message.blocks)


def test_without_anybody_who_stands_in_the_manager_is_told() -> None:
    site = site_without(AMY, BOB)
    site.add(a_post(backup_id=BOB))

    assert {each.recipient_id for each in site.tick(EARLY, NINE, SOON, DUE)} == {INES}


def test_an_agenda_lists_what_its_reader_sees_and_nothing_else() -> None:
    site = site_without(AMY)
    with site.store.transaction() as tx:
        tx.strategies.put(a_strategy(id="S2", channel_id="COPEN", manager_id=AMY))
    site.add(a_post(title="Secret", checklist=(Step(key="a", owner_id=AMY, day=TUESDAY),)))
    site.add(a_post(2, title="Open", strategy_id="S2"))

    [told] = [each for each in site.tick(EARLY, NINE) if each.recipient_id == AMY]

    assert "Open" in str(told.message.blocks)
    assert "Secret" not in f"{told.message.text} {told.message.blocks}"


def test_nobody_outside_is_asked_for_a_round_numbers_or_to_look_after_gaps() -> None:
    site = site_without(AMY, INES, round_ids=(AMY, BOB))
    site.add(a_post(owner_id=None, due=at(TUESDAY + timedelta(days=2), "16:00")))
    live = at(TUESDAY - timedelta(days=7), "10:00")
    site.add(a_post(2, state="published", published_at=live, link="https://example.com/1"))

    told = site.tick(EARLY, NINE, at(TUESDAY, "10:30"), DUE, at(TUESDAY, "17:00"))

    assert kinds(told) == [(BOB, "check-in")]


def test_a_review_that_waits_for_somebody_who_has_left_waits_for_the_manager() -> None:
    site = site_without(BOB, platforms=(a_plan(reviewer_id=BOB),))
    site.add(a_post(state="in_review", review_asked_at=NINE, due=at(TUESDAY + timedelta(days=9), "16:00")))

    assert [each for each in kinds(site.tick(EARLY, NINE)) if each[1] == "review"] == [(INES, "review")]


def test_what_was_on_its_way_to_somebody_who_leaves_is_not_sent() -> None:
    site = site_without()
    site.add(a_post())
    site.slack.fault = lambda recipient_id, key: TimeoutError() if recipient_id == AMY else None
    site.tick(EARLY, NINE)
    take_out(site, AMY)
    site.slack.fault = lambda recipient_id, key: None

    told = site.tick(*(NINE + timedelta(minutes=n) for n in range(1, 30)))

    assert AMY not in {each.recipient_id for each in told}


def test_what_they_had_is_not_brought_up_to_date_any_more() -> None:
    site = site_without()
    site.add(a_post())
    site.tick(EARLY, NINE)
    take_out(site, AMY)

    site.change("P1", title="News")
    site.tick(NINE + timedelta(minutes=5))

    assert "News" not in str(site.slack.updates)


def test_after_a_silence_nobody_outside_is_told_what_they_missed() -> None:
    site = site_without(AMY)
    site.add(a_post())
    site.tick(EARLY)

    told = site.tick(at(TUESDAY + timedelta(days=1), "12:00"))

    assert AMY not in {each.recipient_id for each in told}
    assert INES in {each.recipient_id for each in told}


def test_that_somebody_cannot_be_reached_is_told_to_nobody_outside() -> None:
    site = site_without(INES)
    site.set_member(BOB, is_admin=True)
    site.add(a_post())
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled") if recipient_id == AMY else None

    told = site.tick(EARLY, NINE, NINE + timedelta(minutes=1))

    assert [each.recipient_id for each in told if each.kind == "notice"] == [BOB]


def test_somebody_whom_the_bot_meets_only_now_is_told_if_they_are_there() -> None:
    site = site_without()
    site.tick(EARLY)
    site.directory.known["UNEW"] = a_member("UNEW")
    site.directory.private[CHANNEL] |= {"UNEW"}
    site.add(a_post(owner_id="UNEW"))

    assert kinds(site.tick(NINE, SOON)) == [("UNEW", "agenda"), ("UNEW", "due")]


def test_who_was_let_in_meanwhile_is_told_also_where_no_event_came() -> None:
    site = site_without(AMY)
    site.add(a_post(backup_id=BOB))
    site.tick(EARLY, NINE)
    site.directory.private[CHANNEL] = EVERYBODY

    assert kinds(site.tick(SOON, DUE)) == [(AMY, "due"), (AMY, "due")]


@pytest.mark.parametrize("code", ["missing_scope", "channel_not_found"])
def test_where_slack_names_nobody_everybody_is_told_as_ever(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_without(AMY)
    site.add(a_post())

    def silent(channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        raise GiveUp(code)

    monkeypatch.setattr(site.directory, "channel", silent)

    assert kinds(site.tick(EARLY, NINE, SOON)) == [(AMY, "agenda"), (AMY, "due")]


def test_slack_is_asked_who_is_there_when_somebody_is_to_be_told_and_then_seldom(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = site_without()
    site.add(a_post())
    asked, channel = [], site.directory.channel

    def counted(channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        asked.append(channel_id)
        return channel(channel_id)

    monkeypatch.setattr(site.directory, "channel", counted)
    site.tick(EARLY, *(EARLY + timedelta(minutes=n) for n in range(1, 50)))
    idle = len(asked)

    site.tick(NINE, NINE + timedelta(minutes=1), SOON, SOON + KNOWN_FOR - timedelta(minutes=1))

    assert (idle, len(asked)) == (0, 2)
    assert site.states(DeliveryState.SENT)
