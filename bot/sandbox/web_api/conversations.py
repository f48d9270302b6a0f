"""conversations.*: channels, their members and what was said in them."""

from bot.sandbox.core import Core
from bot.sandbox.posts import joining, send_event
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import channel_json, message_json
from bot.sandbox.team import Channel, Json, Message
from bot.sandbox.web_api.arguments import (
    Args,
    channel_of,
    cursor_for,
    cursor_text,
    flag,
    member_of,
    names,
    number,
    page_of,
    text,
)
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID

FAMILIES = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
MOST_MEMBERS = 999
"""Of one page (docs.slack.dev/reference/methods/conversations.members)."""
LIST_TYPES = {"public": "public_channel", "private": "private_channel", "im": "im", "mpim": "mpim"}


def any_family(right: str) -> tuple[str, ...]:
    return tuple(f"{family}:{right}" for family in FAMILIES.values())


def open_conversation(core: Core, args: Args) -> Json:
    if text(args, "channel"):
        channel = channel_of(core, args)
        if not channel.is_direct:
            raise Refusal("method_not_supported_for_channel_type")
    else:
        channel = _conversation_with(core, names(args, "users"))
    shown = channel_json(core, channel) if flag(args, "return_im") else {"id": channel.id}
    return {"channel": shown}


def _conversation_with(core: Core, users: list[str]) -> Channel:
    if not users:
        raise Refusal("users_list_not_supplied")
    if len(users) > 8:
        raise Refusal("too_many_users")
    for member in [member_of(core, user) for user in users]:
        if member.is_bot:
            raise Refusal("cannot_dm_bot")
        if member.deleted:
            raise Refusal("user_disabled")
    return core.workspace.direct_channel(users[0]) if len(users) == 1 else _group(core, users)


def _group(core: Core, users: list[str]) -> Channel:
    if not core.app.grants(("mpim:write",)):
        raise Refusal("missing_scope", needed="mpim:write", provided=",".join(sorted(core.app.scopes or ())))
    people = frozenset([*users, BOT_USER_ID])
    known = (each for each in core.workspace.channels.values() if each.kind == "mpim")
    channel = next((each for each in known if each.members == people), None)
    if channel is None:
        channel = Channel(id=core.workspace.new_id("G"), name="mpdm", kind="mpim", members=people)
        core.workspace.put_channel(channel)
    return channel


def list_conversations(core: Core, args: Args) -> Json:
    return _listed(core, args, {*core.workspace.members})


def users_conversations(core: Core, args: Args) -> Json:
    user = text(args, "user") or BOT_USER_ID
    return _listed(core, args, {member_of(core, user).id}, only_joined=True)


def _listed(core: Core, args: Args, people: set[str], *, only_joined: bool = False) -> Json:
    types = names(args, "types") or ["public_channel"]
    _check_types(core, types)
    found = [
        channel
        for channel in core.workspace.channels.values()
        if LIST_TYPES[channel.kind] in types
        and (channel.kind == "public" or BOT_USER_ID in channel.members)
        and not (only_joined and channel.members.isdisjoint(people))
        and not (channel.is_archived and flag(args, "exclude_archived"))
    ]
    page, more = page_of(found, args)
    return {"channels": [channel_json(core, each, with_count=not only_joined) for each in page], **more}


def _check_types(core: Core, types: list[str]) -> None:
    wanted = [FAMILIES[kind] for kind, name in LIST_TYPES.items() if name in types]
    if len(wanted) != len(types):
        raise Refusal("invalid_types")
    for family in wanted:
        _need(core, f"{family}:read")


def _need(core: Core, scope: str) -> None:
    if not core.app.grants((scope,)):
        raise Refusal("missing_scope", needed=scope, provided=",".join(sorted(core.app.scopes or ())))


