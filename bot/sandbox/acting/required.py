"""What Slack's client asks of a form before it sends it: required inputs, lengths, numbers, addresses."""

import re
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from bot.sandbox.elements import STATEFUL, Control, controls, is_empty
from bot.sandbox.team import Json, View

MISSING = "Please complete this required field."


def form_errors(view: View) -> dict[str, str]:
    """By block id, what keeps the member from submitting *view*; empty when it can be sent."""
    errors: dict[str, str] = {}
    for control in controls(view.blocks):
        if control.block["type"] == "input":
            said = _error(control, view.state[control.block_id][control.action_id])
            if said:
                errors[control.block_id] = said
    return errors


def _error(control: Control, value: Json) -> str | None:
    if is_empty(value):
        return None if control.block.get("optional") else MISSING
    held = value[STATEFUL[value["type"]][0]]
    if isinstance(held, str):
        return _length_error(control.element, held) or _format_error(control.element, held)
    return None


def _length_error(element: Json, held: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(held) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter at most {most} characters." if len(held) > most else None


def _format_error(element: Json, held: str) -> str | None:
    if element["type"] == "number_input":
        return _number_error(element, held)
    if element["type"] == "url_text_input" and not urlsplit(held).netloc:
        return "Please enter a valid URL."
    if element["type"] == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", held):
        return "Please enter a valid email address."
    return None


def _number_error(element: Json, held: str) -> str | None:
    try:
        number = Decimal(held)
    except InvalidOperation:
        return "Please enter a valid number."
    if not element.get("is_decimal_allowed") and number != number.to_integral_value():
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and number < Decimal(str(least)):
        return f"Please enter a number that is at least {least}."
    if most is not None and number > Decimal(str(most)):
        return f"Please enter a number that is at most {most}."
    return None
