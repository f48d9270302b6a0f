"""Whatever lies between the look at the clock and the reader: what is late says so when it leaves, or a moment later.

Each place where time can pass has a name here; half past nine minutes after it was owed, forty seconds make a
message late.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.reminders.deliveries import DeliveryState
from bot.sandbox.core import Call
from bot.sandbox.faults import Outage
from bot.services.reminders.deliveries import LEASE
from tests.e2e.ledger.ledger_life import A_MINUTE, NOON, Life, a_post, everything, living
from tests.e2e.living import blocks_as_text, without_odd_spaces

JUST_IN_TIME = NOON + timedelta(minutes=9, seconds=30)
A_WHILE, AN_HOUR = timedelta(seconds=40), timedelta(hours=1)
TEN_MINUTES = timedelta(minutes=10)
SAYS_LATE = ("This message is late", "While I was away")


def passes(life: Life, span: timedelta) -> None:
    life.slack.clock.set(life.slack.clock.now() + span)


def once(act: Callable[[], None]) -> Callable[[], None]:
    left = [act]
    return lambda: left.pop()() if left else None


def around(life: Life, method: str, *, first: Callable[[], None] = lambda: None, then: Callable[[], None]) -> None:
    """Have *first* happen just before a call of Slack's *method*, *then* just after it."""
    client = life.bot.house.messenger._client  # type: ignore[attr-defined]
    call = getattr(client, method)

    def wrapped(**body: Any) -> Any:
        first()
        answer = call(**body)
        then()
        return answer

    setattr(client, method, wrapped)


def opening_takes(life: Life, span: timedelta) -> None:
    around(life, "conversations_open", then=once(lambda: passes(life, span)))


def waiting_for_its_turn_takes(life: Life, span: timedelta) -> None:
    messenger = life.bot.house.messenger
    messenger._is_paced = True  # type: ignore[attr-defined]
    messenger._elapsed = lambda: life.slack.clock.now().timestamp()  # type: ignore[attr-defined]
    messenger._pause = lambda seconds: passes(life, span)  # type: ignore[attr-defined]


def the_way_to_slack_takes(life: Life, span: timedelta) -> None:
    around(life, "chat_postMessage", first=once(lambda: passes(life, span)), then=lambda: None)


def the_answer_takes(life: Life, span: timedelta) -> None:
    around(life, "chat_postMessage", then=once(lambda: passes(life, span)))


def drawing_takes(life: Life, span: timedelta) -> None:
    """A slow machine, or one that is put to sleep there."""
    post, late = life.bot.house.messenger.post, once(lambda: passes(life, span))

    def slow(*args: Any, **more: Any) -> Any:
        late()
        return post(*args, **more)

    life.bot.house.messenger.post = slow  # type: ignore[method-assign]


SEAMS = [drawing_takes, opening_takes, waiting_for_its_turn_takes, the_answer_takes, the_way_to_slack_takes]


def late_ones(life: Life) -> list[Call]:
    """Messages that Slack took more than ten minutes after they were owed, which all were at noon."""
    return [call for call in life.accepted() if call.at > NOON + TEN_MINUTES]


def says_late(text: str) -> bool:
    return any(sign in text for sign in SAYS_LATE)


def as_they_read(life: Life) -> list[str]:
    """The bot's direct messages about posts, as they stand now."""
    every = [each for who in ("UAMY", "UBOB") for each in life.slack.hand(who).direct_messages()]
    return [without_odd_spaces(f"{each.text} {blocks_as_text(each.blocks)}") for each in every if each.bot_id]


def posts_of_two(life: Life) -> None:
    life.add(a_post(1), a_post(2), a_post(3, owner="UBOB"))


@pytest.mark.parametrize("seam", SEAMS)
@pytest.mark.parametrize("span", [A_WHILE, AN_HOUR])
def test_wherever_time_passes_what_reaches_its_reader_late_says_so(
    seam: Callable[[Life, timedelta], None], span: timedelta
) -> None:
    with living() as life:
        posts_of_two(life)
        seam(life, span)

        life.tick(JUST_IN_TIME)
        life.tick_until(life.slack.clock.now() + 2 * A_MINUTE)

        late, silent = late_ones(life), [call for call in late_ones(life) if not says_late(everything(call))]
        assert late
        assert len(silent) == (seam is the_way_to_slack_takes)  # nothing can be asked after it has left
        assert sum(map(says_late, as_they_read(life))) == len(late)
        assert life.doubled() == []
        assert life.unsettled() == []


