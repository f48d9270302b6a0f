"""Files in and out of Slack: only Slack's own addresses are ever fetched."""

import urllib.request
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import UserError
from bot.domain.limits import FILE_BYTES
from bot.ports import Outgoing, Upload
from handlers.slack.errors import TRANSPORT, failure_of

FILES_HOST = "files.slack.com"
RESERVED = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in an address as it is (RFC 3986); a file's name in it may hold anything else."""


class SlackFiles:
    """Downloads what a member dropped, with the bot's token; sends files by upload v2 (scope files:write)."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def known(self, file: dict[str, Any]) -> dict[str, Any]:
        """A file of Slack Connect arrives as a stub, which has to be asked about."""
        if file.get("url_private_download") or file.get("url_private"):
            return file
        try:
            found: dict[str, Any] = self._client.files_info(file=str(file.get("id", "")))["file"]
        except SlackApiError as refused:
            missing = refused.response["error"] == "missing_scope"
            raise UserError("file-scope" if missing else "file-gone") from refused
        except TRANSPORT as failure:
            raise UserError("file-gone") from failure
        return found

    def download(self, file: dict[str, Any]) -> bytes:
        """The content of a file of an event. Raises `UserError`: "file-scope", "file-too-large", "file-gone"."""
        url = quote(str(file.get("url_private_download") or file.get("url_private")), safe=RESERVED)
        self._refuse_strangers(url)
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self._client.token}"})  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 the host was checked
                content: bytes = answer.read(FILE_BYTES + 1)
                is_page = answer.headers.get_content_type() == "text/html"
        except TRANSPORT as failure:
            raise UserError("file-scope" if getattr(failure, "code", 0) in (401, 403) else "file-gone") from failure
        if is_page:  # Slack's sign-in page, with status 200
            raise UserError("file-scope")
        if len(content) > FILE_BYTES:
            raise UserError("file-too-large", limit=FILE_BYTES // 1024 // 1024)
        return content

    def send(self, member_id: str, upload: Upload, message: Outgoing) -> None:
        """Raises `GiveUp` where the scope is missing or Slack refuses the file, else `TryLater`, `OutcomeUnknown`."""
        try:
            channel = self._client.conversations_open(users=[member_id])["channel"]["id"]
            self._client.files_upload_v2(
                channel=channel,
                filename=upload.name,
                title=upload.title or upload.name,
                content=upload.content,
                initial_comment=message.text,
            )
        except TRANSPORT as error:
            raise failure_of(error, now=datetime.now(UTC), is_sending=True) from error

    def _refuse_strangers(self, url: str) -> None:
        asked, own = urlsplit(url), urlsplit(self._client.base_url)
        is_slack = asked.scheme == "https" and asked.netloc == FILES_HOST
        is_local = asked.netloc == own.netloc and own.hostname in ("127.0.0.1", "localhost")
        if not (is_slack or is_local):
            raise UserError("file-gone")
