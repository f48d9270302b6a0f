"""`export --everything` and `import --everything` as they are typed."""

import orjson
import pytest

from storage.copies.everything import tables_in
from storage.tiny import TinyStore
from tests.cli.terminal import Terminal
from tests.storage.store_samples import NOON, a_check_in, a_delivery, a_post


def a_calendar(tx) -> None:
    tx.posts.put(a_post(1, due_at=NOON))
    tx.next_number("post")
    tx.check_ins.put(a_check_in(received=3))
    tx.deliveries.put(a_delivery())


def everything(terminal: Terminal):
    store = TinyStore(terminal.path)
    try:
        return tables_in(store)
    finally:
        store.close()


def test_a_calendar_moves_to_another_machine_by_one_file(terminal, tmp_path):
    terminal.written(a_calendar)
    before = everything(terminal)

    out = terminal("export", "--everything", tmp_path / "all.json")
    terminal.path.rename(tmp_path / "old.json")
    back = terminal("import", "--everything", tmp_path / "all.json")

    assert (out.status, back.status) == (0, 0)
    assert "1 post, 1 round and 1 reminder" in out.out
    assert "1 post, 1 round and 1 reminder" in back.out
    assert everything(terminal) == before
    assert (tmp_path / "all.json").stat().st_mode & 0o777 == 0o600


def test_everything_goes_out_while_the_bot_runs(terminal, tmp_path):
    store = TinyStore(terminal.path)
    with store.transaction() as tx:
        a_calendar(tx)

    said = terminal("export", "--everything", tmp_path / "all.json")
    store.close()

    assert said.status == 0
    assert len(orjson.loads((tmp_path / "all.json").read_bytes())["tables"]["posts"]) == 1


def test_without_a_file_it_goes_to_the_standard_output(terminal):
    terminal.written(a_calendar)

    assert orjson.loads(terminal("export", "--everything").out)["format"] == "parution-everything"


def test_a_calendar_with_something_in_it_is_not_written_over(terminal, tmp_path):
    terminal.written(a_calendar)
    terminal("export", "--everything", tmp_path / "all.json")
    before = everything(terminal)

    said = terminal("import", "--everything", tmp_path / "all.json")

    assert said.status == 1
    assert "--replace" in said.err
    assert everything(terminal) == before


def test_what_gives_way_is_kept_as_a_backup(terminal, tmp_path):
    terminal.written(a_calendar)
    terminal("export", "--everything", tmp_path / "all.json")
    terminal.written(lambda tx: tx.posts.put(a_post(2)))

    said = terminal("import", "--everything", tmp_path / "all.json", "--replace")

    (kept,) = (tmp_path / "backups").glob("*.kept.json")
    assert said.status == 0
    assert str(kept) in said.out
    assert terminal.read(lambda tx: [post.id for post in tx.posts.all()]) == ["P1"]
    assert b'"P2"' in kept.read_bytes()


@pytest.mark.parametrize("content", ["", "{}", "title;due\nSpring;tomorrow\n"])
def test_any_other_file_changes_nothing(terminal, tmp_path, content):
    terminal.written(a_calendar)
    before = everything(terminal)
    (tmp_path / "other").write_text(content)

    said = terminal("import", "--everything", tmp_path / "other", "--replace")

    assert said.status == 1
    assert everything(terminal) == before


def test_a_document_that_cannot_be_read_does_not_go_out_as_if_it_could(terminal, tmp_path):
    terminal.written(a_calendar)
    terminal.path.write_text(terminal.path.read_text().replace('"instagram"', '"telegram"'))

    said = terminal("export", "--everything", tmp_path / "all.json")

    assert said.status == 1
    assert "P1 can't be read" in said.err
    assert not (tmp_path / "all.json").exists()


def test_it_waits_until_the_bot_is_stopped(terminal, tmp_path):
    terminal.written(a_calendar)
    terminal("export", "--everything", tmp_path / "all.json")
    store = TinyStore(terminal.path)

    said = terminal("import", "--everything", tmp_path / "all.json", "--replace")
    store.close()

    assert said.status == 1
    assert "in use by process" in said.err
