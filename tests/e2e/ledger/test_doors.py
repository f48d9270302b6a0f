"""Somebody or somewhere cannot be written to: given up, with one notice to the manager that says how to mend it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.sandbox.workspace import BOT_USER_ID
from tests.e2e.ledger.ledger_life import A_MINUTE, EIGHT, NOON, TEAM, Life, a_post, a_strategy, living, texts

MONDAY = datetime(2026, 11, 30, 8, 58, tzinfo=UTC)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


NOTICES = [
    ("deactivated", "the account is deactivated", "le compte est désactivé", "/post list"),
    ("bot", "Slack does not let me open a conversation", "Slack ne permet pas d’ouvrir une conversation", "/post list"),
    ("unknown", "Slack does not know the account", "Slack ne connaît pas ce compte", "/post list"),
]


def close_door(life: Life, how: str) -> None:
    people = life.slack.workspace.members
    if how == "unknown":
        del people["UAMY"]
    else:
        people["UAMY"] = replace(people["UAMY"], **{"deactivated": {"deleted": True}, "bot": {"is_bot": True}}[how])
    life.forget_conversations()


@pytest.mark.parametrize("french", [False, True])
@pytest.mark.parametrize(("how", "english_why", "french_why", "mend"), NOTICES)
def test_somebody_who_cannot_be_written_to_is_one_notice_in_the_managers_language(
    how: str, english_why: str, french_why: str, mend: str, french: bool
) -> None:
    team = [replace(each, locale="fr-FR" if french else "en-GB") for each in TEAM]
    with living(team=team) as life:
        life.add(a_post(1), a_post(2))
        close_door(life, how)

        told = life.tick(NOON, NOON + A_MINUTE, NOON + 2 * A_MINUTE)

        notices = [text for channel, text in texts(told) if channel == "DINES" and "<@UAMY>" in text]
        assert len(notices) == 1
        assert (french_why if french else english_why) in notices[0]
        assert mend in notices[0]
        assert {each.kind for each in life.deliveries(DeliveryState.ABANDONED)} == {ReminderKind.DUE}


def test_what_nobody_could_be_told_goes_to_somebody_else_from_then_on() -> None:
    with living() as life:
        life.add(a_post(1, backup_id="UBOB"), a_post(2, backup_id="UBOB", due=NOON + 2 * A_MINUTE))
        close_door(life, "deactivated")

        told = texts(life.tick(NOON, NOON + A_MINUTE, NOON + 2 * A_MINUTE))

        assert [channel for channel, _ in told] == ["DINES", "DBOB"]
        assert "P2" in told[1][1]


CHANNELS = [
    ("archived", "is archived. Unarchive it", "est archivé"),
    ("left", "I am not a member of <#CSOCIAL>. Type /invite", "/invite"),
    ("gone", "I cannot see <#CSOCIAL> any more", "<#CSOCIAL>"),
]


@pytest.mark.parametrize("french", [False, True])
@pytest.mark.parametrize(("how", "english", "french_words"), CHANNELS)
def test_a_digest_that_cannot_be_posted_is_one_notice_that_says_how_to_mend_it(
    how: str, english: str, french_words: str, french: bool
) -> None:
    team = [replace(each, locale="fr-FR" if french else "en-GB") for each in TEAM]
    with living(at=MONDAY - A_DAY, team=team, strategy=a_strategy(created_at=EIGHT)) as life:
        workspace = life.slack.workspace
        if how == "archived":
            workspace.channels["CSOCIAL"] = replace(workspace.channels["CSOCIAL"], is_archived=True)
        elif how == "left":
            workspace.set_membership("CSOCIAL", BOT_USER_ID, is_member=False)
        else:
            del workspace.channels["CSOCIAL"]

        told = life.tick_until(MONDAY + 10 * A_MINUTE, timedelta(hours=6))
        told += life.tick_until(MONDAY + 3 * AN_HOUR, AN_HOUR)

        assert [channel for channel, _ in texts(told)] == ["DINES"]
        assert (french_words if french else english) in texts(told)[0][1]


def test_there_is_no_notice_about_a_notice_and_none_to_the_one_who_is_gone() -> None:
    with living() as life:
        life.add(a_post(1), a_post(2, owner="UINES", due=NOON + 5 * A_MINUTE))
        for each in ("UAMY", "UINES"):
            people = life.slack.workspace.members
            people[each] = replace(people[each], deleted=True)
        life.forget_conversations()

        life.tick_until(NOON + AN_HOUR, 10 * A_MINUTE)

        notices = [each for each in life.deliveries() if each.kind is ReminderKind.NOTICE]
        assert len(notices) == 1
        assert notices[0].state is DeliveryState.ABANDONED


def test_a_message_of_unknown_outcome_to_somebody_who_left_is_given_up() -> None:
    with living() as life:
        life.add(a_post())
        life.slack.faults.plan("chat.postMessage", "drop_before")
        life.tick(NOON)
        close_door(life, "deactivated")

        life.tick_until(NOON + 5 * A_MINUTE)

        assert len(life.deliveries(DeliveryState.ABANDONED)) == 1
        assert life.deliveries(DeliveryState.UNKNOWN) == []
