"""A series: typed or by the form, with its end, held back, and taken back as a whole."""

import pytest

from bot.domain.posts import PostState
from tests.handlers.plan.test_holds import AVOID, keep_plan
from tests.handlers.posting import SOCIAL, last, posts, shown


def test_a_typed_series_is_added_listed_and_taken_back_in_one_press(stage, bob):
    answer = bob.command('/post add "Tip" on linkedin by me every tuesday 10:00 3 times', channel=SOCIAL)

    assert [each.due.wall for each in posts(stage)] == ["2026-11-24T10:00", "2026-12-01T10:00", "2026-12-08T10:00"]
    assert "3 drafts are added,* the last for Tuesday 8 December" in shown(last(answer))
    asked = last(bob.press(last(answer), "post.undo-batch"))
    assert {each.state for each in posts(stage)} == {PostState.DRAFT}
    undone = bob.press(asked, "undo.yes")
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}
    assert "3 posts" in shown(last(undone))


def test_a_series_without_a_time_opens_the_form_with_the_rule(stage, bob):
    bob.command('/post add "Tip" on linkedin every tuesday', channel=SOCIAL)
    assert posts(stage) == []

    answer = bob.submit({"day": "2026-11-24", "clock": "10:00", "times": "2"})

    assert len(posts(stage)) == 2
    assert "2 drafts are added,* the last for Tuesday 1 December" in shown(answer.modal)


def test_the_form_makes_a_series(stage, bob):
    bob.command("/post add", channel=SOCIAL)

    values = {"title": "Tip", "platform": "linkedin", "day": "2026-11-24", "clock": "10:00"}
    answer = bob.submit({**values, "repeat": "FREQ=WEEKLY;INTERVAL=2", "times": "2"})

    assert [each.due.wall for each in posts(stage)] == ["2026-11-24T10:00", "2026-12-08T10:00"]
    bob.press(bob.press(answer.modal, "post.undo-batch").modal, "undo.yes")
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}


def test_a_series_needs_its_first_day(stage, bob):
    bob.command("/post add", channel=SOCIAL)

    assert list(bob.submit({"title": "Tip", "platform": "linkedin", "repeat": "FREQ=WEEKLY"}).errors) == ["day"]


@pytest.mark.parametrize("typed", ["every tuesday until 8/12", "every tuesday 10:00 until 8/12 tuesdayish"])
def test_the_end_that_was_typed_is_in_the_form_and_counts(stage, bob, typed):
    answer = bob.command(f'/post add "Tip" on linkedin {typed}', channel=SOCIAL)
    assert '"initial_date": "2026-12-08"' in shown(answer.modal)

    bob.submit({"day": "2026-11-24", "clock": "10:00"})

    assert [each.due.wall[:10] for each in posts(stage)] == ["2026-11-24", "2026-12-01", "2026-12-08"]


def test_the_form_asks_until_when_as_soon_as_the_post_comes_back_and_keeps_what_is_typed(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    bob.fill({"title": "Tip", "platform": "linkedin", "day": "2026-11-24", "clock": "10:00"})
    assert '"until"' not in shown(bob.modal)

    for rule in ("FREQ=DAILY", "FREQ=WEEKLY"):
        bob.press(bob.modal, "post.repeat", choice=rule)
        assert shown(bob.modal).count('"block_id": "until"') == 1
    bob.submit({"until": "2026-12-01"})

    assert [(each.title, each.due.wall) for each in posts(stage)] == [
        ("Tip", "2026-11-24T10:00"),
        ("Tip", "2026-12-01T10:00"),
    ]


def test_an_end_before_the_beginning_is_told_under_its_field(stage, bob):
    bob.command('/post add "Tip" on linkedin every tuesday', channel=SOCIAL)

    answer = bob.submit({"day": "2026-11-24", "clock": "10:00", "until": "2026-11-23"})

    assert "Choose a later end" in answer.errors["until"]
    assert posts(stage) == []


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("UBOB", "26 at a time is the most. Add the rest when its time comes."),
        ("UAMY", "Pas plus de 26 à la fois. Ajoutez la suite le moment venu."),
    ],
)
def test_more_than_a_series_holds_is_said(stage, who, said):
    hand = stage.slack.hand(who)

    answer = hand.command('/post add "Tip" on linkedin by me every week 52 times friday 10:00', channel=SOCIAL)

    assert len(posts(stage)) == 26
    assert said in shown(last(answer))


HELD = '/post add "Tip" on linkedin #tea every tuesday 10:00 3 times until 1/12 text: Cheap and long'


def test_a_typed_series_that_the_plan_holds_back_whole_opens_its_form_with_the_rule_and_all_that_was_typed(stage, bob):
    keep_plan(stage, policies=(AVOID,))

    answer = bob.command(HELD, channel=SOCIAL)

    assert posts(stage) == []
    assert "*Error:* the plan avoids “cheap”" in shown(answer.modal)
    assert "Cheap and long" in shown(last(answer))
    bob.submit({"text": "Fine and long"})
    assert [(each.title, each.text, each.labels, each.due.wall) for each in posts(stage)] == [
        ("Tip", "Fine and long", ("tea",), "2026-11-24T10:00"),
        ("Tip", "", ("tea",), "2026-12-01T10:00"),
    ]


def test_who_looks_after_the_plan_lets_a_series_pass_with_a_reason(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    amy.command(HELD, channel=SOCIAL)

    again = amy.submit({"override": " "})
    assert "initial_value" in shown(again.modal)
    amy.submit({"override": "It is a quote"})

    assert [each.override for each in posts(stage)] == ["It is a quote", ""]


def test_a_series_of_the_form_that_is_held_back_keeps_its_form_and_leaves_nothing_to_undo(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    bob.command('/post add "Tip" on linkedin every tuesday 2 times', channel=SOCIAL)

    answer = bob.submit({"day": "2026-11-24", "clock": "10:00", "until": "2026-12-30", "text": "Cheap and long"})

    assert "*Error:* the plan avoids “cheap”" in shown(answer.modal)
    assert "Cheap and long" in shown(answer.modal)
    assert '"initial_date": "2026-12-30"' in shown(answer.modal)
    bob.submit({"text": "Fine and long"})
    assert [each.text for each in posts(stage)] == ["Fine and long", ""]
