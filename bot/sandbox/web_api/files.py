"""files.*: upload in three steps, and what is known of a file."""

from dataclasses import replace

from bot.sandbox import posts
from bot.sandbox.core import Core
from bot.sandbox.file_records import new_record
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import file_json
from bot.sandbox.team import Channel, FileRecord, Json
from bot.sandbox.web_api.arguments import Args, channel_of, names, nested, number, text
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID


def get_upload_url(core: Core, args: Args) -> Json:
    record = new_record(core, text(args, "filename"), b"", user=BOT_USER_ID, alt_text=text(args, "alt_txt"))
    if number(args, "length", 0) <= 0:
        raise Refusal("invalid_arguments", "[ERROR] must be greater than 0 [json-pointer:/length]")
    ticket = core.tickets.issue((record, number(args, "length", 0)))
    return {"upload_url": f"{core.url}/upload/v1/{ticket}", "file_id": record.id}


def receive_upload(core: Core, ticket: str, content: bytes) -> bool:
    """The second step: the bytes arrive at the address of the first. False when the address is not open."""
    issued = core.tickets.redeem(ticket)
    if issued is None or len(content) != issued[1]:
        return False
    core.workspace.put_file(replace(issued[0], content=content))
    return True


def complete_upload(core: Core, args: Args) -> Json:
    given = nested(args, "files") or []
    records = [_finished(core, each) for each in given]
    places = [channel_of(core, {"channel": name}) for name in _places(args)]
    for channel in places:
        _check_place(channel)
    for channel in places:
        _share(core, args, channel, records)
    return {"files": [file_json(core, core.workspace.files[record.id]) for record in records]}


def _finished(core: Core, given: Json) -> FileRecord:
    record = core.workspace.files.get(given.get("id", ""))
    if record is None:
        raise Refusal("file_not_found")
    return replace(record, title=given.get("title") or record.name)


def _places(args: Args) -> list[str]:
    return names(args, "channels") or ([text(args, "channel_id")] if text(args, "channel_id") else [])


def _check_place(channel: Channel) -> None:
    if channel.is_archived:
        raise Refusal("is_archived")
    if BOT_USER_ID not in channel.members:
        raise Refusal("not_in_channel")


def _share(core: Core, args: Args, channel: Channel, records: list[FileRecord]) -> None:
    shared = tuple(replace(record, channels=(*record.channels, channel.id)) for record in records)
    for record in shared:
        core.workspace.put_file(record)
    content = {"text": text(args, "initial_comment"), "blocks": nested(args, "blocks")}
    thread_ts = text(args, "thread_ts") or None
    posts.publish(core, core.bot_message(channel.id, content, files=shared, thread_ts=thread_ts))


def info(core: Core, args: Args) -> Json:
    record = core.workspace.files.get(text(args, "file"))
    if record is None:
        raise Refusal("file_not_found")
    if record.deleted:
        raise Refusal("file_deleted")
    return {"file": file_json(core, record), "comments": []}


def delete(core: Core, args: Args) -> Json:
    record = core.workspace.files.get(text(args, "file"))
    if record is None or record.deleted:
        raise Refusal("file_not_found")
    if record.user != BOT_USER_ID:
        raise Refusal("cant_delete_file")
    core.workspace.put_file(replace(record, deleted=True, content=b""))
    return {}


READ, WRITE = ("files:read",), ("files:write",)
METHODS = {
    "files.getUploadURLExternal": Method(run=get_upload_url, scopes=WRITE, required=("filename", "length")),
    "files.completeUploadExternal": Method(run=complete_upload, scopes=WRITE, required=("files",)),
    "files.info": Method(run=info, scopes=READ, required=("file",), tier_per_minute=100),
    "files.delete": Method(run=delete, scopes=WRITE, required=("file",)),
}
