"""How each kind of reminder comes to be owed, in one table: who walks it finds what is owed, and what will be.

Reads by indexed questions, writes nothing. What is owed is found for one subject at a time (a post, a member, a
strategy), so that a fault in one harms no other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders import daily
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.reminders.posts import SOON, post_reminders
from bot.domain.reminders.reminder import Reminder
from bot.domain.reminders.reviews import review_reminders
from bot.domain.strategy import Strategy
from bot.services.reminders.agendas import agendas_ahead, agendas_owed, mornings
from bot.services.reminders.facts import HORIZON, Decided, Scene, in_review, is_news, is_to_decide, moments_ahead
from bot.services.reminders.notices import can_have_thread, threads_owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """*owed* is asked for each of *subjects* by itself; what it notes in `Decided` is decided on for that day.

    *ahead*: when it may be owed next, up to `HORIZON`; past moments and more than the next one do no harm.
    *is_merged*: of several about the same post to the same reader the last one is sent, and tells the others too.
    """

    kinds: tuple[ReminderKind, ...]
    subjects: Callable[[Scene], Iterable[Any]]
    owed: Callable[[Any, Scene, Decided], Iterable[Reminder]]
    ahead: Callable[[Scene], Iterable[datetime]]
    is_merged: bool = False


# Posts that come due, are overdue, or whose owner is silent.


def _posts(scene: Scene) -> list[Post]:
    return scene.posts


def _pings_owed(post: Post, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    strategy = scene.strategies[post.strategy_id]
    return _news(post_reminders(post, strategy, scene.roster_of(strategy), now=scene.now), scene)


def _pings_ahead(scene: Scene) -> Iterator[datetime]:
    for post in scene.posts:
        strategy = scene.strategies[post.strategy_id]
        for each in post_reminders(post, strategy, scene.roster_of(strategy), now=scene.now + HORIZON - SOON):
            if each.owed_at > scene.now and scene.tx.deliveries.find(each.key) is None:
                yield each.owed_at


def _news(found: Iterable[Reminder], scene: Scene) -> Iterator[Reminder]:
    return (each for each in found if is_news(each, scene.rhythm, now=scene.now))


# Reviews.


def _reviews_owed(post: Post, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    strategy = scene.strategies[post.strategy_id]
    return _news(review_reminders(post, strategy, scene.roster_of(strategy)), scene)


def _reviews_ahead(scene: Scene) -> Iterator[datetime]:
    for post in in_review(scene):
        strategy = scene.strategies[post.strategy_id]
        yield from (each.owed_at for each in review_reminders(post, strategy, scene.roster_of(strategy)))


# Invitations to the daily round.


def _round_members(scene: Scene) -> Iterator[tuple[Strategy, Member]]:
    for strategy in scene.strategies.values():
        for member in scene.roster_of(strategy).wanting(strategy.round_ids, ReminderKind.CHECK_IN):
            yield strategy, member


def _check_ins_owed(whose: tuple[Strategy, Member], scene: Scene, decided: Decided) -> Iterator[Reminder]:
    """Today's, and after a silence those of the days in between."""
    strategy, member = whose
    name = f"check-in:{strategy.id}:{member.id}"
    for day in daily.days_since(member, last=scene.rhythm.last, now=scene.now):
        moment = daily.daily_moment(ReminderKind.CHECK_IN, member, scene.roster, day=day)
        if moment is None or moment > scene.now:
            continue
        decided[name] = max(day.isoformat(), scene.rhythm.decided.get(name, ""), decided.get(name, ""))
        if is_to_decide(name, moment, day, scene) and not _is_done(strategy, member, day, scene):
            yield daily.check_in(member, strategy, day=day)


def _check_ins_ahead(scene: Scene) -> Iterator[datetime]:
    for strategy, member in _round_members(scene):
        ahead = moments_ahead(ReminderKind.CHECK_IN, member, scene)
        yield from islice((each for each, day in ahead if not _is_done(strategy, member, day, scene)), 1)


def _is_done(strategy: Strategy, member: Member, day: date, scene: Scene) -> bool:
    return scene.tx.check_ins.find(f"{strategy.id}:{member.id}:{day.isoformat()}") is not None


# Posts without an owner: the manager's to hear.


def _strategies(scene: Scene) -> Iterable[Strategy]:
    return scene.strategies.values()


