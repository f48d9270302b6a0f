"""The ledger against a Slack that fails: wrong clocks, limits, closed doors, histories that cannot be read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.domain.deliveries import DeliveryState
from bot.domain.people import ReminderKind
from bot.domain.posts import Post, PostState
from bot.sandbox.faults import Outage
from bot.sandbox.workspace import BOT_USER_ID
from bot.services.deliveries import LEASE
from tests.e2e.ledger_life import A_MINUTE, EIGHT, NOON, TEAM, Life, a_post, a_strategy, everything, living, texts
from tests.e2e.living import MANIFEST

MONDAY = datetime(2026, 11, 30, 8, 58, tzinfo=UTC)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


# --- clocks


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


# --- limits


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


# --- closed doors


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
    ("left", "I am not a member of <#CSOCIAL>. Type `/invite", "/invite"),
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


# --- histories that cannot be read


def manifest_without(folder: Path, *scopes: str) -> Path:
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    kinds = manifest["oauth_config"]["scopes"]
    for name in kinds:
        kinds[name] = [each for each in kinds[name] if each not in scopes]
    path = folder / "manifest.yml"
    path.write_text(yaml.safe_dump(manifest), encoding="utf-8")
    return path


def test_without_the_history_of_direct_messages_a_due_post_is_sent_again_and_says_so(tmp_path: Path) -> None:
    with living(manifest=manifest_without(tmp_path, "im:history")) as life:
        life.add(a_post())
        life.tick(NOON - 2 * A_MINUTE)
        life.slack.faults.plan("chat.postMessage", "drop_after")

        told = life.tick_until(NOON + 5 * A_MINUTE, timedelta(seconds=30))

        assert ["You may have had this already" in everything(call) for call in told] == [False, True]


@pytest.mark.parametrize("french", [False, True])
def test_without_the_history_of_the_channel_a_digest_waits_for_a_person(tmp_path: Path, french: bool) -> None:
    team = [replace(each, locale="fr-FR" if french else "en-GB") for each in TEAM]
    manifest = manifest_without(tmp_path, "channels:history", "groups:history")
    with living(at=MONDAY, manifest=manifest, team=team, strategy=a_strategy(created_at=EIGHT)) as life:
        life.slack.faults.plan("chat.postMessage", "drop_after")

        told = texts(life.tick_until(MONDAY + 2 * AN_HOUR))

        assert [channel for channel, _ in told] == ["CSOCIAL", "DINES"]
        assert ("peut-être pas arrivé dans <#CSOCIAL>" if french else "may not have arrived in <#CSOCIAL>") in told[1][
            1
        ]
        assert "/kpi digest" in told[1][1]


def test_a_lost_reply_to_a_digest_or_to_its_thread_is_found_again() -> None:
    with living(at=MONDAY, strategy=a_strategy(created_at=EIGHT - 7 * A_DAY)) as life:
        life.add(a_published_post())
        life.slack.faults.plan("chat.postMessage", "drop_after", times=2)
        told = life.tick_until(MONDAY + 10 * A_MINUTE)
        life.slack.faults.plan("chat.postMessage", "drop_after", times=2)

        told += life.tick_until(MONDAY + 30 * A_MINUTE)

        assert life.doubled() == []
        digests = [call for call in told if call.args["channel"] == "CSOCIAL"]
        assert [bool(call.args.get("thread_ts")) for call in digests] == [False, True]
        assert life.unsettled() == []


def a_published_post() -> Post:
    at = MONDAY - 3 * A_DAY
    more = {"state": PostState.PUBLISHED, "published_at": at, "published_by": "UAMY"}
    return a_post(due=at, link="https://example.com/1", **more)


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
            patch.setattr("handlers.ticks.digest_of", lambda message: 1 // 0)
            life.tick(NOON)

        life.tick_until(NOON + 5 * A_MINUTE)

        assert len(life.accepted()) == 1
        assert life.unsettled() == []
