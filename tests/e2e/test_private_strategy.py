"""A strategy in a private channel is to everybody outside of it what no strategy is, answer by answer.

The same team lives in two worlds: in one it has a secret strategy in a private channel, in the other none. Bob, who
is not in that channel but named in the strategy and the owner of its posts, does the same in both.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.sandbox.acting import interactions
from bot.sandbox.acting.hand import Answer, Hand
from bot.sandbox.clock import SandboxClock
from bot.sandbox.elements import controls
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Message, Upload, View
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, MONDAY, UNHURRIED, Stage, settings_of
from tests.e2e.old_controls import FILLED_IN, MORE, NOT_ASKED, OLD_BUTTONS, OLD_FORMS, SENT_LATER
from tests.e2e.secret_strategy import (
    ELSEWHERE,
    SECRET,
    TYPED,
    Button,
    everything_shown,
    is_harmless,
    keep_secret,
    keep_secret_people,
    revisions,
    wait_for_files,
    what,
)

CLOSED = "CCAMPAGNE"
MADE_UP = re.compile(r'"(?:block_id|id|hash|ts)": "[^"]*"|\\"token\\":\\"[0-9a-f]+\\"')
"""What the local Slack numbers by itself, and tokens that are drawn by lot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worlds:
    secret: Stage
    empty: Stage

    def answers(self, act: Callable[[Stage, Hand], str]) -> tuple[str, str]:
        """What Bob is told in each world, without what is made up."""
        told = (MADE_UP.sub("", act(each, each.slack.hand("UBOB"))) for each in (self.secret, self.empty))
        return next(told), next(told)

    def differences(self, acts: dict[str, Callable[[Stage, Hand], str]]) -> list[str]:
        return [name for name, act in acts.items() if len(set(self.answers(act))) > 1]


