"""`backup`, `restore` and `check` as they are typed, mostly while a bot holds the calendar."""

import os
from pathlib import Path

import pytest

from storage.tiny import TinyStore
from tests.cli.terminal import Terminal, a_calendar
from tests.storage.store_samples import a_post

LOCALES = pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])


def posts_in(path: Path) -> list[str]:
    store = TinyStore(path)
    try:
        with store.transaction() as tx:
            return [post.id for post in tx.posts.all()]
    finally:
        store.close()


@pytest.fixture
def linked(terminal: Terminal) -> Path:
    """The calendar is elsewhere, under another name; what the environment names is a link to it."""
    real = terminal.path.parent / "disk" / "data.json"
    real.parent.mkdir()
    terminal.path.symlink_to(real)
    return real


# Backups


def test_a_running_calendar_is_copied_and_it_is_said_where_to(terminal, running):
    said = terminal("backup")

    (made,) = (terminal.path.parent / "backups").glob("*.kept.json")
    assert said.status == 0
    assert str(made) in said.out
    assert "1 strategy and 2 posts" in said.out
    assert posts_in(made) == ["P1", "P2"]


def test_a_copy_goes_where_it_is_wanted_also_into_a_folder(terminal, running, tmp_path):
    (tmp_path / "usb").mkdir()

    terminal("backup", "--to", tmp_path / "usb")
    terminal("backup", "--to", tmp_path / "new" / "mine.json")

    assert posts_in(tmp_path / "usb" / "parution.json") == posts_in(tmp_path / "new" / "mine.json") == ["P1", "P2"]


def test_a_calendar_behind_a_link_is_copied_with_what_is_only_in_its_journal(terminal, linked, running):
    terminal("backup")
    said = terminal("check", terminal.path)

    (made,) = (linked.parent / "backups").glob("data-*.kept.json")
    assert posts_in(made) == ["P1", "P2"]
    assert "2 posts" in said.out
    assert str(made) in said.out


@pytest.mark.parametrize("name", ["parution.json", "parution.json.journal", "parution.json.lock", "."])
def test_a_copy_never_goes_over_the_calendar_itself(terminal, running, name):
    said = terminal("backup", "--to", terminal.path.parent / name)

    assert said.status == 1
    assert "a copy there would destroy it" in said.err


@pytest.mark.parametrize("words", [("backup",), ("check",), ("export", "--everything")])
def test_where_there_is_no_calendar_none_is_made(terminal, words):
    said = terminal(*words)

    assert said.status == 1
    assert f"no calendar at {terminal.path}" in said.err
    assert not list(terminal.path.parent.iterdir())


@pytest.mark.parametrize("command", ["backup", "restore", "check"])
def test_a_store_that_keeps_no_file_is_told_so(terminal, command):
    said = terminal(command, "--store", "memory:///")

    assert said.status == 1
    assert "keeps nothing on disk" in said.err


def test_a_folder_that_cannot_be_written_is_named(terminal, running):
    (terminal.path.parent / "file").touch()

    said = terminal("backup", "--to", terminal.path.parent / "file" / "mine.json")

    assert said.status == 1
    assert f"{terminal.path.parent}/file" in said.err
    assert "could not be read or written" in said.err


# The way back


def test_a_restore_says_what_is_there_now_and_where_the_rest_is(terminal):
    terminal.written(a_calendar)
    terminal("backup", "--to", terminal.path.parent / "mine.json")
    terminal.written(lambda tx: tx.posts.put(a_post(3)))

    said = terminal("restore", terminal.path.parent / "mine.json")

    (aside,) = (terminal.path.parent / "backups").glob("*.replaced")
    assert said.status == 0
    assert "1 strategy and 2 posts" in said.out
    assert str(aside) in said.out
    assert posts_in(terminal.path) == ["P1", "P2"]
    assert posts_in(aside / "parution.json") == ["P1", "P2", "P3"]


def test_two_restores_at_once_keep_both_of_what_was_there(terminal):
    terminal.written(a_calendar)
    terminal("backup", "--to", terminal.path.parent / "mine.json")

    terminal("restore", terminal.path.parent / "mine.json")
    terminal("restore", terminal.path.parent / "mine.json")

    assert len(list((terminal.path.parent / "backups").glob("*.replaced"))) == 2


def test_a_restore_waits_until_the_bot_is_stopped(terminal, running):
    terminal("backup", "--to", terminal.path.parent / "mine.json")

    said = terminal("restore", terminal.path.parent / "mine.json")

    assert said.status == 1
    assert f"in use by process {os.getpid()}" in said.err


def test_a_calendar_behind_a_link_is_restored_where_it_is_and_not_under_a_bot(terminal, linked):
    mine = terminal.path.parent / "mine.json"
    store = TinyStore(linked)
    with store.transaction() as tx:
        a_calendar(tx)
    terminal("backup", "--to", mine)

    refused = terminal("restore", mine)
    store.close()
    terminal.written(lambda tx: tx.posts.put(a_post(3)))
    terminal("restore", mine)

    assert "in use by process" in refused.err
    assert terminal.path.is_symlink()
    assert posts_in(linked) == ["P1", "P2"]


def test_without_a_file_the_backups_are_listed_the_newest_first(terminal):
    terminal.written(a_calendar)
    folder = terminal.path.parent / "backups"
    terminal("backup", "--to", folder / "parution-2026-11-23T030000Z.json")
    terminal("backup", "--to", folder / "parution-2026-11-24T120000Z.kept.json")

    lines = terminal("restore").out.splitlines()[1:]

    assert [("11-24 12:00" in lines[0], "on request" in lines[0])] == [(True, True)]
    assert [("11-23 03:00" in lines[1], "by itself" in lines[1])] == [(True, True)]


def test_where_there_is_no_backup_it_is_said_how_to_make_one(terminal):
    assert "parution backup" in terminal("restore").out


@LOCALES
@pytest.mark.parametrize("name", ["bad.json", "link.json"])
def test_a_damaged_backup_is_not_used(terminal, locale, name):
    terminal.written(a_calendar)
    bad = terminal.path.parent / "bad.json"
    bad.write_text("{")
    bad.with_name("link.json").symlink_to(bad)

    said = terminal("restore", bad.with_name(name), locale=locale)

    assert said.status == 1
    assert str(bad.with_name(name)) in said.err
    assert posts_in(terminal.path) == ["P1", "P2"]


def test_a_backup_that_is_not_there_is_named(terminal):
    said = terminal("restore", "/nowhere/mine.json")

    assert said.status == 1
    assert "/nowhere/mine.json" in said.err


# The check
