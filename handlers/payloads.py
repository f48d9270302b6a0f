"""What Slack sends and what it gets back, as values: the raw dictionaries stop here. Knows no client and no store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.domain.errors import UserError
from handlers.views.top_level_text import spoken

Blocks = Sequence[dict[str, Any]]
View = dict[str, Any]


VIEW = ("type", "callback_id", "title", "submit", "close", "blocks", "private_metadata")
"""What of a view is sent again where a part of it changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the member sees next.

    *text* and *blocks*: a message only they see; *plain_blocks* stand in where Slack does not know a block of
    *blocks* yet. *modal*: a view to open (over an open modal: to push; after a
    submit: to put in its place). *in_place*: the message or view that was pressed becomes this one.
    *errors*: block id → what is wrong with that field, and the modal stays open. *is_hint*: it may come too late
    to be shown, and nobody misses it.
    """

    text: str = ""
    blocks: Blocks = ()
    plain_blocks: Blocks = ()
    modal: View | None = None
    in_place: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    is_hint: bool = False

    @property
    def spoken(self) -> str:
        """What goes beside the blocks: all of it that a screen reader reads."""
        return spoken(self.text, self.plain_blocks or self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button, menu or picker that was used. *value* is its value or the chosen option's, date or member.

    *meta* and *values* are those of the modal it stands in, which is *shown*; *from_home* tells the Home tab. A message
    that only the member sees (*from_ephemeral*) is changed by the reply (`in_place`); a reminder is changed by
    the next tick, because everybody who got it sees the same. *at* is when, in seconds, as Slack counts them.
    """

    action_id: str
    value: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)
    view_id: str = ""
    view_hash: str = ""
    from_home: bool = False
    from_ephemeral: bool = False
    message_ts: str = ""
    shown: Mapping[str, Any] = field(default_factory=dict)
    at: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A submitted modal. *values*: block id → plain value (text, option value, list of them, member id, bool…)."""

    callback_id: str
    values: Mapping[str, Any]
    meta: Mapping[str, Any] = field(default_factory=dict)

    def text(self, block_id: str) -> str:
        return str(self.values.get(block_id) or "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedMessage:
    """A message on which a shortcut was used, perhaps in a conversation that the bot is not in."""

    text: str
    channel_id: str


def picked_of(body: Mapping[str, Any]) -> PickedMessage:
    return PickedMessage(text=str((body.get("message") or {}).get("text") or ""), channel_id=channel_of(body))


def person_field(form: Form, error: UserError) -> str:
    """The field in which the person stands whom a refusal is about; empty where it is about none."""
    chosen = error.params.get("member_id")
    return next((name for name, value in form.values.items() if chosen and value == chosen), "")


def press_of(body: Mapping[str, Any]) -> Press:
    action, view = body["actions"][0], body.get("view") or {}
    return Press(
        action_id=action["action_id"],
        value=str(plain_value(action) or ""),
        values=plain_values(view),
        meta=meta_of(view),
        view_id=view.get("id", ""),
        view_hash=view.get("hash", ""),
        from_home=view.get("type") == "home",
        from_ephemeral=bool((body.get("container") or {}).get("is_ephemeral")),
        message_ts=(body.get("message") or {}).get("ts", ""),
        shown={name: view[name] for name in VIEW if view.get(name)} if view.get("type") == "modal" else {},
        at=float(action.get("action_ts") or 0),
    )


def channel_of(body: Mapping[str, Any]) -> str:
    """Where something was pressed; empty in a modal and on the Home tab."""
    return str((body.get("channel") or {}).get("id", ""))


def form_of(view: Mapping[str, Any]) -> Form:
    return Form(callback_id=view["callback_id"], values=plain_values(view), meta=meta_of(view))


def meta_of(view: Mapping[str, Any]) -> dict[str, Any]:
    """The `private_metadata` of a view as a dictionary. It is no authorisation: check again at submit."""
    try:
        found = orjson.loads(view.get("private_metadata") or "{}")
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def plain_value(element: Mapping[str, Any]) -> Any:
    """What a member entered in one element of a view's state, as text, list of texts or None."""
    for key in ("value", "selected_date", "selected_time", "selected_date_time", "selected_user", "selected_channel"):
        if key in element:
            return element[key]
    for key in ("selected_users", "selected_channels", "selected_conversations", "files"):
        if key in element:
            return element[key]
    if "selected_options" in element:
        return [option["value"] for option in element["selected_options"] or ()]
    chosen = element.get("selected_option")
    return chosen["value"] if chosen else element.get("selected_conversation")


def plain_values(view: Mapping[str, Any]) -> dict[str, Any]:
    state = view.get("state", {}).get("values", {})
    return {block_id: plain_value(element) for block_id, by_id in state.items() for element in by_id.values()}
