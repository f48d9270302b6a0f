"""An error of the plan at the doors without a form: taking an idea up, approving, reopening."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.plan_parts import Limits, PolicyKind
from bot.domain.post.checklists import checklist_of
from bot.domain.posts import Post, PostKind, PostState
from tests.builders import put_post
from tests.handlers.plan.test_holds import AVOID, DAY, keep_plan
from tests.handlers.posting import SOCIAL, shown

CHEAP = {"text": "Cheap tea!"}
WINNER = 4
"""The place of that step in the checklist of a contest."""


@pytest.fixture
def stage(stage):
    """The plan avoids a word, and that is an error; Bob's post P1 has it."""
    keep_plan(stage, policies=(AVOID,))
    return stage


def the_post(stage) -> Post:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get("P1")


def in_review(stage) -> Post:
    return put_post(
        stage, state=PostState.IN_REVIEW, reviewer_id="UDAN", review_asked_at=stage.slack.clock.now(), **CHEAP
    )


def card(hand):
    return hand.command("/post show P1", channel=SOCIAL).messages[-1]


def give_to_bob(stage) -> None:
    """The strategy and the post; Amy is no admin any more, and answers for no platform."""
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id="UBOB", platforms=()))
        tx.posts.put(replace(tx.posts.get("P1"), owner_id="UBOB"))
        tx.members.put(replace(tx.members.get("UAMY"), is_admin=False))


def test_an_idea_that_breaks_an_error_stays_one_and_is_told_why_and_what_to_do(stage, bob):
    put_post(stage, state=PostState.IDEA, due=None, **CHEAP)

    answer = bob.press(card(bob), "post.draft")

    assert the_post(stage).state is PostState.IDEA
    assert "*A plan rule blocks P1.* As it is, it can't become a draft" in shown(answer.modal)
    assert "*Error:* the plan avoids “cheap” (We are not cheap)" in shown(answer.modal)
    assert "<@UAMY>" in shown(answer.modal)
    assert '"override"' not in shown(answer.modal)


def test_it_is_mended_from_there_and_taken_up(stage, bob):
    put_post(stage, state=PostState.IDEA, due=None, **CHEAP)
    bob.press(card(bob), "post.draft")

    bob.press(bob.modal, "post.edit")
    bob.submit({"text": "Fine tea"})
    bob.press(bob.modal, "post.draft")

    assert (the_post(stage).state, the_post(stage).text) == (PostState.DRAFT, "Fine tea")


def test_the_manager_takes_it_up_for_a_reason_and_not_for_a_blank_one(stage, amy):
    put_post(stage, state=PostState.IDEA, due=None, **CHEAP)
    amy.press(card(amy), "post.draft")

    blank = amy.submit({"override": " "})
    answer = amy.submit({"override": "une citation"})

    assert list(blank.errors) == ["override"]
    assert (the_post(stage).state, the_post(stage).override) == (PostState.DRAFT, "une citation")
    assert "Passé outre avec une raison" in shown(answer.modal)


@pytest.mark.parametrize("typed", [True, False])
def test_a_reviewer_does_not_approve_what_the_plan_holds_back_and_can_ask_for_a_change(stage, typed):
    in_review(stage)
    dan = stage.slack.hand("UDAN")

    answer = dan.command("/post approve P1", channel=SOCIAL) if typed else dan.press(card(dan), "post.approve")
    assert the_post(stage).state is PostState.IN_REVIEW
    dan.press(answer.modal, "post.ask-change")
    dan.submit({"comment": "Not cheap, please"})

    assert the_post(stage).state is PostState.DRAFT


def test_the_manager_approves_it_for_a_reason_that_stands_in_the_history(stage, amy):
    in_review(stage)
    amy.command("/post approuver P1", channel=SOCIAL)

    answer = amy.submit({"override": "une citation"})

    assert the_post(stage).state is PostState.APPROVED
    assert [each.what for each in the_post(stage).history] == ["override", "approved"]
    assert "P1 est approuvée" in shown(answer.modal)


def test_a_post_that_changed_while_the_reason_was_written_is_read_again(stage, amy, bob):
    in_review(stage)
    amy.command("/post approuver P1", channel=SOCIAL)
    bob.press(card(bob), "post.edit")
    keep_plan(stage, policies=())
    bob.submit({"text": "The cheapest tea"})

    answer = amy.submit({"override": "une citation"})

    assert the_post(stage).state is PostState.IN_REVIEW
    assert "post.approve" in shown(answer.modal)


def test_the_right_to_let_it_pass_is_asked_again_when_the_reason_is_sent(stage, amy):
    in_review(stage)
    amy.command("/post approuver P1", channel=SOCIAL)
    give_to_bob(stage)

    amy.submit({"override": "une citation"})

    assert the_post(stage).state is PostState.IN_REVIEW


@pytest.mark.parametrize("typed", [True, False])
def test_a_cancelled_post_that_the_plan_holds_back_comes_back_as_an_idea(stage, bob, typed):
    put_post(stage, state=PostState.CANCELLED, **CHEAP)

    answer = bob.command("/post reopen P1", channel=SOCIAL) if typed else bob.press(card(bob), "post.reopen")
    assert the_post(stage).state is PostState.CANCELLED
    answer = bob.press(answer.modal, "post.reopen-idea")

    assert (the_post(stage).state, the_post(stage).due) == (PostState.IDEA, None)
    assert "P1 is open again" in shown(answer.modal)


