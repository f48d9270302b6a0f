"""What the bot's messages look like, with sample data: drawn by the same views as the real ones, nothing to press."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.moments import Due, at_local, local_day
from bot.domain.plan.findings import Radar, Scope
from bot.domain.plan.radar import radar
from bot.domain.posts import Post, PostKind
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.posts import Phase
from bot.domain.reminders.reminder import key_of
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from handlers.views.kit import Json, actions, button, context, divider, header
from handlers.views.plan.radar import Mends, radar_blocks
from handlers.views.reminders.agendas import Agenda, agenda_message
from handlers.views.reminders.post import Ping, due_message

STRATEGY = "S0"
NOTHING = Mends(plan=False, add=False, change=lambda post: False)
"""What can be done about a sample."""


def sample_message(t: Translator, *, reader_id: str, now: datetime) -> Outgoing:
    """A morning, an hour before a post is due, and the gaps of the days ahead; *reader_id* owns the sample posts."""
    strategy = _strategy(t, reader_id)
    posts = _posts(t, reader_id, local_day(now, t.zone))
    morning = at_local(local_day(now, t.zone), time(9), t.zone)
    parts = [
        ("sample-morning", _agenda(t, strategy, posts[:2], reader_id, now=morning)),
        ("sample-soon", _ping(t, strategy, posts[0], reader_id, now=morning)),
        ("sample-radar", radar_blocks(t, _radar(strategy, posts, local_day(now, t.zone)), mends=NOTHING)[1:]),
    ]
    blocks = [part for key, shown in parts for part in (header(t(key)), *_still(shown), divider())]
    text = t("sample-text")
    back = [context(t("sample-hint")), actions(button(t("sample-back"), "welcome.steps", style="primary"))]
    return Outgoing(text=text, blocks=[context(f"*{text}*"), *blocks, *back])


def _still(blocks: Iterable[Json]) -> list[Json]:
    """Without buttons and menus: what they would act on does not exist. A line at the end parts nothing."""
    found = [{name: part for name, part in each.items() if name != "accessory"} for each in blocks]
    found = [each for each in found if each["type"] != "actions"]
    while found and found[-1]["type"] == "divider":
        found.pop()
    return found


def _strategy(t: Translator, reader_id: str) -> Strategy:
    return Strategy(
        id=STRATEGY, name=t("sample-name"), channel_id="", zone=t.zone, manager_id=reader_id, locale=t.locale
    )


def _posts(t: Translator, reader_id: str, today: date) -> list[Post]:
    """A contest and an offer of today, a recipe of the day after tomorrow that nobody has taken yet."""
    made = [
        (12, "contest", Platform.INSTAGRAM, PostKind.CONTEST, time(10), 0, reader_id),
        (9, "offer", Platform.FACEBOOK, PostKind.PROMOTION, time(16), 0, reader_id),
        (15, "recipe", Platform.LINKEDIN, PostKind.BLOG, time(9), 2, None),
    ]
    return [
        Post(
            id=f"P{number}",
            strategy_id=STRATEGY,
            title=t(f"sample-{name}"),
            text=t(f"sample-{name}-text"),
            platform=platform,
            kind=kind,
            owner_id=owner,
            due=Due.local(today + timedelta(days=later), clock, t.zone),
        )
        for number, name, platform, kind, clock, later, owner in made
    ]


def _delivery(kind: ReminderKind, key: str, subject: str, reader_id: str, *, now: datetime) -> Delivery:
    return Delivery(
        key=key,
        kind=kind,
        strategy_id=STRATEGY,
        subject=subject,
        recipient_id=reader_id,
        owed_at=now,
        expires_at=now + timedelta(days=1),
    )


def _agenda(t: Translator, strategy: Strategy, posts: list[Post], reader_id: str, *, now: datetime) -> Iterable[Json]:
    today = local_day(now, t.zone)
    key = key_of(ReminderKind.AGENDA, "", today.isoformat(), reader_id, today)
    agenda = Agenda(
        delivery=_delivery(ReminderKind.AGENDA, key, today.isoformat(), reader_id, now=now),
        reader_id=reader_id,
        day=today,
        posts=posts,
        strategies={strategy.id: strategy},
        now=now,
    )
    return _blocks(agenda_message(t, agenda))


def _ping(t: Translator, strategy: Strategy, post: Post, reader_id: str, *, now: datetime) -> Iterable[Json]:
    today = local_day(now, t.zone)
    key = key_of(ReminderKind.DUE, strategy.id, post.id, reader_id, today, f"{Phase.SOON}-0")
    delivery = _delivery(ReminderKind.DUE, key, post.id, reader_id, now=now)
    return _blocks(due_message(t, Ping(delivery=delivery, post=post, strategy=strategy, now=now)))


def _blocks(message: Outgoing | None) -> Iterable[Json]:
    return message.blocks if message else ()


def _radar(strategy: Strategy, posts: list[Post], today: date) -> Radar:
    """Of the week that begins today."""
    last = today + timedelta(days=6)
    return radar(Scope(strategy=strategy, first=today, last=last, today=today, posts=tuple(posts)))
