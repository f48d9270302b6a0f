"""A sample team's calendar of six weeks around the present, and the week it has just lived through.

Numbers are made up by a seeded generator; the brand is invented.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Protocol

from bot.app import Bot
from bot.cli.sample_care import SampleCare
from bot.cli.sample_texts import ENGLISH, PRODUCTS, SLOTS, WEEKS, Product, Slot
from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Member
from bot.domain.moments import Due, Week, at_local, local_day
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, PlatformPlan, Strategy, Target
from bot.ports import Transaction
from bot.services.engage.rounds import RoundWish, save_round
from bot.services.plan.money import with_currency
from bot.services.post.changes import publish_post
from bot.services.reminders.facts import begin
from handlers.context import House, meet

ZONE = "America/Montreal"
TEAM = ("UAMY", "UBOB", "UCHLOE", "UDAN", "UINES")
ROUND = ("UAMY", "UBOB", "UCHLOE")
CHANNEL = "CSOCIAL"
WEEKS_BEFORE, WEEKS_AFTER = 3, 2
SEED = 20


class Steps(Protocol):
    def set(self, moment: datetime) -> None: ...
    def now(self) -> datetime: ...
    def move_to(self, moment: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something a member of the sample team did at a moment."""

    at: datetime
    act: Callable[[], object]


def opening_of(present: datetime) -> datetime:
    """Where the lived-through time begins: five to nine on the Monday of a week ago, in the strategy's zone."""
    monday = Week.of(local_day(present, ZONE)).shifted(-1).monday
    return at_local(monday, time(8, 55), ZONE)


def found_team(house: House, opening: datetime, *, with_posts: bool) -> Strategy:
    """Members, a strategy bound to #social and, if wanted, its calendar up to and after *opening*."""
    for member_id in TEAM:
        meet(house, member_id)
    with house.store.transaction() as tx:
        strategy = tx.strategies.put(numbered(tx, sample_strategy(opening)))
        begin(tx, now=opening)
        for member_id in TEAM:
            tx.members.put(replace(tx.members.get(member_id), strategy_id=strategy.id))
        if with_posts:
            fill_calendar(tx, strategy, opening)
    return strategy


def numbered(tx: Transaction, strategy: Strategy) -> Strategy:
    """With the next numbers there are: what the team sets later gets the ones after them."""
    objectives = tuple(replace(each, id=f"O{tx.next_number('objective')}") for each in strategy.objectives)
    return replace(strategy, id=f"S{tx.next_number('strategy')}", objectives=objectives)


def sample_strategy(opening: datetime) -> Strategy:
    objective = Objective(
        id="O1",
        kind=ObjectiveKind.ENGAGEMENT,
        statement="More people who talk with us before Christmas",
        deadline=local_day(opening, ZONE) + timedelta(days=60),
        targets=(Target(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.045),),
    )
    wish = Strategy(
        id="S1",
        name="Maison Lune",
        channel_id=CHANNEL,
        zone=ZONE,
        manager_id="UAMY",
        locale="en-CA",
        country="CA-QC",
        round_ids=ROUND,
        objectives=(objective,),
        platforms=(
            PlatformPlan(platform=Platform.INSTAGRAM, owner_id="UCHLOE", backup_id="UAMY"),
            PlatformPlan(platform=Platform.FACEBOOK, owner_id="UAMY", backup_id="UBOB"),
            PlatformPlan(platform=Platform.LINKEDIN, owner_id="UBOB", backup_id="UAMY"),
            PlatformPlan(platform=Platform.BLOG, owner_id="UDAN", backup_id="UBOB"),
        ),
        created_at=opening - timedelta(weeks=WEEKS_BEFORE),
    )
    return with_currency(wish)


def fill_calendar(tx: Transaction, strategy: Strategy, opening: datetime) -> None:
    """Posts of all six weeks; those before *opening* are published, with numbers and check-ins."""
    chance = random.Random(SEED)  # noqa: S311 sample figures, no secret
    first = Week.of(local_day(opening, ZONE))
    for offset in range(-WEEKS_BEFORE, WEEKS_AFTER + 2):
        week = first.shifted(offset)
        for slot in SLOTS:
            post = planned(tx, strategy, slot, week.monday, opening)
            if offset < 0:
                post = published(post, slot, chance)
                tx.measurements.put(measured(post, slot, chance))
            tx.posts.put(post)
        if offset < 0:
            for check_in in rounds(strategy, [tx.members.get(each) for each in ROUND], week.monday, chance):
                tx.check_ins.put(check_in)


def planned(tx: Transaction, strategy: Strategy, slot: Slot, monday: date, opening: datetime) -> Post:
    number = tx.next_number("post")
    product = PRODUCTS[number % len(PRODUCTS)]
    due = Due.local(monday + timedelta(days=slot.weekday), slot.clock, ZONE)
    unowned = number % 17 == 0 and due.at > opening + timedelta(weeks=1)
    return Post(
        id=f"P{number}",
        strategy_id=strategy.id,
        title=slot.title.format(product=product.name),
        text=text_of(slot, product, monday),
        platform=slot.platform,
        kind=slot.kind,
        owner_id=None if unowned else slot.owner_id,
        due=due,
        objective_id=strategy.objectives[0].id,
        image_text=product.image_text if slot.platform is Platform.INSTAGRAM and number % 3 else "",
        created_at=opening - timedelta(weeks=WEEKS_BEFORE),
        created_by="UAMY",
    )


