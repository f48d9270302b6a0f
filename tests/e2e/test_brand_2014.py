"""A brand's real year: each week's posts are imported as a team would, each Monday's digest is held against the file.

In English until June, in French from July on. The details that stand behind a digest's button are read in the other
language. What is expected comes from `brand_year`: csv rows and fractions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bot.sandbox.acting.hand import Hand
from bot.sandbox.team import Message
from tests.e2e.brand_year import (
    FEWEST,
    FIGURES,
    Row,
    as_file,
    between,
    figure,
    half_year,
    middle,
    numbers,
    of_week,
    rate,
    rows,
    total,
)
from tests.e2e.living import Arrived, Life, living, local, without_odd_spaces
from tests.needed import HAS_BRAND, NO_BRAND, leave_out_unless

leave_out_unless(HAS_BRAND, NO_BRAND)

pytestmark = pytest.mark.timeout(300)  # the whole year is lived before the first test: a minute, more on a busy machine

TORONTO = "America/Toronto"
MONDAYS = [date(2014, 1, 6) + timedelta(weeks=n) for n in range(52)]
"""Of the weeks that are told: the last one ends on 4 January 2015."""
FRENCH_FROM = date(2014, 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The digest of a week as it came, and what its button for details shows; the digest is in *language*."""

    monday: date
    message: Arrived
    details: str

    @property
    def language(self) -> str:
        return "en" if self.monday + timedelta(weeks=1) < FRENCH_FROM else "fr"

    @property
    def details_language(self) -> str:
        return "fr" if self.language == "en" else "en"

    def line(self, english: str, french: str) -> str:
        start = english if self.language == "en" else french
        found = [line for line in self.message.words.splitlines() if line.startswith(start)]
        assert len(found) == 1, f"{start!r} in {self.message.words}"
        return found[0].removeprefix(start)

    def told(self, line: str) -> list[Fraction]:
        return [each.value for each in numbers(line, self.language)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    life: Life
    weeks: dict[date, Told]
    again: str


def last_in_channel(reader: Hand) -> Message:
    """The newest message that is no reply in a thread."""
    return [each for each in reader.messages("CSOCIAL") if each.thread_ts in (None, each.ts)][-1]


@pytest.fixture(scope="module")
def year() -> Iterator[Year]:
    everything = as_file(rows())
    with living(at=local(TORONTO, MONDAYS[0], "12:00")) as life:
        weeks = {monday: week(life, monday) for monday in MONDAYS}
        amy = life.hand("UAMY")
        amy.say("", files=[life.upload("2014.csv", everything)])
        again = amy.wait_for(lambda: next((each for each in amy.direct_messages()[-1:] if each.bot_id), None))
        yield Year(life=life, weeks=weeks, again=again.text)


def week(life: Life, monday: date) -> Told:
    """Live through it: on Sunday night its posts are imported, on Monday the digest comes."""
    following = monday + timedelta(weeks=1)
    if following >= FRENCH_FROM > monday:
        life.set_up(language="fr-CA")
    life.move_to(local(TORONTO, following - timedelta(days=1), "23:30"))
    if of_week(monday):
        life.import_file("UAMY", f"{monday}.csv", as_file(of_week(monday)))
    life.move_to(local(TORONTO, following, "09:30"))
    message = [each for each in life.arrived() if each.who == "CSOCIAL" and not each.thread_ts][-1]
    return Told(monday=monday, message=message, details=details(life, message, french=following < FRENCH_FROM))


def details(life: Life, message: Arrived, *, french: bool) -> str:
    if "digest.details" not in str(message.blocks):
        return ""
    reader = life.hand("UCHLOE" if french else "UBOB")
    shown = reader.press(last_in_channel(reader), "digest.details").messages[-1]
    texts = [block["text"]["text"] for block in shown.blocks if block["type"] == "section"]
    return without_odd_spaces("\n".join(texts))


@pytest.fixture(params=MONDAYS, ids=str)
def told(request: pytest.FixtureRequest, year: Year) -> Told:
    return year.weeks[request.param]


def engagements(found: list[Row]) -> int:
    return total(found, "total_interactions")


def test_the_digest_comes_on_monday_at_nine_and_names_its_week(told: Told) -> None:
    title = told.message.words.splitlines()[0]

    assert told.message.at == local(TORONTO, told.monday + timedelta(weeks=1), "09:00")
    assert title.startswith(f"{'Week' if told.language == 'en' else 'Semaine'} {told.monday.isocalendar().week} ·")


def test_a_week_without_posts_is_one_line_and_any_other_tells_how_many(told: Told) -> None:
    found = of_week(told.monday)

    if not found:
        assert len(told.message.words.splitlines()) == 1
    else:
        on_time, planned, late, missed = sorted_discipline(told)
        assert (on_time, planned, late, missed) == (len(found), len(found), 0, 0)


def sorted_discipline(told: Told) -> tuple[Fraction, ...]:
    line = told.line("On schedule: ", "Régularité : ")
    return tuple(told.told(line))


def test_engagements_are_added_up_and_compared_with_the_week_before(told: Told) -> None:
    found, before = of_week(told.monday), of_week(told.monday - timedelta(weeks=1))
    if not found:
        return

    line = told.line("Engagements: ", "Interactions : ")

    seen = numbers(line, told.language)
    assert seen[0].shows(engagements(found), is_rounded=False)
    if engagements(before):
        assert seen[1].shows(Fraction(engagements(found) - engagements(before), engagements(before)))
        assert seen[2].shows(engagements(before), is_rounded=False)
    else:
        assert ("new" if told.language == "en" else "nouveau") in line
        assert len(seen) == 1


def test_the_rate_is_pooled_over_the_week_or_over_four_and_hidden_on_few_posts(told: Told) -> None:
    found, four = of_week(told.monday), between(told.monday - timedelta(weeks=3), told.monday + timedelta(days=6))
    if not found:
        return
    counted = found if len(found) >= FEWEST else four
    pooled = Fraction(engagements(counted), total(counted, "reach"))

    target = told.line("Target", "Cible")

    seen = numbers(target, told.language)
    if len(counted) < FEWEST:
        assert [each.value for each in seen] == [Fraction(45, 1000), len(counted), FEWEST]
    else:
        is_met = target.startswith((" reached: ", " atteinte : "))
        assert is_met == (pooled >= Fraction(45, 1000))
        assert seen[0].shows(pooled)
        assert [each.value for each in seen[1:]] == [Fraction(45, 1000), len(counted), len(counted)]
    said = "last four weeks" in target or "quatre dernières semaines" in target or "quatre semaines" in target
    assert said == (counted is four)


def test_the_line_and_the_table_of_the_platform_tell_the_same(told: Told) -> None:
    found = of_week(told.monday)
    if not found:
        return
    line = numbers(told.line("Facebook: ", "Facebook : "), told.language)
    table = next(block for block in told.message.blocks if block["type"] == "table")
    cells = [numbers(cell["text"], told.language) for cell in table["rows"][1][1:]]

    assert [each.value for each in line[:3]] == [len(found), total(found, "reach"), engagements(found)]
    assert [each for cell in cells for each in cell] == line
    assert len(table["rows"]) == 2


def test_the_chart_draws_each_day_beside_the_one_a_week_before(told: Told) -> None:
    if not of_week(told.monday):
        return
    chart = next(block for block in told.message.blocks if block["type"] == "data_visualization")["chart"]

    drawn = [[point["value"] for point in bars["data"]] for bars in chart["series"]]

    assert drawn == [
        [engagements([row for row in rows() if row["date"] == str(monday + timedelta(days=n))]) for n in range(7)]
        for monday in (told.monday, told.monday - timedelta(weeks=1))
    ]


def test_what_worked_and_what_did_not_stands_beside_the_median_of_its_peers(told: Told) -> None:
    by_id = {row["id"]: row for row in rows()}
    lines = [line for line in sections(told) if line.startswith("• ")]

    for line in lines:
        own = by_id[re.findall(r"FB\d+", line)[0]]
        others = [row for row in half_year(told.monday) if row["id"] != own["id"]]
        of_kind = [row for row in others if row["category"] == own["category"]]
        is_of_all = "all kinds" in line or "tous types" in line
        among = others if is_of_all else of_kind
        seen = numbers(line.partition(own["id"])[2], told.language)
        assert is_of_all == (len(of_kind) < FEWEST)
        assert seen[0].shows(rate(own)), line
        assert seen[1].shows(middle(among)), line
        assert seen[2].value == len(among), line
        assert own in of_week(told.monday)


def test_most_weeks_name_posts_beside_their_peers_and_some_compare_kinds(year: Year) -> None:
    named = [told for told in year.weeks.values() if any(line.startswith("• ") for line in sections(told))]
    compared = [told for told in year.weeks.values() if compared_kinds(told)]

    assert len(named) > 26
    assert len(compared) > 4


def compared_kinds(told: Told) -> list[str]:
    notes = [part["text"] for block in told.message.blocks if block["type"] == "context" for part in block["elements"]]
    return [line for line in without_odd_spaces("\n".join(notes)).splitlines() if line.count("(n = ") == 2]


def sections(told: Told) -> list[str]:
    texts = [block["text"]["text"] for block in told.message.blocks if block["type"] == "section"]
    return without_odd_spaces("\n".join(texts)).splitlines()


CATEGORIES = {
    "promotion": "action",
    "news": "product",
    "actualité": "product",
    "story": "inspiration",
}


def test_kinds_are_compared_with_both_sample_sizes(told: Told) -> None:
    for line in compared_kinds(told):
        category = CATEGORIES[re.findall(r"[“«] ?(\w+) ?[”»]", line)[0]]
        posts = half_year(told.monday)
        own = [row for row in posts if row["category"] == category]
        others = [row for row in posts if row["category"] != category]
        seen = numbers(line, told.language)
        is_better = "better" in line or "mieux" in line
        assert seen[0].shows(middle(own)), line
        assert seen[2].shows(middle(others)), line
        assert (seen[1].value, seen[3].value) == (len(own), len(others))
        assert is_better == (middle(own) > middle(others))


@pytest.mark.parametrize("named", FIGURES, ids=lambda named: named[0].replace(" ", "-"))
def test_the_details_show_each_sum_its_denominator_and_the_posts_that_have_it(
    told: Told, named: tuple[str, str]
) -> None:
    found = of_week(told.monday)
    if not found:
        assert told.details == ""
        return
    exact = figure(named, found)
    start = f"• {named[0]}: " if told.details_language == "en" else f"• {named[1]} : "

    line = next(line for line in told.details.splitlines() if line.startswith(start))

    seen = numbers(line.removeprefix(start), told.details_language)
    counts = [exact.above] if exact.below is None else [exact.above, exact.below]
    is_shown = exact.below is not None and exact.n >= FEWEST
    if is_shown:
        assert seen.pop(len(counts)).shows(Fraction(exact.above, exact.below or 1)), line
    elif exact.below is not None:
        assert seen.pop(len(counts)).value == FEWEST
    assert [each.value for each in seen] == [*counts, exact.n, exact.of], line


def test_each_of_the_500_posts_is_told_in_one_week(year: Year) -> None:
    assert sum(len(of_week(monday)) for monday in MONDAYS) == len(rows()) == 500
    assert sum(len(of_week(monday)) for monday, told in year.weeks.items() if told.details) == 500


def test_nobody_is_told_anything_twice(year: Year) -> None:
    arrived = year.life.arrived()
    channel = [each for each in arrived if each.who == "CSOCIAL"]
    digests = [each for each in channel if not each.thread_ts]
    replies = [each for each in channel if each.thread_ts]
    days = [each for each in replies if each.kind_and_language[0] == "day-line"]
    threads = [each for each in replies if each not in days]
    others = [each.line(form="%Y-%m-%d") for each in arrived if each.who != "CSOCIAL"]

    assert len({each.key for each in arrived}) == len(arrived)
    assert len({each.text for each in digests}) == len(digests) == len(MONDAYS)
    assert len({each.text for each in threads}) == len(threads) == len({each.thread_ts for each in threads})
    assert len({each.text.partition(":")[0] for each in days}) == len(days) > 0  # at most one a day
    assert len(set(others)) == len(others)
    assert {each.kind_and_language[0] for each in arrived if not each.thread_ts} == {
        "digest",
        "round",
        "useful",
        "radar",
        "agenda",
    }
    assert 0 < sum(" agenda" in line for line in others) <= len(MONDAYS) + 1  # of what a week lacks, once in it
    assert sum("radar" in line for line in others) == 12  # once a month


def test_the_whole_file_once_more_changes_nothing(year: Year) -> None:
    assert year.life.hand("UAMY").direct_messages()[-1].text == year.again
    assert "0 nouvelle publication, 0 à modifier, 500 déjà là" in without_odd_spaces(year.again)
