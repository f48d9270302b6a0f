"""Where a question goes on: it stands on Home for whoever has it, and becomes an idea for everybody."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.engage.questions import Question
from bot.domain.posts import PostState
from bot.domain.strategy import Strategy
from bot.sandbox.limits import check_home
from bot.services.workspace.home import HomeFacts
from handlers.views.workspace.home import home_view
from tests.handlers.engage.test_questions import BELGIUM, NOON, keep
from tests.handlers.longest import NOW, a_member, a_strategy, assert_harmless, mrkdwn_in, questions
from tests.handlers.posting import SOCIAL, last, shown
from tests.handlers.workspace.test_home import home_of


@pytest.fixture(autouse=True)
def _noon(stage):
    stage.slack.clock.set(NOON)


def posts(stage):
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.of_strategy("S1")


def test_home_says_how_many_questions_are_mine_names_the_oldest_and_leads_to_them(stage, bob):
    keep(bob, '"The younger one"')
    keep(bob, '"The <older> one" asked yesterday 15:00')
    keep(bob, '"Somebody else\'s" @amy')

    home = home_of(bob)

    assert "*2 questions wait for you*, the oldest since Mon 23 Nov: “The &lt;older&gt; one” (Q2)" in shown(home)
    listed = shown(bob.press(home, "My questions").modal)
    assert "2 questions wait for you" in listed
    assert "Somebody else" not in listed


def test_a_home_without_questions_says_nothing_of_them(stage, bob):
    keep(bob, f'"{BELGIUM}" @amy')

    assert "wait for you" not in shown(home_of(bob))


@pytest.fixture
def secret(stage) -> Strategy:
    """Another strategy, of a private channel that Inès is in and Bob is not."""
    with stage.bot.house.store.transaction() as tx:
        hers = {"channel_id": "CSECRET", "manager_id": "UINES", "round_ids": ("UINES",), "platforms": ()}
        return tx.strategies.put(replace(stage.strategy, id="S2", name="Lune & Cie", rev=0, **hers))


def ask_elsewhere(stage, *owners: str) -> None:
    with stage.bot.house.store.transaction() as tx:
        for n, owner in enumerate(owners):
            asked = {"text": "Vegan?", "asked_on": date(2026, 11, 20 + n), "owner_id": owner}
            tx.questions.put(Question(id=f"Q{91 + n}", strategy_id="S2", **asked))


def test_home_counts_those_of_my_other_strategies_too_and_opens_the_oldest(stage, secret):
    ines = stage.slack.hand("UINES")
    keep(ines, '"Here?"')
    ask_elsewhere(stage, "UINES", "UINES", "UBOB")

    home = home_of(ines)

    assert "*1 question vous attend*" in shown(home)
    assert "*Lune &amp; Cie* · <#CSECRET>" in shown(home)
    assert "*2 questions vous attendent*, la plus ancienne depuis le ven. 20 nov." in shown(home)
    assert "Vegan?" in shown(ines.press(home, "question.show:Q91").modal)


def test_what_is_not_there_for_somebody_is_not_counted_either(stage, bob, secret):
    ask_elsewhere(stage, "UBOB")

    assert "Lune &amp; Cie" not in shown(home_of(bob))


def test_the_line_on_home_at_its_longest(t, texts):
    facts = HomeFacts(
        member=a_member(texts),
        strategy=a_strategy(texts),
        overview=None,
        check_in=None,
        in_round=True,
        absences=(),
        planned=1,
        live=1,
        questions=questions(texts),
    )

    view = home_view(t, facts, now=NOW)

    assert check_home(view) is None
    assert_harmless(*mrkdwn_in(view))


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_question_opens_the_form_of_an_idea_with_its_words_and_who_heard_it(stage, bob, is_answered):
    card = last(keep(bob))
    if is_answered:
        card = last(bob.command("/checkin answered Q1", channel=SOCIAL))

    form = bob.press(card, "A post for all…").modal
    bob.submit({})

    (post,) = posts(stage)
    assert (post.title, post.platform.value, post.state) == (BELGIUM, "facebook", PostState.IDEA)
    assert post.notes.startswith("A customer asked, heard by ")
    assert post.notes.endswith(f"(Q1): “{BELGIUM}”")
    assert "Marie" not in shown(form) + str(replace(post, history=()))


def test_whoever_sees_a_question_and_may_not_change_it_is_offered_its_post_and_can_make_it(stage, bob):
    keep(bob)
    dan = stage.slack.hand("UDAN")
    card = last(dan.command("/checkin Q1", channel=SOCIAL))
    assert "question.answer" not in shown(card)

    dan.press(card, "question.post")
    dan.submit({})

    (post,) = posts(stage)
    assert (post.title, post.state, post.created_by) == (BELGIUM, PostState.IDEA, "UDAN")
