"""What the documents of a calendar name of each other, and where that is not there. Knows no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from storage.kinds import KINDS, NUMBERS
from storage.records import Tables

_NAMES = (
    ("posts", "strategy_id", "strategies"),
    ("check_ins", "strategy_id", "strategies"),
    ("questions", "strategy_id", "strategies"),
    ("deliveries", "strategy_id", "strategies"),
    ("members", "strategy_id", "strategies"),
    ("measurements", "post_id", "posts"),
)
"""Table, its field, the table in which that is found. Members are met when they are needed: no fault."""

_COUNTED = {"posts": "post", "questions": "question", "strategies": "strategy"}
"""The tables whose ids are a letter and a number, with the name of the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one document.

    `what` is `unreadable` (with the reason in *detail*), `unknown_field` or `unknown_table` (its name),
    `broken_reference` (what it names, which is not there) or `number_behind` (a number that was given already
    would be given again; *detail* is the highest).
    """

    table: str
    key: str
    what: str
    detail: str


def strangers(tables: Tables) -> Iterator[Problem]:
    """Tables that no version known here has."""
    known = {kind.table for kind in KINDS} | {NUMBERS}
    for name in tables:
        if name not in known and tables[name]:
            yield Problem(table=name, key="", what="unknown_table", detail=name)


def broken_references(tables: Tables) -> Iterator[Problem]:
    for table, field, target in _NAMES:
        present = _ids(tables, target)
        for document in tables.get(table, {}).values():
            named = document.get(field)
            if named and str(named) not in present:
                yield _broken(table, document, str(named))
    yield from _objectives_gone(tables)
    yield from _numbers_behind(tables)


def _objectives_gone(tables: Tables) -> Iterator[Problem]:
    listed = [each.get("objectives") for each in tables.get("strategies", {}).values()]
    goals = [goal for each in listed if isinstance(each, list) for goal in each]
    known = {str(goal.get("id")) for goal in goals if isinstance(goal, dict)}
    for post in tables.get("posts", {}).values():
        if post.get("objective_id") and str(post["objective_id"]) not in known:
            yield _broken("posts", post, str(post["objective_id"]))


def _numbers_behind(tables: Tables) -> Iterator[Problem]:
    last = {str(each.get("id")): each.get("last") for each in tables.get(NUMBERS, {}).values()}
    for table, name in _COUNTED.items():
        given = max((int(key[1:]) for key in _ids(tables, table) if key[1:].isdecimal()), default=0)
        counted = last.get(name)
        if given > (counted if isinstance(counted, int) else 0):
            yield Problem(table=NUMBERS, key=name, what="number_behind", detail=str(given))


def _ids(tables: Tables, table: str) -> set[str]:
    return {str(document.get("id")) for document in tables.get(table, {}).values()}


def _broken(table: str, document: dict[str, object], named: str) -> Problem:
    return Problem(table=table, key=str(document.get("id")), what="broken_reference", detail=named)
