"""`/post add`, `/post edit` and their forms, typed and filled in on a local Slack."""

import re
from datetime import UTC, datetime

import pytest

from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.sandbox.acting import interactions
from tests.handlers.posting import (
    SOCIAL,
    a_post,
    cancelled,
    due_in,
    last,
    post,
    post_with,
    posts,
    shown,
)

# --- adding


def test_a_post_typed_whole_is_added_and_shown_with_what_comes_next(stage, bob):
    answer = bob.command('/post add "Spring contest" on instagram by <@UBOB> tue 10:00 kind contest', channel=SOCIAL)

    added = post(stage)
    assert (added.title, added.platform, added.kind, added.owner_id) == (
        "Spring contest",
        Platform.INSTAGRAM,
        PostKind.CONTEST,
        "UBOB",
    )
    assert added.due.at == datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # London
    assert "P1 is added" in last(answer).text
    assert "Tue 24 Nov 10:00 (05:00 in " in shown(last(answer))
    assert answer.modal is None


def test_undo_takes_an_addition_back_in_the_same_message(stage, bob):
    answer = bob.command('/post add "Tea" on instagram', channel=SOCIAL)

    undone = bob.press(last(answer), "post.undo")

    assert post(stage).state is PostState.CANCELLED
    assert "Undone on P1" in shown(last(undone))
    assert last(undone).ts == last(answer).ts


def test_what_was_not_understood_opens_the_form_with_the_rest_and_keeps_what_was_typed(stage, bob):
    answer = bob.command("/post add contest on instagram tuesdayish", channel=SOCIAL)

    assert posts(stage) == []
    assert "tuesdayish" in shown(answer.modal)
    assert "/post add contest on instagram tuesdayish" in shown(answer.modal)
    assert "/post add contest on instagram tuesdayish" in shown(last(answer))
    assert "The rest is in the form: check it and send it." in shown(last(answer))
    assert "The form is filled in" not in shown(last(answer))


def test_the_message_beside_the_form_has_all_of_a_long_line(stage, bob):
    text = "word " * 900 + "the end"

    answer = bob.command(f'/post add "Tea" on linkedin tuesdayish text: {text}', channel=SOCIAL)

    assert "the end" in shown(answer.modal)
    assert "the end" in shown(last(answer))


def test_a_day_that_was_not_understood_opens_the_form_and_refuses_no_other_day(stage, amy):
    answer = amy.command('/post ajouter "Concours" sur insta 24-12 7h texte: Un long texte', channel=SOCIAL)

    assert "est déjà passé" not in answer.text
    assert "24-12" in shown(answer.modal)
    amy.submit({"day": "2026-12-24"})
    assert post(stage).due.wall == "2026-12-24T07:00"


@pytest.mark.parametrize("typed", ["add", "ajouter", "idea"])
def test_a_verb_alone_opens_the_form_without_a_word_on_what_is_missing(bob, typed):
    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert answer.modal.callback_id == "post.add"
    assert "Something is still missing" not in shown(answer.modal)
    assert answer.messages == []


def test_the_form_adds_what_is_filled_in(stage, bob):
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit(
        {"title": "Tea & cake", "platform": "facebook", "day": "2026-11-25", "clock": "16:30", "text": "Come by!"}
    )

    added = post(stage)
    assert (added.title, added.text, added.due.wall, added.due.zone) == (
        "Tea & cake",
        "Come by!",
        "2026-11-25T16:30",
        "Europe/London",
    )
    assert "P1 is added" in shown(answer.modal)


def test_a_form_delivered_twice_adds_one_post(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    view = bob.fill({"title": "Tea", "platform": "facebook"})

    for _ in range(2):
        interactions.send_submission(stage.slack.core, view)

    assert [each.id for each in posts(stage)] == ["P1"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": "2026-11-23", "clock": "12:59"}, "day"),
        ({"day": "2026-11-25"}, "clock"),
        ({"clock": "10:00"}, "day"),
        ({"owner": "UGUEST"}, "owner"),
        ({"owner": "UGONE"}, "owner"),
        ({"image": "cat.png"}, "image"),
    ],
)
def test_a_field_that_cannot_be_kept_says_why_and_the_form_stays(stage, bob, values, field):
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit({"title": "Tea", "platform": "facebook", **values})

    assert list(answer.errors) == [field]
    assert posts(stage) == []


def test_half_a_moment_of_an_idea_is_not_lost_but_asked_for_in_the_form(stage, bob):
    answer = bob.command('/post idea "Market day" on instagram due tomorrow', channel=SOCIAL)

    assert posts(stage) == []
    assert "2026-11-24" in shown(answer.modal)
    bob.submit({"clock": "16:00"})
    assert [(each.state, each.due.wall) for each in posts(stage)] == [(PostState.DRAFT, "2026-11-24T16:00")]


def test_an_idea_needs_a_title_alone(stage, bob):
    answer = bob.command('/post idea "Behind the scenes"', channel=SOCIAL)

    assert post(stage).state is PostState.IDEA
    assert "no date yet" in last(answer).text


