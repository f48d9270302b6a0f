"""The HTTP door: who asks is known before anything is read into, and nobody holds it open.

A request is heard in this order: its size, the time it takes, its signature, its form; only then Bolt sees it.
Slack signs requests like this: docs.slack.dev/authentication/verifying-requests-from-slack.
"""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from slack_bolt import App, BoltRequest
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_BYTES = 1_000_000
"""A form of a hundred blocks has 250 kB at most (docs.slack.dev/reference/views); signed or not, more is not read."""

SECONDS = 10.0
"""In which a request has to be there whole; Slack itself waits three for the answer."""

SIGNED_SECONDS = 300
PRESSES = frozenset(
    {"block_actions", "block_suggestion", "view_submission", "view_closed", "shortcut", "message_action"}
)


class Refused(Exception):
    """Not heard, with this HTTP status; the line is closed, because the rest of it was not read."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Door:
    """*seconds* may be shorter in a test."""

    def __init__(self, app: App, secret: str, *, seconds: float = SECONDS) -> None:
        self._app = app
        self._secret = secret.encode()
        self._seconds = seconds

    async def hear(self, request: Request) -> Response:
        """What Bolt answers; 401 for a strange signature, 413 for too much, 408 for too slow, 400 for nonsense."""
        try:
            body = await self._read(request)
            if not is_signed(self._secret, body, request.headers, now=time.time()):
                raise Refused(401)
            asked = asked_in(request, body)
        except Refused as refusal:
            return PlainTextResponse("", status_code=refusal.status, headers={"Connection": "close"})
        return to_starlette_response(await run_in_threadpool(self._app.dispatch, asked))

    async def _read(self, request: Request) -> bytes:
        try:
            return await asyncio.wait_for(read_at_most(request, MOST_BYTES), self._seconds)
        except TimeoutError:
            raise Refused(408) from None
        except ClientDisconnect:
            raise Refused(400) from None


async def read_at_most(request: Request, most: int) -> bytes:
    """Raises `Refused` (413) as soon as it is known that there are more than *most* bytes."""
    told = request.headers.get("content-length", "0")
    if not told.isdecimal() or len(told) > len(str(most)) or int(told) > most:
        raise Refused(413)
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > most:
            raise Refused(413)
    return bytes(found)


def is_signed(secret: bytes, body: bytes, headers: Mapping[str, str], *, now: float) -> bool:
    """Whether Slack signed *body* within five minutes; whatever else the headers hold is not signed.

    The SDK's own verifier raises for a moment that is no number and for bytes that are no text.
    """
    moment, signature = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
    if not (moment.isascii() and moment.isdigit() and len(moment) <= 12) or abs(now - int(moment)) > SIGNED_SECONDS:
        return False
    wanted = "v0=" + hmac.new(secret, b"v0:" + moment.encode() + b":" + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted.encode(), signature.encode())


def asked_in(request: Request, body: bytes) -> BoltRequest:
    """The request as Bolt takes it; raises `Refused` (400) for what is nothing that Slack sends."""
    try:
        if not is_from_slack(parsed(body.decode(), request.headers.get("content-type", ""))):
            raise Refused(400)
        return to_bolt_request(request, body)
    except (ValueError, RecursionError):  # neither text nor JSON, or JSON without an end
        raise Refused(400) from None


def parsed(body: str, content_type: str) -> Any:
    """A form, or the JSON in it or instead of it. Raises `ValueError`."""
    if content_type.partition(";")[0].strip() == "application/json":
        return json.loads(body)
    form = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=100))
    return json.loads(form["payload"]) if "payload" in form else form


def is_from_slack(sent: Any) -> bool:
    """Whether it has what every request of its sort has: whose it is, and what it is about."""
    if not isinstance(sent, dict):
        return False
    if "command" in sent:
        return all(sent.get(name) for name in ("user_id", "channel_id", "trigger_id", "response_url"))
    if sent.get("type") == "event_callback":
        return isinstance(sent.get("event"), dict) and isinstance(sent["event"].get("type"), str)
    if sent.get("type") in PRESSES:
        return isinstance(sent.get("user"), dict) and bool(sent["user"].get("id"))
    return sent.get("type") == "url_verification" or "ssl_check" in sent


class PatientProtocol(H11Protocol):
    """HTTP that hangs up on a line on which no whole request head comes; uvicorn alone would wait for ever."""

    patience = SECONDS

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def _wait(self) -> None:
        heard = self.cycle
        self.loop.call_later(self.patience, lambda: self._hang_up(heard))

    def _hang_up(self, heard: object) -> None:
        """Unless another request came on this line since; one whose body is slow ends by itself."""
        if self.cycle is heard and not self.transport.is_closing():
            self.transport.abort()
