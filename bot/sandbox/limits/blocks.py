"""Layout blocks: their fields, lengths and what may stand inside.

Figures: docs.slack.dev/reference/block-kit/blocks, one page per block (section-block, header-block,
actions-block, context-block, image-block, input-block, markdown-block, video-block, file-block, ...).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.sandbox.limits import composition as parts
from bot.sandbox.limits.elements import ELEMENTS, MENUS, image, some_of
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.rich_text import rich_text
from bot.sandbox.limits.shapes import (
    Check,
    anything,
    at_least_one,
    boolean,
    exactly_one,
    integer,
    items,
    one_of,
    record,
    string,
    unique,
    url,
    variants,
)

BLOCK_ID = string(255, least=1)
_PICKERS = ("datepicker", "timepicker", "checkboxes", "radio_buttons")
_TYPED = ("plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input")


def block(needs: Sequence[str] = (), rules: Sequence[Check] = (), /, **fields: Check) -> Check:
    """A block with these *fields*, besides `type` and `block_id`."""
    return record({"type": anything, "block_id": BLOCK_ID, **fields}, needs=needs, rules=rules)


def _no_dispatch_with_files(value: Any, path: str) -> Iterator[str]:
    if value["element"]["type"] == "file_input" and value.get("dispatch_action"):
        yield line("`dispatch_action` must not be true with a `file_input`", f"{path}/dispatch_action")


section = block(
    (),
    [at_least_one("text", "fields")],
    text=parts.text(3000),
    fields=items(parts.text(2000), least=1, most=10),
    accessory=variants({**some_of("button", "workflow_button", "overflow", *_PICKERS, *MENUS), "image": image}),
    expand=boolean,
)

actions = block(
    ["elements"],
    [unique("action_id", under="elements")],
    elements=items(
        variants(some_of("button", "workflow_button", "overflow", "datetimepicker", *_PICKERS, *MENUS)),
        least=1,
        most=25,
    ),
)

context = block(
    ["elements"],
    elements=items(
        variants({"image": image, "plain_text": parts.plain_text(), "mrkdwn": parts.text()}), least=1, most=10
    ),
)

context_actions = block(
    ["elements"],
    [unique("action_id", under="elements")],
    elements=items(variants({name: ELEMENTS[name] for name in ("feedback_buttons", "icon_button")}), least=1, most=5),
)

input_block = block(
    ["label", "element"],
    [_no_dispatch_with_files],
    label=parts.plain_text(2000),
    element=variants(some_of("datetimepicker", "file_input", *_PICKERS, *_TYPED, *MENUS)),
    hint=parts.plain_text(2000),
    optional=boolean,
    dispatch_action=boolean,
)

video = block(
    ["alt_text", "title", "thumbnail_url", "video_url"],
    alt_text=string(2000),
    title=parts.plain_text(200),
    title_url=url(2000),
    thumbnail_url=url(3000),
    video_url=url(3000),
    author_name=string(50),
    description=parts.plain_text(200),
    provider_name=string(50),
    provider_icon_url=url(2000),
)

LAYOUT: Mapping[str, Check] = {
    "section": section,
    "header": block(["text"], text=parts.plain_text(150), level=integer(1, 4)),
    "divider": block(),
    "context": context,
    "actions": actions,
    "context_actions": context_actions,
    "image": block(
        ["alt_text"],
        [exactly_one("image_url", "slack_file")],
        alt_text=string(2000, least=1),
        image_url=url(3000),
        slack_file=parts.slack_file,
        title=parts.plain_text(2000),
    ),
    "input": input_block,
    "rich_text": rich_text,
    "markdown": block(["text"], text=string(12_000, least=1)),
    "video": video,
    "file": block(["external_id", "source"], external_id=string(least=1), source=one_of("remote")),
    "alert": block(["text"], text=parts.text(200), level=one_of("default", "info", "warning", "error", "success")),
}
