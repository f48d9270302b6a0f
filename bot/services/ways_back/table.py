"""The table of what can be taken back and how, and the doors to it: the last deed, or one that a button names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType

from bot.domain.errors import NotFound, UserError
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.strategy import Objective, Strategy
from bot.ports import Store, Transaction
from bot.services.objective.compass import WIDENED
from bot.services.objective.objectives import objective_in
from bot.services.objective.records import last_deed_to
from bot.services.post.batches import Batch
from bot.services.post.records import post_in
from bot.services.undo.deeds import Deed, PartKind, deed_called, deeds_of
from bot.services.undo.stack import Outlook, Way, coming_deeds, look, seen_deeds, take_back
from bot.services.ways_back.answers import ANSWER
from bot.services.ways_back.gone import why_gone, why_numbers_gone, why_post_gone
from bot.services.ways_back.kept import KEPT
from bot.services.ways_back.measures import NUMBERS
from bot.services.ways_back.objectives import OBJECTIVE
from bot.services.ways_back.plan import NAMES, PLAN
from bot.services.ways_back.posts import POST

WAYS: Mapping[PartKind, Way] = MappingProxyType(
    {
        PartKind.POST: POST,
        PartKind.NAMES: NAMES,
        PartKind.PLAN: PLAN,
        PartKind.OBJECTIVE: OBJECTIVE,
        PartKind.NUMBERS: NUMBERS,
        PartKind.KEPT: KEPT,
        PartKind.ANSWER: ANSWER,
    }
)


class Stays(Exception):
    """The cause of a refusal where a deed stays as it is because it was changed since; *outlook* says by whom."""

    def __init__(self, outlook: Outlook) -> None:
        super().__init__(outlook.deed.what)
        self.outlook = outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """*what* is the action that was taken back; *along* are the other posts that it had written."""

    post: Post
    what: str
    along: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What another undo would take back; *stay* are the later ones, of which nothing can go back."""

    deed: Deed | None = None
    stay: tuple[Deed, ...] = ()


def last_deeds(store: Store, *, by: Member, now: datetime, own_id: str = "") -> list[Deed]:
    """Those of *by*, over all strategies that they see, the latest first. *own_id*: as in `seen_deeds`."""
    with store.transaction() as tx:
        return seen_deeds(tx, by=by, now=now, own_id=own_id)


def coming_undo(store: Store, *, by: Member, now: datetime, own_id: str = "", before: str = "") -> Coming:
    """*before*: of what was done before the deed of that token."""
    with store.transaction() as tx:
        deed, stay = coming_deeds(tx, WAYS, by=by, now=now, own_id=own_id, before=before)
    return Coming(deed=deed, stay=tuple(stay))


def outlook_of(store: Store, *, by: Member, now: datetime, token: str) -> Outlook:
    """What taking it back would do. Raises what `why_gone` says, and `UserError` where rights are gone."""
    with store.transaction() as tx:
        deed = _called(tx, token, by=by, now=now)
        strategy = tx.strategies.get(deed.strategy_id)
        return look(tx, WAYS, deed, by=by, now=now, strategy=strategy)


def undo_deed(store: Store, *, by: Member, now: datetime, token: str) -> Outlook:
    """Take back the deed of that *token*. Raises as `outlook_of`, and "undo-stays" where all of it stays."""
    outlook = take_back(store, WAYS, partial(_called, token=token, by=by, now=now), by=by, now=now)
    return _unless_stays(outlook)


def undo_last(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, lines: int | None = None
) -> Undone:
    """Take back what *by* did last to the post, alone where it was done to others as well.

    *lines*: the deed that left the post with as many lines of history, and no other. Raises what `why_post_gone` says,
    `UserError("undo-stays")` when the post was changed since, "compass-stays-wide" where the last answer changed an
    objective, on which other posts may lean by now.
    """

    def find(tx: Transaction) -> Deed:
        post = post_in(tx, strategy, post_id)
        deed = deed_to(tx, post_id, by=by, now=now, lines=lines)
        if deed is not None:
            return deed
        if post.history and post.history[-1].what == WIDENED:
            raise UserError("compass-stays-wide", post=post_id, objective=post.objective_id or "")
        raise why_post_gone(post, by=by, lines=lines)

    outlook = take_back(store, WAYS, find, by=by, now=now, strategy=strategy, post_id=post_id)
    _unless_stays(outlook)
    post, *along = posts_in(store, post_id, *(each for each in outlook.post_ids if each != post_id))
    return Undone(post=post, what=post.history[-1].note, along=tuple(along))


