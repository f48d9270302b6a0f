"""How well customers are answered: how many of their questions, how fast, and what still waits.

A question that is kept counts by itself; of the counts of a round only what its member did not keep that day is added.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Ending, Question, QuestionState
from bot.domain.engage.survival import Wait, within
from bot.domain.kpi.formulas import NO_QUESTION
from bot.domain.kpi.rates import Figure, Gauge, Rate, gauge, pooled
from bot.domain.moments import at_local, local_day
from bot.domain.strategy import Kpi


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTimes:
    """Within which span *half* and *nine_in_ten* were answered, of *n* questions, those still open counted.

    None where so many are not answered yet.
    """

    half: timedelta | None
    nine_in_ten: timedelta | None
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Rate):
    """The response rate. Of the *n*, *kept* are questions that were kept one by one; the others are rounds."""

    kept: int = 0


NONE_KEPT = gauge(None, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFigures:
    """Of the questions of a span. *answered*: of those received, by the end. *open* wait still, *dropped* are left out.

    *worked* is in working hours, *plain* by the clock. *unanswered*: of all questions, those that were open when the
    span was over, or are now.
    """

    answered: Answered
    open: tuple[Question, ...]
    dropped: int
    worked: AnswerTimes
    plain: AnswerTimes
    unanswered: Gauge = NONE_KEPT

    def figure(self, kpi: Kpi) -> Figure:
        """What *kpi* came to, where it is about questions; a time is in minutes."""
        if kpi is Kpi.TIME_TO_ANSWER:
            half = self.worked.half
            return gauge(None if half is None else half / timedelta(minutes=1), self.worked.n)
        return {Kpi.RESPONSE_RATE: self.answered, Kpi.UNANSWERED: self.unanswered}.get(kpi, NO_QUESTION)

    @property
    def oldest(self) -> Question | None:
        return self.open[0] if self.open else None

    @property
    def is_empty(self) -> bool:
        return not (self.answered.n or self.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One wait of a question, of the day *on*."""

    question: Question
    on: date
    began_at: datetime | None
    ending: Ending | None

    @property
    def is_dropped(self) -> bool:
        return self.ending is not None and self.ending.state is QuestionState.DROPPED


def care_of(
    questions: Iterable[Question],
    check_ins: Iterable[CheckIn],
    *,
    first: date,
    last: date,
    hours: WorkingHours,
    now: datetime,
) -> CareFigures:
    """Of the days *first* to *last* in the zone of *hours*, both included."""
    waits = [one for each in questions for one in _waits_of(each, hours.zone)]
    every = [each for each in waits if first <= each.on <= last]
    kept = [each for each in every if not each.is_dropped]
    waiting = sorted((each for each in kept if each.ending is None), key=lambda each: (each.on, each.question.number))
    return CareFigures(
        answered=_answered(check_ins, every, hours.zone),
        open=tuple(each.question for each in waiting),
        dropped=len(every) - len(kept),
        worked=_times(kept, now, hours.between),
        plain=_times(kept, now, lambda start, end: max(end - start, timedelta(0))),
        unanswered=_unanswered(waits, last, min(now, at_local(last + timedelta(days=1), time(), hours.zone))),
    )


def answered_in(
    questions: Iterable[Question], check_ins: Iterable[CheckIn], *, first: date, last: date, zone: str
) -> Answered:
    """The response rate of the days *first* to *last*, wherever one is told: the same questions, each counted once."""
    return _answered(check_ins, list(_asked_in(questions, first, last, zone)), zone)


def _answered(check_ins: Iterable[CheckIn], asked: Sequence[_Asked], zone: str) -> Answered:
    rounds = [_without_kept(each, asked, zone).answered_of_received for each in check_ins]
    kept = [(float(each.ending is not None), 1.0) for each in asked if not each.is_dropped]
    rate = pooled([*rounds, *kept])
    return Answered(numerator=rate.numerator, denominator=rate.denominator, n=rate.n, of=rate.of, kept=len(kept))


def _asked_in(questions: Iterable[Question], first: date, last: date, zone: str) -> Iterator[_Asked]:
    return (one for each in questions for one in _waits_of(each, zone) if first <= one.on <= last)


def _unanswered(waits: Sequence[_Asked], last: date, until: datetime) -> Gauge:
    """However old they are; unknown where no question was kept up to then."""
    begun = [each for each in waits if each.on <= last]
    still = sum(1 for each in begun if each.ending is None or each.ending.at > until)
    return gauge(float(still) if begun else None, len(begun))


def _without_kept(check_in: CheckIn, asked: Sequence[_Asked], zone: str) -> CheckIn:
    """What a round counted beside the questions that its member kept on that day."""
    mine = [each for each in asked if _was_kept_in(each.question, check_in, zone)]
    if not mine or check_in.received is None or check_in.is_mixed:
        return check_in
    same_day = sum(1 for each in mine if each.ending and local_day(each.ending.at, zone) == check_in.day)
    received = max(0, check_in.received - len(mine))
    answered = None if check_in.answered is None else min(received, max(0, check_in.answered - same_day))
    return replace(check_in, received=received, answered=answered)


def _was_kept_in(question: Question, check_in: CheckIn, zone: str) -> bool:
    kept_on = local_day(question.seen_at, zone) if question.seen_at else question.asked_on
    return (question.kept_by or question.owner_id, kept_on) == (check_in.member_id, check_in.day)


def _waits_of(question: Question, zone: str) -> Iterator[_Asked]:
    """The earlier clocks, then the present one."""
    for each in question.clocks:
        day = local_day(each.began_at, zone) if each.began_at else question.asked_on
        yield _Asked(question=question, on=day, began_at=each.began_at, ending=each.ending)
    on = question.waits_since(zone)
    yield _Asked(question=question, on=on, began_at=question.began_at, ending=question.ending)


def _times(kept: Sequence[_Asked], now: datetime, span: Callable[[datetime, datetime], timedelta]) -> AnswerTimes:
    """Where only the day is known, a question is in no time."""
    waits = [
        Wait(lasted=span(each.began_at, each.ending.at if each.ending else now), is_over=each.ending is not None)
        for each in kept
        if each.began_at is not None
    ]
    return AnswerTimes(half=within(waits, 0.5), nine_in_ten=within(waits, 0.9), n=len(waits))
