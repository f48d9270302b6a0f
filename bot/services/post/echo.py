"""The echo check: which other posts say (nearly) the same as one, and the reason why that is meant.

Exact: every text is compared with every other one that a bound does not rule out (`echo_bounds`). An echo is
derived from what stands, never stored; the reason is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from bot.domain.errors import UserError
from bot.domain.limits import REASON_LIMIT
from bot.domain.members import Member
from bot.domain.post.echo import ALIKE, SHORT, Echo, has_voice, is_compared, said_by, words_of
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Calendar, Store, Transaction
from bot.services.plan.held_back import hold_back
from bot.services.post.records import keep, post_to_change, unchanged_since
from bot.services.post.reviews import after_change

if TYPE_CHECKING:
    from bot.services.post.echo_bounds import TextBounds

SHOWN = 3
NEARLY_ONE = 0.999
"""What is not the same never reads as 100 %."""

words = lru_cache(maxsize=32_768)(words_of)
"""A text's words do not change: worked out when it is first met, then looked up."""

BLOCK = 1024
"""So many texts share their bounds; so few are compared at once as fast."""

AT_ONCE = 100
"""Posts that are read ahead in one transaction: a few milliseconds for who waits to write."""


def likeness(one: str, other: str) -> float:
    """Of two texts, in [0, 1]; symmetric, and 1 exactly when their words are the same."""
    from rapidfuzz import fuzz  # as below

    ours, theirs = words(one), words(other)
    return _likeness(ours, theirs, fuzz.ratio(ours, theirs))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsToCompare:
    """Posts in whose texts echoes are looked for: blocks of them have *bounds*, what comes after these has none."""

    posts: Sequence[Post]
    bounds: tuple["TextBounds", ...] = ()

    @classmethod
    def of(cls, posts: Sequence[Post], *, stay: bool = False) -> "PostsToCompare":
        """*stay*: the same posts are asked again, so that the last of them are worth a block as well."""
        texts = [said_by(each) for each in posts]
        end = len(texts) if stay and len(texts) > BLOCK else len(texts) // BLOCK * BLOCK
        blocks = (tuple(texts[at : min(at + BLOCK, end)]) for at in range(0, end, BLOCK))
        return cls(posts=posts, bounds=tuple(map(_bounds_of, blocks)))

    def near(self, ours: str) -> list[Post]:
        """Those that can be alike to the words *ours*."""
        found = [self.posts[at * BLOCK + place] for at, each in enumerate(self.bounds) for place in each.near(ours)]
        return [*found, *self.posts[len(self.bounds) * BLOCK :]]


@lru_cache(maxsize=128)
def _bounds_of(texts: tuple[str, ...]) -> "TextBounds":
    from bot.services.post.echo_bounds import TextBounds  # with numpy, which a small calendar never waits for

    return TextBounds([words(each) for each in texts])


@lru_cache(maxsize=8)
def _all_of(calendar: Calendar) -> PostsToCompare:
    return PostsToCompare.of(calendar.posts, stay=True)


def echoes_of(post: Post, others: Iterable[Post] | PostsToCompare) -> tuple[Echo, ...]:
    """The posts among *others* that *post* echoes, the most alike first, then the earliest number."""
    if not has_voice(post):
        return ()
    beside = others if isinstance(others, PostsToCompare) else PostsToCompare.of(list(others))
    found = [Echo(post=each, likeness=score) for each, score in _alike(words(said_by(post)), beside) if has_voice(each)]
    kept = [each for each in found if is_compared(post, each.post, is_exact=each.is_exact)]
    return tuple(sorted(kept, key=lambda each: (-each.likeness, each.post.number)))


def _alike(ours: str, beside: PostsToCompare) -> list[tuple[Post, float]]:
    from rapidfuzz import fuzz, process  # four megabytes: for whose texts are compared

    near = beside.near(ours)
    every = process.extract(
        ours, [words(said_by(each)) for each in near], scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=None
    )
    return [(near[at], _likeness(ours, found, score)) for found, score, at in every if is_near(ours, found)]


def is_near(ours: str, theirs: str) -> bool:
    """Whether a likeness between these words counts: of short texts only that of copies does. Symmetric."""
    return ours == theirs or min(len(ours), len(theirs)) >= SHORT


def _likeness(ours: str, theirs: str, score: float) -> float:
    return 1.0 if ours == theirs else min(score / 100, NEARLY_ONE)


def texts_beside(tx: Transaction, post: Post) -> PostsToCompare:
    """What an echo of *post* is looked for in; empty where nobody has to be asked."""
    asked = post.is_open and has_voice(post)
    return _all_of(tx.posts.calendar_of(post.strategy_id)) if asked else PostsToCompare(posts=())


def prepare(store: Store) -> None:
    """Work out what the first check after a start would otherwise wait for; nobody else waits for it meanwhile."""
    for number in count(1, AT_ONCE):
        with store.transaction() as tx:  # what was read is remembered, so that reading all at once is short
            found = [tx.posts.find(f"P{each}") for each in range(number, number + AT_ONCE)]
        if not any(found):
            break
    with store.transaction() as tx:
        calendars = [tx.posts.calendar_of(each.id) for each in tx.strategies.all() if not each.is_archived]
    for each in calendars:
        _all_of(each)


def compare_ahead(store: Store, post_ids: Iterable[str]) -> None:
    """Rule out at once, for all of these posts, what the echo check of each would rule out by itself."""
    wanted = set(post_ids)
    if len(wanted) < 2:
        return
    asked: dict[str, tuple[PostsToCompare, list[str]]] = {}
    with store.transaction() as tx:
        for post in filter(None, map(tx.posts.find, wanted)):
            beside = texts_beside(tx, post)
            if beside.bounds:
                asked.setdefault(post.strategy_id, (beside, []))[1].append(words(said_by(post)))
    for beside, texts in asked.values():
        for each in beside.bounds:
            each.near_each(texts)


def keep_echo(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, reason: str, seen: int | None = None
) -> Post:
    """The same text is meant, for a *reason* that stays with the post until its text changes.

    Raises `UserError`: "echo-reason-missing", "post-not-open"; `Outdated` when somebody was faster.
    """
    why = reason.strip()
    if not why:
        raise UserError("echo-reason-missing")
    with store.transaction() as tx:
        was = _to_rewrite(tx, strategy, post_id, by, seen)
        post = replace(was, echo_reason=why[:REASON_LIMIT])
        return was if post == was else keep(tx, was, post, what="echo-kept", by=by, now=now, note=post.echo_reason)


def rewrite_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    text: str,
    seen: int | None = None,
    override: str = "",
) -> Post:
    """Another text. Raises `Held`; `UserError("post-not-open")`; `Outdated` when somebody was faster."""
    with store.transaction() as tx:
        was = _to_rewrite(tx, strategy, post_id, by, seen)
        post = after_change(was, with_text(was, text), strategy, by=by, now=now)
        if post == was:
            return was
        post = hold_back(tx, strategy, post, by=by, now=now, was=was, override=override)
        return keep(tx, was, post, what="edited", by=by, now=now, note="text")


def with_text(post: Post, text: str) -> Post:
    """A reason for the same text does not hold for another one."""
    return post if text == post.text else replace(post, text=text, echo_reason="")


def _to_rewrite(tx: Transaction, strategy: Strategy, post_id: str, by: Member, seen: int | None) -> Post:
    post = post_to_change(tx, strategy, post_id, by)
    if not post.is_open:
        raise UserError("post-not-open", post=post.id, state=post.state.value)
    return unchanged_since(post, seen)
