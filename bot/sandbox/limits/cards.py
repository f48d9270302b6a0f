"""Blocks that group: card, carousel, container, and the task_card and plan of agents.

Figures: docs.slack.dev/reference/block-kit/blocks (card-block, carousel-block, container-block,
task-card-block, plan-block). A container keeps its inner blocks under `child_blocks` and holds no further
container.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.limits import composition as parts
from bot.sandbox.limits.blocks import LAYOUT, block
from bot.sandbox.limits.elements import button, image
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.rich_text import rich_text_block
from bot.sandbox.limits.shapes import (
    Check,
    anything,
    at_least_one,
    boolean,
    items,
    one_of,
    record,
    string,
    unique,
    url,
    variants,
)
from bot.sandbox.limits.tables import table

_image = variants({"image": image})
_icon = variants({"icon": record({"type": anything, "name": string(least=1)}, needs=["name"])})


def _one_icon(value: Any, path: str) -> Iterator[str]:
    if "icon" in value and "slack_icon" in value:
        yield line("invalid additional property: slack_icon", path)


def _folding_is_consistent(value: Any, path: str) -> Iterator[str]:
    folds = value.get("is_collapsible", False)
    if value.get("default_collapsed") and not folds:
        yield line("must be collapsible to be collapsed at first", f"{path}/default_collapsed")
    if value.get("has_header_divider") and folds:
        yield line("must not be collapsible to have a header divider", f"{path}/has_header_divider")


card = block(
    (),
    [at_least_one("hero_image", "title", "actions", "body"), _one_icon],
    hero_image=_image,
    icon=_image,
    slack_icon=_icon,
    title=parts.text(150),
    subtitle=parts.text(150),
    body=parts.text(200),
    subtext=parts.text(200),
    actions=items(variants({"button": button}), least=1, most=3),
)

_INSIDE = (
    "actions",
    "context",
    "divider",
    "file",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "video",
)

container = block(
    ["child_blocks"],
    [at_least_one("title", "rich_text_title"), _folding_is_consistent],
    title=parts.plain_text(150),
    rich_text_title=rich_text_block,
    subtitle=parts.text(150),
    child_blocks=items(variants({**{name: LAYOUT[name] for name in _INSIDE}, "table": table}), least=1, most=10),
    width=one_of("narrow", "standard", "wide", "full"),
    icon=_image,
    is_collapsible=boolean,
    default_collapsed=boolean,
    has_header_divider=boolean,
)

_source = variants(
    {"url": record({"type": anything, "url": url(3000), "text": string(least=1)}, needs=["url", "text"])}
)
_task = {
    "task_id": string(least=1),
    "title": string(least=1),
    "details": rich_text_block,
    "output": rich_text_block,
    "sources": items(_source),
}
_done = ("in_progress", "complete", "error")

GROUPS: Mapping[str, Check] = {
    "card": card,
    "carousel": block(["elements"], elements=items(variants({"card": card}), least=1, most=10)),
    "container": container,
    "task_card": block(["task_id", "title", "status"], status=one_of(*_done), **_task),
    "plan": block(
        ["title", "tasks"],
        [unique("task_id", under="tasks")],
        title=string(least=1),
        tasks=items(
            record({**_task, "status": one_of("pending", *_done)}, needs=["task_id", "title", "status"]),
            most=50,
        ),
    ),
}
