"""How well customers are answered: nothing is counted twice, what waits counts too, what was dropped is left out."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.hours import CareRules, WorkingHours
from bot.domain.engage.questions import Question, answer, drop, reopen
from bot.domain.kpi.care import CareFigures, care_of

MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
NOW = MONDAY + timedelta(hours=5)
HOURS = WorkingHours(rules=CareRules(), zone="UTC", country="", is_holiday=lambda country, day: False)


def asked(number: int, *, at: datetime = MONDAY, by: str = "UBOB") -> Question:
    return Question(
        id=f"Q{number}",
        strategy_id="S1",
        text="?",
        asked_on=at.date(),
        owner_id=by,
        kept_by=by,
        asked_at=at,
        seen_at=at,
    )


def answered(number: int, hours: float) -> Question:
    return answer(asked(number), by="UBOB", at=MONDAY + timedelta(hours=hours))


def a_round(received: int, done: int, *, by: str = "UBOB") -> CheckIn:
    return CheckIn(
        strategy_id="S1", member_id=by, day=MONDAY.date(), received=received, answered=done, submitted_at=NOW
    )


def care(*questions: Question, rounds: tuple[CheckIn, ...] = (), now: datetime = NOW) -> CareFigures:
    return care_of(questions, rounds, first=MONDAY.date(), last=date(2026, 12, 6), hours=HOURS, now=now)


def test_the_example_of_the_measures():
    """4 of 10 answered after 1, 2, 3, 4 hours, six asked half an hour ago."""
    fresh = [asked(n, at=NOW - timedelta(minutes=30)) for n in range(5, 11)]

    found = care(*(answered(n, n) for n in (1, 2, 3, 4)), *fresh)

    assert (found.worked.half, found.worked.n) == (timedelta(hours=2), 10)
    assert (found.answered.numerator, found.answered.denominator, len(found.open)) == (4, 10, 6)


def test_where_too_few_are_answered_there_is_no_median():
    found = care(answered(1, 1), asked(2), asked(3))

    assert (found.worked.half, found.worked.nine_in_ten) == (None, None)
    assert found.oldest == asked(2)


def test_what_was_dropped_leaves_the_sample_and_is_counted():
    found = care(answered(1, 1), drop(asked(2), by="UBOB", at=NOW, why="spam"))

    assert (found.dropped, found.answered.denominator, found.worked.n) == (1, 1, 1)


def test_nights_count_by_the_clock_only():
    late = answer(asked(1, at=MONDAY + timedelta(hours=8)), by="UBOB", at=MONDAY + timedelta(days=1))

    found = care(late, now=MONDAY + timedelta(days=2))

    assert (found.worked.half, found.plain.half) == (timedelta(hours=1), timedelta(hours=16))


def test_a_reopened_question_is_two():
    again = reopen(answered(1, 1), by="UBOB", at=MONDAY + timedelta(hours=2), due_at=NOW)

    found = care(again)

    assert (found.answered.numerator, found.answered.denominator, found.worked.n) == (1, 2, 2)


def test_a_round_adds_only_what_its_member_did_not_keep():
    """Bob counts 5 received and 3 answered, of which he kept 2, one answered that day; Amy kept none of her 4."""
    rounds = (a_round(5, 3), a_round(4, 4, by="UAMY"))

    found = care(answered(1, 1), asked(2), rounds=rounds)

    assert (found.answered.numerator, found.answered.denominator) == (1 + 2 + 4, 2 + 3 + 4)


def test_a_question_of_before_moments_were_kept_counts_for_the_rate_only():
    old = Question(id="Q1", strategy_id="S1", text="?", asked_on=MONDAY.date(), owner_id="UBOB", answered_at=NOW)

    found = care(old)

    assert (found.answered.numerator, found.worked.n, found.worked.half) == (1, 0, None)


def test_other_weeks_are_left_out():
    assert care(asked(1, at=MONDAY - timedelta(days=1))).is_empty


def test_the_rate_says_how_many_of_its_parts_were_kept_one_by_one():
    found = care(answered(1, 1), asked(2), rounds=(a_round(5, 4), a_round(3, 3, by="UAMY")))

    # Bob kept two of the five that he counted, and one of those is answered
    assert (found.answered.numerator, found.answered.denominator) == (1 + 3 + 3, 2 + 3 + 3)
    assert (found.answered.n, found.answered.kept) == (4, 2)
