"""The echo check of an import: which lines of a file say what a post, or an earlier line, says already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.post.echo import has_voice, is_compared, said_by
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.exchange.imports import Row
from bot.services.exchange.planning import ImportPlan
from bot.services.post.echo import echoes_of, words

MOST_PAIRS = 1_000_000
"""Comparisons of one preview, about a second's worth; of the lines beyond them only copies are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEcho:
    """*line* reads like *post*, or like the line *of_line* of the same file."""

    line: int
    likeness: float
    post: Post | None = None
    of_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowEchoes:
    """*whole*: how many lines were compared whole; None is all of them."""

    found: tuple[RowEcho, ...] = ()
    whole: int | None = None


def echoes_in_file(tx: Transaction, plan: ImportPlan, strategy: Strategy) -> RowEchoes:
    """Of the lines that bring a text: what each is most like."""
    rows = [*plan.new, *(each.row for each in plan.changed if "text" in each.names)]
    known = {each.row.line: each.post for each in plan.changed}
    lines = [(row.line, post_like(row, known.get(row.line), strategy)) for row in rows]
    spoken = [(line, post) for line, post in lines if has_voice(post) and post.is_open]
    posts = [each for each in tx.posts.of_strategy(strategy.id) if has_voice(each)] if spoken else []
    fit = MOST_PAIRS // max(1, len(posts) + len(spoken))
    found = [*_compared(spoken[:fit], posts), *_copies(spoken[fit:], [*posts, *(post for _, post in spoken[:fit])])]
    return RowEchoes(found=tuple(found), whole=fit if len(spoken) > fit else None)


def post_like(row: Row, known: Post | None, strategy: Strategy) -> Post:
    """The post that *row* would be; a new one goes by its line."""
    said = {name: value for name, value in row.values.items() if name in {"text", "platform", "due", "state"}}
    post_id = known.id if known else f"L{row.line}"
    return Post(id=post_id, strategy_id=strategy.id, title="", **{"text": known.text if known else "", **said})


def _compared(lines: Sequence[tuple[int, Post]], posts: Sequence[Post]) -> Iterator[RowEcho]:
    for at, (line, post) in enumerate(lines):
        echoes = echoes_of(post, [*posts, *(earlier for _, earlier in lines[:at])])
        if echoes:
            yield _row_echo(line, echoes[0].post, echoes[0].likeness)


def _copies(lines: Sequence[tuple[int, Post]], posts: Sequence[Post]) -> Iterator[RowEcho]:
    first: dict[str, Post] = {}
    for post in posts:
        first.setdefault(words(said_by(post)), post)
    for line, post in lines:
        other = first.setdefault(words(said_by(post)), post)
        if is_compared(post, other, is_exact=True):
            yield _row_echo(line, other, 1.0)


def _row_echo(line: int, other: Post, likeness: float) -> RowEcho:
    if other.id.startswith("L"):
        return RowEcho(line=line, likeness=likeness, of_line=other.number)
    return RowEcho(line=line, likeness=likeness, post=other)
