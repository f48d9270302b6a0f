"""Two weeks around each clock change of Paris and Toronto, and a member who moves between them on the way.

Paris goes back on 25 October 2026 and forward on 28 March 2027, Toronto on 1 November and on 14 March.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.e2e.living import Life, living, local

TORONTO, LONDON, PARIS = "America/Toronto", "Europe/London", "Europe/Paris"
STANDARD = ("09:00 agenda", "10:00 soon", "11:00 due", "16:00 round")
"""What somebody gets on a working day who has a post at eleven of their own time, and is in the round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """*stays*: where the travelling member is, each place with the moment from which on.

    *travels*: spans of days, and what the traveller reads on the working days in them, on the wall there.
    *nights*: posts in the night of a change: platform, zone, wall time as planned, and what is read of it.
    *off*: working days on which somebody has a public holiday, and neither round nor post.
    """

    first: date
    last: date
    stays: tuple[tuple[datetime, str], ...]
    travels: tuple[tuple[date, date, tuple[str, ...]], ...]
    nights: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    radar: (
        date  # the first working day from the 25th on: after their morning the manager hears what the next month lacks
    )
    off: frozenset[tuple[str, date]] = frozenset()

    @property
    def opening(self) -> datetime:
        return local(TORONTO, self.first - timedelta(days=1), "17:00")  # every round of the day before is over

    @property
    def end(self) -> datetime:
        return local(TORONTO, self.last, "17:00")

    def working_days(self, member: str) -> list[date]:
        span = (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))
        return [day for day in span if day.weekday() < 5 and (member, day) not in self.off]

    def home_of_bob(self, moment: datetime) -> str:
        return [zone for since, zone in self.stays if since <= moment][-1]


AUTUMN = Season(
    first=date(2026, 10, 22),
    last=date(2026, 11, 4),
    stays=(
        (datetime(2026, 1, 1, tzinfo=UTC), LONDON),
        (local(LONDON, date(2026, 10, 28), "12:00"), TORONTO),  # eight in the morning there
    ),
    travels=(
        (date(2026, 10, 22), date(2026, 10, 23), ("09:00 agenda", "15:00 soon", "16:00 due")),
        (date(2026, 10, 26), date(2026, 10, 27), ("09:00 agenda", "14:00 soon", "15:00 due", "16:00 round")),
        (date(2026, 10, 28), date(2026, 11, 4), STANDARD),  # nine was in London, on the 28th
    ),
    nights=(
        ("instagram", PARIS, "2026-10-25T02:30", ("01:30 soon", "02:30 due")),
        ("facebook", TORONTO, "2026-11-01T01:30", ("00:30 soon", "01:30 due")),
    ),
    radar=date(2026, 10, 26),
)
SPRING = Season(
    first=date(2027, 3, 11),
    last=date(2027, 3, 31),
    stays=(
        (datetime(2027, 1, 1, tzinfo=UTC), TORONTO),
        (local(TORONTO, date(2027, 3, 17), "11:30"), PARIS),  # half past four there: the round is asked for at once
    ),
    travels=(
        (date(2027, 3, 11), date(2027, 3, 16), STANDARD),
        (date(2027, 3, 17), date(2027, 3, 17), ("09:00 agenda", "10:00 soon", "11:00 due", "16:30 round")),
        (date(2027, 3, 18), date(2027, 3, 26), ("09:00 agenda", "15:00 soon", "16:00 due")),
        (date(2027, 3, 29), date(2027, 3, 31), ("09:00 agenda", "16:00 soon", "17:00 due")),
    ),
    nights=(
        ("facebook", TORONTO, "2027-03-14T02:30", ("01:30 soon", "03:30 due")),  # half past two does not exist
        ("instagram", PARIS, "2027-03-28T02:30", ("01:30 soon", "03:30 due")),
    ),
    radar=date(2027, 3, 25),
    off=frozenset({("amy", date(2027, 3, 26)), ("bob", date(2027, 3, 29)), ("chloe", date(2027, 3, 29))}),  # Easter
)
OWNERS = {"facebook": ("UAMY", "amy", "fr"), "instagram": ("UCHLOE", "chloe", "fr"), "linkedin": ("UBOB", "bob", "en")}


def rows(season: Season) -> list[tuple[str, str, str]]:
    """Platform, due wall time and its zone: one post for each working day of each of the three, and the nights'."""
    zones = {"facebook": TORONTO, "instagram": PARIS, "linkedin": TORONTO}
    daily = [
        (platform, f"{day}T11:00", zone)
        for platform, zone in zones.items()
        for day in season.working_days(OWNERS[platform][1])
    ]
    return [*daily, *(night[:1] + night[2:3] + night[1:2] for night in season.nights)]


def calendar(season: Season) -> bytes:
    lines = [f"{platform};{wall};{zone};Post of {wall}, {platform}" for platform, wall, zone in rows(season)]
    return "\n".join(["platform;due;due_zone;title", *lines]).encode()


