"""Every deed that can be taken back, in a store where each of them can be done."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from bot.domain.care_rules import CareRules
from bot.domain.engage.questions import Question
from bot.domain.errors import UserError
from bot.domain.plan_parts import Campaign, Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.posts import Attachment, Post, PostKind, PostState
from bot.domain.strategy import Kpi, ObjectiveKind, Platform, PlatformPlan, Strategy
from bot.ports import Store, Transaction
from bot.services.engage.questions import (
    QuestionWish,
    answer_question,
    ask_question,
    drop_question,
    give_question,
    keep_question_open,
    reopen_question,
)
from bot.services.exchange.imports import run_import
from bot.services.kpi.measures import log_counts, set_target
from bot.services.objective.compass import Purpose, answer_compass
from bot.services.objective.objectives import ObjectiveWish, close_objective, reopen_objective, set_objective
from bot.services.plan import changes
from bot.services.post.adding import add_post, edit_post
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
from bot.services.post.details import Details, attach_files, detail_post
from bot.services.post.echo import keep_echo, rewrite_post
from bot.services.post.made_by_steps import cancel_made, move_made
from bot.services.post.pauses import Onward, Onwards, begin_pause, go_on
from bot.services.post.records import NEVER_UNDONE
from bot.services.post.reviews import approve_post, ask_changes, ask_review
from bot.services.post.series_changes import SeriesWish, change_series, end_series
from bot.services.post.wants import count_asked
from tests.services.post.post_builders import BOB, NOW, a_post, a_store, a_wish, at, later
from tests.services.undo import engage_deeds

Act = Callable[[Store, Strategy, str], object]
WHO: dict[str, Any] = {"by": BOB, "now": later(minutes=1)}
LINK = "https://www.instagram.com/p/abc/"
FILE = (
    b"number,title,platform,date,text,reach\nP1,Spring contest,instagram,2026-11-29,Other,\n,Tea,x,2026-12-01,Come,\n"
    b",Old,x,2026-11-02,Gone,50\n"
)


def on_post(act: Callable[..., object], **more: Any) -> Act:
    return lambda store, strategy, post_id: act(store, strategy=strategy, post_id=post_id, **WHO, **more)


def on_strategy(act: Callable[..., object], **more: Any) -> Act:
    return lambda store, strategy, post_id: act(store, strategy=strategy, **WHO, **more)


def brought(store: Store, strategy: Strategy, post_id: str) -> object:
    return run_import(store, FILE, strategy=strategy, by=BOB.id, now=WHO["now"])


def renamed(store: Store, strategy: Strategy, post_id: str) -> object:
    if not strategy.plan.themes:
        raise UserError("plan-part-not-found")
    theme = replace(strategy.plan.themes[0], name="Herbs")
    return changes.put_theme(store, strategy=strategy, **WHO, theme=theme)


def moves_in(store: Store) -> dict[str, int]:
    with store.transaction() as tx:
        return {each.id: each.moves for each in tx.posts.all()}


def other_people(tx: Transaction, was: Strategy) -> Strategy:
    return replace(was, manager_id="UBOB", review_required=not was.review_required)


AIM = ObjectiveWish(kind=ObjectiveKind.TRAFFIC, statement="More visits")
ACTS: dict[str, Act] = {
    "add": on_strategy(add_post, wish=a_wish(title="Bread", due=at(26))),
    "add an idea": on_strategy(add_post, wish=a_wish(title="Jam", is_idea=True)),
    "series": on_strategy(add_series, wish=a_wish(title="Tip"), dues=[at(25), at(26), at(27)]),
    "copy": on_post(copy_post, platforms=[Platform.X, Platform.BLOG]),
    "edit": on_post(edit_post, wish=a_wish(title="Other", text="New", kind=PostKind.STORY, due=at(28))),
    "details": on_post(detail_post, details=Details(labels=("tea",), theme="Herbs")),
    "move": on_post(move_post, due=at(29)),
    "move again": on_post(move_post, due=at(30)),
    "hand over": on_post(assign_post, owner_id="UBOB"),
    "hand it back": on_post(assign_post, owner_id="UAMY"),
    "publish": on_post(publish_post, link=LINK),
    "publish unapproved": on_post(publish_post, link=LINK + "2"),
    "cancel": on_post(cancel_post),
    "reopen": on_post(reopen_post),
    "take up": on_post(draft_post),
    "snooze": on_post(snooze_post, span=Snooze.ONE_HOUR),
    "ask for review": on_post(ask_review, reviewer_id="UBOB"),
    "approve": on_post(approve_post),
    "ask for changes": on_post(ask_changes, comment="Shorter"),
    "finish a step": on_post(finish_step, place=0),
    "make a step a post": on_post(make_step_post, place=2, title="Last days"),
    "cancel what steps made": on_post(cancel_made),
    "say what it is for": lambda store, strategy, post_id: answer_compass(
        store, strategy=strategy, post_ids=list(dict.fromkeys([post_id, "P1"])), purpose=Purpose(reason="A test"), **WHO
    ),
    "move a day": on_strategy(move_day, day=date(2026, 11, 27), to=date(2026, 11, 28)),
    "change a series": on_post(change_series, wish=SeriesWish(theme="Herbs", owner_id="UAMY")),
    "end a series": on_post(end_series),
    "import": brought,
    "attach": on_post(attach_files, files=[Attachment(file_id="F1", name="cup.png")]),
    "keep the same text": on_post(keep_echo, reason="Meant"),
    "count what asks the same": on_post(count_asked, source="Q1"),
    "rewrite": on_post(rewrite_post, text="New words"),
    "share the steps out": on_post(hand_over_steps, owners={0: "UBOB"}),
    "move what steps made": lambda store, strategy, post_id: move_made(
        store, strategy=strategy, post_id="P1", days=1, moves=moves_in(store), **WHO
    ),
    "say which objective": lambda store, strategy, post_id: answer_compass(
        store, strategy=strategy, post_ids=[post_id], purpose=Purpose(objective_id="O1"), **WHO
    ),
    "platform": on_strategy(changes.put_platform, wish=PlatformPlan(platform=Platform.BLOG, owner_id="UBOB")),
    "drop a platform": on_strategy(changes.drop_platform, platform=Platform.LINKEDIN),
    "limits": on_strategy(changes.put_limits, limits=Limits(campaigns=(Campaign(name="Noël", amount=9),))),
    "care": on_strategy(changes.put_care, care=CareRules(due_days=3)),
    "policy": on_strategy(changes.put_policy, policy=Policy(id="", kind=PolicyKind.TEXT, text="A")),
    "drop a policy": on_strategy(changes.drop_part, part="policies", key="L9"),
    "theme": on_strategy(changes.put_theme, theme=Theme(id="", name="Cups", first=date(2026, 12, 1))),
    "rename a theme": renamed,
    "drop a theme": on_strategy(changes.drop_part, part="themes", key="T1"),
    "day": on_strategy(changes.put_day, day=SpecialDay(name="Tea day", day=date(2026, 12, 15))),
    "drop a day": on_strategy(changes.drop_part, part="days", key="2026-12-20 Fair"),
    "tool": on_strategy(changes.put_tool, tool=Tool(name="Buffer")),
    "tools": on_strategy(changes.put_tools, tools=(Tool(name="Sprout"), Tool(name="Planner"))),
    "drop a tool": on_strategy(changes.drop_part, part="tools", key="Planner"),
    "pause": on_strategy(begin_pause, until=later(minutes=60), reason="Flood"),
    "go on after a pause": on_strategy(go_on, wish=Onwards(ahead=Onward(days=1))),
    "people": on_strategy(changes.change_plan, what="people", change=other_people),
    "objective": on_strategy(set_objective, wish=AIM),
    "change an objective": on_strategy(set_objective, wish=AIM, objective_id="O1"),
    "close an objective": on_strategy(close_objective, objective_id="O1", result="Done"),
    "write the result again": on_strategy(close_objective, objective_id="O1", result="Better", seen="Done"),
    "reopen an objective": on_strategy(reopen_objective, objective_id="O1"),
    "target": on_strategy(set_target, kpi=Kpi.REACH, value=5, statement="A"),
    "numbers": on_post(log_counts, changes={"reach": 7}),
    "other numbers": on_post(log_counts, changes={"reach": 9, "clicks": 1}),
    "keep a question": on_strategy(ask_question, wish=QuestionWish(text="Vegan?")),
    "answer a question": on_strategy(answer_question, question_id="Q1", link=LINK),
    "give a question": on_strategy(give_question, question_id="Q1", owner_id="UAMY"),
    "drop a question": on_strategy(drop_question, question_id="Q1", why="spam"),
    "leave a question open": on_strategy(keep_question_open, question_id="Q1"),
    "reopen a question": on_strategy(reopen_question, question_id="Q2"),
    **{name: on_strategy(act, **given) for name, (act, given) in engage_deeds.DEEDS.items()},
}
"""Every deed that can be taken back; by Bob, who may all of it. One that the store is not ready for is refused."""


def a_full_store() -> Store:
    """P1 is a contest with steps, P2 an idea, P3 live, P4 of a theme, P5 of a name that the theme may get.

    Q1 waits for Bob, Q2 is answered.
    """
    store = a_store()
    with store.transaction() as tx:
        tx.next_number("objective")  # O1 is there
        was = tx.strategies.get("S1")
        parts = replace(
            was.plan,
            themes=(Theme(id="T1", name="Tea", first=date(2026, 11, 1)),),
            limits=Limits(campaigns=(Campaign(name="Winter", amount=9),)),
            policies=(Policy(id="L9", kind=PolicyKind.TEXT, text="Be kind"),),
            days=(SpecialDay(name="Fair", day=date(2026, 12, 20)),),
            tools=(Tool(name="Planner", note="Ours"),),
        )
        tx.strategies.put(replace(was, plan=parts, round_ids=("UBOB",)))
    a_post(store, due=at(27), kind=PostKind.CONTEST, text="Come by", theme="tea")
    a_post(store, is_idea=True, title="Idea")
    a_post(store, due=at(24), title="Live", campaign="winter")
    a_post(store, due=at(27, 15), title="Of a theme", theme="Tea", labels=("winter",))
    a_post(store, due=at(25), title="Herbal", theme="Herbs")
    with store.transaction() as tx:
        asked = Question(
            id="Q1", strategy_id="S1", text="Open?", asked_on=NOW.date(), owner_id="UBOB", asked_by="Marie"
        )
        tx.questions.put(asked)
        tx.questions.put(replace(asked, id="Q2", text="Closed?", answered_at=NOW, answered_by="UAMY", seen_at=NOW))
        for _ in range(2):
            tx.next_number("question")
        engage_deeds.put_all(tx)
        live = tx.posts.get("P3")
        tx.posts.put(replace(live, state=PostState.PUBLISHED, published_at=NOW, link=LINK + "1"))
        for note in tx.notes.all():
            tx.notes.delete(note.id)
    return store


def strategy_in(store: Store) -> Strategy:
    with store.transaction() as tx:
        return tx.strategies.get("S1")


def stands(post: Post) -> dict[str, Any]:
    return {each.name: getattr(post, each.name) for each in fields(Post) if each.name not in NEVER_UNDONE}


def everything(store: Store, known: int = 5) -> dict[str, Any]:
    """All that the store holds but these: history and the counters beside it, which only grow; the revisions; what
    was told to whom (a delivery says what was owed, and is drawn anew from what stands); the undo notes themselves.

    Posts that were not there at the beginning are cancelled, not gone: they can be reopened.
    """
    with store.transaction() as tx:
        posts = tx.posts.all()
        strategies = [replace(each, rev=0, plan=replace(each.plan, changes=())) for each in tx.strategies.all()]
        return {
            "posts": [stands(each) for each in posts if each.number <= known],
            "more": {each.state for each in posts if each.number > known} - {PostState.CANCELLED},
            "strategies": strategies,
            "members": tx.members.all(),
            "measurements": [replace(each, rev=0) for each in tx.measurements.all()],
            "check_ins": tx.check_ins.all(),
            "questions": [replace(each, rev=0) for each in tx.questions.all()],
            **{name: [replace(each, rev=0) for each in tx.of(name).all()] for name in engage_deeds.TABLES},
        }


def done(store: Store, act: str, post_id: str) -> bool:
    """Whether it was not refused."""
    try:
        ACTS[act](store, strategy_in(store), post_id)
    except UserError:
        return False
    return True
