"""What was shared from kits counts for a target and the recruiting objective: by number, never by name."""

from datetime import timedelta

import pytest

from bot.domain.posts import PostState
from tests.handlers.engage.test_share_kits import LINK, NOW, SOCIAL, agree, kits, make, messages_to
from tests.handlers.posting import post_with


@pytest.fixture
def shared(stage, amy, bob):
    """P1 went out an hour ago, and Amy and Chloé shared it; P2 has no kit."""
    for number in (1, 2):
        out = {"state": PostState.PUBLISHED, "published_at": NOW - timedelta(hours=number), "published_by": "UBOB"}
        post_with(stage, **out, link=f"{LINK}{number}", due=None)
    chloe = stage.slack.hand("UCHLOE")
    agree(amy, chloe)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))
    for hand in (amy, chloe):
        hand.press(messages_to(stage, hand.user_id)[0], "kit.shared")
        hand.submit({})
    return stage


def test_a_target_on_them_counts_what_was_shared_of_the_weeks_posts(shared, bob, amy):
    amy.command("/kpi target partages des ambassadeurs 3", channel=SOCIAL)

    said = bob.command("/kpi digest this week", channel=SOCIAL).text

    assert [each.shared for each in kits(shared)] == [2]
    assert "advocate shares 2 (target 3)" in said
    assert "from one post with a share kit" in said
    assert "UCHLOE" not in said


def test_the_figures_of_a_digest_say_how_many_in_french_too(shared, amy):
    amy.command("/kpi target advocate shares 2", channel=SOCIAL)

    said = amy.command("/kpi digest cette semaine", channel=SOCIAL).text

    assert "partages par nos ambassadeurs 2" in said
    assert "d’après une publication avec un kit de partage" in said


def test_without_a_kit_that_is_said(stage, amy, bob):
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)
    amy.command("/kpi target advocate shares 2", channel=SOCIAL)

    said = bob.command("/kpi digest this week", channel=SOCIAL).text

    assert "no share kit was made" in said


def test_the_recruiting_objective_suggests_it(stage, amy):
    amy.command("/objective set", channel=SOCIAL)

    form = amy.submit({"kind": "recruiting", "statement": "Two bakers by spring"}).modal

    assert "partages par nos ambassadeurs" in str(form.blocks)
