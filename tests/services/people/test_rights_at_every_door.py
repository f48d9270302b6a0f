"""Each thing that can be done, tried by each role: who may is what the table of rights says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Member
from bot.domain.plan_parts import Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.post.checklists import Step
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, PlatformPlan
from bot.ports import Store
from bot.services.kpi.measures import log_counts, set_target
from bot.services.objective.compass import Purpose, answer_compass
from bot.services.objective.objectives import ObjectiveWish, close_objective, reopen_objective, set_objective
from bot.services.objective.records import keep_objective
from bot.services.people.who_may import Action
from bot.services.plan import changes
from bot.services.post.adding import Wish, add_post, edit_post
from bot.services.post.batches import add_series, copy_post, move_day
from bot.services.post.changes import (
    Snooze,
    assign_post,
    cancel_post,
    draft_post,
    move_post,
    publish_post,
    reopen_post,
    snooze_post,
)
from bot.services.post.checklists import finish_step, hand_over_steps, make_step_post
from bot.services.post.details import Details, detail_post
from bot.services.post.echo import keep_echo, rewrite_post
from bot.services.post.made_by_steps import cancel_made, move_made
from bot.services.post.reviews import approve_post, ask_changes, ask_review
from bot.services.post.series_changes import SeriesWish, change_series, end_series
from bot.services.undo.deeds import Deed, DeedPart, PartKind, remember
from bot.services.ways_back.table import undo_numbers, undo_objective
from bot.services.workspace.strategy import edit_strategy
from storage.memory import MemoryStore
from tests.services.people.test_who_may import ALLOWED, EVERYBODY, POST, STRATEGY
from tests.services.post.post_builders import at

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
OBJECTIVE = Objective(id="O1", kind=ObjectiveKind.ENGAGEMENT, statement="Talk")
LUNE = replace(STRATEGY, zone="America/Toronto", objectives=(OBJECTIVE,))
WISH = Wish(title="A", platform=Platform.X, owner_id="UOWNER", due=at(26))
AIM = ObjectiveWish(kind=ObjectiveKind.CARE, statement="Answer")
NUMBERS = Measurement(id="P1:1", post_id="P1", at=NOW, by="UOWNER", counts=Counts(reach=5))

Act = Callable[..., Any]


def on_post(act: Act, **more: Any) -> Act:
    return lambda store, **who: act(store, post_id="P1", **more, **who)


def on_plan(act: Act, **more: Any) -> Act:
    return lambda store, **who: act(store, **more, **who)


def on_settings(store: Store, **who: Any) -> Any:
    return edit_strategy(store, "S1", replace(LUNE, name="B"), by=who["by"], now=who["now"])


def answers(purpose: Purpose) -> Act:
    return lambda store, **who: answer_compass(store, post_ids=["P1"], purpose=purpose, **who)


def on_what_they_did(store: Store, **who: Any) -> Any:
    with store.transaction() as tx:
        made, known = replace(OBJECTIVE, statement="Listen"), tx.strategies.get("S1")
        keep_objective(tx, known, made, was=OBJECTIVE, what="objective-edited", by=who["by"], now=who["now"])
    return undo_objective(store, **who)


def on_numbers_they_wrote(store: Store, **who: Any) -> Any:
    part = DeedPart(kind=PartKind.NUMBERS, key="P1:1", also="P1")
    deed = Deed(by=who["by"].id, strategy_id="S1", what="counts", parts=(part,), right=Action.MEASURE)
    with store.transaction() as tx:
        remember(tx, deed, now=who["now"])
    return undo_numbers(store, measurement_id="P1:1", **who)


DRAFT: dict[str, Any] = {"state": PostState.DRAFT, "due": at(25)}
IDEA: dict[str, Any] = {"state": PostState.IDEA}
ASKED: dict[str, Any] = {"state": PostState.IN_REVIEW, "due": at(25), "review_asked_at": NOW}
GONE: dict[str, Any] = {"state": PostState.CANCELLED, "due": at(25)}
LIVE: dict[str, Any] = {"state": PostState.PUBLISHED, "published_at": NOW, "link": "https://example.com/1"}
SERIES: dict[str, Any] = {**DRAFT, "series_id": "P1"}
STEPS: dict[str, Any] = {**DRAFT, "checklist": (Step(key="winner"),), "kind": PostKind.CONTEST}
MADE: dict[str, Any] = {**DRAFT, "checklist": (Step(key="winner", post_id="P1"),)}
"""The post is a step of its own, so that the one post here is the one made."""

DOORS: list[tuple[str, Action, dict[str, Any], Act]] = [
    ("add", Action.ADD_POST, DRAFT, on_plan(add_post, wish=WISH)),
    ("add an idea", Action.ADD_IDEA, DRAFT, on_plan(add_post, wish=replace(WISH, due=None, is_idea=True))),
    ("series", Action.ADD_POST, DRAFT, on_plan(add_series, wish=WISH, dues=[at(27), at(28)])),
    ("copy", Action.ADD_POST, DRAFT, on_post(copy_post, platforms=[Platform.BLOG])),
    ("edit", Action.CHANGE_POST, DRAFT, on_post(edit_post, wish=WISH)),
    ("details", Action.CHANGE_POST, DRAFT, on_post(detail_post, details=Details(labels=("tea",)))),
    ("move", Action.CHANGE_POST, DRAFT, on_post(move_post, due=at(26))),
    ("hand over", Action.CHANGE_POST, DRAFT, on_post(assign_post, owner_id="UBACKUP")),
    ("publish", Action.CHANGE_POST, DRAFT, on_post(publish_post, link="https://example.com/1")),
    ("cancel", Action.CHANGE_POST, DRAFT, on_post(cancel_post)),
    ("snooze", Action.CHANGE_POST, DRAFT, on_post(snooze_post, span=Snooze.ONE_HOUR)),
    ("reopen", Action.CHANGE_POST, GONE, on_post(reopen_post)),
    ("reopen as an idea", Action.CHANGE_POST, GONE, on_post(reopen_post, as_idea=True)),
    ("take up", Action.CHANGE_POST, IDEA, on_post(draft_post)),
    ("ask for review", Action.CHANGE_POST, DRAFT, on_post(ask_review, reviewer_id="UREVIEWER")),
    ("approve", Action.APPROVE, ASKED, on_post(approve_post)),
    ("ask for a change", Action.APPROVE, ASKED, on_post(ask_changes, comment="Shorter")),
    ("rewrite", Action.CHANGE_POST, DRAFT, on_post(rewrite_post, text="Other")),
    ("keep an echo", Action.CHANGE_POST, {**DRAFT, "text": "Same"}, on_post(keep_echo, reason="Meant")),
    ("say what for", Action.CHANGE_POST, DRAFT, answers(Purpose(reason="A story"))),
    (
        "widen an objective",
        Action.CHANGE_PLAN,
        {**DRAFT, "owner_id": None},
        answers(Purpose(objective_id="O1", widens=True)),
    ),
    ("tick a step", Action.CHANGE_POST, STEPS, on_post(finish_step, place=0)),
    ("make a step's post", Action.CHANGE_POST, STEPS, on_post(make_step_post, place=0, title="Winner")),
    ("give a step", Action.CHANGE_POST, STEPS, on_post(hand_over_steps, owners={0: "UBACKUP"})),
    ("change a series", Action.CHANGE_POST, SERIES, on_post(change_series, wish=SeriesWish(theme="Tea"))),
    ("end a series", Action.CHANGE_POST, SERIES, on_post(end_series)),
    ("move what a step made", Action.CHANGE_POST, MADE, on_post(move_made, days=1, moves={"P1": 0})),
    ("cancel what a step made", Action.CHANGE_POST, MADE, on_post(cancel_made)),
    ("move a day", Action.CHANGE_POST, DRAFT, on_plan(move_day, day=at(25).day, to=at(26).day)),
    ("log numbers", Action.MEASURE, LIVE, on_post(log_counts, changes={"reach": 7})),
    ("take numbers back", Action.MEASURE, LIVE, on_numbers_they_wrote),
    ("platform", Action.CHANGE_PLAN, DRAFT, on_plan(changes.put_platform, wish=PlatformPlan(platform=Platform.BLOG))),
    ("drop a platform", Action.CHANGE_PLAN, DRAFT, on_plan(changes.drop_platform, platform=Platform.X)),
    ("limits", Action.CHANGE_PLAN, DRAFT, on_plan(changes.put_limits, limits=Limits(posts_a_day=4))),
    (
        "policy",
        Action.CHANGE_PLAN,
        DRAFT,
        on_plan(changes.put_policy, policy=Policy(id="", kind=PolicyKind.TEXT, text="A")),
    ),
    ("theme", Action.CHANGE_PLAN, DRAFT, on_plan(changes.put_theme, theme=Theme(id="", name="A", first=at(25).day))),
    ("day", Action.CHANGE_PLAN, DRAFT, on_plan(changes.put_day, day=SpecialDay(name="A", day=at(25).day))),
    ("tool", Action.CHANGE_PLAN, DRAFT, on_plan(changes.put_tool, tool=Tool(name="Buffer"))),
    ("objective", Action.CHANGE_PLAN, DRAFT, on_plan(set_objective, wish=AIM)),
    ("change an objective", Action.CHANGE_PLAN, DRAFT, on_plan(set_objective, wish=AIM, objective_id="O1")),
    ("close an objective", Action.CHANGE_PLAN, DRAFT, on_plan(close_objective, objective_id="O1", result="Done")),
    ("reopen an objective", Action.CHANGE_PLAN, DRAFT, on_plan(reopen_objective, objective_id="O1")),
    ("take an objective back", Action.CHANGE_PLAN, DRAFT, on_what_they_did),
    ("target", Action.CHANGE_PLAN, DRAFT, on_plan(set_target, kpi=Kpi.REACH, value=5, statement="A")),
    ("settings", Action.CHANGE_PLAN, DRAFT, on_settings),
]
REFUSED = ("rights-", "strategy-rights", "day-empty", "series-over")
"""A day or a series without a post that one may change is empty to them."""


def a_store(post: dict[str, Any]) -> MemoryStore:
    store = MemoryStore()
    with store.transaction() as tx:
        for member in EVERYBODY.values():
            tx.members.put(member)
        tx.strategies.put(LUNE)
        tx.next_number("post")
        tx.posts.put(replace(POST, **post))
        tx.measurements.put(NUMBERS)
    return store


def may_do(act: Act, post: dict[str, Any], by: Member) -> bool:
    """Any refusal but one of rights would be a mistake of the table, and is raised."""
    try:
        act(a_store(post), strategy=LUNE, by=by, now=NOW)
    except UserError as error:
        if not error.key.startswith(REFUSED):
            raise
        return False
    return True


@pytest.mark.parametrize(("action", "post", "act"), [each[1:] for each in DOORS], ids=[each[0] for each in DOORS])
def test_every_door_is_open_to_those_whom_the_table_names_and_to_no_others(action, post, act):
    able = {name for name, member in EVERYBODY.items() if may_do(act, post, member)}

    assert able == ALLOWED[action]