def test_somebody_named_without_slacks_help_is_found_by_name(stage, bob):
    bob.command('/post add "Tea" on instagram by @Dan', channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UDAN"]


# --- editing


def test_the_edit_form_begins_with_what_stands_and_saves_what_is_changed(stage, bob):
    a_post(stage, text="Come by!", due=due_in(days=1))

    bob.command("/post edit P1", channel=SOCIAL)
    answer = bob.submit({"title": "Winter contest"})

    assert (post(stage).title, post(stage).text, post(stage).due) == ("Winter contest", "Come by!", due_in(days=1))
    assert "P1 is saved" in shown(answer.modal)
    assert "edited: title" in shown(answer.modal)


def test_one_character_is_singular_in_french(stage, amy):
    card = last(amy.command('/post ajouter "Thé" sur instagram texte: A', channel=SOCIAL))

    assert "1 caractère sur 2 200" in shown(card).replace("\u202f", " ").replace("\u00a0", " ")


def test_what_was_not_understood_stands_in_french_quotes(stage, amy):
    form = amy.command('/post ajouter "Thé" sur instagram blabla', channel=SOCIAL).modal

    assert "pas compris «\u202fblabla\u202f»" in shown(form)


def test_the_counter_of_an_edit_form_counts_what_the_form_begins_with(stage, bob, amy):
    a_post(stage, text="x" * 400)

    assert "120 characters too many" in shown(bob.command("/post edit P1 on x", channel=SOCIAL).modal)
    assert "275 characters left" in shown(bob.command('/post edit P1 on x text "Hello"', channel=SOCIAL).modal)

    bob.command("/post edit P1", channel=SOCIAL)
    amy.command("/post move P1 friday 10:00", channel=SOCIAL)
    again = bob.submit({"platform": "x", "text": "Hello"}).modal
    assert "Somebody was faster" in shown(again)
    assert "275 characters left" in shown(again)


def test_who_was_slower_sees_both_versions_and_decides(stage, bob, amy):
    a_post(stage)
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
    a_post(stage, text="x" * 4000)

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
    a_post(stage)
    bob.command("/post edit P1", channel=SOCIAL)
    cancelled(stage)

    answer = bob.submit({"title": "Other"})

    assert "Somebody was faster" in shown(answer.modal)
    assert post(stage).state is PostState.CANCELLED


def test_what_is_left_is_told_while_the_text_is_typed(stage, bob):
    a_post(stage, text="Tea")
    bob.command("/post edit P1", channel=SOCIAL)

    form = bob.press(bob.modal, "post.typing.text", choice="Tea at four").modal
    assert "2,189 characters left" in shown(form) or "2189 characters left" in shown(form)
    over = bob.press(bob.modal, "post.typing.text", choice="x" * 2210).modal

    assert "10 characters too many" in shown(over)
    assert [each["block_id"] for each in over.blocks if "too many" in str(each.get("hint"))] == ["text"]
    assert post(stage).text == "Tea"
    bob.submit({"title": "Tea time"})
    assert (post(stage).title, post(stage).text) == ("Tea time", "x" * 2210)


def test_a_new_post_counts_once_its_platform_is_known(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    bob.press(bob.modal, "post.typing.text", choice="Tea")
    assert "characters left" not in shown(bob.modal)

    bob.fill({"platform": "x"})
    bob.press(bob.modal, "post.typing.text", choice="Tea at https://example.com/a/very/long/address")

    assert "250 characters left" in shown(bob.modal)


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


@pytest.mark.parametrize(
    ("who", "told"), [("UBOB", "Title: One character too many"), ("UAMY", "Titre\u00a0: 1 caractère de trop")]
)
def test_the_form_counts_youtubes_title_when_it_opens_as_it_does_while_typing(stage, who, told):
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(
            Post(
                id="P1",
                strategy_id=stage.strategy.id,
                title="e" * 101,
                text="x",
                platform=Platform.YOUTUBE,
                owner_id=who,
            )
        )
    hand = stage.slack.hand(who)

    opened = hand.press(last(hand.command("/post show P1", channel=SOCIAL)), "post.edit").modal
    hint = hint_of(opened)
    typed = hand.press(opened, "post.typing.text", choice="x").modal

    assert told in hint
    assert hint_of(typed) == hint


def hint_of(view) -> str:
    return next(each["hint"]["text"] for each in view.blocks if each.get("block_id") == "text")


def test_an_idea_without_a_platform_says_which_it_got(stage, bob):
    said = shown(last(bob.command("/post idea coulisses de l'atelier", channel=SOCIAL)))

    assert "No platform was named" in said


def test_a_second_moment_of_a_post_that_is_live_is_not_dropped_in_silence(stage, bob):
    a_post(stage)
    bob.command("/post done P1 2 hours ago https://x.com/1", channel=SOCIAL)
    was = post(stage).published_at

    said = shown(last(bob.command("/post done P1 yesterday at 18:00 https://x.com/1", channel=SOCIAL)))

    assert "is not taken" in said
    assert post(stage).published_at == was


def test_a_theme_and_labels_that_have_no_field_are_said_above_the_form_and_kept(stage, bob):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel="CSOCIAL")

    answer = bob.command("/post edit P1 label tea campaign Winter", channel="CSOCIAL")

    assert "theme “Winter”" in str(answer.modal.blocks)
    assert "as labels: tea" in str(answer.modal.blocks)
    bob.submit()
    with stage.bot.house.store.transaction() as tx:
        assert (tx.posts.get("P1").theme, tx.posts.get("P1").labels) == ("Winter", ("tea",))


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
