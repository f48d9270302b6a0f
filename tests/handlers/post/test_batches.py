"""Several posts at once in Slack: what comes back, copies, a whole day; with preview and undo."""

import json
from datetime import UTC, date, datetime

import pytest

from bot.domain.moments import Due
from bot.domain.plan_parts import Limits
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.post.batches import Batch
from handlers.views.post.batches import batch_modal, batch_said, copying_form, day_question
from tests.handlers.plan.test_holds import AVOID, keep_plan
from tests.handlers.reminding import a_strategy

SOCIAL = "CSOCIAL"


def posts(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return sorted(tx.posts.all(), key=lambda each: each.number)


def shown(what) -> str:
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


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


def test_a_copy_shows_the_text_to_be_rewritten(stage, bob):
    bob.command('/post add "Tea" on linkedin by me "Bring your best tea story to the bakery"', channel=SOCIAL)

    answer = bob.command("/post copy P1 to facebook", channel=SOCIAL)

    assert "P2: copied from P1" in shown(last(answer))
    assert "post.rewrite" in shown(last(answer))


def test_the_card_copies_to_several_platforms_and_takes_them_back(stage, bob):
    card = last(bob.command('/post add "Tea" on linkedin by me', channel=SOCIAL))

    bob.press(card, "post.copy-to")
    answer = bob.submit({"platforms": ["facebook", "x"]})

    assert [each.platform for each in posts(stage)] == [Platform.LINKEDIN, Platform.FACEBOOK, Platform.X]
    bob.press(bob.press(answer.modal, "post.undo-batch").modal, "undo.yes")
    assert [each.state for each in posts(stage)][1:] == [PostState.CANCELLED] * 2


def test_a_day_is_shown_before_it_moves_and_can_be_taken_back(stage, bob):
    bob.command('/post add "Tea" on linkedin by me 2026-12-01 16:00', channel=SOCIAL)

    question = last(bob.command("/post move 2026-12-01 to 2026-12-02", channel=SOCIAL))
    assert posts(stage)[0].due.wall == "2026-12-01T16:00"
    moved = last(bob.press(question, "post.move-day"))
    assert posts(stage)[0].due.wall == "2026-12-02T16:00"
    bob.press(moved, "post.undo-batch")

    assert posts(stage)[0].due.wall == "2026-12-01T16:00"


def test_what_of_a_day_would_be_over_already_is_named_before_and_after(stage, bob):
    bob.command('/post add "Tea" on linkedin by me tomorrow 09:00', channel=SOCIAL)
    bob.command('/post add "Bread" on facebook by me tomorrow 18:00', channel=SOCIAL)

    question = last(bob.command("/post move tomorrow to today", channel=SOCIAL))
    moved = last(bob.press(question, "post.move-day"))

    assert "One post will move from" in question.text
    assert "One post is moved to" in moved.text
    assert "P1 will stay as it is: somebody else has it, or its time of day has passed" in shown(question)
    assert "Left as is: P1. Possible reasons: somebody else's post, a time already past" in shown(moved)
    assert [each.due.wall for each in posts(stage)] == ["2026-11-24T09:00", "2026-11-23T18:00"]


def test_a_day_that_the_plan_holds_back_says_that_nothing_moved(stage, bob):
    bob.command('/post add "Tea" on linkedin by me tomorrow 09:00', channel=SOCIAL)
    bob.command('/post add "Bread" on facebook by me friday 18:00', channel=SOCIAL)
    keep_plan(stage, limits=Limits(posts_a_day=1))

    moved = last(bob.press(last(bob.command("/post move tomorrow to friday", channel=SOCIAL)), "post.move-day"))

    assert "No post could be moved." in moved.text
    assert "Left as is: P1." in shown(moved)


@pytest.mark.parametrize(
    "typed", ["move all posts from friday to monday", "déplacer toutes les publications de vendredi à lundi"]
)
def test_a_day_moves_in_the_words_that_people_use_for_it(stage, bob, typed):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel=SOCIAL)

    bob.press(last(bob.command(f"/post {typed}", channel=SOCIAL)), "post.move-day")

    assert posts(stage)[0].due.wall == "2026-11-30T16:00"


def test_a_time_for_all_posts_of_a_day_is_told_not_to_be_taken(stage, bob):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel=SOCIAL)

    answer = bob.command("/post move all posts from friday to monday at 10:00", channel=SOCIAL)

    assert "keep their times" in last(answer).text
    bob.press(last(answer), "post.move-day")
    assert posts(stage)[0].due.wall == "2026-11-30T16:00"


def test_a_day_that_moves_is_said_in_good_french(stage, amy):
    amy.command('/post ajouter "Thé" sur linkedin par moi vendredi 16h', channel=SOCIAL)

    question = last(amy.command("/post déplacer vendredi à lundi", channel=SOCIAL))
    moved = last(amy.press(question, "post.move-day"))

    assert "passera du vendredi 27 novembre au lundi 30 novembre" in question.text
    assert "est déplacée au lundi 30 novembre" in moved.text


def test_an_idea_becomes_a_draft_by_its_button(stage, bob):
    bob.command('/post idea "Behind the scenes" on linkedin by me', channel=SOCIAL)
    ideas = last(bob.command("/post ideas", channel=SOCIAL))
    assert "Behind the scenes" in shown(ideas)

    card = bob.press(ideas, "post.more", choice="show:P1").modal
    answer = bob.press(card, "post.draft")

    assert posts(stage)[0].state is PostState.DRAFT
    assert "is a draft now" in shown(answer.modal)


NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
LONG = Post(
    id="P123456",
    strategy_id="S1",
    title="&" * 150,
    platform=Platform.GOOGLE_BUSINESS,
    state=PostState.IN_REVIEW,
    owner_id="UXXXXXXXXXX",
    due=Due.of(NOW, "America/Argentina/ComodRivadavia"),
)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_batches_at_their_longest_fit_slack(locale):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    batch = Batch(posts=(LONG,) * 400, left=(LONG,) * 400, missed=99, token="0" * 16)
    day = {"day": date(2026, 9, 30), "to": date(2026, 12, 30), "now": NOW, "strategy": a_strategy()}

    for text, blocks in (
        batch_said(t, batch, "x" * 900, now=NOW, zone="Europe/Paris", may_change=bool),
        day_question(t, batch, **day, may_change=bool),
    ):
        assert check_message({"text": text, "blocks": blocks}) is None
        assert check_view(batch_modal(t, t("batch-title"), blocks, channel_id="CSOCIAL")) is None
    assert check_view(copying_form(t, LONG, a_strategy(), meta={"channel": "C1"})) is None
