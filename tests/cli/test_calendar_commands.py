"""`import`, `export` and `digest`: the calendar from a terminal or a script, without Slack, in both languages."""

from pathlib import Path

import orjson
import pytest

from bot.domain.strategy import Strategy
from tests.cli.terminal import Terminal
from tests.needed import BRAND, HAS_BRAND, NO_BRAND

CALENDAR = "title,platform,due\nSpring contest,instagram,2026-12-01 10:00\nRefills,facebook,2026-12-02 09:30\n"


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "maison.csv"
    path.write_text(CALENDAR, encoding="utf-8")
    return path


@pytest.fixture
def brand(terminal: Terminal) -> Terminal:
    """A calendar that holds the five hundred real posts."""
    if not HAS_BRAND:
        pytest.skip(NO_BRAND)
    terminal("import", BRAND, "--yes", "--zone", "America/Toronto")
    return terminal


def a_second_strategy(tx) -> None:
    tx.strategies.put(Strategy(id="S9", name="Soleil", channel_id="CSOLEIL", zone="UTC", manager_id="UAMY"))


# --- beside a running bot


def test_what_only_reads_does_so_while_the_bot_runs(terminal, running, tmp_path):
    exported = terminal("export", tmp_path / "out.csv")
    digest = terminal("digest", "--json")

    assert (exported.status, digest.status, exported.err, digest.err) == (0, 0, "", "")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").count("\n") == 3
    assert orjson.loads(digest.out)


def test_an_import_waits_until_the_bot_is_stopped(terminal, running, calendar):
    said = terminal("import", calendar, "--yes")

    assert said.status == 1
    assert "in use" in said.err


# --- import


def test_a_file_without_posts_makes_no_strategy(terminal, tmp_path):
    empty = tmp_path / "a.csv"
    empty.write_text("title,platform,due\n", encoding="utf-8")

    said = terminal("import", empty)

    assert "was made" not in said.out
    assert terminal("export", tmp_path / "out.csv").status == 1


def test_an_import_shows_what_it_does_and_does_it(terminal, calendar):
    said = terminal("import", calendar, "--yes", "--zone", "Europe/Paris")

    assert said.status == 0
    assert "maison" in said.out
    assert "2 added" in said.out
    assert said.err == ""


def test_twice_the_same_file_changes_nothing(terminal, calendar):
    terminal("import", calendar, "--yes")

    said = terminal("import", calendar, "--yes")

    assert said.status == 0
    assert "2 already here" in said.out
    assert "added" not in said.out


def test_without_a_yes_a_script_writes_nothing(terminal, calendar):
    said = terminal("import", calendar)

    assert said.status == 1
    assert "Nothing was written" in said.out
    assert terminal("export").status == 1  # there is no strategy either


def test_at_a_terminal_a_yes_is_asked_for(terminal, calendar, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda prompt: "oui")

    assert terminal("import", calendar).status == 0


def test_a_refused_line_is_named_and_the_exit_status_says_so(terminal, calendar):
    calendar.write_text(CALENDAR + "Third,fakebook,2026-12-03 10:00\n", encoding="utf-8")

    said = terminal("import", calendar, "--yes")

    assert said.status == 1
    assert "line 4" in said.out
    assert "fakebook" in said.out
    assert "2 added" in said.out


def test_what_is_printed_has_none_of_slacks_escapes(terminal, calendar):
    calendar.write_text("title,platform,due\nTea,a & <b>,2026-12-01 10:00\n", encoding="utf-8")

    said = terminal("import", calendar, "--yes").out

    assert "“a & <b>”" in said
    assert "*maison.csv*" not in said


def test_the_year_of_real_posts_comes_in(brand):
    assert brand("export").out.count("facebook") >= 500


# --- export


