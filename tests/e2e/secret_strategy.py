"""A strategy that is secret to the last word, what can be typed about it, and everything that is told of it."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

from bot.app import BACKGROUND
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import ShareKit
from bot.domain.engage.voices import Address, Voice, VoiceKind, VoiceLine
from bot.domain.moments import Due
from bot.domain.plan_parts import Limits, Plan, Policy, PolicyKind, Severity, SpecialDay, Theme
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.sandbox.elements import controls
from bot.sandbox.team import Message
from bot.services.post.adding import Wish, add_post
from tests.conftest import MONDAY, Stage

SECRET = "Zanzibar"
"""In every text of the strategy that nobody outside shall read."""
ZONE = "America/Montreal"
ELSEWHERE = "CGENERAL"
TYPED = [
    "/plan",
    "/plan check",
    "/plan check december",
    "/plan calendar",
    "/plan calendrier décembre",
    "/plan policy",
    "/objective",
    "/objective edit O1",
    "/objective close O1 done",
    "/objective reopen O1",
    "/post",
    "/post list",
    "/post list all",
    "/post list ideas",
    "/post show P1",
    "/post edit P1",
    "/post edit P1 text: hello",
    "/post move P1 tomorrow 10:00",
    "/post assign P1 @dan",
    "/post review P1",
    "/post approve P1",
    "/post approve P2",
    "/post changes P2 shorter",
    "/post done P1",
    "/post done P1 https://example.com/1",
    "/post cancel P1",
    "/post reopen P3",
    "/post copy P1 to facebook",
    "/post steps P1",
    "/post series P1",
    "/post serves P1 O1",
    "/post serves",
    "/post move day 25/11 to 26/11",
    "/post import",
    "/post export",
    "/post export buffer december",
    "/post export ics",
    '/post idea "An idea" on instagram',
    "/checkin",
    "/checkin status",
    "/checkin question Q1",
    "/checkin voice",
    "/checkin oops P1",
    "/kpi",
    "/kpi log P4",
    "/kpi log P4 reach 12",
    "/kpi digest",
    "/kpi best",
    "/kpi target reach 5",
    "/parution",
    "/parution setup",
    "/parution calendar",
    "/parution post show P1",
]


Button = dict[str, Any]
"""A block of a message, with one control that a member once had."""

STATES = (PostState.DRAFT, PostState.IN_REVIEW, PostState.CANCELLED, PostState.PUBLISHED, PostState.IDEA)


def keep_secret(stage: Stage) -> None:
    """The strategy of *stage* is that now, with a post in every state."""
    store, now = stage.bot.house.store, stage.slack.clock.now()
    for number, state in enumerate(STATES):
        keep_post(stage, number, state, now=now)
    with store.transaction() as tx:
        was = tx.strategies.get(stage.strategy.id)
        objectives = tuple(replace(each, statement=f"{SECRET} everywhere") for each in was.objectives)
        tx.strategies.put(replace(was, name=f"Maison {SECRET}", objectives=objectives, plan=secret_plan()))


def keep_post(stage: Stage, number: int, state: PostState, *, now: datetime) -> None:
    is_live, is_read = state is PostState.PUBLISHED, state is PostState.IN_REVIEW
    wish = Wish(
        title=f"{SECRET} {number}",
        platform=Platform.INSTAGRAM,
        kind=PostKind.CONTEST,
        text=f"Come to {SECRET}, {number} times",
        due=None if state is PostState.IDEA else Due.of(now + timedelta(days=number + 1), ZONE),
        owner_id="UAMY" if is_read else "UBOB",
        is_idea=state is PostState.IDEA,
    )
    with stage.bot.house.store.transaction() as tx:
        amy = tx.members.get("UAMY")
    made = add_post(stage.bot.house.store, strategy=stage.strategy, by=amy, now=now, wish=wish).post
    live = {"published_at": now - timedelta(days=8), "link": "https://example.com/1"} if is_live else {}
    read = {"reviewer_id": "UBOB", "review_asked_at": now} if is_read else {}
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(made, state=state, **live, **read))


def secret_plan() -> Plan:
    day = MONDAY.date() + timedelta(days=2)
    return Plan(
        policies=(
            Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value=SECRET, text=SECRET, severity=Severity.ERROR),
            Policy(id="L2", kind=PolicyKind.TEXT, text=SECRET),
        ),
        limits=Limits(posts_a_day=1),
        themes=(Theme(id="T1", name=SECRET, first=day),),
        days=(SpecialDay(name=SECRET, day=day, is_free=True),),
    )


def keep_secret_people(stage: Stage) -> None:
    """Around its posts, as if for the first time: what Bob has of it, a late post too; a share kit, two advocates."""
    day = stage.slack.clock.now().date()
    its = {"strategy_id": stage.strategy.id}
    bobs = {**its, "owner_id": "UBOB", "created_by": "UBOB"}
    line = VoiceLine(on=day, by="UBOB", what="happened", words=SECRET)
    told = {"addresses": (Address(where=SECRET),), "language": SECRET, "cares_for": SECRET, "notes": SECRET}
    next_step = {"step": SECRET, "step_day": day, "history": (line,)}
    advocates = {"V2": "UAMY", "V3": "UBOB"}
    asked = {"angles": (SECRET, SECRET), "facts": SECRET, "made_by": "UAMY", "asked_ids": ("UAMY", "UBOB")}
    rows = {
        "questions": Question(id="Q1", text=SECRET, asked_by=SECRET, asked_on=day, owner_id="UBOB", **its),
        "voices": Voice(id="V1", name=SECRET, **told, **next_step, **bobs),
        "corrections": Correction(id="C1", post_id="P4", what=SECRET, noticed_at=stage.slack.clock.now(), **bobs),
        "share_kits": ShareKit(id="K1", post_id="P3", **asked, **its),
    }
    agreed = [
        ("voices", Voice(id=key, name=SECRET, kind=VoiceKind.ADVOCATE, owner_id=who, member_id=who, **its))
        for key, who in advocates.items()
    ]
    with stage.bot.house.store.transaction() as tx:
        late = Due.of(MONDAY + timedelta(hours=1), ZONE)
        missed = replace(tx.posts.get("P1"), id="P6", state=PostState.APPROVED, due=late, owner_id="UBOB", rev=0)
        for table, row in (*rows.items(), *agreed, ("posts", missed)):
            getattr(tx, table).delete(row.id)
            getattr(tx, table).put(row)


def everything_shown(*parts: Any) -> str:
    return json.dumps([[part.text, part.blocks] for part in parts if part is not None], ensure_ascii=False)


def what(answer: Any) -> str:
    modal = answer.modal.blocks if answer.modal else []
    titles = json.dumps(answer.modal.title if answer.modal and hasattr(answer.modal, "title") else "")
    return everything_shown(*answer.messages) + json.dumps(modal, ensure_ascii=False) + titles + answer.text


def wait_for_files(stage: Stage) -> None:
    """What was asked for before has been sent: nothing that makes files is at work."""
    everybody = Barrier(BACKGROUND + 1)
    for _ in range(BACKGROUND):
        stage.bot.house.background(everybody.wait)
    everybody.wait(timeout=10)


def is_harmless(typed: str) -> bool:
    """Those that change nothing at once."""
    return not any(word in typed for word in ("idea ", "https", "approve", "move", "assign", "reopen", "reach"))


def buttons_in(messages: list[Message]) -> dict[str, Button]:
    """Each control once for each value that it has."""
    found: dict[str, Button] = {}
    for message in messages:
        for each in controls(message.blocks):
            choices = [option["value"] for option in each.options] or [each.element.get("value", "")]
            for value in choices:
                if each.element["type"] in ("button", "overflow") and value:
                    block = {"type": "actions", "block_id": "old", "elements": [each.element]}
                    found[f"{each.action_id}:{value}"] = block
    return found


def revisions(stage: Stage) -> dict[str, int]:
    with stage.bot.house.store.transaction() as tx:
        engaged = (*tx.questions.all(), *tx.voices.all(), *tx.corrections.all(), *tx.share_kits.all())
        kept = (*tx.posts.all(), *tx.strategies.all(), *tx.measurements.all(), *tx.check_ins.all(), *engaged)
        return {each.id: each.rev for each in kept}
