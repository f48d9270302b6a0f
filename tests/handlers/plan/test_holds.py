"""What the plan holds back when a post is saved: said with the numbers, mended, or passed with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.plan_parts import Limits, Policy, PolicyKind, Severity
from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from tests.builders import put_post
from tests.handlers.posting import SOCIAL, posts, shown

ZONE = "America/Montreal"
DAY = date(2026, 12, 10)
AVOID = Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value="cheap", severity=Severity.ERROR, text="We are not cheap")
ADVICE = replace(AVOID, severity=Severity.ADVICE)


def keep_plan(stage, **parts) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, plan=replace(known.plan, **parts)))


def fill(hand, **values):
    hand.command("/post add", channel=SOCIAL)
    return hand.submit({"title": "Tea", "platform": "instagram", **values})


def test_advice_is_said_on_the_card_and_the_post_is_saved(stage, bob):
    keep_plan(stage, policies=(ADVICE,))

    answer = fill(bob, text="Cheap tea!")

    assert len(posts(stage)) == 1
    assert "*Advice:* the plan avoids “cheap” (We are not cheap)" in shown(answer.modal)


def test_an_error_holds_the_post_back_keeps_the_form_and_names_who_can_let_it_pass(stage, bob):
    keep_plan(stage, policies=(AVOID,))

    answer = fill(bob, text="Cheap tea!", day="2026-12-10", clock="10:00")

    assert posts(stage) == []
    assert "*Error:* the plan avoids “cheap”" in shown(answer.modal)
    assert "Cheap tea!" in shown(answer.modal)
    assert "<@UAMY>" in shown(answer.modal)
    assert '"override"' not in shown(answer.modal)


def test_mended_in_the_same_form_it_is_saved(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    fill(bob, text="Cheap tea!")

    bob.submit({"text": "Fine tea"})

    assert [each.text for each in posts(stage)] == ["Fine tea"]


def test_the_manager_lets_it_pass_with_a_reason_that_stays_on_record(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    fill(amy, text="Cheap tea!")

    answer = amy.submit({"override": "a quotation"})

    [kept] = posts(stage)
    assert kept.override == "a quotation"
    assert [each.what for each in kept.history] == ["override", "added"]
    assert "a quotation" in shown(answer.modal)


def test_what_was_passed_once_is_not_asked_again_for_the_same_words(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    put_post(stage, text="Cheap tea!", override="a quotation")

    amy.press(amy.command("/post show P1", channel=SOCIAL).messages[-1], "post.edit")
    amy.submit({"title": "Tea time"})

    assert [(each.title, each.override) for each in posts(stage)] == [("Tea time", "a quotation")]


def test_a_reason_goes_with_the_words_that_it_was_for_so_that_the_next_ones_are_asked_about(stage, amy):
    keep_plan(stage, policies=(AVOID,))
    put_post(stage, text="Cheap tea!", override="a quotation")

    amy.press(amy.command("/post show P1", channel=SOCIAL).messages[-1], "post.edit")
    amy.submit({"text": "Fine tea"})

    assert [(each.text, each.override) for each in posts(stage)] == [("Fine tea", "")]


def test_a_typed_post_that_is_held_back_opens_the_form_with_all_of_it(stage, bob):
    keep_plan(stage, policies=(AVOID,))

    answer = bob.command('/post add "Tea" on instagram text: "Cheap tea!"', channel=SOCIAL)

    assert posts(stage) == []
    assert "the plan avoids “cheap”" in shown(answer.modal)
    assert "Cheap tea!" in shown(answer.modal)


@pytest.mark.parametrize(("there", "kept"), [(3, 4), (4, 4)])
def test_a_full_day_takes_no_further_post_and_says_the_numbers(stage, bob, there, kept):
    keep_plan(stage, limits=Limits(posts_a_day=4))
    for number in range(1, there + 1):
        put_post(stage, number)

    answer = fill(bob, day="2026-12-10", clock="16:00")

    assert len(posts(stage)) == kept
    assert (f"{there + 1} of 4") in shown(answer.modal)


def test_a_move_into_a_full_day_is_held_back_and_passed_with_a_reason(stage, amy):
    keep_plan(stage, limits=Limits(posts_a_day=1))
    put_post(stage, 1)
    put_post(stage, 2, day=date(2026, 12, 11))
    amy.command("/post move P2 10/12 16:00", channel=SOCIAL)

    held = posts(stage)[1].due.day
    amy.submit({"override": "launch day"})

    assert held == date(2026, 12, 11)
    assert posts(stage)[1].due.day == DAY


def test_an_edit_on_a_day_that_is_too_full_already_is_not_held_back(stage, bob):
    keep_plan(stage, limits=Limits(posts_a_day=1))
    put_post(stage, 1)
    put_post(stage, 2)

    bob.press(bob.command("/post show P2", channel=SOCIAL).messages[-1], "post.edit")
    bob.submit({"title": "Tea time"})

    assert posts(stage)[1].title == "Tea time"


def test_too_close_to_another_post_of_the_platform(stage, bob):
    keep_plan(stage, policies=(Policy(id="L1", kind=PolicyKind.MINUTES_APART, value="60", severity=Severity.ERROR),))
    put_post(stage, 1, hour=9)

    answer = fill(bob, day="2026-12-10", clock="14:30")

    assert len(posts(stage)) == 1
    assert "too close to P1" in shown(answer.modal)


def test_an_idea_is_never_held_back(stage, bob):
    keep_plan(stage, policies=(AVOID,), limits=Limits(posts_a_day=0))

    bob.command('/post idea "Cheap tea" on instagram', channel=SOCIAL)

    assert [each.state for each in posts(stage)] == [PostState.IDEA]


def test_a_reason_of_somebody_who_may_not_is_refused(stage, bob):
    from bot.domain.errors import UserError
    from bot.services.post.adding import Wish, add_post

    keep_plan(stage, policies=(AVOID,))
    with stage.bot.house.store.transaction() as tx:
        strategy, by = tx.strategies.get(stage.strategy.id), tx.members.get("UBOB")
    wish = Wish(title="Tea", platform=Platform.INSTAGRAM, text="cheap", override="because")

    with pytest.raises(UserError, match="rights-override"):
        add_post(stage.bot.house.store, strategy=strategy, by=by, now=stage.slack.clock.now(), wish=wish)
