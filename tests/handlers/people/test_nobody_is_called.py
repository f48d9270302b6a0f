"""What people type calls nobody and shouts nothing, wherever it is shown: every command, press and message is tried."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from datetime import time, timedelta
from typing import Any, get_args, get_type_hints

import pytest

from bot.cli.sample import found_team
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import Shared, ShareKit
from bot.domain.engage.voices import Address, Voice, VoiceLine
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.plan_parts import Campaign, ExportLayout, Limits, Plan, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.post.checklists import Step
from bot.domain.posts import Attachment, Post, PostState
from bot.domain.strategy import Platform
from bot.sandbox.elements import controls
from tests.conftest import MONDAY
from tests.handlers.posting import SOCIAL
from tests.handlers.spelled import ADDRESSES, NOT_TYPED, PARTS, SPELL, TYPED, faults, marked, spelled

AROUND = 12
"""Posts of the calendar: those nearest to now."""
COMMANDS = [
    "/parution",
    "/parution setup",
    "/parution calendar",
    "/objective",
    "/objective help",
    f"/objective engagement {SPELL}",
    "/plan",
    "/plan check",
    "/plan help",
    "/plan history",
    "/plan people",
    f"/plan theme {SPELL} 1 dec",
    "/post",
    "/post list all",
    "/post late",
    "/post help",
    "/post copy",
    "/post ideas",
    "/post export buffer",
    f"/post idea {SPELL}",
    f'/post add "{SPELL}" on x due tomorrow 10:00 text {SPELL}',
    f"/post {SPELL}",
    f"/post show {SPELL}",
    "/checkin",
    "/checkin status",
    "/checkin help",
    "/checkin away tomorrow",
    f"/checkin 3 answered, learned {SPELL}",
    f"/checkin {SPELL}",
    "/checkin questions",
    f'/checkin question "{SPELL}" from "{SPELL}"',
    f"/checkin drop Q1 {SPELL}",
    "/checkin reopen Q1",
    "/checkin voices",
    f'/checkin voice "{SPELL}"',
    "/checkin V1",
    "/checkin corrections",
    f"/checkin oops {SPELL}",
    "/kpi care",
    f"/plan pause until friday {SPELL}",
    "/plan go on",
    "/kpi",
    "/kpi digest",
    "/kpi digest this week",
    "/kpi best",
    "/kpi target engagements 500",
    f"/kpi {SPELL}",
]
ABOUT_A_POST = [
    "show",
    "edit",
    "history",
    "copy",
    "steps",
    "share",
    "series",
    "serves",
    "review",
    "move",
    "assign",
    "done",
    "cancel",
    f"changes {SPELL}",
    f"edit text {SPELL} again",
]
LEFT_ALONE = {"post.cancel", "calendar.canvas", "calendar.post", "calendar.picture"}
"""Presses that would take away what the others are tried on, and pictures, which take long and come by themselves."""


class Watch:
    """Keeps every fault of what the bot shows."""

    def __init__(self, stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[str] = []
        self.seen = 0
        workspace = stage.slack.workspace
        for name, look in (("put_message", self._message), ("show_modal", self._view), ("replace_view", self._view)):
            monkeypatch.setattr(workspace, name, self._watched(getattr(workspace, name), look))

    def _watched(self, put: Any, look: Any) -> Any:
        def watched(shown: Any, *more: Any, **named: Any) -> Any:
            look(shown)
            return put(shown, *more, **named)

        return watched

    def _message(self, message: Any) -> None:
        if message.bot_id or message.ephemeral_to:
            self.seen += 1
            self.found += faults(message.text, message.blocks)
            self.found += [each for file in message.files for each in (file.title, file.alt_text) if marked(each)]

    def _view(self, view: Any) -> None:
        self.seen += 1
        self.found += faults("", [view.title, view.submit, view.close, view.blocks])


@pytest.fixture
def spell(stage, monkeypatch) -> Watch:
    """The sample team's calendar under the spell, in the middle of a week, with something of each sort."""
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete(stage.strategy.id)
    found_team(stage.bot.house, MONDAY - timedelta(days=7), with_posts=True)
    with stage.bot.house.store.transaction() as tx:
        strategy = tx.strategies.all()[0]
        tx.strategies.put(spelled(replace(strategy, plan=a_plan(), round_ids=("UAMY", "UBOB"))))
        for table in (tx.members, tx.posts, tx.check_ins):
            for each in table.all():
                table.put(spelled(each))
        put_engaged(tx, strategy.id, tx.posts.all()[0].id)
        nearest = sorted(tx.posts.all(), key=lambda each: abs(each.due_at - MONDAY))
        for post in nearest[AROUND:]:
            tx.posts.delete(post.id)
        for post, state in zip(nearest, PostState, strict=False):
            tx.posts.put(a_full(post, state))
        counts = Counts(reach=900, reactions=30, comments=10)
        for post in nearest[:9]:
            tx.measurements.put(Measurement(id=f"{post.id}:9", post_id=post.id, at=MONDAY, by="UBOB", counts=counts))
    return Watch(stage, monkeypatch)