def deed_to(tx: Transaction, post_id: str, *, by: Member, now: datetime, lines: int | None = None) -> Deed | None:
    """The last that *by* did to the post or its numbers, or the one that left it with so many *lines* of history."""
    for deed in deeds_of(tx, by, now=now):
        part = deed.part_of(post_id)
        if part and not part.is_back and lines in (None, part.lines):
            return deed
        if lines is None and any(each.kind is PartKind.NUMBERS and each.also == post_id for each in deed.parts):
            return deed
    return None


def undo_plan(store: Store, *, strategy: Strategy, by: Member, now: datetime, token: str = "") -> Strategy:
    """Take back the change of that *token*, else the last. Raises what `undo_deed` raises."""

    def find(tx: Transaction) -> Deed:
        for deed in deeds_of(tx, by, now=now):
            if deed.has(PartKind.PLAN, strategy.id) and token in ("", deed.token):
                return deed
        raise why_gone(tx, token, by=by, now=now)

    _unless_stays(take_back(store, WAYS, find, by=by, now=now))
    return _strategy_in(store, strategy.id)


def undo_objective(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, objective_id: str = "", token: str = ""
) -> tuple[Strategy, Objective]:
    """Take back what *by* did last to *objective_id*, or to whichever was last; with it, what it was until now.

    What was new is gone then. Raises what `undo_deed` raises, and `UserError`: "objective-undo-gone" where there is
    nothing of theirs, "objective-undo-served" where posts serve by now what would be gone, "objective-many".
    """
    known: list[Objective] = []

    def find(tx: Transaction) -> Deed:
        there = tx.strategies.get(strategy.id)
        wanted = objective_in(there, objective_id).id if objective_id else ""
        called = deed_called(tx, token, by=by, now=now) if token else None
        deed = called if token else last_deed_to(tx, there, wanted, by=by, now=now)
        if deed is None:
            raise why_gone(tx, token, by=by, now=now) if token else UserError("objective-undo-gone")
        part = next(each for each in deed.parts if each.kind is PartKind.OBJECTIVE)
        known.extend(each for each in there.objectives if each.id == part.key)
        return deed

    _unless_stays(take_back(store, WAYS, find, by=by, now=now))
    return _strategy_in(store, strategy.id), known[0]


def undo_numbers(store: Store, *, strategy: Strategy, by: Member, now: datetime, measurement_id: str) -> Post:
    """Forget what was written down; the measurement before stands again. An import's numbers go with the import.

    Raises `UserError`: "rights-measure", "kpi-undo-too-late" ten minutes later, "undo-gone-others", "undo-stays" where
    newer numbers were made from these.
    """

    def find(tx: Transaction) -> Deed:
        for deed in deeds_of(tx, by, now=now):
            if deed.has(PartKind.NUMBERS, measurement_id):
                return deed
        raise why_numbers_gone(tx, measurement_id, by=by)

    outlook = take_back(store, WAYS, find, by=by, now=now, strategy=strategy)
    part = _unless_stays(outlook).back[0]
    return posts_in(store, part.also)[0]


def batch_of(store: Store, outlook: Outlook) -> Batch:
    back = sorted(posts_in(store, *outlook.post_ids), key=lambda post: post.number)
    return Batch(posts=tuple(back), left=tuple(posts_in(store, *outlook.left_ids)))


def posts_in(store: Store, *post_ids: str) -> list[Post]:
    with store.transaction() as tx:
        return [tx.posts.get(each) for each in post_ids if tx.posts.find(each)]


def _called(tx: Transaction, token: str, *, by: Member, now: datetime) -> Deed:
    deed = deed_called(tx, token, by=by, now=now)
    if deed is None or tx.strategies.find(deed.strategy_id) is None:
        raise why_gone(tx, token, by=by, now=now)
    return deed


def _unless_stays(outlook: Outlook) -> Outlook:
    """Raises what keeps it: a refusal of its own, else "undo-stays" because of `Stays`."""
    if not outlook.stops:
        return outlook
    if outlook.why is not None:
        raise outlook.why
    raise UserError("undo-stays") from Stays(outlook)


def _strategy_in(store: Store, strategy_id: str) -> Strategy:
    with store.transaction() as tx:
        found = tx.strategies.find(strategy_id)
    if found is None:
        raise NotFound("strategy", strategy_id)
    return found
