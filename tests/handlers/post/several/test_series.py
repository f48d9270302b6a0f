"""A series as a whole: shown before it changes, changed or ended, taken back in one press; texts stay."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.post.batches import Batch
from bot.services.post.series_changes import SeriesWish
from handlers.views.post.series import change_question, end_question, in_words, series_form
from tests.handlers.posting import SOCIAL, last, posts, shown
from tests.handlers.reminding import a_strategy


@pytest.fixture
def bob(stage):
    """Bob Miller, English, in London; three posts of his on three Tuesdays, the first with a text."""
    hand = stage.slack.hand("UBOB")
    hand.command('/post add "Tip" on linkedin by me every tuesday 10:00 3 times "Stir it"', channel=SOCIAL)
    return hand


def test_a_typed_change_is_shown_first_then_done_then_taken_back(stage, bob):
    question = last(bob.command('/post series P2 @amy 16:00 theme "Autumn" #tea', channel=SOCIAL))
    assert "3 posts that are still to come will get the theme Autumn, the labels tea, <@UAMY> as their owner" in shown(
        question
    )
    assert {each.owner_id for each in posts(stage)} == {"UBOB"}

    done = last(bob.press(question, "post.series-change"))

    assert "3 posts of the series are changed" in shown(done)
    assert {(each.owner_id, each.theme, each.labels, each.due.wall[11:]) for each in posts(stage)} == {
        ("UAMY", "Autumn", ("tea",), "16:00")
    }
    assert [each.text for each in posts(stage)] == ["Stir it", "", ""]
    assert [each.what for each in posts(stage)[1].history] == ["added", "assigned", "moved", "edited"]
    bob.press(last(bob.press(done, "post.undo-batch")), "undo.yes")
    assert {(each.owner_id, each.theme, each.due.wall[11:]) for each in posts(stage)} == {("UBOB", "", "10:00")}


def test_the_card_opens_a_form_whose_answer_is_shown_before_it_is_done(stage, bob):
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.series")
    assert "3 posts of the series are still to come, the last on Tuesday 8 December" in shown(bob.modal)
    question = bob.submit({"theme": "Winter", "labels": "tea, cake"}).modal
    assert "get the theme Winter and the labels tea, cake" in shown(question)
    done = bob.press(question, "post.series-change").modal

    assert {(each.theme, each.labels) for each in posts(stage)} == {("Winter", ("tea", "cake"))}
    bob.press(bob.press(done, "post.undo-batch").modal, "undo.yes")
    assert {each.theme for each in posts(stage)} == {""}


def test_a_form_with_nothing_in_it_says_what_could_be(stage, bob):
    bob.command("/post series P1", channel=SOCIAL)

    assert list(bob.submit({}).errors) == ["theme"]


def test_a_dash_removes_a_theme(stage, bob):
    bob.press(last(bob.command('/post series P1 theme "Tea"', channel=SOCIAL)), "post.series-change")
    bob.command("/post series P1", channel=SOCIAL)

    bob.press(bob.submit({"theme": "-"}).modal, "post.series-change")

    assert {each.theme for each in posts(stage)} == {""}


def test_what_is_each_posts_own_is_not_changed_by_a_series(stage, bob):
    bob.command('/post series P1 "Another title" theme "Tea"', channel=SOCIAL)

    assert "texts and titles stay" in shown(bob.modal)
    assert {each.title for each in posts(stage)} == {"Tip"}


def test_the_end_of_a_series_cancels_from_there_on_and_comes_back(stage, bob):
    question = last(bob.command("/post series P2 end", channel=SOCIAL))
    assert "2 posts will be cancelled, from P2 on" in shown(question)
    assert {each.state for each in posts(stage)} == {PostState.DRAFT}

    done = last(bob.press(question, "post.series-ended"))

    assert [each.is_open for each in posts(stage)] == [True, False, False]
    bob.press(last(bob.press(done, "post.undo-batch")), "undo.yes")
    assert {each.state for each in posts(stage)} == {PostState.DRAFT}


def test_the_form_ends_it_too(stage, bob):
    bob.command("/post series P3", channel=SOCIAL)

    bob.press(bob.press(bob.modal, "post.series-end").modal, "post.series-ended")

    assert [each.is_open for each in posts(stage)] == [True, True, False]


def anything(post):
    return True


def test_in_french(stage, bob):
    chloe = stage.slack.hand("UAMY")

    question = last(chloe.command("/post série P1 16h", channel=SOCIAL))
    done = last(chloe.press(question, "post.series-change"))
    ended = last(chloe.command("/post série P1 fin", channel=SOCIAL))

    assert "3 publications à venir recevront 16\u00a0h comme heure" in shown(question)
    assert "3 publications de la série sont modifiées" in shown(done)
    assert "3 publications seront annulées, à partir de P1" in shown(ended)


def test_what_is_out_and_what_is_gone_stays(stage, bob):
    bob.command("/post done P1 https://www.linkedin.com/feed/update/urn:li:activity:1/", channel=SOCIAL)
    bob.command('/post add "Else" on x by me 2026-12-08 10:00', channel=SOCIAL)

    bob.press(last(bob.command('/post series P1 theme "Tea"', channel=SOCIAL)), "post.series-change")

    assert [each.theme for each in posts(stage)] == ["", "Tea", "Tea", ""]


@pytest.mark.parametrize(
    ("member", "typed", "said"),
    [
        ("UBOB", "/post series P4 theme: tea", "isn't part of a series"),
        ("UDAN", "/post series P1 theme: tea", "still to come and yours to change"),
        ("UBOB", "/post series", "number"),
    ],
)
def test_a_refusal_says_why(stage, bob, member, typed, said):
    bob.command('/post add "Else" on x by me 2026-12-08 10:00', channel=SOCIAL)

    answer = stage.slack.hand(member).command(typed, channel=SOCIAL)

    assert said in shown(last(answer))


def test_nothing_to_change_is_said(stage, bob):
    question = last(bob.command("/post series P1 10:00", channel=SOCIAL))

    assert "like that already" in shown(last(bob.press(question, "post.series-change")))


def test_the_right_is_asked_again_when_it_is_pressed(stage):
    dan = stage.slack.hand("UDAN")
    dan.command('/post add "Tip" on linkedin by me every tuesday 10:00 3 times', channel=SOCIAL)
    question = last(dan.command('/post series P1 theme "Tea"', channel=SOCIAL))
    with stage.bot.house.store.transaction() as tx:
        for each in tx.posts.all():
            tx.posts.put(replace(each, owner_id="UBOB", created_by="UBOB"))

    answer = last(dan.press(question, "post.series-change"))

    assert "yours to change" in shown(answer)
    assert {each.theme for each in posts(stage)} == {""}


def test_the_new_owner_is_told_of_the_first(stage, bob):
    bob.press(last(bob.command("/post series P1 @dan", channel=SOCIAL)), "post.series-change")
    stage.move_to(datetime(2026, 11, 23, 17, 5, tzinfo=UTC))

    told = [each for each in stage.slack.hand("UDAN").direct_messages() if "yours now" in each.text]

    assert ["P1" in each.text for each in told] == [True]


NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_series_fits(locale):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    long = Post(
        id="P123456",
        strategy_id="S1",
        title="&" * 150,
        platform=Platform.PINTEREST,
        due=Due.of(NOW, "Europe/Paris"),
    )
    wish = SeriesWish(theme="&" * 100, labels=("&" * 300,), owner_id="UXXXXXXXXXX", clock=time(16, 5))
    ahead, strategy = Batch(posts=(long,) * 26, left=(long,) * 9), a_strategy()

    text, blocks = change_question(
        t, long, ahead, wish, value="x" * 2000, now=NOW, strategy=strategy, may_change=anything
    )
    assert check_message({"text": text, "blocks": blocks}) is None
    text, blocks = end_question(t, long, ahead, now=NOW, strategy=strategy, may_change=anything)
    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_view(series_form(t, long, ahead, wish=wish, labels="&" * 300, meta={"post": "P1"})) is None
    assert len(in_words(t, wish)) == 4


def told_of_posts(stage, user_id: str) -> list[str]:
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))
    return [
        each.text for each in stage.slack.hand(user_id).direct_messages() if each.bot_id and "P1 · Tip" in each.text
    ]


def test_whoever_gets_the_series_is_told_once_which_posts_they_are(stage, bob):
    bob.press(last(bob.command("/post series P2 @dan", channel=SOCIAL)), "post.series-change")

    [told] = told_of_posts(stage, "UDAN")

    assert told.startswith("3 posts are yours now\nP1 · Tip\n• it is yours now")


def test_whoever_gets_the_series_is_told_in_french(stage, bob):
    bob.press(last(bob.command("/post series P2 @amy", channel=SOCIAL)), "post.series-change")

    [told] = told_of_posts(stage, "UAMY")

    assert "3 publications sont maintenant à vous" in told


def test_a_post_that_was_theirs_already_is_not_told_again(stage, bob):
    bob.command("/post assign P1 @dan", channel=SOCIAL)
    [first] = told_of_posts(stage, "UDAN")
    bob.press(last(bob.command('/post series P2 @dan theme "Autumn"', channel=SOCIAL)), "post.series-change")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    told = [each.text for each in stage.slack.hand("UDAN").direct_messages() if "yours now" in each.text]

    assert first.startswith("P1 · Tip: it is yours now")
    assert told[-1].startswith("2 posts are yours now\nP2 · Tip")
