"""A strategy in a private channel, on the local Slack: who sees it from where, and what changes that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.domain.people.channels import DOUBTED_AFTER, KNOWN_FOR
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Upload
from bot.services.post.details import ask_for_file
from storage.memory import MemoryStore
from tests.builders import add_post_on
from tests.conftest import MANIFEST, MONDAY, UNHURRIED, Stage, settings_of
from tests.handlers.posting import due_in, post, shown

CLOSED, SOCIAL, GENERAL = "CCAMPAGNE", "CSOCIAL", "CGENERAL"
ASKED = ("conversations.info", "conversations.members")
INSIDE, OUTSIDE = ("UAMY", "UCHLOE", "UINES"), ("UBOB", "UDAN")


def closed(stage: Stage, **more) -> Stage:
    """The strategy lives in a private channel, with a post whose title is a secret."""
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), channel_id=CLOSED, **more))
    add_post_on(stage, title="Zanzibar", due=due_in(days=2))
    return stage


@pytest.fixture
def stage(stage: Stage) -> Stage:
    return closed(stage)


@pytest.fixture
def unread() -> Iterator[Stage]:
    """The same, where nobody gave the optional scopes."""
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, optional_scopes=False, clock=clock, ack_seconds=UNHURRIED) as slack:
        bot = build(settings_of(slack), clock=clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        strategy = found_team(bot.house, MONDAY, with_posts=False)
        yield closed(Stage(slack=slack, bot=bot, strategy=strategy), round_ids=(), platforms=())
        bot.stop()


def sees_it(stage: Stage, who: str) -> bool:
    """Whether the list of posts has the secret, asked for in the direct message."""
    return "Zanzibar" in shown(stage.slack.hand(who).command("/post list all").messages[-1])


def those_who_see_it(stage: Stage, *people: str) -> set[str]:
    return {each for each in people or (*INSIDE, *OUTSIDE) if sees_it(stage, each)}


def calls(stage: Stage) -> int:
    return sum(each.method in ASKED for each in stage.slack.calls)


def wait(stage: Stage, span: timedelta) -> None:
    stage.slack.clock.set(stage.slack.clock.now() + span)


# --- its members, and nobody else


def test_membership_of_the_channel_decides_also_for_the_only_strategy(stage):
    assert those_who_see_it(stage) == set(INSIDE)


def test_its_members_have_their_direct_message_home_and_exports(stage):
    ines = stage.slack.hand("UINES")

    ines.open_home()
    ines.command("/post export")

    assert "Maison Lune" in str(ines.wait_for(lambda: ines.home).blocks)
    assert [each.name for message in ines.direct_messages() for each in message.files] == ["S1-2026-11-23.csv"]
    ines.say("objective")
    ines.wait_for(lambda: "talk with us" in str([each.blocks for each in ines.direct_messages()]))


def test_who_is_outside_adds_nothing_and_gets_no_file(stage):
    bob = stage.slack.hand("UBOB")

    for typed in ('/post add "Tea" on x', '/post idea "Tea" on x', "/post export", "/plan calendar ics"):
        assert "There is no strategy here yet" in bob.command(typed).text

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.posts.all()) == 1
    assert not [each for message in bob.direct_messages() for each in message.files]


def test_of_two_strategies_the_one_that_is_seen_is_the_only_one(stage):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(replace(stage.strategy, id="S2", name="Open", channel_id=SOCIAL, rev=0))
    bob = stage.slack.hand("UBOB")  # whose default is the one he does not see

    bob.command('/post add "Tea" on x')

    with stage.bot.house.store.transaction() as tx:
        assert [each.title for each in tx.posts.of_strategy(other.id)] == ["Tea"]


def test_a_form_of_a_strategy_that_is_not_seen_any_more_writes_into_no_other(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(stage.strategy, id="S2", name="Open", channel_id=SOCIAL, rev=0))
    ines = stage.slack.hand("UINES")
    ines.command("/post add", channel=CLOSED)
    stage.slack.leave("UINES", CLOSED)

    answer = ines.submit({"title": "Tea", "platform": "x"})

    assert "Il n’y a pas encore de stratégie ici" in shown(answer.modal)
    with stage.bot.house.store.transaction() as tx:
        assert len(tx.posts.all()) == 1


def test_a_guest_sees_it_in_the_channel_as_long_as_they_are_in_it(stage):
    guest = stage.slack.hand("UGUEST")
    stage.slack.join("UGUEST", CLOSED)
    seen = guest.command("/post list all", channel=CLOSED).messages[-1]
    stage.slack.leave("UGUEST", CLOSED)

    guest.press(seen, "post.show:P1")

    assert "Zanzibar" in shown(seen)
    assert guest.modal is None


# --- who comes and goes


def test_who_is_let_in_sees_it_at_once_and_who_leaves_does_not_any_more(stage):
    assert those_who_see_it(stage, "UBOB", "UINES") == {"UINES"}

    stage.slack.join("UBOB", CLOSED)
    stage.slack.leave("UINES", CLOSED)

    assert those_who_see_it(stage, "UBOB", "UINES") == {"UBOB"}


def test_what_no_event_told_is_found_out(stage):
    those_who_see_it(stage)
    for name, act in (("member_joined_channel", stage.slack.join), ("member_left_channel", stage.slack.leave)):
        stage.slack.faults.plan_event(name, "lost", "lost", "lost", "lost")
        act("UBOB" if name == "member_joined_channel" else "UINES", CLOSED)

    wait(stage, DOUBTED_AFTER)
    assert sees_it(stage, "UBOB")
    wait(stage, KNOWN_FOR)
    assert not sees_it(stage, "UINES")


def test_turns_do_not_ask_slack_each_time(stage):
    people = [stage.slack.hand(each) for each in (*INSIDE, *OUTSIDE)]

    for _ in range(3):
        for each in people:
            each.command("/post list all")
            each.command("/post list all", channel=GENERAL)

    assert calls(stage) == 2


def test_a_channel_that_is_made_private_shows_its_strategy_to_its_members_alone(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), channel_id=SOCIAL))
    stage.slack.leave("UBOB", SOCIAL)
    assert sees_it(stage, "UBOB")

    stage.slack.make_private(SOCIAL)
    wait(stage, KNOWN_FOR)

    assert those_who_see_it(stage) == {*INSIDE, "UDAN"}


def test_after_the_bot_was_taken_out_what_was_known_stands(stage):
    those_who_see_it(stage)

    stage.slack.leave("UAPP", CLOSED)
    wait(stage, KNOWN_FOR)

    assert those_who_see_it(stage) == set(INSIDE)


@pytest.mark.parametrize("kind", ["429", "500", "drop_before", "drop_after"])
@pytest.mark.parametrize("method", ASKED)
@pytest.mark.parametrize("is_known", [True, False], ids=["known", "never told"])
def test_when_slack_fails_nothing_opens_and_not_everybody_is_shut_out(stage, kind, method, is_known):
    if is_known:
        those_who_see_it(stage)
        wait(stage, KNOWN_FOR)
    stage.slack.faults.plan(method, kind, times=20)

    seen = those_who_see_it(stage, "UAMY", "UINES", "UDAN")

    assert seen == ({"UAMY", "UINES"} if is_known else {"UAMY", "UDAN"})  # Dan is named in the plan, Ines is not


# --- without the optional scopes


def test_without_the_scopes_a_member_is_who_acted_there_is_named_or_has_a_post(unread):
    assert those_who_see_it(unread) == {"UAMY", "UBOB"}  # who looks after it, and whose post it is

    unread.slack.hand("UINES").command("/post", channel=CLOSED)

    assert those_who_see_it(unread) == {"UAMY", "UBOB", "UINES"}


def test_without_the_scopes_whoever_is_given_a_post_comes_to_see_it(unread):
    bob = unread.slack.hand("UBOB")

    bob.command("/post assign P1 @dan")

    assert post(unread).owner_id == "UDAN"
    assert those_who_see_it(unread) == {"UAMY", "UDAN"}  # the post was all that let Bob in


def test_without_the_scopes_slack_is_asked_once_and_then_seldom(unread):
    for _ in range(3):
        those_who_see_it(unread)

    assert calls(unread) == 1


# --- what somebody had


def test_who_has_left_has_nothing_to_undo_there(stage):
    ines = stage.slack.hand("UINES")
    ines.command('/post add "Tea" on x', channel=CLOSED)
    stage.slack.leave("UINES", CLOSED)

    assert "Zanzibar" not in (told := ines.command("/post undo").text)
    assert "P2" not in told


def test_an_absence_names_no_posts_of_what_is_not_seen(stage):
    answer = stage.slack.hand("UBOB").command("/checkin away 24/11..27/11")

    assert "P1" not in answer.text
    assert "Zanzibar" not in shown(answer.messages[-1])


def test_a_file_for_a_post_that_is_not_seen_any_more_is_one_without_a_post(stage):
    store, now = stage.bot.house.store, stage.slack.clock.now()
    with store.transaction() as tx:
        bob = tx.members.get("UBOB")
    ask_for_file(store, strategy=stage.strategy, by=bob, now=now, post_id="P1")

    hand = stage.slack.hand("UBOB")
    hand.say("here", files=[Upload(name="tea.csv", content=b"Title,Platform\nTea,x\n", mimetype="text/csv")])

    answer = hand.wait_for(lambda: [each for each in hand.direct_messages() if each.bot_id])[-1]
    assert "There is no strategy here yet" in answer.text
    assert post(stage).attachments == ()
