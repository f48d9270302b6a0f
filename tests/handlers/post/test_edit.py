"""The form of a post that exists, typed and filled in; what is left while a text is typed."""

import re

import pytest

from bot.domain.posts import PostState
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, cancelled, due_in, post, post_with, shown


def test_the_edit_form_begins_with_what_stands_and_saves_what_is_changed(stage, bob):
    add_post_on(stage, text="Come by!", due=due_in(days=1))

    bob.command("/post edit P1", channel=SOCIAL)
    answer = bob.submit({"title": "Winter contest"})

    assert (post(stage).title, post(stage).text, post(stage).due) == ("Winter contest", "Come by!", due_in(days=1))
    assert "P1 is saved" in shown(answer.modal)
    assert "edited: title" in shown(answer.modal)


def test_a_part_of_a_day_leaves_the_hour_of_an_edit_to_be_chosen(stage, bob):
    add_post_on(stage, due=due_in(days=10))
    bob.command("/post edit P1 friday evening", channel=SOCIAL)

    sent = bob.submit()

    assert sent.errors.keys() == {"clock"}
    assert post(stage).due == due_in(days=10)


def test_the_counter_of_an_edit_form_counts_what_the_form_begins_with(stage, bob, amy):
    add_post_on(stage, text="x" * 400)

    assert "120 characters too many" in shown(bob.command("/post edit P1 on x", channel=SOCIAL).modal)
    assert "275 characters left" in shown(bob.command('/post edit P1 on x text "Hello"', channel=SOCIAL).modal)

    bob.command("/post edit P1", channel=SOCIAL)
    amy.command("/post move P1 friday 10:00", channel=SOCIAL)
    again = bob.submit({"platform": "x", "text": "Hello"}).modal
    assert "Somebody was faster" in shown(again)
    assert "275 characters left" in shown(again)


def test_who_was_slower_sees_both_versions_and_decides(stage, bob, amy):
    add_post_on(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    amy.command("/post edit P1", channel=SOCIAL)
    amy.submit({"title": "Amy's title"})

    answer = bob.submit({"title": "Bob's title", "text": "Bob's text"})

    assert post(stage).title == "Amy's title"
    assert "Somebody was faster" in shown(answer.modal)
    assert "Amy's title" in shown(answer.modal)
    assert "Bob's title" in shown(answer.modal)
    assert "Bob's text" in shown(answer.modal)

    bob.submit({"title": "Bob's title"})

    assert post(stage).title == "Bob's title"


def test_a_text_too_long_for_a_form_is_not_cut_by_editing(stage, bob):
    add_post_on(stage, text="x" * 4000)

    bob.command("/post edit P1", channel=SOCIAL)
    bob.submit({"title": "Other"})

    assert (post(stage).title, len(post(stage).text)) == ("Other", 4000)


@pytest.mark.parametrize("length", [1000, 3000, 4000])
def test_what_is_longer_than_its_field_is_not_cut_by_editing(stage, bob, length):
    post_with(stage, notes="x" * length, image_text="y" * length)

    form = bob.command("/post edit P1", channel=SOCIAL).modal
    bob.submit({"title": "Other"})

    kept = post(stage)
    assert (kept.title, len(kept.notes), len(kept.image_text)) == ("Other", length, length)
    assert ("*Notes*: 4,000 characters" in shown(form)) == (length == 4000)


def test_what_has_no_field_stays_also_when_somebody_was_faster(stage, bob, amy):
    post_with(stage, notes="x" * 4000)
    bob.command("/post edit P1", channel=SOCIAL)
    amy.command("/post assign P1 me", channel=SOCIAL)

    bob.submit({"title": "Other"})
    bob.submit({})

    assert (post(stage).title, len(post(stage).notes)) == ("Other", 4000)


def test_a_post_cancelled_while_it_is_edited_refuses_over_the_form(stage, bob, amy):
    add_post_on(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    cancelled(stage)

    answer = bob.submit({"title": "Other"})

    assert "Somebody was faster" in shown(answer.modal)
    assert post(stage).state is PostState.CANCELLED


def test_what_is_left_is_told_while_the_text_is_typed(stage, bob):
    add_post_on(stage, text="Tea")
    bob.command("/post edit P1", channel=SOCIAL)

    form = bob.press(bob.modal, "post.typing.text", choice="Tea at four").modal
    assert "2,189 characters left" in shown(form) or "2189 characters left" in shown(form)
    over = bob.press(bob.modal, "post.typing.text", choice="x" * 2210).modal

    assert "10 characters too many" in shown(over)
    assert [each["block_id"] for each in over.blocks if "too many" in str(each.get("hint"))] == ["text"]
    assert post(stage).text == "Tea"
    bob.submit({"title": "Tea time"})
    assert (post(stage).title, post(stage).text) == ("Tea time", "x" * 2210)


def test_youtube_counts_the_title_while_it_is_typed_and_on_the_card(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    bob.fill({"platform": "youtube", "title": "x" * 103})

    bob.press(bob.modal, "post.typing.text", choice="Tea")
    assert "4,997 characters left on this platform. Title: 3 characters too many" in shown(bob.modal)
    bob.submit()

    card = shown(bob.command("/post show P1", channel=SOCIAL).messages[-1])
    assert "Title: 103 of 100 characters, 3 too many" in card


@pytest.mark.parametrize(
    ("who", "typing", "told"),
    [
        ("UBOB", "25 bytes too many for this platform. One emoji can take thirty.", "3025 of 3000 bytes, 25 too many"),
        ("UAMY", "25 octets de trop pour cette plateforme.", "3025 octets sur 3000, 25 de trop"),
    ],
)
def test_bluesky_counts_bytes_where_these_are_too_many(stage, who, typing, told):
    hand = stage.slack.hand(who)
    hand.command("/post add", channel=SOCIAL)
    hand.fill({"platform": "bluesky", "title": "Families", "text": "👨\u200d👩\u200d👧\u200d👦" * 121})

    hand.press(hand.modal, "post.typing.text", choice="👨\u200d👩\u200d👧\u200d👦" * 121)
    assert typing in shown(hand.modal)
    hand.submit()

    card = shown(hand.command("/post show P1", channel=SOCIAL).messages[-1])
    assert told in re.sub(r"(?<=\d)[,\s](?=\d{3})", "", card)


def test_notes_typed_with_an_edit_are_the_notes_and_no_date(stage, bob):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel="CSOCIAL")

    bob.command("/post edit P1 notes ask Amy on monday", channel="CSOCIAL")
    bob.submit()

    with stage.bot.house.store.transaction() as tx:
        kept = tx.posts.get("P1")
    assert (kept.notes, kept.due.wall) == ("ask Amy on monday", "2026-11-27T16:00")


def test_notes_within_a_new_title_stay_in_it(stage, bob):
    bob.command("/post add Release notes for spring on linkedin friday 16:00", channel="CSOCIAL")

    with stage.bot.house.store.transaction() as tx:
        assert tx.posts.get("P1").title == "Release notes for spring"
