"""From Slack's payloads to turns and back: the raw dictionaries stop here.

A feature registers functions of two values: a `Turn` and what was typed (`str`), pressed (`Press`) or filled in
(`Form`). Each returns a `Reply`. Refusals become answers in words, bugs an apology with a reference; what was
typed comes back with both.
"""

import logging
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import orjson
from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.domain.deliveries import Delivery
from bot.domain.errors import Conflict, UserError
from bot.domain.people import ReminderKind
from bot.language import unescaped
from bot.ports import Outgoing
from handlers.context import House, Turn, turn_of
from handlers.slack_errors import TRANSPORT
from handlers.views.replies import apology, refusal

logger = logging.getLogger(__name__)

Blocks = Sequence[dict[str, Any]]
View = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the member sees next.

    *text* and *blocks*: a message only they see; *plain_blocks* stand in where Slack does not know a block of
    *blocks* yet. *modal*: a view to open (over an open modal: to push; after a
    submit: to put in its place). *in_place*: the message or view that was pressed becomes this one.
    *errors*: block id → what is wrong with that field, and the modal stays open. *is_hint*: it may come too late
    to be shown, and nobody misses it.
    """

    text: str = ""
    blocks: Blocks = ()
    plain_blocks: Blocks = ()
    modal: View | None = None
    in_place: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    is_hint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button, menu or picker that was used. *value* is its value or the chosen option's, date or member.

    *meta* and *values* are those of the modal it stands in, which is *shown*; *from_home* tells the Home tab. A message
    that only the member sees (*from_ephemeral*) is changed by the reply (`in_place`); a reminder is changed by
    the next tick, because everybody who got it sees the same.
    """

    action_id: str
    value: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)
    view_id: str = ""
    view_hash: str = ""
    from_home: bool = False
    from_ephemeral: bool = False
    message_ts: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A submitted modal. *values*: block id → plain value (text, option value, list of them, member id, bool…)."""

    callback_id: str
    values: Mapping[str, Any]
    meta: Mapping[str, Any] = field(default_factory=dict)

    def text(self, block_id: str) -> str:
        return str(self.values.get(block_id) or "").strip()


OnCommand = Callable[[Turn, str], Reply]
OnPress = Callable[[Turn, Press], Reply]
OnSubmit = Callable[[Turn, Form], Reply]
OnEvent = Callable[[House, dict[str, Any]], None]
Render = Callable[[House, Delivery, datetime], Outgoing | None]
"""The message that a delivery stands for, as it should read now; None when there is nothing to say any more."""
HomeView = Callable[[Turn], View]


def meta_of(view: Mapping[str, Any]) -> dict[str, Any]:
    """The `private_metadata` of a view as a dictionary. It is no authorisation: check again at submit."""
    try:
        found = orjson.loads(view.get("private_metadata") or "{}")
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def plain_value(element: Mapping[str, Any]) -> Any:
    """What a member entered in one element of a view's state, as text, list of texts or None."""
    for key in ("value", "selected_date", "selected_time", "selected_date_time", "selected_user", "selected_channel"):
        if key in element:
            return element[key]
    for key in ("selected_users", "selected_channels", "selected_conversations", "files"):
        if key in element:
            return element[key]
    if "selected_options" in element:
        return [option["value"] for option in element["selected_options"] or ()]
    chosen = element.get("selected_option")
    return chosen["value"] if chosen else element.get("selected_conversation")


def plain_values(view: Mapping[str, Any]) -> dict[str, Any]:
    state = view.get("state", {}).get("values", {})
    return {block_id: plain_value(element) for block_id, by_id in state.items() for element in by_id.values()}


class Listeners:
    """Registers a feature's functions with Bolt, and keeps what is registered so that it can be checked."""

    def __init__(self, app: App, house: House) -> None:
        self.app = app
        self.house = house
        self.commands: dict[str, OnCommand] = {}
        self.presses: dict[str, OnPress] = {}
        self.submits: dict[str, OnSubmit] = {}
        self.events: dict[str, OnEvent] = {}
        self.reminders: dict[ReminderKind, Render] = {}
        self.home_view: HomeView | None = None

    def command(self, name: str, on_command: OnCommand) -> None:
        """*name* without its slash."""
        self.commands[name] = on_command
        self.app.command(f"/{name}")(partial(_on_command, self.house, on_command))

    def press(self, action_id: str, on_press: OnPress) -> None:
        """*action_id* whole, or a prefix that ends in a full stop: `post.pick.` also hears `post.pick.3`."""
        pattern = re.compile(re.escape(action_id) + (".*" if action_id.endswith(".") else "$"))
        self.presses[action_id] = on_press
        self.app.action(pattern)(partial(_on_press, self, on_press))

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


def _on_command(house: House, act: OnCommand, ack: Ack, command: dict[str, Any], client: WebClient) -> None:
    turn = turn_of(house, command["user_id"], command["channel_id"])
    typed = unescaped(f"{command['command']} {command.get('text') or ''}".strip())
    reply = answered(turn, lambda: act(turn, command.get("text") or ""), typed=typed)
    view, trigger_id = reply.modal, command["trigger_id"]
    if view is not None:
        reply = _opened(turn, reply, lambda: client.views_open(trigger_id=trigger_id, view=view), typed=typed)
    if reply.plain_blocks:
        _respond(client, command["response_url"], reply)
        ack()
    elif reply.text:
        ack(text=reply.text, blocks=list(reply.blocks), response_type="ephemeral")
    else:
        ack()
    house.nudge()


