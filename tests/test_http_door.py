"""The HTTP door, by a real line: what is strange is refused before anything of it is read into, and nobody holds it."""

import hashlib
import hmac
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import httpx
import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.http_connection import HttpConnection
from bot.http_door import MOST_BYTES
from bot.sandbox.server import LocalSlack

SECRET = "s3cret"
COMMAND = urlencode(
    {
        "command": "/tea",
        "text": "green",
        "user_id": "U1",
        "channel_id": "C1",
        "trigger_id": "1.2.3",
        "response_url": "https://hooks.slack.com/commands/T1/secret",
        "token": "verification",
    }
).encode()
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
PATIENCE = 0.4


def signed(body: bytes, *, at: str = "", secret: str = SECRET) -> dict[str, str]:
    moment = at or str(int(time.time()))
    digest = hmac.new(secret.encode(), b"v0:" + moment.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": f"v0={digest}"}


@pytest.fixture(scope="module")
def app() -> Iterator[App]:
    with LocalSlack() as slack:
        yield tea_room(WebClient(token=slack.bot_token, base_url=slack.api_url))


def tea_room(client: WebClient) -> App:
    app = App(client=client, signing_secret=SECRET, token_verification_enabled=False)
    waiting = threading.Barrier(2, timeout=20)

    @app.command("/tea")
    def on_tea(ack, command):
        if command["text"] == "two at once":
            waiting.wait()
        ack(f"{command['text']} tea")

    return app


@pytest.fixture(scope="module")
def site(app: App) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    connection = HttpConnection(app, port, SECRET, seconds=PATIENCE)
    connection.start()
    yield f"127.0.0.1:{port}"
    connection.stop()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever comes, the log has no traceback, and nothing of what was sent."""
    caplog.set_level(logging.DEBUG)
    yield
    kept = [each for each in caplog.records if each.name.startswith(("slack_bolt", "uvicorn", "bot", "asyncio"))]
    assert not [each for each in kept if each.exc_info]
    said = " ".join(each.getMessage() for each in kept)
    assert "verification" not in said
    assert "hooks.slack.com" not in said


def post(site: str, body: bytes, headers: dict[str, str], kind: str = FORM) -> httpx.Response:
    return httpx.post(f"http://{site}/slack/events", content=body, headers={"Content-Type": kind, **headers})


def test_a_signed_command_is_answered(site):
    answer = post(site, COMMAND, signed(COMMAND))

    assert (answer.status_code, answer.text) == (200, "green tea")


def test_one_that_takes_its_time_holds_up_no_other(site):
    body = COMMAND.replace(b"green", b"two+at+once")
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda _: post(site, body, signed(body)), range(2)))

    assert [each.text for each in answers] == ["two at once tea"] * 2


STRANGE = {
    "none": {},
    "no-moment": {"X-Slack-Signature": "v0=00"},
    "word": {"X-Slack-Request-Timestamp": "yesterday", "X-Slack-Signature": "v0=00"},
    "point": {"X-Slack-Request-Timestamp": "1.5", "X-Slack-Signature": "v0=00"},
    "endless": {"X-Slack-Request-Timestamp": "9" * 5000, "X-Slack-Signature": "v0=00"},
    "minus": {"X-Slack-Request-Timestamp": "-1", "X-Slack-Signature": "v0=00"},
    "old": signed(COMMAND, at="1500000000"),
    "coming": signed(COMMAND, at=str(int(time.time()) + 3600)),
    "secret": signed(COMMAND, secret="another"),
    "body": signed(b"another"),
    "short": {**signed(COMMAND), "X-Slack-Signature": "v0="},
    "superscript": {**signed(COMMAND), "X-Slack-Request-Timestamp": "²"},
    "accent": {**signed(COMMAND), "X-Slack-Signature": "é"},
}


@pytest.mark.parametrize("headers", STRANGE.values(), ids=STRANGE)
def test_a_strange_moment_or_signature_is_not_heard(site, headers):
    encoded = {name: value.encode() for name, value in headers.items()}
    for kind in (FORM, JSON):
        assert post(site, COMMAND, encoded, kind).status_code == 401


def test_bytes_that_are_no_text_are_not_heard_either_without_a_signature(site):
    assert post(site, b"\xff\xfe", {**signed(b"x")}).status_code == 401


NONSENSE = {
    "bytes": (b"\xff\xfe\x00", FORM),
    "empty": (b"", FORM),
    "words": (b"hello there", FORM),
    "no-json": (b"{", JSON),
    "list": (b"[1, 2]", JSON),
    "number": (b"7", JSON),
    "null": (b"null", JSON),
    "deep": (b"[" * 100_000, JSON),
    "payload-no-json": (b"payload=%7B", FORM),
    "payload-list": (b"payload=[]", FORM),
    "payload-empty": (b"payload=", FORM),
    "press-of-nobody": (urlencode({"payload": json.dumps({"type": "block_actions"})}).encode(), FORM),
    "press-of-a-word": (urlencode({"payload": json.dumps({"type": "block_actions", "user": "U1"})}).encode(), FORM),
    "command-of-nobody": (b"command=%2Ftea", FORM),
    "event-of-nothing": (json.dumps({"type": "event_callback"}).encode(), JSON),
    "event-that-is-a-word": (json.dumps({"type": "event_callback", "event": "message"}).encode(), JSON),
    "fields": (b"&".join(b"a%d=1" % n for n in range(5000)), FORM),
    "unknown": (json.dumps({"type": "surprise"}).encode(), JSON),
}


@pytest.mark.parametrize(("body", "kind"), NONSENSE.values(), ids=NONSENSE)
def test_signed_nonsense_is_refused(site, body, kind):
    assert post(site, body, signed(body), kind).status_code == 400


def test_slacks_challenge_is_answered(site):
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()

    assert post(site, body, signed(body), JSON).json() == {"challenge": "abc"}


def line_to(site: str) -> socket.socket:
    host, port = site.split(":")
    return socket.create_connection((host, int(port)), timeout=20)


HEAD = b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


def test_more_than_a_megabyte_is_refused_by_its_length_alone(site):
    with line_to(site) as line:
        line.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % (MOST_BYTES + 1))

        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_more_than_a_megabyte_in_pieces_is_refused_once_it_is_there(site):
    with line_to(site) as line:
        line.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        for _ in range(MOST_BYTES // 0x10000 + 1):
            line.sendall(piece)

        assert line.recv(100).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "begun",
    [b"", b"POST /sl", HEAD, b"GET /health HTTP/1.1\r\nHost: x\r\n\r\nPOST /sl"],
    ids=["nothing", "half-a-line", "half-a-head", "after-an-answer"],
)
def test_a_line_on_which_no_whole_request_comes_is_ended(site, begun):
    with line_to(site) as line:
        line.sendall(begun)
        heard = b""
        try:
            while piece := line.recv(1000):
                heard += piece
        except ConnectionResetError:
            pass

    assert heard.startswith(b"HTTP/1.1 200") == begun.startswith(b"GET")


def test_a_body_that_stalls_is_ended(site):
    with line_to(site) as line:
        line.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")

        assert line.recv(100).startswith(b"HTTP/1.1 408")


def test_somebody_who_hangs_up_in_between_leaves_no_trace(site):
    with line_to(site) as line:
        line.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")

    assert httpx.get(f"http://{site}/health").text == "ok\n"
