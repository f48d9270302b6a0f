"""Share kits: made for a published post, sent to those who agreed, in their working hours and not too often."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.engage.share_kits import FEWEST_ANGLES, MOST_ANGLES, Shared, ShareKit
from bot.domain.engage.voices import Voice
from bot.domain.errors import NotFound, UserError
from bot.domain.limits import LINK_LIMIT, STATEMENT_LIMIT, VOICE_TEXT_LIMIT
from bot.domain.members import IsHoliday, Member
from bot.domain.moments import Week
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.daily import working_moment
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import key_of
from bot.domain.reminders.routing import Roster
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.engage.advocates import advocates_of
from bot.services.engage.kit_answers import answer_token, put_answer
from bot.services.people.sight import insiders
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.owing import mark_changed
from bot.services.undo.kept import put_kept, undo_token

TABLE = "share_kits"
ALIKE = 85
"""Of a hundred: two texts that share as much were hardly written apart."""
WORTH = timedelta(days=8)
"""What would reach somebody later than that is no news any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitWish:
    angles: tuple[str, ...]
    facts: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitMade:
    """*now*: advocates whose message is on its way; *later*: those whose working hours, or next week, come first."""

    kit: ShareKit
    now: int
    later: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KitAnswered:
    """*is_alike*: a colleague's words for it are nearly the same."""

    kit: ShareKit
    is_alike: bool = False


def kit_in(tx: Transaction, strategy: Strategy, kit_id: str) -> ShareKit:
    """Raises `NotFound` also for one of another strategy."""
    kit = tx.share_kits.find(kit_id)
    if kit is None or kit.strategy_id != strategy.id:
        raise NotFound("share-kit", kit_id)
    return kit


def shared_of(tx: Transaction, post_id: str) -> int | None:
    """How many of us shared the post; None where nobody was asked to."""
    kits = tx.share_kits.of_post(post_id)
    return sum(each.shared for each in kits) if kits else None


