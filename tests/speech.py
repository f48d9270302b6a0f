"""What a screen reader gets of a message, held against what its blocks show, without the bot's own reckoning."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.sandbox.workspace import Workspace

BOUND = 0.9
"""Of the words that the blocks show, how many the top-level text has at least."""

FULL = 3000
"""Characters from which a text may leave out the rest: Slack advises 4000 at most."""

UNSPOKEN = {"button", "static_select", "overflow", "users_select", "data_visualization", "divider", "timepicker"}


def assert_spoken(workspace: Workspace) -> None:
    """Every message that the bot left there says in its top-level text what its blocks say."""
    for channel, ts in workspace.changes_since(0):
        message = workspace.message(channel, ts)
        if message is None or not message.bot_id:
            continue
        shown, said = Counter(words_shown(message.blocks)), Counter(_words(message.text))
        if not shown or len(message.text) > FULL:
            continue
        share = sum(1 for word in shown if word in said) / len(shown)
        assert share >= BOUND, f"{share:.0%} of the words are said: {sorted(shown - said)} in {message.text!r}"


def words_shown(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("type") in UNSPOKEN:
            return
        for name in ("text", "alt_text"):
            if isinstance(node.get(name), str):
                yield from _words(node[name])
        for each in node.values():
            yield from words_shown(each)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from words_shown(each)


def _words(text: str) -> list[str]:
    plain = re.sub("[*_~`\u2060]", "", text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    return re.findall(r"\w+", plain.casefold())
