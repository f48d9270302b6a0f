"""The orders in which tables are asked for; which table has which stands in `storage.kinds`.

The keys read documents, not values, so that an order costs no decoding. Each ends in a number or an id: equal
moments come in the same order in every store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from math import inf, nextafter
from typing import Any

from bot.domain.posts import OPEN_STATES, PostState
from bot.domain.reminders.deliveries import DeliveryState

Document = Mapping[str, Any]
SortKey = tuple[Any, ...]
KeyOf = Callable[[Document], SortKey | None]

AT_ONCE = -inf
SOME_TIME = nextafter(-inf, 0)
NEVER = inf


class UnreadableKeyError(ValueError):
    """A stored document that can't be put in order; what it holds was not written by this project."""

    def __init__(self, table: str, key: str) -> None:
        super().__init__(f"{table} {key}")
        self.table = table
        self.key = key


class TableOrder:
    """One order of a table's documents: the key of each."""

    def __init__(self, table: str, name: str, key_of: KeyOf) -> None:
        self.table = table
        self.name = name
        self._key_of = key_of

    def __call__(self, document: Document) -> SortKey | None:
        try:
            return self._key_of(document)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise UnreadableKeyError(self.table, str(document.get("id"))) from error


def seconds(moment: datetime) -> float:
    """A moment as the indexes order it; a float, so that "…Z" and "…+01:00" typed by hand sort rightly."""
    return moment.timestamp()


def just_after(moment: datetime) -> float:
    """The end of a span that contains *moment*."""
    return nextafter(moment.timestamp(), inf)


def _at(document: Document, name: str) -> float | None:
    text = document.get(name)
    return None if text is None else datetime.fromisoformat(text).timestamp()


def _number(document: Document) -> int:
    """P2 before P10."""
    digits: str = document["id"][1:]
    return int(digits) if digits.isdecimal() else 0


def _due(post: Document) -> float | None:
    due = post.get("due")
    return None if due is None else _at(due, "at")


def _is_open(post: Document) -> bool:
    return post.get("state", PostState.DRAFT) in OPEN_STATES


def _by_due(post: Document) -> SortKey | None:
    due = _due(post)
    return None if due is None else (due, _number(post))


def _by_open_due(post: Document) -> SortKey | None:
    return _by_due(post) if _is_open(post) else None


def _by_open_owner(post: Document) -> SortKey | None:
    owner = post.get("owner_id")
    if not owner or not _is_open(post):
        return None
    due = _due(post)
    return (owner, NEVER if due is None else due, _number(post))


def _by_review(post: Document) -> SortKey | None:
    return (_number(post),) if post.get("state") == PostState.IN_REVIEW else None


def _by_published(post: Document) -> SortKey | None:
    at = _at(post, "published_at")
    return None if at is None else (at, _number(post))


def _by_text(name: str) -> KeyOf:
    """Only the documents where *name* isn't empty."""

    def key(document: Document) -> SortKey | None:
        text = document.get(name)
        return (text, _number(document)) if text else None

    return key


def _by_open_question(question: Document) -> SortKey | None:
    if question.get("answered_at") is not None or question.get("dropped_at") is not None:
        return None
    return (question["strategy_id"], question["asked_on"], _number(question))


def _by_open_moment(name: str) -> KeyOf:
    """Of questions that wait, by the moment *name*."""

    def key(question: Document) -> SortKey | None:
        at = _at(question, name)
        return (at, _number(question)) if at is not None and _by_open_question(question) else None

    return key


def _by_owed(delivery: Document) -> SortKey:
    return (_at(delivery, "owed_at"), delivery["id"])


def _by_readiness(delivery: Document) -> SortKey | None:
    """What can be sent at once comes first and by `owed_at`, then what has to wait, by the end of the wait."""
    match delivery.get("state", DeliveryState.PENDING):
        case DeliveryState.PENDING:
            ready = _at(delivery, "ready_at")
        case DeliveryState.CLAIMED | DeliveryState.UNKNOWN:
            ready = _at(delivery, "lease_until")
        case _:
            return None
    return (AT_ONCE if ready is None else ready, *_by_owed(delivery))


def _by_refresh(delivery: Document) -> SortKey | None:
    wanted = delivery.get("refresh") and not delivery.get("goes") and delivery.get("state") == DeliveryState.SENT
    return (_at(delivery, "ready_at") or SOME_TIME, *_by_owed(delivery)) if wanted else None


def _by_going(delivery: Document) -> SortKey | None:
    is_there = delivery.get("goes") and delivery.get("state") == DeliveryState.SENT
    return (_at(delivery, "ready_at") or SOME_TIME, *_by_owed(delivery)) if is_there else None


def _by_strategy(document: Document) -> SortKey:
    return (document["strategy_id"], _number(document))


def _by_subject(delivery: Document) -> SortKey:
    return (delivery["strategy_id"], delivery["subject"], *_by_owed(delivery))


def _by_recipient(delivery: Document) -> SortKey:
    return (delivery["recipient_id"], *_by_owed(delivery))


def _by_post(measurement: Document) -> SortKey:
    return (measurement["post_id"], _at(measurement, "at"), measurement["id"])


def _by_day(check_in: Document) -> SortKey:
    return (check_in["strategy_id"], check_in["day"], check_in["member_id"])


def _by_step(voice: Document) -> SortKey | None:
    """Voices with a next step, by its day."""
    if not voice.get("step") or not voice.get("step_day"):
        return None
    return (voice["strategy_id"], voice["step_day"], _number(voice))


def _by_closing_with_asker(question: Document) -> SortKey | None:
    """Closed questions of which it is known who asked, by when they were closed."""
    closed = _at(question, "answered_at") or _at(question, "dropped_at")
    return (question["strategy_id"], closed, _number(question)) if closed and question.get("asked_by") else None


def _by_open_correction(correction: Document) -> SortKey | None:
    return None if correction.get("put_right_at") else (correction["strategy_id"], _number(correction))


def _by_its_post(document: Document) -> SortKey:
    """Of what is about a post and has a number of its own."""
    return (document["post_id"], _number(document))


POST_ORDERS: Mapping[str, KeyOf] = {
    "strategy": _by_strategy,
    "due": _by_due,
    "open_due": _by_open_due,
    "open_owner": _by_open_owner,
    "in_review": _by_review,
    "published": _by_published,
    "link": _by_text("link"),
    "platform_post_id": _by_text("platform_post_id"),
}
DELIVERY_ORDERS: Mapping[str, KeyOf] = {
    "readiness": _by_readiness,
    "subject": _by_subject,
    "refresh": _by_refresh,
    "going": _by_going,
    "owed": _by_owed,
    "recipient": _by_recipient,
}
MEASUREMENT_ORDERS: Mapping[str, KeyOf] = {"post": _by_post}
CHECK_IN_ORDERS: Mapping[str, KeyOf] = {"day": _by_day}
QUESTION_ORDERS: Mapping[str, KeyOf] = {
    "open": _by_open_question,
    "strategy": _by_strategy,
    "given": _by_open_moment("given_at"),
    "due": _by_open_moment("due_at"),
    "asker": _by_closing_with_asker,
}
VOICE_ORDERS: Mapping[str, KeyOf] = {"strategy": _by_strategy, "step": _by_step}
CORRECTION_ORDERS: Mapping[str, KeyOf] = {
    "strategy": _by_strategy,
    "open": _by_open_correction,
    "post": _by_its_post,
}
SHARE_KIT_ORDERS: Mapping[str, KeyOf] = {"post": _by_its_post}
NOTE_ORDERS: Mapping[str, KeyOf] = {"id": lambda note: (note["id"],)}
