"""chat.*: messages of the app."""

from collections.abc import Callable
from dataclasses import replace

from bot.sandbox import limits, posts
from bot.sandbox.core import Core
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import message_json
from bot.sandbox.team import Channel, Json, Message
from bot.sandbox.web_api.arguments import Args, channel_of, flag, member_of, nested, text
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID

Check = Callable[[Args], limits.Fault | None]


def post_message(core: Core, args: Args) -> Json:
    channel = _place(core, args)
    content = _content(args, limits.check_message)
    thread_ts = _thread(core, channel, text(args, "thread_ts"))
    message = core.bot_message(channel.id, content, thread_ts=thread_ts, is_broadcast=flag(args, "reply_broadcast"))
    posts.publish(core, message)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(core, message)}


def post_ephemeral(core: Core, args: Args) -> Json:
    channel = _place(core, args)
    user = member_of(core, text(args, "user"))
    if user.id not in channel.members:
        raise Refusal("user_not_in_channel")
    content = _content(args, limits.check_message)
    message = core.bot_message(channel.id, content, ephemeral_to=user.id, thread_ts=text(args, "thread_ts") or None)
    core.workspace.put_message(message)
    return {"message_ts": message.ts}


def update(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    message = _own_message(core, channel, text(args, "ts"), "cant_update_message")
    content = _content(args, limits.check_update)
    changed = replace(message, **posts.changes(core, message, content))
    posts.publish_change(core, changed, before=message)
    shown = message_json(core, changed)
    return {"channel": channel.id, "ts": changed.ts, "text": changed.text, "message": shown}


def delete(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    message = _own_message(core, channel, text(args, "ts"), "cant_delete_message")
    posts.publish_deletion(core, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(core: Core, args: Args) -> Json:
    channel = channel_of(core, args)
    ts = text(args, "message_ts")
    if core.workspace.message(channel.id, ts) is None:
        raise Refusal("message_not_found")
    permalink = f"https://{core.workspace.team.domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": permalink}


def _place(core: Core, args: Args) -> Channel:
    """Where a message goes: a channel by id or name, or a member's direct message; raises as Slack does."""
    given = text(args, "channel")
    if given in core.workspace.members:
        return _direct_place(core, given)
    named = next((each for each in core.workspace.channels.values() if each.name == given.lstrip("#")), None)
    channel = channel_of(core, {"channel": named.id if named and not named.is_direct else given})
    if channel.is_archived:
        raise Refusal("is_archived")
    may_post = channel.kind == "public" and core.app.scopes and "chat:write.public" in core.app.scopes
    if BOT_USER_ID not in channel.members and not may_post:
        raise Refusal("not_in_channel")
    return channel


def _direct_place(core: Core, user_id: str) -> Channel:
    member = core.workspace.members[user_id]
    if member.is_bot:
        raise Refusal("cannot_dm_bot")
    if member.deleted:
        raise Refusal("channel_not_found")
    return core.workspace.direct_channel(user_id)


def _thread(core: Core, channel: Channel, thread_ts: str) -> str | None:
    """The parent's timestamp, also for that of a reply; a thread that does not exist is the channel itself."""
    parent = core.workspace.message(channel.id, thread_ts) if thread_ts else None
    return None if parent is None else parent.thread_ts or parent.ts


def _own_message(core: Core, channel: Channel, ts: str, error: str) -> Message:
    message = core.workspace.message(channel.id, ts)
    if message is None or message.ephemeral_to is not None:
        raise Refusal("message_not_found")
    if message.bot_id != core.app.bot_id:
        raise Refusal(error)
    if channel.is_archived:
        raise Refusal("is_archived")
    return message


def _content(args: Args, check: Check) -> Json:
    """The arguments with the structures within them unpacked, once *check* lets them pass."""
    fault = check(args)
    if fault is not None:
        raise Refusal(fault.error, *fault.messages)
    structures: Json = {field: nested(args, field) for field in ("blocks", "attachments", "metadata") if field in args}
    return {**args, **structures}


WRITE = ("chat:write",)
METHODS = {
    "chat.postMessage": Method(run=post_message, scopes=WRITE, required=("channel",), tier_per_minute=60),
    "chat.postEphemeral": Method(run=post_ephemeral, scopes=WRITE, required=("channel", "user"), tier_per_minute=100),
    "chat.update": Method(run=update, scopes=WRITE, required=("channel", "ts")),
    "chat.delete": Method(run=delete, scopes=WRITE, required=("channel", "ts")),
    "chat.getPermalink": Method(run=get_permalink, required=("channel", "message_ts"), tier_per_minute=1000),
}
