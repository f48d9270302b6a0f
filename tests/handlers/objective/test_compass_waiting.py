"""What still waits for an answer to the compass: as a list, in the radar, after a late press."""

import json

import pytest

from bot.domain.strategy import Platform
from tests.handlers.objective.test_compass import (
    _wanted_on_instagram,  # noqa: F401  # a fixture of every test here
    put,
)
from tests.handlers.posting import SOCIAL, last, post, shown


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


def test_what_was_typed_to_serve_an_objective_is_said_by_its_name(stage, amy):
    amy.command('/post ajouter "Thé" sur tiktok par moi vendredi 16h', channel=SOCIAL)

    answer = amy.command("/post serves P1 O2", channel=SOCIAL)

    assert (
        last(answer)
        .text.replace("\u00a0", " ")
        .replace("\u202f", " ")
        .startswith("P1 sert maintenant « Find a baker ».")
    )
