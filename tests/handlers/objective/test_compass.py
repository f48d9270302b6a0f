"""What a post is for: asked once where no objective says so, on the card, under many posts and in the radar."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Objective, ObjectiveKind, Platform
from tests.handlers.posting import SOCIAL, last, post, shown

ASKED = "No objective asked for TikTok"
DEMANDE = "Aucun objectif ne prévoit TikTok"
SERVES = "It serves no objective yet"


@pytest.fixture(autouse=True)
def _wanted_on_instagram(stage):
    """The team's objective O1 asks for Instagram; O2 names no platform. Amy manages the plan."""
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        first = replace(known.objectives[0], platforms=(Platform.INSTAGRAM,))
        second = Objective(id="O2", kind=ObjectiveKind.RECRUITING, statement="Find a baker")
        tx.strategies.put(replace(known, objectives=(first, second)))


def objective(stage, objective_id="O1") -> Objective:
    with stage.bot.house.store.transaction() as tx:
        every = tx.strategies.get(stage.strategy.id).objectives
    return next(each for each in every if each.id == objective_id)


def put(stage, number=1, **more) -> Post:
    given = {
        "strategy_id": stage.strategy.id,
        "title": "Tea",
        "platform": Platform.TIKTOK,
        "owner_id": "UBOB",
        "objective_id": "O1",
        "due": Due.local(date(2026, 12, 10), time(10), "America/Montreal"),
        **more,
    }
    with stage.bot.house.store.transaction() as tx:
        tx.next_number("post")
        return tx.posts.put(Post(id=f"P{number}", **given))


# --- asked


def test_a_typed_post_where_no_objective_wants_it_is_added_and_asked_what_it_is_for(stage, bob):
    answer = bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL)

    assert "P1" in last(answer).text
    assert ASKED in shown(last(answer))
    assert post(stage).objective_id == "O1"


def test_it_is_asked_in_french(stage, amy):
    answer = amy.command('/post ajouter "Danse" sur tiktok par moi', channel=SOCIAL)

    assert DEMANDE in shown(last(answer))
    assert "Elle sert «\u202f" in shown(last(answer))


def test_the_form_of_a_new_post_asks_it_on_the_card(stage, bob):
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit({"title": "Dance", "platform": "tiktok"})

    assert ASKED in shown(answer.modal)


def test_a_post_where_an_objective_wants_it_is_asked_nothing(stage, bob):
    answer = bob.command('/post add "Bread" on instagram by me', channel=SOCIAL)

    assert "compass" not in shown(last(answer))
    assert "post.purpose" not in shown(last(answer))


def test_an_idea_is_asked_when_it_is_taken_up(stage, bob):
    idea = bob.command('/post idea "Dance" on tiktok', channel=SOCIAL)
    taken = bob.press(last(idea), "post.draft")

    assert ASKED not in shown(last(idea))
    assert ASKED in shown(last(taken))


def test_a_post_that_serves_no_objective_is_asked_which(stage, bob):
    put(stage, platform=Platform.INSTAGRAM, objective_id=None)

    assert SERVES in shown(last(bob.command("/post show P1", channel=SOCIAL)))


def test_whoever_may_not_change_the_post_is_not_asked(stage):
    put(stage)

    card = last(stage.slack.hand("UCHLOE").command("/post show P1", channel=SOCIAL))

    assert ASKED not in shown(card)
    assert "prévoit" not in shown(card)


def test_a_copy_is_asked_on_its_own(stage, bob):
    put(stage, platform=Platform.INSTAGRAM, compass_answer="O1")

    answer = bob.command("/post copy P1 to tiktok", channel=SOCIAL)

    assert ASKED in shown(last(answer))


def test_copies_and_series_are_asked_in_one_line(stage, bob):
    put(stage, platform=Platform.INSTAGRAM)

    copies = bob.command("/post copy P1 to tiktok and mastodon", channel=SOCIAL)
    series = bob.command('/post add "Tip" on tiktok by me every tuesday 10:00 3 times', channel=SOCIAL)

    assert "2 posts do not say what they are for yet" in shown(last(copies))
    assert "3 posts do not say what they are for yet" in shown(last(series))


# --- answered


def test_it_serves_the_objective_ends_the_question_and_stands_in_the_history(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))

    answer = bob.press(card, "post.serves")

    assert post(stage).compass_answer == "O1"
    assert post(stage).history[-1].what == "compass-serves"
    assert ASKED not in shown(last(answer))
    assert "Serves “More people who talk with us before Christmas”, on purpose here" in shown(last(answer))


def test_the_manager_adds_the_platform_to_the_objective_and_no_post_is_asked_any_more(stage, amy, bob):
    put(stage)
    card = last(amy.command('/post ajouter "Danse" sur tiktok par moi', channel=SOCIAL))

    answer = amy.press(card, "post.widen")

    assert objective(stage).platforms == (Platform.INSTAGRAM, Platform.TIKTOK)
    assert DEMANDE not in shown(last(answer))
    assert ASKED not in shown(last(bob.command("/post show P1", channel=SOCIAL)))
    assert post(stage).compass_answer == ""


