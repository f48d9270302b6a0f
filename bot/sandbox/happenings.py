"""What happens in a workspace without the app's doing: people change, come and go, channels close."""

from dataclasses import replace
from typing import Any

from bot.sandbox import posts
from bot.sandbox.core import Core
from bot.sandbox.shapes import member_json
from bot.sandbox.team import Json, Member
from bot.sandbox.workspace import BOT_USER_ID

READING = {"public": "channels:read", "private": "groups:read", "mpim": "mpim:read", "im": "im:read"}


def change_member(core: Core, user_id: str, **changes: Any) -> Member:
    member = replace(core.workspace.members[user_id], **changes)
    core.workspace.put_member(member)
    shown = member_json(core, member, with_locale=True)
    announce(core, "user_change", {"user": shown, "cache_ts": int(core.clock.now().timestamp())})
    return member


def add_member(core: Core, member: Member) -> None:
    core.workspace.put_member(member)
    announce(core, "team_join", {"user": member_json(core, member, with_locale=True)})


def join(core: Core, user_id: str, channel_id: str) -> None:
    core.workspace.set_membership(channel_id, user_id, is_member=True)
    _come_or_go(core, user_id, channel_id, "member_joined_channel")


def leave(core: Core, user_id: str, channel_id: str) -> None:
    """The app hears of others' leaving by `member_left_channel`, of its own by `channel_left`."""
    core.workspace.set_membership(channel_id, user_id, is_member=False)
    if user_id != BOT_USER_ID:
        _come_or_go(core, user_id, channel_id, "member_left_channel")
        return
    is_private = core.workspace.channels[channel_id].kind == "private"
    announce(core, "group_left" if is_private else "channel_left", {"channel": channel_id, "actor_id": user_id})


def make_private(core: Core, channel_id: str) -> None:
    """A public channel becomes a private one; no event that a bot can subscribe to tells of it."""
    core.workspace.put_channel(replace(core.workspace.channels[channel_id], kind="private"))


def archive(core: Core, channel_id: str) -> None:
    channel = replace(core.workspace.channels[channel_id], is_archived=True)
    core.workspace.put_channel(channel)
    event_type = "group_archive" if channel.kind == "private" else "channel_archive"
    announce(core, event_type, {"channel": channel_id, "user": channel.creator})


def uninstall(core: Core) -> None:
    announce(core, "tokens_revoked", {"tokens": {"oauth": [], "bot": [BOT_USER_ID]}})
    announce(core, "app_uninstalled", {})
    core.app.is_removed = True


def announce(core: Core, event_type: str, fields: Json) -> None:
    """Send an event, when the app subscribed to it, and wait until it was taken or put off."""
    event = {"type": event_type, **fields, "event_ts": core.workspace.next_ts(core.clock.now())}
    for delivery in posts.send_event(core, event_type, event):
        delivery.wait(core.deliveries.longest_wait)


def _come_or_go(core: Core, user_id: str, channel_id: str, event_type: str) -> None:
    """Told to an app that is there too, and may read channels of this kind (docs.slack.dev/reference/events)."""
    channel = core.workspace.channels[channel_id]
    _, event = posts.joining(core, user_id, channel, event_type)
    if BOT_USER_ID in channel.members and core.app.grants((READING[channel.kind],)):
        announce(core, event_type, event)
