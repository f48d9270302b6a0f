"""The page's own words and files."""

import re
from pathlib import Path

import pytest

from bot.sandbox.page.site import FILES

MODULES = {path.name: path.read_text(encoding="utf-8") for path in FILES.rglob("*.js")}
WORDS = dict(re.findall(r"^  (\w+): \[(.+?)\],$", MODULES["i18n.js"], re.MULTILINE | re.DOTALL))
OTHERS = "\n".join(text for name, text in MODULES.items() if name != "i18n.js")


def test_every_word_stands_in_two_languages():
    assert [key for key, pair in WORDS.items() if len(re.findall(r'"[^"]+"', pair)) != 2] == []


def test_every_word_is_used_and_every_word_used_is_there():
    used = set(re.findall(r'\bt\("(\w+)"', OTHERS))

    assert used - WORDS.keys() == set()
    assert [key for key in WORDS if f'"{key}"' not in OTHERS] == []


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "srcdoc"]
)
def test_no_module_parses_markup(forbidden):
    assert [name for name, text in MODULES.items() if forbidden in text] == []


@pytest.mark.parametrize(
    "path", sorted(each for each in FILES.rglob("*") if each.is_file()), ids=lambda path: path.name
)
def test_no_file_of_the_page_needs_another_machine(path: Path):
    loaded = re.findall(r'(?:src|href|from|import|url)\s*[=(]?\s*["\']?https?://', path.read_text(encoding="utf-8"))

    assert loaded == []


@pytest.mark.parametrize("name", sorted(MODULES))
def test_modules_stay_short_enough_to_read(name):
    assert MODULES[name].count("\n") <= 350
