"""Guests and other channels see nothing of a strategy: not by what they type, nor by what they once could press."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from bot.app import BACKGROUND
from bot.domain.moments import Due
from bot.domain.plan import Limits, Plan, Policy, PolicyKind, Severity, SpecialDay, Theme
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform, Strategy
from bot.sandbox.elements import controls
from bot.sandbox.hand import Hand
from bot.sandbox.team import Message
from bot.services.posts import Wish, add_post
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


@pytest.fixture
def stage(stage: Stage) -> Stage:
    """A strategy that is secret to the last word, with a post in every state."""
    store, now = stage.bot.house.store, stage.slack.clock.now()
    for number, state in enumerate(STATES):
        keep_post(stage, number, state, now=now)
    with store.transaction() as tx:
        was = tx.strategies.get(stage.strategy.id)
        objectives = tuple(replace(each, statement=f"{SECRET} everywhere") for each in was.objectives)
        tx.strategies.put(replace(was, name=f"Maison {SECRET}", objectives=objectives, plan=secret_plan()))
    return stage


STATES = (PostState.DRAFT, PostState.IN_REVIEW, PostState.CANCELLED, PostState.PUBLISHED, PostState.IDEA)


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


@pytest.fixture
def guest(stage: Stage) -> Hand:
    return stage.slack.hand("UGUEST")


def second_strategy(stage: Stage) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(
            Strategy(id="S9", name="Soleil", channel_id=ELSEWHERE, zone=ZONE, manager_id="UDAN", locale="en-CA")
        )


def everything_shown(*parts: Any) -> str:
    return json.dumps([[part.text, part.blocks] for part in parts if part is not None], ensure_ascii=False)


def what(answer: Any) -> str:
    modal = answer.modal.blocks if answer.modal else []
    titles = json.dumps(answer.modal.title if answer.modal and hasattr(answer.modal, "title") else "")
    return everything_shown(*answer.messages) + json.dumps(modal, ensure_ascii=False) + titles + answer.text


@pytest.mark.parametrize("is_bound", [False, True], ids=["unbound", "another strategy's"])
def test_a_guest_in_another_channel_reads_nothing_of_it_whatever_they_type(stage, guest, is_bound):
    if is_bound:
        second_strategy(stage)

    told = [typed for typed in TYPED if SECRET in what(guest.command(typed, channel=ELSEWHERE))]

    assert told == []


def test_a_channel_with_a_strategy_of_its_own_shows_nothing_of_the_other(stage):
    second_strategy(stage)
    dan = stage.slack.hand("UDAN")

    told = [typed for typed in TYPED if SECRET in what(dan.command(typed, channel=ELSEWHERE))]

    assert told == []


def test_who_slack_says_nothing_about_reads_no_more_than_a_guest(stage, guest):
    told = []
    for typed in TYPED:
        stage.slack.faults.plan("users.info", "500")
        told += [typed] if SECRET in what(guest.command(typed, channel=ELSEWHERE)) else []

    with stage.bot.house.store.transaction() as tx:
        assert tx.members.find("UGUEST") is None
    assert told == []


def test_the_home_tab_and_the_direct_messages_of_a_guest_hold_nothing_of_it(stage, guest):
    guest.open_home()
    for typed in TYPED:
        guest.say(typed.removeprefix("/"))
    stage.move_to(stage.slack.clock.now() + timedelta(days=8))

    told = everything_shown(*guest.direct_messages()) + json.dumps(guest.open_home(), ensure_ascii=False)

    assert len(guest.direct_messages()) > len(TYPED)
    assert SECRET not in told
    assert not [each for message in guest.direct_messages() for each in message.files]


def test_what_somebody_could_press_as_a_member_tells_them_nothing_and_does_nothing_as_a_guest(stage):
    bob = stage.slack.hand("UBOB")
    stage.move_to(stage.slack.clock.now() + timedelta(days=3))
    seen = [each for typed in TYPED if is_harmless(typed) for each in bob.command(typed, channel=ELSEWHERE).messages]
    wait_for_files(stage)
    had = buttons_in([*seen, *bob.direct_messages()])
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))
    before = revisions(stage)

    told = [name for name, block in had.items() if SECRET in after_press(bob, name, block)]

    assert len({name.partition(":")[0] for name in had}) > 25
    assert told == []
    assert revisions(stage) == before


def test_a_guest_reads_in_the_channel_of_the_strategy_adds_ideas_and_changes_nothing_else(stage, guest):
    stage.slack.join("UGUEST", "CSOCIAL")
    before, ideas = revisions(stage), []

    for typed in TYPED:
        was = revisions(stage)
        answer = guest.command(typed, channel="CSOCIAL")
        assert answer.messages or answer.text or answer.modal, typed
        ideas += [(typed, each) for each in revisions(stage) if each not in was]

    after = revisions(stage)
    assert [typed for typed, _ in ideas] == ['/post idea "An idea" on instagram']
    assert {each: rev for each, rev in after.items() if each in before} == before


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


def after_press(hand: Hand, name: str, block: Button) -> str:
    """What is told to whoever presses what they had; nothing else is on the screen."""
    hand.reload()
    message = hand.command("/parution help", channel=ELSEWHERE).messages[-1]
    message.blocks[:] = [block]
    return what(hand.press(message, name))


def revisions(stage: Stage) -> dict[str, int]:
    with stage.bot.house.store.transaction() as tx:
        kept = (*tx.posts.all(), *tx.strategies.all(), *tx.measurements.all(), *tx.check_ins.all(), *tx.questions.all())
        return {each.id: each.rev for each in kept}