def test_what_was_on_its_way_too_long_is_put_right_in_the_same_beat() -> None:
    with living() as life:
        life.add(a_post())
        the_way_to_slack_takes(life, A_WHILE)

        life.tick(JUST_IN_TIME)

        [update] = life.calls("chat.update")
        assert "This message is late: it should have reached you Tue 24 Nov 12:00" in everything(update)


def test_what_came_in_time_is_not_touched_however_slow_the_answer_was() -> None:
    with living() as life:
        life.add(a_post())
        the_answer_takes(life, AN_HOUR)

        life.tick(JUST_IN_TIME)
        life.tick_until(life.slack.clock.now() + 2 * A_MINUTE)

        assert life.calls("chat.update") == []
        assert [says_late(each) for each in as_they_read(life)] == [False]


def test_what_a_killed_bot_had_on_its_way_says_that_it_is_late_once_it_is_found() -> None:
    with living() as life:
        life.add(a_post())

        def die() -> None:
            raise KeyboardInterrupt

        around(life, "chat_postMessage", first=once(lambda: passes(life, AN_HOUR)), then=once(die))
        with pytest.raises(KeyboardInterrupt):
            life.tick(NOON)

        life.tick(NOON + AN_HOUR + LEASE, NOON + AN_HOUR + LEASE + A_MINUTE)

        assert len(life.accepted()) == 1
        assert [says_late(each) for each in as_they_read(life)] == [True]
        assert {each.state for each in life.deliveries()} == {DeliveryState.SENT}


def test_what_was_found_to_have_arrived_in_time_says_nothing_of_being_late() -> None:
    with living() as life:
        life.add(a_post())
        life.slack.faults.plan("chat.postMessage", "drop_after")

        life.tick(NOON, NOON + TEN_MINUTES + A_MINUTE)

        assert [says_late(each) for each in as_they_read(life)] == [False]


@pytest.mark.parametrize(
    "fault", ["drop_before", "500", Outage(kind="429", retry_after=660), "drop_after"], ids=lambda each: str(each)
)
def test_whatever_came_of_the_first_attempt_the_second_says_that_it_is_late(fault: Any) -> None:
    with living() as life:
        posts_of_two(life)
        life.slack.faults.plan("chat.postMessage", fault, "500")

        life.tick(NOON, NOON + TEN_MINUTES + A_MINUTE, NOON + TEN_MINUTES + 3 * A_MINUTE)

        late = late_ones(life)
        assert late
        assert all(says_late(everything(call)) for call in late)
        assert life.doubled() == []


def test_a_lease_that_was_taken_over_late_says_so() -> None:
    with living() as life:
        life.add(a_post())

        def die() -> None:
            raise KeyboardInterrupt

        around(life, "chat_postMessage", first=once(die), then=lambda: None)
        with pytest.raises(KeyboardInterrupt):
            life.tick(NOON)

        told = life.tick(NOON + TEN_MINUTES + LEASE, NOON + TEN_MINUTES + LEASE + A_MINUTE)

        assert [says_late(everything(call)) for call in told] == [True]


def test_a_word_beforehand_that_waited_until_it_is_of_no_use_does_not_leave_any_more() -> None:
    just_before: datetime = NOON - TEN_MINUTES - timedelta(seconds=30)
    with living(at=NOON - timedelta(minutes=90)) as life:
        life.add(a_post(1), a_post(2, owner="UBOB"))
        the_answer_takes(life, A_WHILE)

        soon = life.tick(just_before)
        later = life.tick_until(NOON + A_MINUTE)

        assert [call.args["channel"] for call in soon] == ["DAMY"]
        assert sorted(call.args["channel"] for call in later) == ["DAMY", "DBOB"]
        assert all("now" in call.args["text"] for call in later)