def _unowned_owed(strategy: Strategy, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    reader = daily.leading(strategy, scene.roster_of(strategy), ReminderKind.UNOWNED, at=scene.now)
    if reader is None:
        return
    day, name = reader.today(scene.now), f"unowned:{strategy.id}"
    moment = daily.daily_moment(ReminderKind.UNOWNED, reader, scene.roster, day=day)
    if moment is None or moment > scene.now:
        return
    decided[name] = max(day.isoformat(), scene.rhythm.decided.get(name, ""))
    posts = _unowned_posts(strategy, scene, now=scene.now)
    if posts and is_to_decide(name, moment, day, scene):
        yield daily.unowned(reader, strategy, posts, day=day)


def _unowned_posts(strategy: Strategy, scene: Scene, *, now: datetime) -> list[Post]:
    return [each for each in scene.posts if each.strategy_id == strategy.id and daily.is_unowned_soon(each, now=now)]


def _unowned_ahead(scene: Scene) -> Iterator[datetime]:
    """As far as who hears it is known today."""
    for strategy in scene.strategies.values():
        reader = daily.leading(strategy, scene.roster_of(strategy), ReminderKind.UNOWNED, at=scene.now)
        ahead = moments_ahead(ReminderKind.UNOWNED, reader, scene) if reader else ()
        yield from islice((each for each, _ in ahead if _unowned_posts(strategy, scene, now=each)), 1)


# The week's digest, and what goes into its thread.


def _digests_owed(strategy: Strategy, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    found = daily.digest(strategy, now=scene.now)
    if found and is_news(found, scene.rhythm, now=scene.now):
        yield found
        yield from _details(found, scene)


def _details(digest: Reminder, scene: Scene) -> Iterator[Reminder]:
    """What goes into the thread, once the digest itself is there."""
    known = scene.tx.deliveries.find(digest.key)
    if known is not None and known.state is DeliveryState.SENT and known.sent_at is not None:
        yield daily.digest_details(digest, known.sent_at)


def _digests_ahead(scene: Scene) -> Iterator[datetime]:
    return (daily.digest_moment(each, now=scene.now, weeks=1) for each in scene.strategies.values())


# What the next month lacks: the manager's to hear.


def _radars_owed(strategy: Strategy, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    return _news(_radar(strategy, scene, now=scene.now), scene)


def _radar(strategy: Strategy, scene: Scene, *, now: datetime) -> list[Reminder]:
    reader = daily.radar_reader(strategy, scene.roster_of(strategy), now=now)
    found = daily.radar(reader, strategy, scene.roster, now=now) if reader else None
    return [found] if found else []


def _radars_ahead(scene: Scene) -> Iterator[datetime]:
    later = scene.now + HORIZON
    return (each.owed_at for strategy in scene.strategies.values() for each in _radar(strategy, scene, now=later))


# Numbers of what was published a week ago.


def _unmeasured_now(scene: Scene) -> list[Post]:
    return _unmeasured(scene, until=scene.now)


def _unmeasured(scene: Scene, *, until: datetime) -> list[Post]:
    """Published posts without numbers that are to be asked for about now, up to *until*, and were not yet."""
    lasts = over_at(ReminderKind.MEASURE, scene.now) - scene.now
    oldest = scene.now - daily.MEASURED_AFTER - lasts - timedelta(days=4)
    latest = until - daily.MEASURED_AFTER + timedelta(seconds=1)  # the end of a span is not in it
    posts = scene.tx.posts.published_between(oldest, latest)
    ours = [post for post in posts if post.strategy_id in scene.strategies]
    known = scene.tx.measurements.latest_of([post.id for post in ours])
    return [post for post in ours if post.id not in known and not _is_asked(post, scene)]


def _is_asked(post: Post, scene: Scene) -> bool:
    return scene.tx.deliveries.find(daily.measure_key(post, scene.strategies[post.strategy_id])) is not None


def _measures_owed(post: Post, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    return _news(_measure(post, scene), scene)


def _measure(post: Post, scene: Scene) -> list[Reminder]:
    strategy = scene.strategies[post.strategy_id]
    found = daily.measure(post, strategy, scene.roster_of(strategy))
    return [found] if found else []


def _measures_ahead(scene: Scene) -> Iterator[datetime]:
    posts = _unmeasured(scene, until=scene.now + HORIZON)
    return (each.owed_at for post in posts for each in _measure(post, scene))


# The message in the channel under which a post is talked about.


def _threads_owed(strategy: Strategy, scene: Scene, decided: Decided) -> list[Reminder]:
    if not strategy.plan.thread_per_post:
        return []
    ours = [each for each in scene.posts if each.strategy_id == strategy.id]
    without = [each for each in ours if can_have_thread(scene.tx, each, strategy, now=scene.now)]
    return threads_owed(without, strategy, last=scene.rhythm.last, now=scene.now)


def _never(scene: Scene) -> tuple[datetime, ...]:
    return ()


_POSTS = (ReminderKind.DUE, ReminderKind.OVERDUE)

SOURCES = (
    Source(kinds=_POSTS, subjects=_posts, owed=_pings_owed, ahead=_pings_ahead, is_merged=True),
    Source(kinds=(ReminderKind.REVIEW,), subjects=in_review, owed=_reviews_owed, ahead=_reviews_ahead, is_merged=True),
    Source(kinds=(ReminderKind.AGENDA,), subjects=mornings, owed=agendas_owed, ahead=agendas_ahead),
    Source(kinds=(ReminderKind.CHECK_IN,), subjects=_round_members, owed=_check_ins_owed, ahead=_check_ins_ahead),
    Source(kinds=(ReminderKind.UNOWNED,), subjects=_strategies, owed=_unowned_owed, ahead=_unowned_ahead),
    Source(kinds=(ReminderKind.DIGEST,), subjects=_strategies, owed=_digests_owed, ahead=_digests_ahead),
    Source(kinds=(ReminderKind.RADAR,), subjects=_strategies, owed=_radars_owed, ahead=_radars_ahead),
    Source(kinds=(ReminderKind.MEASURE,), subjects=_unmeasured_now, owed=_measures_owed, ahead=_measures_ahead),
    Source(kinds=(ReminderKind.NOTICE,), subjects=_strategies, owed=_threads_owed, ahead=_never),
)

WRITTEN_BY_DEEDS = (ReminderKind.CATCH_UP, ReminderKind.NOTICE)
"""Of what the calendar does not owe: the queue and what people do write it."""
