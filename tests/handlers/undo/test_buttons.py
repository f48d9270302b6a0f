"""Every deed that can be taken back shows an Undo in its answer, and that one takes it back and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.plan_parts import Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.posts import PostState
from bot.sandbox.acting.hand import Hand
from bot.services.undo.deeds import deeds_of
from tests.builders import add_post_on
from tests.conftest import MONDAY, Stage
from tests.handlers.exchange.test_files import answer_to, csv
from tests.handlers.exchange.test_import_holds import result
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, shown
from tests.services.undo.deeds import ACTS

UNDO = {"post.undo", "post.undo-batch", "plan.undo", "objective.undo", "kpi.undo", "import.undo", "undo.this"}
CONTEST = '/post add "Tea story" on linkedin by me 15/12 10:00 kind contest'
TIP = '/post add "Tip" on linkedin by me every tuesday 10:00 3 times "Stir it"'
Lived = Callable[[Hand], Any]


def typed(*lines: str) -> Lived:
    """The answer to the last of them."""
    return lambda hand: [last(hand.command(each, channel=SOCIAL)) for each in lines][-1]


def pressed(action: str, *lines: str) -> Lived:
    """What is seen after *action* in the answer to the last line."""
    return lambda hand: seen(hand.press(typed(*lines)(hand), action))


def filled_in(action: str, *lines: str, **values: Any) -> Lived:
    """The form that *action* opens, sent."""

    def lived(hand: Hand) -> Any:
        hand.press(typed(*lines)(hand), action)
        return hand.submit(values).modal

    return lived


def form(line: str, *forms: dict[str, Any]) -> Lived:
    """The form that *line* opens, and what follows it, sent."""

    def lived(hand: Hand) -> Any:
        hand.command(line, channel=SOCIAL)
        return [hand.submit(each).modal for each in forms][-1]

    return lived


def seen(answer: Any) -> Any:
    return answer.modal or last(answer)


def imported(hand: Hand) -> Any:
    preview = answer_to(hand, csv())
    hand.press(preview, "import.confirm")
    return result(hand, preview)


def contest(hand: Hand) -> tuple[str, ...]:
    """With a post that one of its steps has become."""
    hand.press(typed(CONTEST)(hand), "post.step-make:P6|4")
    return ()


def form_after(before: str, line: str, **values: Any) -> Lived:
    def lived(hand: Hand) -> Any:
        hand.command(before, channel=SOCIAL)
        return form(line, values)(hand)

    return lived


def keep_same(hand: Hand) -> Any:
    hand.press(typed("/post P5")(hand), "post.keep-echo")
    return hand.submit({"why": "Meant"}).modal


def ask_the_same(hand: Hand) -> Any:
    hand.press(typed(ASKED)(hand), "question.post")
    hand.submit({"platform": "instagram"})
    return seen(hand.press(typed(ASKED)(hand), "question.post"))


ASKED = '/checkin question "Vegan?" on instagram from "Marie" asked yesterday 15:00'
MARIE = '/checkin voice "Marie Café" influenceuse sur instagram, ensuite "la remercier" vendredi'
OUT = f"/post done P1 {LINK}"
OOPS = '/checkin oops P1 "wrong price"'
KIT = {"angle.0": "What did you try first?", "angle.1": "Who packed the prizes?"}
AIM = {"kind": "traffic", "statement": "More visits"}
LIVED: dict[str, Lived] = {
    "add": typed('/post add "Bread" on instagram by me due fri 10:00'),
    "add an idea": typed("/post idea Jam on instagram"),
    "series": typed(TIP),
    "copy": typed("/post copy P1 x"),
    "edit": form("/post edit P1", {"title": "Other"}),
    "details": filled_in("post.details", "/post P1", labels="tea"),
    "move": typed("/post move P1 by 1 day"),
    "move again": typed("/post move P1 by 1 day", "/post move P1 by 1 day"),
    "hand over": typed("/post assign P1 @bob"),
    "hand it back": typed("/post assign P1 @bob", "/post assign P1 @amy"),
    "publish": typed(f"/post done P1 {LINK}"),
    "publish unapproved": typed(f"/post done P4 {LINK}"),
    "cancel": pressed("post.cancel", "/post cancel P1"),
    "reopen": typed("/post reopen P3"),
    "take up": pressed("post.draft", "/post P2"),
    "ask for review": typed("/post review P1 @bob"),
    "approve": typed("/post approve P5"),
    "ask for changes": typed("/post changes P5 Shorter"),
    "finish a step": pressed("post.step-done:P6|0", CONTEST),
    "make a step a post": pressed("post.step-make:P6|4", CONTEST),
    "cancel what steps made": lambda hand: seen(
        hand.press(pressed("post.cancel", *contest(hand), "/post cancel P6")(hand), "post.made-cancel")
    ),
    "move what steps made": lambda hand: seen(
        hand.press(typed(*contest(hand), "/post move P6 by 3 days")(hand), "post.made-move")
    ),
    "keep the same text": keep_same,
    "count what asks the same": ask_the_same,
    "rewrite": filled_in("post.rewrite", "/post P5", text="Other words"),
    "share the steps out": form_after(CONTEST, "/post steps P6 @bob"),
    "say what it is for": typed('/post serves P1 "A test"'),
    "move a day": pressed("post.move-day", "/post move 2026-11-24 to 2026-11-25"),
    "change a series": pressed("post.series-change", TIP, '/post series P6 theme "Herbs"'),
    "end a series": pressed("post.series-ended", TIP, "/post series P6 end"),
    "import": imported,
    "attach": filled_in("post.details", "/post P1", links=LINK),
    "say which objective": typed("/post serves P1 O1"),
    "platform": typed("/plan platform blog owner @bob"),
    "drop a platform": filled_in("plan.edit:platform|linkedin", "/plan", drop=["drop"]),
    "limits": typed("/plan limit 4 a day"),
    "care": form("/checkin settings", {"due_days": "3"}),
    "policy": typed("/plan policy avoid cheap"),
    "drop a policy": filled_in("plan.edit:policy|L9", "/plan", drop=["drop"]),
    "theme": typed('/plan theme "Cups" 1/12/2026'),
    "rename a theme": filled_in("plan.edit:theme|T9", "/plan", name="Herbs"),
    "drop a theme": filled_in("plan.edit:theme|T9", "/plan", drop=["drop"]),
    "day": typed('/plan day "Inventory" 15/12/2026'),
    "drop a day": filled_in("plan.edit:day|2026-12-20 Fair", "/plan", drop=["drop"]),
    "tool": typed("/plan tool Buffer"),
    "tools": typed("/plan tool Buffer and Hootsuite"),
    "drop a tool": filled_in("plan.edit:tool|Planner", "/plan", drop=["drop"]),
    "pause": typed("/plan pause jusqu’à lundi"),
    "go on after a pause": lambda hand: (typed("/plan pause jusqu’à lundi")(hand), form("/plan reprendre", {})(hand))[
        1
    ],
    "people": filled_in("plan.edit:people|", "/plan", review="yes"),
    "objective": form("/objective set", AIM, {}),
    "change an objective": form("/objective edit O1", AIM, {}),
    "close an objective": form("/objective close O1 Done", {}),
    "write the result again": form("/objective close O1 Better", {"result": "Better"}),
    "reopen an objective": typed("/objective reopen O2"),
    "target": typed("/kpi target reach 5"),
    "numbers": typed(f"/post done P1 {LINK}", "/kpi log P1 reach 7"),
    "other numbers": typed(f"/post done P1 {LINK}", "/kpi log P1 reach 7", "/kpi log P1 reach 9"),
    "keep a question": typed(ASKED),
    "answer a question": typed(ASKED, f"/checkin answered Q1 {LINK}"),
    "give a question": typed(ASKED, "/checkin Q1 to @bob"),
    "drop a question": typed(ASKED, "/checkin drop Q1 spam"),
    "leave a question open": pressed("question.open", ASKED),
    "reopen a question": typed(ASKED, "/checkin answered Q1", "/checkin reopen Q1"),
    "keep a voice": typed(MARIE),
    "change a voice": filled_in("voice.edit", MARIE, notes="New"),
    "do the step of a voice": typed(MARIE, "/checkin V1 done"),
    "plan the step of a voice": typed(MARIE, "/checkin V1 thursday"),
    "note what a voice did": typed(MARIE, "/checkin V1 note shared our story"),
    "agree to share": typed("/checkin advocate on"),
    "share no more": typed("/checkin advocate on", "/checkin advocate off"),
    "take on a mistake": typed(OUT, OOPS),
    "change a correction": filled_in("correction.edit", OUT, OOPS, answer="Sorry"),
    "put a mistake right": typed(OUT, OOPS, "/checkin C1 done"),
    "reopen a correction": filled_in("correction.edit", OUT, OOPS, "/checkin C1 done", right=[]),
    "make a share kit": filled_in("kit.new", OUT, "/post show P1", **KIT),
}

IN_MESSAGES = {"snooze", "share", "not share"}
"""Done in a message that the bot sent, and taken back there: below, and in `engage/test_share_kits.py`."""


@pytest.fixture
def ready(stage: Stage) -> Stage:
    """P1 a draft of Amy's, P2 an idea, P3 cancelled, P4 to be approved, P5 in review with the text of P1."""
    store = stage.bot.house.store
    add_post_on(stage, owner="UAMY", text="Tea at four, every day", due=due_in(days=1))
    add_post_on(stage, owner="UAMY", title="Idea", is_idea=True)
    for title in ("Gone", "Blog", "Read"):
        add_post_on(stage, owner="UAMY", title=title, text="Tea at four, every day", due=due_in(days=2))
    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P3"), state=PostState.CANCELLED))
        more = {"review_asked_at": MONDAY, "review_asked_by": "UBOB", "reviewer_id": "UAMY"}
        tx.posts.put(replace(tx.posts.get("P5"), state=PostState.IN_REVIEW, owner_id="UBOB", **more))
        known = tx.strategies.get(stage.strategy.id)
        aim = replace(known.objectives[0], id="O2", closed_at=MONDAY, closed_by="UAMY", result="Done")
        tx.next_number("objective")
        tx.strategies.put(
            replace(
                known,
                objectives=(*known.objectives, aim),
                plan=replace(
                    known.plan,
                    policies=(Policy(id="L9", kind=PolicyKind.TEXT, text="Be kind"),),
                    days=(SpecialDay(name="Fair", day=MONDAY.date().replace(month=12, day=20)),),
                    tools=(Tool(name="Planner"),),
                    themes=(Theme(id="T9", name="Winter", first=MONDAY.date()),),
                ),
            )
        )
        advocate = {"kind": VoiceKind.ADVOCATE, "member_id": "UBOB", "owner_id": "UBOB"}
        tx.voices.put(Voice(id="V9", strategy_id=known.id, name="Bob", **advocate))
        for note in tx.notes.starting("deed:"):
            tx.notes.delete(note.id)
    return stage


