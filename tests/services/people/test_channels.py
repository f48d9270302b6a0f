"""When Slack is asked who is in the channel of a strategy, and what its silence means."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import GiveUp, TryLater
from bot.domain.members import Member
from bot.domain.people.channels import DOUBTED_AFTER, KNOWN_FOR
from bot.ports import ChannelSaid
from bot.services.people.channels import look_again, look_around, note_activity, note_joined, note_left
from storage.memory import MemoryStore
from tests.services.post.post_builders import LUNE, NOW, SOLEIL
from tests.services.telling import PRIVATE, PUBLIC, Told, a_team, look, seen_by, seen_in


@pytest.fixture
def store() -> MemoryStore:
    return a_team()


def test_it_is_asked_once_in_a_while_however_often_somebody_comes(store):
    told = Told()

    for minute in range(30):
        look(store, told, now=NOW + timedelta(minutes=minute), about=("UAMY",))
    look(store, told, now=NOW + KNOWN_FOR)

    assert len(told.asked) == 2


def test_who_is_not_in_it_is_looked_for_once_a_minute(store):
    told = Told()

    for second in range(0, 120, 5):
        look(store, told, now=NOW + timedelta(seconds=second), about=("UDAN",))

    assert len(told.asked) == 2


def test_somebody_whom_nobody_knew_is_looked_for_at_once(store):
    told = Told()
    look(store, told)
    with store.transaction() as tx:
        tx.members.put(Member(id="UNEW", name="New"))
    told.said = replace(PRIVATE, member_ids=PRIVATE.member_ids | {"UNEW"})

    look(store, told, about=("UNEW",))

    assert "UNEW" in seen_by(store)


FAILURES = [TryLater("ratelimited"), TryLater("TimeoutError"), GiveUp("channel_not_found"), GiveUp("access_denied")]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.code)
def test_a_failure_neither_opens_a_private_channel_nor_shuts_those_out_who_are_in_it(store, failure):
    look(store, Told())

    assert seen_in(store, Told(failure), now=NOW + KNOWN_FOR) == {"UAMY", "UBOB"}


def test_a_failure_is_not_asked_about_again_at_each_turn(store):
    told = Told(TryLater("ratelimited"))

    for _ in range(5):
        look(store, told, about=("UDAN",))
    look(store, told, now=NOW + DOUBTED_AFTER)

    assert len(told.asked) == 2


def test_the_first_failure_ends_the_asking_of_a_turn(store):
    told = Told(TryLater("TimeoutError"))

    look_again(store, told, [LUNE, SOLEIL], now=NOW)

    assert told.asked == ["CSOCIAL"]


def test_a_public_channel_made_private_shows_its_strategy_to_its_members_alone(store):
    look(store, Told(PUBLIC))

    assert seen_in(store, Told(), now=NOW + KNOWN_FOR) == {"UAMY", "UBOB"}


@pytest.mark.parametrize("said", [ChannelSaid(is_private=True), GiveUp("channel_not_found")], ids=["no list", "gone"])
def test_a_public_channel_that_may_be_private_now_is_not_open_to_all_any_more(store, said):
    look(store, Told(PUBLIC))

    assert "UDAN" not in seen_in(store, Told(said), now=NOW + KNOWN_FOR)


def test_events_count_at_once_and_slack_is_asked_all_the_same(store):
    told = Told()
    look(store, told)

    note_joined(store, "CSOCIAL", "UDAN")
    note_left(store, "CSOCIAL", "UBOB")

    assert seen_by(store) == {"UAMY", "UDAN"}
    assert seen_in(store, told) == {"UAMY", "UBOB"}


def test_of_channels_without_a_strategy_and_of_people_nobody_met_nothing_is_kept(store):
    note_joined(store, "CELSEWHERE", "UDAN")
    note_activity(store, "CELSEWHERE", "UDAN")
    note_joined(store, "CSOCIAL", "USOMEBODY")

    with store.transaction() as tx:
        assert "USOMEBODY" not in str(tx.notes.all())
        assert tx.notes.find("channel:CELSEWHERE") is None


def test_before_somebody_is_told_something_what_is_old_is_asked_for(store):
    told = Told()

    assert not look_around(store, told, now=NOW, is_needed=False)
    assert look_around(store, told, now=NOW, is_needed=True)
    assert not look_around(store, told, now=NOW, is_needed=True)
    assert sorted(told.asked) == ["CSOCIAL", "CSOLEIL"]


def test_a_newcomer_is_looked_for_before_anybody_is_told_something(store):
    told = Told()
    look_around(store, told, now=NOW, is_needed=True)
    with store.transaction() as tx:
        tx.members.put(Member(id="UNEW", name="New"))

    assert look_around(store, told, now=NOW, is_needed=False)
