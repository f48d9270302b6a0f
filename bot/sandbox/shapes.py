"""The JSON in which Slack shows members, channels, messages, views and files."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name

from bot.sandbox.core import Core
from bot.sandbox.team import Channel, FileRecord, Json, Member, Message, View
from bot.sandbox.workspace import BOT_USER_ID


def member_json(core: Core, member: Member, *, with_locale: bool = False) -> Json:
    shown: Json = {
        "id": member.id,
        "team_id": "TELSEWHERE" if member.is_stranger else core.workspace.team.id,
        "is_stranger": member.is_stranger,
        "name": member.name,
        "deleted": member.deleted,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 0,
        "profile": _profile(core, member),
    }
    if not member.deleted:
        shown |= _standing(member) | _zone(member, core.clock.now())
    if with_locale:
        shown["locale"] = member.locale
    return shown


def _profile(core: Core, member: Member) -> Json:
    profile: Json = {
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.display_name,
        "display_name_normalized": member.display_name,
        "title": member.title,
        "team": core.workspace.team.id,
    }
    if member.email and core.app.grants(("users:read.email",)):
        profile["email"] = member.email
    if member.is_bot:
        profile |= {"bot_id": core.app.bot_id, "api_app_id": core.app.app_id}
    return profile


def _standing(member: Member) -> Json:
    return {
        "real_name": member.real_name,
        "is_admin": member.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": member.is_guest,
        "is_ultra_restricted": False,
    }


def _zone(member: Member, now: datetime) -> Json:
    local = now.astimezone(ZoneInfo(member.tz))
    offset = local.utcoffset()
    return {
        "tz": member.tz,
        "tz_label": get_timezone_name(local, locale="en"),
        "tz_offset": int(offset.total_seconds()) if offset is not None else 0,
    }


def channel_json(core: Core, channel: Channel, *, with_count: bool = False) -> Json:
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "public",
        "is_org_shared": False,
        "context_team_id": core.workspace.team.id,
    }
    if channel.kind == "im":
        other = next((member for member in channel.members if member != BOT_USER_ID), "")
        return shown | {"user": other, "is_user_deleted": core.workspace.members[other].deleted}
    shown |= {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_general": channel.is_general,
        "is_member": BOT_USER_ID in channel.members,
        "creator": channel.creator,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
    }
    return shown | ({"num_members": len(channel.members)} if with_count else {})


def message_json(core: Core, message: Message, *, with_metadata: bool = True) -> Json:
    shown: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    if message.bot_id:
        shown |= {"bot_id": message.bot_id, "app_id": core.app.app_id, "bot_profile": bot_json(core)}
    shown["team"] = core.workspace.team.id
    shown |= {name: value for name, value in _parts(message).items() if value}
    if message.files:
        shown["files"] = [file_json(core, record) for record in message.files]
    if with_metadata and message.metadata:
        shown["metadata"] = message.metadata
    if message.reply_count:
        shown |= {"reply_users": list(message.reply_users), "reply_users_count": len(message.reply_users)}
    if message.reactions:
        shown["reactions"] = _reactions(message)
    return shown


def _parts(message: Message) -> Json:
    return {
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "subtype": message.subtype,
        "reply_count": message.reply_count,
        "latest_reply": message.latest_reply,
        "is_ephemeral": message.ephemeral_to is not None,
    }


def _reactions(message: Message) -> list[Json]:
    names = dict.fromkeys(name for name, _ in message.reactions)
    users = {name: [user for each, user in message.reactions if each == name] for name in names}
    return [{"name": name, "users": users[name], "count": len(users[name])} for name in names]


def bot_json(core: Core) -> Json:
    return {
        "id": core.app.bot_id,
        "app_id": core.app.app_id,
        "user_id": BOT_USER_ID,
        "name": core.app.name,
        "deleted": core.app.is_removed,
        "updated": 0,
        "team_id": core.workspace.team.id,
        "icons": {},
    }


def view_json(core: Core, view: View) -> Json:
    return {
        "id": view.id,
        "team_id": core.workspace.team.id,
        "app_id": core.app.app_id,
        "app_installed_team_id": core.workspace.team.id,
        "bot_id": core.app.bot_id,
        **_same(view, "type", "title", "submit", "close", "blocks", "private_metadata", "callback_id", "external_id"),
        "state": {"values": view.state},
        **_same(view, "hash", "clear_on_close", "notify_on_close"),
        "root_view_id": view.root_view_id or view.id,
        "previous_view_id": view.previous_view_id,
    }


def file_json(core: Core, record: FileRecord) -> Json:
    path = f"{core.url}/files-pri/{core.workspace.team.id}-{record.id}"
    return {
        "id": record.id,
        "created": record.created,
        "timestamp": record.created,
        **_same(record, "name", "title", "mimetype", "filetype"),
        "alt_txt": record.alt_text,
        "user": record.user,
        "size": len(record.content),
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": f"{path}/{record.name}",
        "url_private_download": f"{path}/download/{record.name}",
        "permalink": f"{core.url}/files/{record.user}/{record.id}/{record.name}",
        "channels": [each for each in record.channels if each.startswith("C")],
        "ims": [each for each in record.channels if each.startswith("D")],
        "groups": [],
    }


def _same(value: object, *names: str) -> Json:
    """The fields of *value* that Slack calls the same."""
    return {name: getattr(value, name) for name in names}
