"""canvases.* and conversations.canvases.*: documents that stand in a channel's tabs. They are files, as in Slack.

Sources: docs.slack.dev/reference/methods: conversations.canvases.create, canvases.create, canvases.edit.
"""

from dataclasses import replace

from bot.sandbox.core import Core
from bot.sandbox.file_records import new_record
from bot.sandbox.refusal import Refusal
from bot.sandbox.team import FileRecord, Json
from bot.sandbox.web_api.arguments import Args, channel_of, nested, text
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID

MIMETYPE, FILETYPE = "application/vnd.slack-docs", "quip"
CHANNEL_CANVAS = "channel_canvas"
"""The one canvas of a channel, by the record's name; all others are tabs of their own."""
LONGEST = 1_048_576
OPERATIONS = frozenset(
    {"insert_after", "insert_before", "insert_at_start", "insert_at_end", "replace", "delete", "rename"}
)


def create_for_channel(core: Core, args: Args) -> Json:
    channel = channel_of(core, args, "channel_id")
    if BOT_USER_ID not in channel.members:
        raise Refusal("restricted_action")
    if any(each.name == CHANNEL_CANVAS and channel.id in each.channels for each in canvases(core)):
        raise Refusal("channel_canvas_already_exists")
    return _created(core, args, name=CHANNEL_CANVAS, channels=(channel.id,))


def create(core: Core, args: Args) -> Json:
    """With a channel it becomes one of that channel's tabs."""
    channels: tuple[str, ...] = ()
    if text(args, "channel_id"):
        channel = channel_of(core, args, "channel_id")
        if BOT_USER_ID not in channel.members:
            raise Refusal("restricted_action")
        channels = (channel.id,)
    return _created(core, args, name="canvas", channels=channels)


def _created(core: Core, args: Args, *, name: str, channels: tuple[str, ...]) -> Json:
    content = _markdown(nested(args, "document_content") or {"type": "markdown", "markdown": ""})
    record = new_record(core, name, content, user=BOT_USER_ID, mimetype=MIMETYPE)
    title = text(args, "title") or "Untitled"
    core.workspace.put_file(replace(record, title=title, filetype=FILETYPE, channels=channels))
    return {"canvas_id": record.id}


def edit(core: Core, args: Args) -> Json:
    """Only whole-canvas operations; sections have no ids here."""
    record = core.workspace.files.get(text(args, "canvas_id"))
    if record is None or record.deleted or record.filetype != FILETYPE:
        raise Refusal("canvas_not_found")
    changes = nested(args, "changes")
    if not isinstance(changes, list) or len(changes) != 1 or changes[0].get("operation") not in OPERATIONS:
        raise Refusal("invalid_arguments", "[ERROR] one change with a known operation [json-pointer:/changes]")
    core.workspace.put_file(_changed(record, changes[0]))
    return {}


def _changed(record: FileRecord, change: Json) -> FileRecord:
    if change.get("section_id") or change["operation"] in ("insert_after", "insert_before", "delete"):
        raise Refusal("canvas_editing_failed")
    if change["operation"] == "rename":
        return replace(record, title=str((change.get("title_content") or {}).get("markdown", "")))
    content = _markdown(change.get("document_content") or {})
    if change["operation"] == "insert_at_start":
        return replace(record, content=content + b"\n" + record.content)
    if change["operation"] == "insert_at_end":
        return replace(record, content=record.content + b"\n" + content)
    return replace(record, content=content)


def _markdown(content: Json) -> bytes:
    written = content.get("markdown") if isinstance(content, dict) else None
    if not isinstance(written, str) or content.get("type") != "markdown" or len(written) > LONGEST:
        raise Refusal("invalid_arguments", "[ERROR] markdown expected [json-pointer:/document_content]")
    return written.encode()


def canvases(core: Core) -> list[FileRecord]:
    return [each for each in core.workspace.files.values() if each.filetype == FILETYPE and not each.deleted]


WRITE = ("canvases:write",)
METHODS = {
    "conversations.canvases.create": Method(
        run=create_for_channel, scopes=WRITE, required=("channel_id",), tier_per_minute=20
    ),
    "canvases.create": Method(run=create, scopes=WRITE, tier_per_minute=20),
    "canvases.edit": Method(run=edit, scopes=WRITE, required=("canvas_id", "changes")),
}
