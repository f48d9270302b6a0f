"""Taking back: what a member did last comes first, deed by deed. How a part goes back is told by the *ways* given.

A deed that others have changed since stays, with the reason; so does what is in other hands by now. Of one to several
posts, what stays can be taken back once it can.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.errors import NotFound, UserError
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import is_shut_out, sees
from bot.services.people.who_may import Action, refuse_unless
from bot.services.undo.deeds import Deed, DeedPart, PartKind, deeds_of, mark_back, read

Find = Callable[[Transaction], Deed]
"""Finds the deed that is meant; raises `UserError` where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterChange:
    """Somebody else's, or one's own, that came after a deed. *who* is empty where nobody is known."""

    key: str
    who: str = ""
    at: datetime | None = None
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One part on its way back: who takes it back, and when."""

    tx: Transaction
    strategy: Strategy
    deed: Deed
    part: DeedPart
    by: Member
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one kind of part is taken back.

    *changed*: what came after the deed, where that is so. *refuse* raises `UserError` where it cannot go back, or
    not by this member. *put_back* writes it as it was.
    """

    changed: Callable[[Move], LaterChange | None]
    put_back: Callable[[Move], object]
    refuse: Callable[[Move], object] = field(default=lambda move: None)


Ways = Mapping[PartKind, Way]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A part that stays as it is: because of a *change* since, of *why*, or (neither) because another part stays."""

    part: DeedPart
    change: LaterChange | None = None
    why: UserError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What taking a deed back would do: *back* goes back, *stays* does not, and why."""

    deed: Deed
    strategy: Strategy
    back: tuple[DeedPart, ...] = ()
    stays: tuple[Stay, ...] = ()

    @property
    def changes(self) -> tuple[LaterChange, ...]:
        return tuple(each.change for each in self.stays if each.change)

    @property
    def why(self) -> UserError | None:
        """The first refusal that keeps a part of it."""
        return next((each.why for each in self.stays if each.why), None)

    @property
    def post_ids(self) -> tuple[str, ...]:
        posts = (each.key for each in self.back if each.kind in (PartKind.POST, PartKind.NAMES))
        return tuple(dict.fromkeys(posts))

    @property
    def left_ids(self) -> tuple[str, ...]:
        parts = (each.part for each in self.stays)
        left = (each.key for each in parts if each.kind is PartKind.POST and each.key not in self.post_ids)
        return tuple(dict.fromkeys(left))

    @property
    def stops(self) -> bool:
        return not self.back


def seen_deeds(tx: Transaction, *, by: Member, now: datetime, own_id: str = "") -> list[Deed]:
    """Those of what exists for *by*, the latest first: that of a channel which they left is none of theirs.

    *own_id*: the strategy that they speak in; a guest has no other.
    """
    known: dict[str, bool] = {}
    found = deeds_of(tx, by, now=now)
    for each in found:
        if each.strategy_id not in known:
            known[each.strategy_id] = _is_seen(tx, by, each.strategy_id, own_id)
    return [each for each in found if known[each.strategy_id]]


def _is_seen(tx: Transaction, by: Member, strategy_id: str, own_id: str) -> bool:
    strategy = tx.strategies.find(strategy_id)
    if strategy is None or not exists_for(tx, by, strategy):
        return False
    return strategy_id == own_id or (not by.is_guest and sees(tx, by.id, strategy))


def coming_deeds(
    tx: Transaction, ways: Ways, *, by: Member, now: datetime, own_id: str = "", before: str = ""
) -> tuple[Deed | None, list[Deed]]:
    """The next that can be taken back, at least in part; and those later than it that stay.

    *before*: only what was done before the deed of that token.
    """
    stay: list[Deed] = []
    deeds = seen_deeds(tx, by=by, now=now, own_id=own_id)
    place = next((n + 1 for n, each in enumerate(deeds) if each.token == before), 0)
    for deed in deeds[place:]:
        if goes_back(tx, ways, deed, by=by, now=now):
            return deed, stay
        stay.append(deed)
    return None, stay


def goes_back(tx: Transaction, ways: Ways, deed: Deed, *, by: Member, now: datetime) -> bool:
    """Whether anything of it can be taken back; of many parts no more are looked at than need be."""
    strategy = tx.strategies.get(deed.strategy_id)
    try:
        if deed.is_whole:
            return not look(tx, ways, deed, by=by, now=now, strategy=strategy).stops
        parts = (each for each in deed.parts if not each.is_back)
        one_by_one = (replace(deed, parts=(each,)) for each in parts)
        return any(not look(tx, ways, each, by=by, now=now, strategy=strategy).stops for each in one_by_one)
    except UserError:
        return False


