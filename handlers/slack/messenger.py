"""The Messenger port over Slack's Web API: each call tried once, one message a second into a conversation."""

import hashlib
import logging
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.clock import SystemClock
from bot.domain.errors import GiveUp, HistoryUnreadable, TryLater
from bot.ports import OVERSLEPT, Clock, Outgoing, Sent
from handlers.slack.errors import TRANSPORT, code_of, failure_of
from handlers.slack.pauses import Pauses
from handlers.views.top_level_text import spoken

logger = logging.getLogger(__name__)

SENDING = "chat.postMessage"
EVENT_TYPE = "parution_delivery"
UNKNOWN_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
UNSCOPED = frozenset({"missing_scope", "no_permission"})
"""Said of posting it is the app that is wrong, and a message waits; said of a file or a history, one does without."""
GONE, NO_THREAD = "message_not_found", "thread_not_found"
PAGE = 200
SECOND = 1.0
BURST, BURST_SECONDS = 60, 15.0
"""Messages into a whole workspace: Slack wants about one a second, takes short bursts, and does not say how many."""


def opaque(key: str) -> str:
    """What stands in the metadata, which other apps of the workspace can read."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


class SlackMessenger:
    """*client* must not retry by itself: a message that Slack had accepted would go out twice.

    *elapsed* and *pause* are seconds of the real world, which Slack's limits are counted in. Without *is_paced*
    messages follow each other at once, and limits last by *clock*: for a local Slack, where an hour may pass between
    two of them in no time.
    """

    def __init__(
        self,
        client: WebClient,
        *,
        clock: Clock | None = None,
        is_paced: bool = True,
        elapsed: Callable[[], float] | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._clock = clock or SystemClock()
        self._elapsed = elapsed or (time.monotonic if is_paced else lambda: self._clock.now().timestamp())
        self._pause = pause
        self._is_paced = is_paced
        self._channels: dict[str, str] = {}
        self._posted_at: dict[str, float] = {}
        self._left_at: deque[float] = deque()
        self._pauses = Pauses(self._clock, self._elapsed)

    def post(self, recipient_id: str, message: Outgoing, *, key: str, before: datetime | None = None) -> Sent:
        """Blocks that this Slack does not know yet are replaced by plain ones, with their picture in the thread."""
        channel_id = self._channel_of(recipient_id)
        self._pauses.refuse(SENDING, pauses_all=True)
        self._pace(channel_id)
        self._left_at.append(self._elapsed())
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": opaque(key)}}
        sent, is_plain = self._with_blocks(SENDING, message, before=before, channel=channel_id, metadata=metadata)
        self._posted_at[channel_id] = self._elapsed()
        found = Sent(channel_id=channel_id, ts=str(sent["ts"]))
        if is_plain:
            self._send_pictures(found, message)
        return found

    def update(self, sent: Sent, message: Outgoing) -> None:
        self._with_blocks("chat.update", message, channel=sent.channel_id, ts=sent.ts)

    def delete(self, sent: Sent) -> None:
        try:
            self._call("chat.delete", {"channel": sent.channel_id, "ts": sent.ts})
        except GiveUp as error:
            if error.code != GONE:
                raise

    def is_answered(self, sent: Sent) -> bool:
        """The bot's own pictures in a thread are no answer."""
        try:
            page = self._page("conversations.replies", {"channel": sent.channel_id, "ts": sent.ts})
        except HistoryUnreadable as error:
            if error.code == NO_THREAD:
                return False
            raise
        return any(each["ts"] != sent.ts and not each.get("bot_id") for each in page["messages"])

    def find(self, recipient_id: str, key: str, *, since: datetime, thread_ts: str | None = None) -> Sent | None:
        """Slack lists a thread by itself: the history of its channel does not have it."""
        channel_id = self._channel_of(recipient_id)
        method, place = "conversations.history", {"channel": channel_id}
        if thread_ts:
            method, place = "conversations.replies", {"channel": channel_id, "ts": thread_ts}
        wanted, cursor = opaque(key), ""
        while True:
            page = self._page(method, {**place, "oldest": f"{since.timestamp():.6f}", "cursor": cursor})
            for each in page["messages"]:
                if _key_in(each) == wanted:
                    return Sent(channel_id=channel_id, ts=str(each["ts"]))
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None

    def room(self) -> int:
        begun = self._elapsed() - BURST_SECONDS
        while self._left_at and self._left_at[0] <= begun:
            self._left_at.popleft()
        return max(0, BURST - len(self._left_at))

    def permalink(self, sent: Sent) -> str:
        found = self._call("chat.getPermalink", {"channel": sent.channel_id, "message_ts": sent.ts})
        return str(found["permalink"])

    def _channel_of(self, recipient_id: str) -> str:
        """A channel itself; of a member the direct conversation, asked for once."""
        if not recipient_id.startswith(("U", "W")):
            return recipient_id
        if recipient_id not in self._channels:
            opened = self._call("conversations.open", {"users": recipient_id})
            self._channels[recipient_id] = str(opened["channel"]["id"])
        return self._channels[recipient_id]

    def _pace(self, channel_id: str) -> None:
        wait = self._posted_at.get(channel_id, -SECOND) + SECOND - self._elapsed()
        if wait > 0 and self._is_paced:
            self._pause(wait)

    def _with_blocks(
        self, method: str, message: Outgoing, *, before: datetime | None = None, **more: Any
    ) -> tuple[SlackResponse, bool]:
        """Slack's answer, and whether the plain blocks had to do."""
        text = spoken(message.text, message.plain_blocks or message.blocks)
        body = {"text": text, "unfurl_links": False, "unfurl_media": False, **more}
        if message.thread_ts and method == SENDING:
            body["thread_ts"] = message.thread_ts
        if method == "chat.update":
            body = {name: value for name, value in body.items() if not name.startswith("unfurl")}
        try:
            return self._call(method, {**body, "blocks": list(message.blocks)}, before=before), False
        except GiveUp as error:
            if error.code not in UNKNOWN_BLOCKS or not message.plain_blocks:
                raise
        return self._call(method, {**body, "blocks": list(message.plain_blocks)}, before=before), True

    def _page(self, method: str, asked: Mapping[str, Any]) -> SlackResponse:
        try:
            return self._call(method, {**asked, "limit": PAGE, "include_all_metadata": True})
        except GiveUp as error:
            raise HistoryUnreadable(error.code) from error

    def _send_pictures(self, sent: Sent, message: Outgoing) -> None:
        """The message has arrived: a picture that does not is missed, and is no reason to send anything again."""
        uploads: Sequence[dict[str, Any]] = [
            {"filename": each.name, "content": each.content, "title": each.title or each.name, "alt_txt": each.alt}
            for each in message.uploads
        ]
        if not uploads:
            return
        try:
            self._client.files_upload_v2(channel=sent.channel_id, thread_ts=sent.ts, file_uploads=list(uploads))
        except SlackApiError as error:
            logger.warning("a picture could not be sent: %s", code_of(error))
        except TRANSPORT as error:
            logger.warning("a picture could not be sent: %s", type(error).__name__)

    def _call(self, method: str, body: Mapping[str, Any], *, before: datetime | None = None) -> SlackResponse:
        self._pauses.refuse(method, pauses_all=method == SENDING)
        call: Callable[..., SlackResponse] = getattr(self._client, method.replace(".", "_"))
        if before is not None and self._clock.now() > before:  # the last thing that is asked before each attempt
            raise TryLater(OVERSLEPT)
        try:
            return call(**body)
        except TRANSPORT as error:
            now, is_sending = self._clock.now(), method == SENDING
            failure = failure_of(error, now=now, is_sending=is_sending)
            if is_sending and failure.code in UNSCOPED:
                failure = TryLater(failure.code)
            self._pauses.heed(method, failure, now=now)
            raise failure from error


def _key_in(message: Mapping[str, Any]) -> str:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return ""
    return str((metadata.get("event_payload") or {}).get("key", ""))
