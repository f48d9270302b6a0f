"""`forget` as it is typed: it shows, asks, and reaches into every backup."""

from typing import Any

import pytest

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from storage.copies.every_file import contains, copies_of
from storage.tiny import TinyStore
from tests.cli.terminal import Terminal
from tests.storage.store_samples import NOON, a_check_in, a_delivery, a_post, a_question

AMY = "U0AMY"


def a_team(tx: Any) -> None:
    tx.members.put(Member(id=AMY, name="Amy Roy"))
    tx.members.put(Member(id="U0BOB", name="Bob"))
    tx.posts.put(a_post(1, due_at=NOON, owner_id=AMY))
    tx.posts.put(a_post(2, due_at=NOON, owner_id="U0BOB", notes="Amy knows"))
    tx.check_ins.put(a_check_in(AMY, received=3, learned="tea"))
    tx.questions.put(a_question(1, owner_id=AMY))
    tx.deliveries.put(a_delivery(f"due:S1:P1:{AMY}:2026-11-24", recipient_id=AMY))


def everywhere(terminal: Terminal) -> list[Any]:
    """The files that name Amy."""
    return [each for each in (terminal.path, *copies_of(terminal.path)) if contains(each, AMY)]


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: answer)


@pytest.mark.parametrize("said", [AMY, "u0amy", "Amy Roy", "@amy roy"])
def test_a_member_is_forgotten_by_id_or_by_name_in_the_calendar_and_its_backups(terminal, said):
    terminal.written(a_team)
    terminal("backup")
    assert len(everywhere(terminal)) == 2

    answer = terminal("forget", said, "--yes")

    assert answer.status == 0
    assert everywhere(terminal) == []
    assert terminal.read(lambda tx: [(post.id, post.owner_id) for post in tx.posts.all()]) == [
        ("P1", None),
        ("P2", "U0BOB"),
    ]


def test_it_shows_what_it_will_do_before_it_asks(terminal, monkeypatch):
    terminal.written(a_team)
    terminal("backup")
    at_a_terminal(monkeypatch, "n")

    said = terminal("forget", AMY)

    assert said.status == 1
    assert [line for line in said.out.splitlines() if line.startswith("·")] == [
        "· name, time zone, settings and absences will be deleted",
        "· 1 post will no longer name them; 1 open one will be left without an owner",
        "· 1 round will lose its words and name; the numbers will stay in the team's sums",
        "· 1 question of theirs: open ones will go to whoever looks after the strategy",
        "· 1 reminder to or about them will be deleted",
        "· 1 backup will be rewritten without them. A copy that can't be read will be deleted. "
        "Copies that you put elsewhere are yours to delete.",
        "· Their name appears in other people's texts, which will stay: P2. Check these yourself.",
        "· Whoever writes to Parution again, or is named in a post, becomes known to it again.",
    ]
    assert "Nothing was changed." in said.out
    assert len(everywhere(terminal)) == 2


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en_CA.UTF-8", "· Bob will look after Maison Lune. To name somebody else, type /plan people in its channel."),
        (
            "fr_CA.UTF-8",
            "· Bob s’occupera de Maison Lune. Pour nommer quelqu’un d’autre, tapez /plan personnes dans son canal.",
        ),
    ],
)
def test_it_says_who_looks_after_the_strategy_then(terminal, locale, line):
    terminal.written(a_team)
    lune = Strategy(id="S1", name="Maison Lune", channel_id="C1", zone="UTC", manager_id=AMY, round_ids=(AMY, "U0BOB"))
    terminal.written(lambda tx: tx.strategies.put(lune))

    said = terminal("forget", AMY, "--yes", locale=locale)

    assert line in said.out.splitlines()
    assert terminal.read(lambda tx: tx.strategies.get("S1").manager_id) == "U0BOB"


@pytest.mark.parametrize(("locale", "yes"), [("en_CA.UTF-8", "y"), ("fr_CA.UTF-8", "oui")])
def test_a_yes_in_either_language_is_enough(terminal, monkeypatch, locale, yes):
    terminal.written(a_team)
    at_a_terminal(monkeypatch, yes)

    said = terminal("forget", AMY, locale=locale)

    assert said.status == 0
    assert everywhere(terminal) == []


def test_nobody_is_forgotten_where_nobody_can_be_asked(terminal):
    terminal.written(a_team)

    assert terminal("forget", AMY).status == 1
    assert everywhere(terminal) == [terminal.path]


def test_a_backup_that_cannot_be_read_is_deleted_and_named(terminal):
    terminal.written(a_team)
    terminal("backup")
    (backup,) = copies_of(terminal.path)
    backup.write_bytes(backup.read_bytes()[:-20])

    said = terminal("forget", AMY, "--yes")

    assert f"Deleted, because it can't be read, was never finished or belongs to an older version: {backup}" in said.out
    assert not backup.exists()


@pytest.mark.parametrize(
    ("locale", "words"), [("en_CA.UTF-8", "was never finished"), ("fr_CA.UTF-8", "copie restée inachevée")]
)
def test_a_backup_that_a_kill_left_unfinished_is_deleted_and_named(terminal, locale, words):
    terminal.written(a_team)
    terminal("backup")
    (backup,) = copies_of(terminal.path)
    half = backup.rename(backup.with_name(backup.name + ".new"))

    said = terminal("forget", AMY, "--yes", locale=locale)

    assert words in said.out
    assert str(half) in said.out
    assert not half.exists()


def test_what_a_kill_left_in_the_backups_is_found_by_trying_again(terminal):
    terminal.written(a_team)
    terminal("backup")
    (backup,) = copies_of(terminal.path)
    content = backup.read_bytes()
    terminal("forget", AMY, "--yes")
    backup.write_bytes(content)

    said = terminal("forget", AMY, "--yes")

    assert said.status == 0
    assert everywhere(terminal) == []


@pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])
def test_somebody_nothing_is_kept_about_is_told_so(terminal, locale):
    terminal.written(a_team)

    said = terminal("forget", "Zoé", "--yes", locale=locale)

    assert said.status == 1
    assert "Zoé" in said.err


def test_a_name_of_two_members_is_not_guessed(terminal):
    terminal.written(a_team)
    terminal.written(lambda tx: tx.members.put(Member(id="U0BOB2", name="bob")))

    said = terminal("forget", "Bob", "--yes")

    assert said.status == 1
    assert "U0BOB, U0BOB2" in said.err


def test_the_bot_has_to_be_stopped(terminal):
    terminal.written(a_team)
    store = TinyStore(terminal.path)

    said = terminal("forget", AMY, "--yes")
    store.close()

    assert said.status == 1
    assert "in use by process" in said.err
