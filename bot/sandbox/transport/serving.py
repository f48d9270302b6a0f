"""uvicorn in a daemon thread, on a socket that listens already; it stops at once."""

import asyncio
import socket
import threading
import time
from email.utils import formatdate

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol


class Serving:
    def __init__(self, application: Starlette, listener: socket.socket) -> None:
        config = uvicorn.Config(
            _Dated(application),
            http=_Protocol,
            ws="websockets-sansio",
            lifespan="on",
            log_config=None,
            log_level="critical",
            access_log=False,
            date_header=False,
        )
        self._listener = listener
        self._server = _Server(config)
        self._thread = threading.Thread(target=self._run, name="local-slack", daemon=True)

    def start(self) -> None:
        """Returns when the application is up."""
        self._thread.start()
        if not self._server.ready.wait(30):
            raise TimeoutError("the local Slack did not start within 30 s")

    def stop(self) -> None:
        self._server.leave()
        self._thread.join(10)
        self._listener.close()

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])


class _Dated:
    """Says with each answer what time it really is, as every web server does: whoever compares clocks goes by it.

    uvicorn writes that once a second from the loop that this server does without.
    """

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = formatdate(time.time(), usegmt=True).encode()
                message = {**message, "headers": [*message.get("headers", ()), (b"date", date)]}
            await send(message)

        await self._application(scope, receive, send_dated)


class _Protocol(H11Protocol):
    """HTTP whose requests know their transport (`request.state.transport`), so that a fault can drop it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self.app_state = {**self.app_state, "transport": transport}
        super().connection_made(transport)


class _Server(uvicorn.Server):
    """A server that is told to leave instead of looking ten times a second whether it should."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end = asyncio.Event()

    def leave(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._end.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.ready.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._end.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Hang up on everybody: whoever stops a local Slack waits for nobody."""
        loop = asyncio.get_running_loop()
        for listener in (each for server in self.servers for each in server.sockets):
            loop.remove_reader(listener.fileno())
        await _turns()  # whoever is just being let in: asyncio trips over that in a server that is closed
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)
        await self.lifespan.shutdown()


async def _turns(count: int = 3) -> None:
    for _ in range(count):
        await asyncio.sleep(0)
