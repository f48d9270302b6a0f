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


def series(name: str = "Rate", points: int = 2, value: float = 1.5) -> Json:
    return {"name": name, "data": [{"label": f"W{i}", "value": value} for i in range(points)]}


def axes(points: int = 2, **more: Any) -> Json:
    return {"categories": [f"W{i}" for i in range(points)], **more}


def chart(kind: str = "bar", *lines: Json, **more: Any) -> Json:
    return {"type": kind, "series": list(lines) or [series()], "axis_config": axes(), **more}


def pie(*values: float) -> Json:
    return {"type": "pie", "segments": [{"label": f"S{i}", "value": v} for i, v in enumerate(values)]}


def visual(of: Json, title: str = "Engagement") -> Json:
    return {"type": "data_visualization", "title": title, "chart": of}


def words(text: str = "x") -> Json:
    return {"type": "raw_text", "text": text}


def figure(value: float = 1.5, text: str = "1.5") -> Json:
    return {"type": "raw_number", "value": value, "text": text}


def rich(text: str = "x") -> Json:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}],
    }


def table(rows: int = 2, cells: int = 2, **more: Any) -> Json:
    return {"type": "table", "rows": [[words()] * cells for _ in range(rows)], **more}


def data_table(rows: int = 2, cells: int = 2, **more: Any) -> Json:
    return table(rows, cells) | {"type": "data_table", "caption": "Rates", **more}


def card(**fields: Any) -> Json:
    return {"type": "card", "title": mrkdwn(), **fields}


def container(*blocks: Json, **fields: Any) -> Json:
    return {"type": "container", "title": plain(), "child_blocks": list(blocks) or [section()], **fields}


def plan(*tasks: Json) -> Json:
    return {"type": "plan", "title": "Plan", "tasks": list(tasks)}


def task(number: int = 0, status: str = "complete") -> Json:
    return {"task_id": f"T{number}", "title": "Write", "status": status}


def quoted(*leaves: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": list(leaves)}]}
