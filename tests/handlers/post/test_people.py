"""People are found by first or full name, with or without accents; of two of one name it is asked which."""

from collections.abc import Iterator

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.domain.members import Member
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Member as Person
from handlers.context import refresh_member
from storage.memory import MemoryStore
from tests.builders import add_post_on
from tests.conftest import MANIFEST, MONDAY, UNHURRIED, Stage, settings_of
from tests.handlers.posting import SOCIAL, last, post, posts, shown


@pytest.fixture
def chloe(stage):
    """Called Chloé in Slack, Chloé Martin in full."""
    refresh_member(stage.bot.house, "UCHLOE")


@pytest.fixture
def other_chloe(stage, chloe):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(Member(id="UROY", name="Chloé", full_name="Chloé Roy"))


@pytest.mark.parametrize("name", ["chloe", "@Chloé", "Chloé Martin", "@chloe martin", "CHLOÉ", "@chloe.martin"])
def test_a_post_is_handed_to_a_name(stage, bob, chloe, name):
    add_post_on(stage)

    bob.command(f"/post assign P1 to {name}", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"


def test_a_new_post_has_its_owner_by_name(stage, bob, chloe):
    bob.command('/post add "Tea" on instagram by chloe', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UCHLOE"]


def test_a_list_is_that_of_a_name(stage, bob, chloe):
    add_post_on(stage, owner="UCHLOE", title="Hers")
    add_post_on(stage, owner="UBOB", title="His")

    said = shown(last(bob.command("/post list chloe", channel=SOCIAL)))

    assert "Hers" in said
    assert "His" not in said


@pytest.mark.parametrize("typed", ["assign P1 to chloe", 'add "Tea" on instagram by chloe', "review P1 chloe"])
def test_of_two_of_one_name_it_is_asked_which(stage, bob, other_chloe, typed):
    add_post_on(stage)

    form = bob.command(f"/post {typed}", channel=SOCIAL).modal

    assert "“chloe” can be Chloé Martin or Chloé Roy" in shown(form)
    assert [each.owner_id for each in posts(stage)] == ["UBOB"]


def test_a_list_says_which_of_two_there_are(stage, bob, other_chloe):
    assert "can be Chloé Martin or Chloé Roy" in shown(last(bob.command("/post list chloe", channel=SOCIAL)))


def test_the_whole_name_tells_two_apart(stage, bob, other_chloe):
    add_post_on(stage)

    bob.command("/post assign P1 to chloe martin", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"


def test_who_has_left_is_not_meant_by_the_name_of_who_is_there(stage, bob, chloe):
    add_post_on(stage)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(Member(id="UGONE", name="Chloé Roy", is_active=False))

    bob.command("/post assign P1 to chloe", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"


@pytest.fixture
def newcomers(stage):
    """They came into the channel, and nothing of the strategy names them."""
    for user_id, name in (("UFRAN", "François Côté"), ("UMARIE", "Marie-Ève Roy"), ("UZOE", "Zoé Lefèvre")):
        stage.slack.add_member(Person(id=user_id, name=user_id.lower(), real_name=name))
        stage.slack.join(user_id, SOCIAL)


@pytest.mark.parametrize(
    ("name", "owner_id"),
    [("francois", "UFRAN"), ("François Côté", "UFRAN"), ("marie-eve", "UMARIE"), ("zoe", "UZOE")],
)
def test_who_is_in_the_channel_is_found_before_the_strategy_names_them(stage, bob, newcomers, name, owner_id):
    bob.command(f'/post add "Tea" on instagram by {name}', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == [owner_id]


def test_a_name_that_came_later_is_found(stage, bob):
    bob.command("/post list", channel=SOCIAL)
    stage.slack.add_member(Person(id="UZOE", name="zoe", real_name="Zoé Lefèvre"))
    stage.slack.join("UZOE", SOCIAL)

    bob.command('/post add "Tea" on instagram by zoe', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UZOE"]


@pytest.fixture
def smith(stage, chloe):
    stage.slack.add_member(Person(id="USMITH", name="chloe2", real_name="Chloé Smith", display_name="Chloé"))
    stage.slack.join("USMITH", SOCIAL)


def test_a_second_one_whom_nobody_met_is_asked_about(stage, bob, smith):
    form = bob.command('/post add "Tea" on instagram by chloe', channel=SOCIAL).modal

    assert "“chloe” can be Chloé Martin or Chloé Smith" in shown(form)
    assert posts(stage) == []


def test_the_whole_name_means_the_one_whom_nobody_met(stage, bob, smith):
    bob.command('/post add "Tea" on instagram by chloe smith', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["USMITH"]


def test_where_slack_does_not_tell_who_is_there_those_who_are_known_are_found(bare_stage):
    bare_stage.slack.hand("UBOB").command('/post add "Tea" on instagram by dan', channel=SOCIAL)

    assert [each.owner_id for each in posts(bare_stage)] == ["UDAN"]


@pytest.fixture
def bare_stage() -> Iterator[Stage]:
    """Nobody gave the optional scopes."""
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, optional_scopes=False, clock=clock, ack_seconds=UNHURRIED) as slack:
        bot = build(settings_of(slack), clock=clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        yield Stage(slack=slack, bot=bot, strategy=found_team(bot.house, MONDAY, with_posts=False))
        bot.stop()
