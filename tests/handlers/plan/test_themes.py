"""Themes of the plan as they are typed and filled in: the days that they then have in the calendar."""

from datetime import date

import pytest

from bot.domain.plan_parts import Theme
from bot.services.plan.month import theme_days
from tests.handlers.plan.test_plan import keep_plan, plan
from tests.handlers.posting import SOCIAL, last, shown

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))
MONDAYS, FRIDAYS = {7, 14, 21, 28}, {4, 11, 18, 25}


def days_in_december(theme: Theme) -> set[int]:
    return {each.day for each in theme_days(theme, *DECEMBER)}


def filled_in(amy, **values):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.add.theme")
    return amy.submit({"name": "Tips", "first": "2026-12-01", **values})


def test_a_theme_that_comes_back_every_week_has_its_days_of_the_week_whatever_day_it_begins_on(stage, amy):
    filled_in(amy, weekdays=["0", "4"], again="weekly")

    assert days_in_december(plan(stage).themes[0]) == MONDAYS | FRIDAYS


@pytest.mark.parametrize(
    "values",
    [
        {"weekdays": ["0"], "again": "monthly"},
        {"weekdays": ["0"], "again": "yearly", "last": "2026-12-06"},
        {"weekdays": ["0"], "last": "2026-12-04"},
    ],
)
def test_a_theme_that_its_days_of_the_week_would_leave_without_a_day_is_refused_under_them(stage, amy, values):
    answer = filled_in(amy, **values)

    assert list(answer.errors) == ["weekdays"]
    assert plan(stage).themes == ()


def test_a_theme_that_ends_before_it_begins_is_refused_under_its_end(stage, amy):
    answer = filled_in(amy, last="2026-11-30")

    assert list(answer.errors) == ["last"]
    assert plan(stage).themes == ()


@pytest.mark.parametrize(
    "values",
    [
        {"weekdays": ["0"], "again": "yearly", "last": "2026-12-24"},
        {"weekdays": ["0"]},
        {"again": "monthly"},
        {"last": "2026-12-01"},
    ],
)
def test_a_theme_that_has_a_day_each_time_is_kept(stage, amy, values):
    filled_in(amy, **values)

    assert days_in_december(plan(stage).themes[0])


@pytest.mark.parametrize("typed", ['theme "A" every friday from 1 dec', "thème A chaque vendredi à partir du 1er déc."])
def test_a_theme_typed_with_its_weekday_and_where_it_begins_goes_on_from_there(stage, amy, typed):
    amy.command(f"/plan {typed}", channel=SOCIAL)

    theme = plan(stage).themes[0]
    assert (theme.name, theme.first, theme.last) == ("A", date(2026, 12, 1), None)
    assert days_in_december(theme) == FRIDAYS


def test_where_a_known_theme_begins_is_typed_without_losing_where_it_ends(stage, amy):
    keep_plan(stage, themes=(Theme(id="T9", name="Winter", first=date(2026, 12, 1), last=date(2026, 12, 24)),))

    amy.command('/plan theme "Winter" from 3 dec', channel=SOCIAL)

    assert (plan(stage).themes[0].first, plan(stage).themes[0].last) == (date(2026, 12, 3), date(2026, 12, 24))


@pytest.mark.parametrize("button", ["plan.add.theme", "plan.edit:theme|T8"])
def test_a_form_with_the_name_of_another_theme_is_refused_and_leaves_that_one_as_it_is(stage, amy, button):
    first = date(2026, 12, 1)
    themes = (Theme(id="T8", name="Tea", first=first), Theme(id="T9", name="Winter", first=first))
    keep_plan(stage, themes=themes)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), button)

    answer = amy.submit({"name": "winter", "first": "2026-12-08"})

    assert list(answer.errors) == ["name"]
    assert plan(stage).themes == themes


@pytest.mark.parametrize(
    ("values", "is_said"),
    [
        ({"first": "2026-11-01", "last": "2026-11-22"}, True),
        ({"first": "2026-11-01", "last": "2026-11-23"}, False),
        ({"first": "2026-11-01"}, False),
        ({"first": "2025-11-01", "last": "2025-11-05", "again": "yearly"}, False),
        ({"first": "2029-01-01", "last": "2029-01-05"}, False),
    ],
)
def test_a_theme_that_lies_in_the_past_is_kept_and_that_is_said(stage, amy, values, is_said):
    answer = filled_in(amy, **values)

    assert plan(stage).themes[0].name == "Tips"
    assert ("Tous ses jours sont passés" in shown(answer.modal)) is is_said


def test_the_same_is_said_where_it_is_typed(stage, amy):
    answer = amy.command('/plan theme "Tips" 1/11/2026..22/11/2026', channel=SOCIAL)

    assert "Tous ses jours sont passés" in answer.text
