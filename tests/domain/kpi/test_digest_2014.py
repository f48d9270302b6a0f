"""Every digest of 2014 against a computation of its own: plain csv rows and fractions, none of the bot's code."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

import pytest

from bot.domain.kpi.digests import Digest
from bot.domain.moments import Week
from bot.domain.strategy import Kpi
from bot.services.kpi.digest import weekly_digest
from bot.services.kpi.digest_json import digest_json
from storage.memory import MemoryStore
from tests.domain.kpi.brand_2014 import brand, measurements, posts, rows
from tests.needed import HAS_BRAND, NO_BRAND, leave_out_unless

leave_out_unless(HAS_BRAND, NO_BRAND)

YEAR = [Week(2014, number) for number in range(2, 53)]
Row = dict[str, str]


@pytest.fixture(scope="module")
def digests() -> Iterator[dict[Week, Digest]]:
    store = MemoryStore()
    with store.transaction() as tx:
        strategy = tx.strategies.put(brand())
        for post in posts():
            tx.posts.put(post)
        for measurement in measurements():
            tx.measurements.put(measurement)
    yield {
        week: weekly_digest(store, strategy, week, now=week.shifted(1).bounds(strategy.zone)[0] + timedelta(hours=9))
        for week in YEAR
    }
    store.close()


def of_week(week: Week) -> list[Row]:
    return [row for row in rows() if date.fromisoformat(row["date"]).isocalendar()[:2] == (week.year, week.number)]


def known(found: list[Row], *columns: str) -> list[Row]:
    return [row for row in found if all(row[column] for column in columns)]


def total(found: list[Row], column: str) -> int:
    return sum(int(row[column]) for row in found if row[column])


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_a_week_holds_the_posts_published_in_it(digests: dict[Week, Digest], week: Week) -> None:
    titles = sorted(each.post.title for each in digests[week].measured)

    assert titles == sorted(row["id"] for row in of_week(week))


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_sums_are_over_the_posts_whose_count_is_known(digests: dict[Week, Digest], week: Week) -> None:
    kpis, found = digest_json(digests[week])["kpis"], of_week(week)

    for name, column in {"engagements": "total_interactions", "reach": "reach", "clicks": "consumptions"}.items():
        figure = kpis[name]
        assert (figure["numerator"], figure["n"]) == (total(found, column), len(known(found, column)))
        assert figure["of"] == len(found)


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_rates_are_pooled_over_the_posts_where_both_numbers_are_known(digests: dict[Week, Digest], week: Week) -> None:
    kpis, found = digest_json(digests[week])["kpis"], of_week(week)

    for name, above, below in [
        ("engagement_rate_by_reach", "total_interactions", "reach"),
        ("engagement_rate_by_impressions", "total_interactions", "impressions"),
        ("click_through_rate", "consumptions", "impressions"),
    ]:
        both = known(found, above, below)
        assert (kpis[name]["numerator"], kpis[name]["denominator"]) == (total(both, above), total(both, below))
        assert (kpis[name]["n"], kpis[name]["hidden"]) == (len(both), len(both) < 5)
        if both:
            assert kpis[name]["value"] == pytest.approx(float(Fraction(total(both, above), total(both, below))))


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_with_too_few_posts_the_target_is_held_against_four_weeks_together(
    digests: dict[Week, Digest], week: Week
) -> None:
    (target,), found = digest_json(digests[week])["targets"], of_week(week)
    four = [row for n in range(4) for row in of_week(week.shifted(-n))]

    is_of_week = len(found) >= 5 or (not found and len(four) < 5)  # nothing of the week, and four say too little
    counted = found if is_of_week else four

    assert target["weeks"] == (1 if is_of_week else 4)
    assert (target["figure"]["n"], target["figure"]["hidden"]) == (len(counted), len(counted) < 5)
    above, below = total(counted, "total_interactions"), total(counted, "reach")
    assert (target["figure"]["numerator"], target["figure"]["denominator"]) == (above, below)
    if len(counted) >= 5:
        assert target["met"] == (Fraction(above, below) >= Fraction(25, 1000))


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_averages_per_post_leave_out_the_posts_whose_count_is_unknown(digests: dict[Week, Digest], week: Week) -> None:
    kpis, found = digest_json(digests[week])["kpis"], of_week(week)

    for name, column in {"amplification": "shares", "conversation": "comments", "applause": "likes"}.items():
        there = known(found, column)
        assert (kpis[name]["numerator"], kpis[name]["denominator"]) == (total(there, column), len(there))


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_the_change_compares_with_the_week_before(digests: dict[Week, Digest], week: Week) -> None:
    change = digest_json(digests[week])["engagements"]
    now, before = (total(of_week(each), "total_interactions") for each in (week, week.shifted(-1)))

    if before:
        assert change["fraction"] == pytest.approx(float(Fraction(now - before, before)))
    else:
        assert (change["fraction"], change["new"]) == (None, now > 0)


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_the_days_are_those_of_the_posts(digests: dict[Week, Digest], week: Week) -> None:
    for each in digest_json(digests[week])["days"]:
        day = date.fromisoformat(each["day"])
        for name, that_day in {"engagements": day, "before": day - timedelta(days=7)}.items():
            found = [row for row in rows() if row["date"] == that_day.isoformat()]
            assert (each[name]["numerator"], each[name]["of"]) == (total(found, "total_interactions"), len(found))


@pytest.mark.parametrize("week", YEAR, ids=str)
def test_what_worked_stands_beside_the_median_of_its_kind_in_the_half_year(
    digests: dict[Week, Digest], week: Week
) -> None:
    found = digest_json(digests[week])
    first, last = week.monday - timedelta(weeks=26), week.sunday

    for told in [*found["worked"], *found["did_not_work"]]:
        own = next(row for row in rows() if row["id"] == told["title"])
        peers = [
            Fraction(int(row["total_interactions"]), int(row["reach"]))
            for row in rows()
            if (row["category"] == own["category"] or told["peers"] == "platform")
            and first <= date.fromisoformat(row["date"]) <= last
            and row["id"] != own["id"]
        ]
        value = Fraction(int(own["total_interactions"]), int(own["reach"]))
        assert (told["n"], told["beats"]) == (len(peers), sum(each < value for each in peers))
        assert told["median"] == pytest.approx(float(median(peers)))


def test_most_weeks_have_something_that_worked_and_something_that_did_not(digests: dict[Week, Digest]) -> None:
    found = [digest_json(each) for each in digests.values()]

    assert sum(bool(each["worked"]) for each in found) > 26
    assert sum(bool(each["did_not_work"]) for each in found) > 26


def test_every_post_of_the_year_is_told_in_exactly_one_week(digests: dict[Week, Digest]) -> None:
    told = [each.post.title for digest in digests.values() for each in digest.measured]

    in_year = [row["id"] for row in rows() if date.fromisoformat(row["date"]) <= YEAR[-1].sunday]
    assert sorted(told) == sorted(in_year)


def test_the_unknown_likes_and_shares_of_the_year_are_told_as_unknown(digests: dict[Week, Digest]) -> None:
    figures = [figure for digest in digests.values() for figure in digest.kpis]

    unknown = {kpi: sum(each.of - each.n for name, each in figures if name is kpi) for kpi in Kpi}

    assert (unknown[Kpi.APPLAUSE], unknown[Kpi.AMPLIFICATION], unknown[Kpi.ENGAGEMENTS]) == (1, 4, 0)
