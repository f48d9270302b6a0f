"""What is typed wrongly, or asked of a disk that won't: one line that says what to do, status 1, no traceback."""

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.cli import demo
from tests.cli.terminal import Terminal, a_calendar
from tests.conftest import ROOT

LOCALES = pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])
CSV = "title,platform,due\nSpring contest,instagram,2026-12-01 10:00\n"

WRONG = [
    ("sandbox --port 70000", "--port"),
    ("sandbox --port -1", "--port"),
    ("sandbox --manifest {tmp}/none.yml", "none.yml"),
    ("sandbox --manifest {tmp}/broken.yml", "broken.yml"),
    ("sandbox --manifest {tmp}/list.yml", "list.yml"),
    ("sandbox --manifest {tmp}/shapeless.yml", "shapeless.yml"),
    ("sandbox --manifest {tmp}/bytes.yml", "bytes.yml"),
    ("sandbox --manifest {tmp}", "parution manifest"),
    ("sandbox --request-url localhost:3000", "localhost:3000"),
    ("sandbox --request-url https://[", "http://127.0.0.1:3000/slack/events"),
    ("demo --port 70000", "--port"),
    ("demo --at tomorrow", "2026-11-25T08:55"),
    ("demo --at 9999-12-31T23:59", "9999-12-31T23:59"),
    ("demo --at 0001-01-01", "0001-01-01"),
    ("demo --store sqlite:///x", "tinydb:///"),
    ("export {tmp}", "{tmp}"),
    ("export {tmp}/none/calendar.csv", "none"),
    ("export --layout ics {tmp}", "{tmp}"),
    ("export --layout buffer {tmp}/list.yml", "list.yml"),
    ("export --everything {tmp}", "{tmp}"),
    ("export --everything /dev/null", "/dev/null"),
    ("export --store tinydb:///dev/null", "/dev/null"),
    ("export --store tinydb://{tmp}/circle", "circle"),
    ("export --month 2026-13", "2026-13"),
    ("export --strategy S9", "S9"),
    ("digest --week 2014-W99", "2014-W99"),
    ("backup --to /dev/null", "/dev/null"),
    ("backup --store tinydb://{tmp}/none/x.json", "none/x.json"),
    ("check /dev/zero", "/dev/zero"),
    ("check {tmp}", "{tmp}"),
    ("restore /dev/zero", "/dev/zero"),
    ("restore {tmp}/none.json", "none.json"),
    ("import /dev/zero --yes", "/dev/zero"),
    ("import {tmp} --yes", "{tmp}"),
    ("import --everything {tmp}/list.yml", "list.yml"),
    ("import {tmp}/good.csv --yes --zone Nowhere --store memory:///", "--zone"),
    ("import {tmp}/good.csv --yes --zone Europe --store memory:///", "Europe/Paris"),
    ("forget nobody --yes", "nobody"),
]


@pytest.fixture
def tmp(terminal: Terminal, tmp_path: Path) -> Path:
    """A calendar, with files of all kinds in a folder beside it."""
    terminal.written(a_calendar)
    folder = tmp_path / "words"
    folder.mkdir()
    files = {"broken.yml": "a: [1", "list.yml": "- 1\n", "shapeless.yml": "features: 3\n", "good.csv": CSV}
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "bytes.yml").write_bytes(b"\xff\x00")
    (folder / "circle").symlink_to(folder / "circle")
    return folder


@LOCALES
@pytest.mark.parametrize(("line", "named"), WRONG, ids=[line for line, _ in WRONG])
def test_one_line_says_what_is_wrong(terminal, tmp, monkeypatch, locale, line, named):
    monkeypatch.setattr(demo, "wait_for_signal", lambda asked: None)

    said = terminal(*line.format(tmp=tmp).split(), locale=locale)

    assert said.status == 1
    assert len(said.err.splitlines()) == 1
    assert named.format(tmp=tmp) in said.err


def test_a_device_is_still_one(terminal, tmp):
    """As an administrator a file could take its place, and nothing on that machine would work any more."""
    for line in ("export --everything /dev/null", "backup --to /dev/null", "export --store tinydb:///dev/null"):
        terminal(*line.split())

    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("zone", [":/etc/localtime", "/etc/localtime", ":Europe/Paris", "", "EST5EDT"])
def test_a_zone_as_machines_are_told_it_is_understood(terminal, zone):
    terminal.patch.setenv("TZ", zone)
    terminal.written(a_calendar)

    assert terminal("check").status == 0


def test_a_zone_is_read_from_the_name_of_its_file(tmp_path):
    from bot.settings import zone

    file = tmp_path / "zoneinfo/Europe/Paris"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    (tmp_path / "localtime").symlink_to(file)

    assert zone({"TZ": f":{tmp_path}/localtime"}) == "Europe/Paris"


# --- questions without anybody to answer


@LOCALES
def test_an_import_without_a_terminal_names_yes(terminal, tmp, locale):
    said = terminal("import", tmp / "good.csv", locale=locale)

    assert said.status == 1
    assert len(said.err.splitlines()) == 1
    assert "--yes" in said.err
    assert terminal.read(lambda tx: len(tx.posts.all())) == 2


@LOCALES
def test_forgetting_without_a_terminal_names_yes(terminal, tmp, locale):
    said = terminal("forget", "U1", locale=locale)

    assert said.status == 1
    assert "--yes" in said.err


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "status", "posts"), [("y\n", 0, 3), ("oui\n", 0, 3), ("n\n", 1, 2), ("", 1, 2)])
def test_at_a_terminal_the_answer_counts_and_ctrl_d_is_a_no(terminal, tmp, monkeypatch, typed, status, posts):
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))

    said = terminal("import", tmp / "good.csv")

    assert (said.status, said.err) == (status, "")
    assert terminal.read(lambda tx: len(tx.posts.all())) == posts


# --- where the answer goes


class Full(io.StringIO):
    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_a_full_disk_behind_the_output_is_said(terminal, tmp, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Full())

    said = terminal("check")

    assert said.status == 1
    assert said.err.splitlines() == [said.err.strip()]
    assert "No space left on device" in said.err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_these_letters_gets_the_others(terminal, tmp, monkeypatch, encoding):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, encoding=encoding, write_through=True))

    said = terminal("export", "--strategy", "“S9”", locale="fr_FR")

    assert said.status == 1
    assert b"S9" in written.getvalue()


def test_who_reads_no_further_ends_it_without_a_word(terminal):
    """`parution manifest | head -1`, without `head`'s buffer: the end that reads is closed before a word is said."""
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "bot", "manifest"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    os.close(reading)

    _, err = process.communicate(timeout=30)

    assert err == b""


def test_nothing_is_left_running_after_a_refusal(terminal, tmp):
    before = threading.active_count()

    terminal("demo", "--store", "sqlite:///x")

    assert threading.active_count() == before
