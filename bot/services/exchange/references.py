"""Posts that name each other by number: a file's numbers may be those of another calendar, or of posts long gone."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Post
from bot.ports import Transaction
from bot.services.exchange.rows import Row

POINTERS = frozenset(names_with(Trait.POINTER))


def of_here(row: Row, post: Post) -> Row:
    """*row*, which means *post*: what that one belongs to is only said by a file of this calendar."""
    if row.is_ours:
        return row
    values = {name: value for name, value in row.values.items() if name not in POINTERS}
    if "checklist" in values:
        made = {(each.key, each.text): each.post_id for each in post.checklist}
        steps = [replace(each, post_id=made.get((each.key, each.text), "")) for each in values["checklist"]]
        values["checklist"] = tuple(steps)
    return replace(row, values=values)


def is_pointing(row: Row) -> bool:
    """Whether *row* names other posts."""
    steps = row.values.get("checklist", ())
    return any(row.values.get(name) for name in POINTERS) or any(each.post_id for each in steps)


def point_to_each_other(
    tx: Transaction, added: Sequence[tuple[Row, Post]], known: Sequence[tuple[Row, Post]]
) -> list[Post]:
    """New posts go on naming those that they came with, *known* ones too, whatever their numbers are here.

    Gives those that changed for it.
    """
    changed = []
    numbers = {str(row.values["id"]): post.id for row, post in (*known, *added) if "id" in row.values}
    series = {str(row.values.get("series_id", "")): post.series_id for row, post in known if post.series_id}
    for row, post in added:
        pointed = _pointed(row, post, numbers)
        if post.series_id:
            here = numbers.get(post.series_id, post.series_id if row.is_ours else post.id)
            pointed = replace(pointed, series_id=series.setdefault(post.series_id, here))
        if pointed != post:
            changed.append(tx.posts.put(pointed))
    return changed


def _pointed(row: Row, post: Post, numbers: dict[str, str]) -> Post:
    """A number that the file does not explain is this calendar's, or nobody's."""

    def here(number: str) -> str:
        return numbers.get(number, number if row.is_ours else "")

    steps = tuple(replace(each, post_id=here(each.post_id)) for each in post.checklist)
    return replace(post, checklist=steps, copied_from=here(post.copied_from), parent_id=here(post.parent_id))
