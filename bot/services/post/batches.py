"""What is done to several posts at once: a series, copies for other platforms, a day moved; and its undo."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.objective.compass import objective_elsewhere
from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.held_back import Held, hold_back
from bot.services.post.adding import Wish, checked, moved, put_new_post, wish_for
from bot.services.post.records import keep, post_in, remember_together
from bot.services.undo.deeds import deed_called


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """*posts* as they are now; *left* are those that the plan, rights or a later change kept as they were.

    *token* takes all of it back for ten minutes. *has_more*: more were asked for than are made at once.
    """

    posts: tuple[Post, ...]
    left: tuple[Post, ...] = ()
    missed: int = 0  # occurrences that the plan holds back
    has_more: bool = False
    token: str = ""


def add_series(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: Wish, dues: Sequence[Due], token: str = ""
) -> Batch:
    """A draft for each of *dues*; only the first has the text, each of the others needs its own.

    With a *token* that made one before, nothing is made again. Raises what `add_post` raises, `Held` where the plan
    holds all of them back.
    """
    refuse_unless(by, Action.ADD_POST, strategy)
    checked(replace(wish, due=None), now=now)
    with store.transaction() as tx:
        if made := batch_called(tx, strategy, token, by=by, now=now):
            return made
        found: list[Post] = []
        held: list[Held] = []
        for due in dues:
            text = "" if found else wish.text
            try:
                found.append(put_new_post(tx, strategy, by, now, replace(wish, due=due, text=text)))
            except Held as why:
                held.append(why)
        if held and not found:
            raise held[0]
        posts = [tx.posts.put(replace(each, series_id=found[0].id)) for each in found]
        return remember_batch(tx, posts, by=by, now=now, missed=len(dues) - len(posts), token=token)


def copy_post(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, platforms: Iterable[Platform]
) -> Batch:
    """A draft for each of *platforms*, with the text to be rewritten; a moment that has gone is left out.

    Raises `UserError`: "copy-same", "rights-…".
    """
    refuse_unless(by, Action.ADD_POST, strategy)
    with store.transaction() as tx:
        was = post_in(tx, strategy, post_id)
        wanted = [each for each in dict.fromkeys(platforms) if each is not was.platform]
        if not wanted:
            raise UserError("copy-same", post=was.id)
        found: list[Post] = []
        for platform in wanted:
            found += unless_held(partial(put_new_post, tx, strategy, by, now, _like(was, platform, strategy, now=now)))
        posts = [tx.posts.put(replace(each, copied_from=was.id, checklist=())) for each in found]
        return remember_batch(tx, posts, by=by, now=now, missed=len(wanted) - len(posts))


def posts_of_day(store: Store, *, strategy: Strategy, by: Member, now: datetime, day: date, to: date) -> Batch:
    """What `move_day` would move, and what it would leave. Raises what it raises."""
    with store.transaction() as tx:
        return _of_day(tx, strategy, by, day, to, now=now)


def move_day(store: Store, *, strategy: Strategy, by: Member, now: datetime, day: date, to: date) -> Batch:
    """All that is due on *day*, at the same time of *to*; where that has gone for some, the others.

    Raises `UserError`: "day-empty", "post-in-the-past".
    """
    with store.transaction() as tx:
        found = _of_day(tx, strategy, by, day, to, now=now)
        posts, left = move_by(tx, strategy, found.posts, (to - day).days, by=by, now=now)
        return replace(remember_batch(tx, posts, by=by, now=now), left=(*found.left, *left))


def move_by(
    tx: Transaction, strategy: Strategy, posts: Iterable[Post], days: int, *, by: Member, now: datetime
) -> tuple[list[Post], list[Post]]:
    """Those that went *days* further, each at its own time of day, and those that the plan holds back."""
    found: list[Post] = []
    left: list[Post] = []
    for was in posts:
        kept = unless_held(partial(_move, tx, strategy, was, shifted(was, days), by=by, now=now))
        found += kept
        left += [] if kept else [was]
    return found, left


def batch_called(tx: Transaction, strategy: Strategy, token: str, *, by: Member, now: datetime) -> Batch | None:
    """What *by* made under *token*, as long as it can be taken back."""
    deed = deed_called(tx, token, by=by, now=now) if token else None
    if deed is None:
        return None
    return Batch(posts=tuple(post_in(tx, strategy, each) for each in deed.post_ids), token=token)


def unless_held(act: Callable[[], Post]) -> list[Post]:
    try:
        return [act()]
    except Held:
        return []


def remember_batch(
    tx: Transaction, posts: Sequence[Post], *, by: Member, now: datetime, missed: int = 0, token: str = ""
) -> Batch:
    """One undo for all of them; each can still be taken back alone. Of nothing there is nothing to remember."""
    if not posts:
        return Batch(posts=(), missed=missed)
    token = remember_together(tx, posts, by=by, now=now, token=token)
    return Batch(posts=tuple(posts), missed=missed, token=token)


def _of_day(tx: Transaction, strategy: Strategy, by: Member, day: date, to: date, *, now: datetime) -> Batch:
    start, end = Due.local(day, time(), strategy.zone).at, Due.local(day, time.max, strategy.zone).at
    due = tx.posts.open_due_between(start, end, strategy_id=strategy.id)
    mine = [each for each in due if may(by, Action.CHANGE_POST, strategy, each)]
    if not mine:
        raise UserError("day-empty")
    ahead = [each for each in mine if shifted(each, (to - day).days).at >= now]
    if not ahead:
        raise UserError("post-in-the-past")
    return Batch(posts=tuple(ahead), left=tuple(each for each in due if each not in ahead))


def shifted(post: Post, days: int) -> Due:
    assert post.due is not None  # noqa: S101  # found by its due moment
    wall = datetime.fromisoformat(post.due.wall)
    return Due.local(wall.date() + timedelta(days=days), wall.time(), post.due.zone)


def _move(tx: Transaction, strategy: Strategy, was: Post, due: Due, *, by: Member, now: datetime) -> Post:
    note = f"{was.due.wall} {was.due.zone}" if was.due else ""
    post = hold_back(tx, strategy, moved(was, due, strategy, now=now), by=by, now=now, was=was, is_move=True)
    return keep(tx, was, post, what="moved", by=by, now=now, note=note)


def _like(post: Post, platform: Platform, strategy: Strategy, *, now: datetime) -> Wish:
    return wish_for(
        platform=platform,
        due=post.due if post.due and post.due.at >= now else None,
        objective_id=objective_elsewhere(strategy, post.objective_id, platform),
        **{name: getattr(post, name) for name in names_with(Trait.COPIED)},
    )
