"""Lengths have a name and one home: Slack's and what is shown in `views/lengths`, the product's in `domain/limits`."""

import ast
from collections.abc import Iterator
from pathlib import Path

from handlers.views import lengths
from tests.conftest import ROOT

HANDLERS = ROOT / "handlers"
CUTTING = {"clip": 1, "safe": 1, "plain": 1}
"""What cuts a text, and which of its arguments is the length."""
LENGTHS = {"limit", "room"}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in HANDLERS.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from ((path.relative_to(ROOT), each) for each in ast.walk(tree) if isinstance(each, ast.Call))


def lengths_given(call: ast.Call) -> Iterator[ast.AST]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    for each in call.args[CUTTING[name] :] if name in CUTTING else []:
        yield from ast.walk(each)
    yield from (each.value for each in call.keywords if each.arg in LENGTHS)


def test_no_view_and_no_handler_has_a_length_of_its_own():
    found = [
        f"{path}:{call.lineno}"
        for path, call in calls()
        for length in lengths_given(call)
        if isinstance(length, ast.Constant)
    ]

    assert found == []


def test_every_length_is_used():
    names = {each for each in vars(lengths) if each.isupper()} - {"NAME_LIMIT"}
    used = {
        name.name
        for path in HANDLERS.rglob("*.py")
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.ImportFrom) and each.module == "handlers.views.lengths"
        for name in each.names
    }

    assert names - used == set()
