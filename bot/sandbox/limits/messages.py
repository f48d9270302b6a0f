"""What chat.postMessage, postEphemeral, update and a response_url refuse in a message.

Codes: docs.slack.dev/reference/methods/chat.postMessage (`no_text`, `invalid_blocks`,
`invalid_blocks_format`, `invalid_attachments`, `too_many_attachments`, `msg_blocks_too_long`,
`invalid_metadata_format`, `invalid_metadata_schema`, `metadata_too_large`, `markdown_text_conflict`,
`msg_too_long`).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.sandbox.limits.fault import Fault, line
from bot.sandbox.limits.markdown import blocks_made_of, tables_in
from bot.sandbox.limits.placement import MOST_BLOCKS, faults_in, nodes
from bot.sandbox.limits.tables import CELL_CHARACTERS, text_length

MOST_TEXT = 40_000
MOST_TEXT_OF_UPDATE = 4_000
MOST_MARKDOWN = 12_000
MOST_TEXT_IN_BLOCKS = 13_200  # not documented; seen at 13 172 to 13 297: github.com/slackapi/bolt-js/issues/2509
MOST_ATTACHMENTS = 100
MOST_METADATA_BYTES = 16 * 1024
TABLES = ("table", "data_table")

_Asked = Callable[[Mapping[str, Any]], Fault | None]


def cut_text(text: str) -> str:
    """The top-level text as Slack keeps it: nothing above 40 000 characters.

    Source: api.slack.com/changelog/2018-04-truncating-really-long-messages.
    """
    return text[:MOST_TEXT]


def check_message(args: Mapping[str, Any]) -> Fault | None:
    """The first reason why Slack refuses this message, or None.

    *args* are the arguments of the call; `blocks`, `attachments` and `metadata` may still be JSON text.
    """
    asked: tuple[_Asked, ...] = (
        _blocks_fault,
        _attachments_fault,
        _markdown_fault,
        _together,
        _metadata_fault,
    )
    if _is_empty(args):
        return Fault(error="no_text")
    return next((fault for ask in asked if (fault := ask(args))), None)


def check_update(args: Mapping[str, Any]) -> Fault | None:
    """As `check_message` for chat.update, which refuses a `text` above 4 000 characters instead of cutting it.

    Source: docs.slack.dev/reference/methods/chat.update (`msg_too_long`).
    """
    if len(str(args.get("text") or "")) > MOST_TEXT_OF_UPDATE:
        return Fault(error="msg_too_long")
    return check_message(args)


def _is_empty(args: Mapping[str, Any]) -> bool:
    words = f"{args.get('text') or ''}{args.get('markdown_text') or ''}"
    return not words.strip() and not any(_decoded(args.get(name)) for name in ("blocks", "attachments"))


def _decoded(value: Any) -> Any:
    """*value*, read as JSON where it is text; text that isn't JSON stays text."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value.strip() else None
    except ValueError:
        return value


def _blocks_fault(args: Mapping[str, Any]) -> Fault | None:
    blocks = _decoded(args.get("blocks"))
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        return Fault(error="invalid_blocks_format")
    faults = faults_in(blocks, "/blocks", "message") or list(_faults_of_all(blocks, "/blocks"))
    return Fault(error="invalid_blocks", messages=tuple(faults)) if faults else None


def _faults_of_all(blocks: list[Any], path: str) -> Iterator[str]:
    """What the blocks of one message may not hold together."""
    charts = [where for node, where in nodes(blocks, path) if node.get("type") == "data_visualization"]
    for where in charts[2:]:
        yield line("no more than 2 data_visualization blocks allowed", where)
    markdown = [block["text"] for block in blocks if block["type"] == "markdown"]
    if sum(map(len, markdown)) > MOST_MARKDOWN:
        yield line(f"markdown text must be less than {MOST_MARKDOWN + 1} characters", path)
    if sum(map(blocks_made_of, markdown)) + len(blocks) - len(markdown) > MOST_BLOCKS["message"]:
        yield line(f"no more than {MOST_BLOCKS['message']} items allowed", path)


def _attachments_fault(args: Mapping[str, Any]) -> Fault | None:
    attachments = _decoded(args.get("attachments"))
    if attachments is None:
        return None
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        return Fault(error="invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        return Fault(error="too_many_attachments")
    faults = [
        fault
        for place, each in enumerate(attachments)
        for fault in faults_in(each.get("blocks", []), f"/attachments/{place}/blocks", "message")
    ]
    return Fault(error="invalid_attachments", messages=tuple(faults)) if faults else None


def _markdown_fault(args: Mapping[str, Any]) -> Fault | None:
    """`markdown_text` stands alone and holds 12 000 characters."""
    words = args.get("markdown_text")
    if not words:
        return None
    if args.get("blocks") or args.get("text"):
        return Fault(error="markdown_text_conflict")
    return Fault(error="msg_too_long") if len(words) > MOST_MARKDOWN else None


def _together(args: Mapping[str, Any]) -> Fault | None:
    """One table in all (docs.slack.dev/reference/block-kit/blocks/table-block), and the whole length."""
    blocks, attachments = _decoded(args.get("blocks")) or [], _decoded(args.get("attachments")) or []
    everything = [*nodes(blocks, "/blocks"), *nodes(attachments, "/attachments")]
    tables = [where for node, where in everything for _ in range(_tables_of(node))]
    if len(tables) > 1:
        return Fault(error="invalid_attachments", messages=(line("only_one_table_allowed", tables[1]),))
    inside_tables = sum(text_length(node) for node, _ in everything if node.get("type") in TABLES)
    if inside_tables > CELL_CHARACTERS or text_length(blocks) - inside_tables > MOST_TEXT_IN_BLOCKS:
        return Fault(error="msg_blocks_too_long")
    return None


def _tables_of(node: dict[str, Any]) -> int:
    if node.get("type") == "markdown":
        return tables_in(str(node.get("text", "")))
    return int(node.get("type") in TABLES)


def _metadata_fault(args: Mapping[str, Any]) -> Fault | None:
    """docs.slack.dev/messaging/message-metadata: the name of an event, and an object."""
    metadata = _decoded(args.get("metadata"))
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        return Fault(error="invalid_metadata_format")
    if len(json.dumps(metadata, separators=(",", ":")).encode()) > MOST_METADATA_BYTES:
        return Fault(error="metadata_too_large")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not kind or not isinstance(payload, dict):
        return Fault(error="invalid_metadata_format")
    return None
