"""A list shows so many rows, not one fewer or more, and counts the rest: only where there is one."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction, TimeToCorrect
from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Address, Voice, VoiceKind
from bot.domain.kpi.digests import Digest
from bot.domain.members import RoundRhythm
from bot.domain.moments import Due
from bot.domain.plan.findings import Finding, Gap
from bot.domain.plan_parts import Pause, Plan, Theme
from bot.domain.post.echo import Echo
from bot.domain.posts import Attachment, Change, Post, PostState, Step
from bot.domain.reminders.changes import ChangeTopic
from bot.domain.reminders.day_steps import DayStep
from bot.i18n import Translator
from bot.services.engage.corrections import CorrectionsSeen
from bot.services.engage.voices import VoiceFacts
from bot.services.kpi.digest import digest_of
from bot.services.kpi.figure_words import named
from bot.services.plan.card import PlanFacts
from bot.services.post.batches import Batch
from bot.services.post.lists import Overview
from bot.services.reminders.follow_ups import FollowUps
from bot.services.workspace.home import HomeFacts
from handlers.views.engage.corrections import correction_list
from handlers.views.engage.question_card import waiting_rows as question_rows
from handlers.views.engage.rounds import fresh_posts, question_field, step_field, voice_field
from handlers.views.engage.voices import forgotten, voice_card
from handlers.views.kpi.digest import details_blocks
from handlers.views.kpi.gaps import gaps_said
from handlers.views.plan.card import plan_card
from handlers.views.post import lists, steps
from handlers.views.post.batches import batch_rows
from handlers.views.post.compass import post_numbers
from handlers.views.post.details import attachment_lines
from handlers.views.post.echo import echo_lines
from handlers.views.post.reviews import review_rows
from handlers.views.reminders.changes import ToldChange, changed_rows, changes_message
from handlers.views.reminders.day_steps import day_step_rows
from handlers.views.reminders.follow_ups import follow_up_rows
from handlers.views.reminders.late import late_modal
from handlers.views.reminders.pauses import PauseLine, pause_rows
from handlers.views.reminders.waiting import WaitingLines, waiting_rows
from handlers.views.reminders.week_gaps import WeekGaps, week_gap_rows
from handlers.views.workspace.home import elsewhere, my_questions, round_fields
from tests.builders import a_member, a_post, a_strategy
from tests.conftest import ROOT
from tests.domain.kpi.digest_builders import MONDAY_AFTER, facts

VIEWS = ROOT / "handlers" / "views"
NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
DAY = date(2026, 11, 23)
PLAN = a_strategy()
PAUSE = Pause(began_at=NOW, by="UAMY")


class Noting(Translator):
    """Notes which texts are asked for, and with what."""

    def __init__(self) -> None:
        super().__init__("en-US", "UTC")
        self.asked: list[tuple[str, dict[str, object]]] = []

    def __call__(self, key: str, **params: object) -> str:
        self.asked.append((key, params))
        return super().__call__(key, **params)


def post(number: int, **more: object) -> Post:
    given = {"due": Due.of(NOW - timedelta(minutes=number), "UTC"), "owner_id": "UAMY", "text": "A", **more}
    return a_post(number, title=f"Item{number}", **given)


def posts(count: int, **more: object) -> tuple[Post, ...]:
    return tuple(post(n, **more) for n in range(1, count + 1))


def questions(count: int) -> list[Question]:
    return [
        Question(id=f"Q{n}", strategy_id="S1", text=f"Item{n}", asked_on=DAY, owner_id="UAMY")
        for n in range(1, count + 1)
    ]


def voices(count: int) -> tuple[Voice, ...]:
    given = {"strategy_id": "S1", "kind": VoiceKind.PRESS, "step": "call", "step_day": DAY, "owner_id": "UAMY"}
    return tuple(Voice(id=f"V{n}", name=f"Item{n}", **given) for n in range(1, count + 1))


def corrections(count: int) -> tuple[Correction, ...]:
    return tuple(
        Correction(id=f"C{n}", strategy_id="S1", post_id="P1", what=f"Item{n}", noticed_at=NOW)
        for n in range(1, count + 1)
    )


def with_steps(count: int) -> Post:
    return post(99, checklist=tuple(Step(key="", text=f"Item{n}", day=DAY) for n in range(1, count + 1)))


def overview(part: str) -> "Draw":
    def draw(t: Translator, n: int) -> object:
        none: dict[str, Any] = {"late": (), "today": (), "next": (), "undated": (), "reviews": ()}
        found = Overview(**{**none, part: posts(n)}, total=n, others=0, unowned=0)
        can = lists.Can(change=lambda post: True, add=True)
        return lists.overview(t, found, reader_id="UAMY", now=NOW, zone="UTC", can=can)

    return draw


def steps_of(count: int) -> list[DayStep]:
    whole = with_steps(count)
    return [DayStep(post=whole, place=place) for place in range(count)]


def day_steps(t: Translator, n: int) -> object:
    return day_step_rows(t, [(each, "") for each in steps_of(n)], day=DAY)


def themes(t: Translator, n: int) -> object:
    every = tuple(Theme(id=f"T{k}", name=f"Item{k}", first=DAY, last=DAY) for k in range(1, n + 1))
    return plan_card(t, PlanFacts(strategy=a_strategy(plan=Plan(themes=every)), today=DAY))


def addresses(t: Translator, n: int) -> object:
    [voice] = voices(1)
    every = tuple(Address(where=f"Item{100 + k}") for k in range(n))
    facts = VoiceFacts(voice=replace(voice, addresses=every), posts=(), questions=(), can_change=False)
    return voice_card(t, facts, today=DAY)


def follow_ups(t: Translator, n: int) -> object:
    return follow_up_rows(t, FollowUps(corrections=corrections(n)), day=DAY)


def changed(count: int) -> list[ToldChange]:
    line = Change(at=NOW, by="UBOB", what="edited")
    return [ToldChange(topic=ChangeTopic.REWRITTEN, post=each, strategy=PLAN, change=line) for each in posts(count)]


def at_home(t: Translator, n: int) -> object:
    facts: dict[str, Any] = dict.fromkeys(("strategy", "overview", "check_in"))
    known = HomeFacts(
        **facts, member=a_member(), in_round=False, absences=(), planned=0, live=0, elsewhere=((PLAN, posts(n)),)
    )
    return elsewhere(t, known, now=NOW)


def asked_elsewhere(t: Translator, n: int) -> object:
    facts: dict[str, Any] = dict.fromkeys(("strategy", "overview", "check_in"))
    others = tuple((a_strategy(id=f"S{k}", name=f"Item{k}"), questions(1)) for k in range(100, 100 + n))
    known = HomeFacts(
        **facts, member=a_member(), in_round=False, absences=(), planned=0, live=0, asked_elsewhere=others
    )
    return my_questions(t, known)


def rounds_in_settings(t: Translator, n: int) -> object:
    mine = [(a_strategy(id=f"S{k}", name=f"Item{k}"), RoundRhythm.DAILY) for k in range(100, 100 + n)]
    return list(round_fields(t, mine))


def week_gaps(t: Translator, n: int) -> object:
    found = tuple(Finding(gap=Gap.UNOWNED, post=each) for each in posts(n))
    return week_gap_rows(t, [WeekGaps(strategy=PLAN, day=DAY, findings=found)])


def digest(**parts: Any) -> Digest:
    return replace(digest_of(facts(), now=MONDAY_AFTER), **parts)


def heard(t: Translator, n: int) -> object:
    rounds = tuple(CheckIn(strategy_id="S1", member_id="U1", day=DAY, voices=f"Item{k}") for k in range(n))
    return details_blocks(digest(heard=rounds), t)


Draw = Callable[[Translator, int], object]
STRATEGIES = {"S1": PLAN}
ROWS: dict[str, tuple[int, str, Draw]] = {
    "my late posts": (4, "post-overview-more", overview("late")),
    "my posts of today": (4, "post-overview-more", overview("today")),
    "my next posts": (3, "post-overview-more", overview("next")),
    "my posts without a day": (1, "post-overview-more", overview("undated")),
    "what I am to read": (3, "post-overview-more", overview("reviews")),
    "reviews of a morning": (3, "agenda-more", lambda t, n: review_rows(t, posts(n), STRATEGIES)),
    "steps of a post": (7, "step-more", lambda t, n: steps.step_rows(t, with_steps(n), can_change=True)),
    "posts made of steps": (
        7,
        "batch-more",
        lambda t, n: steps.made_cancelled_question(t, post(99), posts(n), can_change=True, now=NOW, zone="UTC"),
    ),
    "steps of a morning": (3, "step-more", day_steps),
    "late posts to sort out": (30, "agenda-more", lambda t, n: late_modal(t, posts(n), STRATEGIES)),
    "my rounds in the settings": (20, "settings-round-more", rounds_in_settings),
    "posts without an owner": (
        3,
        "agenda-more",
        lambda t, n: waiting_rows(
            t, WaitingLines(strategies=STRATEGIES, ownerless=posts(n, owner_id=None)), lambda post: True
        ),
    ),
    "posts that a pause holds": (
        6,
        "pause-and-more",
        lambda t, n: pause_rows(t, [PauseLine(strategy=PLAN, pause=PAUSE, posts=posts(n))], now=NOW),
    ),
    "themes of the plan": (3, "plan-more", themes),
    "corrections": (
        10,
        "correction-more",
        lambda t, n: correction_list(
            t,
            CorrectionsSeen(open=corrections(n), closed=(), took=TimeToCorrect(median=None, n=0, still_open=n)),
        ),
    ),
    "follow-ups of a morning": (3, "follow-up-more", follow_ups),
    "where somebody is named": (
        20,
        "voice-more",
        lambda t, n: forgotten(t, name="A", named_in=[f"Item{k}" for k in range(n)]),
    ),
    "addresses of a voice": (4, "voice-more", addresses),
    "my questions": (3, "question-more", lambda t, n: question_rows(t, questions(n), STRATEGIES, now=NOW)),
    "questions of a round": (8, "round-questions-more", lambda t, n: question_field(t, questions(n), today=DAY)),
    "steps of a round": (8, "round-checklist-more", lambda t, n: step_field(t, steps_of(n))),
    "gaps of a week": (3, "week-gaps-more", week_gaps),
    "strategies with questions": (3, "home-questions-more", asked_elsewhere),
    "voices of a round": (8, "round-steps-more", lambda t, n: voice_field(t, voices(n))),
    "what went live": (
        5,
        "round-fresh-more",
        lambda t, n: fresh_posts(t, posts(n, state=PostState.PUBLISHED, link="https://x.example/")),
    ),
    "a batch": (
        8,
        "batch-more",
        lambda t, n: batch_rows(t, Batch(posts=posts(n)), now=NOW, zone="UTC", may_change=lambda post: True),
    ),
    "posts without a purpose": (12, "compass-more", lambda t, n: post_numbers(t, posts(n))),
    "files of a post": (
        4,
        "detail-more",
        lambda t, n: attachment_lines(t, [Attachment(name=f"Item{k}") for k in range(n)]),
    ),
    "posts that read the same": (
        3,
        "echo-more",
        lambda t, n: echo_lines(t, [Echo(post=each, likeness=1) for each in posts(n)]),
    ),
    "changes in one message": (
        8,
        "changes-more",
        lambda t, n: message.blocks if (message := changes_message(t, changed(n), is_new=True)) else None,
    ),
    "changes of a morning": (4, "changes-more", lambda t, n: changed_rows(t, changed(n), is_new=True)),
    "posts of another strategy": (5, "home-elsewhere-more", at_home),
    "posts that lack something": (10, "kpi-missing-more", lambda t, n: gaps_said(t, digest(unowned=posts(n)))[1]),
    "what rounds brought": (12, "digest-heard-more", heard),
    "posts without numbers": (6, "digest-missing-more", lambda t, n: named(t, [f"Item{k}" for k in range(n)])),
}

NO_REST = {"button-add-more", "plan-help-more", "question-list-more", "series-has-more"}
"""Buttons, and sentences without a number."""
ELSEWHERE = {
    "digest-thread-more",  # sixty rows of a table
    "import-more",  # of a file: tests/handlers/exchange
    "month-more",  # as many as a day of the picture holds: tests/snapshots
    "question-told-more",  # names in the heading of a message
    "radar-more",  # as many as the message has room for: tests/handlers/plan/radar/test_radar_room.py
}


def test_every_list_that_counts_its_rest_is_tried():
    texts = chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in VIEWS.rglob("*.py"))
    named = {key for line in texts for key in re.findall(r'"([a-z-]+-more)"', line)}

    assert named - NO_REST - ELSEWHERE <= {key for _, key, _ in ROWS.values()}


def items_in(draw: Draw, count: int) -> int:
    return len(set(re.findall(r"(?:Item|\bP)\d+", words_of(draw(Noting(), count)))))


def words_of(what: Any) -> str:
    return json.dumps(what, default=lambda each: str(getattr(each, "blocks", each)))


def rests(draw: Draw, key: str, count: int) -> list[object]:
    """What is said of the rest: the numbers of each text about it."""
    t = Noting()
    draw(t, count)
    said = [params for asked, params in t.asked if asked == key]
    return [each[name] for each in said for name in ("count", "n", "rest", "more") if name in each]


@pytest.mark.parametrize(("most", "key", "draw"), ROWS.values(), ids=ROWS)
def test_as_many_as_the_list_holds_are_shown_and_no_rest_is_counted(most, key, draw):
    assert items_in(draw, most) > items_in(draw, most - 1)
    assert rests(draw, key, most) == []


@pytest.mark.parametrize(("most", "key", "draw"), ROWS.values(), ids=ROWS)
def test_one_more_is_counted_and_not_shown(most, key, draw):
    assert items_in(draw, most + 1) == items_in(draw, most)
    assert rests(draw, key, most + 1) == [1]
