"""Arguments as they come over the wire: all text in a form, typed in JSON, JSON text within a form."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from typing import Any, TypeVar

from bot.sandbox.core import Core
from bot.sandbox.refusal import Refusal
from bot.sandbox.team import Channel, Json, Member
from bot.sandbox.workspace import BOT_USER_ID

Args = dict[str, Any]
T = TypeVar("T")


def text(args: Args, field: str, default: str = "") -> str:
    found = args.get(field)
    return default if found is None else str(found)


def flag(args: Args, field: str) -> bool:
    return str(args.get(field)).lower() in ("1", "true")


def number(args: Args, field: str, default: int) -> int:
    try:
        return int(args.get(field) or default)
    except ValueError:
        raise Refusal("invalid_arguments", f"[ERROR] must be an integer [json-pointer:/{field}]") from None


def names(args: Args, field: str) -> list[str]:
    """A list, or text with commas."""
    found = args.get(field) or []
    return found if isinstance(found, list) else [name.strip() for name in str(found).split(",") if name.strip()]


def nested(args: Args, field: str) -> Any:
    """A structure that a form carries as JSON text; raises `Refusal("invalid_arguments")` when it is not JSON."""
    found = args.get(field)
    if not isinstance(found, str):
        return found
    try:
        return json.loads(found)
    except json.JSONDecodeError:
        raise Refusal("invalid_arguments", f"[ERROR] could not parse JSON [json-pointer:/{field}]") from None


def page_of(everything: Sequence[T], args: Args, default_limit: int = 100) -> tuple[list[T], Json]:
    """One page by `cursor` and `limit`, and the `response_metadata` that leads to the next."""
    start, limit = cursor_value(args), min(number(args, "limit", default_limit), 1000)
    following = start + limit
    cursor = cursor_for(following) if following < len(everything) else ""
    return list(everything[start:following]), {"response_metadata": {"next_cursor": cursor}}


def cursor_for(value: int | str) -> str:
    return b64encode(f"next:{value}".encode()).decode()


def cursor_text(args: Args) -> str:
    given = text(args, "cursor")
    if not given:
        return ""
    try:
        decoded = b64decode(given, validate=True).decode()
    except (NotBase64, UnicodeDecodeError):
        raise Refusal("invalid_cursor") from None
    if not decoded.startswith("next:"):
        raise Refusal("invalid_cursor")
    return decoded.removeprefix("next:")


def cursor_value(args: Args) -> int:
    return int(cursor_text(args) or 0)


def channel_of(core: Core, args: Args, field: str = "channel") -> Channel:
    """The channel an id names, as far as the app may see it."""
    channel = core.workspace.channels.get(text(args, field))
    if channel is None or (channel.kind != "public" and BOT_USER_ID not in channel.members):
        raise Refusal("channel_not_found")
    return channel


def member_of(core: Core, user_id: str) -> Member:
    member = core.workspace.members.get(user_id)
    if member is None:
        raise Refusal("user_not_found")
    return member