def buttons_of(what: Any) -> list[str]:
    return [each["action_id"] for block in what.blocks for each in block.get("elements", ()) if "action_id" in each]


def deeds(stage: Stage) -> list[str]:
    with stage.bot.house.store.transaction() as tx:
        return [each.token for each in deeds_of(tx, "UAMY", now=stage.slack.clock.now())]


def test_every_deed_of_the_table_is_lived_through():
    assert set(LIVED) | IN_MESSAGES == set(ACTS)


def test_what_is_put_off_in_a_reminder_is_taken_back_there(stage, bob):
    add_post_on(stage, due=due_in(hours=2))
    stage.move_to(MONDAY + timedelta(hours=2, minutes=1))
    bob.press(bob.direct_messages()[-1], "post.snooze")
    stage.move_to(MONDAY + timedelta(hours=2, minutes=2))
    assert post(stage).snoozed_until is not None

    bob.press(bob.direct_messages()[-1], "post.undo")
    stage.move_to(MONDAY + timedelta(hours=2, minutes=3))

    assert post(stage).snoozed_until is None
    assert "post.undo" not in buttons_of(bob.direct_messages()[-1])


def test_a_reviewer_who_has_not_the_post_takes_their_answer_back_where_they_gave_it(stage, amy):
    chloe, owner = stage.slack.hand("UCHLOE"), stage.slack.hand("UBOB")
    add_post_on(stage, due=due_in(hours=1), text="Tea")
    amy.command("/post review P1 @chloe", channel=SOCIAL)
    stage.move_to(MONDAY + timedelta(minutes=1))
    stage.move_to(MONDAY + timedelta(minutes=2))
    chloe.press(chloe.direct_messages()[-1], "post.approve")
    stage.move_to(MONDAY + timedelta(minutes=3))
    [told] = owner.direct_messages()
    assert "<@UCHLOE> approved it" in shown(told)

    chloe.press(chloe.direct_messages()[-1], "post.undo")
    stage.move_to(MONDAY + timedelta(minutes=4))

    assert post(stage).state is PostState.IN_REVIEW
    assert "post.approve" in buttons_of(chloe.direct_messages()[-1])
    [now] = owner.direct_messages()
    assert now.ts == told.ts
    assert "<@UCHLOE> approved it" not in shown(now)


