"""When something can come to be owed next, as far as the calendar tells now; for a clock that can be moved on."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.domain import daily
from bot.domain.day_steps import DayStep
from bot.domain.deliveries import DeliveryState
from bot.domain.moments import days
from bot.domain.people import IsHoliday, Member, ReminderKind
from bot.domain.posts import Post
from bot.domain.reminders import SOON, post_reminders
from bot.domain.reviews import review_reminders
from bot.domain.routing import Roster
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.holidays import is_holiday
from bot.services.owed import unmeasured, unowned_posts
from bot.services.scene import Scene, agenda_steps, in_review, scene_of, steps_by_holder, to_review, with_steps

HORIZON = daily.AGENDA_AHEAD
A_MOMENT = timedelta(seconds=1)


def next_moment(store: Store, now: datetime, *, holiday: IsHoliday = is_holiday) -> datetime | None:
    """The first moment after *now* at which somebody is to be told something, a week ahead at most; None: nothing."""
    with store.transaction() as tx:
        scene = scene_of(tx, holiday, now=now)
        found = [
            *_of_posts(scene),
            *_reviews(scene),
            *_agendas(scene),
            *_of_strategies(scene),
            *_measures(scene),
            *_waiting(scene),
        ]
    return min((each for each in found if each > now), default=None)


def _of_posts(scene: Scene) -> Iterator[datetime]:
    for post in scene.posts:
        strategy = scene.strategies[post.strategy_id]
        for each in post_reminders(post, strategy, scene.roster_of(strategy), now=scene.now + HORIZON - SOON):
            if each.owed_at > scene.now and scene.tx.deliveries.find(each.key) is None:
                yield each.owed_at


def _reviews(scene: Scene) -> Iterator[datetime]:
    for post in in_review(scene):
        strategy = scene.strategies[post.strategy_id]
        yield from (each.owed_at for each in review_reminders(post, strategy, scene.roster_of(strategy)))


def _agendas(scene: Scene) -> Iterator[datetime]:
    """The first morning on which an agenda has something to say, to whoever has each post in hands by then."""
    mornings = _mornings(scene)
    unread, stepped = to_review(scene), with_steps(scene)
    for moment in sorted(mornings):
        held, steps = scene.held(now=moment), steps_by_holder(stepped, scene, now=moment)
        if any(each.id in unread or _has_agenda(each, held, steps, scene, now=moment) for each in mornings[moment]):
            yield moment
            return


def _mornings(scene: Scene) -> dict[datetime, list[Member]]:
    found: dict[datetime, list[Member]] = {}
    for member in _members(scene.roster.people, ReminderKind.AGENDA, scene.roster):
        for moment, _ in _ahead(member, member.agenda_at, scene):
            found.setdefault(moment, []).append(member)
    return found


def _has_agenda(
    member: Member, held: dict[str, list[Post]], stepped: dict[str, list[DayStep]], scene: Scene, *, now: datetime
) -> bool:
    posts = daily.agenda_posts(member, held.get(member.id, ()), scene.roster, now=now)
    return bool(posts or agenda_steps(member, stepped, scene, now=now))


def _of_strategies(scene: Scene) -> Iterator[datetime]:
    for strategy in scene.strategies.values():
        yield daily.digest_moment(strategy, now=scene.now, weeks=1)
        for member in _members(strategy.round_ids, ReminderKind.CHECK_IN, scene.roster_of(strategy)):
            yield from _first(
                each for each, day in _rounds(member, scene) if not _is_done(strategy, member, day, scene)
            )
        yield from _of_the_lead(strategy, scene)


def _of_the_lead(strategy: Strategy, scene: Scene) -> Iterator[datetime]:
    """What is the manager's to hear, as far as who hears it is known today."""
    reader = daily.radar_reader(strategy, scene.roster_of(strategy), now=scene.now + HORIZON)
    found = daily.radar(reader, strategy, scene.roster, now=scene.now + HORIZON) if reader else None
    if found and found.owed_at > scene.now:
        yield found.owed_at
    reader = daily.leading(strategy, scene.roster_of(strategy), ReminderKind.UNOWNED, at=scene.now)
    mornings = (moment for moment, _ in _ahead(reader, reader.agenda_at, scene)) if reader else ()
    yield from _first(each for each in mornings if unowned_posts(strategy, scene.posts, now=each))


def _rounds(member: Member, scene: Scene) -> Iterator[tuple[datetime, date]]:
    return _ahead(member, member.check_in_at, scene)


def _is_done(strategy: Strategy, member: Member, day: date, scene: Scene) -> bool:
    return scene.tx.check_ins.find(f"{strategy.id}:{member.id}:{day.isoformat()}") is not None


def _measures(scene: Scene) -> Iterator[datetime]:
    for post in unmeasured(scene, until=scene.now + HORIZON):
        strategy = scene.strategies[post.strategy_id]
        found = daily.measure(post, strategy, scene.roster_of(strategy))
        if found:
            yield found.owed_at


def _waiting(scene: Scene) -> Iterator[datetime]:
    """Messages that wait for a retry, for the end of a silence or for the end of a lease."""
    for each in scene.tx.deliveries.ready(scene.now + HORIZON, limit=500):
        waits = each.ready_at if each.state is DeliveryState.PENDING else each.lease_until
        yield max(waits or each.owed_at, scene.now + A_MOMENT)


def _members(ids: Iterable[str], kind: ReminderKind, roster: Roster) -> list[Member]:
    found = (roster.reachable(each, kind) for each in ids)
    return [each for each in found if each]


def _ahead(member: Member, clock: time, scene: Scene) -> Iterator[tuple[datetime, date]]:
    """A daily message's moments of the coming working days."""
    today = member.today(scene.now)
    for day in days(today, today + HORIZON):
        moment = daily.daily_moment(member, clock, scene.roster, day=day)
        if moment and moment > scene.now:
            yield moment, day


def _first(moments: Iterable[datetime]) -> list[datetime]:
    return list(islice(moments, 1))
