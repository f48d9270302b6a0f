"""Reads what the calendar owes at a moment, by indexed questions only; writes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain import daily
from bot.domain.deliveries import DeliveryState
from bot.domain.people import Member, ReminderKind
from bot.domain.posts import Post
from bot.domain.reminders import WINDOWS, Reminder, post_reminders
from bot.domain.reviews import review_reminders
from bot.domain.routing import Roster
from bot.domain.strategy import Strategy
from bot.services.notices import can_have_thread, threads_owed
from bot.services.scene import Rhythm, Scene, agenda_steps, in_review, steps_by_holder, to_review, with_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """*superseded*: those of the same post and person that a reminder, named by its key, tells along with itself."""

    rhythm: Rhythm
    reminders: list[Reminder]
    superseded: dict[str, list[Reminder]]


def strangers(scene: Scene) -> set[str]:
    """Members the calendar names and the bot has never met."""
    named = {each for post in scene.posts for each in (post.owner_id, post.backup_id) if each}
    named |= to_review(scene).keys()
    for strategy in scene.strategies.values():
        named |= {strategy.manager_id, *strategy.round_ids}
        named |= {each for plan in strategy.platforms for each in (plan.owner_id, plan.backup_id) if each}
    return named - scene.roster.people.keys()


def owed(scene: Scene) -> Owed:
    """What came to be owed since the last look and is not in the ledger yet; the rhythm after this look.

    Reminders whose window passed while nobody looked are among them: they are told in a catch-up.
    """
    decided: dict[str, str] = {}
    daily_ones = [
        *_agendas(scene, decided),
        *_check_ins(scene, decided),
        *_unowned(scene, decided),
        *_digests(scene),
        *_radars(scene),
        *_measures(scene),
        *_threads(scene),
    ]
    groups = [
        *_by_post(_missing(_of_posts(scene), scene)).values(),
        *_by_post(_missing(_reviews(scene), scene)).values(),
    ]
    return Owed(
        rhythm=replace(scene.rhythm, last=scene.now, decided={**scene.rhythm.decided, **decided}),
        reminders=[*(group[-1] for group in groups), *_missing(daily_ones, scene)],
        superseded={group[-1].key: group[:-1] for group in groups},
    )


def _missing(found: Iterable[Reminder], scene: Scene) -> list[Reminder]:
    return [_owed_since(each, scene) for each in found if scene.tx.deliveries.find(each.key) is None]


def is_news(reminder: Reminder, rhythm: Rhythm, *, now: datetime) -> bool:
    """It is owed now, or its window passed since the last look."""
    if not rhythm.born <= reminder.owed_at <= now:
        return False
    return now < reminder.expires_at or reminder.owed_at > rhythm.last


def _owed_since(reminder: Reminder, scene: Scene) -> Reminder:
    """What the calendar only made owed after its moment (a move, a hand-over) is not late: it is owed from now."""
    return reminder if reminder.owed_at > scene.rhythm.last else replace(reminder, owed_at=scene.now)


def _of_posts(scene: Scene) -> Iterator[Reminder]:
    for post in scene.posts:
        strategy = scene.strategies[post.strategy_id]
        for each in post_reminders(post, strategy, scene.roster_of(strategy), now=scene.now):
            if is_news(each, scene.rhythm, now=scene.now):
                yield each


def _reviews(scene: Scene) -> Iterator[Reminder]:
    for post in in_review(scene):
        strategy = scene.strategies[post.strategy_id]
        for each in review_reminders(post, strategy, scene.roster_of(strategy)):
            if is_news(each, scene.rhythm, now=scene.now):
                yield each


def _by_post(reminders: Iterable[Reminder]) -> dict[tuple[str, str], list[Reminder]]:
    found: dict[tuple[str, str], list[Reminder]] = {}
    for each in reminders:
        found.setdefault((each.subject, each.recipient_id), []).append(each)
    return found


def _to_decide(name: str, member: Member, moment: datetime, day: date, scene: Scene) -> bool:
    """Whether a daily message is to be decided on now: not before its hour, not twice for one local day.

    Somebody the bot meets after the hour starts with the next day.
    """
    noted = scene.rhythm.decided.get(name, "")
    if moment > scene.now or noted >= day.isoformat():
        return False
    return bool(noted) or moment > scene.rhythm.last


def _agendas(scene: Scene, decided: dict[str, str]) -> Iterator[Reminder]:
    due = [(member, day) for member, day in _members_today(scene) if _is_agenda_time(member, day, scene, decided)]
    held = scene.held(now=scene.now) if due else {}
    unread = to_review(scene) if due else {}
    stepped = steps_by_holder(with_steps(scene), scene, now=scene.now) if due else {}
    for member, day in due:
        posts = daily.agenda_posts(member, held.get(member.id, ()), scene.roster, now=scene.now)
        posts += [post for post in unread.get(member.id, ()) if post not in posts]
        steps = agenda_steps(member, stepped, scene, now=scene.now)
        if (posts or steps) and member.wants(ReminderKind.AGENDA):
            yield daily.agenda(member, posts, steps, day=day)


def _members_today(scene: Scene) -> Iterator[tuple[Member, date]]:
    for member in scene.roster.people.values():
        if member.can_be_messaged:
            yield member, member.today(scene.now)


def _is_agenda_time(member: Member, day: date, scene: Scene, decided: dict[str, str]) -> bool:
    name = f"agenda:{member.id}"
    if scene.rhythm.decided.get(name, "") >= day.isoformat():
        return False
    moment = daily.daily_moment(member, member.agenda_at, scene.roster, day=day)
    if moment is None:
        return False
    if moment <= scene.now:
        decided[name] = day.isoformat()
    return _to_decide(name, member, moment, day, scene)


def _check_ins(scene: Scene, decided: dict[str, str]) -> Iterator[Reminder]:
    for strategy in scene.strategies.values():
        for member in _reachable(strategy.round_ids, ReminderKind.CHECK_IN, scene.roster_of(strategy)):
            yield from _check_ins_of(member, strategy, scene, decided)


def _check_ins_of(member: Member, strategy: Strategy, scene: Scene, decided: dict[str, str]) -> Iterator[Reminder]:
    """Today's, and after a silence those of the days in between."""
    name = f"check-in:{strategy.id}:{member.id}"
    for day in daily.days_since(member, last=scene.rhythm.last, now=scene.now):
        moment = daily.daily_moment(member, member.check_in_at, scene.roster, day=day)
        if moment is None or moment > scene.now:
            continue
        decided[name] = max(day.isoformat(), scene.rhythm.decided.get(name, ""), decided.get(name, ""))
        if _to_decide(name, member, moment, day, scene) and not _is_done(strategy, member, day, scene):
            yield daily.check_in(member, strategy, day=day)


