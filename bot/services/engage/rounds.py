"""The daily round: check-ins, the questions that wait, the team's week, absences."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.engage.check_ins import NUMBERS, CheckIn
from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice
from bot.domain.errors import UserError
from bot.domain.limits import ROUND_TEXT_LIMIT
from bot.domain.members import IsHoliday, Member
from bot.domain.moments import Week
from bot.domain.post.checklists import makes_post
from bot.domain.posts import Post
from bot.domain.reminders.day_steps import DayStep
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.engage.questions import keep_unanswered, tick_questions
from bot.services.engage.voices import due_voices, finish_due_steps
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.day_lines import owe_day_line
from bot.services.reminders.facts import steps_of_today
from bot.services.reminders.owing import mark_changed
from bot.services.reminders.rhythms import is_asked_on

MOST = 100_000
FRESH = timedelta(hours=48)
"""So long after a post went live its comments are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One member's round of *day*: what is in already, and what there is to do.

    *questions* are their own that wait, the oldest first; *voices* theirs whose next step is due, the longest waiting
    first; *fresh* the strategy's posts of the last 48 hours, the latest first; *steps* those of posts that are theirs
    to do by today, without those that become posts of their own.
    """

    day: date
    check_in: CheckIn | None
    questions: tuple[Question, ...]
    voices: tuple[Voice, ...] = ()
    fresh: tuple[Post, ...] = ()
    steps: tuple[DayStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundWish:
    """What a member entered; *ticked*: the questions that were answered; *steps*: the voices whose step was done.

    None keeps what was there before; in a form, which *is_whole*, it means that nobody knows.
    """

    day: date
    received: int | None = None
    answered: int | None = None
    answered_older: int | None = None
    replied: int | None = None
    minutes: int | None = None
    unanswered: str | None = None
    voices: str | None = None
    learned: str | None = None
    plan_reviewed: bool | None = None
    ticked: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSaved:
    check_in: CheckIn
    still_open: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundDay:
    """Who did the round of a day, who has not yet, who was away or off; names in the round's own order."""

    day: date
    done: tuple[str, ...]
    open: tuple[str, ...]
    off: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamWeek:
    """The rounds of a week up to now; sums are over known numbers only, None where nothing is known.

    They are counts, no share: the questions of one round, and the answers of another, may be unknown.
    """

    week: Week
    days: tuple[RoundDay, ...]
    received: int | None
    answered: int | None
    answered_older: int | None = None
    questions: tuple[Question, ...]


def round_of(
    store: Store,
    strategy: Strategy,
    member: Member,
    day: date,
    *,
    now: datetime,
    holiday: IsHoliday = is_holiday,
) -> Round:
    with store.transaction() as tx:
        known = tx.check_ins.find(CheckIn(strategy_id=strategy.id, member_id=member.id, day=day).id)
        questions = tuple(each for each in tx.questions.open_of(strategy.id) if each.owner_id == member.id)
        voices = due_voices(tx, strategy, member, member.today(now))
        fresh = tx.posts.published_between(now - FRESH, now + timedelta(microseconds=1), strategy_id=strategy.id)
        found = steps_of_today(tx, strategy, member, now=now, is_holiday=holiday)
    return Round(
        day=day,
        check_in=known,
        questions=questions,
        voices=voices,
        fresh=tuple(reversed(fresh)),
        steps=tuple(each for each in found if not makes_post(each.step)),
    )


def save_round(store: Store, strategy: Strategy, member: Member, wish: RoundWish, *, now: datetime) -> RoundSaved:
    """Keep a round; a second time on the same day changes it, after the day's end with a mark.

    Raises `UserError` for a day to come, one too long ago, a number out of range, and "round-answered-more".
    """
    refuse_unusable(wish, member.today(now))
    with store.transaction() as tx:
        blank = CheckIn(strategy_id=strategy.id, member_id=member.id, day=wish.day)
        known = tx.check_ins.find(blank.id)
        made = merged(known or blank, wish, late=wish.day < member.today(now), now=now)
        refuse_mixed(made, known)
        kept = tx.check_ins.put(made)
        tick_questions(tx, strategy, member, wish.ticked, now=now)
        finish_due_steps(tx, strategy=strategy, by=member, now=now, voice_ids=wish.steps)
        _keep_what_is_left(tx, strategy, member, wish, known, now=now)
        mark_changed(tx, strategy.id, wish.day.isoformat())
        owe_day_line(tx, strategy, now=now)
        still_open = tuple(each for each in tx.questions.open_of(strategy.id) if each.owner_id == member.id)
    return RoundSaved(check_in=kept, still_open=still_open)


