"""How Slack reaches the bot by Socket Mode; by signed HTTP requests: `bot/http_connection.py`."""

import contextlib
import json
import socket
import threading
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.domain.errors import UserError
from handlers.slack.connecting import socket_address

LISTENERS = 32
"""Slow listeners must not hold up the acknowledgement of quick ones: Bolt's own pool of 5 is too small."""

EVENTS_PATH = "/slack/events"
GREETING_SECONDS = 10.0


class SocketConnection:
    """Slack by Socket Mode: the bot connects, nothing has to be reachable from outside."""

    def __init__(self, app: App, app_token: str, client: WebClient) -> None:
        self._handler = SocketModeHandler(app, app_token, web_client=client, concurrency=LISTENERS)
        self._greeting = ""
        self._is_greeted = threading.Event()
        self._handler.client.on_message_listeners.append(self._hear)

    def start(self) -> None:
        """Raises `UserError` ("slack-…") where Slack does not let the bot in.

        The address is asked for here: the SDK would answer a refusal with log lines and a traceback, and a
        connection that fails with nothing but log lines.
        """
        client = self._handler.client
        client.wss_uri = socket_address(client.web_client, client.app_token)
        self._handler.connect()  # type: ignore[no-untyped-call]
        if not client.is_connected():
            raise UserError("slack-socket", code="no_connection", state="wrong")

    def wait_for_greeting(self, seconds: float = GREETING_SECONDS) -> None:
        """Slack says hello on a line that it will use, or why it does not want it (`link_disabled`).

        Source: docs.slack.dev/apis/events-api/using-socket-mode. Raises `UserError("slack-socket")`.
        """
        self._is_greeted.wait(seconds)
        if self._greeting != "hello":
            raise UserError("slack-socket", code=self._greeting or "no_hello", state="wrong")

    def _hear(self, message: str) -> None:
        if self._is_greeted.is_set():
            return
        with contextlib.suppress(ValueError):
            said = json.loads(message)
            self._greeting = str(said.get("reason") or said.get("type"))
            self._is_greeted.set()

    def stop(self) -> None:
        """At once, after what was heard is answered: the SDK's reader would sleep for up to three seconds."""
        client: Any = self._handler.client
        client.closed, client.auto_reconnect_enabled = True, False
        client.default_auto_reconnect_enabled = False  # whoever connects just now would turn it on again
        client.current_session_state.terminated = True
        client.enqueue_message(None)  # wakes the queue; a text would be handed to workers that are gone
        client.message_processor.shutdown()
        client.message_workers.shutdown(wait=True)
        client.current_app_monitor.shutdown()  # from here on nobody connects any more
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
