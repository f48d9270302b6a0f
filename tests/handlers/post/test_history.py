"""What a post's history names: what was really changed, whatever else the form handed back."""

from dataclasses import replace

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Attachment, PostState
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, due_in, last, post, post_with, shown

TORONTO = "America/Toronto"


def there(due: Due) -> Due:
    """The same moment, as somebody in Toronto chose it."""
    return Due.of(due.at, TORONTO)


def edits(stage, hand, **values):
    hand.press(last(hand.command("/post show P1", channel=SOCIAL)), "post.edit")
    answer = hand.submit(values)
    assert answer.errors == {}
    return answer


def test_notes_that_are_edited_from_another_zone_leave_the_date_alone(stage, bob):
    post_with(stage, due=there(due_in(days=2)), state=PostState.APPROVED)
    was = post(stage)

    edits(stage, bob, notes="Bring the ladder")

    kept = post(stage)
    assert kept.history[-1].note == "notes"
    assert (kept.due, kept.moves, kept.state) == (was.due, was.moves, PostState.APPROVED)
    assert "edited: notes" in shown(last(bob.command("/post show P1", channel=SOCIAL)))


def test_saved_without_a_change_from_another_zone_there_is_no_line(stage, bob):
    post_with(stage, due=there(due_in(days=2)), text="One\r\nTwo \n", notes="Bring\r\nit", title="Tea")
    was = post(stage)

    edits(stage, bob, text="One\nTwo", notes="Bring\nit")

    assert post(stage) == was


def test_moved_to_the_moment_that_it_has_in_another_zone_it_is_not_moved(stage, bob):
    post_with(stage, due=there(due_in(days=2)))
    was = post(stage)

    bob.command("/post move P1 25/11 13:00", channel=SOCIAL)  # London's name for it

    assert post(stage) == was


def test_a_moment_that_has_gone_and_is_kept_as_it_is_does_not_stop_an_edit_from_another_zone(stage, bob):
    post_with(stage, due=there(due_in(days=-2)))

    edits(stage, bob, title="Tea")

    assert post(stage).history[-1].note == "title"


MIXED = (
    Attachment(url="https://a.example/plan.pdf", name="The plan"),
    Attachment(file_id="F1", name="cup.png", url="https://slack.example/F1", alt="A cup"),
)


@pytest.mark.parametrize(("values", "note"), [({}, None), ({"theme": "Advent"}, "theme")])
def test_details_keep_the_order_and_the_names_of_what_is_attached(stage, bob, values, note):
    post_with(stage, attachments=MIXED)

    bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "post.details")
    bob.submit(values)

    assert post(stage).attachments == MIXED
    assert [each.note for each in post(stage).history if each.what == "edited"] == ([note] if note else [])


def test_an_objective_that_is_saved_unchanged_leaves_no_line_in_the_plan(stage, amy):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        [first, *others] = known.objectives
        turned = replace(first, platforms=tuple(reversed(first.platforms)), targets=tuple(reversed(first.targets)))
        tx.strategies.put(replace(known, objectives=(turned, *others)))

    amy.command(f"/objective edit {first.id}", channel=SOCIAL)
    amy.submit({})
    amy.submit({})

    with stage.bot.house.store.transaction() as tx:
        kept = tx.strategies.get(stage.strategy.id)
    assert kept.objectives == (turned, *others)
    assert kept.plan.changes == known.plan.changes


def test_a_post_that_is_handed_to_whoever_has_it_is_not_handed_over(stage, bob):
    add_post_on(stage)
    was = post(stage)

    bob.command("/post assign P1 <@UBOB>", channel=SOCIAL)

    assert post(stage) == was
