"""Socket Mode: the app's WebSocket connections, envelopes out, acknowledgements in."""

import asyncio
import json
import struct
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from socket import SO_LINGER, SOL_SOCKET
from typing import Any
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.core import Core
from bot.sandbox.deliveries import Parcel, Reply
from bot.sandbox.team import Json

MOST_CONNECTIONS = 10
OnReply = Callable[[Reply], None]


@dataclass(slots=True, kw_only=True, eq=False)
class Connection:
    socket: WebSocket
    pending: dict[str, OnReply] = field(default_factory=dict)
    is_retiring: bool = False

    def cut(self) -> None:
        """Drop the line without a word, as a network does."""
        reset(self.socket.state.transport)

    def hang_up(self) -> None:
        self.socket.state.transport.close()


def reset(transport: asyncio.Transport) -> None:
    """End a TCP connection by a reset, so that the other side notices at once."""
    line = transport.get_extra_info("socket")
    line.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


class Connections:
    """The transport of Socket Mode; everything but `send` and the properties runs on the event loop."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._open: list[Connection] = []
        self._turn = 0
        self._opened_count = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def count(self) -> int:
        return len(self._open)

    @property
    def opened_count(self) -> int:
        """How many connections there have been."""
        return self._opened_count

    async def serve(self, socket: WebSocket) -> None:
        """One connection from its handshake to its end."""
        if self._core.tickets.redeem(socket.query_params.get("ticket", "")) != "socket":
            await socket.close(4001)
            return
        await socket.accept()
        self._loop = asyncio.get_running_loop()
        connection = Connection(socket=socket)
        if self.count >= MOST_CONNECTIONS:
            await self._say_goodbye(connection, "too_many_websockets")
            await socket.close()
            return
        await socket.send_text(json.dumps(self._hello()))
        self._welcome(connection)
        try:
            await self._listen(connection)
        finally:
            self._forget(connection)

    def _welcome(self, connection: Connection) -> None:
        """Take the new connection, and let go of those that were asked to connect anew."""
        for retired in [each for each in self._open if each.is_retiring]:
            self._open.remove(retired)
            retired.hang_up()
        self._open.append(connection)
        self._opened_count += 1
        self._core.workspace.touch()

    def send(self, parcel: Parcel, on_reply: OnReply) -> None:
        """To any one of the connections, in turn; nobody there is a failed delivery."""
        if self._loop is None or not self._open:
            on_reply(Reply(acknowledged=False, failure="connection_failed"))
        else:
            self._loop.call_soon_threadsafe(self._dispatch, parcel, on_reply)

    def cut_all(self) -> None:
        """Cut every connection, without a disconnect message."""
        self._on_each(Connection.cut)

    def close_all(self) -> None:
        """End every connection in order, as a server that goes down."""
        self._on_each(Connection.hang_up)

    def refresh_all(self, reason: str = "refresh_requested") -> None:
        """Ask the app to connect anew; the old connection serves until it did."""
        self._on_each(lambda connection: self._keep(self._say_goodbye(connection, reason)))

    def _on_each(self, act: Callable[[Connection], None]) -> None:
        for connection in list(self._open):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(act, connection)

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Run *work* on the loop; a task nobody holds may be collected before its end."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": self.count + 1,
            "debug_info": {"host": "local-slack", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._core.app.app_id},
        }

    async def _listen(self, connection: Connection) -> None:
        while True:
            try:
                text = await connection.socket.receive_text()
            except WebSocketDisconnect:
                return
            if text.startswith("{"):
                self._acknowledge(connection, json.loads(text))

    def _acknowledge(self, connection: Connection, envelope: Json) -> None:
        on_reply = connection.pending.pop(envelope.get("envelope_id", ""), None)
        if on_reply is not None:  # an acknowledgement that comes too late is ignored, as Slack does
            on_reply(Reply(acknowledged=True, status=200, body=envelope.get("payload") or {}))

    def _dispatch(self, parcel: Parcel, on_reply: OnReply) -> None:
        if not self._open:
            on_reply(Reply(acknowledged=False, failure="connection_failed"))
            return
        self._turn += 1
        connection = self._open[self._turn % len(self._open)]
        envelope = _envelope(parcel)
        envelope_id = envelope["envelope_id"]
        connection.pending[envelope_id] = on_reply
        loop = asyncio.get_running_loop()
        loop.call_later(self._core.deliveries.patience, self._expire, connection, envelope_id)
        self._keep(self._transmit(connection, envelope, cut=parcel.fault == "cut_after"))

    async def _transmit(self, connection: Connection, envelope: Json, *, cut: bool) -> None:
        try:
            await connection.socket.send_text(json.dumps(envelope))
        except (WebSocketDisconnect, RuntimeError):
            self._fail(connection, envelope["envelope_id"], "connection_failed")
        if cut:
            connection.cut()

    def _expire(self, connection: Connection, envelope_id: str) -> None:
        self._fail(connection, envelope_id, "timeout")

    def _fail(self, connection: Connection, envelope_id: str, failure: str) -> None:
        on_reply = connection.pending.pop(envelope_id, None)
        if on_reply is not None:
            on_reply(Reply(acknowledged=False, failure=failure))

    def _forget(self, connection: Connection) -> None:
        if connection in self._open:
            self._open.remove(connection)
        for envelope_id in list(connection.pending):
            self._fail(connection, envelope_id, "connection_failed")
        self._core.workspace.touch()

    async def _say_goodbye(self, connection: Connection, reason: str) -> None:
        goodbye = {"type": "disconnect", "reason": reason, "debug_info": {"host": "local-slack"}}
        connection.is_retiring = True
        await connection.socket.send_text(json.dumps(goodbye))


def _envelope(parcel: Parcel) -> Json:
    envelope: Json = {
        "envelope_id": str(uuid4()),
        "type": parcel.kind,
        "payload": parcel.payload,
        "accepts_response_payload": parcel.kind != "events_api",
    }
    if parcel.kind == "events_api":
        envelope |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
    return envelope