def test_an_export_comes_in_again_without_a_change(terminal, calendar, tmp_path):
    terminal("import", calendar, "--yes")
    file = tmp_path / "out.csv"

    assert terminal("export", file).status == 0
    assert terminal("import", file).status == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_without_a_file_the_export_goes_to_standard_output(terminal, calendar, tmp_path):
    terminal("import", calendar, "--yes")
    terminal("export", tmp_path / "out.csv")

    assert terminal("export").out.splitlines() == (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()


def test_where_there_are_two_strategies_one_has_to_be_named(terminal, calendar):
    terminal("import", calendar, "--yes")
    terminal.written(a_second_strategy)

    assert "S1 (maison), S9 (Soleil)" in terminal("export").err
    assert terminal("export", "--strategy", "s1").status == 0
    assert terminal("export", "--strategy", "S7").status == 1


# --- digest


def test_a_digest_in_words(brand):
    said = brand("digest", "--week", "2014-W51")

    assert said.status == 0
    assert "Week 51" in said.out


def test_a_digest_as_json_has_numerators_denominators_and_n(brand):
    found = orjson.loads(brand("digest", "--week", "2014-W51", "--json").out)

    assert found["week"] == "2014-W51"
    assert {"numerator", "denominator", "n"} <= set(str(found).replace("'", " ").split())


def test_a_week_without_anything_is_told_as_well(brand):
    said = brand("digest", "--week", "2013-W01")

    assert said.status == 0
    assert said.out.strip()


# --- refusals, one line each, in both languages


@pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_CA.UTF-8"])
@pytest.mark.parametrize(
    "words",
    [
        ("import", "/nowhere/at/all.csv"),
        ("digest", "--week", "last tuesday"),
        ("digest",),
        ("export",),
        ("export", "--store", "mysql://x"),
        ("export", "--store", "tinydb:////proc/nothing/parution.json"),
    ],
    ids=lambda words: " ".join(words),
)
def test_what_cannot_be_done_is_one_line_that_says_what_to_do(terminal, words, locale):
    said = terminal(*words, locale=locale)

    assert said.status == 1
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err


def test_a_file_that_is_no_calendar_is_refused(terminal, tmp_path):
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\x00\x01")

    assert "not a text file" in terminal("import", path).err


def test_french_is_spoken_to_french_terminals(terminal, calendar):
    said = terminal("import", calendar, "--yes", locale="fr_FR.UTF-8")

    assert "2 ajout" in said.out


# --- other programs


TEXTS = "title,platform,due,text\nSpring,instagram,2099-12-01 10:00,Hello\nRefills,facebook,2099-12-02 09:30,Refill\n"
TEXTS += "Silent,facebook,2099-12-03 09:30,\nLater,x,2100-01-03 09:30,See you\n"


@pytest.fixture
def planned(terminal, tmp_path):
    path = tmp_path / "maison.csv"
    path.write_text(TEXTS, encoding="utf-8")
    terminal("import", path, "--yes", "--zone", "Europe/Paris")
    return terminal


def test_an_export_for_a_tool_is_a_folder_with_a_file_per_platform(planned, tmp_path):
    said = planned("export", tmp_path / "out", "--layout", "buffer", "--month", "2099-12")

    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["buffer-facebook.csv", "buffer-instagram.csv"]
    assert (said.status, "1 post" in said.out, "no text yet" in said.err) == (0, True, True)


def test_an_exported_file_for_a_tool_comes_in_again_without_a_change(planned, tmp_path):
    planned("export", tmp_path / "out", "--layout", "hootsuite")

    said = planned("import", tmp_path / "out" / "hootsuite-facebook.csv", "--yes")

    assert "1 already here" in said.out


def test_an_ics_export_holds_the_events_of_the_month(planned, tmp_path):
    planned("export", tmp_path / "month.ics", "--layout", "ics", "--month", "december 2099")

    assert (tmp_path / "month.ics").read_bytes().count(b"BEGIN:VEVENT") == 3


@pytest.mark.parametrize("words", [("--month", "tuesdayish"), ("--layout", "buffer")])
def test_what_an_export_cannot_do_is_said_in_one_line(planned, tmp_path, words):
    (tmp_path / "taken").write_text("x")

    said = planned("export", tmp_path / "taken", *words)

    assert (said.status, said.err.count("\n")) == (1, 1)
