"""One value of every stored kind in which no field is left empty, made from the types: a field that is new is in it."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import cycle
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.kpi.rates import Measurement
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Objective, Strategy
from bot.ports import Note, Store
from storage.kinds import CORRECTIONS, SHARE_KITS, VOICES

LONG_AGO = datetime(2014, 12, 1, 9, 30, tzinfo=UTC)
MEMBER = "UFULL"
PLAIN: Mapping[Any, Any] = {
    str: "été <&> 🕯️",
    int: 7,
    float: 0.5,
    bool: True,
    datetime: LONG_AGO,
    date: LONG_AGO.date(),
    time: time(7, 45),
    timedelta: timedelta(minutes=90),
    Due: Due.of(LONG_AGO, "Europe/Paris"),
}
FIXED: Mapping[str, Any] = {
    "zone": "Europe/Paris",
    "country": "FR",
    "locale": "fr-FR",
    "digest_weekday": 6,
    "rev": 0,
}
"""What has to be one of a few. A person is always the same one."""
DONE = "published created approved review_asked answered dropped given kept closed done"
PEOPLE = frozenset({"by", "member_id", "recipient_id", "owner_id", "backup_id", "reviewer_id", "manager_id"}) | {
    f"{done}_by" for done in DONE.split()
}
OVER = (DeliveryState.SENT, DeliveryState.ABANDONED, DeliveryState.EXPIRED, DeliveryState.MERGED)


@dataclass(frozen=True, kw_only=True)
class Filler:
    """*fitting*: fields, by their name, that name something else that is stored."""

    fitting: Mapping[str, Any]

    def full(self, kind: type, /, **given: Any) -> Any:
        """A value of the dataclass *kind* with every field filled, those of its parts too."""
        hints = get_type_hints(kind)
        known = {**FIXED, **dict.fromkeys(PEOPLE, MEMBER), **self.fitting, **given}
        return kind(
            **{n: known[n] if n in known else self.some(hints[n]) for n in (each.name for each in fields(kind))}
        )

    def some(self, hint: Any) -> Any:
        if hint in PLAIN:
            return PLAIN[hint]
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return next(iter(hint))
        if is_dataclass(hint):
            return self.full(hint)  # type: ignore[arg-type]
        inner = [each for each in get_args(hint) if each not in (NoneType, ...)]
        if isinstance(hint, UnionType):
            return self.some(inner[0])
        if get_origin(hint) is dict:
            return {"key": "value", "list": [1, None, "x"]}
        return get_origin(hint)([5 if inner[0] is int else self.some(inner[0])])  # a whole number is a day of the week


def fill(store: Store) -> None:
    """All of them, in a strategy that is over: they owe nothing to anybody."""
    with store.transaction() as tx:
        strategy, objective, question = (f"{name[0].upper()}{tx.next_number(name)}" for name in NUMBERED)
        posts = [f"P{tx.next_number('post')}" for _ in PostState]
        make = Filler(fitting={"strategy_id": strategy, "objective_id": objective, **dict.fromkeys(OF_POSTS, posts[0])})
        tx.members.put(make.full(Member, id=MEMBER, is_active=False, muted=frozenset(ReminderKind)))
        closed = make.full(Objective, id=objective)
        tx.strategies.put(make.full(Strategy, id=strategy, channel_id="CGONE", is_archived=True, objectives=(closed,)))
        for post_id, state in zip(posts, PostState, strict=True):
            tx.posts.put(make.full(Post, id=post_id, state=state))
        tx.measurements.put(make.full(Measurement, id=f"{posts[0]}:{LONG_AGO.isoformat()}", at=LONG_AGO))
        tx.check_ins.put(make.full(CheckIn, answered=20, received=5))  # more answers than questions was no fault once
        tx.questions.put(make.full(Question, id=question))
        for kind, letter in ((VOICES, "V"), (CORRECTIONS, "C"), (SHARE_KITS, "K")):
            getattr(tx, kind.table).put(make.full(kind.type, id=f"{letter}{tx.next_number(kind.number)}"))
        tx.notes.put(make.full(Note, id=f"later:{strategy}"))
        for kind, state in zip(ReminderKind, cycle(OVER), strict=False):
            key = f"{kind.value}:{strategy}:{posts[0]}:{MEMBER}:2014-12-01"
            fits = {"key": key, "subject": posts[0], "kind": kind, "state": state}
            tx.deliveries.put(make.full(Delivery, **fits, refresh=state is not DeliveryState.SENT))


NUMBERED = ("strategy", "objective", "question")
OF_POSTS = ("post_id", "parent_id", "copied_from")


def empty_fields(value: Any) -> list[str]:
    """The fields of a value that stand at their defaults."""
    named = [each for each in fields(value) if each.name != "rev"]
    return [each.name for each in named if getattr(value, each.name) in (each.default, _made(each))]


def _made(each: Any) -> Any:
    return each.default_factory() if each.default_factory is not MISSING else MISSING
