"""The ledger against a Slack that fails: wrong clocks, lost replies, limits."""

from datetime import timedelta

import pytest

from bot.domain.reminders.deliveries import DeliveryState
from bot.sandbox.faults import Outage
from bot.services.reminders.deliveries import LEASE
from tests.e2e.ledger.ledger_life import A_MINUTE, NOON, a_post, everything, living, texts

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("wrong_by", [AN_HOUR, A_DAY, -AN_HOUR, -A_DAY])
@pytest.mark.parametrize("fault", ["drop_after", "500_after"])
def test_a_lost_reply_is_found_again_by_a_bot_whose_clock_was_wrong(wrong_by: timedelta, fault: str) -> None:
    with living() as life:
        life.add(a_post(due=max(NOON, NOON + wrong_by)))
        life.tick(NOON - 2 * A_MINUTE)
        if wrong_by < timedelta():
            life.add(a_post(2))
        life.slack.faults.plan("chat.postMessage", fault)
        life.clock.by = wrong_by
        life.tick(NOON)
        life.clock.by = timedelta()

        life.tick_until(NOON + 40 * A_MINUTE)

        assert life.doubled() == []
        assert life.unsettled() == []


def test_a_bot_put_to_sleep_between_two_messages_says_afterwards_that_the_second_is_late() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, owner="UBOB"), a_post(3, owner="UDAN"))
        post, asleep = life.bot.house.messenger.post, [AN_HOUR]

        def then_sleep(*args: object, **more: object) -> object:
            sent = post(*args, **more)
            if asleep:
                life.slack.clock.set(life.slack.clock.now() + asleep.pop())
            return sent

        life.bot.house.messenger.post = then_sleep  # type: ignore[method-assign]
        first = life.tick(NOON)
        then = life.tick(NOON + AN_HOUR + A_MINUTE)

        assert ["late" in everything(call) for call in [*first, *then]] == [False, True, True]


def test_a_bot_that_slept_while_it_waited_for_its_turn_in_a_conversation_does_not_send_what_it_had_in_hand() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2))
        messenger = life.bot.house.messenger
        messenger._is_paced = True  # type: ignore[attr-defined]
        messenger._elapsed = lambda: life.slack.clock.now().timestamp()  # type: ignore[attr-defined]
        messenger._pause = lambda seconds: life.slack.clock.set(life.slack.clock.now() + AN_HOUR)  # type: ignore[attr-defined]

        assert len(life.tick(NOON)) == 1
        assert ["late" in everything(call) for call in life.tick_until(NOON + AN_HOUR + 2 * A_MINUTE)] == [True]
        assert life.doubled() == []


def test_killed_in_the_middle_of_a_message_that_is_late_by_its_lease_the_message_comes_once() -> None:
    with living() as life:
        life.add(a_post())
        post = life.bot.house.messenger.post

        def die(*args: object, **more: object) -> object:
            post(*args, **more)
            raise KeyboardInterrupt

        life.bot.house.messenger.post = die  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            life.tick(NOON)
        life.bot.house.messenger.post = post  # type: ignore[method-assign]

        life.tick(NOON + LEASE, NOON + LEASE + A_MINUTE)

        assert len(life.accepted()) == 1
        assert {each.state for each in life.deliveries()} == {DeliveryState.SENT}


def test_what_was_never_sent_and_is_found_out_too_late_is_told_in_a_catch_up() -> None:
    with living() as life:
        life.add(a_post())
        life.slack.faults.plan("chat.postMessage", "drop_before")
        life.tick(NOON)

        told = life.tick(NOON + 7 * AN_HOUR, NOON + 7 * AN_HOUR + A_MINUTE)

        assert any("While I was away" in everything(call) and "Number 1." in everything(call) for call in told)


def test_a_bug_that_shows_when_slack_has_the_message_doubles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with living() as life:
        life.add(a_post())
        with monkeypatch.context() as patch:
            patch.setattr("handlers.reminders.ledger.fingerprint", lambda message: 1 // 0)
            life.tick(NOON)

        life.tick_until(NOON + 5 * A_MINUTE)

        assert len(life.accepted()) == 1
        assert life.unsettled() == []


def test_a_limit_on_one_method_holds_up_nothing_else() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, owner="UBOB", due=NOON + 5 * A_MINUTE))
        life.slack.faults.plan("chat.postMessage", "drop_after")
        life.tick(NOON)
        life.slack.faults.plan("conversations.history", Outage(kind="429", retry_after=1800))

        told = life.tick_until(NOON + 6 * A_MINUTE)

        assert [channel for channel, _ in texts(told)] == ["DBOB"]
        assert len(life.calls("conversations.history")) == 1


def test_a_conversation_that_may_not_be_opened_yet_holds_up_no_other() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, owner="UBOB"), a_post(3, owner="UCHLOE"))
        life.slack.faults.plan("conversations.open", "ok", Outage(kind="429", retry_after=600))

        told = life.tick(NOON)
        assert len(told) == 1
        assert len(life.tick(NOON + 9 * A_MINUTE)) == 0
        assert len(life.calls("conversations.open")) == 2
        assert len(life.tick_until(NOON + 12 * A_MINUTE)) == 2


def test_a_limit_on_posting_is_asked_about_once_and_holds_up_no_look_up() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, due=NOON + A_MINUTE), a_post(3, owner="UBOB", due=NOON + A_MINUTE))
        life.slack.faults.plan("chat.postMessage", "drop_after", Outage(kind="429", retry_after=300))
        life.tick(NOON)
        posts = len(life.calls("chat.postMessage"))

        life.tick_until(NOON + 4 * A_MINUTE, timedelta(seconds=30))

        assert len(life.calls("chat.postMessage")) == posts + 1
        assert [each.subject for each in life.deliveries(DeliveryState.SENT) if "now-" in each.key] == ["P1"]
        assert len(life.tick_until(NOON + 8 * A_MINUTE)) == 2


def test_a_limit_on_updates_holds_up_no_message() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, owner="UBOB", due=NOON + 4 * A_MINUTE))
        life.tick(NOON)
        life.slack.faults.plan("chat.update", Outage(kind="429", retry_after=600))
        life.slack.hand("UAMY").command("/post done P1 https://example.com/1")

        life.tick(NOON + A_MINUTE, NOON + 2 * A_MINUTE)
        assert len(life.calls("chat.update")) == 1
        assert len(life.tick(NOON + 4 * A_MINUTE)) == 1
        life.tick(NOON + 12 * A_MINUTE)
        assert len(life.calls("chat.update")) == 2
