"""What is said to be next can be undone; what stays before it is named; each undo names the thing and its values."""

from datetime import timedelta

import pytest

from tests.builders import add_post_on
from tests.conftest import MONDAY
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, shown


def test_what_others_changed_since_is_not_said_to_be_next(stage, bob, amy):
    for title in ("Tea", "Bread", "Jam"):
        add_post_on(stage, title=title, due=due_in(days=1))
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=9))
    for number in (1, 2, 3):
        bob.command(f"/post move P{number} by 1 day", channel=SOCIAL)
    amy.command("/post move P2 by 1 day", channel=SOCIAL)

    told = last(bob.command("/post undo", channel=SOCIAL))

    assert "Next to undo: P1 (moved); P2 (moved) stays as it is." in told.text
    stays = last(bob.command("/post undo", channel=SOCIAL))
    assert "*Not undone:* P2 (moved). <@UAMY> changed P2 since" in shown(stays)
    assert "Before that you did this: P1 (moved)." in shown(stays)


def test_where_nothing_else_can_go_back_what_stays_is_named(stage, bob, amy):
    add_post_on(stage, owner="UAMY", due=due_in(days=1))
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))
    bob.command("/post move P1 by 1 day", channel=SOCIAL)
    bob.command('/post add "Tea" on x', channel=SOCIAL)
    amy.command("/post move P1 by 1 day", channel=SOCIAL)

    told = last(bob.command("/post undo", channel=SOCIAL))

    assert "What you did before stays as it is: P1 (moved). `/post undo` says why." in shown(told)


def test_the_one_before_that_is_offered_is_one_that_can_go_back(stage, bob, amy):
    for title in ("Tea", "Bread", "Jam"):
        add_post_on(stage, title=title, due=due_in(days=1))
    for number in (1, 2, 3):
        bob.command(f"/post move P{number} by 1 day", channel=SOCIAL)
    for number in (2, 3):
        amy.command(f"/post move P{number} by 1 day", channel=SOCIAL)

    stays = last(bob.command("/post undo", channel=SOCIAL))
    assert "Before that you did this: P1 (moved)." in shown(stays)
    bob.press(stays, "undo.this")

    assert post(stage).due == due_in(days=1)


NAMED = {
    "/plan limit 4 a day": "limits of the plan: posts a day 4",
    '/plan theme "Cups" 1/12/2026': "the new theme Cups",
    "/plan policy avoid cheap": "the new policy of the plan: avoid: cheap",
    "/plan tool Buffer and Hootsuite": "the new tool Buffer and Hootsuite",
    '/plan day "Inventory" 15/12/2026': "the new special day Inventory",
    "/plan platform blog owner @bob": "changes to Blog in the plan",
    "/plan linkedin every week 2": "changes to LinkedIn in the plan",
    "/kpi target reach 5": "the target of O1: reach 5",
    "/plan budget 200 for Winter": "limits of the plan: Winter CA$200",
}


@pytest.mark.parametrize("line", NAMED)
def test_an_undo_names_the_thing(stage, admin, line):
    admin.command(line, channel=SOCIAL)

    told = last(admin.command("/plan undo", channel=SOCIAL)).text

    assert told.startswith(f"Undone: {NAMED[line]}"), told


def test_an_undo_names_the_value_that_was_there_before(stage, admin):
    admin.command("/plan limit 3 a day", channel=SOCIAL)
    admin.command("/plan limit 4 a day", channel=SOCIAL)
    admin.command("/kpi target reach 3", channel=SOCIAL)
    admin.command("/kpi target reach 4", channel=SOCIAL)
    add_post_on(stage, due=due_in(days=1))
    admin.command(f"/post done P1 {LINK}", channel=SOCIAL)
    admin.command("/kpi log P1 reach 400", channel=SOCIAL)
    admin.command("/kpi log P1 reach 500 clicks 2", channel=SOCIAL)

    told = [last(admin.command("/kpi undo", channel=SOCIAL)).text for _ in range(7)]

    assert [each.splitlines()[0].partition(" Next to undo")[0] for each in told] == [
        "Undone: the numbers of P1 (reach 500 (was 400), clicks 2).",
        "Undone: the numbers of P1 (reach 400).",
        told[2].splitlines()[0].partition(" Next to undo")[0],
        "Undone: the target of O1: reach 4 (was 3).",
        "Undone: the target of O1: reach 3.",
        "Undone: limits of the plan: posts a day 4 (was 3).",
        "Undone: limits of the plan: posts a day 3.",
    ]


def test_an_edit_names_its_fields_and_what_they_are_again(stage, bob):
    add_post_on(stage, title="Tea", due=due_in(days=1))
    bob.command("/post edit P1", channel=SOCIAL)
    bob.submit({"title": "Bread", "text": "New"})
    bob.command('/post add "Jam" on x', channel=SOCIAL)

    before = last(bob.command("/post undo", channel=SOCIAL))
    told = last(bob.command("/post undo", channel=SOCIAL))

    assert "Next to undo: P1 (edited: title and text)." in before.text
    assert "Undone on P1: edited. As before: title “Tea” instead of “Bread”." in told.text


@pytest.fixture
def admin(stage):
    """Dan, who reads English and may change the plan."""
    stage.slack.change_member("UDAN", is_admin=True)
    hand = stage.slack.hand("UDAN")
    hand.command("/post list", channel=SOCIAL)
    return hand
