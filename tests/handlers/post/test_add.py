"""`/post add`, `/post idea` and their form, typed and filled in on a local Slack."""

from datetime import UTC, datetime

import pytest

from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.sandbox.acting import interactions
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, last, post, posts, shown


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


def test_one_character_is_singular_in_french(stage, amy):
    card = last(amy.command('/post ajouter "Thé" sur instagram texte: A', channel=SOCIAL))

    assert "1 caractère sur 2 200" in shown(card).replace("\u202f", " ").replace("\u00a0", " ")


def test_what_was_not_understood_stands_in_french_quotes(stage, amy):
    form = amy.command('/post ajouter "Thé" sur instagram blabla', channel=SOCIAL).modal

    assert "pas compris «\u202fblabla\u202f»" in shown(form)


def test_a_new_post_counts_once_its_platform_is_known(stage, bob):
    bob.command("/post add", channel=SOCIAL)
    bob.press(bob.modal, "post.typing.text", choice="Tea")
    assert "characters left" not in shown(bob.modal)

    bob.fill({"platform": "x"})
    bob.press(bob.modal, "post.typing.text", choice="Tea at https://example.com/a/very/long/address")

    assert "250 characters left" in shown(bob.modal)


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
    add_post_on(stage)
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


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [('"Pie" friday 10:00', "Platform"), ('"Pie" on instagram friday', "Time"), ("on instagram friday 10:00", "Title")],
)
def test_what_a_new_post_lacks_is_named_above_its_form(stage, bob, typed, lacking):
    answer = bob.command(f"/post add {typed}", channel=SOCIAL)

    assert f"Still missing: {lacking}. " in shown(answer.modal)
