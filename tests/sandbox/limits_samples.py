"""Small valid payloads that the tests of the limits stretch, and refusals to compare with."""

from typing import Any

from bot.sandbox.limits import Fault, check_message

Json = dict[str, Any]


def plain(text: str = "words") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "words") -> Json:
    return {"type": "mrkdwn", "text": text}


def option(number: int = 0, **more: Any) -> Json:
    return {"text": plain(f"Option {number}"), "value": str(number), **more}


def options(count: int) -> list[Json]:
    return [option(number) for number in range(count)]


def section(**fields: Any) -> Json:
    return {"type": "section", **({"text": mrkdwn()} | fields)}


def button(**fields: Any) -> Json:
    return {"type": "button", "text": plain(), **fields}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def confirm(**fields: Any) -> Json:
    return {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain(), **fields}


def input_of(element: Json, **fields: Any) -> Json:
    return {"type": "input", "label": plain(), "element": element, **fields}


def modal(*blocks: Json, **fields: Any) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **fields}


def menu(kind: str = "static_select", **fields: Any) -> Json:
    return {"type": kind, **fields}


def image(**fields: Any) -> Json:
    return {"type": "image", "alt_text": "a picture", "image_url": "https://example.com/a.png", **fields}


def refused(said: str, path: str, *, error: str = "invalid_blocks") -> Fault:
    return Fault(error=error, messages=(f"[ERROR] {said} [json-pointer:{path}]",))


def too_long(most: int) -> str:
    return f"must be less than {most + 1} characters"


def too_many(most: int) -> str:
    return f"no more than {most} items allowed"


def in_message(*blocks: Json) -> Fault | None:
    return check_message({"channel": "C1", "text": "words", "blocks": list(blocks)})
