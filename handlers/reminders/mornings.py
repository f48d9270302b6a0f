"""Draws the morning of a member: what it listed when it was decided on, as that stands now."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.engage.questions import Question
from bot.domain.members import Member
from bot.domain.posts import Post, is_paused
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.day_steps import post_ids_of, steps_named
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reviews import is_with_reviewer
from bot.domain.reminders.routing import Roster, is_there, responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import translator_for
from bot.ports import Outgoing, Transaction
from bot.services.plan.holidays import is_holiday
from bot.services.post.late import KEPT
from bot.services.reminders.facts import LOOK_BACK
from bot.services.reminders.follow_ups import came_by, follow_ups_for
from bot.services.reminders.lines import lines_in
from bot.services.reminders.rounds import is_offered
from bot.services.reminders.week_gaps import gaps_of_week
from handlers.context import House
from handlers.reminders.changes import changes_among, pauses_among
from handlers.reminders.reading import may_change_by, posts_in, roster_of, strategies_for
from handlers.views.reminders.agendas import Agenda, agenda_message
from handlers.views.reminders.rounds import RoundLine
from handlers.views.reminders.waiting import WaitingLines
from handlers.views.reminders.week_gaps import WeekGaps


def render_agenda(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader = tx.members.find(delivery.recipient_id)
        if reader is None:
            return None
        agenda = _agenda(tx, delivery, reader, now=now)
    return agenda_message(translator_for(reader, now), agenda)


def _agenda(tx: Transaction, delivery: Delivery, reader: Member, *, now: datetime) -> Agenda:
    strategies = strategies_for(tx, reader.id)
    day = date.fromisoformat(delivery.subject)
    named = posts_in(tx, delivery.parts, strategies)
    lines = lines_in(tx, delivery)
    again = _about(tx, lines, ReminderKind.REVIEW_AGAIN, strategies)
    reviews = [post for post in tx.posts.in_review() if _is_to_read(post, strategies, reader) or post in again]
    rosters = {each: roster_of(tx, strategies[each]) for each in {post.strategy_id for post in named}}
    listed = [
        post
        for post in named
        if not _was_to_read(post, strategies[post.strategy_id], reader, delivery, rosters[post.strategy_id])
    ]
    here = listed if reader.today(now) != day else [*listed, *_since(tx, delivery, reader, strategies, now=now)]
    waiting = _waiting(tx, lines, strategies, at=delivery.sent_at or now)
    says_all = reader.wants(ReminderKind.AGENDA)
    return Agenda(
        delivery=delivery,
        reader_id=reader.id,
        day=day,
        posts=sorted(here, key=lambda post: (post.due_at or now, post.id)),
        strategies=strategies,
        now=now,
        may_change=may_change_by(reader, strategies),
        reviews=reviews if reader.today(now) == day else [post for post in reviews if post in named],
        asked=_about(tx, [each for each in lines if each.parts != (KEPT,)], ReminderKind.LATE, strategies),
        waiting=waiting.without(here) if says_all else waiting,
        following=_following(tx, reader, strategies, day=day),
        changes=changes_among(tx, lines),
        pauses=pauses_among(tx, lines, now=delivery.sent_at or now),
        says_all=says_all,
        weeks=_weeks(tx, reader, lines, strategies, now=now),
        steps=steps_named(delivery.parts, posts_in(tx, post_ids_of(delivery.parts), strategies)),
        questions=_questions(tx, reader, strategies, day),
        silent_questions=_silent_questions(tx, lines, reader, strategies),
        follow_ups=follow_ups_for(tx, reader, strategies.values(), day),
        rounds=_rounds(tx, reader, strategies, day, is_today=reader.today(now) == day),
    )


def _weeks(
    tx: Transaction, reader: Member, lines: Sequence[Delivery], strategies: Mapping[str, Strategy], *, now: datetime
) -> list[WeekGaps]:
    told = [each for each in lines if each.kind is ReminderKind.RADAR_LINE and each.strategy_id in strategies]
    locale = translator_for(reader, now).locale
    return [_week(tx, each, strategies[each.strategy_id], locale, now=now) for each in told]


def _week(tx: Transaction, line: Delivery, strategy: Strategy, locale: str, *, now: datetime) -> WeekGaps:
    found = gaps_of_week(tx, strategy, date.fromisoformat(line.subject), now=now, locale=locale)
    return WeekGaps(strategy=strategy, day=strategy.today(line.owed_at), findings=found)


def _rounds(
    tx: Transaction, reader: Member, strategies: Mapping[str, Strategy], day: date, *, is_today: bool
) -> list[RoundLine]:
    """Once its day is over, a round that was not done is no more something to do."""
    theirs = [each for each in strategies.values() if reader.id in each.round_ids and not each.is_archived]
    done = {each.id: tx.check_ins.find(f"{each.id}:{reader.id}:{day.isoformat()}") for each in theirs}
    shown = [each for each in theirs if done[each.id] or (is_today and is_offered(tx, each, reader, day))]
    return [RoundLine(strategy=each, day=day, check_in=done[each.id]) for each in shown]


def _questions(tx: Transaction, reader: Member, strategies: dict[str, Strategy], day: date) -> list[Question]:
    """Those that the reader is to answer, the longest due first; what came later is no line of that *day*."""
    live = (each for each in strategies.values() if not each.is_archived)
    every = (each for strategy in live for each in tx.questions.open_of(strategy.id))
    mine = [
        each for each in every if each.owner_id == reader.id and each.due_at and came_by(each.given_at, reader, day)
    ]
    return sorted(mine, key=lambda each: (each.due_at, each.number))


def _silent_questions(
    tx: Transaction, lines: Sequence[Delivery], reader: Member, strategies: Mapping[str, Strategy]
) -> list[Question]:
    """Those of others that wait longer than planned, as this morning told them; what became the reader's is theirs."""
    told = dict.fromkeys(part for each in lines if each.kind is ReminderKind.QUESTION_AGAIN for part in each.parts)
    found = (question for question in map(tx.questions.find, told) if question and question.is_open)
    return [each for each in found if each.strategy_id in strategies and each.owner_id != reader.id]