def text_of(slot: Slot, product: Product, monday: date) -> str:
    """The slot's own words, and what that week was about: no two posts of the sample are echoes of each other."""
    english, french = WEEKS[monday.toordinal() // 7 % len(WEEKS)]
    own = slot.text.format(product=product.name, detail=product.detail, detail_fr=product.detail_fr)
    return f"{own} {english if slot.platform in ENGLISH else french}"


def published(post: Post, slot: Slot, chance: random.Random) -> Post:
    """Most within minutes of the due moment; one in a dozen late."""
    delay = timedelta(minutes=chance.choice((1, 2, 2, 4, 6, 9, 12, 3, 5, 8, 15, 140)))
    return replace(
        post,
        state=PostState.PUBLISHED,
        link=link_of(post),
        published_at=known(post.due_at) + delay,
        published_by=slot.owner_id,
    )


def known(moment: datetime | None) -> datetime:
    """Every sample post has a due and, once published, a published moment."""
    if moment is None:
        raise ValueError("a sample post without its moment")
    return moment


def link_of(post: Post) -> str:
    return f"https://{post.platform.value}.example/maison-lune/{post.number}"


def measured(post: Post, slot: Slot, chance: random.Random) -> Measurement:
    """Counts of the size that the slot's format usually gets."""
    reach = int(chance.lognormvariate(0, 0.35) * slot.usual_reach)
    engaged = reach * slot.usual_rate * chance.lognormvariate(0, 0.3)
    counts = Counts(
        reach=reach,
        impressions=int(reach * chance.uniform(1.2, 1.7)),
        reactions=int(engaged * 0.74),
        comments=int(engaged * 0.11),
        shares=int(engaged * 0.08),
        clicks=int(engaged * 0.07),
    )
    at = known(post.published_at) + timedelta(days=3)
    return Measurement(id=f"{post.id}:{at.isoformat()}", post_id=post.id, at=at, counts=counts, by=slot.owner_id)


def rounds(strategy: Strategy, members: Sequence[Member], monday: date, chance: random.Random) -> Iterator[CheckIn]:
    for day in range(5):
        for member in members:
            if chance.random() < 0.85:
                yield a_round(strategy, member, monday + timedelta(days=day), chance)


def a_round(strategy: Strategy, member: Member, day: date, chance: random.Random) -> CheckIn:
    received = chance.randrange(0, 5)
    return CheckIn(
        strategy_id=strategy.id,
        member_id=member.id,
        day=day,
        received=received,
        answered=max(0, received - (chance.random() < 0.25)),
        replied=chance.randrange(3, 16),
        minutes=chance.choice((5, 5, 8, 10, 12)),
        submitted_at=member.at(day, time(16, chance.randrange(5, 50))),
    )


def live_through(bot: Bot, clock: Steps, present: datetime) -> None:
    """From the clock's now to *present*: reminders go out, and the team does most of what it is asked."""
    for happening in sorted(happenings(bot, clock.now(), present), key=lambda each: each.at):
        clock.move_to(happening.at)
        happening.act()
    clock.move_to(present)


def happenings(bot: Bot, since: datetime, present: datetime) -> Iterator[Happening]:
    """Posts are published (one stays overdue), numbers come in after a day, rounds are done, customers cared for."""
    chance = random.Random(SEED)  # noqa: S311 sample figures, no secret
    store, slots = bot.house.store, {slot.title: slot for slot in SLOTS}
    with store.transaction() as tx:
        posts, strategy = tx.posts.due_between(since, present), tx.strategies.get("S1")
        members = {each.id: each for each in tx.members.all()}
    for post in posts[:-1]:
        slot = next((slot for title, slot in slots.items() if title[:8] == post.title[:8]), None)
        if slot is not None and post.is_open:
            by = members[post.owner_id or slot.owner_id]
            yield from _publishing(bot, strategy, by, post, slot, present, chance)
    for day in {local_day(post.due_at, ZONE) for post in posts if post.due_at}:
        for member_id in ROUND:
            done = a_round(strategy, members[member_id], day, chance)
            if day.weekday() < 5 and done.submitted_at and done.submitted_at < present:
                yield Happening(at=done.submitted_at, act=partial(_do_round, bot, strategy, members[member_id], done))
    monday = local_day(since, ZONE)
    care = SampleCare(store=store, strategy=strategy, members=members, monday=monday, present=present)
    yield from (Happening(at=at, act=act) for at, act in care.acts() if since < at < present)


def _publishing(
    bot: Bot, strategy: Strategy, by: Member, post: Post, slot: Slot, present: datetime, chance: random.Random
) -> Iterator[Happening]:
    done = published(post, slot, chance)
    at = known(done.published_at)
    if at < present:
        yield Happening(
            at=at,
            act=lambda: publish_post(
                bot.house.store, strategy=strategy, by=by, now=at, post_id=post.id, link=done.link
            ),
        )
    early = replace(measured(done, slot, chance), at=at + timedelta(days=1))
    if early.at < present and post.number % 9:
        yield Happening(at=early.at, act=lambda: _keep_counts(bot, early))


def _do_round(bot: Bot, strategy: Strategy, member: Member, done: CheckIn) -> None:
    wish = RoundWish(
        day=done.day, received=done.received, answered=done.answered, replied=done.replied, minutes=done.minutes
    )
    save_round(bot.house.store, strategy, member, wish, now=bot.house.clock.now())


def _keep_counts(bot: Bot, measurement: Measurement) -> None:
    with bot.house.store.transaction() as tx:
        tx.measurements.put(measurement)
