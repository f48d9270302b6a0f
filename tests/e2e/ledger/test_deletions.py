"""What a newer message took the place of is deleted in Slack itself, unless somebody answered or Slack keeps it."""

from datetime import timedelta

import pytest

from tests.e2e.ledger.ledger_life import A_MINUTE, NOON, Life, a_post, living

SOON = NOON - timedelta(hours=1)


def messages(life: Life) -> list[str]:
    """The texts of Amy's conversation with the bot, its threads left out."""
    place = life.slack.workspace.direct_channel("UAMY").id
    every = life.slack.workspace.log(place).all()
    return [each.text for each in every if each.thread_ts is None or each.thread_ts == each.ts]


def told_soon(life: Life) -> str:
    """The place of the message an hour before."""
    life.add(a_post())
    life.tick(SOON)
    return life.accepted()[-1].args["channel"]


def ts_of_soon(life: Life) -> str:
    return next(each.ts for each in life.deliveries() if ":soon-" in each.key)


def test_the_message_an_hour_before_is_gone_from_the_conversation_at_the_due_moment() -> None:
    with living(at=SOON - A_MINUTE) as life:
        told_soon(life)

        life.tick(NOON)

        assert [text.partition(",")[0] for text in messages(life)] == ["P1 · Number 1. is due on Instagram now"]


def test_one_that_was_answered_in_its_thread_stays_as_one_line() -> None:
    with living(at=SOON - A_MINUTE) as life:
        place = told_soon(life)
        life.slack.hand("UAMY").say("nearly done", channel=place, thread_ts=ts_of_soon(life))

        life.tick(NOON)

        assert messages(life)[0] == "P1 · Number 1. · Instagram, 12:00"
        assert life.calls("chat.delete") == []


@pytest.mark.parametrize("code", ["cant_delete_message", "compliance_exports_prevent_deletion"])
def test_a_workspace_that_keeps_its_messages_has_one_line_instead(code: str) -> None:
    with living(at=SOON - A_MINUTE) as life:
        told_soon(life)
        life.slack.faults.plan("chat.delete", code)

        life.tick(NOON, NOON + A_MINUTE)

        assert messages(life)[0] == "P1 · Number 1. · Instagram, 12:00"
        assert len(life.calls("chat.delete")) == 1


def test_one_that_somebody_deleted_already_is_done() -> None:
    with living(at=SOON - A_MINUTE) as life:
        place = told_soon(life)
        life.slack.workspace.remove_message(place, ts_of_soon(life))

        life.tick(NOON, NOON + A_MINUTE)

        assert len(life.calls("chat.delete")) == 1
        assert len(messages(life)) == 1


@pytest.mark.parametrize("kind", ["429", "500", "500_after", "drop_before", "drop_after"])
def test_a_deletion_whose_answer_is_lost_is_made_again_until_it_is_done(kind: str) -> None:
    with living(at=SOON - A_MINUTE) as life:
        told_soon(life)
        life.slack.faults.plan("chat.delete", kind)  # type: ignore[arg-type]

        life.tick(NOON, NOON + A_MINUTE, NOON + 2 * A_MINUTE)

        assert len(messages(life)) == 1
        assert [each.key for each in life.deliveries() if each.goes] == []
