"""Time to answer and questions still open as KPIs: less is better, and what is unknown is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.engage.questions import Question, answer, drop, reopen
from bot.domain.kpi.formulas import LESS_IS_BETTER, can_be_target
from bot.domain.kpi.rates import gauge
from bot.domain.kpi.targets import AgainstTarget
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Strategy, Target
from bot.i18n import Translator
from bot.services.kpi.care import care_targets
from bot.services.kpi.target_words import Aims
from tests.domain.kpi.test_care import MONDAY, NOW, answered, asked, care

SUNDAY = date(2026, 12, 6)
MONDAY_AFTER = MONDAY + timedelta(days=7)


def aimed(kpi: Kpi, value: float) -> Objective:
    return Objective(id="O1", kind=ObjectiveKind.CARE, statement="Answer", targets=(Target(kpi=kpi, value=value),))


def line(kpi: Kpi, value: float, *questions: Question, locale: str = "en-US", is_over: bool = False) -> str:
    figures = care(*questions, now=MONDAY_AFTER if is_over else NOW)
    objective = aimed(kpi, value)
    against = AgainstTarget(objective=objective, target=objective.targets[0], figure=figures.figure(kpi))
    said = Aims(t=Translator(locale, "UTC"), currency="EUR", is_over=is_over).line(against)
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(("value", "is_met"), [(2.0, True), (3.0, True), (4.0, False)])
@pytest.mark.parametrize("kpi", sorted(LESS_IS_BETTER))
def test_less_is_better(kpi: Kpi, value: float, is_met: bool) -> None:
    objective = aimed(kpi, 3.0)
    against = AgainstTarget(objective=objective, target=objective.targets[0], figure=gauge(value, 5))

    assert (against.is_met, against.is_off) == (is_met, not is_met)
    assert (against.ratio < 1) is not is_met


def test_nothing_left_open_is_a_target_that_is_reached_by_nothing_left_open() -> None:
    assert can_be_target(Kpi.UNANSWERED, 0)
    assert not can_be_target(Kpi.TIME_TO_ANSWER, 0)

    assert line(Kpi.UNANSWERED, 0, answered(1, 1)).startswith("Target reached: questions still open 0 (target 0)")
    assert line(Kpi.UNANSWERED, 0, asked(1)).startswith("Target: questions still open 1 (target 0)")


def test_the_time_is_told_as_a_duration_with_its_sample() -> None:
    three = [answered(1, 1), answered(2, 1.5), answered(3, 3)]

    assert line(Kpi.TIME_TO_ANSWER, 120, *three) == (
        "Target reached: time to answer 1 h 30 (target 2 h), half of 3 questions, in working hours"
    )
    assert line(Kpi.TIME_TO_ANSWER, 60, *three, locale="fr-FR") == (
        "Cible : délai de réponse 1 h 30 (cible : 1 h), la moitié des 3 questions, en heures de travail"
    )


def test_a_day_of_working_hours_is_told_in_hours() -> None:
    assert "(target 26 h)" in line(Kpi.TIME_TO_ANSWER, 26 * 60, answered(1, 1))


def test_where_the_curve_does_not_reach_one_half_the_time_is_unknown_and_that_is_said() -> None:
    said = line(Kpi.TIME_TO_ANSWER, 120, answered(1, 1), asked(2), asked(3))

    assert said == "Target: time to answer 2 h. Not known yet: fewer than half of the 3 questions are answered"
    assert "moins de la moitié des 3 questions" in line(
        Kpi.TIME_TO_ANSWER, 120, answered(1, 1), asked(2), asked(3), locale="fr-FR"
    )


@pytest.mark.parametrize("kpi", [Kpi.TIME_TO_ANSWER, Kpi.UNANSWERED])
def test_without_any_question_neither_is_zero(kpi: Kpi) -> None:
    assert care().figure(kpi).value is None
    assert line(kpi, 3).endswith("Nothing to measure: no question was kept")


def test_what_is_open_counts_however_old_and_as_of_the_end_of_the_week() -> None:
    old = asked(1, at=MONDAY - timedelta(days=20))
    late = answer(asked(2), by="UBOB", at=MONDAY_AFTER + timedelta(hours=1))  # on the Monday after
    in_time = answered(3, 1)
    dropped = drop(asked(4), by="UBOB", at=NOW, why="spam")
    coming = asked(5, at=MONDAY_AFTER)

    found = care(old, late, in_time, dropped, coming, now=MONDAY_AFTER + timedelta(days=2))

    assert found.figure(Kpi.UNANSWERED).value == 2


def test_one_that_was_reopened_is_open_once() -> None:
    again = reopen(answered(1, 1), by="UBOB", at=MONDAY + timedelta(hours=2), due_at=NOW)

    assert care(again).figure(Kpi.UNANSWERED).value == 1


def test_the_targets_of_questions_are_those_of_every_open_objective_whose_figure_is_known() -> None:
    other = replace(aimed(Kpi.REACH, 5), id="O2")
    objectives = (aimed(Kpi.TIME_TO_ANSWER, 120), other, replace(aimed(Kpi.UNANSWERED, 3), id="O3"))
    strategy = Strategy(id="S1", name="", channel_id="C1", zone="UTC", manager_id="U1", objectives=objectives)

    found = care_targets(strategy, care(answered(1, 1), asked(2), asked(3)))

    assert [each.target.kpi for each in found] == [Kpi.UNANSWERED]
