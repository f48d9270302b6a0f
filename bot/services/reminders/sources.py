"""How each kind of reminder comes to be owed, in one table: who walks it finds what is owed, and what will be.

Reads by indexed questions, writes nothing. What is owed is found for one subject at a time (a post, a member, a
strategy), so that a fault in one harms no other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, cast

from bot.domain.engage.questions import Question
from bot.domain.posts import Post
from bot.domain.reminder_columns import Told
from bot.domain.reminder_kinds import ReminderKind, over_at, row_of
from bot.domain.reminders import daily
from bot.domain.reminders.changes import AT_ONCE
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.reminders.posts import SOON, asked_at, may_be_owed, post_reminders
from bot.domain.reminders.questions import PURSUED, question_reminders
from bot.domain.reminders.reminder import TOGETHER, Reminder
from bot.domain.reminders.reviews import review_reminders
from bot.domain.strategy import Strategy
from bot.services.reminders.agendas import agendas_ahead, agendas_owed, mornings
from bot.services.reminders.facts import (
    HORIZON,
    Decided,
    ReminderFacts,
    in_review,
    is_news,
    is_to_decide,
    moments_ahead,
)
from bot.services.reminders.notices import can_have_thread, threads_owed
from bot.services.reminders.rounds import round_members, rounds_ahead, rounds_owed
from bot.services.reminders.week_gaps import week_gaps_ahead, week_gaps_owed

GIVEN_AGO = timedelta(days=5)
"""Whoever was given a question is told at work again by then."""
A_MOMENT = timedelta(microseconds=1)
"""The end of a span is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSource:
    """*owed* is asked for each of *subjects* by itself; what it notes in `Decided` is decided on for that day.

    *ahead*: when it may be owed next, up to `HORIZON`; past moments and more than the next one do no harm.
    *is_merged*: of several about the same post to the same reader the last one is sent, and tells the others too;
    *is_joined*: of all to the same reader.
    """

    kinds: tuple[ReminderKind, ...]
    subjects: Callable[[ReminderFacts], Iterable[Any]]
    owed: Callable[[Any, ReminderFacts, Decided], Iterable[Reminder]]
    ahead: Callable[[ReminderFacts], Iterable[datetime]]
    is_merged: bool = False
    is_joined: bool = False


# Posts that come due, are overdue, or whose owner is silent.


def _posts(facts: ReminderFacts) -> list[Post]:
    """Of the weeks that are looked at, those whose first reminder has come."""
    return [each for each in facts.posts if may_be_owed(each, now=facts.now)]


