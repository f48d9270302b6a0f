"""What the services need of the world outside, as small protocols."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar
from uuid import uuid4

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import ShareKit
from bot.domain.engage.voices import Voice
from bot.domain.kpi.rates import Measurement
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy

T = TypeVar("T")


class Clock(Protocol):
    def now(self) -> datetime:
        """The present, aware, in UTC."""


class Repository(Protocol[T]):
    """The rows of one kind, by key. What is read is a value of its own: nobody else can change it."""

    def find(self, key: str) -> T | None: ...

    def get(self, key: str) -> T:
        """Raises `NotFound` where there is none."""

    def put(self, value: T) -> T:
        """Write *value* and return it with its new revision; `rev` 0 means new.

        Raises `Conflict` when the stored revision is not the one that *value* carries.
        """

    def delete(self, key: str) -> None: ...

    def all(self) -> list[T]: ...


@dataclass(frozen=True, slots=True)
class Calendar:
    """All posts of a strategy at one moment, in the order of their numbers.

    Two of one *revision* are equal and hold the same posts: what was worked out from one holds for the other.
    """

    posts: tuple[Post, ...] = field(default=(), compare=False)
    revision: str = field(default_factory=lambda: uuid4().hex)


class Posts(Repository[Post], Protocol):
    def of_strategy(self, strategy_id: str) -> list[Post]:
        """In the order of their numbers."""

    def calendar_of(self, strategy_id: str) -> Calendar:
        """Of the same revision, if it can be, as long as no post is written; of another one whenever a post was."""

    def due_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]:
        """Posts of any state due in [start, end), by due moment."""

    def open_due_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]:
        """Posts not yet published nor cancelled, due in [start, end), by due moment."""

    def open_of_owner(self, owner_id: str) -> list[Post]:
        """Not yet published nor cancelled, by due moment, those without one last."""

    def in_review(self) -> list[Post]:
        """Those that wait for a reviewer, in the order of their numbers."""

    def published_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]: ...

    def by_link(self, link: str) -> list[Post]: ...

    def by_platform_post_id(self, platform_post_id: str) -> list[Post]: ...


class Measurements(Repository[Measurement], Protocol):
    def of_post(self, post_id: str) -> list[Measurement]:
        """Oldest first."""

    def latest_of(self, post_ids: Iterable[str]) -> dict[str, Measurement]:
        """The latest of each post that has one."""


class CheckIns(Repository[CheckIn], Protocol):
    def between(self, strategy_id: str, first: date, last: date) -> list[CheckIn]:
        """Both days included, by day, then member."""


class Questions(Repository[Question], Protocol):
    def open_of(self, strategy_id: str) -> list[Question]:
        """Oldest first."""

    def of_strategy(self, strategy_id: str) -> list[Question]:
        """Of any state, in the order of their numbers."""

    def kept(self) -> dict[str, Any]:
        """Where what was worked out from questions is kept until one of them is written."""

    def given_between(self, start: datetime, end: datetime) -> list[Question]:
        """Open ones that their holder has since [start, end)."""

    def closed_with_asker(self, strategy_id: str, *, before: datetime, limit: int) -> list[Question]:
        """Those closed before that moment of which it is still known who asked, the longest closed first."""

    def due_between(self, start: datetime, end: datetime) -> list[Question]:
        """Open ones that are due in [start, end)."""


class Voices(Repository[Voice], Protocol):
    def of_strategy(self, strategy_id: str) -> list[Voice]:
        """In the order of their numbers."""

    def with_step_until(self, strategy_id: str, day: date, *, first: date = date.min) -> list[Voice]:
        """Those whose next step is due from *first* to *day*, the longest waiting first."""


class Corrections(Repository[Correction], Protocol):
    def of_strategy(self, strategy_id: str) -> list[Correction]:
        """In the order of their numbers."""

    def open_of(self, strategy_id: str) -> list[Correction]: ...

    def of_post(self, post_id: str) -> list[Correction]: ...


class ShareKits(Repository[ShareKit], Protocol):
    def of_post(self, post_id: str) -> list[ShareKit]: ...


class Deliveries(Repository[Delivery], Protocol):
    def ready(self, now: datetime, *, limit: int) -> list[Delivery]:
        """Pending ones whose `ready_at` has come, and claimed or unknown ones whose lease is over; by `owed_at`."""

    def of_subject(self, strategy_id: str, subject: str) -> list[Delivery]: ...

    def to_refresh(self, now: datetime, *, limit: int) -> list[Delivery]:
        """Sent ones whose subject changed since, and whose `ready_at` has come; those without first.

        Not those that are to be deleted.
        """

    def to_delete(self, now: datetime, *, limit: int) -> list[Delivery]:
        """Sent ones that a newer message took the place of, and whose `ready_at` has come; those without first."""

    def owed_between(self, start: datetime, end: datetime, *, recipient_id: str | None = None) -> list[Delivery]: ...


class Notes(Repository["Note"], Protocol):
    def starting(self, prefix: str) -> list["Note"]:
        """Those whose ids begin with *prefix*, by id."""


class Transaction(Protocol):
    """Several repositories, written together or not at all."""

    @property
    def posts(self) -> Posts: ...
    @property
    def strategies(self) -> Repository[Strategy]: ...
    @property
    def members(self) -> Repository[Member]: ...
    @property
    def measurements(self) -> Measurements: ...
    @property
    def check_ins(self) -> CheckIns: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def voices(self) -> Voices: ...
    @property
    def corrections(self) -> Corrections: ...
    @property
    def share_kits(self) -> ShareKits: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def notes(self) -> Notes: ...

    def of(self, table: str) -> Repository[Any]:
        """Whatever is kept in *table*, which is one of `tables`: for what is done to everything that is kept."""

    def part(self) -> AbstractContextManager[None]:
        """Several changes that are made together or not at all within this transaction.

        What is written inside of the block is taken back where it raises; what was written before it stays.
        """

    @property
    def tables(self) -> tuple[str, ...]: ...

    def next_number(self, name: str) -> int:
        """1, 2, 3, … for *name*; never the same twice, not even after a delete or a restart."""


RESTORED = "restored"
"""The note that a store keeps of when it was brought back from a backup: its body has the moment as `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A small remembered fact of the bot's own: an import that waits for its confirmation, a last tick, an undo.

    *body* holds JSON values only. *expires_at*: may be forgotten from then on.
    """

    id: str
    body: dict[str, Any] = field(default_factory=dict)
    expires_at: datetime | None = None
    rev: int = 0


class Store(Protocol):
    def transaction(self) -> AbstractContextManager[Transaction]:
        """Everything written inside becomes durable together when the block ends without an exception.

        Slack is never called inside.
        """

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that goes with a message; *alt* is its alternative text."""

    name: str
    content: bytes
    title: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message as it leaves: *text* alone makes sense in a notification and to a screen reader."""

    text: str
    blocks: Sequence[dict[str, Any]] = ()
    thread_ts: str | None = None
    plain_blocks: Sequence[dict[str, Any]] = ()
    """Instead of *blocks* where Slack refuses them (a chart block it doesn't know yet)."""
    uploads: Sequence[Upload] = ()
    """Sent with *plain_blocks* only: the picture of the refused block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    channel_id: str
    ts: str

    @property
    def at(self) -> datetime | None:
        """When Slack took the message, by Slack's own clock: *ts* are the seconds. None where it isn't a number."""
        try:
            return datetime.fromtimestamp(float(self.ts), UTC)
        except (ValueError, OverflowError, OSError):
            return None


OVERSLEPT = "overslept"
"""The code of `TryLater` where a message did not leave in time for what it says."""


class Messenger(Protocol):
    """Messages out to Slack, each call tried once. Raises the `DeliveryFailed` family of `bot.domain.errors`."""

    def post(self, recipient_id: str, message: Outgoing, *, key: str, before: datetime | None = None) -> Sent:
        """Post to a member (as a direct message) or to a channel, with *key* in the metadata.

        Raises `TryLater(OVERSLEPT)` where it is later than *before* at the very moment it would leave.
        """

    def update(self, sent: Sent, message: Outgoing) -> None: ...

    def delete(self, sent: Sent) -> None:
        """One that is not there any more is deleted. Raises `GiveUp` where Slack lets nobody delete it."""

    def is_answered(self, sent: Sent) -> bool:
        """Whether somebody wrote in its thread. Raises `HistoryUnreadable`."""

    def find(self, recipient_id: str, key: str, *, since: datetime, thread_ts: str | None = None) -> Sent | None:
        """The message with *key* in that conversation or thread, posted after *since*. Raises `HistoryUnreadable`."""

    def permalink(self, sent: Sent) -> str: ...

    def room(self) -> int:
        """How many messages may leave now, so that a workspace gets no more than short bursts of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSaid:
    """What Slack says of a channel. *member_ids*: all who are in a private one; None where it named nobody."""

    is_private: bool
    member_ids: frozenset[str] | None = None


class Directory(Protocol):
    """Who is who, and who is where, as Slack knows it."""

    def member(self, member_id: str) -> Member | None:
        """Identity, zone, locale and status as Slack has them now; settings are the defaults."""

    def quiet_until(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        """When do-not-disturb ends, for those in it now; empty where the scope is not given."""

    def channel(self, channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        """Raises `TryLater`, or `GiveUp` where it does not tell: the scopes are optional, the bot may be out of it."""

    def people_in(self, channel_id: str, *, now: datetime) -> Sequence[Member]:
        """Those of a channel who can be named, also whom nobody met yet; empty where Slack does not tell."""

    def doubt_people_in(self, channel_id: str) -> None:
        """Somebody came or left: to be asked again."""


class Files(Protocol):
    """Files in and out of Slack."""

    def known(self, file: dict[str, Any]) -> dict[str, Any]:
        """The whole description of a file, of which an event may tell the id alone. Raises `UserError`."""

    def download(self, file: dict[str, Any]) -> bytes:
        """The content of a file that a member sent, as its event describes it. Raises `UserError`."""

    def send(self, member_id: str, upload: Upload, message: Outgoing) -> None:
        """To a member's direct message. Raises `GiveUp` where the optional scope is missing."""


class Sharing(Protocol):
    """What the optional scopes files:write and canvases:write allow. Raises the `DeliveryFailed` family."""

    def can_send(self) -> bool:
        """Whether files may be sent at all, as far as Slack says."""

    def send(self, recipient_id: str, uploads: Sequence[Upload], comment: str) -> None:
        """Files with one message, to a member's direct message or into a channel."""

    def write_canvas(self, channel_id: str, canvas_id: str, *, title: str, markdown: str) -> str:
        """Put *markdown* into the canvas, or into a new one of the channel where *canvas_id* is empty; its id."""
