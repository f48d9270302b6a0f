"""What the disk can do to the files: what is torn is dropped, what is damaged is refused with its place."""

import os

import pytest

from storage.journal.faults import StoreDamaged
from storage.journal.snapshot import read_snapshot
from tests.storage.journal.disks import numbers
from tests.storage.journal.raw import Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


@pytest.fixture
def lines(path):
    """The journal of a store that was killed after three writes."""
    journal = Journal(path)
    for number in range(3):
        journal.commit([("posts", f"P{number}", {"text": "x" * 50})])
    os.close(journal._lock_fd)
    return path.with_name("calendar.json.journal")


def written(lines):
    return lines.read_bytes().rstrip(b"\0")


def test_a_torn_last_line_is_dropped_wherever_it_was_torn(path, lines):
    content = written(lines)
    start = content.rindex(b"\n", 0, -1) + 1

    for end in range(start, len(content)):
        lines.write_bytes(content[:end])
        lock_free = path.read_bytes()
        assert numbers(path) == ["P0", "P1"]
        path.write_bytes(lock_free)


def test_a_last_line_with_a_hole_of_zeros_is_dropped(path, lines):
    content = bytearray(written(lines))
    content[-60:-40] = bytes(20)
    lines.write_bytes(content)

    assert numbers(path) == ["P0", "P1"]


def test_after_a_torn_line_the_next_write_starts_where_it_started(path, lines):
    content = written(lines)
    lines.write_bytes(content[:-5])
    journal = Journal(path)
    journal.commit([("posts", "P9", {})])
    os.close(journal._lock_fd)

    assert numbers(path) == ["P0", "P1", "P9"]


def test_room_written_in_advance_is_no_damage(path, lines):
    lines.write_bytes(written(lines) + bytes(5000))

    assert numbers(path) == ["P0", "P1", "P2"]


@pytest.mark.parametrize("place", [0, 9, 60])
def test_damage_in_the_middle_is_refused_with_its_place(path, lines, place):
    content = bytearray(written(lines))
    second = content.index(b"\n") + 1
    content[second + place] ^= 1
    lines.write_bytes(content)
    before = path.read_bytes(), lines.read_bytes()

    with pytest.raises(StoreDamaged) as damage:
        Journal(path)

    assert (damage.value.what, damage.value.byte, damage.value.path) == ("bad_line", second, lines)
    assert (path.read_bytes(), lines.read_bytes()) == before


def test_a_damaged_store_can_be_opened_once_it_is_mended(path, lines):
    content = written(lines)
    lines.write_bytes(b"x" + content[1:])
    with pytest.raises(StoreDamaged):
        Journal(path)

    lines.write_bytes(content)

    assert numbers(path) == ["P0", "P1", "P2"]


def test_a_line_that_is_missing_is_damage(path, lines):
    head, first, _, third = written(lines).splitlines(keepends=True)
    lines.write_bytes(head + first + third)

    with pytest.raises(StoreDamaged, match="gap"):
        Journal(path)


def test_a_main_file_older_than_the_journal_is_damage(path, lines):
    lines.write_bytes(b"".join(written(lines).splitlines(keepends=True)[2:]))

    with pytest.raises(StoreDamaged, match="gap"):
        Journal(path)


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_main_file_that_is_missing_or_empty_beside_a_journal_is_damage(path, lines, is_empty):
    path.write_bytes(b"") if is_empty else path.unlink()

    with pytest.raises(StoreDamaged, match="empty" if is_empty else "gone"):
        Journal(path)


def test_damage_in_the_main_file_is_refused_with_its_place(path):
    path.write_bytes('{"posts": {"1": {"text": "é"}, }}'.encode())

    with pytest.raises(StoreDamaged) as damage:
        Journal(path)

    assert damage.value.what == "not_json"
    assert path.read_bytes()[damage.value.byte :].startswith(b"}}")


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        '{"posts": []}',
        '{"posts": {"first": {}}}',
        '{"posts": {"1": "text"}}',
        '{"_meta": {"1": {"schema": "1", "sequence": 0}}}',
        '{"_meta": {}}',
    ],
)
def test_a_file_that_holds_no_documents_is_refused(path, content):
    path.write_text(content)

    with pytest.raises(StoreDamaged, match="not_documents"):
        Journal(path)


@pytest.mark.parametrize("wrong", [b"x", b"0", b".", b'"', b"}", b"\0", b"\xff", b""])
def test_a_byte_of_the_last_lines_that_is_wrong_is_edited_or_named_damage(path, wrong):
    journal = Journal(path)
    for number in range(120):
        journal.commit([("posts", f"P{number % 2}", {"n": number})])
    journal.close()
    content = path.read_bytes()

    for place in range(content.index(b'"_meta"'), len(content)):
        path.write_bytes(content[:place] + wrong + content[place + 1 :])
        try:
            found = read_snapshot(path)
        except StoreDamaged:
            continue
        assert found.meta is None or (type(found.meta.schema), type(found.meta.sequence)) == (int, int)


def test_a_last_line_that_is_no_json_any_more_is_refused_with_its_place(path):
    Journal(path).close()
    path.write_bytes(path.read_bytes().replace(b'{"schema":1,', b'{"schema:1,'))

    with pytest.raises(StoreDamaged) as damage:
        Journal(path)

    assert damage.value.what == "not_json"
    assert path.read_bytes()[: damage.value.byte].count(b"\n") == path.read_bytes().count(b"\n") - 3


def test_the_same_key_twice_is_refused_with_its_place(path):
    path.write_text('{"posts": {"1": {"id": "P1"}, "2": {"id": "P1"}}}')

    with pytest.raises(StoreDamaged, match="same_key_twice posts P1"):
        Journal(path)


def test_a_line_that_was_copied_with_its_number_is_refused(path):
    path.write_text('{"posts": {\n"1": {"id": "P1"},\n"1": {"id": "P2"}\n}}')

    with pytest.raises(StoreDamaged, match="same_key_twice 1"):
        Journal(path)


@pytest.mark.parametrize("value", ["NaN", "123456789012345678901", '"\\ud800"'])
def test_what_would_not_come_back_as_it_stands_is_refused(path, value):
    path.write_text(f'{{"posts": {{"1": {{"n": {value}}}}}}}')

    with pytest.raises(StoreDamaged):
        Journal(path)
