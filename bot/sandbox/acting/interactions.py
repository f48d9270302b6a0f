"""What members do, as Slack tells the app of it, and what the acknowledgement makes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.sandbox import limits
from bot.sandbox.acting.typed_text import marked_up
from bot.sandbox.core import Core
from bot.sandbox.deliveries import Kind, Reply
from bot.sandbox.drawing import draw_modal, redraw
from bot.sandbox.elements import STATEFUL, Control, controls
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import message_json, view_json
from bot.sandbox.team import Channel, Json, Message, View
from bot.sandbox.transport.response_urls import ResponseUrl, issue_response_url, show_answer

PAINS = {"timeout": "operation_timeout", "http_timeout": "operation_timeout", "http_error": "http_error"}


@dataclass(slots=True, kw_only=True)
class Outcome:
    """*error* is what Slack would show the member (`operation_timeout`, `dispatch_failed`, …), if anything."""

    reply: Reply = field(default_factory=lambda: Reply(acknowledged=True))
    error: str | None = None
    errors: dict[str, str] = field(default_factory=dict)


def send_command(core: Core, user: str, channel: Channel, typed: str) -> Outcome:
    """A slash command, for example `/post add tea`; unknown commands never reach the app."""
    name, _, words = typed.strip().partition(" ")
    known = core.app.command(name)
    if known is None or core.app.is_removed:
        return Outcome(reply=Reply(acknowledged=False), error="invalid_command")
    text = marked_up(core.workspace, words.strip(), with_names=True) if known.should_escape else words.strip()
    hook = ResponseUrl(user=user, channel=channel.id, issued=core.clock.mark())
    payload = _command_payload(core, user, channel, name, text)
    return _exchange(core, "slash_commands", payload, lambda body: _show_command_answer(core, hook, body))


def _command_payload(core: Core, user: str, channel: Channel, name: str, text: str) -> Json:
    return {
        "token": core.app.verification_token,
        "team_id": core.workspace.team.id,
        "team_domain": core.workspace.team.domain,
        "channel_id": channel.id,
        "channel_name": {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name),
        "user_id": user,
        "user_name": core.workspace.members[user].name,
        "command": name,
        "text": text,
        "api_app_id": core.app.app_id,
        "is_enterprise_install": "false",
        "response_url": issue_response_url(core, user=user, channel=channel.id),
        "trigger_id": core.triggers.issue(user),
    }


def _show_command_answer(core: Core, hook: ResponseUrl, body: Json) -> Outcome:
    if not any(body.get(part) for part in ("text", "blocks", "attachments")):
        return Outcome()
    fault = limits.check_message(body)
    if fault is not None:
        return Outcome(error=f"invalid_command_response: {fault.error}")
    show_answer(core, hook, body)
    return Outcome()


def send_action(core: Core, user: str, source: Message | View, control: Control, value: Json) -> Outcome:
    """A press or a choice on a message or a view."""
    payload = _interaction(core, "block_actions", user) | _source(core, user, source)
    payload["actions"] = [_action(core, control, value)]
    return _exchange(core, "interactive", payload, lambda body: Outcome())


def _action(core: Core, control: Control, value: Json) -> Json:
    element = control.element
    said: Json = {name: element[name] for name in ("text", "style", "placeholder") if name in element}
    action_ts = core.workspace.next_ts(core.clock.now())
    return {
        "type": element["type"],
        "action_id": control.action_id,
        "block_id": control.block_id,
        **said,
        **value,
        "action_ts": action_ts,
    }


def _source(core: Core, user: str, source: Message | View) -> Json:
    if isinstance(source, View):
        shown = view_json(core, source)
        container = {"type": "view", "view_id": source.id}
        trigger_id = core.triggers.issue(user, view_id=source.id if source.type == "modal" else None)
        return {"container": container, "view": shown, "trigger_id": trigger_id}
    channel = core.workspace.channels[source.channel]
    name = "directmessage" if channel.kind == "im" else channel.name
    state = core.workspace.message_states.get((user, source.ts), {})
    return {
        "container": _message_container(source),
        "channel": {"id": channel.id, "name": name},
        "message": message_json(core, source),
        "state": {"values": state},
        "response_url": issue_response_url(core, user=user, channel=channel.id, source=source),
        "trigger_id": core.triggers.issue(user),
    }


def _message_container(source: Message) -> Json:
    container: Json = {
        "type": "message",
        "message_ts": source.ts,
        "channel_id": source.channel,
        "is_ephemeral": source.ephemeral_to is not None,
    }
    return container | ({"thread_ts": source.thread_ts} if source.thread_ts else {})


def send_submission(core: Core, view: View) -> Outcome:
    payload = _interaction(core, "view_submission", view.user) | {
        "trigger_id": core.triggers.issue(view.user, view_id=view.id),
        "view": view_json(core, view),
        "response_urls": _response_urls(core, view),
    }
    return _exchange(core, "interactive", payload, lambda body: _take_submission(core, view, body))


def _response_urls(core: Core, view: View) -> list[Json]:
    """One for each conversation chosen in a select with `response_url_enabled`."""
    urls = []
    for control in controls(view.blocks):
        if control.element.get("response_url_enabled"):
            value = view.state[control.block_id][control.action_id]
            chosen = value.get(STATEFUL[value["type"]][0])
            url = issue_response_url(core, user=view.user, channel=chosen) if chosen else None
            ids = {"block_id": control.block_id, "action_id": control.action_id}
            urls.append({**ids, "channel_id": chosen, "response_url": url})
    return [each for each in urls if each["response_url"]]


def _take_submission(core: Core, view: View, body: Json) -> Outcome:
    action = body.get("response_action")
    if action == "errors":
        return _show_errors(view, body.get("errors") or {})
    try:
        _follow(core, view, action, body)
    except Refusal as refusal:
        return Outcome(error=refusal.error)
    return Outcome()


def _follow(core: Core, view: View, action: str | None, body: Json) -> None:
    if action == "update":
        core.workspace.replace_view(redraw(core, body.get("view"), view))
    elif action == "push":
        core.workspace.show_modal(draw_modal(core, body.get("view"), view.user, below=view), on_top=True)
    elif action in (None, "clear"):
        core.workspace.close_modal(view, whole_stack=action == "clear")
    else:
        raise Refusal("invalid_response_action")


def _show_errors(view: View, errors: dict[str, str]) -> Outcome:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers or not errors:
        return Outcome(error=f"invalid_errors: no input block {', '.join(strangers)}")
    return Outcome(errors=errors)


def send_closing(core: Core, view: View, *, is_cleared: bool = False) -> Outcome:
    payload = _interaction(core, "view_closed", view.user)
    payload |= {"view": view_json(core, view), "is_cleared": is_cleared}
    return _exchange(core, "interactive", payload, lambda body: Outcome())


def send_shortcut(core: Core, user: str, callback_id: str, message: Message | None = None) -> Outcome:
    """A global shortcut, or one on a message."""
    payload = _interaction(core, "shortcut" if message is None else "message_action", user)
    payload |= {"callback_id": callback_id, "action_ts": core.workspace.next_ts(core.clock.now())}
    payload["trigger_id"] = core.triggers.issue(user)
    if message is not None:
        source = _source(core, user, message)
        payload |= {name: source[name] for name in ("channel", "message", "response_url")}
        payload["message_ts"] = message.ts
    return _exchange(core, "interactive", payload, lambda body: Outcome())


def ask_options(core: Core, user: str, source: Message | View, control: Control, typed: str) -> list[Json]:
    """The options that the app suggests for an external select."""
    payload = _interaction(core, "block_suggestion", user) | _source(core, user, source)
    payload |= {"action_id": control.action_id, "block_id": control.block_id, "value": typed}
    outcome = _exchange(core, "interactive", payload, lambda body: Outcome())
    groups = outcome.reply.body.get("option_groups") or []
    return [*outcome.reply.body.get("options", []), *(each for group in groups for each in group["options"])]


def _interaction(core: Core, kind: str, user: str) -> Json:
    team, member = core.workspace.team, core.workspace.members[user]
    return {
        "type": kind,
        "team": {"id": team.id, "domain": team.domain},
        "user": {"id": user, "username": member.name, "name": member.name, "team_id": team.id},
        "api_app_id": core.app.app_id,
        "token": core.app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _exchange(core: Core, kind: Kind, payload: Json, show: Callable[[Json], Outcome]) -> Outcome:
    shown: list[Outcome] = []

    def take(reply: Reply) -> None:
        shown.append(show(reply.body) if reply.acknowledged else Outcome(error=_pain(reply)))

    reply = core.deliveries.interact(kind, payload, take)
    return replace(shown[0], reply=reply)


def _pain(reply: Reply) -> str:
    return PAINS.get(reply.failure or "", "dispatch_failed")


def remember_choice(core: Core, user: str, source: Message | View, control: Control, value: Any) -> Message | View:
    """Keep a member's choice in the state of the view or the message, and give the source with it."""
    if isinstance(source, View):
        state = {**source.state, control.block_id: {**source.state[control.block_id], control.action_id: value}}
        view = replace(source, state=state)
        core.workspace.replace_view(view)
        return view
    states = core.workspace.message_states.setdefault((user, source.ts), {})
    states.setdefault(control.block_id, {})[control.action_id] = value
    return source
