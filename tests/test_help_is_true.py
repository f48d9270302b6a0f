"""Every example that a text, the README or the manifest gives is understood by the bot, word for word."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from bot.cli import COMMANDS
from bot.domain.strategy import Kpi
from bot.i18n import Translator
from bot.language import parse_checkin, parse_kpi, parse_post, split_command
from bot.language.kpi.words import RATES
from bot.language.objective.command import parse_objective
from bot.language.plan.command import parse_plan
from bot.language.requests import Help, Request
from bot.language.vocabulary import folded
from bot.language.words import COMMANDS as COMMAND_WORDS
from handlers.workspace.umbrella import CALENDAR, SETUP, command_of

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
PARSERS: dict[str, Callable[..., Request]] = {
    "plan": parse_plan,
    "objective": parse_objective,
    "post": parse_post,
    "checkin": parse_checkin,
    "kpi": parse_kpi,
}
HELP = {"help", "aide", "?"}
QUOTED = re.compile(r"`(/?(?:objective|plan|post|checkin|kpi|parution)(?: [^`]*)?)`")
LINE = re.compile(r"^[\w-]+ = (/(?:objective|plan|post|checkin|kpi|parution) .*)$", re.MULTILINE)
NAMES = re.compile(r"(?<![\w…<>:/.)])/([a-zà-ÿ]+)(?![\w/])")
"""A slash that begins a word, anywhere in a catalogue."""
SLACKS_OWN = {"invite"}
STANDS_FOR = {
    "https://…": "https://example.com/p/1",
    "{ $post }": "P12",
    "{ $what }": "V3",
    "{ $question }": "Q3",
    "{ $who }": "<@UBOB>",
    "{ $received }": "5",
    "{ $older }": "15",
    "{ $kpi }": "engagement rate",
    "{ $rate }": "4.5%",
    " link": " https://example.com/p/1",
}
"""What examples leave open, and what a reader would write there."""


def examples_in(text: str) -> Iterator[str]:
    for found in [*QUOTED.findall(text), *LINE.findall(text)]:
        for each in found.split(" · "):
            if "{ $example }" not in each:
                yield filled(each)


def filled(example: str) -> str:
    for blank, word in STANDS_FOR.items():
        example = example.replace(blank, word)
    return example.strip().removesuffix("…").strip()


def named() -> list[tuple[str, str, str]]:
    """Every command that a text names, in an example or within a sentence: language, name, the key's file."""
    return sorted(
        {
            (path.parent.name, found, path.name)
            for path in (ROOT / "bot/i18n").rglob("*.ftl")
            for found in NAMES.findall(path.read_text(encoding="utf-8"))
        }
    )


def hints() -> Iterator[str]:
    manifest = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    for each in manifest["features"]["slash_commands"]:
        for hint in each["usage_hint"].split(" | "):
            yield filled(f"{each['command']} {hint}")


def examples() -> list[tuple[str, str]]:
    """Language and text of each."""
    found = [
        (path.parent.name, each)
        for path in sorted((ROOT / "bot/i18n").rglob("*.ftl"))
        for each in examples_in(path.read_text(encoding="utf-8"))
    ]
    found += [("en", each) for each in examples_in((ROOT / "README.md").read_text(encoding="utf-8"))]
    return list(dict.fromkeys([*found, *(("en", each) for each in hints())]))


def misunderstood(example: str, *, french: bool) -> str:
    """What is wrong with *example*; empty when the bot understands all of it."""
    command, _, rest = example.lstrip("/").partition(" ")
    if example.startswith("parution "):
        return "" if rest.partition(" ")[0] in {each.name for each in COMMANDS} else "is no command of the terminal"
    if command == "parution":
        if folded(rest) in {*SETUP, *HELP, ""}:
            return ""
        if folded(rest.partition(" ")[0]) in CALENDAR:
            rest = f"plan {rest}"
        command, rest = split_command(rest)
    if command not in PARSERS:
        return f"names no command: {command!r}"
    request = PARSERS[command](rest, now=NOW, zone="Europe/Paris", french=french)
    if isinstance(request, Help) and folded(rest) not in HELP:
        return "is answered with help"
    return f"not understood: {request.not_understood}" if request.not_understood else ""


@pytest.mark.parametrize(("language", "example"), examples())
def test_an_example_is_understood_to_the_last_word(language, example):
    assert misunderstood(example, french=language == "fr") == ""


@pytest.mark.parametrize(("language", "name", "text"), named())
def test_a_command_that_a_text_names_exists(language, name, text):
    assert name in {*PARSERS, "parution", *SLACKS_OWN}, text


@pytest.mark.parametrize("vocabulary", [COMMAND_WORDS, *map(frozenset, (SETUP, CALENDAR))])
def test_the_command_of_any_word_that_stands_for_one_exists(vocabulary):
    for phrase in vocabulary:
        words = phrase if isinstance(phrase, str) else " ".join(phrase)
        assert command_of(words).split()[0].removeprefix("/") in {*PARSERS, "parution"}, words


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kpi", list(Kpi))
def test_the_example_of_each_target_is_understood(language, kpi):
    t = Translator(language, "UTC")
    key = "kpi-target-rate-example" if kpi in RATES else "kpi-target-plain-example"

    assert misunderstood(f"kpi target {t(key, kpi=t(f'kpi-{kpi.value}'))}", french=language == "fr") == ""


def test_there_are_examples_of_each_command_in_both_languages_and_the_manifest():
    found = examples()

    for language in ("en", "fr"):
        assert {f"/{name}" for name in (*PARSERS, "parution")} <= {
            text.partition(" ")[0] for said, text in found if said == language
        }
    assert set(hints()) <= {text for _, text in found}


def test_an_example_that_is_not_understood_would_be_noticed():
    assert misunderstood("/post frobnicate P12", french=False)
    assert misunderstood("/post move P12 someday", french=False)
    assert misunderstood("/parution nonsense", french=False)
    assert misunderstood("parution nonsense", french=False)
    assert list(examples_in("`/post show P12` and `/etc/hosts`")) == ["/post show P12"]
