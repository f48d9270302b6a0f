"""Ten days around Christmas in which a team is owed every kind of message, by what it does in Slack.

Amy does the work, with Bob behind her; Ines manages; Chloé owns the platform and is an admin; Dan has work of his
own. Their clocks are those of London. Whatever befalls somebody befalls them from Christmas on, when each kind is
owed: a Friday, before a weekend and, in Britain, the public holiday of Monday.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.app import build
from bot.cli.sample import found_team
from bot.domain.moments import Due, local
from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Platform, PlatformPlan
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from storage.memory import MemoryStore
from tests.builders import a_post
from tests.conftest import MANIFEST, UNHURRIED, Stage, settings_of

HOME = "UTC"
SOCIAL = "CSOCIAL"
AMY, BOB, CHLOE, DAN, INES = TEAM = ("UAMY", "UBOB", "UCHLOE", "UDAN", "UINES")
LIVE = {"state": PostState.PUBLISHED, "link": "https://www.instagram.com/p/abc/"}
TOLD = frozenset({DeliveryState.SENT, DeliveryState.MERGED, DeliveryState.DELETED})

Befalls = Callable[[Stage, str], object]


def at(day: int, clock: str) -> datetime:
    """In December."""
    return Due.local(date(2026, 12, day), time.fromisoformat(clock), HOME).at


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that somebody was told: *when* is the day of December and the hour."""

    kind: ReminderKind
    subject: str
    reader: str
    when: str


def lived(befalls: Befalls | None = None, who: str = "") -> list[Row]:
    """What everybody was told, where *befalls* happened to *who* on Christmas Eve."""
    clock = SandboxClock(stopped_at=at(21, "08:00"))
    with LocalSlack(manifest=MANIFEST, clock=clock, ack_seconds=UNHURRIED) as slack:
        for each in TEAM:
            slack.change_member(each, tz=HOME, locale="en-GB", is_admin=each == CHLOE)
        bot = build(settings_of(slack), clock=clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        stage = Stage(slack=slack, bot=bot, strategy=found_team(bot.house, clock.now(), with_posts=False))
        _begin(stage)
        _until_christmas_eve(stage)
        if befalls:
            befalls(stage, who)
        _christmas_eve(stage)
        _from_christmas_on(stage)
        found = _told(stage)
        bot.stop()
    return found


def set_member(stage: Stage, who: str, **more: object) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get(who), **more))  # type: ignore[arg-type]


def _begin(stage: Stage) -> None:
    _set_strategy(stage, zone=HOME, country="", manager_id=INES, round_ids=(), platforms=(_PLAN,))
    for each in TEAM:
        set_member(stage, each, country="")
    for number, more in enumerate(_POSTS, start=1):
        _put_post(stage, number, **more)


_PLAN = PlatformPlan(platform=Platform.INSTAGRAM, owner_id=CHLOE, reviewer_id=AMY)
_POSTS: tuple[dict[str, object], ...] = (
    {"due": at(25, "11:00"), "backup_id": BOB},
    {"published_at": at(17, "18:00"), "published_by": AMY, **LIVE},
    {"due": at(18, "11:00"), "backup_id": BOB},
    {"due": at(22, "11:00"), "owner_id": DAN},
    {"due": at(29, "16:00"), "owner_id": None},
    {"due": at(31, "16:00"), "owner_id": BOB},
    {"due": at(31, "17:00"), "owner_id": BOB},
    {"due": at(26, "09:00"), "backup_id": BOB},
    {"due": at(31, "18:00"), "backup_id": BOB},
    {"published_at": at(20, "18:00"), "published_by": BOB, "owner_id": BOB, **LIVE},
    {"due": at(25, "19:00"), "backup_id": BOB},
    {"due": at(25, "19:30"), "backup_id": BOB},
    {"due": at(31, "19:00"), "owner_id": BOB},
)
"""P1, P2 and so on; Amy's unless they are somebody else's."""


def _put_post(stage: Stage, number: int, *, due: datetime | None = None, **more: object) -> None:
    day = Due.of(due, HOME) if due else None
    given = {"strategy_id": stage.strategy.id, "owner_id": AMY, "text": "Words", "due": day, **more}
    with stage.bot.house.store.transaction() as tx:
        tx.next_number("post")
        tx.posts.put(a_post(number, **given))


def _set_strategy(stage: Stage, **more: object) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), **more))  # type: ignore[arg-type]


def _until_christmas_eve(stage: Stage) -> None:
    amy, bob = stage.slack.hand(AMY), stage.slack.hand(BOB)
    amy.command("/checkin advocate on", channel=SOCIAL)
    stage.move_to(at(21, "10:00"))
    bob.command('/checkin question "Is it open?" @dan', channel=SOCIAL)
    stage.move_to(at(21, "18:00"))
    _set_strategy(stage, round_ids=(AMY,))
    stage.move_to(at(24, "10:00"))
    bob.command("/post review P7", channel=SOCIAL)
    stage.move_to(at(24, "14:00"))


def _christmas_eve(stage: Stage) -> None:
    bob = stage.slack.hand(BOB)
    stage.move_to(at(24, "15:00"))
    bob.command("/post move P9 2026-12-31 12:00", channel=SOCIAL)
    stage.move_to(at(24, "18:00"))
    _set_strategy(stage, round_ids=(AMY, INES))
    stage.move_to(at(25, "00:30"))


def _from_christmas_on(stage: Stage) -> None:
    bob = stage.slack.hand(BOB)
    stage.move_to(at(25, "09:30"))
    bob.command("/post review P6", channel=SOCIAL)
    bob.command("/post move P8 2026-12-26 09:30", channel=SOCIAL)
    bob.command("/post assign P13 @amy", channel=SOCIAL)
    bob.command('/checkin question "Is it closed?" @amy', channel=SOCIAL)
    bob.press(bob.command("/post show P10", channel=SOCIAL).messages[-1], "Share kit…")
    bob.submit({"angle.0": "Who made them?", "angle.1": "How?", "angle.2": "", "angle.3": "", "facts": "30 candles"})
    stage.move_to(at(25, "17:30"))
    stage.slack.clock.set(at(25, "22:00"))  # asleep meanwhile
    stage.move_to(at(25, "22:01"))
    stage.move_to(at(28, "12:00"))
    stage.slack.archive(SOCIAL)
    bob.command("/post done P10 https://www.instagram.com/p/abd/", channel=SOCIAL)
    bob.command("/post move P7 2026-12-31 15:00")
    stage.move_to(at(30, "12:00"))


def _told(stage: Stage) -> list[Row]:
    with stage.bot.house.store.transaction() as tx:
        rows = {each.key: each for each in tx.deliveries.all()}
    return [_row(each, rows) for each in rows.values() if each.state in TOLD]


def _row(delivery: Delivery, rows: dict[str, Delivery]) -> Row:
    carrier = delivery
    while carrier.merged_into:
        carrier = rows[carrier.merged_into]
    sent_at = carrier.sent_at or carrier.owed_at
    when = f"{local(sent_at, HOME):%d %H:%M}"
    return Row(kind=delivery.kind, subject=delivery.subject, reader=delivery.recipient_id, when=when)