def put_engaged(tx: Any, strategy_id: str, post_id: str) -> None:
    """A question, a voice whose step is due, an open correction and a share kit, all of Amy's."""
    day, mine = MONDAY.date(), {"strategy_id": strategy_id}
    tx.questions.put(spelled(Question(id="Q1", text="", asked_on=day, owner_id="UAMY", **mine)))
    line = VoiceLine(on=day, by="UAMY", what="happened")
    places = (Address(),)
    tx.voices.put(
        spelled(Voice(id="V1", name="", owner_id="UAMY", step_day=day, addresses=places, history=(line,), **mine))
    )
    about = {"post_id": post_id, **mine}
    tx.corrections.put(spelled(Correction(id="C1", what="", noticed_at=MONDAY, owner_id="UAMY", **about)))
    shares = (Shared(member_id="UBOB", at=MONDAY),)
    tx.share_kits.put(spelled(ShareKit(id="K1", angles=("",), made_by="UAMY", shares=shares, **about)))


def a_plan() -> Plan:
    day = MONDAY.date()
    return Plan(
        policies=(Policy(id="L1", kind=PolicyKind.TEXT), Policy(id="L2", kind=PolicyKind.REQUIRE_WORDS)),
        limits=Limits(posts_a_day=1, campaigns=(Campaign(name="", amount=5),)),
        tools=(Tool(name="", layout=ExportLayout.BUFFER),),
        themes=(Theme(id="T1", name="", first=day, last=day + timedelta(days=40)),),
        days=(SpecialDay(name="", day=day + timedelta(days=2)), SpecialDay(name="", day=day, is_free=True)),
        thread_per_post=True,
    )


def a_full(post: Any, state: PostState) -> Any:
    """With what a post of the sample lacks."""
    step = Step(key="", day=MONDAY.date(), owner_id="UAMY")
    review = {"review_asked_at": MONDAY, "review_asked_by": "UBOB", "reviewer_id": "UAMY"}
    full = replace(post, state=state, checklist=(step,), attachments=(Attachment(file_id="F1"),), spend=9, **review)
    return spelled(full.noted("in_review", by="UBOB", at=MONDAY, note=SPELL))


def pressed(hand: Any, where: Any, tried: set[str]) -> Iterator[Any]:
    """What each press that was not tried yet shows."""
    for control in list(controls(where.blocks)):
        if control.element["type"] not in ("button", "overflow") or control.action_id in LEFT_ALONE:
            continue
        for choice in [each["value"] for each in control.options] or [control.element.get("value", "")]:
            name = f"{control.action_id}:{choice.partition(':')[0]}" if control.options else control.action_id
            if name not in tried:
                tried.add(name)
                with suppress(LookupError):  # an answer took its place
                    yield hand.press(where, f"{control.action_id}:{choice}" if choice else control.action_id)


def explored(hand: Any, answer: Any, tried: set[str], depth: int) -> None:
    """Press what is new in *answer*, send its form, and go on from there."""
    shown = [*answer.messages[-1:], *([answer.modal] if answer.modal else [])]
    for where in shown if depth else []:
        for following in pressed(hand, where, tried):
            explored(hand, following, tried, depth - 1)
            closed(hand)


def closed(hand: Any) -> None:
    while hand.modal:
        hand.close()