@contextmanager
def a_world() -> Iterator[Stage]:
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, clock=clock, ack_seconds=UNHURRIED) as slack:
        slack.core.app = replace(
            slack.core.app, scopes=slack.core.app.scopes - {"files:write"}
        )  # no pictures are drawn
        bot = build(settings_of(slack), clock=slack.clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        yield Stage(slack=slack, bot=bot, strategy=found_team(bot.house, MONDAY, with_posts=False))
        bot.stop()


@pytest.fixture(scope="module")
def worlds() -> Iterator[Worlds]:
    with a_world() as secret, a_world() as empty:
        keep_secret(secret)
        keep_secret_people(secret)
        with secret.bot.house.store.transaction() as tx:
            tx.strategies.put(replace(tx.strategies.get("S1"), channel_id=CLOSED))
        with empty.bot.house.store.transaction() as tx:
            tx.strategies.delete("S1")
        yield Worlds(secret=secret, empty=empty)


@pytest.fixture(scope="module")
def screens(worlds: Worlds) -> "Screens":
    worlds.empty.move_to(MONDAY + timedelta(days=1))
    seen = seen_by_amy(worlds.secret, later=MONDAY + timedelta(days=1))
    keep_secret_people(worlds.secret)  # she pressed what closes and forgets, too
    return seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """What somebody inside comes to see: each control, once for what it does with what; and each form."""

    buttons: dict[str, Button]
    forms: dict[str, View]


def seen_by_amy(stage: Stage, *, later: datetime) -> Screens:
    amy, forms, messages = stage.slack.hand("UAMY"), {}, []
    for typed in (*filter(is_harmless, TYPED), *MORE):
        answer = amy.command(typed, channel=CLOSED)
        messages += answer.messages
        keep_form(forms, answer)
    stage.move_to(later)
    wait_for_files(stage)
    amy.open_home()
    shown = [*messages, *amy.direct_messages(), *amy.messages(CLOSED), amy.wait_for(lambda: amy.home)]
    buttons = buttons_in(shown) | {f"{each}:{value}": a_button(each, value) for each, value in SENT_LATER.items()}
    for name, block in list(buttons.items()):
        keep_form(forms, pressed(amy, name, block, CLOSED))
        buttons |= buttons_in([amy.modal] if amy.modal else [])
    return Screens(buttons=buttons, forms=forms)


def buttons_in(surfaces: Iterable[Message | View]) -> dict[str, Button]:
    """Each control, once for each sort of value that it has."""
    found: dict[str, Button] = {}
    for each in (control for surface in surfaces for control in controls(surface.blocks)):
        choices = [option["value"] for option in each.options] or [each.element.get("value", "")]
        for value in choices if each.element["type"] in ("button", "overflow") else ():
            sort = re.sub(r"\d+", "1", f"{each.action_id}:{value}")
            name = f"{each.action_id}:{value}" if value else each.action_id
            if sort not in {re.sub(r"\d+", "1", known) for known in found}:
                found[name] = a_block(each.element)
    return found


def a_block(element: dict[str, Any]) -> Button:
    return {"type": "actions", "block_id": "old", "elements": [element]}


def a_button(action_id: str, value: str) -> Button:
    label = {"type": "plain_text", "text": "Old"}
    return a_block({"type": "button", "action_id": action_id, "value": value or "-", "text": label})


def keep_form(forms: dict[str, View], answer: Answer) -> None:
    if answer.modal and answer.modal.callback_id:
        forms.setdefault(answer.modal.callback_id, answer.modal)


def pressed(hand: Hand, name: str, block: Button, channel: str) -> Answer:
    """The answer to a press on something old, in a message that only they see."""
    while hand.modal:
        hand.close()
    mine = [each for each in hand.messages(channel) if each.ephemeral_to == hand.user_id]
    message = mine[0] if mine else hand.command("/parution help", channel=channel).messages[-1]
    message.blocks[:] = [block]
    return hand.press(message, name)


def sent(stage: Stage, hand: Hand, form: View) -> str:
    """What is told to whoever sends a form that stood open for long."""
    hand.reload()
    stage.slack.workspace.show_modal(replace(form, user=hand.user_id))
    typed = FILLED_IN.get(form.callback_id, {}) if form.blocks else {}
    outcome = interactions.send_submission(stage.slack.core, hand.fill(typed))
    return json.dumps([outcome.reply.body, outcome.errors], ensure_ascii=False)


def old_form(callback_id: str, meta: dict[str, Any]) -> View:
    metadata = json.dumps({"channel": CLOSED, **meta})
    return View(id="VOLD", hash="1", type="modal", user="UBOB", callback_id=callback_id, private_metadata=metadata)


# --- Bob, outside


@pytest.mark.parametrize("channel", [None, ELSEWHERE], ids=["direct message", "another channel"])
def test_every_command_is_answered_as_where_there_is_no_strategy(worlds, channel):
    acts = {each: lambda stage, hand, each=each: what(hand.command(each, channel=channel)) for each in TYPED}

    assert worlds.differences(acts) == []


def test_the_home_tab_what_is_said_and_files_are_answered_as_where_there_is_no_strategy(worlds):
    said = [*(each.removeprefix("/") for each in TYPED[::5]), "hello"]
    acts = {each: lambda stage, hand, each=each: said_to_the_app(hand, each) for each in said}
    file = Upload(name="tea.csv", content=b"Number,Title,Platform\nP1,Tea,x\n", mimetype="text/csv")

    assert worlds.differences({"home": lambda stage, hand: home_of(hand)}) == []
    assert worlds.differences(acts) == []
    assert worlds.differences({"file": lambda stage, hand: said_to_the_app(hand, "here", file)}) == []


def home_of(hand: Hand) -> str:
    hand.open_home()
    welcome = hand.wait_for(lambda: [each for each in hand.direct_messages() if "three steps" in each.text])[0]
    return json.dumps([hand.wait_for(lambda: hand.home).blocks, welcome.text], ensure_ascii=False)


def said_to_the_app(hand: Hand, text: str, *files: Upload) -> str:
    known = len(hand.direct_messages())
    hand.say(text, files=files)
    answer = hand.wait_for(lambda: [each for each in hand.direct_messages()[known:] if each.bot_id])[-1]
    return json.dumps([answer.text, answer.blocks], ensure_ascii=False)


def test_nobody_outside_was_told_anything_of_it(worlds, screens):
    told = {each.ts: each for each in worlds.secret.slack.hand("UBOB").direct_messages()}

    assert SECRET not in everything_shown(*told.values())


def test_every_press_is_answered_as_where_there_is_no_strategy(worlds, screens):
    old = {f"{name}:{value}" if value else name: a_button(name, value) for name, value in OLD_BUTTONS.items()}
    acts = {
        name: lambda stage, hand, name=name, block=block: what(pressed(hand, name, block, ELSEWHERE))
        for name, block in {**screens.buttons, **old}.items()
    }
    before = revisions(worlds.secret)

    assert worlds.differences(acts) == []
    assert revisions(worlds.secret) == before


def test_every_form_is_answered_as_where_there_is_no_strategy(worlds, screens):
    old = {name: old_form(name.partition("|")[0], meta) for name, meta in OLD_FORMS.items()}
    every = {
        **old,
        **{name: form for name, form in screens.forms.items() if name in worlds.secret.bot.listeners.submits},
    }
    acts = {name: lambda stage, hand, form=form: sent(stage, hand, form) for name, form in every.items()}
    before = revisions(worlds.secret)

    assert worlds.differences(acts) == []
    assert revisions(worlds.secret) == before


def test_no_press_and_no_form_was_left_out(worlds, screens):
    listeners = worlds.secret.bot.listeners
    names = {each.partition(":")[0] for each in (*screens.buttons, *OLD_BUTTONS)}
    walked = {each for each in listeners.presses if any(is_heard(each, name) for name in names)}

    assert sorted(set(listeners.presses) - walked) == sorted(NOT_ASKED)
    assert set(listeners.submits) - screens.forms.keys() - OLD_FORMS.keys() == set()


def is_heard(registered: str, name: str) -> bool:
    return name.startswith(registered) if registered.endswith(".") else name == registered
