"""Copies of the calendar are found, written anew without somebody, and deleted with everything else."""

import os
from pathlib import Path

import pytest

from bot.domain.errors import UserError
from storage import erase_store
from storage.copies.backup import back_up, restore
from storage.copies.check import check
from storage.copies.daily_backup import back_up_daily
from storage.copies.every_file import contains, copies_of, erase, remove, rewrite
from storage.journal.faults import StoreLocked
from storage.journal.snapshot import Meta, encode_snapshot
from storage.tiny import TinyStore
from tests.storage.store_samples import DAY, NOON, a_post


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A calendar with a copy of every kind, and a neighbour whose name begins alike."""
    path = tmp_path / "cal.json"
    store = TinyStore(path)
    with store.transaction() as tx:
        tx.posts.put(a_post(1, owner_id="U0GONE"))
    back_up_daily(store, now=NOON)
    kept = back_up(store, now=NOON + DAY)
    store.close()
    restore(kept, path, now=NOON + 2 * DAY)
    older = path.with_name("cal.schema-0.json")
    older.write_bytes(b"".join(encode_snapshot(Meta(schema=0, sequence=1), {"posts": {1: b'{"id":"U0GONE"}'}})))
    neighbour = TinyStore(tmp_path / "cal-2.json")
    back_up(neighbour, now=NOON)
    neighbour.close()
    return path


def names(path: Path) -> list[str]:
    return sorted(str(each.relative_to(path.parent)) for each in copies_of(path))


def delete_all_posts(store) -> None:
    with store.transaction() as tx:
        for post in tx.posts.all():
            tx.posts.delete(post.id)


def test_all_copies_are_found_and_no_other_calendars(path):
    assert names(path) == [
        "backups/cal-2026-11-24T120000Z.json",
        "backups/cal-2026-11-25T120000Z.kept.json",
        "backups/cal-2026-11-26T120000Z.replaced/cal.json",
        "cal.schema-0.json",
    ]
    assert all(contains(each, "U0GONE") for each in copies_of(path))


def test_a_backup_is_written_anew_and_can_be_restored(path):
    backup = copies_of(path)[0]

    assert rewrite(backup, delete_all_posts)

    assert check(backup).counts == {}
    assert not contains(backup, "U0GONE")


def test_what_was_put_aside_is_written_anew_with_its_journal(path):
    aside = next(each for each in copies_of(path) if each.parent.suffix == ".replaced")
    store = TinyStore(aside)
    with store.transaction() as tx:
        tx.posts.put(a_post(2, owner_id="U0GONE"))
    journal = aside.with_name("cal.json.journal")
    left = journal.read_bytes()
    store.close()
    journal.write_bytes(left)

    assert rewrite(aside, delete_all_posts)

    assert not contains(aside, "U0GONE")


def test_a_copy_that_cannot_be_read_is_deleted(path):
    backup = copies_of(path)[0]
    backup.write_text('{"posts": U0GONE')

    assert not rewrite(backup, delete_all_posts)

    assert not backup.exists()


def test_a_copy_with_a_document_that_cannot_be_read_is_deleted(path):
    backup = copies_of(path)[0]

    def refuse(store):
        raise UserError("record-unreadable")

    assert not rewrite(backup, refuse)
    assert not backup.exists()


def test_a_copy_for_an_older_version_is_deleted(path):
    older = path.with_name("cal.schema-0.json")

    assert not rewrite(older, delete_all_posts)

    assert not older.exists()


def test_a_folder_that_was_put_aside_goes_as_a_whole(path):
    aside = next(each for each in copies_of(path) if each.parent.suffix == ".replaced")

    remove(aside)

    assert not aside.parent.exists()


def test_everything_of_a_calendar_is_deleted_and_nothing_of_its_neighbour(path):
    path.with_name("cal.json.new").write_text("half")
    path.with_name("cal.json.journal.new").write_text("half")

    assert erase(path) == []

    assert sorted(each.name for each in path.parent.iterdir()) == [
        "backups",
        "cal-2.json",
        "cal-2.json.lock",
        "cal.json.lock",
    ]
    assert [each.name for each in (path.parent / "backups").iterdir()] == ["cal-2-2026-11-24T120000Z.kept.json"]


def unfinished(path: Path) -> list[Path]:
    """What kills leave of a backup, of what is put aside and of an upgrade's copy."""
    aside = path.parent / "backups" / "cal-2026-11-26T120000Z.replaced"
    return [
        path.parent / "backups" / "cal-2026-11-27T120000Z.json.new",
        path.parent / "backups" / "cal-2026-11-27T120000Z.kept.json.new",
        aside / "cal.json.new",
        path.with_name("cal.schema-1.json.new"),
    ]


def test_what_a_kill_left_of_copies_is_found_and_deleted_by_itself(path):
    neighbour = path.parent / "backups" / "cal-2-2026-11-27T120000Z.json.new"
    for each in (*unfinished(path), neighbour):
        each.write_text('{"posts": {\n"1": {"id":"P1","owner_id":"U0GONE"}')
    finished = [each for each in copies_of(path) if each.suffix != ".new"]

    halves = [each for each in copies_of(path) if each not in finished]
    rewritten = [rewrite(each, delete_all_posts) for each in halves]

    assert sorted(halves) == sorted(unfinished(path))
    assert not any(rewritten)
    assert [each for each in (*finished, neighbour, *halves) if each.exists()] == [*finished, neighbour]


def test_a_folder_in_which_a_kill_left_no_more_than_a_half_goes_with_it(path):
    half = path.parent / "backups" / "cal-2026-11-27T120000Z.replaced" / "cal.json.new"
    half.parent.mkdir()
    half.write_text("{")

    remove(half)

    assert not half.parent.exists()


def test_what_a_kill_left_of_copies_is_deleted_with_everything_else(path):
    for each in unfinished(path):
        each.write_text("half")

    assert erase(path) == []

    assert [each for each in unfinished(path) if each.exists()] == []


def test_an_empty_folder_of_backups_goes_too(tmp_path):
    path = tmp_path / "only.json"
    store = TinyStore(path)
    back_up(store, now=NOON)
    store.close()

    erase_store(f"tinydb://{path}")

    assert [each.name for each in tmp_path.iterdir()] == ["only.json.lock"]


def test_a_calendar_behind_a_link_is_deleted_itself(tmp_path):
    path = tmp_path / "disk" / "data.json"
    store = TinyStore(path)
    back_up(store, now=NOON)
    store.close()
    link = tmp_path / "parution.json"
    link.symlink_to(path)

    erase_store(f"tinydb://{link}")

    assert [each.name for each in path.parent.iterdir()] == ["data.json.lock"]


def test_what_could_not_be_deleted_is_told_and_the_rest_is_gone(path, monkeypatch):
    stubborn = copies_of(path)[0]
    unlink = Path.unlink

    def refuse(each, **options):
        if each == stubborn:
            raise PermissionError
        unlink(each, **options)

    monkeypatch.setattr(Path, "unlink", refuse)

    assert erase(path) == [stubborn]
    assert not path.exists()


def test_a_calendar_that_a_bot_holds_is_not_deleted(path):
    store = TinyStore(path)

    with pytest.raises(StoreLocked):
        erase(path)

    assert path.exists()
    store.close()


def test_a_store_that_never_was_is_deleted_without_a_word(tmp_path):
    assert erase(tmp_path / "nowhere" / "cal.json") == []
    assert erase_store("memory:///") == []
    assert os.listdir(tmp_path) == []
