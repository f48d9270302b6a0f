"""What a Slack workspace consists of, as plain records; nothing here changes or talks to anybody."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
ChannelKind = Literal["public", "private", "im", "mpim"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the workspace; *tz* is an IANA name, *locale* an IETF tag as Slack gives it (`fr-FR`).

    A stranger belongs to another workspace and is met in shared channels only. `do_not_disturb` holds the next
    start and end of the quiet hours as Unix times.
    """

    id: str
    name: str
    real_name: str
    tz: str = "Europe/London"
    locale: str = "en-GB"
    display_name: str = ""
    email: str = ""
    title: str = ""
    is_bot: bool = False
    is_guest: bool = False
    is_stranger: bool = False
    is_admin: bool = False
    deleted: bool = False
    do_not_disturb: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A conversation; the app's direct message with UAMY has the id DAMY."""

    id: str
    name: str
    kind: ChannelKind = "public"
    members: frozenset[str] = frozenset()
    is_archived: bool = False
    is_general: bool = False
    creator: str = ""
    created: int = 0
    topic: str = ""
    purpose: str = ""

    @property
    def is_direct(self) -> bool:
        return self.kind in ("im", "mpim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that a member adds to a message."""

    name: str
    content: bytes
    mimetype: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    id: str
    name: str
    title: str
    mimetype: str
    filetype: str
    content: bytes = field(repr=False)
    user: str
    created: int
    alt_text: str = ""
    channels: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; *ts* is its identity within the channel, unique in the whole workspace here."""

    ts: str
    channel: str
    user: str
    text: str = ""
    bot_id: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    is_broadcast: bool = False
    edited: Json | None = None
    ephemeral_to: str | None = None
    files: tuple[FileRecord, ...] = ()
    reply_count: int = 0
    reply_users: tuple[str, ...] = ()
    latest_reply: str | None = None
    reactions: tuple[tuple[str, str], ...] = ()
    subtype: str | None = None

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def key(self) -> str | None:
        """The `key` in the metadata's payload, where the app put one."""
        payload = (self.metadata or {}).get("event_payload") or {}
        return payload.get("key")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A modal or a home tab as one member sees it; *state* is `{block_id: {action_id: value object}}`."""

    id: str
    hash: str
    type: str
    user: str
    callback_id: str = ""
    title: Json | None = None
    submit: Json | None = None
    close: Json | None = None
    blocks: list[Json] = field(default_factory=list)
    private_metadata: str = ""
    state: dict[str, dict[str, Json]] = field(default_factory=dict)
    external_id: str = ""
    root_view_id: str = ""
    previous_view_id: str | None = None
    clear_on_close: bool = False
    notify_on_close: bool = False
    submit_disabled: bool = False
