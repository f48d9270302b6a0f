"""From Slack's payloads to turns and back: what happens with a command, a press, a form, an event.

A feature registers functions of two values: a `Turn` and what was typed (`str`), pressed (`Press`) or filled in
(`Form`). Each returns a `Reply`. Refusals become answers in words, bugs an apology with a reference; what was
typed comes back with both.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from threading import Lock, Timer
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.language import unescaped
from bot.ports import Outgoing
from handlers.answering import answer_member, answer_view, apology_reply, refusal_view
from handlers.context import House, Turn
from handlers.hints import Hints
from handlers.payloads import Form, PickedMessage, Press, Reply, View, channel_of, form_of, picked_of, press_of
from handlers.slack.errors import TRANSPORT

OnCommand = Callable[[Turn, str], Reply]
OnPress = Callable[[Turn, Press], Reply]
OnShortcut = Callable[[Turn, PickedMessage], Reply]
OnSubmit = Callable[[Turn, Form], Reply]
OnEvent = Callable[[House, dict[str, Any]], None]
Render = Callable[[House, Delivery, datetime], Outgoing | None]
"""The message that a delivery stands for, as it should read now; None when there is nothing to say any more."""
HomeView = Callable[[Turn], View]

PATIENCE = 2.4
"""Seconds after which what was done is acknowledged without its answer: Slack takes that for three only."""


class Receipt:
    """The acknowledgement of a command or a press: with the answer, or before it where that takes too long."""

    def __init__(self, ack: Ack, patience: float) -> None:
        self._ack = ack
        self._is_given = False
        self._lock = Lock()
        self._timer = Timer(patience, self.give)
        self._timer.daemon = True
        self._timer.start()

    def give(self, **answer: Any) -> bool:  # Any: what Bolt takes
        """Whether *answer* went along with it; else Slack has its acknowledgement already."""
        self._timer.cancel()
        with self._lock:
            if self._is_given:
                return False
            self._ack(**answer)
            self._is_given = True
        return True


class Listeners:
    """Registers a feature's functions with Bolt, and keeps what is registered so that it can be checked."""

    def __init__(self, app: App, house: House) -> None:
        self.app = app
        self.house = house
        self.patience = PATIENCE
        self.commands: dict[str, OnCommand] = {}
        self.presses: dict[str, OnPress] = {}
        self.shortcuts: dict[str, OnShortcut] = {}
        self.submits: dict[str, OnSubmit] = {}
        self.events: dict[str, OnEvent] = {}
        self.reminders: dict[ReminderKind, Render] = {}
        self.home_view: HomeView | None = None
        self.hints = Hints()

    def command(self, name: str, on_command: OnCommand) -> None:
        """*name* without its slash."""
        self.commands[name] = on_command
        self.app.command(f"/{name}")(partial(_on_command, self, on_command))

    def press(self, action_id: str, on_press: OnPress) -> None:
        """*action_id* whole, or a prefix that ends in a full stop: `post.pick.` also hears `post.pick.3`."""
        pattern = re.compile(re.escape(action_id) + (".*" if action_id.endswith(".") else "$"))
        self.presses[action_id] = on_press
        self.app.action(pattern)(partial(_on_press, self, on_press))

    def message_shortcut(self, callback_id: str, on_shortcut: OnShortcut) -> None:
        """Offered on every message, also where the bot is not."""
        self.shortcuts[callback_id] = on_shortcut
        self.app.shortcut(callback_id)(partial(_on_shortcut, self, on_shortcut))

    def submit(self, callback_id: str, on_submit: OnSubmit) -> None:
        self.submits[callback_id] = on_submit
        self.app.view(callback_id)(partial(_on_submit, self, on_submit))

    def reminder(self, kind: ReminderKind, render: Render) -> None:
        self.reminders[kind] = render

    def home(self, view: HomeView) -> None:
        """*view* draws the Home tab; it is published again after whatever is done there."""
        self.home_view = view

    def event(self, name: str, on_event: OnEvent) -> None:
        """Events have nobody to answer: *on_event* gets the house and the event itself."""
        self.events[name] = on_event
        self.app.event(name)(partial(_on_event, self.house, on_event))


def _on_command(on: Listeners, act: OnCommand, ack: Ack, command: dict[str, Any], client: WebClient) -> None:
    receipt = Receipt(ack, on.patience)
    text = command.get("text") or ""
    typed = unescaped(f"{command['command']} {text}".strip())
    who, where = command["user_id"], command["channel_id"]
    turn, reply = answer_member(on.house, who, where, lambda turn: act(turn, text), typed=typed, is_there=True)
    view, trigger_id = reply.modal, command["trigger_id"]
    if view is not None:
        reply = _opened(turn, reply, lambda: client.views_open(trigger_id=trigger_id, view=view), typed=typed)
    if reply.plain_blocks:
        _respond(client, command["response_url"], reply)
        receipt.give()
    elif not reply.text:
        receipt.give()
    elif not receipt.give(text=reply.spoken, blocks=list(reply.blocks), response_type="ephemeral"):
        _respond(client, command["response_url"], reply)
    on.house.nudge()


