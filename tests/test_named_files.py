"""What the texts beside the code name is there: each file and folder, under the name that it has now."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXTS = sorted(
    path.relative_to(ROOT) for path in chain.from_iterable(map(ROOT.glob, ("*.md", "docs/*.md", "decisions/*.md")))
)
TOPS = ("bot", "handlers", "storage", "tests", "docs", "decisions")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
FILE = re.compile(r"[\w./-]+\.(?:py|ftl|txt|toml|yml)")
IS_TO_BE_MADE = {"handlers/post/pin.py"}
"""The example of CONTRIBUTING."""


@cache
def files() -> frozenset[str]:
    """Those of this project, by their paths."""
    inside = (path for top in TOPS for path in (ROOT / top).rglob("*") if "__pycache__" not in path.parts)
    return frozenset(str(path.relative_to(ROOT)) for path in chain(inside, ROOT.glob("*")))


def named_in(text: str) -> Iterator[str]:
    yield from LINK.findall(text)
    for word in re.split(r"[\s\":=]+", " ".join(CODE.findall(text))):
        if FILE.fullmatch(word) or word.startswith(tuple(f"{top}/" for top in TOPS)):
            yield word.rstrip("/")


def is_there(name: str) -> bool:
    """As a path from the top, or as its end: the sentence around it says where."""
    return name in files() or any(each.endswith(f"/{name}") for each in files())


@pytest.mark.parametrize("text", TEXTS, ids=str)
def test_each_file_that_a_text_names_is_there(text: Path):
    named = set(named_in((ROOT / text).read_text(encoding="utf-8"))) - IS_TO_BE_MADE

    assert sorted(each for each in named if not set("<…*") & set(each) and not is_there(each)) == []


def test_a_file_that_is_gone_would_be_noticed():
    named = set(named_in("see `bot/services/undo/notes.py`, [words](docs/words.md) and `make test`"))

    assert {each: is_there(each) for each in named} == {"bot/services/undo/notes.py": False, "docs/words.md": True}
