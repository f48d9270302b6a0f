"""Who asked a question is forgotten: by itself a while after it was closed, and at once, in every copy, on a press."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.care_rules import CareRules
from bot.domain.engage.questions import Question
from storage.copies.daily_backup import back_up_daily
from tests.handlers.posting import SOCIAL, last, shown

MONDAY = datetime(2026, 11, 23, 17, tzinfo=UTC)
MARIE = "Marie Quartz"


@pytest.fixture
def closed(stage) -> datetime:
    """Q1 of Marie is answered, Q2 of Ada dropped, Q3 of Zoé waits; the moment of that."""
    a_question_each(stage)
    return stage.slack.clock.now()


def a_question_each(stage) -> None:
    stage.slack.clock.set(MONDAY)
    bob = stage.slack.hand("UBOB")
    for n, (text, who) in enumerate((("Do you ship?", MARIE), ("Is it vegan?", "Ada"), ("When?", "Zoé")), start=1):
        assert f"Q{n} is kept" in bob.command(f'/checkin question "{text}" from "{who}"', channel=SOCIAL).text
    bob.command("/checkin answered Q1", channel=SOCIAL)
    bob.command("/checkin drop Q2 spam", channel=SOCIAL)


def questions(stage) -> list[Question]:
    with stage.bot.house.store.transaction() as tx:
        return tx.questions.of_strategy("S1")


def askers(stage) -> list[str]:
    return [each.asked_by for each in questions(stage)]


def tick_at(stage, moment: datetime) -> None:
    stage.slack.clock.set(moment)
    stage.bot.tick()


def traces(folder: Path) -> list[str]:
    """The files that still hold her name."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if MARIE.encode() in each.read_bytes()]


def test_it_is_known_for_180_days_after_the_question_was_closed_and_not_longer(stage, closed):
    tick_at(stage, closed + timedelta(days=180))
    assert askers(stage) == [MARIE, "Ada", "Zoé"]

    tick_at(stage, closed + timedelta(days=180, seconds=1))

    assert askers(stage) == ["", "", "Zoé"]  # who waits for an answer is known


def test_years_of_them_are_forgotten_slice_by_slice_the_longest_closed_first(stage, closed):
    with stage.bot.house.store.transaction() as tx:
        known = tx.questions.get("Q1")
        for n in range(10, 10 + 450):
            long_ago = closed - timedelta(days=n)
            tx.questions.put(replace(known, id=f"Q{n}", answered_at=long_ago, rev=0))

    left = []
    for minute in range(4):
        tick_at(stage, closed + timedelta(days=180, minutes=minute))
        left.append(sum(each != "" for each in askers(stage)))

    assert left == [253, 53, 1, 1]


def test_the_rest_of_the_question_stays(stage, closed):
    was = questions(stage)

    tick_at(stage, closed + timedelta(days=181))

    assert questions(stage) == [
        replace(was[0], asked_by="", rev=was[0].rev + 1),
        replace(was[1], asked_by="", rev=was[1].rev + 1),
        was[2],
    ]


def test_a_strategy_says_how_long(stage, closed):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), care=CareRules(forget_days=30)))

    tick_at(stage, closed + timedelta(days=31))

    assert askers(stage) == ["", "", "Zoé"]


def test_one_that_was_reopened_counts_from_when_it_was_closed_again(stage, bob, closed):
    stage.slack.clock.set(closed + timedelta(days=100))
    bob.command("/checkin reopen Q1", channel=SOCIAL)
    bob.command("/checkin answered Q1", channel=SOCIAL)

    tick_at(stage, closed + timedelta(days=181))

    assert askers(stage) == [MARIE, "", "Zoé"]


def test_what_was_done_to_it_meanwhile_brings_no_name_back(stage, bob, closed):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), care=CareRules(forget_days=0)))
    tick_at(stage, closed + timedelta(seconds=1))
    assert askers(stage) == ["", "", "Zoé"]

    bob.command("/post undo", channel=SOCIAL)
    bob.command("/post undo", channel=SOCIAL)

    assert [(each.is_open, each.asked_by) for each in questions(stage)] == [(True, ""), (True, ""), (True, "Zoé")]


def test_no_file_holds_the_name_once_the_backups_of_before_are_thinned_out(on_disk, tmp_path):
    a_question_each(on_disk)
    store, closed = on_disk.bot.house.store, on_disk.slack.clock.now()
    for day in range(170, 181):
        back_up_daily(store, now=closed + timedelta(days=day))
    tick_at(on_disk, closed + timedelta(days=180, seconds=1))
    assert traces(tmp_path)

    for day in range(181, 180 + 22):
        back_up_daily(store, now=closed + timedelta(days=day))
        assert "team.json.journal" not in traces(tmp_path)

    assert traces(tmp_path) == []
    assert sum(1 for each in tmp_path.rglob("*backup*/*")) > 7


def test_a_press_forgets_in_the_backups_as_well(on_disk, tmp_path):
    a_question_each(on_disk)
    back_up_daily(on_disk.bot.house.store, now=MONDAY)
    assert traces(tmp_path)
    hand = on_disk.slack.hand("UBOB")
    card = last(hand.command("/checkin Q1", channel=SOCIAL))

    said = shown(last(hand.press(card, "Forget who asked")))

    on_disk.bot.errands.shutdown()
    assert "Forgotten: who asked Q1" in said
    assert traces(tmp_path) == []
    assert [each.read_bytes().count(b"Zo") > 0 for each in tmp_path.rglob("*backup*/*")] == [True]
