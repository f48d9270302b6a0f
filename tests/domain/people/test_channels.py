"""What is known of a channel, and when Slack is asked for it again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people.channels import DOUBTED_AFTER, KNOWN_FOR, Channel

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
UNKNOWN = Channel(id="C1")
TEAM = ("UAMY", "UBOB")
PUBLIC = UNKNOWN.told(is_private=False, member_ids=None, team=TEAM, now=NOW)
LISTED = UNKNOWN.told(is_private=True, member_ids=frozenset({"UAMY", "UELSE"}), team=TEAM, now=NOW)
SECOND = timedelta(seconds=1)


def test_a_public_channel_is_open_to_all_and_a_private_one_to_those_who_are_in_it() -> None:
    assert PUBLIC.is_open_to("UBOB")
    assert LISTED.is_open_to("UAMY")
    assert not LISTED.is_open_to("UBOB")
    assert not UNKNOWN.is_open_to("UAMY")


def test_only_of_people_who_are_known_the_place_is_kept() -> None:
    assert (LISTED.inside, LISTED.outside) == ({"UAMY"}, {"UBOB"})
    assert LISTED.newcomers(("UAMY", "UELSE")) == {"UELSE"}


def test_nobody_is_shut_out_where_slack_named_nobody() -> None:
    assert LISTED.is_shut_to("UBOB")
    assert not UNKNOWN.is_shut_to("UBOB")
    assert not PUBLIC.is_shut_to("UBOB")


def test_it_is_asked_for_first_and_then_seldom() -> None:
    assert UNKNOWN.is_to_be_asked(now=NOW)
    for known in (PUBLIC, LISTED):
        assert not known.is_to_be_asked(TEAM[:1], now=NOW + KNOWN_FOR - SECOND)
        assert known.is_to_be_asked(now=NOW + KNOWN_FOR)


def test_after_the_clock_was_set_back_it_is_asked_for() -> None:
    assert PUBLIC.is_to_be_asked(now=NOW - timedelta(hours=1))


def test_who_is_not_in_it_is_asked_for_again_after_a_minute_and_somebody_new_at_once() -> None:
    assert not LISTED.is_to_be_asked(["UBOB"], now=NOW + DOUBTED_AFTER - SECOND)
    assert LISTED.is_to_be_asked(["UBOB"], now=NOW + DOUBTED_AFTER)
    assert LISTED.is_to_be_asked(["UNEW"], now=NOW)


def test_while_slack_does_not_answer_nobody_new_is_asked_for_at_once() -> None:
    failing = LISTED.untold(now=NOW)

    assert not failing.is_to_be_asked(["UNEW"], now=NOW)
    assert failing.is_to_be_asked(["UNEW"], now=NOW + DOUBTED_AFTER)


@pytest.mark.parametrize("known", [PUBLIC, LISTED], ids=["public", "listed"])
def test_what_is_known_stands_while_slack_is_out_of_reach(known: Channel) -> None:
    later = known.untold(now=NOW + KNOWN_FOR)

    assert (later.is_private, later.inside, later.outside) == (known.is_private, known.inside, known.outside)


def test_a_list_stands_where_the_bot_was_taken_out_of_the_channel() -> None:
    assert LISTED.refused(now=NOW, may_not_ask=False).is_shut_to("UBOB")
    assert LISTED.refused(now=NOW, may_not_ask=False).is_open_to("UAMY")


def test_a_channel_that_was_public_may_be_private_where_slack_does_not_tell_any_more() -> None:
    assert not PUBLIC.refused(now=NOW, may_not_ask=False).is_open_to("UBOB")


def test_without_the_scopes_those_who_were_there_still_are_and_nobody_is_shut_out() -> None:
    left = LISTED.refused(now=NOW, may_not_ask=True)

    assert left.is_open_to("UAMY")
    assert not left.is_open_to("UBOB")
    assert not left.is_shut_to("UBOB")


def test_a_private_channel_whose_members_cannot_be_had_is_no_longer_public() -> None:
    assert not PUBLIC.told(is_private=True, member_ids=None, team=TEAM, now=NOW).is_open_to("UBOB")
    assert LISTED.told(is_private=True, member_ids=None, team=TEAM, now=NOW).is_shut_to("UBOB")


def test_who_comes_is_in_and_who_goes_is_out_and_both_are_asked_for() -> None:
    come, gone = LISTED.with_member("UBOB").doubted(), LISTED.without_member("UAMY").doubted()

    assert come.is_open_to("UBOB")
    assert gone.is_shut_to("UAMY")
    assert come.is_to_be_asked(now=NOW)
    assert gone.is_to_be_asked(now=NOW)
