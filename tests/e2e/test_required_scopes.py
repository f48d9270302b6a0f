"""The bot whose admin left every optional scope out: it does its work, and says what it cannot do and who can help."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.app import build
from bot.cli.calendar import run_import
from bot.cli.sample import found_team
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Message, Upload
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, MONDAY, UNHURRIED, Stage, settings_of
from tests.e2e.living import Life, living
from tests.e2e.test_a_week import CALENDAR, OPENING, act_all, owed

CHANNEL = "CSOCIAL"
UNGRANTED = {"conversations.info", "dnd.teamInfo"}
"""What is asked all the same, once: Slack's refusal is the answer."""


# --- a week of reminders


@pytest.fixture(scope="module")
def week() -> Iterator[Life]:
    with living(at=OPENING, optional_scopes=False) as life:
        store = life.bot.house.store
        with store.transaction() as tx:
            [strategy] = tx.strategies.all()
        run_import(store, CALENDAR.encode(), strategy=strategy, by="", now=OPENING, name="novembre.csv")
        act_all(life, life.move_to)
        yield life


def test_a_week_is_told_like_one_with_every_scope(week: Life) -> None:
    assert sorted(week.lines()) == owed()


def test_nothing_is_asked_that_was_not_granted_but_for_the_quiet_hours_and_the_channel_once(week: Life) -> None:
    refused = [call.method for call in week.slack.calls if call.verdict != "ok"]

    assert sorted(refused) == sorted(UNGRANTED)


# --- what is typed and pressed


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, optional_scopes=False, clock=clock, ack_seconds=UNHURRIED) as slack:
        bot = build(settings_of(slack), clock=clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        yield Stage(slack=slack, bot=bot, strategy=found_team(bot.house, MONDAY, with_posts=True))
        bot.stop()


TYPED = (
    "/parution help",
    "/parution setup",
    "/objective",
    "/plan",
    "/plan check",
    "/plan calendar",
    "/post",
    '/post add "Spring contest" on instagram by @amy due tue 10:00 kind contest',
    "/post list week",
    "/post show P1",
    "/post edit P1 text Come in and taste",
    "/post idea A walk by the river",
    "/post import",
    "/checkin",
    "/checkin answered 3 received 4",
    "/checkin status",
    "/kpi",
    "/kpi digest",
    "/kpi best",
)


def text_of(message: Message) -> str:
    return message.text + json.dumps(message.blocks, ensure_ascii=False)


@pytest.mark.parametrize("typed", TYPED)
def test_every_command_answers(stage: Stage, typed: str) -> None:
    hand = stage.slack.hand("UAMY")
    sorry = [Translator(locale, "UTC")("bug-apology", reference="#").partition("#")[0] for locale in ("en", "fr")]

    answer = hand.command(typed, channel=CHANNEL)

    assert (answer.acknowledged, answer.error) == (True, None)
    assert answer.text or answer.modal
    assert not [each for each in sorry if each in answer.text]
    hand.reload()


def test_home_and_the_conversation_are_there(stage: Stage) -> None:
    bob = stage.slack.hand("UBOB")

    bob.open_home()
    bob.wait_for(lambda: bob.home)
    stage.slack.settle()
    known = len(bob.direct_messages())
    bob.say("post list week")

    assert bob.wait_for(lambda: [each for each in bob.direct_messages()[known:] if each.bot_id])


def test_an_answer_to_a_mention_is_not_waited_for(stage: Stage) -> None:
    """Slack does not tell the bot of it; whoever wonders is told by the doctor, who runs it."""
    before = len(stage.slack.hand("UBOB").direct_messages())

    assert not stage.slack.app.subscribes_to("app_mention")
    stage.slack.hand("UBOB").say("<@UAPP> list", channel=CHANNEL)

    stage.slack.settle()
    assert len(stage.slack.hand("UBOB").direct_messages()) == before


@pytest.mark.parametrize(
    ("typed", "scope"),
    [("/post export", "files:write"), ("/post export buffer", "files:write"), ("/plan calendar", "files:write")],
)
@pytest.mark.parametrize("who", ["UBOB", "UAMY"])
def test_what_goes_out_as_a_file_says_which_scope_is_missing(stage: Stage, typed: str, scope: str, who: str) -> None:
    answer = stage.slack.hand(who).command(typed, channel=CHANNEL)

    assert scope in text_of(answer.messages[-1])
    assert "admin" in text_of(answer.messages[-1])


def test_the_canvas_of_the_channel_says_which_scope_is_missing(stage: Stage) -> None:
    amy = stage.slack.hand("UAMY")
    message = amy.command("/plan calendar", channel=CHANNEL).messages[-1]

    assert "canvases:write" in amy.press(message, "calendar.canvas").text


@pytest.mark.parametrize("who", ["UBOB", "UAMY"])
def test_a_file_that_is_dropped_says_which_scope_is_missing_and_what_else_helps(stage: Stage, who: str) -> None:
    hand = stage.slack.hand(who)
    known = len(hand.direct_messages())
    dropped = Upload(name="calendar.csv", content=b"title,platform\nA,instagram\n", mimetype="text/csv")

    hand.say("", files=[dropped])

    said = hand.wait_for(lambda: [each for each in hand.direct_messages()[known:] if each.bot_id])
    assert "files:read" in said[-1].text
    assert "parution import" in said[-1].text


def test_in_their_quiet_hours_a_member_is_told_in_time_all_the_same(stage: Stage) -> None:
    """Without dnd:read Slack does not say when that is; Slack itself holds the sound back then."""
    noon = MONDAY + timedelta(hours=3)
    stage.slack.change_member("UBOB", do_not_disturb=(MONDAY.timestamp(), (noon + timedelta(hours=12)).timestamp()))
    due = Due.of(noon, "Europe/London")
    known = {"strategy_id": stage.strategy.id, "platform": Platform.BLOG, "owner_id": "UBOB"}
    post = Post(id="P900", title="Quiet", due=due, **known)
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(post)

    stage.move_to(noon + timedelta(minutes=1))

    assert any("P900" in each.text for each in stage.slack.hand("UBOB").direct_messages())
