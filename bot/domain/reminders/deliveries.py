"""The record that a message was owed and sent once: states, leases, attempts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.reminder_kinds import ReminderKind


class DeliveryState(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    UNKNOWN = "unknown"  # Slack may have it: look it up first
    ABANDONED = "abandoned"  # cannot be delivered; *error* says why
    EXPIRED = "expired"  # too late to be useful; told in a catch-up
    MERGED = "merged"  # told in the message named in *merged_into*
    DELETED = "deleted"  # it was sent; a newer message took its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message owed to one recipient, identified by *key* for ever.

    *subject* is a post id, a local day or a week; *recipient_id* a member or a channel. *parts* of a catch-up are
    the keys it tells about, of an agenda or a list of unowned posts the posts; of a question what
    was answered. *refresh*: the subject changed since
    the message was written, so it has to be updated in place where that makes it read differently: *content* is a
    digest of what was sent last, empty where nobody knows: then it is updated however old it is. *lines*: the keys of
    what is told in this message beside what it is about; before it is claimed, of what it may take along. *goes*: a
    newer message took its place, so it is to be deleted.
    """

    key: str
    kind: ReminderKind
    strategy_id: str
    subject: str
    recipient_id: str
    owed_at: datetime
    expires_at: datetime
    state: DeliveryState = DeliveryState.PENDING
    ready_at: datetime | None = None  # not before: a retry, a delay; None is at once
    lease_until: datetime | None = None
    attempts: int = 0
    first_attempt_at: datetime | None = None
    sent_at: datetime | None = None
    channel_id: str = ""
    ts: str = ""  # Slack's id of the message in its channel
    content: str = ""
    error: str = ""
    parts: tuple[str, ...] = ()
    merged_into: str = ""
    refresh: bool = False
    lines: tuple[str, ...] = ()
    goes: bool = False
    rev: int = 0

    @property
    def id(self) -> str:
        return self.key
