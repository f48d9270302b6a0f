"""What is loaded when the bot starts is what everybody needs: the rest waits for who asks for it first."""

import os
import subprocess
import sys

import pytest

from bot.i18n.catalogue import Catalogue
from tests.conftest import ROOT

SELDOM = {
    "PIL",
    "dateutil",
    "h11",
    "holidays",
    "icalendar",
    "matplotlib",
    "numpy",
    "publicsuffixlist",
    "python_multipart",
    "rapidfuzz",
    "regex",
    "starlette",
    "uvicorn",
    "websockets",
}


def loaded_by(code: str) -> set[str]:
    """The modules there are after *code* ran in a Python of its own."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(told.split())


@pytest.mark.parametrize("command", ["import bot.app", "from bot.cli.run import RUN", "import bot.__main__"])
def test_the_bot_starts_without_what_few_use(command: str) -> None:
    assert loaded_by(command) & {*SELDOM, "bot.sandbox", "bot.http_door"} == set()


def test_who_runs_the_bot_loads_no_other_command() -> None:
    commands = {"bot.cli.demo", "bot.cli.backup", "bot.cli.calendar", "bot.cli.doctor", "bot.cli.forget"}

    assert loaded_by("from bot.cli.run import RUN") & commands == set()


def test_the_holidays_of_one_country_do_not_load_those_of_all() -> None:
    loaded = loaded_by("from bot.services.plan.holidays import is_place, calendar_of\ncalendar_of('CA-QC', 2026, 'fr')")

    assert "holidays.countries.canada" in loaded
    assert "holidays.countries.france" not in loaded


def test_the_holidays_of_every_country_are_found_one_by_one_as_in_the_whole_package() -> None:
    compared = """
from bot.services.plan.holidays import calendar_of
import holidays
codes = list(holidays.registry.EntityLoader.get_country_codes(include_aliases=False))
ours = {code: dict(calendar_of(code, 2026)) for code in codes}
import importlib, sys
del sys.modules["holidays.countries"]
whole = importlib.import_module("holidays.countries")
assert len(codes) > 200
assert ours == {code: dict(getattr(whole, code)(years=2026)) for code in codes}
"""

    assert "holidays.countries.france" in loaded_by(compared)


def test_a_message_is_parsed_when_it_is_first_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    catalogue = Catalogue("fr-FR")
    add = catalogue.add_resource
    monkeypatch.setattr(catalogue, "add_resource", lambda found: (parsed.append(found.body[0].id.name), add(found)))

    for key in ("cli-run", "cli-doctor", "cli-run"):
        catalogue.get_message(key)

    assert parsed == ["cli-run", "cli-doctor"]
    assert catalogue.has_message("cli-forget")
