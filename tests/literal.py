"""Marks that stand where Slack does not render them, and so would be read as they are."""

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.workspace import Workspace

BOLD = re.compile(r"(?<![\w*\u2060])\*(?!\u2060)[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*\u2060])")
CODE = re.compile(r"(?<!\u2060)`(?!\u2060)[^`\n]+`")
ITALIC = re.compile(r"(?<![\w\u2060])_(?!\u2060)[^\s_](?:[^_\n]*[^\s_])?_(?![\w\u2060])")
ESCAPED = re.compile(r"\u2060|&(?:amp|lt|gt);")
CALLS = re.compile(r"<[@#!][A-Za-z0-9]")
MENTION = re.compile(r"<[^<>\n]*>")
TWICE = re.compile(r"(?<!\u2060)\*\*(?!\u2060)")
"""Bold within bold; `escape` keeps the marks of users apart by a word joiner."""


def texts_of(node: Any, kind: str) -> Iterator[str]:
    """Every text that Slack reads as *kind*: "mrkdwn" or "plain_text"."""
    if isinstance(node, dict):
        if node.get("type") == kind and isinstance(node.get("text"), str):
            yield node["text"]
        for each in node.values():
            yield from texts_of(each, kind)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from texts_of(each, kind)


def literal_marks(text: str) -> list[str]:
    return [found[0] for pattern in (BOLD, CODE, ITALIC, CALLS) for found in pattern.finditer(text)]


def read_as_marks(blocks: Any, *, typed: str = "") -> list[str]:
    """What of *blocks* is read as marks. What somebody *typed* may have marks of its own in a plain text."""
    plain = [each for each in texts_of(blocks, "plain_text") if not typed or typed not in each]
    return [
        *(each for each in texts_of(blocks, "plain_text") if ESCAPED.search(each)),
        *(each for each in plain if literal_marks(each)),
        *(each for each in texts_of(blocks, "mrkdwn") if TWICE.search(each)),
    ]


def assert_rendered_everywhere(workspace: Workspace) -> None:
    """Every message that the bot left there: no mark of ours in its top-level text, none in a plain text."""
    for channel, ts in workspace.changes_since(0):
        message = workspace.message(channel, ts)
        if message is not None and message.bot_id and message.blocks:
            assert not literal_marks(MENTION.sub("", message.text)), message.text
            assert not read_as_marks(message.blocks, typed="<!channel>"), message.blocks