def test_the_plan_is_widened_by_whoever_may_change_it_alone(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))
    forged = json.loads(json.dumps(card.blocks).replace("post.serves", "post.widen"))
    card.blocks[:] = forged

    answer = bob.press(card, "post.widen")

    assert "post.widen" not in shown(last(bob.command("/post show P1", channel=SOCIAL)))
    assert objective(stage).platforms == (Platform.INSTAGRAM,)
    assert "<@UAMY>" in answer.text


def test_it_stands_on_its_own_for_a_reason_that_is_kept_and_shown(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))

    bob.press(card, "post.purpose")
    answer = bob.submit({"purpose": "alone", "why": "Our <apprentices> are there"})

    assert post(stage).compass_answer == "Our <apprentices> are there"
    assert "On purpose: Our &lt;apprentices&gt; are there" in shown(answer.modal)
    assert "stands on its own: Our &lt;apprentices&gt; are there" in shown(answer.modal)


def test_on_its_own_needs_a_reason(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))
    bob.press(card, "post.purpose")

    answer = bob.submit({"purpose": "alone"})

    assert "Say briefly why" in answer.errors["why"]
    assert post(stage).compass_answer == ""


def test_another_objective_is_chosen_in_the_form(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))
    bob.press(card, "post.purpose")

    bob.submit({"purpose": "O2"})

    assert (post(stage).objective_id, post(stage).compass_answer) == ("O2", "O2")


def test_it_is_asked_again_when_the_platform_changes_and_not_for_another_text(stage, bob):
    put(stage, platform=Platform.TIKTOK, compass_answer="Recruits are there")
    bob.command("/post edit P1", channel=SOCIAL)
    other_text = bob.submit({"text": "New words"})
    bob.command("/post edit P1", channel=SOCIAL)

    other_place = bob.submit({"platform": "mastodon"})

    assert "No objective asked" not in shown(other_text.modal)
    assert "No objective asked for Mastodon" in shown(other_place.modal)


def test_an_answer_is_taken_back_by_undo(stage, bob):
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))
    answered = last(bob.press(card, "post.serves"))

    answer = bob.press(answered, "post.undo")

    assert ASKED in shown(last(answer))


# --- typed


@pytest.mark.parametrize(
    ("typed", "objective_id", "answer"),
    [
        ("/post serves P1 O2", "O2", "O2"),
        ("/post P1 serves o2", "O2", "O2"),
        ('/post serves P1 "our recruits are there"', "O1", "our recruits are there"),
        ("/post sert P1 parce que nos recrues y sont", "O1", "nos recrues y sont"),
    ],
)
def test_the_answer_can_be_typed(stage, bob, typed, objective_id, answer):
    put(stage)

    card = last(bob.command(typed, channel=SOCIAL))

    assert (post(stage).objective_id, post(stage).compass_answer) == (objective_id, answer)
    assert "*P1 is not asked again*" in shown(card)


def test_an_objective_that_does_not_exist_is_refused_and_nothing_changes(stage, bob):
    put(stage)

    assert "no objective O9" in bob.command("/post serves P1 O9", channel=SOCIAL).text
    assert post(stage).compass_answer == ""


def test_without_an_answer_the_form_opens(stage, bob):
    put(stage)

    assert bob.command("/post serves P1", channel=SOCIAL).modal.callback_id == "post.purpose"


def test_words_beside_an_objective_stand_above_the_form(stage, bob):
    put(stage)

    form = bob.command("/post serves P1 O1 until march", channel=SOCIAL).modal

    assert form.callback_id == "post.purpose"
    assert "until march" in shown(form)


def test_an_answer_for_a_post_in_other_hands_is_refused(stage):
    put(stage)

    answer = stage.slack.hand("UCHLOE").command("/post sert P1 O1", channel=SOCIAL)

    assert "<@UBOB>" in answer.text
    assert post(stage).compass_answer == ""


# --- many at once


def test_a_number_is_not_needed_to_see_what_waits_and_one_answer_does_for_a_platform(stage, bob):
    for number in (1, 2, 3):
        put(stage, number)
    put(stage, 4, platform=Platform.MASTODON)
    listed = last(bob.command("/post serves", channel=SOCIAL))
    row = next(each for each in listed.blocks if "TikTok" in json.dumps(each))

    bob.press(listed, f"post.purpose-of:{row['accessory']['value']}")
    put(stage, 5)
    answer = bob.submit({"purpose": "alone", "why": "An experiment of three weeks"})

    assert "4 posts do not say" in listed.text
    assert [post(stage, f"P{n}").compass_answer != "" for n in (1, 2, 3, 4, 5)] == [True, True, True, False, False]
    assert "*3 posts are not asked again*" in shown(answer.modal)
    assert "Mastodon" in shown(answer.modal)