def _pings_owed(post: Post, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    strategy = facts.strategies[post.strategy_id]
    return _news(post_reminders(post, strategy, facts.roster_of(strategy), now=facts.now), facts)


def _pings_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    for post in facts.posts:
        strategy = facts.strategies[post.strategy_id]
        for each in post_reminders(post, strategy, facts.roster_of(strategy), now=facts.now + HORIZON - SOON):
            if each.owed_at > facts.now and facts.tx.deliveries.find(each.key) is None:
                yield each.owed_at
        asked = (
            asked_at(post, strategy, facts.roster_of(strategy), now=facts.now)
            if post.due and post.due.at < facts.now
            else None
        )
        if asked:
            yield asked


def _news(found: Iterable[Reminder], facts: ReminderFacts) -> Iterator[Reminder]:
    return (each for each in found if is_news(each, facts.rhythm, now=facts.now))


# Reviews.


def _reviews_owed(post: Post, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    return _news((_soon_together(each, post, facts) for each in _news(_reviews(post, facts), facts)), facts)


def _reviews(post: Post, facts: ReminderFacts) -> Iterator[Reminder]:
    strategy = facts.strategies[post.strategy_id]
    return review_reminders(post, strategy, facts.roster_of(strategy))


def _soon_together(reminder: Reminder, post: Post, facts: ReminderFacts) -> Reminder:
    """What is due within the hour waits for no other."""
    is_near = post.due is not None and post.due.at <= reminder.owed_at + AT_ONCE
    return reminder if is_near or reminder.kind is not ReminderKind.REVIEW else _together(reminder, facts)


def _reviews_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    for post in in_review(facts):
        yield from (_soon_together(each, post, facts).owed_at for each in _reviews(post, facts))


# Customers' questions.


def _questions(facts: ReminderFacts) -> list[Question]:
    """Those that came into somebody's hands lately, and those that were due not long ago."""
    given = facts.tx.questions.given_between(facts.now - GIVEN_AGO, facts.now + A_MOMENT)
    due = facts.tx.questions.due_between(facts.now - PURSUED, facts.now)
    found = {each.id: each for each in (*given, *due)}
    return [each for each in found.values() if each.strategy_id in facts.strategies]


def _questions_owed(question: Question, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    return _news((_together(each, facts) for each in _news(_of_question(question, facts), facts)), facts)


def _of_question(question: Question, facts: ReminderFacts) -> Sequence[Reminder]:
    """They don't depend on the clock: worked out once for a question, its strategy and its people as they are."""
    strategy, kept = facts.strategies[question.strategy_id], facts.tx.questions.kept()
    people = facts.revisions_of(strategy)
    known = kept.get(question.id)
    if known is None or known[0] != strategy.rev or known[1] != people:
        found = tuple(question_reminders(question, strategy, facts.roster_of(strategy)))
        known = kept[question.id] = (strategy.rev, people, found)
    return cast(Sequence[Reminder], known[2])


def _together(reminder: Reminder, facts: ReminderFacts) -> Reminder:
    """What comes soon after a message of its kind about something else waits for what else comes in these minutes.

    A line waits for its morning anyhow.
    """
    if row_of(reminder.kind).told is Told.LINE or facts.tx.deliveries.find(reminder.key) is not None:
        return reminder
    at = reminder.owed_at
    told = facts.tx.deliveries.owed_between(at - TOGETHER, at + A_MOMENT, recipient_id=reminder.recipient_id)
    begun = [each.owed_at for each in told if each.kind is reminder.kind and each.subject != reminder.subject]
    return replace(reminder, owed_at=max(begun) + TOGETHER) if begun else reminder


def _questions_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    given = facts.tx.questions.given_between(facts.now - GIVEN_AGO, facts.now + A_MOMENT)
    due = facts.tx.questions.due_between(facts.now - PURSUED, facts.now + HORIZON)
    for question in (*given, *due):
        if question.strategy_id in facts.strategies:
            for each in _of_question(question, facts):
                yield each.owed_at
                if facts.now - TOGETHER < each.owed_at <= facts.now:
                    yield _together(each, facts).owed_at


# Posts without an owner: the manager's to hear.


def _strategies(facts: ReminderFacts) -> Iterable[Strategy]:
    return facts.strategies.values()


def _unowned_owed(strategy: Strategy, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    reader = daily.leading(strategy, facts.roster_of(strategy), ReminderKind.UNOWNED, at=facts.now)
    if reader is None:
        return
    day, name = reader.today(facts.now), f"unowned:{strategy.id}"
    moment = daily.daily_moment(ReminderKind.UNOWNED, reader, facts.roster, day=day)
    if moment is None or moment > facts.now:
        return
    decided[name] = max(day.isoformat(), facts.rhythm.decided.get(name, ""))
    posts = _unowned_posts(strategy, facts, now=facts.now)
    if posts and is_to_decide(name, moment, day, facts):
        yield daily.unowned(reader, strategy, posts, day=day)


def _unowned_posts(strategy: Strategy, facts: ReminderFacts, *, now: datetime) -> list[Post]:
    return [each for each in facts.posts if each.strategy_id == strategy.id and daily.is_unowned_soon(each, now=now)]


def _unowned_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    """As far as who hears it is known today."""
    for strategy in facts.strategies.values():
        reader = daily.leading(strategy, facts.roster_of(strategy), ReminderKind.UNOWNED, at=facts.now)
        ahead = moments_ahead(ReminderKind.UNOWNED, reader, facts) if reader else ()
        yield from islice((each for each, _ in ahead if _unowned_posts(strategy, facts, now=each)), 1)


# The week's digest, and what goes into its thread.


def _digests_owed(strategy: Strategy, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    found = daily.digest(strategy, now=facts.now)
    if found and is_news(found, facts.rhythm, now=facts.now):
        yield found
        yield from _details(found, facts)


def _details(digest: Reminder, facts: ReminderFacts) -> Iterator[Reminder]:
    """What goes into the thread, once the digest itself is there."""
    known = facts.tx.deliveries.find(digest.key)
    if known is not None and known.state is DeliveryState.SENT and known.sent_at is not None:
        yield daily.digest_details(digest, known.sent_at)


def _digests_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    return (daily.digest_moment(each, now=facts.now, weeks=1) for each in facts.strategies.values())


# What the next month lacks: the manager's to hear.


def _radars_owed(strategy: Strategy, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    return _news(_radar(strategy, facts, now=facts.now), facts)


def _radar(strategy: Strategy, facts: ReminderFacts, *, now: datetime) -> list[Reminder]:
    reader = daily.radar_reader(strategy, facts.roster_of(strategy), now=now)
    found = daily.radar(reader, strategy, facts.roster, now=now) if reader else None
    return [found] if found else []


def _radars_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    later = facts.now + HORIZON
    return (each.owed_at for strategy in facts.strategies.values() for each in _radar(strategy, facts, now=later))


# Numbers of what was published a week ago.


def _unmeasured_now(facts: ReminderFacts) -> list[Post]:
    return _unmeasured(facts, until=facts.now)


def _unmeasured(facts: ReminderFacts, *, until: datetime) -> list[Post]:
    """Published posts without numbers that are to be asked for about now, up to *until*, and were not yet."""
    lasts = over_at(ReminderKind.MEASURE, facts.now) - facts.now
    oldest = facts.now - daily.MEASURED_AFTER - lasts - timedelta(days=4)
    latest = until - daily.MEASURED_AFTER + timedelta(seconds=1)  # the end of a span is not in it
    posts = facts.tx.posts.published_between(oldest, latest)
    ours = [post for post in posts if post.strategy_id in facts.strategies]
    known = facts.tx.measurements.latest_of([post.id for post in ours])
    return [post for post in ours if post.id not in known and not _is_asked(post, facts)]


def _is_asked(post: Post, facts: ReminderFacts) -> bool:
    return facts.tx.deliveries.find(daily.measure_key(post, facts.strategies[post.strategy_id])) is not None


def _measures_owed(post: Post, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    return _news(_measure(post, facts), facts)


def _measure(post: Post, facts: ReminderFacts) -> list[Reminder]:
    strategy = facts.strategies[post.strategy_id]
    found = daily.measure(post, strategy, facts.roster_of(strategy))
    return [found] if found else []


def _measures_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    posts = _unmeasured(facts, until=facts.now + HORIZON)
    return (each.owed_at for post in posts for each in _measure(post, facts))


# The message in the channel under which a post is talked about.


def _threads_owed(strategy: Strategy, facts: ReminderFacts, decided: Decided) -> list[Reminder]:
    if not strategy.plan.thread_per_post:
        return []
    ours = [each for each in facts.posts if each.strategy_id == strategy.id]
    without = [each for each in ours if can_have_thread(facts.tx, each, strategy, now=facts.now)]
    return threads_owed(without, strategy, last=facts.rhythm.last, now=facts.now)


def _never(facts: ReminderFacts) -> tuple[datetime, ...]:
    return ()


_REVIEWS = (ReminderKind.REVIEW, ReminderKind.REVIEW_AGAIN)
_POSTS = (ReminderKind.DUE, ReminderKind.OVERDUE, ReminderKind.ESCALATION, ReminderKind.LATE)

SOURCES = (
    ReminderSource(kinds=_POSTS, subjects=_posts, owed=_pings_owed, ahead=_pings_ahead, is_merged=True),
    ReminderSource(
        kinds=(ReminderKind.REVIEW, ReminderKind.REVIEW_AGAIN),
        subjects=in_review,
        owed=_reviews_owed,
        ahead=_reviews_ahead,
        is_merged=True,
    ),
    ReminderSource(
        kinds=(ReminderKind.QUESTION, ReminderKind.QUESTION_AGAIN),
        subjects=_questions,
        owed=_questions_owed,
        ahead=_questions_ahead,
        is_joined=True,
    ),
    ReminderSource(
        kinds=(ReminderKind.CHECK_IN, ReminderKind.ROUND_ASKED),
        subjects=round_members,
        owed=rounds_owed,
        ahead=rounds_ahead,
    ),
    ReminderSource(kinds=(ReminderKind.UNOWNED,), subjects=_strategies, owed=_unowned_owed, ahead=_unowned_ahead),
    ReminderSource(kinds=(ReminderKind.DIGEST,), subjects=_strategies, owed=_digests_owed, ahead=_digests_ahead),
    ReminderSource(kinds=(ReminderKind.RADAR,), subjects=_strategies, owed=_radars_owed, ahead=_radars_ahead),
    ReminderSource(kinds=(ReminderKind.RADAR_LINE,), subjects=_strategies, owed=week_gaps_owed, ahead=week_gaps_ahead),
    ReminderSource(kinds=(ReminderKind.MEASURE,), subjects=_unmeasured_now, owed=_measures_owed, ahead=_measures_ahead),
    ReminderSource(kinds=(ReminderKind.NOTICE,), subjects=_strategies, owed=_threads_owed, ahead=_never),
    # Last: a morning is owed to whoever has a line in it.
    ReminderSource(kinds=(ReminderKind.AGENDA,), subjects=mornings, owed=agendas_owed, ahead=agendas_ahead),
)

WRITTEN_BY_DEEDS = (
    ReminderKind.CATCH_UP,
    ReminderKind.NOTICE,
    ReminderKind.SHARE_KIT,
    ReminderKind.CHANGE,
    ReminderKind.CHANGE_LINE,
    ReminderKind.DAY_LINE,
)
"""Of what the calendar does not owe: the queue and what people do write it."""
