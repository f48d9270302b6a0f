"""`/kpi care`: how customers were answered, typed in both languages, and the digest's line about it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.engage.questions import Question
from bot.domain.kpi.care import AnswerTimes, CareFigures
from bot.domain.kpi.rates import Rate
from bot.domain.moments import Week
from bot.services.kpi.care import CareWeek
from handlers.views.kpi.care import care_said
from tests.handlers.longest import a_strategy, assert_message
from tests.handlers.posting import SOCIAL

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday, 12:00 in Toronto


def answer_two_of_three(stage, bob) -> None:
    """One after an hour, one after two; a third waits for three hours."""
    stage.slack.clock.set(NOON)
    for n in range(3):
        bob.command(f'/checkin question "Question {n}, of three?" on facebook', channel=SOCIAL)
    for n in (1, 2):
        stage.slack.clock.set(NOON + timedelta(hours=n))
        bob.command(f"/checkin answered Q{n}", channel=SOCIAL)
    stage.slack.clock.set(NOON + timedelta(hours=3))


def test_the_week_says_rate_time_and_what_waits(stage, bob):
    answer_two_of_three(stage, bob)

    said = str(bob.command("/kpi care", channel=SOCIAL).messages[0].blocks)

    assert "2 of 3 questions answered (67 %" in said.replace("\u00a0", " ") or "2 of 3 questions answered (67%)" in said
    assert "half within 2" in said
    assert "fewer than nine of ten are answered so far" in said
    assert "(n = 3)" in said
    assert "Q3 is still open (since today)" in said


def test_the_same_in_french(stage, bob, amy):
    answer_two_of_three(stage, bob)

    said = str(amy.command("/kpi questions", channel=SOCIAL).messages[0].blocks)

    assert "2 questions traitées sur 3" in said
    assert "la moitié en 2" in said


def test_the_digest_tells_it_as_well(stage, bob):
    answer_two_of_three(stage, bob)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)

    answer = bob.command("/kpi digest this week", channel=SOCIAL)

    assert "Customers: 2 of 3 questions answered" in str([each.blocks for each in answer.messages])


def test_the_digest_gives_one_number_of_questions_and_keeps_the_plain_hours_for_its_thread(stage, bob):
    answer_two_of_three(stage, bob)
    bob.command("/checkin 4 of 5", channel=SOCIAL)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)

    digest = bob.command("/kpi digest this week", channel=SOCIAL).messages[-1]
    thread = bob.press(digest, "Details").messages[-1]

    assert "Customers: 4 of 5 questions answered" in digest.text  # the three that were kept are among the five
    assert "Rounds: 1 of 6 done" in digest.text
    assert digest.text.count("questions answered") == 1
    assert "by the clock" not in digest.text
    assert "Customers: by the clock: half within 2 h" in thread.text


def test_a_week_without_posts_tells_it_in_its_one_line(stage, bob):
    answer_two_of_three(stage, bob)

    digest = bob.command("/kpi digest this week", channel=SOCIAL).text

    assert "nothing was published or planned. Customers: 2 of 3 questions answered" in digest


def test_one_question_alone_has_no_half_and_no_nine_in_ten(stage, bob):
    stage.slack.clock.set(NOON)
    bob.command('/checkin question "Question 1, of one?" on facebook', channel=SOCIAL)
    stage.slack.clock.set(NOON + timedelta(hours=1))
    bob.command("/checkin answered Q1", channel=SOCIAL)

    said = str(bob.command("/kpi care", channel=SOCIAL).messages[0].blocks)

    assert "answered within 1 h, in working hours (n = 1)" in said
    assert "half within" not in said


def test_what_is_known_of_those_kept_is_not_said_of_all(stage, bob):
    stage.slack.clock.set(NOON)
    for n in range(2):
        bob.command(f'/checkin question "Question {n}, of two?" on facebook', channel=SOCIAL)
    bob.command("/checkin 4 of 6", channel=SOCIAL)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)

    digest = bob.command("/kpi digest this week", channel=SOCIAL).messages[-1]

    assert "Customers: 4 of 6 questions answered" in digest.text
    assert " · of the 2 that were kept fewer than half are answered so far: no typical time yet · 2 are" in digest.text


@pytest.mark.parametrize("half", [None, timedelta(days=400, hours=7, minutes=3)])
def test_care_at_its_longest(t, texts, half):
    question = Question(id=f"Q{10**8}", strategy_id="S1", text="?", asked_on=date(2025, 1, 1), owner_id="U1")
    times = AnswerTimes(half=half, nine_in_ten=half, n=10**6)
    rate = Rate(numerator=10**6, denominator=10**7, n=10**7, of=10**7)
    figures = CareFigures(answered=rate, open=(question,) * 50, dropped=10**5, worked=times, plain=times)
    weeks = [CareWeek(week=Week.of(date(2026, 11, 24)).shifted(-n), figures=figures) for n in range(4)]

    assert_message(*care_said(t, weeks, a_strategy(texts), today=date(2026, 11, 25)))
