from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.checklists import MAKES_POST, PLANNED, TEASER, checklist_of, open_steps, rescheduled, with_checklist
from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind, Step
from bot.domain.strategy import Platform
from bot.i18n.catalogue import bundle

DAY = date(2026, 12, 1)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
SOCIAL = (Platform.INSTAGRAM, Platform.BLOG, Platform.LINKEDIN)


def a_contest(day: date | None = DAY) -> Post:
    due = Due.local(day, time(10), "Europe/Paris") if day else None
    post = Post(id="P1", strategy_id="S1", title="A", platform=Platform.X, kind=PostKind.CONTEST, due=due)
    return with_checklist(post, SOCIAL)


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


def test_an_article_has_a_teaser_for_each_other_platform_of_the_plan():
    steps = checklist_of(PostKind.BLOG, DAY, SOCIAL)

    assert [each.platform for each in steps if each.key == TEASER] == [Platform.INSTAGRAM, Platform.LINKEDIN]


@pytest.mark.parametrize("kind", [each for each in PostKind if each not in PLANNED])
def test_other_kinds_have_no_steps(kind):
    assert checklist_of(kind, DAY, SOCIAL) == ()


def test_without_a_date_the_steps_wait_for_theirs():
    undated = a_contest(None)

    assert set(days(undated).values()) == {""}
    assert days(rescheduled(undated, None, DAY)) == days(a_contest())


def test_what_is_not_done_moves_with_the_post_and_what_is_done_stays():
    post = a_contest()
    done = replace(post.checklist[0], done_at=NOW, done_by="UAMY")
    post = replace(post, checklist=(done, *post.checklist[1:]))

    assert days(rescheduled(post, DAY, date(2026, 12, 3))) == {
        "rules": "11-24",
        "start": "12-03",
        "reminder": "12-08",
        "draw": "12-13",
        "winner": "12-14",
    }


def test_steps_that_somebody_began_with_are_not_replaced():
    begun = replace(a_contest(), checklist=(Step(key="rules", done_at=NOW),), kind=PostKind.EVENT)

    assert with_checklist(begun, SOCIAL) == begun


def test_what_should_have_been_done_by_a_day():
    assert [each.key for each in open_steps(a_contest(), DAY)] == ["rules", "start"]


@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
def test_every_step_has_a_name(locale):
    keys = {each.key for steps in PLANNED.values() for each in steps} | MAKES_POST

    assert [each for each in keys if not bundle(locale).has_message(f"step-{each}")] == []
