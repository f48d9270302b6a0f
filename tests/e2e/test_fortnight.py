"""Two weeks of a team that does everything, half of it or nothing: how much everybody hears, and how it reads.

Texts are held against snapshots that somebody read. A change that is meant: PARUTION_SNAPSHOTS=1 writes them anew;
read what differs before it is kept.
"""

import os
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from bot.cli.sample import TEAM
from tests.e2e.fortnight import MANAGER, Fortnight, Work, kind_of, lived, phase_of, rows_of
from tests.e2e.living import Arrived

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots"
CLOSE = timedelta(minutes=5)
every_team = pytest.mark.parametrize("work", list(Work), ids=str)
READ = [(work, "en") for work in Work] + [(Work.NOTHING, "fr")]
"""Whoever does nothing is told the most; French teams that do more are read by `make torture`."""
if os.environ.get("PARUTION_FORTNIGHTS") or os.environ.get("PARUTION_SNAPSHOTS"):
    READ += [(Work.ALL, "fr"), (Work.HALF, "fr")]
as_read = pytest.mark.parametrize(("work", "language"), READ, ids=str)


@cache
def weeks(work: Work, language: str) -> Fortnight:
    return lived(work, language)


def mornings(of: Fortnight) -> list[Arrived]:
    return [each for each in of.arrived if kind_of(each) == "agenda"]


def is_to_the_minute(each: Arrived) -> bool:
    """What loses its worth by waiting: an hour before a post, and when it is due."""
    return phase_of(each) in ("soon", "now")


@every_team
def test_whoever_hears_anything_hears_two_things_on_most_days(work: Work) -> None:
    assert weeks(work, "en").median_of_days() <= 2


@every_team
def test_a_day_with_a_post_that_nobody_does_has_five_messages_at_most(work: Work) -> None:
    of = weeks(work, "en")
    full = [
        (member_id, day, len(heard))
        for member_id in TEAM
        for day, heard in of.by_day(member_id).items()
        if len({each.key.split(":")[2] for each in heard if of.is_of_own_post(each)}) == 1
    ]

    assert full
    assert [each for each in full if each[2] > 5] == []


@every_team
def test_a_manager_hears_two_things_a_day_beside_posts_that_they_are_to_publish(work: Work) -> None:
    of = weeks(work, "en")
    others = {
        day: [each.key for each in heard if not of.is_of_own_post(each)] for day, heard in of.by_day(MANAGER).items()
    }

    assert {day: keys for day, keys in others.items() if len(keys) > 2} == {}


@as_read
def test_no_morning_says_a_thing_twice(work: Work, language: str) -> None:
    for morning in mornings(weeks(work, language)):
        rows = rows_of(morning)
        named = Counter(post for row in rows for post in re.findall(r"\*(P\d+) · ", row))

        assert len(rows) == len(set(rows)), morning.text
        assert set(named.values()) <= {1}, morning.text


@every_team
def test_two_messages_within_five_minutes_are_never_both_such_as_could_have_waited(work: Work) -> None:
    of = weeks(work, "en")
    for member_id in TEAM:
        by_time = sorted(of.to(member_id), key=lambda each: each.at)
        close = [pair for pair in pairwise(by_time) if pair[1].at - pair[0].at < CLOSE]

        assert [[each.key for each in pair] for pair in close if not any(map(is_to_the_minute, pair))] == []


def test_an_idle_team_is_not_offered_a_round_while_nobody_says_that_it_is_of_use() -> None:
    of = weeks(Work.NOTHING, "en")
    for member_id in ("UAMY", "UBOB", "UCHLOE"):
        told = of.to(member_id)
        asked = [each.at for each in told if kind_of(each) == "round-asked"]

        assert len(asked) == 1
        assert any("Today's round takes" in each.text for each in told if each.at < asked[0])
        assert [each.text for each in told if each.at > asked[0] and "Today's round takes" in each.text] == []


def test_a_post_that_went_by_in_the_night_is_late_in_the_morning() -> None:
    """Chloé's evening post in Montréal is due at her midnight."""
    [morning] = [each for each in mornings(weeks(Work.NOTHING, "en")) if each.key.endswith("UCHLOE:2026-11-12")]

    assert "2 late" in morning.headline
    assert "today 00:00" not in morning.words


def test_a_morning_says_whose_a_post_is_that_its_reader_stands_in_for() -> None:
    [morning] = [each for each in mornings(weeks(Work.NOTHING, "en")) if each.key.endswith("UAMY:2026-11-11")]

    assert "you stand in for <@UCHLOE>" in morning.words


@as_read
def test_what_everybody_reads_is_what_was_read_before(work: Work, language: str) -> None:
    """The channel has its own language, whatever its members read."""
    of = weeks(work, language)
    if language == "fr":
        of = replace(of, arrived=[each for each in of.arrived if each.who != "CSOCIAL"])
    said = "\n".join(of.in_words()) + "\n"
    path = SNAPSHOTS / f"fortnight-{work}-{language}.txt"
    if os.environ.get("PARUTION_SNAPSHOTS"):
        path.write_text(said, encoding="utf-8")

    assert said.splitlines() == path.read_text(encoding="utf-8").splitlines()
