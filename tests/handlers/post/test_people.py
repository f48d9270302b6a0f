"""People are found by first or full name, with or without accents; of two of one name it is asked which."""

import pytest

from bot.domain.people import Member
from handlers.context import refreshed
from tests.handlers.posting import SOCIAL, a_post, last, post, posts, shown


@pytest.fixture
def chloe(stage):
    """Called Chloé in Slack, Chloé Martin in full."""
    refreshed(stage.bot.house, "UCHLOE")


@pytest.fixture
def other_chloe(stage, chloe):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(Member(id="UROY", name="Chloé", full_name="Chloé Roy"))


@pytest.mark.parametrize("name", ["chloe", "@Chloé", "Chloé Martin", "@chloe martin", "CHLOÉ", "@chloe.martin"])
def test_a_post_is_handed_to_a_name(stage, bob, chloe, name):
    a_post(stage)

    bob.command(f"/post assign P1 to {name}", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"


def test_a_new_post_has_its_owner_by_name(stage, bob, chloe):
    bob.command('/post add "Tea" on instagram by chloe', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UCHLOE"]


def test_a_list_is_that_of_a_name(stage, bob, chloe):
    a_post(stage, owner="UCHLOE", title="Hers")
    a_post(stage, owner="UBOB", title="His")

    said = shown(last(bob.command("/post list chloe", channel=SOCIAL)))

    assert "Hers" in said
    assert "His" not in said


@pytest.mark.parametrize("typed", ["assign P1 to chloe", 'add "Tea" on instagram by chloe', "review P1 chloe"])
def test_of_two_of_one_name_it_is_asked_which(stage, bob, other_chloe, typed):
    a_post(stage)

    form = bob.command(f"/post {typed}", channel=SOCIAL).modal

    assert "“chloe” can be Chloé Martin or Chloé Roy" in shown(form)
    assert [each.owner_id for each in posts(stage)] == ["UBOB"]


def test_a_list_says_which_of_two_there_are(stage, bob, other_chloe):
    assert "can be Chloé Martin or Chloé Roy" in shown(last(bob.command("/post list chloe", channel=SOCIAL)))


def test_the_whole_name_tells_two_apart(stage, bob, other_chloe):
    a_post(stage)

    bob.command("/post assign P1 to chloe martin", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"


def test_who_has_left_is_not_meant_by_the_name_of_who_is_there(stage, bob, chloe):
    a_post(stage)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(Member(id="UGONE", name="Chloé Roy", is_active=False))

    bob.command("/post assign P1 to chloe", channel=SOCIAL)

    assert post(stage).owner_id == "UCHLOE"