@pytest.mark.parametrize(("who", "depth", "presses"), [("UAMY", 3, 50), ("UBOB", 1, 30)])
def test_nothing_that_was_typed_calls_anybody_in_whatever_is_shown(stage, spell, who, depth, presses):
    hand, tried = stage.slack.hand(who), set()
    near = [each.id for each in sorted_posts(stage)[:4]]
    for typed in [*COMMANDS, *(f"/post {verb} {each}" for each, verb in zip(near * 4, ABOUT_A_POST, strict=False))]:
        explored(hand, hand.command(typed, channel=SOCIAL), tried, depth)
        closed(hand)
    explored(hand, hand.open_messages(), tried, depth)
    hand.open_home()

    assert "\n".join(sorted(set(spell.found))) == ""
    assert len(tried) > presses


def sorted_posts(stage):
    with stage.bot.house.store.transaction() as tx:
        return sorted(tx.posts.all(), key=lambda each: abs(each.due_at - MONDAY))


def test_nor_in_what_the_bot_sends_of_its_own_accord(stage, spell):
    stage.move_to(MONDAY + timedelta(days=3))

    assert "\n".join(sorted(set(spell.found))) == ""
    assert spell.seen > 20


def test_the_spell_is_on_all_that_people_type():
    for owner in PARTS:
        known = {*TYPED.get(owner, "").split(), *NOT_TYPED.get(owner, "").split(), *ADDRESSES.get(owner, "").split()}
        texts = {each.name for each in fields(owner) if holds_text(get_type_hints(owner)[each.name])}

        assert texts == known, owner


def holds_text(hint: Any) -> bool:
    return hint is str or (bool(get_args(hint)) and any(part is str for part in get_args(hint)))


# --- What goes into the channel


def mentions(stage) -> list[set[str]]:
    """Of each message that the bot posted in the channel, whom it calls."""
    found = stage.slack.workspace.visible_messages(SOCIAL, "")
    return [set(re.findall(r"<@(\w+)>", f"{each.text}{each.blocks}")) for each in found if each.bot_id]


def a_month(stage, *owners: str) -> None:
    day = MONDAY.date()
    with stage.bot.house.store.transaction() as tx:
        for number, owner in enumerate(owners * 10, 1):
            due = Due.local(day + timedelta(days=number % 7), time(12), stage.strategy.zone)
            post = Post(id=f"P{number}", strategy_id="S1", title="Tea", platform=Platform.X, due=due, owner_id=owner)
            tx.posts.put(post)


def test_the_month_in_the_channel_names_owners_and_calls_none_of_them(stage, amy):
    a_month(stage, "UAMY", "UBOB", "UCHLOE", "UDAN")

    amy.press(amy.command("/plan calendar", channel=SOCIAL).messages[-1], "calendar.post")
    amy.wait_for(lambda: mentions(stage))

    assert mentions(stage) == [set()]
    (posted,) = [each for each in amy.messages(SOCIAL) if each.files]
    assert posted.text.count("Bob") == 10


def test_the_month_that_comes_in_a_direct_message_calls_none_of_them_either(stage, bob):
    a_month(stage, "UAMY", "UCHLOE")

    bob.command("/plan calendar", channel=SOCIAL)
    bob.wait_for(lambda: any(each.files for each in bob.direct_messages()))

    (sent,) = [each for each in bob.direct_messages() if each.files]
    assert "<@" not in sent.text
    assert "Chloé" in sent.text


def test_a_canvas_names_owners_and_calls_none_of_them(stage, amy):
    a_month(stage, "UBOB", "UDAN")

    amy.press(amy.command("/plan calendar", channel=SOCIAL).messages[-1], "calendar.canvas")

    (canvas,) = [each for each in stage.slack.workspace.files.values() if b"# " in each.content]
    assert b"Bob" in canvas.content
    assert b"(@U" not in canvas.content


def test_the_digest_calls_those_whose_numbers_it_waits_for_and_nobody_else(stage):
    a_month(stage, "UAMY", "UBOB", "UCHLOE", "UDAN")
    live = {"state": PostState.PUBLISHED, "published_at": MONDAY - timedelta(days=3)}
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P2"), **live))

    stage.move_to(MONDAY + timedelta(hours=5))

    assert set().union(*mentions(stage)) == {"UBOB"}
