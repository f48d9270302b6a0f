from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import Due
from bot.domain.post.checklists import (
    MAKES_POST,
    PLANNED,
    TEASER,
    checklist_of,
    hurried_steps,
    open_steps,
    rescheduled,
    with_checklist,
)
from bot.domain.posts import Post, PostKind, Step
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.i18n.catalogue import bundle

DAY = date(2026, 12, 1)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
SOCIAL = (Platform.INSTAGRAM, Platform.BLOG, Platform.LINKEDIN)


TODAY = date(2026, 11, 24)
LUNE = Strategy(
    id="S1",
    name="Lune",
    channel_id="C1",
    zone="Europe/Paris",
    manager_id="UAMY",
    platforms=tuple(PlatformPlan(platform=each) for each in SOCIAL),
)


def at_ten(day: date | None) -> Due | None:
    return Due.local(day, time(10), "Europe/Paris") if day else None


def a_contest(day: date | None = DAY, *, due: Due | None = None, today: date = TODAY) -> Post:
    bare = Post(
        id="P1", strategy_id="S1", title="A", platform=Platform.X, kind=PostKind.CONTEST, due=due or at_ten(day)
    )
    return with_checklist(bare, LUNE, today=today)


def moved_to(post: Post, day: date, *, today: date = TODAY) -> Post:
    return rescheduled(replace(post, due=at_ten(day)), post.due, LUNE, today=today)


def days(post: Post) -> dict[str, str]:
    return {each.key: each.day.isoformat()[5:] if each.day else "" for each in post.checklist}


def test_a_contest_has_rules_start_reminder_draw_and_winner_post_around_its_day():
    assert days(a_contest()) == {
        "rules": "11-24",
        "start": "12-01",
        "reminder": "12-06",
        "draw": "12-11",
        "winner": "12-12",
    }


OTHERS = {
    PostKind.EVENT: {"venue": "11-17", "reminder": "11-30", "photos": "12-01", "thanks": "12-03"},
    PostKind.PROMOTION: {"terms": "11-24", "stock": "11-29", "last-days": "12-06", "end": "12-08"},
    PostKind.BLOG: {"proofread": "11-29"},
}


@pytest.mark.parametrize(("kind", "expected"), OTHERS.items())
def test_every_other_kind_has_its_steps_on_their_days(kind, expected):
    steps = checklist_of(kind, DAY, ())

    assert {each.key: each.day.isoformat()[5:] for each in steps if each.day} == expected
    assert {*OTHERS, PostKind.CONTEST} == set(PLANNED)


def test_an_article_has_a_teaser_for_each_other_platform_of_the_plan():
    steps = checklist_of(PostKind.BLOG, DAY, SOCIAL)

    assert [each.platform for each in steps if each.key == TEASER] == [Platform.INSTAGRAM, Platform.LINKEDIN]


@pytest.mark.parametrize("kind", [each for each in PostKind if each not in PLANNED])
def test_other_kinds_have_no_steps(kind):
    assert checklist_of(kind, DAY, SOCIAL) == ()


def test_without_a_date_the_steps_wait_for_theirs():
    undated = a_contest(None)

    assert set(days(undated).values()) == {""}
    assert days(moved_to(undated, DAY)) == days(a_contest())


def test_what_is_not_done_moves_with_the_post_and_what_is_done_stays():
    post = a_contest()
    done = replace(post.checklist[0], done_at=NOW, done_by="UAMY")
    post = replace(post, checklist=(done, *post.checklist[1:]))

    assert days(moved_to(post, date(2026, 12, 3))) == {
        "rules": "11-24",
        "start": "12-03",
        "reminder": "12-08",
        "draw": "12-13",
        "winner": "12-14",
    }


def test_no_step_of_what_is_still_to_come_lies_in_the_past_when_it_is_added():
    hurried = a_contest(date(2026, 11, 26))

    assert days(hurried)["rules"] == "11-24"
    assert [each.key for each in hurried_steps(hurried, LUNE, today=TODAY)] == ["rules"]


@pytest.mark.parametrize("kind", PLANNED)
def test_nor_does_one_of_any_other_kind(kind):
    due = at_ten(TODAY)
    found = with_checklist(replace(a_contest(), kind=kind, due=due, checklist=()), LUNE, today=TODAY)

    assert min(each.day for each in found.checklist if each.day) == TODAY


def test_a_step_that_was_hurried_gets_its_usual_day_once_the_post_leaves_time_for_it():
    hurried = a_contest(date(2026, 11, 26))

    assert days(moved_to(hurried, date(2026, 12, 10)))["rules"] == "12-03"


def test_a_post_that_moves_earlier_takes_no_step_into_the_past():
    moved = moved_to(a_contest(date(2026, 12, 20)), date(2026, 11, 25))

    assert days(moved)["rules"] == "11-24"
    assert [each.key for each in hurried_steps(moved, LUNE, today=TODAY)] == ["rules"]


def test_what_was_late_before_stays_late_where_only_the_hour_changes():
    post = a_contest(today=TODAY)
    later = replace(post, due=Due.local(DAY, time(18), "Europe/Paris"))

    assert days(rescheduled(later, post.due, LUNE, today=date(2026, 11, 27)))["rules"] == "11-24"


def test_what_came_in_overdue_keeps_the_days_that_its_steps_had():
    assert days(a_contest(date(2026, 11, 20)))["rules"] == "11-13"


def test_steps_go_by_the_strategys_days_whichever_zone_the_moment_was_chosen_in():
    evening = Due.local(date(2026, 11, 30), time(20), "America/Toronto")  # 2:00 on the first of December in Paris

    assert days(a_contest(due=evening)) == days(a_contest())


@pytest.mark.parametrize(
    "step", [Step(key="rules", done_at=NOW), Step(key="reminder", post_id="P2"), Step(key="", text="Ask the printer")]
)
def test_steps_that_somebody_began_with_are_not_replaced(step):
    begun = replace(a_contest(), checklist=(Step(key="start"), step), kind=PostKind.EVENT)

    assert with_checklist(begun, LUNE, today=TODAY) == begun


def test_what_should_have_been_done_by_a_day():
    assert [each.key for each in open_steps(a_contest(), DAY)] == ["rules", "start"]


@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
def test_every_step_has_a_name(locale):
    keys = {each.key for steps in PLANNED.values() for each in steps} | MAKES_POST

    assert [each for each in keys if not bundle(locale).has_message(f"step-{each}")] == []