def _opened(turn: Turn, reply: Reply, show: Callable[[], object], *, typed: str = "") -> Reply:
    """*reply*, once its form is on the screen; what was typed comes back when Slack does not open it."""
    try:
        show()
    except TRANSPORT as failure:
        if reply.is_hint:
            return reply
        return apology_reply(turn, failure, typed=typed)
    return reply


def _on_press(on: Listeners, act: OnPress, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    receipt = Receipt(ack, on.patience)
    press = press_of(body)
    here = channel_of(body)
    where = here or str(press.meta.get("channel", ""))
    turn, reply = answer_member(on.house, body["user"]["id"], where, lambda turn: act(turn, press), is_there=bool(here))
    shown = _opened(turn, reply, lambda: _show_answer(on, client, body, press, reply, turn))
    if shown is not reply and body.get("response_url"):
        _respond(client, body["response_url"], shown)
    receipt.give()
    _after(on, turn, home=press.from_home and reply.modal is None)  # a form that opens changes nothing yet


def _show_answer(
    on: Listeners, client: WebClient, body: dict[str, Any], press: Press, reply: Reply, turn: Turn
) -> None:
    in_modal = bool(press.view_id) and not press.from_home
    if reply.modal is not None and reply.is_hint:
        on.hints.show(client, press, reply.modal)
    elif reply.modal is not None:
        _show_modal(client, body, press, reply.modal, in_place=reply.in_place and in_modal, push=in_modal)
    if not reply.text:
        return
    if in_modal and reply.modal is None:
        view = refusal_view(turn, reply)
        client.views_push(trigger_id=body["trigger_id"], view=view)
    elif press.from_home and reply.modal is None:
        client.views_open(trigger_id=body["trigger_id"], view=answer_view(turn, reply))
    elif body.get("response_url"):
        _respond(client, body["response_url"], reply)
    else:
        client.chat_postMessage(channel=turn.member.id, text=reply.spoken, blocks=list(reply.blocks) or None)


def _show_modal(
    client: WebClient, body: dict[str, Any], press: Press, modal: View, *, in_place: bool, push: bool
) -> None:
    if in_place:
        client.views_update(view_id=press.view_id, hash=press.view_hash, view=modal)
    elif push:
        client.views_push(trigger_id=body["trigger_id"], view=modal)
    else:
        client.views_open(trigger_id=body["trigger_id"], view=modal)


def _respond(client: WebClient, url: str, reply: Reply) -> None:
    hook = WebhookClient(url, ssl=client.ssl, proxy=client.proxy, timeout=10)
    for blocks in (reply.blocks, reply.plain_blocks):
        sent = hook.send(
            text=reply.spoken,
            blocks=list(blocks) or None,
            replace_original=reply.in_place,
            response_type="ephemeral",
        )
        if sent.status_code == 200 or not reply.plain_blocks:
            return


def _on_shortcut(on: Listeners, act: OnShortcut, ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
    """Answered in a modal: nobody is to read an answer where the message stands."""
    receipt = Receipt(ack, on.patience)
    picked = picked_of(shortcut)
    turn, reply = answer_member(on.house, shortcut["user"]["id"], picked.channel_id, lambda turn: act(turn, picked))
    view = reply.modal or answer_view(turn, reply)
    _opened(turn, reply, lambda: client.views_open(trigger_id=shortcut["trigger_id"], view=view))
    receipt.give()


def _on_submit(on: Listeners, act: OnSubmit, ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
    form = form_of(view)
    where = str(form.meta.get("channel", ""))
    turn, reply = answer_member(on.house, body["user"]["id"], where, lambda turn: act(turn, form))
    if reply.errors:
        ack(response_action="errors", errors=dict(reply.errors))
    elif reply.modal is not None:
        ack(response_action="update", view=reply.modal)
    elif reply.text:
        ack(response_action="push", view=refusal_view(turn, reply))
    else:
        ack(response_action="clear")
    _after(on, turn, home=bool(form.meta.get("home")))


def _after(on: Listeners, turn: Turn, *, home: bool) -> None:
    if home and on.home_view is not None:
        on.house.publish_home(turn.member.id, on.home_view(turn))
    on.house.nudge()


def _on_event(house: House, act: Callable[[House, dict[str, Any]], None], ack: Ack, event: dict[str, Any]) -> None:
    ack()
    act(house, event)
    house.nudge()
