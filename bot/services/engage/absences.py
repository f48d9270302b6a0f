"""Absences: days on which a member is not asked and not told, and what becomes of their things meanwhile."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.errors import UserError
from bot.domain.members import Absence, Member
from bot.domain.moments import local_day
from bot.domain.posts import Post
from bot.domain.reminders.reviews import is_with_reviewer
from bot.ports import Store, Transaction
from bot.services.people.sight import seen_by
from bot.services.reminders.owing import mark_changed

LONGEST_ABSENCE = timedelta(days=366)
NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaySaved:
    """All absences from today on, the open posts that come due in the new one, and what waits for their review."""

    absences: tuple[Absence, ...]
    posts: tuple[Post, ...]
    reviews: tuple[Post, ...] = ()


def be_away(store: Store, member_id: str, first: date, last: date, *, now: datetime) -> AwaySaved:
    """Keep an absence (both days included); one that overlaps or touches an older one is joined with it.

    Raises `UserError` for days in the wrong order, over already, or more than a year.
    """
    with store.transaction() as tx:
        member = tx.members.get(member_id)
        refuse_unusable_absence(first, last, member.today(now))
        member = tx.members.put(replace(member, absences=joined(member.absences, Absence(first=first, last=last))))
        seen = {each.id for each in seen_by(tx, member)}
        posts = [
            each
            for each in tx.posts.open_of_owner(member_id)
            if each.due and first <= local_day(each.due.at, member.zone) <= last and each.strategy_id in seen
        ]
        reviews = [each for each in tx.posts.in_review() if each.strategy_id in seen and _reads(tx, each, member_id)]
        _tell_who_stands_in(tx, member_id, now=now)
    return AwaySaved(absences=coming(member, now), posts=tuple(posts), reviews=tuple(reviews))


def _reads(tx: Transaction, post: Post, member_id: str) -> bool:
    return is_with_reviewer(post, tx.strategies.get(post.strategy_id), member_id)


def refuse_unusable_absence(first: date, last: date, today: date) -> None:
    if last < first:
        raise UserError("away-order")
    if last < today:
        raise UserError("away-over")
    if last - first > LONGEST_ABSENCE:
        raise UserError("away-long")


def joined(known: tuple[Absence, ...], new: Absence) -> tuple[Absence, ...]:
    day = timedelta(days=1)
    apart = [each for each in known if each.last < new.first - day or each.first > new.last + day]
    touching = [each for each in known if each not in apart]
    whole = Absence(
        first=min([new.first, *(each.first for each in touching)]),
        last=max([new.last, *(each.last for each in touching)]),
    )
    return tuple(sorted([*apart, whole], key=lambda each: each.first))


def be_back(store: Store, member_id: str, *, now: datetime) -> None:
    """End the present absence yesterday, and take back those that lie ahead; what is over stays on record."""
    with store.transaction() as tx:
        member = tx.members.get(member_id)
        yesterday = member.today(now) - timedelta(days=1)
        kept = [replace(each, last=min(each.last, yesterday)) for each in member.absences if each.first <= yesterday]
        tx.members.put(replace(member, absences=tuple(kept)))
        _tell_who_stands_in(tx, member_id, now=now)


def _tell_who_stands_in(tx: Transaction, member_id: str, *, now: datetime) -> None:
    """What was said about their posts of these days, to them or to who stands in, says whose they are now."""
    for post in tx.posts.open_of_owner(member_id):
        if post.due and abs(post.due.at - now) < NEAR:
            mark_changed(tx, post.strategy_id, post.id)


def coming(member: Member, now: datetime) -> tuple[Absence, ...]:
    return tuple(each for each in member.absences if each.last >= member.today(now))
