"""The bot is down for three days, or starts anew again and again: what was missed is told once, nothing twice."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.tiny import TinyStore
from tests.e2e import test_a_week as week
from tests.e2e.living import Life, blocks_as_text, living, local

TORONTO = "America/Toronto"
MONDAY = date(2026, 11, 16)
CALENDAR = """\
platform;due;title
facebook;2026-11-17T12:00;Offre de la semaine
linkedin;2026-11-19T10:00;How we make Atelier
blog;2026-11-18T14:00;Field notes
instagram;2026-11-20T15:00;Concours du vendredi
"""
"""Of Amy, Bob, Dan and Chloé, in the strategy's time, Toronto. The bot sleeps from Monday 18:00 to Friday 11:20."""

OWED = """
Mon 16:00 amy   fr round

Fri 11:20 amy   fr catch-up P1
Fri 16:20 bob   en catch-up P2
Fri 17:20 chloe fr catch-up P4
Fri 09:20 dan   en catch-up P3

Fri 16:00 amy   fr round
Fri 20:00 chloe fr soon P4
Fri 21:00 chloe fr due P4
Fri 23:00 chloe fr overdue P4
"""
"""Times are on the reader's own wall. It is past nine for everybody when the bot is back: no agenda by itself."""


def awake_until_monday_evening(life: Life) -> None:
    life.import_file("UAMY", "novembre.csv", CALENDAR.encode())
    life.move_to(local(TORONTO, MONDAY, "18:00"))


def asleep_until(life: Life, day: date, clock: str) -> None:
    """The process is gone and comes back; nobody ticks in between."""
    life.slack.clock.set(local(TORONTO, day, clock))
    life.restart()
    life.bot.tick()


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """The week in which the bot slept from Monday evening to Friday."""
    file = tmp_path_factory.mktemp("store") / "parution.json"
    with living(at=local(TORONTO, MONDAY, "12:00"), store=lambda: TinyStore(file)) as life:
        awake_until_monday_evening(life)
        asleep_until(life, MONDAY + timedelta(days=4), "11:20")
        life.move_to(local(TORONTO, MONDAY + timedelta(days=5), "12:00"))
        yield life


def test_after_three_days_everybody_gets_one_message_and_life_goes_on(back: Life) -> None:
    assert sorted(back.lines()) == sorted(" ".join(line.split()) for line in OWED.splitlines() if line)


def test_the_one_message_says_from_when_to_when_and_counts_what_was_missed(back: Life) -> None:
    told = {each.who: each.words for each in back.arrived() if each.kind_and_language[0] == "catch-up"}

    assert "(mar. 17 nov. 10 h – ven. 20 nov. 11 h 20)" in told["UAMY"]  # since Chloé's round: it was four in Paris
    assert "(Tue 17 Nov 15:00 – Fri 20 Nov 16:20)" in told["UBOB"]
    assert "1 post came due and 4 rounds got no invitation." in told["UBOB"]  # today's too: it is past four
    assert "1 publication est arrivée à échéance et 3 rondes n’ont pas été proposées." in told["UAMY"]
    assert "1 post came due." in told["UDAN"]  # he is not in the round
    assert "1 publication est encore à venir et 4 rondes n’ont pas été proposées." in told["UCHLOE"]


def test_the_one_message_has_what_one_does_next(back: Life) -> None:
    told = back.last_message("UBOB", "While I was away")

    bob = back.hand("UBOB")
    bob.press(told, "post.more", choice="done:P2")
    assert bob.submit({"link": "https://linkedin.example/2"}).errors == {}
    back.settle()

    assert "How we make Atelier* · LinkedIn · Sat 21 Nov 17:00 (12:00 in Montréal) · published" in blocks_as_text(
        back.last_message("UBOB", "While I was away").blocks
    )


def test_after_an_hour_a_single_message_comes_late_and_says_so() -> None:
    with living(at=local(TORONTO, MONDAY, "12:00")) as life:
        life.import_file("UAMY", "novembre.csv", CALENDAR.encode())
        life.move_to(local(TORONTO, MONDAY + timedelta(days=1), "11:30"))
        known = len(life.lines())

        life.slack.clock.set(local(TORONTO, MONDAY + timedelta(days=1), "12:25"))
        life.bot.tick()

        assert life.lines()[known:] == ["Tue 12:25 amy fr due P1"]
        assert "Ce message arrive en retard : il était prévu le mar. 17 nov. 12 h" in life.arrived()[-1].shown


@pytest.mark.parametrize(
    ("weekday", "clock", "arrives"),
    [(0, "11:20", True), (2, "08:00", True), (3, "10:00", False)],
    ids=["same-day", "two-days-later", "after-three-days"],
)
def test_a_digest_that_was_slept_through_comes_once_within_three_days(weekday: int, clock: str, arrives: bool) -> None:
    with living(at=local(TORONTO, MONDAY - timedelta(days=3), "12:00")) as life:
        life.import_file("UAMY", "novembre.csv", CALENDAR.encode())
        life.bot.tick()
        life.slack.clock.set(local(TORONTO, MONDAY + timedelta(days=weekday), clock))

        for _ in range(3):
            life.bot.tick()
        life.move_to(local(TORONTO, MONDAY + timedelta(days=4), "12:00"))

        digests = [each for each in life.arrived() if each.who == "CSOCIAL"]
        notices = [each for each in life.hand("UAMY").direct_messages() if "pas envoyé à temps" in each.text]
        assert (len(digests), len(notices)) == ((1, 0) if arrives else (0, 1))
        assert all(
            "This message is late: it should have reached you Mon, Nov 16, 9:00 a.m." in each.shown for each in digests
        )


def test_a_bot_that_starts_anew_at_every_moment_tells_the_same_as_one_that_never_stops(tmp_path: Path) -> None:
    with living(at=week.OPENING, store=lambda: TinyStore(tmp_path / "parution.json")) as life:
        week.live(life, life.move_by_restarts)

        assert sorted(life.lines()) == week.owed()
