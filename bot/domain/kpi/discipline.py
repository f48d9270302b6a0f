"""What was kept of what was planned: posts on time, engagement rounds done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.care import Answered
from bot.domain.kpi.rates import Rate, pooled
from bot.domain.members import IsHoliday, Member
from bot.domain.posts import Post, PostState


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline:
    """The posts that were due in a span, cancelled ones left out. *waiting*: still within their time."""

    planned: int = 0
    on_time: int = 0
    late: int = 0
    missed: int = 0
    waiting: int = 0

    @property
    def rate(self) -> Rate:
        """Posts published by their due moment + grace ÷ posts due, those still waiting left out."""
        decided = self.planned - self.waiting
        return Rate(numerator=self.on_time, denominator=decided, n=decided, of=self.planned)


def outcome(post: Post, *, grace: timedelta, now: datetime) -> str:
    """ "on_time", "late", "missed" or "waiting", for a post with a due moment."""
    if post.due is None:
        raise ValueError(f"{post.id} has no due moment")
    until = post.due.at + grace
    if post.state is PostState.PUBLISHED:
        return "on_time" if (post.published_at or post.due.at) <= until else "late"
    return "missed" if until < now else "waiting"


def discipline_of(due: Iterable[Post], *, grace: timedelta, now: datetime) -> Discipline:
    outcomes = [outcome(post, grace=grace, now=now) for post in due if post.state is not PostState.CANCELLED]
    return Discipline(
        planned=len(outcomes),
        on_time=outcomes.count("on_time"),
        late=outcomes.count("late"),
        missed=outcomes.count("missed"),
        waiting=outcomes.count("waiting"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """What *rounds* of before older answers had a count of their own say, older questions counted in: no rate."""

    rounds: int
    answered: int
    received: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsOfSpan:
    """The daily engagement rounds of a span: member-days done of those that were working days; questions.

    *count*: all rounds done, also on days off. *questions*: the response rate (`care.answered_in`); *older*: answers
    that rounds counted of earlier days.
    """

    days: Rate
    questions: Answered
    count: int = 0
    older: int | None = None
    mixed: Mixed | None = None
    minutes: int | None = None

    @property
    def unasked(self) -> int:
        """Those that were done although nobody was to do one: on a day off, or by somebody of no round."""
        return self.count - int(self.days.numerator)

    @property
    def is_silent(self) -> bool:
        """Nobody had to do it, and nobody did."""
        return not self.days.of and not self.count

    @property
    def is_undone(self) -> bool:
        """Somebody had to do it, and nobody did."""
        return self.days.of > 0 and not self.count


def round_of(
    members: Iterable[Member],
    check_ins: Iterable[CheckIn],
    span: Iterable[date],
    *,
    answered: Answered,
    is_holiday: IsHoliday,
    unasked: Collection[tuple[str, date]] = (),
) -> RoundsOfSpan:
    """A round done on a day off counts for its questions, not as a day; so does one of a day that is *unasked*, which
    a member's own choice leaves out.
    """
    done = [each for each in check_ins if each.submitted_at is not None]
    dates, kept = list(span), {(each.member_id, each.day) for each in done}
    asked = [(member.id, day) for member in members for day in dates if member.works_on(day, is_holiday)]
    asked = [each for each in asked if each not in unasked]
    minutes = [each.minutes for each in done if each.minutes is not None]
    older = [each.answered_older for each in done if each.answered_older is not None]
    return RoundsOfSpan(
        days=pooled((float(each in kept), 1) for each in asked),
        questions=answered,
        count=len(done),
        older=sum(older) if older else None,
        mixed=_mixed([each for each in done if each.is_mixed]),
        minutes=sum(minutes) if minutes else None,
    )


def _mixed(rounds: Sequence[CheckIn]) -> Mixed | None:
    if not rounds:
        return None
    answered, received = (sum(getattr(each, name) for each in rounds) for name in ("answered", "received"))
    return Mixed(rounds=len(rounds), answered=answered, received=received)