def test_an_answer_that_is_taken_back_before_the_owner_is_told_is_told_to_nobody(stage, amy):
    chloe = stage.slack.hand("UCHLOE")
    add_post_on(stage, due=due_in(days=2), text="Tea")
    amy.command("/post review P1 @chloe", channel=SOCIAL)
    stage.move_to(MONDAY + timedelta(minutes=1))
    chloe.command("/post changes P1 Shorter", channel=SOCIAL)
    chloe.command("/post undo", channel=SOCIAL)
    stage.move_to(MONDAY + timedelta(minutes=2))

    assert "Shorter" not in str([each.blocks for each in stage.slack.hand("UBOB").direct_messages()])


def test_who_handed_a_post_over_and_has_it_no_more_is_offered_to_take_it_back(stage, amy):
    dan = stage.slack.hand("UDAN")
    add_post_on(stage, due=due_in(days=2))
    amy.command("/post assign P1 @dan", channel=SOCIAL)
    card = last(dan.command("/post assign P1 @chloe", channel=SOCIAL))

    dan.press(card, "post.undo")

    assert post(stage).owner_id == "UDAN"


@pytest.mark.parametrize("deed", LIVED)
def test_its_answer_has_an_undo_that_takes_it_back_and_nothing_else(ready, amy, deed):
    told = LIVED[deed](amy)
    done = deeds(ready)
    offered = [each.partition(":")[0] for each in buttons_of(told) if each.partition(":")[0] in UNDO]
    assert len(offered) == 1

    answer = amy.press(told, offered[0])
    if "undo.yes" in str(answer.modal or answer.messages[-1:] or [told]):
        amy.press(seen(answer), "undo.yes")

    assert done
    assert deeds(ready) == done[1:]
