"""Files in and out of Slack: only Slack's own addresses are ever fetched."""

import urllib.request
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import GiveUp, UserError
from bot.ports import Outgoing, Upload

FILES_HOST = "files.slack.com"
MOST_BYTES = 5 * 1024 * 1024


class SlackFiles:
    """Downloads what a member dropped, with the bot's token; sends files by upload v2 (scope files:write)."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def download(self, file: dict[str, Any]) -> bytes:
        """The content of a file of an event. Raises `UserError`: "file-scope", "file-too-large", "file-gone"."""
        url = file.get("url_private_download") or file.get("url_private") or self._asked(str(file.get("id", "")))
        self._refuse_strangers(url)
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self._client.token}"})  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 the host was checked
                content: bytes = answer.read(MOST_BYTES + 1)
        except (HTTPError, URLError, TimeoutError) as failure:
            raise UserError("file-scope" if getattr(failure, "code", 0) in (401, 403) else "file-gone") from failure
        if len(content) > MOST_BYTES:
            raise UserError("file-too-large", limit=MOST_BYTES // 1024 // 1024)
        return content

    def send(self, member_id: str, upload: Upload, message: Outgoing) -> None:
        """Raises `GiveUp` where the scope is missing or Slack refuses the file."""
        try:
            channel = self._client.conversations_open(users=[member_id])["channel"]["id"]
            self._client.files_upload_v2(
                channel=channel,
                filename=upload.name,
                title=upload.title or upload.name,
                content=upload.content,
                initial_comment=message.text,
            )
        except SlackApiError as refused:
            raise GiveUp(str(refused.response["error"])) from refused

    def _asked(self, file_id: str) -> str:
        """Slack Connect files arrive as a stub; their address has to be asked for."""
        try:
            found = self._client.files_info(file=file_id)["file"]
        except SlackApiError as refused:
            raise UserError("file-scope") from refused
        return str(found.get("url_private_download") or "")

    def _refuse_strangers(self, url: str) -> None:
        asked, own = urlsplit(url), urlsplit(self._client.base_url)
        is_slack = asked.scheme == "https" and asked.netloc == FILES_HOST
        is_local = asked.netloc == own.netloc and own.hostname in ("127.0.0.1", "localhost")
        if not (is_slack or is_local):
            raise UserError("file-gone")
