"""The rich_text block: sections, lists, quotes and code, and the ten kinds of leaf inside.

Figures: docs.slack.dev/reference/block-kit/blocks/rich-text-block; that empty `elements` are accepted and an
emoji may carry a style was seen in the Block Kit Builder.
"""

from collections.abc import Sequence

from bot.sandbox.limits.shapes import (
    Check,
    anything,
    boolean,
    integer,
    items,
    one_of,
    record,
    string,
    variants,
)

_style = record(
    dict.fromkeys(["bold", "italic", "strike", "underline", "code", "highlight", "client_highlight", "unlink"], boolean)
)
_name = string(255, least=1)


def _leaf(needs: Sequence[str], **fields: Check) -> Check:
    return record({"type": anything, "style": _style, **fields}, needs=needs)


leaf = variants(
    {
        "text": _leaf(["text"], text=string(least=1)),
        "link": _leaf(["url"], url=string(3000, least=1), text=string(), unsafe=boolean),
        "user": _leaf(["user_id"], user_id=_name),
        "usergroup": _leaf(["usergroup_id"], usergroup_id=_name),
        "team": _leaf(["team_id"], team_id=_name),
        "channel": _leaf(["channel_id"], channel_id=_name),
        "emoji": _leaf(["name"], name=_name, unicode=string(), skin_tone=integer(1, 6)),
        "broadcast": _leaf(["range"], range=one_of("here", "channel", "everyone")),
        "color": _leaf(["value"], value=_name),
        "date": _leaf(
            ["timestamp", "format"],
            timestamp=integer(0),
            format=string(least=1),
            url=string(3000, least=1),
            fallback=string(),
        ),
    }
)


def _container(inside: Check, needs: Sequence[str] = (), least: int = 0, **fields: Check) -> Check:
    elements = items(inside, least=least)
    return record({"type": anything, "elements": elements, **fields}, needs=["elements", *needs])


_border = one_of(0, 1)
section = _container(leaf)

element = variants(
    {
        "rich_text_section": section,
        "rich_text_list": _container(
            variants({"rich_text_section": section}),
            ["style"],
            least=1,
            style=one_of("bullet", "ordered"),
            indent=integer(0, 8),
            offset=integer(0),
            border=_border,
        ),
        "rich_text_quote": _container(leaf, border=_border),
        "rich_text_preformatted": _container(leaf, border=_border, language=string()),
    }
)

rich_text = record({"type": anything, "block_id": string(255, least=1), "elements": items(element)}, needs=["elements"])
rich_text_block = variants({"rich_text": rich_text})
