"""How Slack reaches the bot by signed HTTP requests; loaded where it does, because its server costs ten megabytes."""

import socket
import threading

import uvicorn
from slack_bolt import App
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.connections import EVENTS_PATH
from bot.domain.errors import UserError
from bot.http_door import SECONDS, Door, PatientProtocol


class HttpConnection:
    """Slack by signed HTTP requests to `/slack/events`, each of which has to be there within *seconds*."""

    def __init__(self, app: App, port: int, secret: str, *, seconds: float = SECONDS) -> None:
        self.asgi = http_app(app, secret, seconds=seconds)
        protocol = type("Protocol", (PatientProtocol,), {"patience": seconds})
        self._port = port
        self._server = uvicorn.Server(
            uvicorn.Config(self.asgi, http=protocol, log_config=None, access_log=False, lifespan="off")
        )
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Raises `UserError("port-refused")` for a port that another program has, or that is not ours to take."""
        try:
            listener = socket.create_server(("0.0.0.0", self._port))  # noqa: S104 Slack calls in
        except OSError as error:
            raise UserError("port-refused", port=str(self._port), why=error.strerror or "none") from None
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name="http", daemon=True)
        self._thread.start()
        while not self._server.started and self._thread.is_alive():
            self._thread.join(timeout=0.01)
        if not self._server.started:
            raise UserError("port-refused", port=str(self._port), why="none")

    def wait_for_greeting(self) -> None:
        """By HTTP nobody greets: Slack comes when there is something."""

    def stop(self) -> None:
        self._server.should_exit = True
        if self._thread is not None:
            self._thread.join(timeout=10)


def http_app(app: App, secret: str, *, seconds: float = SECONDS) -> Starlette:
    async def health(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    return Starlette(
        routes=[Route(EVENTS_PATH, Door(app, secret, seconds=seconds).hear, methods=["POST"]), Route("/health", health)]
    )