def owed(season: Season) -> list[str]:
    found = [
        f"{day:%d %b} {clock} {name} fr {kind}"
        for name in ("amy", "chloe")
        for day in season.working_days(name)
        for clock, kind in (each.split() for each in STANDARD)
    ]
    found += [
        f"{day:%d %b} {each.split()[0]} bob en {each.split()[1]}"
        for first, last, told in season.travels
        for day in season.working_days("bob")
        if first <= day <= last
        for each in told
    ]
    found += [
        f"{date.fromisoformat(wall[:10]):%d %b} {each.split()[0]} {OWNERS[platform][1]} fr {each.split()[1]}"
        for platform, _, wall, told in season.nights
        for each in told
    ]
    found.append(f"{season.radar:%d %b} 10:00 amy fr radar")
    mondays = (season.first + timedelta(days=n) for n in range((season.last - season.first).days + 1))
    return sorted([*found, *(f"{day:%d %b} 09:00 social en digest" for day in mondays if day.weekday() == 0)])


def told(life: Life, season: Season, strategy_zone: str) -> list[str]:
    homes = {"UAMY": TORONTO, "UCHLOE": PARIS, "CSOCIAL": strategy_zone}
    return sorted(
        " ".join(each.line(homes.get(each.who) or season.home_of_bob(each.at), form="%d %b %H:%M").split()[:6])
        for each in life.arrived()
        if not each.thread_ts
    )


def live(life: Life, season: Season, strategy_zone: str) -> None:
    life.set_up(zone=strategy_zone)
    life.change_member("UBOB", tz=season.home_of_bob(season.opening))
    life.import_file("UAMY", "calendar.csv", calendar(season))
    acts = [*moves(season), *publications(season), *rounds(season)]
    for moment, act in sorted((moment, act) for moment, act in acts if moment < season.end):
        life.move_to(moment)
        act(life)
        life.settle()
    life.move_to(season.end)


def moves(season: Season) -> Iterator[tuple[datetime, "Move"]]:
    return ((since, Move(zone)) for since, zone in season.stays if since > season.opening)


def publications(season: Season) -> Iterator[tuple[datetime, "Publication"]]:
    """Five minutes after each post is due, numbers at once: nothing is overdue, and none are asked for."""
    for number, (platform, wall, zone) in enumerate(rows(season), start=1):
        due = local(zone, date.fromisoformat(wall[:10]), wall[11:]).astimezone(UTC)
        yield due + timedelta(minutes=5), Publication(number, OWNERS[platform][0])


def rounds(season: Season) -> Iterator[tuple[datetime, "Done"]]:
    """In the evening, after they were asked for: who skips three is asked something else."""
    for name, home in (("amy", TORONTO), ("chloe", PARIS), ("bob", "")):
        for day in season.working_days(name):
            zone = home or season.home_of_bob(local(LONDON, day, "17:00"))
            yield local(zone, day, "18:30"), Done(f"U{name.upper()}")


@dataclass(frozen=True, order=True)
class Act:
    def __call__(self, life: Life) -> None:
        raise NotImplementedError


@dataclass(frozen=True, order=True)
class Done(Act):
    user_id: str

    def __call__(self, life: Life) -> None:
        assert life.hand(self.user_id).command("/checkin 2 received, 2 answered").messages


@dataclass(frozen=True, order=True)
class Move:
    zone: str

    def __call__(self, life: Life) -> None:
        life.change_member("UBOB", tz=self.zone)


@dataclass(frozen=True, order=True)
class Publication:
    number: int
    user_id: str

    def __call__(self, life: Life) -> None:
        hand = life.hand(self.user_id)
        for text in (
            f"/post done P{self.number} https://platform.example/{self.number}",
            f"/kpi log P{self.number} reach 100 reactions 5",
        ):
            answer = hand.command(text)
            assert answer.messages, f"{text}: {answer}"


SEASONS = [(season, zone) for season in (AUTUMN, SPRING) for zone in (TORONTO, PARIS)]


@pytest.fixture(
    scope="module", params=SEASONS, ids=["autumn-toronto", "autumn-paris", "spring-toronto", "spring-paris"]
)
def lived(request: pytest.FixtureRequest) -> Iterator[tuple[Life, Season, str]]:
    season, strategy_zone = request.param
    with living(at=season.opening) as life:
        live(life, season, strategy_zone)
        yield life, season, strategy_zone


def test_around_clock_changes_and_a_move_nothing_is_lost_doubled_or_off_its_minute(
    lived: tuple[Life, Season, str],
) -> None:
    life, season, strategy_zone = lived

    assert told(life, season, strategy_zone) == owed(season)
    assert [each.text for each in life.arrived() if each.is_late()] == []


def test_a_time_that_comes_twice_means_the_first_and_one_that_is_skipped_the_hour_after(
    lived: tuple[Life, Season, str],
) -> None:
    life, season, _ = lived
    nights = [f"Post of {wall}," for _, _, wall, _ in season.nights]

    due = [each for each in life.arrived() if each.kind_and_language[0] == "due"]

    moments = [f"{each.at:%Y-%m-%d %H:%M}" for each in due if any(night in each.text for night in nights)]
    assert moments == (
        ["2026-10-25 00:30", "2026-11-01 05:30"] if season is AUTUMN else ["2027-03-14 07:30", "2027-03-28 01:30"]
    )
