"""A file as Slack keeps it."""

import mimetypes

from bot.sandbox.core import Core
from bot.sandbox.team import FileRecord


def new_record(
    core: Core, name: str, content: bytes, *, user: str, alt_text: str = "", mimetype: str = ""
) -> FileRecord:
    suffix = name.rpartition(".")[2].lower() if "." in name else "text"
    return FileRecord(
        id=core.workspace.new_id("F"),
        name=name,
        title=name,
        mimetype=mimetype or mimetypes.guess_type(name)[0] or "text/plain",
        filetype=suffix,
        content=content,
        user=user,
        created=int(core.clock.now().timestamp()),
        alt_text=alt_text,
    )
