"""Block elements: what stands inside of section, actions, input, context and card blocks.

Figures: docs.slack.dev/reference/block-kit/block-elements, one page per element (button-element,
select-menu-element, multi-select-menu-element, overflow-menu-element, date-picker-element, ...). An overflow
menu holds 1 to 5 options, checkboxes and radio buttons 1 to 10, a menu 1 to 100.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.sandbox.limits import composition as parts
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.rich_text import rich_text_block
from bot.sandbox.limits.shapes import (
    Check,
    anything,
    boolean,
    exactly_one,
    integer,
    items,
    one_of,
    pattern,
    record,
    string,
    url,
)

ACTION_ID = string(255, least=1)
_DECIMAL = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?"
_id = string(255, least=1)


def _element(needs: Sequence[str] = (), rules: Sequence[Check] = (), /, **fields: Check) -> Check:
    return record({"type": anything, "action_id": ACTION_ID, **fields}, needs=needs, rules=rules)


def _input(needs: Sequence[str] = (), rules: Sequence[Check] = (), /, **fields: Check) -> Check:
    common = {
        "dispatch_action_config": parts.dispatch_action_config,
        "focus_on_load": boolean,
        "placeholder": parts.plain_text(150),
    }
    return _element(needs, rules, **common, **fields)


def _picker(rules: Sequence[Check] = (), /, **fields: Check) -> Check:
    common = {"confirm": parts.confirm, "focus_on_load": boolean, "placeholder": parts.plain_text(150)}
    return _element((), rules, **common, **fields)


def _multi(rules: Sequence[Check] = (), /, **fields: Check) -> Check:
    return _picker(rules, max_selected_items=integer(1), **fields)


def _initial_among_options(value: Any, path: str) -> Iterator[str]:
    """A rule: what is chosen at first is one of what can be chosen."""
    offered = list(value.get("options", ()))
    for group in value.get("option_groups", ()):
        offered += group["options"]
    if "initial_option" in value and value["initial_option"] not in offered:
        yield line("initial option was not found in the options", f"{path}/initial_option")
    for place, chosen in enumerate(value.get("initial_options", ())):
        if chosen not in offered:
            yield line("initial option was not found in the options", f"{path}/initial_options/{place}")


def _length_bounds(value: Any, path: str) -> Iterator[str]:
    least, most = value.get("min_length", 0), value.get("max_length", 3000)
    if least > most:
        yield line("min_length must not be greater than max_length", f"{path}/min_length")
    if len(value.get("initial_value", "")) > most:
        yield line(f"must be less than {most + 1} characters", f"{path}/initial_value")


def _number_bounds(value: Any, path: str) -> Iterator[str]:
    least, most = float(value.get("min_value", "-inf")), float(value.get("max_value", "inf"))
    if least > most:
        yield line("min_value must not be greater than max_value", f"{path}/min_value")
    elif not least <= float(value.get("initial_value", least)) <= most:
        yield line("must be between min_value and max_value", f"{path}/initial_value")


def _line_bounds(value: Any, path: str) -> Iterator[str]:
    if value.get("min_lines", 1) > value.get("max_lines", 100):
        yield line("min_lines must not be greater than max_lines", f"{path}/min_lines")


_options = {
    "options": items(parts.menu_option, least=1, most=100),
    "option_groups": items(parts.option_group, least=1, most=100),
}
_menu_rules = [exactly_one("options", "option_groups"), _initial_among_options]
_decimal = pattern(_DECIMAL, said="must be a numeric string")
_date = pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", said="must be in the format YYYY-MM-DD")
_time = pattern(r"([01]\d|2[0-3]):[0-5]\d", said="must be in the format HH:mm")
_external = {"min_query_length": integer(0)}
_conversations = {"default_to_current_conversation": boolean, "filter": parts.conversation_filter}
_boxes = {"options": items(parts.box_option, least=1, most=10)}

_button = {
    "text": parts.plain_text(75),
    "style": one_of("primary", "danger"),
    "confirm": parts.confirm,
    "accessibility_label": string(75),
}


def _feedback() -> Check:
    fields = {"text": parts.plain_text(75), "value": string(2000), "accessibility_label": string(75)}
    return record(fields, needs=["text", "value"])


def _prompt_is_there(value: Any, path: str) -> Iterator[str]:
    if "agent_prompt_display" in value and "agent_prompt" not in value:
        yield line("missing required field: agent_prompt", path)


image = record(
    {
        "type": anything,
        "alt_text": string(2000, least=1),
        "image_url": url(3000),
        "slack_file": parts.slack_file,
    },
    needs=["alt_text"],
    rules=[exactly_one("image_url", "slack_file")],
)

button = _element(
    ["text"],
    [_prompt_is_there],
    url=url(3000),
    value=string(2000),
    agent_prompt=string(4000),
    agent_prompt_display=string(),
    **_button,
)

ELEMENTS: Mapping[str, Check] = {
    "button": button,
    "workflow_button": _element(["text", "workflow"], workflow=parts.workflow, **_button),
    "overflow": _element(["options"], options=items(parts.overflow_option, least=1, most=5), confirm=parts.confirm),
    "static_select": _picker(_menu_rules, initial_option=parts.menu_option, **_options),
    "external_select": _picker(initial_option=parts.menu_option, **_external),
    "users_select": _picker(initial_user=_id),
    "conversations_select": _picker(initial_conversation=_id, response_url_enabled=boolean, **_conversations),
    "channels_select": _picker(initial_channel=_id, response_url_enabled=boolean),
    "multi_static_select": _multi(_menu_rules, initial_options=items(parts.menu_option, least=1, most=100), **_options),
    "multi_external_select": _multi(initial_options=items(parts.menu_option, least=1, most=100), **_external),
    "multi_users_select": _multi(initial_users=items(_id)),
    "multi_conversations_select": _multi(initial_conversations=items(_id), **_conversations),
    "multi_channels_select": _multi(initial_channels=items(_id)),
    "datepicker": _picker(initial_date=_date),
    "timepicker": _picker(initial_time=_time, timezone=string(least=1)),
    "datetimepicker": _element(
        initial_date_time=integer(1_000_000_000, 9_999_999_999), confirm=parts.confirm, focus_on_load=boolean
    ),
    "checkboxes": _element(
        ["options"],
        [_initial_among_options],
        initial_options=items(parts.box_option, least=1, most=10),
        confirm=parts.confirm,
        focus_on_load=boolean,
        **_boxes,
    ),
    "radio_buttons": _element(
        ["options"],
        [_initial_among_options],
        initial_option=parts.box_option,
        confirm=parts.confirm,
        focus_on_load=boolean,
        **_boxes,
    ),
    "plain_text_input": _input(
        (),
        [_length_bounds],
        initial_value=string(3000),
        multiline=boolean,
        min_length=integer(0, 3000),
        max_length=integer(1, 3000),
    ),
    "number_input": _input(
        ["is_decimal_allowed"],
        [_number_bounds],
        is_decimal_allowed=boolean,
        initial_value=_decimal,
        min_value=_decimal,
        max_value=_decimal,
    ),
    "email_text_input": _input(initial_value=string(3000)),
    "url_text_input": _input(initial_value=string(3000)),
    "rich_text_input": _input(
        ["action_id"],
        [_line_bounds],
        initial_value=rich_text_block,
        min_lines=integer(1, 100),
        max_lines=integer(1, 100),
    ),
    "file_input": _element(filetypes=items(string(least=1), least=1), max_files=integer(1, 10)),
    "feedback_buttons": _element(
        ["positive_button", "negative_button"], positive_button=_feedback(), negative_button=_feedback()
    ),
    "icon_button": _element(
        ["icon", "text"],
        icon=one_of("trash"),
        text=parts.plain_text(),
        value=string(2000),
        confirm=parts.confirm,
        accessibility_label=string(75),
        visible_to_user_ids=items(_id, most=10),
    ),
}


def some_of(*names: str) -> Mapping[str, Check]:
    """The elements of these types."""
    return {name: ELEMENTS[name] for name in names}


MENUS = tuple(name for name in ELEMENTS if re.fullmatch(r"(multi_)?\w+_select", name))
