"""The digest read aloud, in both languages."""

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.comparisons import comparison_of
from bot.domain.kpi.formulas import NEEDS
from bot.domain.members import Member
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.kpi.digest import digest_of
from bot.services.kpi.digest_words import Telling, digest_text
from bot.services.kpi.figure_words import NEEDED, worth_in_words
from tests.domain.kpi.digest_builders import MONDAY_AFTER, WEEK, ZONE, a_post, due_on, facts, measured, some

BEFORE = WEEK.shifted(-1)
ENGLISH, FRENCH = Translator("en-GB", ZONE), Translator("fr-FR", ZONE)


def told(*recent, now=MONDAY_AFTER, t=ENGLISH, **others) -> Telling:
    return Telling(digest=digest_of(facts(*recent, **others), now=now), t=t)


def test_an_empty_week_is_one_line() -> None:
    assert digest_text(digest_of(facts(), now=MONDAY_AFTER), ENGLISH) == (
        "Week 47 · 16–22 November · Maison Lune: nothing was published or planned."
    )


def test_the_first_lines_are_target_week_before_and_decision() -> None:
    lines = told(*some(5, rate=0.02), *some(5, first=20, week=BEFORE, rate=0.02)).first_lines()

    assert lines[:2] == [
        "Target: engagement rate by reach 2.2% (target 2.5%), 5 of 5 posts measured",
        "Engagements: 110, 0% on the week before (110)",
    ]
    assert lines[2] == ("To decide: engagement rate by reach 2.2% (target 2.5%). What do we do differently this week?")


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        ((30,), (), "Engagements: 30, new: the week before had none"),
        ((), (20,), "Engagements: none, nothing was published (20 the week before)"),
        ((), (), "Engagements: none, nothing was published, as in the week before"),
        ((None,), (20,), "Engagements: no numbers yet (20 the week before)"),
        ((30,), (None,), "Engagements: 30. The numbers of the week before are unknown"),
        ((0,), (0,), "Engagements: none, like the week before"),
        ((30, None), (20,), "Engagements: 30 (20 the week before) · only 1 of 2 posts measured"),
        ((30, None), (), "Engagements: 30, new: the week before had none · only 1 of 2 posts measured"),
        ((30,), (0, None), "Engagements: 30 (0 the week before) · the week before: 1 of 2 measured"),
        ((15,), (20,), "Engagements: 15, −25% on the week before (20)"),
        ((30,), (20, None), "Engagements: 30 (20 the week before) · the week before: 1 of 2 measured"),
    ],
)
def test_every_change_is_said_as_it_is(now, before, line) -> None:
    here = [measured(a_post(n), **({} if v is None else {"engagements": v})) for n, v in enumerate(now, 1)]
    there = [
        measured(a_post(n, week=BEFORE), **({} if v is None else {"engagements": v})) for n, v in enumerate(before, 50)
    ]

    assert told(*here, *there).against() == line


def test_the_table_says_of_all_what_line_2_says() -> None:
    telling = told(measured(a_post(1), reach=10, engagements=3), measured(a_post(2, platform=Platform.FACEBOOK)))

    changes = {telling.cells(row)[0]: telling.cells(row)[-1] for row in telling.rows()}

    assert changes == {"Facebook": "–", "Instagram": "new", "All": "new"}
    assert "new: the week before had none" in telling.against()


def test_a_platform_on_which_nothing_was_published_has_no_change() -> None:
    telling = told(
        measured(a_post(1, platform=Platform.FACEBOOK)),
        measured(a_post(2, week=BEFORE), reach=10, engagements=4),
    )

    changes = {telling.cells(row)[0]: telling.cells(row)[-1] for row in telling.rows()}

    assert changes == {"Facebook": "–", "Instagram": "–", "All": "–"}


def test_the_rounds_that_a_rate_is_from_are_not_taken_for_those_that_were_to_be_done() -> None:
    done = CheckIn(strategy_id="S1", member_id="U1", day=WEEK.monday, received=9, answered=3, submitted_at=MONDAY_AFTER)
    telling = told(*some(1), check_ins=(done,), members=(Member(id="U1", name="Amy"),))

    assert telling.round() == "Rounds: 1 of 5 done, 3 of 9 questions answered"
    assert "response rate: 3 ÷ 9 = 33.3% (from the one round that was done)" in telling.how()


def test_a_round_of_a_day_off_is_said_beside_those_asked_for_so_that_both_numbers_agree() -> None:
    known = {"strategy_id": "S1", "member_id": "U1", "received": 9, "answered": 3, "submitted_at": MONDAY_AFTER}
    days = (WEEK.monday, WEEK.sunday)
    done = tuple(CheckIn(day=day, **known) for day in days)
    telling = told(*some(1), check_ins=done, members=(Member(id="U1", name="Amy"),))

    assert telling.round().startswith("Rounds: 1 of 5 done, 1 more that nobody was asked for, 6 of 18")
    assert "(from the 2 rounds that were done)" in str(telling.how())


def test_every_count_that_a_target_can_need_has_its_word() -> None:
    assert set(NEEDED) == {name for counts in NEEDS.values() for name in counts}


def test_a_running_week_is_not_compared_with_a_whole_one() -> None:
    running = told(*some(1), *some(5, first=20, week=BEFORE), now=due_on(WEEK, 3, 12).at)

    assert running.against() == "Engagements so far: 20 (110 in the whole week before)"


def test_too_few_posts_for_a_rate_are_said_so() -> None:
    telling = told(*some(3))

    assert telling.targets() == [
        "Target: engagement rate by reach 2.5%. Too few posts for a rate: 3 measured in the last four weeks; it takes 5"
    ]
    assert telling.cells(telling.rows()[0])[4] == "too few"


def test_parts_are_named_where_no_total_was_given() -> None:
    summed = measured(a_post(1), reach=100, reactions=5, comments=1)

    assert told(summed).notes()[-1] == (
        "Where a platform gives no total, engagements are the sum of reactions and comments."
    )


def test_days_without_any_number_are_named() -> None:
    assert "Tue 17 Nov" in told(measured(a_post(1, day=1))).notes()[1]


def test_missing_numbers_name_the_posts_and_who_has_them() -> None:
    posts = [measured(a_post(n, owner_id="U2")) for n in range(1, 10)] + [measured(a_post(20, owner_id=None))]

    assert told(*posts).missing() == ("Numbers missing for P1, P2, P3, P4, P5, P6 and 3 more (U2), P20 (no owner)")


def test_the_thread_says_how_each_figure_was_made() -> None:
    how = told(*some(5)).how()

    assert "engagement rate by reach: 110 ÷ 5,000 = 2.2% (5 of 5 posts measured)" in how
    assert "reach: 5,000 (5 of 5 posts measured)" in how


@pytest.mark.parametrize(("t", "one"), [(ENGLISH, "1 engagement"), (FRENCH, "1 interaction")])
def test_one_engagement_is_no_plural(t, one) -> None:
    alone = [measured(a_post(n), engagements=1) for n in range(1, 7)]
    comparison = comparison_of(alone[0], alone[1:])

    assert comparison is not None
    assert worth_in_words(t, comparison) == one


def test_a_french_reader_reads_french() -> None:
    text = digest_text(digest_of(facts(*some(5), *some(5, first=20, week=BEFORE)), now=MONDAY_AFTER), FRENCH)

    assert "Semaine 47 · 16–22 novembre · Maison Lune" in text
    assert "Interactions : 110, 0 % sur la semaine d’avant (110)".replace(" :", "\u00a0:") in text.replace(
        "\u202f", "\u00a0"
    ).replace("0\u00a0%", "0 %")
