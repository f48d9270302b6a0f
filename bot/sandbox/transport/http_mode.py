"""HTTP mode: signed requests to the app's request URL, as Slack makes them."""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from bot.sandbox.core import Core
from bot.sandbox.deliveries import Parcel, Reply
from bot.sandbox.team import Json

FORM = "application/x-www-form-urlencoded"


class HttpPosts:
    """The transport of HTTP mode; requests go out on threads of their own."""

    def __init__(self, core: Core, request_url: str) -> None:
        self._core = core
        self._url = urlsplit(request_url)
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="local-slack-post")

    def send(self, parcel: Parcel, on_reply: Callable[[Reply], None]) -> None:
        self._threads.submit(lambda: on_reply(self.post(parcel)))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def verify(self) -> bool:
        """Whether the app answers Slack's challenge, as it must before Slack takes its request URL."""
        challenge = secrets.token_urlsafe(24)
        asked = {"type": "url_verification", "token": self._core.app.verification_token, "challenge": challenge}
        reply = self.post(Parcel(kind="events_api", payload=asked))
        return challenge in (reply.body.get("challenge"), reply.body.get("text"))

    def post(self, parcel: Parcel) -> Reply:
        body, content_type = _encoded(parcel)
        headers = {"Content-Type": content_type, **self.headers(body, parcel)}
        secure = self._url.scheme == "https"
        line = (HTTPSConnection if secure else HTTPConnection)(self._url.netloc, timeout=self._core.deliveries.patience)
        try:
            line.request("POST", self._path(), body=body, headers=headers)
            return _reply(line.getresponse())
        except TimeoutError:
            return Reply(acknowledged=False, failure="http_timeout")
        except (OSError, HTTPException):
            return Reply(acknowledged=False, failure="connection_failed")
        finally:
            line.close()

    def _path(self) -> str:
        return (self._url.path or "/") + (f"?{self._url.query}" if self._url.query else "")

    def headers(self, body: bytes, parcel: Parcel) -> dict[str, str]:
        """What Slack adds to a request: who it is, its signature, and which attempt this is."""
        headers = {
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            **signature(self._core.app.signing_secret, body),
        }
        if parcel.attempt:
            headers["X-Slack-Retry-Num"] = str(parcel.attempt)
            headers["X-Slack-Retry-Reason"] = parcel.reason
        return headers


def signature(secret: str, body: bytes) -> Mapping[str, str]:
    """Slack's v0 signature. Always by the real clock: the app compares it with its own."""
    timestamp = str(int(time.time()))
    digest = hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def _encoded(parcel: Parcel) -> tuple[bytes, str]:
    if parcel.kind == "events_api":
        return json.dumps(parcel.payload).encode(), "application/json"
    form = parcel.payload if parcel.kind == "slash_commands" else {"payload": json.dumps(parcel.payload)}
    return urlencode(form).encode(), FORM


def _reply(response: HTTPResponse) -> Reply:
    raw = response.read().decode("utf-8", "replace")
    if response.status != 200:
        wants_no_retry = response.headers.get("X-Slack-No-Retry") == "1"
        return Reply(acknowledged=False, status=response.status, failure="http_error", wants_no_retry=wants_no_retry)
    return Reply(acknowledged=True, status=200, body=_body(raw, response.headers.get("Content-Type") or ""))


def _body(raw: str, content_type: str) -> Json:
    if not raw.strip():
        return {}
    if content_type.startswith("application/json"):
        parsed = json.loads(raw)
        return parsed if isinstance(parsed, dict) else {}
    return {"text": raw}
