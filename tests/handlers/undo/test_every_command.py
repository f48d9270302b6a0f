"""Whichever command the undo word follows, it takes back what was done last; where it is not sure, it asks."""

import pytest

from bot.domain.posts import PostState
from tests.builders import add_post_on
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, posts, shown
from tests.handlers.test_chat import answer_to

WORDS = [
    "/plan undo",
    "/plan défaire",
    "/kpi undo",
    "/kpi annuler la dernière",
    "/kpi annule la dernière action",
    "/objective undo",
    "/objective défais",
    "/objective annuler le dernier changement",
    "/post undo the last action",
    "/post annuler la dernière",
    "/post annule mon dernier changement",
    "/post undo that",
    "/parution undo",
    "/parution défaire",
    "/parution plan undo",
    "/parution annuler la dernière action",
]


def limit(stage) -> int | None:
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.get(stage.strategy.id).plan.limits.posts_a_day


@pytest.mark.parametrize("line", WORDS)
def test_every_commands_undo_word_takes_back_what_was_done_last_whatever_it_was(stage, amy, line):
    amy.command("/plan limit 4 a day", channel=SOCIAL)
    amy.command('/post add "Tea" on x', channel=SOCIAL)

    first = last(amy.command(line, channel=SOCIAL))
    assert "Défait sur P1" in first.text
    assert post(stage).state is PostState.CANCELLED
    second = last(amy.command(line, channel=SOCIAL))

    assert "publications par jour 4" in second.text
    assert limit(stage) is None
    assert "Vous n’avez rien à défaire" in amy.command(line, channel=SOCIAL).text


@pytest.mark.parametrize("line", ["/kpi undo P1", "/plan défaire P1", "/parution undo P1", "/post undo P1"])
def test_a_number_after_any_of_them_names_the_post(stage, bob, line):
    add_post_on(stage, due=due_in(days=1))
    bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    bob.command("/kpi log P1 reach 5", channel=SOCIAL)
    bob.command('/post add "Tea" on x', channel=SOCIAL)

    answer = last(bob.command(line, channel=SOCIAL))

    assert "*Undone:* the numbers of P1 (reach 5). Next to undo: P2 (added)." in shown(answer)
    assert [each.state for each in posts(stage)] == [PostState.PUBLISHED, PostState.DRAFT]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/checkin undo", "Rounds and absences can't be undone"),
        ("/checkin annuler la dernière ronde", "Rounds and absences can't be undone"),
        ("/plan undo the theme", "I'm not sure what to undo"),
        ("/post annuler la dernière publication", "I'm not sure what to undo"),
    ],
)
def test_where_it_may_not_be_meant_it_is_shown_first_and_one_press_does_it(stage, bob, line, why):
    bob.command('/post add "Tea" on x', channel=SOCIAL)

    asked = last(bob.command(line, channel=SOCIAL))
    assert why in asked.text
    assert "The last thing you did: P1 (added)." in asked.text
    assert post(stage).state is not PostState.CANCELLED
    bob.press(asked, "undo.yes")

    assert post(stage).state is PostState.CANCELLED


def test_a_round_on_top_takes_nothing_else_back_by_itself(stage, bob):
    add_post_on(stage)
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    bob.command("/checkin 12 received 10 answered", channel=SOCIAL)

    left = bob.press(last(bob.command("/checkin défaire", channel=SOCIAL)), "undo.no")

    assert "Nothing was undone" in left.text
    assert post(stage).owner_id == "UAMY"


def test_undo_said_in_a_message_takes_it_back(stage, bob):
    bob.command('/post add "Tea" on x', channel=SOCIAL)

    answer = answer_to(bob, "undo")

    assert "Undone on P1: added." in answer.text
