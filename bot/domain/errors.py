"""The refusals and failures the rooms exchange; their sentences live in the catalogues."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class People:
    """Members whom a refusal names as those to ask; whoever shows it mentions them.

    *but*: who is never one of them. *admins*: whom to ask where *ids* is empty, as far as they are known.
    """

    ids: tuple[str, ...]
    but: tuple[str, ...] = ()
    admins: tuple[str, ...] = ()


class UserError(Exception):
    """A refusal somebody can act on. *key* names a message `refusal-<key>` of the catalogues, *params* fill it."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


class NotFound(UserError):
    """What was asked for does not exist; *what* is its name as typed."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(f"{kind}-not-found", what=what)


class Conflict(Exception):
    """Somebody else wrote the same thing first: the revision that was read is no longer the stored one."""

    def __init__(self, table: str, key: str) -> None:
        super().__init__(f"{table} {key} changed meanwhile")
        self.table = table
        self.key = key


class DeliveryFailed(Exception):
    """Slack did not take a message. *code* is Slack's own error code, or a transport's name for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TryLater(DeliveryFailed):
    """A passing failure, certainly not accepted; *retry_at* is when Slack said to come back, if it did.

    *pauses_all*: until then it is the same for every other message.
    """

    def __init__(self, code: str, *, retry_at: datetime | None = None, pauses_all: bool = True) -> None:
        super().__init__(code)
        self.retry_at = retry_at
        self.pauses_all = retry_at is not None and pauses_all


class GiveUp(DeliveryFailed):
    """A lasting failure (member deactivated, channel archived, not in channel): trying again cannot help."""


class OutcomeUnknown(DeliveryFailed):
    """Slack may or may not have accepted the message; look it up before anything is sent again."""


class HistoryUnreadable(DeliveryFailed):
    """The conversation cannot be read, so an unknown outcome cannot be looked up."""
