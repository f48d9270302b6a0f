"""The controls within blocks: where they are, what they hold at first, and what a member's choice means.

A *choice* is plain: text, a number, an option's value or visible text, an id, or a list of these. A *value* is
what Slack puts into `state.values` and into `actions`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.team import Json

# type of element: (its field in the state, its field for the first value)
STATEFUL: Mapping[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}
PRESSED = ("button", "overflow", "feedback_buttons", "icon_button", "workflow_button")
CONTROLS = frozenset([*STATEFUL, *PRESSED])
LISTS = ("selected_options", "selected_users", "selected_conversations", "selected_channels", "files")


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.element.get("action_id", ""))

    @property
    def options(self) -> list[Json]:
        groups = self.element.get("option_groups") or []
        if self.element["type"] == "feedback_buttons":
            return [self.element["positive_button"], self.element["negative_button"]]
        return [*self.element.get("options", []), *(each for group in groups for each in group["options"])]

    @property
    def label(self) -> str:
        return text_of(self.element.get("text")) or text_of(self.block.get("label"))


def text_of(text: Any) -> str:
    return str(text.get("text", "")) if isinstance(text, dict) else str(text or "")


def controls(blocks: list[Json]) -> Iterator[Control]:
    """Every control, with the block that names it, in reading order."""
    for block in blocks:
        for element in _elements(block):
            yield Control(block=block, element=element)


def _elements(node: Any) -> Iterator[Json]:
    if isinstance(node, list):
        for each in node:
            yield from _elements(each)
    elif isinstance(node, dict):
        if node.get("type") in CONTROLS:
            yield node
        else:
            yield from _elements([each for each in node.values() if isinstance(each, dict | list)])


def identified(blocks: list[Json], new_id: Callable[[str], str]) -> list[Json]:
    """The blocks as Slack stores them: each with a `block_id`, each control with an `action_id`."""
    return [{**_named(block, new_id), "block_id": block.get("block_id") or new_id("b")} for block in blocks]


def _named(node: Any, new_id: Callable[[str], str]) -> Any:
    if isinstance(node, list):
        return [_named(each, new_id) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") in CONTROLS:
        return {**node, "action_id": node.get("action_id") or new_id("a")}
    return {key: _named(value, new_id) for key, value in node.items()}


def initial_state(blocks: list[Json], typed: Mapping[str, Mapping[str, Json]]) -> dict[str, dict[str, Json]]:
    """The values that a view starts with; *typed* wins where block, action and type are the same."""
    state: dict[str, dict[str, Json]] = {}
    for control in controls(blocks):
        if control.element["type"] in STATEFUL:
            held = typed.get(control.block_id, {}).get(control.action_id)
            is_same = held is not None and held["type"] == control.element["type"]
            value = held if held is not None and is_same else _first_value(control.element)
            state.setdefault(control.block_id, {})[control.action_id] = value
    return state


def _first_value(element: Json) -> Json:
    held_in, given_in = STATEFUL[element["type"]]
    value: Json = {"type": element["type"], held_in: element.get(given_in, [] if held_in in LISTS else None)}
    if element["type"] == "timepicker" and element.get("timezone"):
        value["timezone"] = element["timezone"]
    return value


def value_for(control: Control, choice: Any) -> Json:
    """The state's value for a member's plain choice; raises `LookupError` for an option that is not offered."""
    kind = control.element["type"]
    held_in, _ = STATEFUL[kind]
    return {**_first_value(control.element), held_in: _held(control, held_in, choice)}


def _held(control: Control, held_in: str, choice: Any) -> Any:
    if choice is None or choice == "":
        return [] if held_in in LISTS else None
    if held_in == "selected_option":
        return option_for(control, choice)
    if held_in == "selected_options":
        return [option_for(control, each) for each in _several(choice)]
    if held_in in LISTS:
        return _several(choice)
    return _scalar(control.element["type"], choice)


def _scalar(kind: str, choice: Any) -> Any:
    if kind == "datetimepicker":
        return int(choice.timestamp()) if isinstance(choice, datetime) else int(choice)
    if kind == "rich_text_input":
        return choice if isinstance(choice, dict) else rich_text(str(choice))
    return str(choice)


def rich_text(words: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "elements": [section]}


def _several(choice: Any) -> list[Any]:
    return list(choice) if isinstance(choice, list | tuple | set) else [choice]


def option_for(control: Control, choice: Any) -> Json:
    """The option that *choice* names by value or visible text; an external select takes a whole option."""
    if isinstance(choice, dict):
        return choice
    wanted = str(choice)
    for option in control.options:
        if wanted in (option.get("value"), text_of(option.get("text"))):
            return {key: option[key] for key in ("text", "value") if key in option}
    offered = [text_of(option.get("text")) for option in control.options]
    raise LookupError(f"{control.action_id} offers no {wanted!r}, only {offered}")


def is_empty(value: Json) -> bool:
    held_in, _ = STATEFUL[value["type"]]
    return value.get(held_in) in (None, "", [])