def info(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    _need(core, f"{FAMILIES[channel.kind]}:read")
    shown = channel_json(core, channel, with_count=flag(args, "include_num_members"))
    if flag(args, "include_locale"):
        shown["locale"] = "en-US"
    return {"channel": shown}


def members(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    _need(core, f"{FAMILIES[channel.kind]}:read")
    if not 1 <= number(args, "limit", 100) <= MOST_MEMBERS:
        raise Refusal("invalid_limit")
    page, more = page_of(sorted(channel.members), args)
    return {"members": page, **more}


def join(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    if channel.is_archived:
        raise Refusal("is_archived")
    if channel.kind != "public":
        raise Refusal("method_not_supported_for_channel_type")
    if BOT_USER_ID not in channel.members:
        core.workspace.set_membership(channel.id, BOT_USER_ID, is_member=True)
        send_event(core, *joining(core, BOT_USER_ID, channel))
    return {"channel": channel_json(core, core.workspace.channels[channel.id])}


def history(core: Core, args: Args) -> Json:
    channel = _readable(core, args)
    limit = min(max(number(args, "limit", 100), 1), 999)
    cursor = cursor_text(args)
    found, has_more = core.workspace.log(channel.id).page(
        oldest=_stamp(args, "oldest", "0"),
        latest=cursor or _stamp(args, "latest", "9999999999.999999"),
        inclusive=flag(args, "inclusive") and not cursor,
        limit=limit,
    )
    body: Json = {"messages": _shown(core, args, found), "has_more": has_more, "pin_count": 0}
    if has_more:
        body["response_metadata"] = {"next_cursor": cursor_for(found[-1].ts)}
    return body


def replies(core: Core, args: Args) -> Json:
    channel = _readable(core, args)
    message = core.workspace.message(channel.id, text(args, "ts"))
    if message is None or message.ephemeral_to is not None:
        raise Refusal("thread_not_found")
    oldest, latest = _stamp(args, "oldest", "0"), _stamp(args, "latest", "9999999999.999999")
    thread = core.workspace.log(channel.id).thread(message.thread_ts or message.ts)
    inside = [each for each in thread if oldest < each.ts < latest or _is_edge(args, each, oldest, latest)]
    page, more = page_of(inside, args, default_limit=1000)
    return {"messages": _shown(core, args, page), "has_more": bool(more["response_metadata"]["next_cursor"]), **more}


def _is_edge(args: Args, message: Message, oldest: str, latest: str) -> bool:
    return flag(args, "inclusive") and message.ts in (oldest, latest)


def _stamp(args: Args, field: str, default: str) -> str:
    """A time given as seconds, in the fixed width in which timestamps compare as text."""
    given = text(args, field, default)
    try:
        seconds, _, micros = given.partition(".")
        return f"{int(seconds):010d}.{micros:0<6}"[:17]
    except ValueError:
        raise Refusal(f"invalid_ts_{field}") from None


def _readable(core: Core, args: Args) -> Channel:
    channel = channel_of(core, args)
    _need(core, f"{FAMILIES[channel.kind]}:history")
    if BOT_USER_ID not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def _shown(core: Core, args: Args, found: list[Message]) -> list[Json]:
    with_metadata = flag(args, "include_all_metadata")
    return [message_json(core, each, with_metadata=with_metadata) for each in found]


READ, HISTORY = any_family("read"), any_family("history")
METHODS = {
    "conversations.open": Method(run=open_conversation, scopes=("im:write", "mpim:write")),
    "conversations.list": Method(run=list_conversations, scopes=READ, tier_per_minute=20),
    "conversations.info": Method(run=info, scopes=READ, required=("channel",)),
    "conversations.members": Method(run=members, scopes=READ, required=("channel",), tier_per_minute=100),
    "conversations.history": Method(run=history, scopes=HISTORY, required=("channel",)),
    "conversations.replies": Method(run=replies, scopes=HISTORY, required=("channel", "ts")),
    "conversations.join": Method(run=join, scopes=("channels:join",), required=("channel",)),
    "users.conversations": Method(run=users_conversations, scopes=READ),
}