VIEW = ("type", "callback_id", "title", "submit", "close", "blocks", "private_metadata")
"""What of a view is sent again where a part of it changes."""


def _opened(turn: Turn, reply: Reply, show: Callable[[], object], *, typed: str = "") -> Reply:
    """*reply*, once its form is on the screen; what was typed comes back when Slack does not open it."""
    try:
        show()
    except TRANSPORT as failure:
        if reply.is_hint:
            return reply
        return _apology(turn, failure, typed=typed)
    return reply


def _on_press(on: Listeners, act: OnPress, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    action, view = body["actions"][0], body.get("view") or {}
    channel_id = (body.get("channel") or {}).get("id", "")
    press = Press(
        action_id=action["action_id"],
        value=str(plain_value(action) or ""),
        values=plain_values(view),
        meta=meta_of(view),
        view_id=view.get("id", ""),
        view_hash=view.get("hash", ""),
        from_home=view.get("type") == "home",
        from_ephemeral=bool((body.get("container") or {}).get("is_ephemeral")),
        message_ts=(body.get("message") or {}).get("ts", ""),
        shown={name: view[name] for name in VIEW if view.get(name)} if view.get("type") == "modal" else {},
    )
    turn = turn_of(on.house, body["user"]["id"], channel_id or str(press.meta.get("channel", "")))
    reply = answered(turn, lambda: act(turn, press))
    shown = _opened(turn, reply, lambda: _show_pressed(client, body, press, reply, turn))
    if shown is not reply and body.get("response_url"):
        _respond(client, body["response_url"], shown)
    ack()
    _after(on, turn, home=press.from_home and reply.modal is None)  # a form that opens changes nothing yet


def _show_pressed(client: WebClient, body: dict[str, Any], press: Press, reply: Reply, turn: Turn) -> None:
    in_modal = bool(press.view_id) and not press.from_home
    if reply.modal is not None:
        _show_modal(client, body, press, reply.modal, in_place=reply.in_place and in_modal, push=in_modal)
    if not reply.text:
        return
    if in_modal and reply.modal is None:
        view = refusal_view(turn, reply)
        client.views_push(trigger_id=body["trigger_id"], view=view)
    elif body.get("response_url"):
        _respond(client, body["response_url"], reply)
    else:
        client.chat_postMessage(channel=turn.member.id, text=reply.text, blocks=list(reply.blocks) or None)


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
            text=reply.text,
            blocks=list(blocks) or None,
            replace_original=reply.in_place,
            response_type="ephemeral",
        )
        if sent.status_code == 200 or not reply.plain_blocks:
            return


def _on_submit(on: Listeners, act: OnSubmit, ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
    meta = meta_of(view)
    form = Form(callback_id=view["callback_id"], values=plain_values(view), meta=meta)
    turn = turn_of(on.house, body["user"]["id"], str(meta.get("channel", "")))
    reply = answered(turn, lambda: act(turn, form))
    if reply.errors:
        ack(response_action="errors", errors=dict(reply.errors))
    elif reply.modal is not None:
        ack(response_action="update", view=reply.modal)
    elif reply.text:
        ack(response_action="push", view=refusal_view(turn, reply))
    else:
        ack(response_action="clear")
    _after(on, turn, home=bool(meta.get("home")))


def _after(on: Listeners, turn: Turn, *, home: bool) -> None:
    if home and on.home_view is not None:
        on.house.publish_home(turn.member.id, on.home_view(turn))
    on.house.nudge()


def _on_event(house: House, act: Callable[[House, dict[str, Any]], None], ack: Ack, event: dict[str, Any]) -> None:
    ack()
    act(house, event)
    house.nudge()


def answered(turn: Turn, act: Callable[[], Reply], *, typed: str = "") -> Reply:
    """What *act* replies; a refusal in words, or an apology with a reference for a bug.

    Somebody faster is retried once: the second reading sees what they wrote.
    """
    try:
        try:
            return act()
        except Conflict:
            return act()
    except UserError as error:
        return refusal_reply(turn, error, typed)
    except Conflict:
        return refusal_reply(turn, UserError("conflict"), typed)
    except Exception as bug:  # the border: whatever went wrong, the member gets an answer and the log the traceback
        return _apology(turn, bug, typed=typed)


def _apology(turn: Turn, bug: Exception, *, typed: str = "") -> Reply:
    reference = secrets.token_hex(2)
    logger.error("bug %s", reference, exc_info=bug)
    text, blocks = apology(turn.t, reference=reference, typed=typed)
    return Reply(text=text, blocks=blocks)


def refusal_reply(turn: Turn, error: UserError, typed: str = "") -> Reply:
    text, blocks = refusal(turn.t, error, typed=typed)
    return Reply(text=text, blocks=blocks)


def refusal_view(turn: Turn, reply: Reply) -> View:
    """A refusal over an open modal: going back finds everything as it was typed."""
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": turn.t("modal-notice-title")},
        "close": {"type": "plain_text", "text": turn.t("button-back")},
        "blocks": list(reply.blocks) or [{"type": "section", "text": {"type": "plain_text", "text": reply.text}}],
    }
