"""What goes out beside messages: files by upload v2 (scope files:write), canvases (scope canvases:write)."""

import re
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from slack_sdk import WebClient

from bot.domain.errors import GiveUp
from bot.ports import Upload
from handlers.slack.errors import TRANSPORT, failure_of

SCOPE = "files:write"
KNOWN_FOR = 300.0
"""Seconds for which a scope that was given is taken to be given still."""
HAS_ONE = frozenset({"channel_canvas_already_exists", "free_team_canvas_tab_already_exists"})
"""The channel's own canvas is somebody's already: ours becomes a tab beside it."""


class SlackSharing:
    """*client* tries each call once."""

    def __init__(self, client: WebClient, *, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._elapsed = elapsed
        self._given_at: float | None = None

    def can_send(self) -> bool:
        """By the scopes that Slack names in the head of its answers; where it names none, it is worth a try."""
        if self._given_at is not None and self._elapsed() - self._given_at < KNOWN_FOR:
            return True
        try:
            told = self._client.auth_test().headers
        except TRANSPORT:
            return True
        scopes = next((value for name, value in told.items() if name.lower() == "x-oauth-scopes"), SCOPE)
        if SCOPE not in re.split(r"[,\s]+", str(scopes)):  # `remote_files:write` is another
            return False
        self._given_at = self._elapsed()
        return True

    def send(self, recipient_id: str, uploads: Sequence[Upload], comment: str) -> None:
        files = [
            {"filename": each.name, "content": each.content, "title": each.title or each.name, "alt_txt": each.alt}
            for each in uploads
        ]

        def sent() -> None:
            channel = self._channel_of(recipient_id)
            self._client.files_upload_v2(channel=channel, file_uploads=list(files), initial_comment=comment)

        self._tried(sent, is_sending=True)

    def write_canvas(self, channel_id: str, canvas_id: str, *, title: str, markdown: str) -> str:
        """Sources: docs.slack.dev/reference/methods: conversations.canvases.create, canvases.create, canvases.edit."""
        content = {"type": "markdown", "markdown": markdown}
        if canvas_id:
            changes = [{"operation": "replace", "document_content": content}]
            self._tried(lambda: self._client.canvases_edit(canvas_id=canvas_id, changes=changes))
            return canvas_id
        made = {"channel_id": channel_id, "title": title, "document_content": content}
        try:
            answer = self._tried(lambda: self._client.api_call("conversations.canvases.create", json=made))
        except GiveUp as error:
            if error.code not in HAS_ONE:
                raise
            answer = self._tried(lambda: self._client.api_call("canvases.create", json=made))
        return str(answer["canvas_id"])

    def _channel_of(self, recipient_id: str) -> str:
        if not recipient_id.startswith(("U", "W")):
            return recipient_id
        return str(self._client.conversations_open(users=[recipient_id])["channel"]["id"])

    def _tried(self, call: Callable[[], Any], *, is_sending: bool = False) -> Any:
        try:
            return call()
        except TRANSPORT as error:
            raise failure_of(error, now=datetime.now(UTC), is_sending=is_sending) from error
