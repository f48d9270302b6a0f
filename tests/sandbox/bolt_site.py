"""A Bolt app on the local Slack, in Socket Mode and in HTTP mode."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import LocalSlack


@dataclass(slots=True)
class Site:
    """A running local Slack and the app that is connected to it."""

    slack: LocalSlack
    app: App
    client: WebClient


class Heard:
    """What listeners heard, in order; Bolt acknowledges an event before its listener ran."""

    def __init__(self) -> None:
        self._things: list[Any] = []
        self._came = threading.Condition()

    def append(self, thing: Any) -> None:
        with self._came:
            self._things.append(thing)
            self._came.notify_all()

    def wait(self, count: int = 1) -> list[Any]:
        """All of it, once there are *count* things."""
        with self._came:
            assert self._came.wait_for(lambda: len(self._things) >= count, 20), self._things
            return list(self._things)


def refused(call: Callable, *args: object, **kwargs: object) -> str:
    """The error code with which Slack refuses this call."""
    with pytest.raises(SlackApiError) as caught:
        call(*args, **kwargs)
    return str(caught.value.response["error"])


def client_for(slack: LocalSlack, token: str | None = None) -> WebClient:
    return WebClient(token=token or slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=20)


def app_for(slack: LocalSlack) -> App:
    """A Bolt app without listeners; they may be added while it runs."""
    return App(client=client_for(slack), signing_secret=slack.signing_secret, logger=quiet_logger())


def quiet_logger() -> logging.Logger:
    logger = logging.getLogger("tests.sandbox.app")
    logger.setLevel(logging.CRITICAL)
    return logger


@contextmanager
def socket_mode(slack: LocalSlack, app: App) -> Iterator[None]:
    connected = slack.connections.count
    handler = SocketModeHandler(app, slack.app_token)
    handler.connect()
    slack.wait_for(lambda: slack.connections.count > connected)
    try:
        yield
    finally:
        close_quickly(slack, handler)


def close_quickly(slack: LocalSlack, handler: SocketModeHandler) -> None:
    """Close without the seconds in which the client waits for a word on its socket and in its queue."""
    handler.client.auto_reconnect_enabled = False
    handler.client.closed = True
    handler.client.enqueue_message("")
    handler.client.current_session_state.terminated = True
    slack.close_sockets()
    try:
        handler.close()
    except (AttributeError, OSError):  # the client's own reader was closing the socket at the same moment
        handler.close()


@contextmanager
def http_mode(slack: LocalSlack, app: App) -> Iterator[None]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _endpoint(app))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    slack.listen_at(f"http://127.0.0.1:{server.server_port}/slack/events")
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _endpoint(app: App) -> type[BaseHTTPRequestHandler]:
    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            response = app.dispatch(BoltRequest(body=body, headers=dict(self.headers.items())))
            self.send_response(response.status)
            for name, values in response.headers.items():
                self.send_header(name, values[0])
            self.end_headers()
            self.wfile.write((response.body or "").encode())

        def log_message(self, *_: object) -> None:
            """Nothing: the tests say what they expect."""

    return Endpoint


CONNECT: dict[str, Callable] = {"socket": socket_mode, "http": http_mode}