def _about(
    tx: Transaction, lines: Sequence[Delivery], kind: ReminderKind, strategies: Mapping[str, Strategy]
) -> list[Post]:
    """The posts of the lines of one kind, once each."""
    return posts_in(tx, dict.fromkeys(each.subject for each in lines if each.kind is kind), strategies)


def _waiting(
    tx: Transaction, lines: Sequence[Delivery], strategies: Mapping[str, Strategy], *, at: datetime
) -> WaitingLines:
    listed = [post_id for each in lines if each.kind is ReminderKind.UNOWNED for post_id in each.parts]
    unmeasured = _about(tx, lines, ReminderKind.MEASURE, strategies)
    return WaitingLines(
        strategies=strategies,
        silent=_about(tx, lines, ReminderKind.ESCALATION, strategies),
        ownerless=posts_in(tx, dict.fromkeys(listed), strategies),
        unmeasured=unmeasured,
        measured=frozenset(tx.measurements.latest_of([post.id for post in unmeasured])),
        lines=[(each, post) for each in lines for post in posts_in(tx, (each.subject, *each.parts)[:2], strategies)],
        leads_there=frozenset(
            each.id for each in strategies.values() if is_there(tx.members.find(each.manager_id), at=at)
        ),
    )


def _following(
    tx: Transaction,
    reader: Member,
    strategies: Mapping[str, Strategy],
    *,
    day: date,
) -> Post | None:
    """The reader's first post of their next working day, where that is the day after what this morning lists."""
    roster = Roster(people={reader.id: reader}, is_holiday=is_holiday)
    first = daily.agenda_end(reader, roster, now=reader.at(day, time(12)))
    span = reader.at(first, time()), reader.at(first + timedelta(days=1), time())
    own = [post for post in tx.posts.open_of_owner(reader.id) if post.strategy_id in strategies and post.due]
    own = [post for post in own if not is_paused(post, strategies[post.strategy_id].plan.pause, now=span[0])]
    return next((post for post in own if post.due and span[0] <= post.due.at < span[1]), None)


def _is_to_read(post: Post, strategies: dict[str, Strategy], reader: Member) -> bool:
    strategy = strategies.get(post.strategy_id)
    return strategy is not None and not strategy.is_archived and is_with_reviewer(post, strategy, reader.id)


def _was_to_read(post: Post, strategy: Strategy, reader: Member, delivery: Delivery, roster: Roster) -> bool:
    """Listed as something to read, not as something to publish: also where somebody else reads it by now."""
    if reader.id == responsible_for(post, strategy):
        return False
    if reader.id == post.reviewer_id:
        return True
    is_as_listed = all(
        change.what not in {"assigned", "moved"} or change.at < delivery.owed_at for change in post.history
    )
    return is_as_listed and daily.doer_of(post, strategy, roster, now=delivery.owed_at) != reader.id


def _since(
    tx: Transaction, delivery: Delivery, reader: Member, strategies: dict[str, Strategy], *, now: datetime
) -> Iterable[Post]:
    """Posts of today that came into the reader's hands after the agenda was decided on."""
    roster = Roster(people={reader.id: reader}, is_holiday=is_holiday)
    own = [post for post in tx.posts.open_of_owner(reader.id) if post.strategy_id in strategies]
    running = [post for post in own if not is_paused(post, strategies[post.strategy_id].plan.pause, now=now)]
    recent = [post for post in running if post.due and post.due.at > now - LOOK_BACK]
    return [post for post in daily.agenda_posts(reader, recent, roster, now=now) if post.id not in delivery.parts]
