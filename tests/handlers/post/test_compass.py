"""What a post is for: asked once where no objective says so, on the card, under many posts and in the radar."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.moments import Due
from bot.domain.objective.compass import CompassQuestion, Waiting
from bot.domain.posts import Post
from bot.domain.strategy import Objective, ObjectiveKind, Platform
from bot.sandbox.limits import check_message, check_view
from bot.services.plan.text_lengths import room_of
from bot.services.post.adding import PostFacts
from handlers.views.post.compass import compass_blocks, purpose_form, waiting_line, waiting_modal, waiting_said

SOCIAL = "CSOCIAL"
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


def shown(what) -> str:
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


def post(stage, post_id="P1") -> Post:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get(post_id)


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


def test_nothing_waits_where_every_post_has_its_objective(stage, bob):
    assert "Every post of yours has its objective" in bob.command("/post serves", channel=SOCIAL).text


@pytest.mark.parametrize(
    ("who", "check", "said"),
    [
        ("UBOB", "/plan check december", "TikTok: 2 posts, and no objective asked for them"),
        ("UAMY", "/plan vérifier décembre", "TikTok\xa0: 2 publications, qu’aucun objectif ne prévoit"),
    ],
)
def test_the_radar_finds_them_and_its_button_answers(stage, who, check, said):
    hand = stage.slack.hand(who)
    put(stage, 1)
    put(stage, 2)
    radar = last(hand.command(check, channel=SOCIAL))
    [gap] = [each for each in radar.blocks if said in json.dumps(each, ensure_ascii=False)]

    hand.press(radar, f"post.purpose-of:{gap['accessory']['value']}")
    hand.submit({"purpose": "O1"})

    assert [post(stage, each).compass_answer for each in ("P1", "P2")] == ["O1", "O1"]
    assert said not in shown(last(hand.press(radar, "plan.check.again")))


def test_the_radar_s_buttons_say_to_whoever_hears_them_which_platform_is_meant(stage, bob, amy):
    put(stage, 1)
    put(stage, 2, platform=Platform.LINKEDIN)

    english = labels(last(bob.command("/plan check december", channel=SOCIAL)))
    french = labels(last(amy.command("/plan vérifier décembre", channel=SOCIAL)))

    assert sorted(english) == ["Platform without objective: LinkedIn", "Platform without objective: TikTok"]
    assert sorted(french) == ["Plateforme sans objectif\xa0: LinkedIn", "Plateforme sans objectif\xa0: TikTok"]


def labels(radar) -> list[str]:
    every = [each.get("accessory", {}) for each in radar.blocks]
    return [each["accessibility_label"] for each in every if each.get("action_id", "").startswith("post.purpose-of")]


def test_a_press_that_comes_late_shows_what_still_waits(stage, bob):
    put(stage)
    listed = last(bob.command("/post serves", channel=SOCIAL))
    bob.command("/post serves P1 O1", channel=SOCIAL)

    answer = bob.press(listed, "post.purpose-of")

    assert "Every post of yours has its objective" in shown(answer.modal)


# --- at their longest

LONG = tuple(
    Objective(id=f"O{n}", kind=ObjectiveKind.SALES, statement="&" * 300, platforms=(Platform.BLOG,))
    for n in range(1, 6)
)


@pytest.mark.parametrize("answer", ["", "O1", "&" * 300])
def test_the_question_and_its_answer_at_their_longest(stage, t, answer):
    strategy = replace(stage.strategy, objectives=LONG)
    long = Post(
        id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.GOOGLE_BUSINESS, compass_answer=answer
    )
    facts = PostFacts(post=long, strategy=strategy, room=room_of(long), can_plan=True)

    assert check_message({"text": "x", "blocks": compass_blocks(t, facts)}) is None


def test_the_form_and_the_list_at_their_longest(stage, t):
    strategy = replace(stage.strategy, objectives=LONG)
    posts = [
        Post(id=f"P{10**6 + n}", strategy_id="S1", title="&" * 150, platform=Platform.GOOGLE_BUSINESS)
        for n in range(500)
    ]
    found = [Waiting(doubt=CompassQuestion.PLATFORM, platform=each, posts=tuple(posts)) for each in Platform]
    found.append(Waiting(doubt=CompassQuestion.OBJECTIVE, posts=tuple(posts)))
    text, blocks = waiting_said(t, found, "S1")

    for each in (posts, posts[:1]):
        form = purpose_form(
            t, each, strategy, doubt=CompassQuestion.PLATFORM, can_plan=True, meta={"group": "platform|blog"}
        )
        assert check_view(form) is None
    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_view(waiting_modal(t, found, strategy, notice="&" * 3000)) is None
    assert check_message({"text": "x", "blocks": waiting_line(t, found, "S1")}) is None


def test_what_was_typed_to_serve_an_objective_is_said_by_its_name(stage, amy):
    amy.command('/post ajouter "Thé" sur tiktok par moi vendredi 16h', channel=SOCIAL)

    answer = amy.command("/post serves P1 O2", channel=SOCIAL)

    assert (
        last(answer)
        .text.replace("\u00a0", " ")
        .replace("\u202f", " ")
        .startswith("P1 sert maintenant « Find a baker ».")
    )
