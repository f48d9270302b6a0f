"""How often members are asked for their round, as each chose it for a strategy: in the settings, or when asked.

What they answered to the question whether it is of use stands in its row too, as its only part.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.domain.errors import UserError
from bot.domain.members import Member, RoundChoice, RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import seen_by

Rhythms = Mapping[str, RoundRhythm]
"""By the id of a strategy."""


def subject_of(member_id: str) -> str:
    return f"round-{member_id}"


def last_asked(tx: Transaction, strategy_id: str, member_id: str) -> Delivery | None:
    """The last question whether the round is of use to a member, answered or not."""
    rows = tx.deliveries.of_subject(strategy_id, subject_of(member_id))
    return rows[-1] if rows else None


def day_of(asked: Delivery) -> date:
    return date.fromisoformat(asked.key.split(":")[4])


def rhythm_of(tx: Transaction, strategy_id: str, member: Member) -> RoundRhythm:
    """Every working day, unless they chose otherwise; versions before kept that in the row of the question alone."""
    if not member.wants(ReminderKind.CHECK_IN):
        return RoundRhythm.OFF
    choice, asked = member.round_choice(strategy_id), last_asked(tx, strategy_id, member.id)
    if choice is not None:
        return choice.rhythm
    return RoundRhythm.TWICE if asked and asked.parts == (RoundRhythm.TWICE,) else RoundRhythm.DAILY


def last_day_before(tx: Transaction, strategy_id: str, member: Member) -> date:
    """The day of the last question or choice; `date.min` where there was none."""
    choice, asked = member.round_choice(strategy_id), last_asked(tx, strategy_id, member.id)
    return max(choice.day if choice else date.min, day_of(asked) if asked else date.min)


def two_days(member: Member) -> tuple[int, ...]:
    """The second and the fourth of their working days, of a short week all; Monday is 0."""
    every = sorted(member.working_days)
    return tuple(every[1::2][:2]) if len(every) > 2 else tuple(every)


def is_asked_on(tx: Transaction, strategy_id: str, member: Member, day: date) -> bool:
    """Whether *day*, if they work on it, is one of a round by their own choice; what they chose later says nothing."""
    choice = member.round_choice(strategy_id)
    if choice is not None and day < choice.day:
        return True
    rhythm = rhythm_of(tx, strategy_id, member)
    return rhythm is RoundRhythm.DAILY or (rhythm is RoundRhythm.TWICE and day.weekday() in two_days(member))


def rounds_of(tx: Transaction, member: Member) -> list[Strategy]:
    """The strategies whose round they do."""
    return [each for each in seen_by(tx, member) if member.id in each.round_ids]


def name_among(tx: Transaction, member: Member, strategy: Strategy | None) -> str:
    """Of which of their rounds something is said; empty where they do one alone."""
    return strategy.name if strategy and len(rounds_of(tx, member)) > 1 else ""


def rhythms_of(tx: Transaction, member: Member) -> list[tuple[Strategy, RoundRhythm]]:
    return [(each, rhythm_of(tx, each.id, member)) for each in rounds_of(tx, member)]


def is_left_open(tx: Transaction, asked: Delivery | None, member_id: str, day: date) -> bool:
    """Whether the question waits for an answer on *day*; whoever does a round says that it is of use."""
    if asked is None or asked.parts:
        return False
    done = tx.check_ins.between(asked.strategy_id, day_of(asked), day)
    return all(each.member_id != member_id for each in done)


def rhythms_shown(tx: Transaction, member: Member) -> list[tuple[Strategy, RoundRhythm | None]]:
    """As a form offers them; None where they leave open whether it is of use."""
    return [(each, None if _is_open(tx, each, member) else rhythm) for each, rhythm in rhythms_of(tx, member)]


def _is_open(tx: Transaction, strategy: Strategy, member: Member) -> bool:
    return is_left_open(tx, last_asked(tx, strategy.id, member.id), member.id, date.max)


def choose_rhythms(store: Store, member_id: str, chosen: Rhythms, *, now: datetime) -> Member:
    """What they choose by themselves. Raises `UserError("round-not-theirs")` where they do no round of a strategy."""
    with store.transaction() as tx:
        member = tx.members.get(member_id)
        if not {each.id for each in rounds_of(tx, member)} >= chosen.keys():
            raise UserError("round-not-theirs")
        return _keep(tx, member, chosen, now=now)


def answer_rhythm(store: Store, member_id: str, strategy_id: str, rhythm: RoundRhythm, *, now: datetime) -> Member:
    """An answer to the question, also of somebody who does that round no more."""
    with store.transaction() as tx:
        return _keep(tx, tx.members.get(member_id), {strategy_id: rhythm}, now=now)


def _keep(tx: Transaction, member: Member, chosen: Rhythms, *, now: datetime) -> Member:
    """Off in all of their strategies is the kind turned off. Turned on in one, it stays off in the others."""
    day, stand = member.today(now), {each.id: rhythm for each, rhythm in rhythms_of(tx, member)}
    then = {**stand, **chosen}
    new = {each: rhythm for each, rhythm in then.items() if each in chosen or rhythm is RoundRhythm.OFF}
    for strategy_id, rhythm in chosen.items():
        _answer(tx, strategy_id, member.id, rhythm)
    kept = [each for each in member.rounds if new.get(each.strategy_id, each.rhythm) is each.rhythm]
    known = {each.strategy_id for each in kept}
    added = [RoundChoice(strategy_id=each, rhythm=new[each], day=day) for each in new if each not in known]
    is_off = all(rhythm is RoundRhythm.OFF for rhythm in then.values())
    muted = member.muted | {ReminderKind.CHECK_IN} if is_off else member.muted - {ReminderKind.CHECK_IN}
    after = replace(member, rounds=(*kept, *added), muted=frozenset(muted))
    return member if after == member else tx.members.put(after)


def _answer(tx: Transaction, strategy_id: str, member_id: str, rhythm: RoundRhythm) -> None:
    """The question reads as answered, also where it was answered otherwise before."""
    asked = last_asked(tx, strategy_id, member_id)
    if asked is not None and asked.parts != (rhythm.value,):
        tx.deliveries.put(replace(asked, parts=(rhythm.value,), refresh=True))
