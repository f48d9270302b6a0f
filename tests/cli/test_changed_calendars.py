"""What a person reads of a calendar that somebody changed, emptied or took away, and what leads on from there."""

from pathlib import Path

import pytest

from storage.journal.recovery import journal_path
from tests.cli.terminal import Terminal, a_calendar
from tests.storage.left import killed, posts_in

LOCALES = pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])


@pytest.fixture
def calendar(terminal: Terminal) -> Path:
    terminal.written(a_calendar)
    return terminal.path


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"name":"Maison Lune"', b'"name":"Maison Rune"'))


@LOCALES
def test_a_check_says_that_the_calendar_was_changed_and_after_the_start_where_it_is_kept(terminal, calendar, locale):
    edit(calendar)
    before = terminal("check", locale=locale)
    posts_in(calendar)

    after = terminal("check", locale=locale)

    assert before.status == after.status == 0
    first = {
        "en": f"note {calendar} was changed outside of Parution since it was written. If that was you",
        "fr": f"note {calendar} a été modifié hors de Parution depuis sa dernière écriture. Si c’est vous",
    }
    assert first[locale[:2]] in before.out
    assert first[locale[:2]] not in after.out
    [kept] = (calendar.parent / "backups").glob("*.found")
    assert str(kept) in after.out


def test_a_check_of_a_backup_that_was_changed_says_so_and_so_does_its_restore(terminal, calendar):
    terminal("backup", "--to", calendar.parent / "mine.json")
    edit(calendar.parent / "mine.json")

    said = terminal("check", calendar.parent / "mine.json")
    restored = terminal("restore", calendar.parent / "mine.json")

    assert "was changed outside of Parution since it was written. If that was not you" in said.out
    assert "was changed since it was made" in restored.out
    assert restored.status == 0


GONE = {
    "en": ["is gone, though", "restore the newest backup: parution restore"],
    "fr": ["a disparu", "restaurez la sauvegarde la plus récente : parution restore"],
}
EMPTY = {"en": ["is empty, though"], "fr": ["est vide"]}


@LOCALES
@pytest.mark.parametrize("is_empty", [False, True])
@pytest.mark.parametrize("words", [("check",), ("export", "--everything"), ("export",), ("import", "no.csv"), ("run",)])
def test_a_calendar_that_vanished_beside_its_backup_is_no_new_one(terminal, calendar, locale, is_empty, words):
    terminal.patch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    terminal.patch.setenv("SLACK_APP_TOKEN", "xapp-1")
    (calendar.parent / "no.csv").write_text("title\n")
    terminal("backup")
    calendar.write_bytes(b"") if is_empty else calendar.unlink()

    said = terminal(*(calendar.parent / each if each.endswith(".csv") else each for each in words), locale=locale)

    assert said.status == 1
    for each in (EMPTY if is_empty else GONE)[locale[:2]]:
        assert each in said.err.replace("\u202f", " ").replace("\u00a0", " ")
    assert said.err.count("\n") == 1
    assert "backups" in said.err


@LOCALES
def test_without_its_journal_the_way_on_is_named_and_works(terminal, locale):
    killed(terminal.path, 1)
    journal_path(terminal.path).unlink()

    said = terminal("check", locale=locale)
    went_on = terminal("restore", terminal.path, locale=locale)

    assert said.status == 1
    assert f"parution restore {terminal.path}" in said.err
    assert went_on.status == 0
    assert terminal("check").status == 0


def test_an_empty_backup_is_refused_in_words(terminal, calendar):
    (calendar.parent / "mine.json").touch()

    said = terminal("restore", calendar.parent / "mine.json")

    assert said.status == 1
    assert "(it is empty)" in said.err
