"""`parution check`: what is there, what is damaged, what is only a note; and the start that it explains."""

import os

import pytest

from bot.domain.members import Member
from storage.records import SCHEMA
from tests.cli.terminal import a_calendar
from tests.cli.test_backup_commands import LOCALES
from tests.storage.journal.raw import Journal
from tests.storage.store_samples import a_measurement, a_post


def test_a_sound_calendar_is_counted_while_the_bot_runs(terminal, running):
    said = terminal("check")

    assert said.status == 0
    assert "can be read to the end: 1 strategy and 2 posts" in said.out
    assert "There is no backup yet" in said.out


def test_a_backup_can_be_checked_too(terminal, running):
    terminal("backup", "--to", terminal.path.parent / "mine.json")

    assert "mine.json can be read" in terminal("check", terminal.path.parent / "mine.json").out


@LOCALES
def test_damage_is_named_by_its_byte_with_the_newest_backup(terminal, locale):
    terminal.written(a_calendar)
    terminal("backup")
    (newest,) = (terminal.path.parent / "backups").iterdir()
    content = terminal.path.read_bytes()
    place = content.index(b'"title"')
    terminal.path.write_bytes(content[:place] + b"\x00" + content[place:])

    said = terminal("check", locale=locale)

    assert said.status == 1
    assert str(place) in said.err
    assert str(newest) in said.err
    assert len(said.err.splitlines()) == 1


def test_a_line_of_the_journal_that_changed_is_named_by_its_byte(terminal):
    journal = Journal(terminal.path, schema=SCHEMA)
    for number in (1, 2, 3):
        journal.commit([("notes", f"n{number}", {"id": f"n{number}"})])
    lines = terminal.path.with_name("parution.json.journal")
    content = lines.read_bytes()
    second = content.rindex(b"\n", 0, content.index(b'"n2"')) + 1
    lines.write_bytes(content.replace(b'"n2"', b'"n9"'))

    said = terminal("check")
    os.close(journal._lock_fd)

    assert said.status == 1
    assert f"byte {second} " in said.err


@LOCALES
@pytest.mark.parametrize("words", [("check",), ("run",)])
def test_a_calendar_of_a_newer_version_is_refused_in_one_line(terminal, locale, words, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    content = '{"_meta": {"1": {"schema": 99, "sequence": 1}}}'
    terminal.path.write_text(content)

    said = terminal(*words, locale=locale)

    assert said.status == 1
    assert "99" in said.err
    assert len(said.err.splitlines()) == 1
    assert terminal.path.read_text() == content


@LOCALES
def test_a_second_bot_is_refused_in_one_line_that_names_the_first(terminal, running, locale, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")

    said = terminal("run", locale=locale)

    assert said.status == 1
    assert str(os.getpid()) in said.err
    assert len(said.err.splitlines()) == 1


@LOCALES
def test_a_damaged_calendar_stops_the_start_in_one_line_with_the_newest_backup(terminal, locale, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    terminal.written(a_calendar)
    terminal("backup")
    terminal.path.write_bytes(terminal.path.read_bytes()[:-20])

    said = terminal("run", locale=locale)

    assert said.status == 1
    assert "kept.json" in said.err
    assert len(said.err.splitlines()) == 1


def test_a_field_nobody_knows_is_a_note_and_no_fault(terminal):
    terminal.written(a_calendar)
    terminal.path.write_text(terminal.path.read_text().replace('"title":"Post 2"', '"titel":"x","title":"Post 2"'))

    said = terminal("check")

    assert said.status == 0
    assert "note posts P2 has a field “titel”" in said.out


@LOCALES
def test_a_calendar_of_an_older_version_is_told_what_the_next_start_does(terminal, locale, monkeypatch):
    terminal.written(a_calendar)
    monkeypatch.setattr("storage.copies.check.upgrade", lambda old, tables: None)
    for module in ("storage.copies.check", "bot.cli.backup"):
        monkeypatch.setattr(f"{module}.SCHEMA", SCHEMA + 1)
    before = terminal.path.read_bytes()

    said = terminal("check", locale=locale)

    assert said.status == 0
    assert f"format {SCHEMA};" in said.out.replace("\u202f;", ";")
    assert terminal.path.read_bytes() == before


def test_what_cannot_be_read_is_named_and_fails(terminal):
    terminal.written(a_calendar)
    terminal.path.write_text(terminal.path.read_text().replace('"platform":"instagram"', '"platform":"telegram"', 1))

    said = terminal("check")

    assert said.status == 1
    assert "PROBLEM posts P1 can't be read" in said.out


@LOCALES
def test_what_belongs_to_something_gone_is_named(terminal, locale):
    terminal.written(lambda tx: (a_calendar(tx), tx.posts.put(a_post(3, strategy_id="S9")), tx.next_number("post")))
    terminal.written(lambda tx: tx.measurements.put(a_measurement("P8", reach=1)))
    terminal.written(lambda tx: tx.members.put(Member(id="U1", name="Amy", strategy_id="S1")))

    said = terminal("check", locale=locale)

    assert said.status == 1
    named = [line.split()[-20:] for line in said.out.splitlines() if "S9" in line or "P8" in line]
    assert len(named) == 2
    assert "posts P3" in said.out
    assert "measurements P8:" in said.out


def test_a_number_that_would_be_given_twice_is_named(terminal):
    terminal.written(lambda tx: (a_calendar(tx), tx.posts.put(a_post(12))))

    said = terminal("check")

    assert said.status == 1
    assert 'set "last" of post in the table numbers to 12' in said.out


def test_a_table_of_somebody_else_is_a_note(terminal):
    terminal.written(a_calendar)
    terminal.path.write_text(terminal.path.read_text().replace('{\n"', '{\n"_default": {"1": {"a": 1}},\n"', 1))

    said = terminal("check")

    assert said.status == 0
    assert "“_default”" in said.out