def test_somebody_else_brings_no_post_back_by_the_button_of_a_stale_form(stage, amy):
    put_post(stage, state=PostState.CANCELLED, owner_id="UAMY", **CHEAP)
    held = amy.press(card(amy), "post.reopen").modal
    give_to_bob(stage)

    amy.press(held, "post.reopen-idea")

    assert the_post(stage).state is PostState.CANCELLED


def contest(stage) -> None:
    """P1 is one whose steps are made into posts; the day of its winner post is full."""
    keep_plan(stage, policies=(), limits=Limits(posts_a_day=1))
    steps = checklist_of(PostKind.CONTEST, DAY, ())
    put_post(stage, kind=PostKind.CONTEST, title="Tea story", theme="Winter", checklist=steps)
    put_post(stage, 2, title="Other", day=steps[WINNER].day)


def made(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return [each for each in tx.posts.all() if each.id not in ("P1", "P2")]


def test_a_step_whose_post_the_plan_holds_back_opens_the_form_that_mends_it(stage, bob):
    contest(stage)

    held = bob.press(card(bob), f"post.step-make:P1|{WINNER}").modal
    still = bob.submit({"text": "We have a winner"}).modal
    assert made(stage) == []
    answer = bob.submit({"day": "2026-12-29"})

    [post] = made(stage)
    assert "*A plan rule blocks this.* Fix it below." in shown(held)
    assert "Winner post: Tea story" in shown(held)
    assert "repeat" not in shown(held)
    assert "We have a winner" in shown(still)
    assert (post.text, post.parent_id, post.theme, post.due.day) == (
        "We have a winner",
        "P1",
        "Winter",
        date(2026, 12, 29),
    )
    assert the_post(stage).checklist[WINNER].post_id == post.id
    assert f"{post.id} is added" in shown(answer.modal)


def test_the_manager_lets_the_post_of_a_step_pass_for_a_reason(stage, amy):
    contest(stage)

    amy.press(card(amy), f"post.step-make:P1|{WINNER}")
    amy.submit({"override": "une fête"})

    assert [(each.parent_id, each.override) for each in made(stage)] == [("P1", "une fête")]


def test_the_radars_button_for_a_winner_post_opens_that_form_too(stage, bob):
    contest(stage)
    radar = bob.command("/plan check december", channel=SOCIAL).messages[-1]
    [gap] = [each for each in radar.blocks if "Contest without winner post" in json.dumps(each)]

    bob.press(radar, f"plan.gap:{gap['accessory']['value']}")
    bob.submit({"day": "2026-12-29"})

    assert [each.parent_id for each in made(stage)] == ["P1"]


@pytest.mark.parametrize(
    ("who", "said", "below"),
    [("UBOB", "*A plan rule blocks this:*", "below"), ("UAMY", "*Une règle du plan bloque ceci\u00a0:*", "ci-dessous")],
)
def test_a_message_says_nothing_of_a_form_below_that_it_does_not_have(stage, who, said, below):
    hand = stage.slack.hand(who)

    answer = hand.command('/post add "Tea" on instagram text: "Cheap tea!"', channel=SOCIAL)

    assert said in shown(answer.messages[-1])
    assert below not in shown(answer.messages[-1])
    assert below in shown(answer.modal)


def test_that_a_rule_blocks_it_is_said_once_and_then_who_can_override_it(stage, bob):
    answer = bob.command('/post add "Tea" on instagram text: "Cheap tea!"', channel=SOCIAL)

    for said in (shown(answer.modal), shown(answer.messages[-1])):
        assert said.count("A plan rule blocks") == 1
        assert "<@UAMY>, who looks after the plan, or a workspace admin can override the rule, with a reason." in said


LINK = "https://instagram.com/p/1"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("UBOB", "A word on P1: *Error:* the plan avoids “cheap” (We are not cheap). It is recorded"),
        ("UAMY", "Une remarque sur P1\u00a0: *Erreur\u00a0:*"),
    ],
)
def test_what_is_live_against_the_plan_is_recorded_with_a_word_on_it(stage, who, said):
    put_post(stage, **CHEAP, owner_id=who)
    hand = stage.slack.hand(who)

    form = hand.press(card(hand), "post.done").modal
    answer = hand.command(f"/post done P1 {LINK}", channel=SOCIAL)

    assert said in shown(form)
    assert said in shown(answer.messages[-1])
    assert the_post(stage).state is PostState.PUBLISHED


def test_several_posts_to_choose_from_are_named_in_one_line(stage, bob):
    for number in (1, 2):
        put_post(stage, number, **CHEAP)
    put_post(stage, 3, text="Fine tea")

    form = bob.command("/post done", channel=SOCIAL).modal

    assert "A word on P1 and P2: they break a strict rule" in shown(form)


@pytest.mark.parametrize("more", [{"text": "Fine tea"}, {**CHEAP, "override": "a quotation"}])
def test_nothing_is_said_of_a_post_that_follows_the_plan_or_was_let_pass(stage, bob, more):
    put_post(stage, **more)

    form = bob.press(card(bob), "post.done").modal

    assert "A word on" not in shown(form)


def test_the_hour_of_what_is_live_is_no_matter_any_more(stage, bob):
    keep_plan(stage, policies=(replace(AVOID, kind=PolicyKind.WORKING_HOURS, value="11-12"),))
    put_post(stage)

    form = bob.press(card(bob), "post.done").modal

    assert "A word on" not in shown(form)
