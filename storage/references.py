"""What the documents of a calendar name of each other, and where that is not there. Knows no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from storage.kinds import KINDS, NUMBERS
from storage.records import Tables


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
    for kind in KINDS:
        for field, target in kind.names.items():
            yield from _names_gone(tables, kind.table, field, target)
    yield from _objectives_gone(tables)
    yield from _numbers_behind(tables)


def _names_gone(tables: Tables, table: str, field: str, target: str) -> Iterator[Problem]:
    present = _ids(tables, target)
    for document in tables.get(table, {}).values():
        named = document.get(field)
        if named and str(named) not in present:
            yield _broken(table, document, str(named))


def _objectives_gone(tables: Tables) -> Iterator[Problem]:
    listed = [each.get("objectives") for each in tables.get("strategies", {}).values()]
    objectives = [objective for each in listed if isinstance(each, list) for objective in each]
    known = {str(objective.get("id")) for objective in objectives if isinstance(objective, dict)}
    for post in tables.get("posts", {}).values():
        if post.get("objective_id") and str(post["objective_id"]) not in known:
            yield _broken("posts", post, str(post["objective_id"]))


def _numbers_behind(tables: Tables) -> Iterator[Problem]:
    last = {str(each.get("id")): each.get("last") for each in tables.get(NUMBERS, {}).values()}
    for table, name in ((kind.table, kind.number) for kind in KINDS if kind.number):
        given = max((int(key[1:]) for key in _ids(tables, table) if key[1:].isdecimal()), default=0)
        counted = last.get(name)
        if given > (counted if isinstance(counted, int) else 0):
            yield Problem(table=NUMBERS, key=name, what="number_behind", detail=str(given))


def _ids(tables: Tables, table: str) -> set[str]:
    return {str(document.get("id")) for document in tables.get(table, {}).values()}


def _broken(table: str, document: dict[str, object], named: str) -> Problem:
    return Problem(table=table, key=str(document.get("id")), what="broken_reference", detail=named)
