"""Messages on their way into a channel, and the events that tell the app of them."""

from typing import Any

from bot.sandbox.core import Core
from bot.sandbox.deliveries import EventDelivery
from bot.sandbox.shapes import message_json
from bot.sandbox.team import Channel, Json, Message
from bot.sandbox.workspace import BOT_USER_ID

CHANNEL_TYPES = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
EVENT_NAMES = {
    "public": "message.channels",
    "private": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


def publish(core: Core, message: Message) -> list[EventDelivery]:
    """Put a new message into its channel; gives the deliveries of the events that it causes."""
    core.workspace.put_message(message)
    shown = message_json(core, message)
    sent = _tell(core, message.channel, shown | {"event_ts": message.ts})
    mentions_app = f"<@{BOT_USER_ID}" in message.text and message.bot_id is None
    if mentions_app and not core.workspace.channels[message.channel].is_direct:
        mention = shown | {"type": "app_mention", "channel": message.channel, "event_ts": message.ts}
        sent += send_event(core, "app_mention", mention)
    return sent


def publish_change(core: Core, message: Message, *, before: Message) -> None:
    core.workspace.put_message(message)
    event = {
        "type": "message",
        "subtype": "message_changed",
        "message": message_json(core, message),
        "previous_message": message_json(core, before),
    }
    _tell(core, message.channel, event | _hidden(core))


def publish_deletion(core: Core, message: Message) -> None:
    core.workspace.remove_message(message.channel, message.ts)
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "deleted_ts": message.ts,
        "previous_message": message_json(core, message),
    }
    _tell(core, message.channel, event | _hidden(core))


def changes(core: Core, message: Message, content: Json) -> dict[str, Any]:
    """What an update changes: text alone removes the blocks, blocks alone keep the text; no `edited` mark
    on messages with blocks (docs.slack.dev/reference/methods/chat.update)."""
    fields: dict[str, Any] = {}
    if content.get("text") is not None:
        fields |= {"text": content["text"], "blocks": []}
    if content.get("blocks") is not None:
        fields["blocks"] = core.with_block_ids(content["blocks"])
    else:
        fields["edited"] = {"user": message.user, "ts": core.workspace.next_ts(core.clock.now())}
    if content.get("attachments") is not None:
        fields["attachments"] = content["attachments"]
    if content.get("metadata") is not None:
        fields["metadata"] = content["metadata"] or None
    return fields


def send_event(core: Core, name: str, event: Json) -> list[EventDelivery]:
    """Send *event* when the app subscribed to *name*."""
    if not core.app.subscribes_to(name):
        return []
    payload: Json = {
        "token": core.app.verification_token,
        "team_id": core.workspace.team.id,
        "api_app_id": core.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": core.workspace.new_id("Ev"),
        "event_time": int(core.clock.now().timestamp()),
        "authorizations": [_authorization(core)],
        "is_ext_shared_channel": False,
        "event_context": core.workspace.new_id("4-"),
    }
    return [core.deliveries.announce(payload)]


def joining(core: Core, user_id: str, channel: Channel, event_type: str = "member_joined_channel") -> tuple[str, Json]:
    """The event of somebody's coming or going, by name and content."""
    return event_type, {
        "type": event_type,
        "user": user_id,
        "channel": channel.id,
        "channel_type": "G" if channel.kind == "private" else "C",
        "team": core.workspace.team.id,
        "event_ts": core.workspace.next_ts(core.clock.now()),
    }


def _authorization(core: Core) -> Json:
    return {
        "enterprise_id": None,
        "team_id": core.workspace.team.id,
        "user_id": BOT_USER_ID,
        "is_bot": True,
        "is_enterprise_install": False,
    }


def _tell(core: Core, channel_id: str, event: Json) -> list[EventDelivery]:
    channel: Channel = core.workspace.channels[channel_id]
    if BOT_USER_ID not in channel.members:
        return []
    where = {"channel": channel.id, "channel_type": CHANNEL_TYPES[channel.kind]}
    return send_event(core, EVENT_NAMES[channel.kind], event | where)


def _hidden(core: Core) -> Json:
    ts = core.workspace.next_ts(core.clock.now())
    return {"hidden": True, "ts": ts, "event_ts": ts}
