"""What a markdown block becomes: Slack takes it apart into blocks, and these count.

Headings and rules become blocks of their own, the text between them one each; seen at Slack, not documented. More
tables than one are refused as in any message. A block holds 12 000 characters together with the others:
docs.slack.dev/reference/block-kit/blocks/markdown-block.
"""

import re
from collections.abc import Iterator

_ALONE = re.compile(r"#{1,6}\s.*|-{3,}|\*{3,}|_{3,}")
_TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?|\|\s*:?-+:?\s*\|")


def blocks_made_of(text: str) -> int:
    """How many blocks Slack makes of this markdown."""
    made, in_text = 0, False
    for row, is_code in _rows(text):
        is_alone = not is_code and _ALONE.fullmatch(row) is not None
        made += is_alone or not in_text
        in_text = not is_alone
    return made


def tables_in(text: str) -> int:
    """How many tables this markdown holds."""
    return sum(1 for row, is_code in _rows(text) if not is_code and _TABLE_RULE.fullmatch(row))


def _rows(text: str) -> Iterator[tuple[str, bool]]:
    """Every line that isn't blank, and whether it belongs to fenced code."""
    fenced = False
    for row in filter(None, map(str.strip, text.splitlines())):
        is_fence = row.startswith("```")
        yield row, fenced or is_fence
        fenced ^= is_fence
