"""Which posts somebody wants to see: filters, pages, and the overview of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.members import Member
from bot.domain.moments import local_day
from bot.domain.posts import Post, PostKind, PostState, is_paused
from bot.domain.reminders.reviews import is_with_reviewer
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_may import Action, may

PAGE = 10


class Only(StrEnum):
    EVERY = "every"
    OPEN = "open"
    OVERDUE = "overdue"
    IDEAS = "ideas"
    UNOWNED = "unowned"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFilter:
    """What a list shows. *first* and *last* are days of the reader, both included; None is no bound."""

    only: Only = Only.EVERY
    owner_id: str | None = None
    platform: Platform | None = None
    state: PostState | None = None
    kind: PostKind | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPage:
    """*number* counts from 1; *total* is that of all pages."""

    posts: tuple[Post, ...]
    wanted: PostFilter
    number: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.posts) - 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A member's posts: *late* are those whose moment has gone, *next* those of later days; *total* is all of them.

    *others*: open posts of the strategy that belong to somebody else, *others_late* of them late; *unowned*: those that
    belong to nobody; *reviews*: what waits for the member's review.
    """

    late: tuple[Post, ...]
    today: tuple[Post, ...]
    next: tuple[Post, ...]
    undated: tuple[Post, ...]
    total: int
    others: int
    unowned: int
    others_late: int = 0
    reviews: tuple[Post, ...] = ()


def list_posts(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, wanted: PostFilter, number: int = 1
) -> PostPage:
    """One page of ten; a page behind the last is the last."""
    with store.transaction() as tx:
        found = [each for each in _candidates(tx, strategy, wanted) if _fits(each, wanted, strategy, by=by, now=now)]
    ordered = sorted(found, key=_rank)
    page = min(max(1, number), max(1, -(-len(ordered) // PAGE)))
    rows = ordered[(page - 1) * PAGE : page * PAGE]
    return PostPage(posts=tuple(rows), wanted=wanted, number=page, total=len(ordered))


def overview_of(store: Store, *, strategy: Strategy, by: Member, now: datetime) -> Overview:
    with store.transaction() as tx:
        every = [each for each in tx.posts.calendar_of(strategy.id).posts if each.is_open]
    mine = sorted((each for each in every if each.owner_id == by.id), key=_rank)
    today = by.today(now)
    late = [each for each in mine if is_late(each, strategy, now=now)]
    ahead = [each for each in mine if each.due and each not in late]
    return Overview(
        late=tuple(late),
        today=tuple(each for each in ahead if _day(each, by) == today),
        next=tuple(each for each in ahead if _day(each, by) != today),
        undated=tuple(each for each in mine if each.due is None),
        total=len(mine),
        others=sum(each.owner_id not in (by.id, None) for each in every),
        unowned=sum(each.owner_id is None for each in every),
        others_late=sum(each.owner_id not in (by.id, None) and is_late(each, strategy, now=now) for each in every),
        reviews=tuple(sorted((each for each in every if is_with_reviewer(each, strategy, by.id)), key=_rank)),
    )


def is_late(post: Post, strategy: Strategy, *, now: datetime) -> bool:
    return post.is_due(now) and not is_paused(post, strategy.plan.pause, now=now)


def posts_to_publish(store: Store, *, strategy: Strategy, by: Member, now: datetime) -> list[Post]:
    """The member's open posts, those that are due or come due within the hour first."""
    with store.transaction() as tx:
        found = [each for each in tx.posts.open_of_owner(by.id) if each.strategy_id == strategy.id]
    soon = now + timedelta(hours=1)
    due = [each for each in found if each.due and each.due.at <= soon]
    return due or found


def posts_nearest(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, first: Sequence[str] = ()
) -> list[Post]:
    """The open posts that the member may change: those named *first*, then their own, each by how near they are."""
    with store.transaction() as tx:
        every = tx.posts.calendar_of(strategy.id).posts
    found = [each for each in every if each.is_open and may(by, Action.CHANGE_POST, strategy, each)]

    def rank(post: Post) -> tuple[bool, bool, bool, float, int]:
        away = abs((post.due.at - now).total_seconds()) if post.due else 0.0
        return (post.id not in first, post.owner_id != by.id, post.due is None, away, post.number)

    return sorted(found, key=rank)


def _candidates(tx: Transaction, strategy: Strategy, wanted: PostFilter) -> Sequence[Post]:
    """Few enough to look at one by one: an owner's open posts where that is all there is to see."""
    if wanted.owner_id and wanted.only in (Only.OPEN, Only.OVERDUE, Only.IDEAS):
        return [each for each in tx.posts.open_of_owner(wanted.owner_id) if each.strategy_id == strategy.id]
    return tx.posts.calendar_of(strategy.id).posts


def _fits(post: Post, wanted: PostFilter, strategy: Strategy, *, by: Member, now: datetime) -> bool:
    return (
        _is_of_kind(post, wanted.only, strategy, now=now)
        and wanted.owner_id in (None, post.owner_id)
        and wanted.platform in (None, post.platform)
        and wanted.state in (None, post.state)
        and wanted.kind in (None, post.kind)
        and _is_within(post, wanted, by)
    )


def _is_of_kind(post: Post, only: Only, strategy: Strategy, *, now: datetime) -> bool:
    match only:
        case Only.EVERY:
            return True
        case Only.OPEN:
            return post.is_open
        case Only.OVERDUE:
            return is_late(post, strategy, now=now)
        case Only.IDEAS:
            return post.state is PostState.IDEA
        case Only.UNOWNED:
            return post.is_open and post.owner_id is None


def _is_within(post: Post, wanted: PostFilter, by: Member) -> bool:
    """A list of days leaves out what was cancelled; a post without a date is in none."""
    if wanted.first is None and wanted.last is None:
        return True
    day = _day(post, by)
    if day is None or post.state is PostState.CANCELLED:
        return False
    return (wanted.first or date.min) <= day <= (wanted.last or date.max)


def _day(post: Post, by: Member) -> date | None:
    """The day in the reader's zone on which it went out, or is due."""
    return local_day(post.stands_at, by.zone) if post.stands_at else None


def _rank(post: Post) -> tuple[int, float, int]:
    """Open posts by their moment, then those without one, then the published from the newest, then the cancelled."""
    if post.is_open:
        return (0, post.due.at.timestamp(), post.number) if post.due else (1, 0.0, post.number)
    newest_first = -(post.stands_at.timestamp() if post.stands_at else 0.0)
    return (2 if post.state is PostState.PUBLISHED else 3, newest_first, post.number)
