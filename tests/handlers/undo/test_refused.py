"""What an undo leaves as it is, and why: of several posts those that others changed, else the whole deed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.posts import PostState
from tests.builders import add_post_on
from tests.conftest import MONDAY
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.exchange.test_import_holds import result, said
from tests.handlers.people.test_private_channels import closed
from tests.handlers.posting import SOCIAL, another_strategy, due_in, last, post, posts, shown

SERIES = '/post add "Tip" on instagram every tuesday 10:00 3 times'
PLAIN, GONE = PostState.DRAFT, PostState.CANCELLED


def states(stage) -> list[PostState]:
    return [each.state for each in posts(stage)]


# --- In part


def test_of_a_series_what_others_changed_since_stays_and_is_named(stage, bob, amy):
    bob.command(SERIES, channel=SOCIAL)
    amy.command("/post déplacer P2 11 dec 9h", channel=SOCIAL)

    done = bob.press(last(bob.command("/post undo", channel=SOCIAL)), "undo.yes")

    assert states(stage) == [GONE, PLAIN, GONE]
    assert "P2 stays as is: <@UAMY> changed it since" in shown(last(done))


def test_one_post_that_goes_back_needs_no_question_and_the_others_are_named_in_french(stage, bob, amy):
    amy.command("/post ajouter « Astuce » sur instagram par @bob chaque mardi 10h 3 fois", channel=SOCIAL)
    bob.command("/post move P2 by 1 day", channel=SOCIAL)
    bob.command("/post move P3 by 1 day", channel=SOCIAL)

    done = amy.command("/post défaire", channel=SOCIAL)

    assert states(stage) == [GONE, PLAIN, PLAIN]
    assert "P2 et P3" in shown(last(done))
    assert "<@UBOB>" in shown(last(done))


def test_what_stayed_of_a_series_goes_back_once_the_others_took_theirs_back(stage, bob, amy):
    bob.command(SERIES, channel=SOCIAL)
    amy.command("/post déplacer P2 11 dec 9h", channel=SOCIAL)
    bob.press(last(bob.command("/post undo", channel=SOCIAL)), "undo.yes")
    amy.command("/post défaire", channel=SOCIAL)

    bob.command("/post undo", channel=SOCIAL)

    assert states(stage) == [GONE, GONE, GONE]


def test_of_an_import_what_others_changed_since_stays_and_is_named(stage, bob, amy):
    preview = answer_to(bob, csv())
    bob.press(preview, "import.confirm")
    amy.command("/post déplacer P2 11 dec 9h", channel=SOCIAL)

    bob.press(result(bob, preview), "import.undo")

    after = result(bob, preview)
    assert states(stage) == [GONE, PLAIN]
    assert "The import is undone: one post." in after.text
    assert "P2" in said(after)


def test_of_an_import_of_which_all_was_changed_nothing_goes_back(stage, bob, amy):
    preview = answer_to(bob, csv())
    bob.press(preview, "import.confirm")
    for number in (1, 2):
        amy.command(f"/post déplacer P{number} 11 dec 9h", channel=SOCIAL)

    answer = bob.press(result(bob, preview), "import.undo")

    assert states(stage) == [PLAIN, PLAIN]
    assert "<@UAMY>" in answer.text


# --- Not at all: what happens between the deed and its button, and what is said then


def ten_minutes(stage, bob, amy, card):
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))


def undone_before(stage, bob, amy, card):
    asked = bob.command("/post undo", channel=SOCIAL)
    if "undo.yes" in shown(last(asked)):
        bob.press(last(asked), "undo.yes")


def changed_by_amy(stage, bob, amy, card):
    for number in (1, 2, 3):
        amy.command(f"/post déplacer P{number} 11 dec {number}h", channel=SOCIAL)


def changed_by_bob(stage, bob, amy, card):
    for number in (1, 2, 3):
        bob.command(f"/post move P{number} by 1 day", channel=SOCIAL)


def changed_by_nobody(stage, bob, amy, card):
    with stage.bot.house.store.transaction() as tx:
        for each in tx.posts.all():
            tx.posts.put(replace(each, text="Other"))


def channel_left(stage, bob, amy, card):
    closed(stage)


def archived(stage, bob, amy, card):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), is_archived=True))


REASONS = {
    "too late": (ten_minutes, "can't be undone any more: ten minutes have passed"),
    "already": (undone_before, "That is undone already."),
    "others": (changed_by_amy, "<@UAMY> changed"),
    "own": (changed_by_bob, "You changed"),
    "nobody known": (changed_by_nobody, "changed since"),
    "left": (channel_left, "Only members of its private channel can undo that"),
    "archived": (archived, "is archived: nobody is reminded of it any more, and what you did there stays as it is."),
}


@pytest.mark.parametrize(("between", "why"), REASONS.values(), ids=REASONS)
def test_the_button_of_a_series_says_why_nothing_goes_back(stage, bob, amy, between, why):
    card = last(bob.command(SERIES, channel=SOCIAL))
    between(stage, bob, amy, card)
    before = states(stage)

    answer = bob.press(card, "post.undo-batch")

    assert why in answer.text
    assert states(stage) == before


OF_A_POST = {
    "too late": (ten_minutes, "can't be undone any more: ten minutes have passed"),
    "others": (
        lambda stage, bob, amy, card: amy.command("/post déplacer P1 11 dec 9h", channel=SOCIAL),
        "<@UAMY> changed P1 since",
    ),
    "already": (undone_before, "undone already"),
    "left": (channel_left, "Only members of its private channel can undo that"),
    "archived": (archived, "is archived"),
}


@pytest.mark.parametrize(("between", "why"), OF_A_POST.values(), ids=OF_A_POST)
def test_the_button_of_a_post_says_why_it_does_not_go_back(stage, bob, amy, between, why):
    add_post_on(stage, owner="UAMY", due=due_in(days=1))
    card = last(bob.command("/post move P1 by 1 day", channel=SOCIAL))
    between(stage, bob, amy, card)
    before = post(stage)

    answer = bob.press(card, "post.undo")

    assert why in answer.text
    assert (post(stage).due, post(stage).rev) == (before.due, before.rev)


def test_somebody_elses_button_says_whose_it_is(stage, bob, amy):
    card = last(bob.command(SERIES, channel=SOCIAL))

    answer = amy.press(card, "post.undo-batch")

    assert "<@UBOB>" in answer.text
    assert states(stage) == [PLAIN] * 3


def test_an_archived_strategy_is_named_in_french(stage, bob, amy):
    card = last(amy.command("/post ajouter « Astuce » sur instagram chaque mardi 10h 3 fois", channel=SOCIAL))
    archived(stage, bob, amy, card)

    answer = amy.press(card, "post.undo-batch")

    assert f"La stratégie {stage.strategy.name} est archivée\u00a0: elle ne rappelle plus rien" in answer.text


# --- Typed, where all of it was done in a strategy that is archived by now


def test_an_undo_typed_says_that_the_strategy_is_archived(stage, bob, amy):
    bob.command(SERIES, channel=SOCIAL)
    archived(stage, bob, amy, None)
    before = states(stage)

    answers = [bob.command(typed, channel=SOCIAL) for typed in ("/post undo", "/parution undo", "/post undo P1")]

    assert [f"{stage.strategy.name} is archived: nobody is reminded" in each.text for each in answers] == [True] * 3
    assert states(stage) == before


def test_an_undo_typed_in_french_says_so_too(stage, bob, amy):
    amy.command("/post ajouter « Astuce » sur instagram par @bob chaque mardi 10h 3 fois", channel=SOCIAL)
    archived(stage, bob, amy, None)

    answer = amy.command("/post défaire", channel=SOCIAL)

    assert f"La stratégie {stage.strategy.name} est archivée" in answer.text


def test_whoever_did_nothing_there_or_left_its_private_channel_has_nothing_to_undo(stage, bob, amy):
    bob.command(SERIES, channel=SOCIAL)
    closed(stage)
    bob.command("/post undo", channel=SOCIAL)  # by then Slack was asked who is in the channel
    archived(stage, bob, amy, None)
    others = amy.command("/post défaire", channel=SOCIAL)

    own = bob.command("/post undo", channel=SOCIAL)

    assert "Vous n’avez rien à défaire" in others.text
    assert stage.strategy.name not in own.text
    assert "nothing of yours to undo" in own.text


def test_what_can_be_undone_elsewhere_comes_before_what_is_archived(stage, bob, amy):
    with stage.bot.house.store.transaction() as tx:
        other = tx.strategies.put(another_strategy(stage))
    bob.command('/post add "Elsewhere" on facebook tomorrow 10:00', channel=other.channel_id)
    bob.command(SERIES, channel=SOCIAL)
    archived(stage, bob, amy, None)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "is archived" not in answer.text
    assert "Elsewhere" in shown(last(answer))