def exists_for(tx: Transaction, by: Member, strategy: Strategy) -> bool:
    return not strategy.is_archived and not is_shut_out(tx, by.id, strategy)


def look(
    tx: Transaction, ways: Ways, deed: Deed, *, by: Member, now: datetime, strategy: Strategy, post_id: str = ""
) -> Outlook:
    """Rights are asked for here, at the moment of undoing. *post_id*: of a deed to several posts, that one alone.

    Raises `NotFound` where the strategy does not exist for *by*, and `UserError("rights-…")`.
    """
    if not exists_for(tx, by, strategy):
        raise NotFound("strategy", deed.strategy_id)
    if deed.right is not Action.CHANGE_POST:
        refuse_unless(by, deed.right, strategy)
    meant = [each for each in deed.parts if not post_id or deed.is_whole or each.key == post_id]
    parts = [each for each in meant if not each.is_back]
    moves = [Move(tx=tx, strategy=strategy, deed=deed, part=each, by=by, now=now) for each in parts]
    if deed.stays:
        why = _staying(deed)
        return Outlook(deed=deed, strategy=strategy, stays=tuple(Stay(part=each, why=why) for each in parts))
    return _sorted(ways, deed, strategy, moves)


def _staying(deed: Deed) -> UserError:
    objective = next((each.key for each in deed.parts if each.kind is PartKind.OBJECTIVE), "")
    return UserError("compass-stays-wide", objective=objective)


def _sorted(ways: Ways, deed: Deed, strategy: Strategy, moves: list[Move]) -> Outlook:
    changes = [ways[each.part.kind].changed(each) for each in moves]
    refusals = [None if changed else _refused(ways, each) for each, changed in zip(moves, changes, strict=True)]
    if deed.is_whole and None in refusals:
        refusals = [None] * len(moves)  # who may change one of them made them all
    can = [not (changed or why) for changed, why in zip(changes, refusals, strict=True)]
    if deed.is_whole and not all(can):
        can = [False] * len(moves)
    back = tuple(each.part for each, goes in zip(moves, can, strict=True) if goes)
    kept = zip(moves, changes, refusals, can, strict=True)
    stays = tuple(Stay(part=each.part, change=change, why=why) for each, change, why, goes in kept if not goes)
    return Outlook(deed=deed, strategy=strategy, back=back, stays=stays)


def _refused(ways: Ways, move: Move) -> UserError | None:
    try:
        ways[move.part.kind].refuse(move)
    except UserError as why:
        return why
    return None


def take_back(
    store: Store,
    ways: Ways,
    find: Find,
    *,
    by: Member,
    now: datetime,
    strategy: Strategy | None = None,
    post_id: str = "",
) -> Outlook:
    """What was done. A deed of several slices goes back slice by slice, each in a transaction, the last one first.

    Nothing is written where nothing can go back: see `Outlook.stops`. *strategy* is what is known of it.
    """
    with store.transaction() as tx:
        deed = find(tx)
        there = strategy or tx.strategies.get(deed.strategy_id)
        if there.id != deed.strategy_id:
            raise NotFound("strategy", deed.strategy_id)
        if len(deed.notes) == 1:
            return _take_back(tx, ways, deed, by=by, now=now, strategy=there, post_id=post_id)
        outlook = look(tx, ways, deed, by=by, now=now, strategy=there, post_id=post_id)
    done = list(_slice_by_slice(store, ways, deed, by=by, now=now, strategy=there, post_id=post_id))
    back = {each.key: each for one in done for each in one.back}
    stays = {each.part.key: each for one in (outlook, *done) for each in one.stays if each.part.key not in back}
    return replace(outlook, back=tuple(back.values()), stays=tuple(stays.values()))


def _slice_by_slice(
    store: Store, ways: Ways, deed: Deed, *, by: Member, now: datetime, strategy: Strategy, post_id: str
) -> Iterator[Outlook]:
    for note_id in deed.notes:
        with store.transaction() as tx:
            note = tx.notes.find(note_id)
            if note is not None:
                yield _take_back(tx, ways, read(note), by=by, now=now, strategy=strategy, post_id=post_id)


def _take_back(
    tx: Transaction, ways: Ways, deed: Deed, *, by: Member, now: datetime, strategy: Strategy, post_id: str
) -> Outlook:
    outlook = look(tx, ways, deed, by=by, now=now, strategy=strategy, post_id=post_id)
    if outlook.stops:
        return outlook
    for each in reversed(outlook.back):
        ways[each.kind].put_back(Move(tx=tx, strategy=strategy, deed=deed, part=each, by=by, now=now))
    mark_back(tx, deed, [each.key for each in outlook.back])
    return outlook
