"""What an expression can be, found without running it: shown on a file of its own."""

import ast
from pathlib import Path

import pytest

from tests.i18n.code import Code
from tests.i18n.modules import modules_of
from tests.i18n.values import Unknown

SAMPLE = """
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NAMES = ("a", "b")
WORDS = {"x": "one", "y": "two"}


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Thing:
    colour: Colour
    reason: str = "none"
    tints: tuple[Colour, ...] = ()


class Fault(Exception):
    def __init__(self, why):
        self.why = why


def t(key, **params): ...


def known(flag: bool, thing: Thing, typed: str):
    t("plain")
    t("yes" if flag else "no")
    t("is-" + thing.colour.value)
    t(f"colour-{thing.colour.value}")
    t(f"{flag}-name")
    [t(f"name-{name}") for name in NAMES]
    {key: t(f"word-{word}") for key, word in WORDS.items()}
    [t(f"tint-{each}") for each in thing.tints]
    key = "first" if flag else "second"
    t(key)
    t(WORDS.get(typed, "three"))
    for name, n in (("pair", 1), ("row", 2)):
        t(name)
    t(f"reason-{thing.reason}")
    t(f"dark-{typed}")


def narrowed(thing: Thing, colour: Colour):
    if thing.colour is Colour.RED:
        return t(f"red-{thing.colour}")
    t(f"rest-{thing.colour}")
    return [t(f"none-{each}") for each in NAMES if each != "a"]


def said(key, part="whole"):
    t(f"said-{key}-{part}")


def caller():
    said("one")
    said("two", part="half")
    Thing(Colour.RED, reason="made")


def caught():
    try:
        raise Fault("odd")
    except Fault as fault:
        t(f"fault-{fault.why}")
"""

CAN_BE = {
    "'plain'": {"plain"},
    "'yes' if flag else 'no'": {"yes", "no"},
    "'is-' + thing.colour.value": {"is-red", "is-blue"},
    "f'colour-{thing.colour.value}'": {"colour-red", "colour-blue"},
    "f'{flag}-name'": {"True-name", "False-name"},
    "f'name-{name}'": {"name-a", "name-b"},
    "f'word-{word}'": {"word-one", "word-two"},
    "f'tint-{each}'": {"tint-red", "tint-blue"},
    "key": {"first", "second"},
    "WORDS.get(typed, 'three')": {"one", "two", "three"},
    "name": {"pair", "row"},
    "f'reason-{thing.reason}'": {"reason-none", "reason-made"},
    "f'red-{thing.colour}'": {"red-red"},
    "f'rest-{thing.colour}'": {"rest-blue"},
    "f'none-{each}'": {"none-b"},
    "f'said-{key}-{part}'": {
        "said-one-whole",
        "said-one-half",
        "said-two-whole",
        "said-two-half",
    },
    "f'fault-{fault.why}'": {"fault-odd"},
}


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Code:
    (tmp_path / "sample_of_keys.py").write_text(SAMPLE)
    monkeypatch.syspath_prepend(tmp_path)
    return Code(modules_of(".", root=tmp_path))


def asked(code: Code) -> dict[str, ast.expr]:
    (module,) = code.modules
    calls = [node for node in module.parents if isinstance(node, ast.Call) and ast.unparse(node.func) == "t"]
    return {ast.unparse(each.args[0]): each.args[0] for each in calls}


def test_each_sort_of_key_is_found_in_all_that_it_can_be(sample: Code) -> None:
    (module,) = sample.modules

    found = {text: sample.texts(node, module) for text, node in asked(sample).items() if text in CAN_BE}

    assert found == CAN_BE


def test_what_comes_from_outside_is_not_guessed(sample: Code) -> None:
    (module,) = sample.modules

    with pytest.raises(Unknown):
        sample.texts(asked(sample)["f'dark-{typed}'"], module)


def test_what_is_given_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sample_of_given.py").write_text("def t(key): ...\ndef f(typed: str): t(f'dark-{typed}')\n")
    monkeypatch.syspath_prepend(tmp_path)
    code = Code(modules_of(".", root=tmp_path), {("sample_of_given.py", "typed"): ["a", "b"]})

    assert code.texts(asked(code)["f'dark-{typed}'"], code.modules[0]) == {"dark-a", "dark-b"}