def post_for_kit(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> Post:
    """Raises `UserError`: "rights-change_post", "kit-unpublished", "kit-known", "kit-nobody"."""
    with store.transaction() as tx:
        post = _shareable(tx, strategy, by, post_id)
        if not _others(advocates_of(tx, strategy), by):
            raise UserError("kit-nobody")
        return post


def make_kit(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    wish: KitWish,
    holiday: IsHoliday = is_holiday,
) -> KitMade:
    """Raises as `post_for_kit`, and "kit-angles" for too few, "kit-link" for none."""
    with store.transaction() as tx:
        post = _shareable(tx, strategy, by, post_id)
        angles, link = _contents(wish, post)
        people = {each.id: each for each in tx.members.all()}
        roster = Roster(people=people, is_holiday=holiday)
        advocates = [each for each in _others(advocates_of(tx, strategy), by) if _can(tx, strategy, people, each)]
        if not advocates:
            raise UserError("kit-nobody")
        found = {each.member_id: _moment_for(tx, each, roster, now=now) for each in advocates}
        moments = {member_id: moment for member_id, moment in found.items() if moment is not None}
        if not moments:
            raise UserError("kit-full")
        kit = ShareKit(
            id=f"K{tx.next_number('share kit')}",
            strategy_id=strategy.id,
            post_id=post.id,
            angles=angles,
            facts=wish.facts.strip()[:STATEMENT_LIMIT],
            link=link,
            made_by=by.id,
            made_at=now,
            asked_ids=tuple(moments),
        )
        kept = put_kept(tx, TABLE, None, kit, what="kit-made", by=by, now=now)
        for member_id, moment in moments.items():
            tx.deliveries.put(_message(kept, people[member_id], moment, now=now))
        mark_changed(tx, strategy.id, post.id)
    at_once = sum(each <= now for each in moments.values())
    return KitMade(kit=kept, now=at_once, later=len(moments) - at_once)


def _contents(wish: KitWish, post: Post) -> tuple[tuple[str, ...], str]:
    """The angles and the link. Raises as `make_kit`."""
    angles = tuple(each.strip()[:VOICE_TEXT_LIMIT] for each in wish.angles if each.strip())[:MOST_ANGLES]
    if len(angles) < FEWEST_ANGLES:
        raise UserError("kit-angles", fewest=FEWEST_ANGLES)
    link = (wish.link or post.link).strip()
    if not link.startswith(("http://", "https://")) or len(link) > LINK_LIMIT:
        raise UserError("kit-link")
    return angles, link


def _others(advocates: Iterable[Voice], by: Member) -> list[Voice]:
    """Whoever makes it knows it already."""
    return [each for each in advocates if each.member_id != by.id]


def _can(tx: Transaction, strategy: Strategy, people: dict[str, Member], voice: Voice) -> bool:
    """Who left, turned kits off, or does not see the strategy any more, is told nothing."""
    member = people.get(voice.member_id)
    if member is None or not member.can_be_messaged or not member.wants(ReminderKind.SHARE_KIT):
        return False
    return bool(insiders(tx, [member], strategy))


def _shareable(tx: Transaction, strategy: Strategy, by: Member, post_id: str) -> Post:
    post = tx.posts.find(post_id)
    if post is None or post.strategy_id != strategy.id:
        raise NotFound("post", post_id)
    refuse_unless(by, Action.CHANGE_POST, strategy, post)
    if post.state is not PostState.PUBLISHED:
        raise UserError("kit-unpublished", post=post_id)
    if tx.share_kits.of_post(post_id):
        raise UserError("kit-known", post=post_id)
    return post


def _moment_for(tx: Transaction, advocate: Voice, roster: Roster, *, now: datetime) -> datetime | None:
    """In their working hours, in a week that is not full yet; None where that is too late to be worth anything."""
    member = roster.people[advocate.member_id]
    moment: datetime = working_moment(member, roster, now)
    while moment < now + WORTH and _told_in_week(tx, member, moment) >= advocate.kits_a_week:
        week = Week.of(member.today(moment)).shifted(1)
        moment = working_moment(member, roster, member.at(week.monday, member.agenda_at))
    return moment if moment < now + WORTH else None


def _message(kit: ShareKit, member: Member, moment: datetime, *, now: datetime) -> Delivery:
    return Delivery(
        key=key_of(ReminderKind.SHARE_KIT, kit.strategy_id, kit.id, member.id, member.today(moment)),
        kind=ReminderKind.SHARE_KIT,
        strategy_id=kit.strategy_id,
        subject=kit.id,
        recipient_id=member.id,
        owed_at=moment,
        ready_at=moment if moment > now else None,
        expires_at=over_at(ReminderKind.SHARE_KIT, moment, zone=member.zone),
    )


def _told_in_week(tx: Transaction, member: Member, moment: datetime) -> int:
    """Kits of all strategies, by the member's own week."""
    start, end = Week.of(member.today(moment)).bounds(member.zone)
    found = tx.deliveries.owed_between(start, end + timedelta(seconds=1), recipient_id=member.id)
    return sum(each.kind is ReminderKind.SHARE_KIT for each in found)


def share(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, kit_id: str, link: str = "", words: str = ""
) -> KitAnswered:
    """Oneself only. Raises `UserError`: "rights-keep", "kit-not-asked", "kit-address" for what is no address."""
    link = link.strip()
    if link and not link.startswith(("http://", "https://")):
        raise UserError("kit-address")
    with store.transaction() as tx:
        was = _asked(tx, strategy, by, kit_id)
        others = [each.words for each in was.shares if each.words and each.member_id != by.id]
        mine = Shared(member_id=by.id, at=now, link=link[:LINK_LIMIT], words=words.strip()[:STATEMENT_LIMIT])
        rest = tuple(each for each in was.shares if each.member_id != by.id)
        kit = replace(was.closed_by(by.id), shares=(*rest, mine))
        kept = put_answer(tx, was, kit, what="kit-shared", by=by, now=now)
        _mark(tx, kept)
    return KitAnswered(kit=kept, is_alike=_is_alike(mine.words, others))


def undo_of(store: Store, *, strategy: Strategy, by: Member, now: datetime, row: Voice | ShareKit) -> str:
    """The token that takes back what *by* did last to the kit or the agreement; "" where there is none."""
    with store.transaction() as tx:
        own = answer_token(tx, row, by=by, now=now) if isinstance(row, ShareKit) else ""
        return own or undo_token(tx, row.id, row.rev, by=by, now=now)


def decline(store: Store, *, strategy: Strategy, by: Member, now: datetime, kit_id: str) -> ShareKit:
    """Not this time: nobody else sees it."""
    with store.transaction() as tx:
        was = _asked(tx, strategy, by, kit_id)
        if by.id in was.closed_ids:
            return was
        kept = put_answer(tx, was, was.closed_by(by.id), what="kit-declined", by=by, now=now)
        _mark(tx, kept)
        return kept


def _mark(tx: Transaction, kit: ShareKit) -> None:
    mark_changed(tx, kit.strategy_id, kit.id)


def _asked(tx: Transaction, strategy: Strategy, by: Member, kit_id: str) -> ShareKit:
    """Whoever was asked once and became a guest since answers no more."""
    refuse_unless(by, Action.KEEP, strategy)
    kit = kit_in(tx, strategy, kit_id)
    if by.id not in kit.asked_ids:
        raise UserError("kit-not-asked")
    return kit


def refuse_unless_kit(tx: Transaction, by: Member, strategy: Strategy, kit: ShareKit) -> None:
    """Whoever was asked takes their own answer back; else who may change the post."""
    refuse_unless(by, Action.KEEP, strategy)
    if by.id not in kit.asked_ids:
        refuse_unless(by, Action.CHANGE_POST, strategy, tx.posts.find(kit.post_id))


def _is_alike(mine: str, others: Iterable[str]) -> bool:
    from rapidfuzz import fuzz  # four megabytes: for whose texts are compared

    return bool(mine) and any(fuzz.ratio(mine.casefold(), each.casefold()) >= ALIKE for each in others)
