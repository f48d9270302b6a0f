"""The words of the code: one word, one meaning; `docs/words.md` says which."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PEOPLE, CODE = (
    [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("| ")][1:]
    for part in (ROOT / "docs/words.md").read_text(encoding="utf-8").split("## ")[1:]
)
"""The rows of the two tables, without their heads."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """All of what is run; the local Slack speaks Slack's own language."""
    for top in ("bot", "handlers", "storage"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if ROOT / "bot/sandbox" not in path.parents:
                yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def test_no_two_public_classes_share_a_name():
    homes = defaultdict(list)
    for path, module in modules():
        for each in module.body:
            if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
                homes[each.name].append(str(path))

    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def words_of(name: str) -> Iterator[str]:
    """Those of an identifier, in small letters: "HeldLine" and "held_line" have the same."""
    yield from (each.lower() for each in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name))


def names_in(module: ast.Module) -> Iterator[str]:
    """Every name that the module gives: to a class, a function, a parameter, a variable, a field."""
    for each in ast.walk(module):
        match each:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


@cache
def places() -> dict[str, set[str]]:
    """By word: where it is part of a name, as "file: name"; the names of files and folders count too."""
    found = defaultdict(set)
    for path, module in modules():
        for name in (*path.with_suffix("").parts, *names_in(module)):
            for word in words_of(name):
                found[word].add(f"{path}: {name}")
    return found


def of_table(words: str) -> list[str]:
    return [each.partition("(")[0].strip() for each in words.split(",")]


@pytest.mark.parametrize("word", [word for row in (*PEOPLE, *CODE) for word in of_table(row[0])])
def test_every_word_of_the_glossary_is_one_of_the_code(word):
    parts = [part.removesuffix("s") for part in re.split(r"[ -]", word)]

    assert all(places().keys() & {part, f"{part}s"} for part in parts)


NOT = [word for row in (*PEOPLE, *CODE) if ":" not in row[-1] for word in of_table(row[-1]) if word]
"""Where the table tells when a word is right ("message: what the bot sends"), nobody can look for it."""


@pytest.mark.parametrize("word", NOT)
def test_a_word_that_another_one_stands_for_names_nothing(word):
    assert places().get(word, set()) | places().get(f"{word}s", set()) == set()
