"""Which of two figures is the month: one reading per line, on Wednesday 25 November 2026 in New York."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.moments import DAY_FIRST, DateOrder
from bot.language.engage.command import parse_checkin
from bot.language.kpi.command import parse_kpi
from bot.language.objective.command import parse_objective
from bot.language.plan.command import parse_plan
from bot.language.post.command import parse_post

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
AMERICAN = DateOrder(month_first=True)
UNSURE = DateOrder(month_first=True, is_sure=False)
CHRISTMAS, NEW_YEAR = date(2026, 12, 24), date(2027, 1, 2)
PARSERS = {
    "post": parse_post,
    "plan": parse_plan,
    "checkin": parse_checkin,
    "kpi": parse_kpi,
    "objective": parse_objective,
}


def parse(line: str, dates: DateOrder) -> Any:
    command, _, text = line.removeprefix("/").partition(" ")
    return PARSERS[command](text, now=NOW, zone="America/New_York", dates=dates)


def days(request: Any) -> tuple[date | None, ...]:
    span = getattr(request, "span", None)
    names = ("day", "to", "first", "last", "deadline", "until")
    read = (span.first, span.last) if span else tuple(getattr(request, name, None) for name in names)
    return tuple(each for each in read if each)


SPANS = {
    "/checkin away {}": (),
    "/plan theme Winter sale {}": (),
    "/post list all {}": (),
    "/post export buffer {}": (),
}


@pytest.mark.parametrize("line", SPANS)
@pytest.mark.parametrize("typed", ["12/24..1/2", "12/24 to 1/2", "from 12/24 to 1/2", "12/24 – 1/2", "12/24/2026..1/2"])
@pytest.mark.parametrize("dates", [AMERICAN, DAY_FIRST, UNSURE])
def test_a_number_over_twelve_decides_for_the_whole_line(line: str, typed: str, dates: DateOrder) -> None:
    request = parse(line.format(typed), dates)

    assert days(request) == (CHRISTMAS, NEW_YEAR)
    assert not request.doubts


@pytest.mark.parametrize("line", SPANS)
@pytest.mark.parametrize("typed", ["24/12..2/1", "24/12 to 2/1", "2/1/2027..24/1", "24/12/2026 to 2/1/2027"])
def test_it_decides_against_the_readers_own_order(line: str, typed: str) -> None:
    last = date(2027, 1, 24) if typed.endswith("24/1") else NEW_YEAR

    assert days(parse(line.format(typed), AMERICAN)) == (NEW_YEAR if last != NEW_YEAR else CHRISTMAS, last)


@pytest.mark.parametrize(
    ("line", "american", "european"),
    [
        ("/post move P1 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post move P1 12/3 at 9am", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post move P1 9am 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post move P1 12/3/2027", date(2027, 12, 3), date(2027, 3, 12)),
        ("/post move P1 12-3-2027", date(2027, 12, 3), date(2027, 3, 12)),
        ("/post move P1 12/3/27", date(2027, 12, 3), date(2027, 3, 12)),
        ("/post add Sale on facebook 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ('/post add "Sale 24/7" on facebook 12/3', date(2026, 12, 3), date(2027, 3, 12)),
        ("/post add Open 24/7 on facebook 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post add Sale on facebook 12/3 text: bis 24.12., from 13/1 on", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post edit P1 12/3 text From 24/12 on", date(2026, 12, 3), date(2027, 3, 12)),
        ("/plan day Founding day 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/checkin away 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/objective sales 100 orders by 12/3", date(2026, 12, 3), date(2027, 3, 12)),
        ("/post move P1 3.12.2027", date(2027, 12, 3), date(2027, 12, 3)),
        ("/post move P1 2026/12/3", date(2026, 12, 3), date(2026, 12, 3)),
        ("/post move P1 Dec 3rd", date(2026, 12, 3), date(2026, 12, 3)),
    ],
)
def test_where_nothing_in_the_line_tells_the_reader_does(line: str, american: date, european: date) -> None:
    assert set(days(parse(line, AMERICAN))) == {american}
    assert set(days(parse(line, DAY_FIRST))) == {european}


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("/post move 24/12 to 12/26", "24/12", "12/26"),
        ("/checkin away 24/12..1/15", "24/12", "1/15"),
        ("/checkin away 12/24 to 15/1", "15/1", "12/24"),
        ("/plan theme Winter 24/12..1/15", "24/12", "1/15"),
    ],
)
@pytest.mark.parametrize("dates", [AMERICAN, DAY_FIRST, UNSURE])
def test_dates_that_contradict_each_other_are_refused_by_name(
    line: str, first: str, second: str, dates: DateOrder
) -> None:
    with pytest.raises(UserError) as refused:
        parse(line, dates)

    assert (refused.value.key, refused.value.params) == ("dates-mixed", {"first": first, "second": second})


@pytest.mark.parametrize(
    "line",
    [
        "/checkin question Is it 24/12 or 12/26?",
        "/checkin 12/14",
        "/post changes P1 it says 24/12 and 12/26",
        '/post add "From 24/12 to 12/26" on facebook',
    ],
)
def test_what_is_no_date_of_the_line_contradicts_nothing(line: str) -> None:
    assert not parse(line, UNSURE).doubts


@pytest.mark.parametrize(
    "line",
    [
        "/post move P1 12/3",
        "/post move P1 12/3 9am",
        "/post add Sale on facebook 12/3 10:00",
        "/post add Sale on facebook every monday 10:00 until 12/3",
        "/post list all 12/3..12/9",
        "/plan day Founding day 12/3",
        "/plan theme Winter 12/3..12/9",
        "/checkin away 12/3..12/9",
        "/objective sales 100 orders by 12/3",
    ],
)
def test_what_nothing_tells_is_asked_with_the_likelier_filled_in(line: str) -> None:
    request = parse(line, UNSURE)

    assert date(2026, 12, 3) in days(request)
    [doubt] = request.doubts
    assert (doubt.key, doubt.what) == ("date-order", "12/3")
    assert (doubt.day, doubt.other) == (date(2026, 12, 3), date(2027, 3, 12))


def test_only_one_order_may_make_sense() -> None:
    request = parse("/checkin away 1/12/2026..2/12/2026", UNSURE)

    assert days(request) == (date(2026, 12, 1), date(2026, 12, 2))
    assert not request.doubts


@pytest.mark.parametrize("line", ["/post move P1 3/3", "/post move P1 Dec 3", "/post move P1 2026-12-03", "/kpi best"])
def test_what_reads_the_same_is_not_asked(line: str) -> None:
    assert not parse(line, UNSURE).doubts


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("9am", time(9)), ("9 AM", time(9)), ("9:00 PM", time(21)), ("9:30pm", time(21, 30)), ("at 9 p.m.", time(21))],
)
@pytest.mark.parametrize("day", ["12/3", "Dec 3", "Dec 3rd", "Thu, Dec 3,", "Thursday December 3rd"])
def test_american_moments_are_read_as_they_are_written(day: str, typed: str, clock: time) -> None:
    request = parse(f"/post move P1 {day} {typed}", AMERICAN)

    assert (request.day, request.clock) == (date(2026, 12, 3), clock)
    assert (request.doubts, request.not_understood) == ((), ())
