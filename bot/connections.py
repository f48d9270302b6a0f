"""How Slack reaches the bot: by Socket Mode, or by signed HTTP requests."""

import contextlib
import socket
import threading
from typing import Any

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.domain.errors import UserError

LISTENERS = 32
"""Slow listeners must not hold up the acknowledgement of quick ones: Bolt's own pool of 5 is too small."""


class SocketConnection:
    """Slack by Socket Mode: the bot connects, nothing has to be reachable from outside."""

    def __init__(self, app: App, app_token: str, client: WebClient) -> None:
        self._handler = SocketModeHandler(app, app_token, web_client=client, concurrency=LISTENERS)

    def start(self) -> None:
        self._handler.connect()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """At once, after what was heard is answered: the SDK's reader would sleep for up to three seconds."""
        client: Any = self._handler.client
        client.closed, client.auto_reconnect_enabled = True, False
        client.current_session_state.terminated = True
        client.enqueue_message(None)  # wakes the queue; a text would be handed to workers that are gone
        client.message_processor.shutdown()
        client.message_workers.shutdown(wait=True)
        sock = client.current_session.sock if client.current_session else None
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)  # wakes the reader
        reader = client.current_session_runner
        reader.event.set()
        while reader.is_alive():  # one that begins just now takes back that its session is over
            client.current_session_state.terminated = True
            reader.thread.join(timeout=0.05)
        try:
            self._handler.close()  # type: ignore[no-untyped-call]
        except (AttributeError, OSError):  # the client's own reader was closing the socket at the same moment
            self._handler.close()  # type: ignore[no-untyped-call]


class HttpConnection:
    """Slack by signed HTTP requests to `/slack/events`."""

    def __init__(self, app: App, port: int) -> None:
        self.asgi = http_app(app)
        self._server = uvicorn.Server(
            uvicorn.Config(self.asgi, host="0.0.0.0", port=port, log_level="warning")  # noqa: S104 Slack calls in
        )
        self._thread = threading.Thread(target=self._server.run, name="http", daemon=True)
        self._started = threading.Event()

    def start(self) -> None:
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            self._thread.join(timeout=0.01)
        if not self._server.started:
            raise UserError("setting-port", what=str(self._server.config.port))

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)


def http_app(app: App) -> Starlette:
    slack = SlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await slack.handle(request)

    async def health(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"]), Route("/health", health)])
