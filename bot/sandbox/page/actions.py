"""What a member does on the page, as the app hears of it. The page sends exact controls and whole states,
where a `Hand` takes names and plain choices; the rest is the same."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox import happenings
from bot.sandbox.acting import interactions
from bot.sandbox.acting.hand import Answer, Hand
from bot.sandbox.acting.interactions import Outcome
from bot.sandbox.acting.required import form_errors
from bot.sandbox.core import Core
from bot.sandbox.elements import STATEFUL, Control, controls
from bot.sandbox.file_records import new_record
from bot.sandbox.page.clock import move_clock
from bot.sandbox.shapes import file_json
from bot.sandbox.team import Json, Message, Upload, View

States = Mapping[str, Mapping[str, Json]]
NAMES = ("type", "action_id", "block_id")


def answer_json(answer: Answer | Outcome) -> Json:
    acknowledged = answer.acknowledged if isinstance(answer, Answer) else answer.reply.acknowledged
    return {"acknowledged": acknowledged, "error": answer.error, "errors": answer.errors}


def command(core: Core, body: Json) -> Json:
    return answer_json(Hand(core, body["as"]).command(body["text"], channel=body["channel"]))


def say(core: Core, body: Json) -> Json:
    files = [_upload(each) for each in body.get("files", ())]
    hand = Hand(core, body["as"])
    thread_ts = body.get("thread_ts")
    return answer_json(hand.say(body["text"], channel=body["channel"], files=files, thread_ts=thread_ts))


def _upload(given: Json) -> Upload:
    return Upload(name=given["name"], content=base64.b64decode(given["content"]), mimetype=given["mimetype"])


def press(core: Core, body: Json) -> Json:
    """Send a press or a choice; `action` is the control with what it holds, `values` all that the surface holds."""
    source = _holding(core, body["as"], _source(core, body), body.get("values", {}))
    action: Json = body["action"]
    value = {name: held for name, held in action.items() if name not in NAMES and held is not None}
    control = _control(source, action["block_id"], action["action_id"], action.get("value"))
    if control.element["type"] in STATEFUL:
        value["type"] = control.element["type"]
    return answer_json(interactions.send_action(core, body["as"], source, control, value))


def suggest(core: Core, body: Json) -> Json:
    source = _source(core, body)
    control = _control(source, body["block_id"], body["action_id"])
    return {"options": interactions.ask_options(core, body["as"], source, control, body["value"])}


def _source(core: Core, body: Json) -> Message | View:
    found = _view(core, body) if "view_id" in body else core.workspace.message(body["channel"], body["ts"])
    if found is None:
        raise LookupError("what was pressed on is gone")
    return found


def _view(core: Core, body: Json) -> View | None:
    return core.workspace.find_view(lambda view: view.id == body["view_id"] and view.user == body["as"])


def _control(source: Message | View, block_id: str, action_id: str, value: str | None = None) -> Control:
    """The control of that name: in its block (cards and containers name theirs otherwise), with its value."""
    attached = [] if isinstance(source, View) else [each.get("blocks", []) for each in source.attachments]
    every = [each for blocks in (source.blocks, *attached) for each in controls(blocks)]
    named = [each for each in every if each.action_id == action_id]
    if not named:
        raise LookupError(f"there is no control {action_id}")
    return max(named, key=lambda each: (each.block_id == block_id, each.element.get("value") == value))


def _holding(core: Core, user: str, source: Message | View, values: States) -> Message | View:
    """*source* after the member filled it with *values*."""
    if isinstance(source, Message):
        core.workspace.message_states[(user, source.ts)] = {block: dict(held) for block, held in values.items()}
        return source
    filled = replace(source, state=_merged(source.state, values))
    core.workspace.replace_view(filled)
    return filled


def _merged(state: States, values: States) -> dict[str, dict[str, Json]]:
    return {
        block_id: {action_id: values.get(block_id, {}).get(action_id, held) for action_id, held in row.items()}
        for block_id, row in state.items()
    }


def submit(core: Core, body: Json) -> Json:
    view = _view(core, body)
    if view is None:
        raise LookupError("this form is closed")
    filled = _holding(core, body["as"], view, body["values"])
    assert isinstance(filled, View)  # noqa: S101 - a view went in
    errors = form_errors(filled)
    if errors:
        return answer_json(Outcome(errors=errors))
    return answer_json(interactions.send_submission(core, filled))


def close(core: Core, body: Json) -> Json:
    """Close the top form, or with `all` the whole stack."""
    if body.get("all"):
        return answer_json(_close_all(core, body["as"]))
    return answer_json(Hand(core, body["as"]).close())


def _close_all(core: Core, user: str) -> Outcome:
    outcome = Outcome()
    stack = list(core.workspace.modals.get(user, []))
    for view in stack[:1]:
        core.workspace.close_modal(view, whole_stack=True)
    for view in reversed([each for each in stack if each.notify_on_close]):
        outcome = interactions.send_closing(core, view, is_cleared=True)
    return outcome


def upload(core: Core, body: Json) -> Json:
    """Keep the files of a file input, until its form is sent."""
    records = [
        new_record(core, each.name, each.content, user=body["as"], mimetype=each.mimetype)
        for each in map(_upload, body["files"])
    ]
    for record in records:
        core.workspace.put_file(record)
    return {"files": [file_json(core, record) for record in records]}


def home(core: Core, body: Json) -> Json:
    Hand(core, body["as"]).open_home()
    return {}


def reloaded(core: Core, body: Json) -> Json:
    Hand(core, body["as"]).reload()
    return {}


def faults(core: Core, body: Json) -> Json:
    """Order faults for the next calls of a method or the next events of a type, or forget all of them."""
    if body.get("clear"):
        core.faults.clear()
    elif body.get("is_event"):
        core.faults.plan_event(body["method"], *[body["fault"]] * body["times"])
    else:
        core.faults.plan(body["method"], body["fault"], times=body["times"])
    core.workspace.touch()
    return {}


def people(core: Core, body: Json) -> Json:
    """Let `user` into a channel, or out of it; of a private one only those who are in it decide."""
    channel, user = core.workspace.channels[body["channel"]], core.workspace.members[body["user"]]
    if channel.is_direct or (channel.kind == "private" and body["as"] not in channel.members):
        raise LookupError("who is in this conversation is not yours to say")
    act = happenings.join if body["is_in"] else happenings.leave
    if body["is_in"] != (user.id in channel.members):
        act(core, user.id, channel.id)
    return {}


def private(core: Core, body: Json) -> Json:
    """Make a public channel private, for good."""
    happenings.make_private(core, body["channel"])
    return {}


ACTIONS: Mapping[str, Any] = {
    "command": command,
    "say": say,
    "press": press,
    "suggest": suggest,
    "submit": submit,
    "close": close,
    "upload": upload,
    "home": home,
    "reloaded": reloaded,
    "faults": faults,
    "clock": move_clock,
    "people": people,
    "private": private,
}