def _is_done(strategy: Strategy, member: Member, day: date, scene: Scene) -> bool:
    return scene.tx.check_ins.find(f"{strategy.id}:{member.id}:{day.isoformat()}") is not None


def _unowned(scene: Scene, decided: dict[str, str]) -> Iterator[Reminder]:
    for strategy in scene.strategies.values():
        reader = daily.leading(strategy, scene.roster_of(strategy), ReminderKind.UNOWNED, at=scene.now)
        if reader is None:
            continue
        day, name = reader.today(scene.now), f"unowned:{strategy.id}"
        moment = daily.daily_moment(reader, reader.agenda_at, scene.roster, day=day)
        if moment is None or moment > scene.now:
            continue
        decided[name] = max(day.isoformat(), scene.rhythm.decided.get(name, ""))
        posts = unowned_posts(strategy, scene.posts, now=scene.now)
        if posts and _to_decide(name, reader, moment, day, scene):
            yield daily.unowned(reader, strategy, posts, day=day)


def unowned_posts(strategy: Strategy, posts: Iterable[Post], *, now: datetime) -> list[Post]:
    return [each for each in posts if each.strategy_id == strategy.id and daily.is_unowned_soon(each, now=now)]


def _digests(scene: Scene) -> Iterator[Reminder]:
    for strategy in scene.strategies.values():
        found = daily.digest(strategy, now=scene.now)
        if found and is_news(found, scene.rhythm, now=scene.now):
            yield found
            yield from _details(found, scene)


def _details(digest: Reminder, scene: Scene) -> Iterator[Reminder]:
    """What goes into the thread, once the digest itself is there."""
    known = scene.tx.deliveries.find(digest.key)
    if known is not None and known.state is DeliveryState.SENT and known.sent_at is not None:
        yield daily.digest_details(digest, known.sent_at)


def _radars(scene: Scene) -> Iterator[Reminder]:
    for strategy in scene.strategies.values():
        reader = daily.radar_reader(strategy, scene.roster_of(strategy), now=scene.now)
        found = daily.radar(reader, strategy, scene.roster, now=scene.now) if reader else None
        if found and is_news(found, scene.rhythm, now=scene.now):
            yield found


def _threads(scene: Scene) -> Iterator[Reminder]:
    for strategy in scene.strategies.values():
        if not strategy.plan.thread_per_post:
            continue
        ours = [each for each in scene.posts if each.strategy_id == strategy.id]
        without = [each for each in ours if can_have_thread(scene.tx, each, strategy, now=scene.now)]
        yield from threads_owed(without, strategy, last=scene.rhythm.last, now=scene.now)


def _measures(scene: Scene) -> Iterator[Reminder]:
    for post in unmeasured(scene, until=scene.now):
        strategy = scene.strategies[post.strategy_id]
        found = daily.measure(post, strategy, scene.roster_of(strategy))
        if found and is_news(found, scene.rhythm, now=scene.now):
            yield found


def unmeasured(scene: Scene, *, until: datetime) -> list[Post]:
    """Published posts without numbers that are to be asked for about now, up to *until*, and were not yet."""
    oldest = scene.now - daily.MEASURED_AFTER - WINDOWS[ReminderKind.MEASURE] - timedelta(days=4)
    latest = until - daily.MEASURED_AFTER + timedelta(seconds=1)  # the end of a span is not in it
    posts = scene.tx.posts.published_between(oldest, latest)
    ours = [post for post in posts if post.strategy_id in scene.strategies]
    known = scene.tx.measurements.latest_of([post.id for post in ours])
    return [post for post in ours if post.id not in known and not _is_asked(post, scene)]


def _is_asked(post: Post, scene: Scene) -> bool:
    return scene.tx.deliveries.find(daily.measure_key(post, scene.strategies[post.strategy_id])) is not None


def _reachable(ids: Iterable[str], kind: ReminderKind, roster: Roster) -> list[Member]:
    found = (roster.reachable(each, kind) for each in ids)
    return [each for each in found if each]
