"""Which control a member means, and what goes over the wire when it is used."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.elements import STATEFUL, Control, controls, option_for, text_of, value_for
from bot.sandbox.team import Json, Message, View


def find_control(source: Message | View, wanted: str, choice: Any) -> tuple[Control, Json]:
    """The control that *wanted* names, and the value to send for it."""
    every = list(controls(_blocks(source)))
    named = [each for each in every if each.action_id == wanted] or _by_value(every, wanted)
    if named:
        control = _the_one(wanted, named)
        return control, _value(control, wanted, choice)
    shown = [each for each in every if each.label == wanted] or [each for each in every if _offers(each, wanted)]
    control = _the_one(wanted, shown, every)
    return control, _value(control, wanted, choice)


def _blocks(source: Message | View) -> list[Json]:
    if isinstance(source, View):
        return source.blocks
    return [*source.blocks, *(block for each in source.attachments for block in each.get("blocks", []))]


def _by_value(every: list[Control], wanted: str) -> list[Control]:
    action_id, _, value = wanted.partition(":")
    same = [each for each in every if each.action_id == action_id]
    return [each for each in same if value == each.element.get("value") or _offers(each, value)]


def _offers(control: Control, wanted: str) -> bool:
    return any(wanted in (option.get("value"), text_of(option.get("text"))) for option in control.options)


def _the_one(wanted: str, found: list[Control], every: Sequence[Control] = ()) -> Control:
    if len(found) != 1:
        there = [f"{each.action_id} ({each.label})" for each in (found or every)]
        raise LookupError(f"{wanted!r} is there {len(found)} times; there are {there}")
    return found[0]


def _value(control: Control, wanted: str, choice: Any) -> Json:
    kind = control.element["type"]
    named = choice if choice is not None else wanted.removeprefix(f"{control.action_id}:")
    if kind in STATEFUL:
        value = value_for(control, None if choice is None and wanted == control.action_id else named)
        return {name: held for name, held in value.items() if name != "type"} | {"type": kind}
    if kind in ("overflow", "feedback_buttons"):
        option = option_for(control, named)
        return {"selected_option": option} if kind == "overflow" else {"value": option["value"], "text": option["text"]}
    return {"value": control.element["value"]} if "value" in control.element else {}


def find_input(view: View, name: str) -> Control:
    every = [each for each in controls(view.blocks) if each.element["type"] in STATEFUL]
    named = [each for each in every if each.block_id == name] or [each for each in every if each.action_id == name]
    return _the_one(name, named, every)


def find_by_action_id(source: Message | View, action_id: str) -> Control:
    every = list(controls(_blocks(source)))
    return _the_one(action_id, [each for each in every if each.action_id == action_id], every)
