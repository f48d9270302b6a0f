"""A theme or a campaign of the plan gets another name: its posts follow, and come back with the undo."""

from datetime import date

import pytest

from bot.domain.plan_parts import Campaign, Limits, Theme
from tests.builders import put_post
from tests.handlers.plan.test_plan import keep_plan
from tests.handlers.posting import SOCIAL, last, posts, shown

WINTER = Theme(id="T1", name="Winter", first=date(2026, 12, 1), last=date(2026, 12, 24))
HIVER = Limits(campaigns=(Campaign(name="Hiver", amount=100), Campaign(name="Thé", amount=50)), currency="EUR")


@pytest.fixture
def stage(stage):
    """P1 is of the theme and the campaign, P2 of the campaign by its label, P3 of neither."""
    keep_plan(stage, themes=(WINTER,), limits=HIVER)
    put_post(stage, 1, theme="winter", campaign="Hiver", spend=90.0)
    put_post(stage, 2, labels=("tea", "hiver"))
    put_post(stage, 3, theme="Winter sports", campaign="Thé", labels=("Thé",))
    return stage


def names(stage):
    return [(each.theme, each.campaign, each.labels) for each in posts(stage)]


OTHERS = ("Winter sports", "Thé", ("Thé",))


def renamed_theme(amy):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:theme|T1")
    return amy.submit({"name": "Winter 2026"})


def campaigns(amy, typed):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:limits|")
    return amy.submit({"campaigns": typed})


def test_posts_of_a_theme_follow_its_new_name_and_the_radar_finds_them(stage, amy):
    renamed_theme(amy)

    assert names(stage) == [("Winter 2026", "Hiver", ()), ("", "", ("tea", "hiver")), OTHERS]
    assert [(each.what, each.by, each.note) for each in posts(stage)[0].history] == [("edited", "UAMY", "theme")]
    assert "Thème sans publication" not in shown(last(amy.command("/plan check december", channel=SOCIAL)))


@pytest.mark.parametrize("typed", ["Noël = 100\nThé = 50", "Hiver 2026 = 300\nThé = 50"])
def test_posts_of_a_campaign_follow_its_new_name_also_those_that_have_it_as_a_label(stage, amy, typed):
    new = typed.partition(" =")[0]

    campaigns(amy, typed)

    assert names(stage) == [("winter", new, ()), ("", "", ("tea", new)), OTHERS]


@pytest.mark.parametrize("typed", ["Printemps = 300\nThé = 50", "Thé = 50", "Noël = 100\nThé vert = 50", ""])
def test_a_campaign_that_takes_the_place_of_another_gets_none_of_its_posts(stage, amy, typed):
    before = names(stage)

    campaigns(amy, typed)

    assert names(stage) == before


def test_undo_gives_the_posts_the_old_name_again(stage, amy):
    renamed = campaigns(amy, "Hiver 2026 = 100\nThé = 50")

    amy.press(renamed.modal, "plan.undo")

    assert names(stage) == [("winter", "Hiver", ()), ("", "", ("tea", "hiver")), OTHERS]
