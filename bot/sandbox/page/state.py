"""What the page shows, as JSON: one member's view of the workspace, and the record of API calls."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from bot.sandbox.core import Call, Core
from bot.sandbox.faults import EventFault, OutageKind
from bot.sandbox.shapes import view_json
from bot.sandbox.team import Channel, FileRecord, Json, Member, Message
from bot.sandbox.workspace import BOT_USER_ID

MESSAGES_SHOWN = 200
CALLS_SHOWN = 500
SECRETS = frozenset({"token"})
EVENTS = ("app_home_opened", "message", "app_mention", "user_change")


def state_json(core: Core, *, member_id: str, channel_id: str) -> Json:
    """All that the page shows to a member with a channel open; falls back to the first member and the app."""
    workspace = core.workspace
    clock = clock_json(core)  # asks the app, which may be waiting for the workspace: never under its lock
    with workspace.lock:
        member = acting_member(core, member_id)
        channels = seen_channels(core, member)
        channel = chosen_channel(channels, member, channel_id)
        return {
            "revision": workspace.revision,
            "team": {"id": workspace.team.id, "name": workspace.team.name},
            "me": member.id,
            "channel": channel.id,
            "members": [_member(each) for each in workspace.members.values()],
            "channels": [_channel(core, each, member) for each in channels],
            "messages": [_message(each) for each in _latest(_visible(core, channel, member))],
            "modals": [view_json(core, view) for view in workspace.modals.get(member.id, [])],
            "home": _home(core, member),
            "commands": _commands(core),
            "clock": clock,
            "faults": faults_json(core),
        }


def acting_member(core: Core, member_id: str) -> Member:
    people = [each for each in core.workspace.members.values() if not each.is_bot and not each.deleted]
    return next((each for each in people if each.id == member_id), people[0])


def seen_channels(core: Core, member: Member) -> list[Channel]:
    """The channels in a member's left column: public ones, their own private and direct ones, the app."""
    if not member.is_guest:
        core.workspace.direct_channel(member.id)
    found = [each for each in core.workspace.channels.values() if not each.is_archived]
    return [each for each in found if _is_seen(each, member)]


def _is_seen(channel: Channel, member: Member) -> bool:
    return member.id in channel.members or (channel.kind == "public" and not member.is_guest)


def chosen_channel(channels: Sequence[Channel], member: Member, channel_id: str) -> Channel:
    """The channel of that id, else the app's direct message, else (for guests) the first one."""
    by_id = {each.id: each for each in channels}
    return by_id.get(channel_id) or by_id.get("D" + member.id[1:]) or channels[0]


def _member(member: Member) -> Json:
    return {
        "id": member.id,
        "handle": member.name,
        "name": member.display_name or member.name,
        "real_name": member.real_name,
        "tz": member.tz,
        "locale": member.locale,
        "is_guest": member.is_guest,
        "is_bot": member.is_bot,
        "deactivated": member.deleted,
    }


def _channel(core: Core, channel: Channel, member: Member) -> Json:
    other = next((each for each in channel.members if each != member.id), "") if channel.kind == "im" else ""
    is_app = other == BOT_USER_ID
    return {
        "id": channel.id,
        "name": core.workspace.members[other].real_name if other else channel.name,
        "kind": "app" if is_app else channel.kind,
        "user": other,
        "topic": channel.topic,
        "people": sorted(channel.members),
        "recent": [each.ts for each in _visible(core, channel, member)[-100:] if each.user != member.id],
    }


def _visible(core: Core, channel: Channel, member: Member) -> list[Message]:
    return core.workspace.visible_messages(channel.id, member.id)


def _latest(messages: Sequence[Message]) -> list[Message]:
    """The newest messages with the parents of their threads."""
    shown = messages[-MESSAGES_SHOWN:]
    missing = {each.thread_ts for each in shown if each.is_reply} - {each.ts for each in shown}
    return [each for each in messages if each.ts in missing] + list(shown)


def _message(message: Message) -> Json:
    return {
        "ts": message.ts,
        "channel": message.channel,
        "user": message.user,
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "is_reply": message.is_reply and not message.is_broadcast,
        "edited": message.edited,
        "ephemeral": message.ephemeral_to is not None,
        "reply_count": message.reply_count,
        "files": [file_card(each) for each in message.files],
    }


def file_card(record: FileRecord) -> Json:
    return {
        "id": record.id,
        "name": record.name,
        "title": record.title,
        "mimetype": record.mimetype,
        "size": len(record.content),
        "alt_text": record.alt_text,
    }


def _home(core: Core, member: Member) -> Json | None:
    view = core.workspace.homes.get(member.id)
    return view_json(core, view) if view else None


def _commands(core: Core) -> list[Json]:
    return [
        {"command": each.command, "usage_hint": each.usage_hint, "description": each.description}
        for each in (core.app.commands or {}).values()
    ]


def clock_json(core: Core) -> Json:
    upcoming = core.clock.next_reminder() if core.clock.next_reminder else None
    return {
        "now": core.clock.now().isoformat(),
        "stopped": core.clock.is_stopped,
        "next_reminder": upcoming.isoformat() if upcoming else None,
    }


def faults_json(core: Core) -> Json:
    pending = [{"method": name, "faults": list(kinds)} for name, kinds in core.faults.pending().items()]
    methods = sorted({"*", "chat.postMessage", "chat.update", "views.open"} | {each.method for each in core.calls})
    return {
        "kinds": [kind for kind in get_args(OutageKind) if kind != "ok"],
        "event_kinds": [kind for kind in get_args(EventFault) if kind != "ok"],
        "methods": methods,
        "events": list(EVENTS),
        "pending": pending,
    }


def calls_json(core: Core, *, after: int) -> Json:
    """The calls from the one numbered *after* on, the newest ones when there are too many."""
    calls = core.calls
    last = len(calls)
    first = max(after, last - CALLS_SHOWN)
    return {"calls": [_call(number, calls[number]) for number in range(first, last)], "last": last}


def _call(number: int, call: Call) -> Json:
    return {
        "n": number,
        "at": call.at.isoformat(),
        "method": call.method,
        "args": _without_secrets(call.args),
        "verdict": call.verdict,
    }


def _without_secrets(args: Mapping[str, Any]) -> Json:
    return {name: value for name, value in args.items() if name not in SECRETS}