def _keep_what_is_left(
    tx: Transaction, strategy: Strategy, member: Member, wish: RoundWish, known: CheckIn | None, *, now: datetime
) -> None:
    """The oldest unanswered question becomes one that comes back tomorrow; editing the round adds no second one."""
    text = (wish.unanswered or "").strip()[:ROUND_TEXT_LIMIT]
    if text and text != (known.unanswered if known else ""):
        keep_unanswered(tx, strategy, member, text, wish.day, now=now)


def refuse_unusable(wish: RoundWish, today: date) -> None:
    if wish.day > today:
        raise UserError("round-too-early")
    if wish.day < today - timedelta(days=31):
        raise UserError("round-too-late")
    for name in NUMBERS:
        value = getattr(wish, name)
        if value is not None and not 0 <= value <= (24 * 60 if name == "minutes" else MOST):
            raise UserError("round-number", what=value)


def refuse_mixed(made: CheckIn, known: CheckIn | None) -> None:
    """Raises `UserError("round-answered-more")` with how to say it; a round that said so before may go on doing so."""
    is_as_before = known is not None and (known.received, known.answered) == (made.received, made.answered)
    if not made.is_mixed or is_as_before:
        return
    received, answered = made.received or 0, made.answered or 0
    older = (made.answered_older or 0) + answered - received
    raise UserError("round-answered-more", received=received, answered=answered, older=older)


def merged(known: CheckIn, wish: RoundWish, *, late: bool, now: datetime) -> CheckIn:
    """*known* with what was entered; a first entry after the day's end carries the mark too."""
    names = (*NUMBERS, "unanswered", "voices", "learned", "plan_reviewed")
    entered = {name: getattr(wish, name) for name in names if wish.is_whole or getattr(wish, name) is not None}
    texts = {name: value[:ROUND_TEXT_LIMIT] for name, value in entered.items() if isinstance(value, str)}
    return replace(known, **{**entered, **texts}, submitted_at=now, edited_late=known.edited_late or late)


def team_week(store: Store, strategy: Strategy, week: Week, *, now: datetime, is_holiday: IsHoliday) -> TeamWeek:
    today = strategy.today(now)
    with store.transaction() as tx:
        members = [found for each in strategy.round_ids if (found := tx.members.find(each))]
        rounds = tx.check_ins.between(strategy.id, week.monday, week.sunday)
        questions = tuple(tx.questions.open_of(strategy.id))
        asked = {
            day: [each for each in members if is_asked_on(tx, strategy.id, each, day)]
            for day in week.days()
            if day <= today
        }
    done = {(each.member_id, each.day) for each in rounds}
    days = tuple(day_of(day, members, found, done, is_holiday) for day, found in asked.items())
    return TeamWeek(
        week=week,
        days=tuple(each for each in days if each.done or each.open),
        received=sum_known([each.received for each in rounds]),
        answered=sum_known([each.answered for each in rounds]),
        answered_older=sum_known([each.answered_older for each in rounds]),
        questions=questions,
    )


def day_of(
    day: date, members: list[Member], asked: list[Member], done: set[tuple[str, date]], is_holiday: IsHoliday
) -> RoundDay:
    """*asked*: those whose own choice has a round on that day."""
    did = tuple(member.name for member in members if (member.id, day) in done)
    rest = [member for member in asked if (member.id, day) not in done]
    works = {member.id for member in rest if member.works_on(day, is_holiday)}
    return RoundDay(
        day=day,
        done=did,
        open=tuple(member.name for member in rest if member.id in works),
        off=tuple(member.name for member in rest if member.id not in works),
    )


def sum_known(numbers: list[int | None]) -> int | None:
    """Unknown is not zero: a sum of nothing known is unknown."""
    known = [each for each in numbers if each is not None]
    return sum(known) if known else None
