"""The local Slack as a whole: started in this process, reached over HTTP and WebSockets on 127.0.0.1."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, WebSocketRoute

from bot.sandbox import happenings, web_api
from bot.sandbox.acting.hand import Hand
from bot.sandbox.clock import SandboxClock
from bot.sandbox.control import control_routes
from bot.sandbox.core import Call, Core
from bot.sandbox.deliveries import Deliveries
from bot.sandbox.faults import Faults
from bot.sandbox.installation import Installation, read_manifest
from bot.sandbox.page.site import page_routes
from bot.sandbox.rates import Rates
from bot.sandbox.sample import sample_workspace
from bot.sandbox.team import Json, Member
from bot.sandbox.transport import gateway
from bot.sandbox.transport.connections import Connections
from bot.sandbox.transport.doors import OwnDoors
from bot.sandbox.transport.http_mode import HttpPosts
from bot.sandbox.transport.serving import Serving
from bot.sandbox.triggers import Triggers
from bot.sandbox.workspace import Workspace

T = TypeVar("T")
HOST = "127.0.0.1"
Mode = Literal["socket", "http"]


class LocalSlack:
    """A Slack workspace with one app in it.

    *manifest* says which scopes, events and commands that app has; without it, all. Its optional scopes are granted
    unless *optional_scopes* is false. *request_url* is where HTTP mode sends its requests. *ack_seconds* is how long
    Slack waits for an acknowledgement.
    """

    def __init__(
        self,
        *,
        workspace: Workspace | None = None,
        manifest: Path | None = None,
        optional_scopes: bool = True,
        port: int = 0,
        clock: SandboxClock | None = None,
        mode: Mode = "socket",
        request_url: str | None = None,
        ack_seconds: float = 3.0,
    ) -> None:
        self.mode: Mode = mode
        app = read_manifest(manifest, optional_scopes=optional_scopes)
        self.core = _core(workspace or sample_workspace(), clock or SandboxClock(), app, ack_seconds)
        self.connections = Connections(self.core)
        self._request_url = request_url
        self._port = port
        self._server: Serving | None = None
        self._posts: HttpPosts | None = None

    # --- what it consists of

    @property
    def workspace(self) -> Workspace:
        return self.core.workspace

    @property
    def clock(self) -> SandboxClock:
        return self.core.clock

    @property
    def faults(self) -> Faults:
        return self.core.faults

    @property
    def rates(self) -> Rates:
        return self.core.rates

    @property
    def calls(self) -> list[Call]:
        return self.core.calls

    @property
    def app(self) -> Installation:
        return self.core.app

    @property
    def url(self) -> str:
        return self.core.url

    @property
    def api_url(self) -> str:
        return f"{self.core.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.core.app.bot_token

    @property
    def app_token(self) -> str:
        return self.core.app.app_token

    @property
    def signing_secret(self) -> str:
        return self.core.app.signing_secret

    # --- its life

    def start(self) -> None:
        """Returns when connections are accepted; raises `OSError` when the port is taken."""
        listener = socket.create_server((HOST, self._port))
        port = listener.getsockname()[1]
        self.core.url = f"http://{HOST}:{port}"
        self.core.uses_sockets = self.mode == "socket"
        self.core.deliveries.transport = self._transport()
        self._server = Serving(self._application(port), listener)
        self._server.start()

    def stop(self) -> None:
        if self._posts is not None:
            self._posts.close()
        if self._server is not None:
            self._server.stop()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def listen_at(self, request_url: str) -> None:
        """Where the app waits for HTTP mode's requests, when that is known only after the start."""
        self._request_url = request_url
        self.core.deliveries.transport = self._transport()

    def verify_request_url(self) -> bool:
        """Whether the app at the request URL answers Slack's challenge; HTTP mode only."""
        return self._posts is not None and self._posts.verify()

    # --- what happens in it

    def hand(self, user_id: str) -> Hand:
        return Hand(self.core, user_id)

    def wait_for(self, predicate: Callable[[], T], timeout: float = 20) -> T:
        return self.workspace.wait_for(predicate, timeout)

    def settle(self, timeout: float = 30) -> None:
        """Wait until nothing that was sent to the app is without its acknowledgement or failure."""
        self.workspace.wait_for(lambda: not self.core.deliveries.in_flight, timeout)

    def wait_for_app(self, timeout: float = 30) -> None:
        """Wait until the app's first Socket Mode connection stands."""
        self.wait_for(lambda: self.connections.count > 0, timeout)

    def change_member(self, user_id: str, **changes: Any) -> Member:
        """Change a member (`tz=…`, `locale=…`, `deleted=True`, …) and tell the app by `user_change`."""
        return happenings.change_member(self.core, user_id, **changes)

    def add_member(self, member: Member) -> None:
        """Somebody new joins the workspace; the app hears `team_join`."""
        happenings.add_member(self.core, member)

    def join(self, user_id: str, channel_id: str) -> None:
        """Add a member, or the app's bot, to a channel."""
        happenings.join(self.core, user_id, channel_id)

    def leave(self, user_id: str, channel_id: str) -> None:
        happenings.leave(self.core, user_id, channel_id)

    def make_private(self, channel_id: str) -> None:
        """Turn a public channel into a private one, which Slack tells no app."""
        happenings.make_private(self.core, channel_id)

    def archive(self, channel_id: str) -> None:
        happenings.archive(self.core, channel_id)

    def announce(self, event_type: str, fields: Json | None = None) -> None:
        """Send the app any event it subscribed to, and wait until it was taken or put off."""
        happenings.announce(self.core, event_type, fields or {})

    def uninstall(self) -> None:
        """Remove the app: it hears of it, and its tokens are dead."""
        happenings.uninstall(self.core)

    def cut_sockets(self) -> None:
        """Reset every connection of Socket Mode, as a failing network does."""
        self.connections.cut_all()

    def close_sockets(self) -> None:
        """End every connection of Socket Mode in order, as a server that goes down."""
        self.connections.close_all()

    def refresh_sockets(self, reason: Literal["refresh_requested", "warning"] = "refresh_requested") -> None:
        self.connections.refresh_all(reason)

    def redeliver_due(self) -> None:
        self.core.deliveries.redeliver_due()

    # --- how

    def _transport(self) -> Connections | HttpPosts | None:
        if self.mode == "socket":
            return self.connections
        if self._request_url is None:
            return None
        self._posts = HttpPosts(self.core, self._request_url)
        return self._posts

    def _application(self, port: int) -> Starlette:
        routes: list[BaseRoute] = [
            *gateway.routes(self.core),
            *control_routes(self.clock),
            WebSocketRoute("/link", self.connections.serve),
            *page_routes(self.core),
        ]
        return Starlette(routes=routes, middleware=[Middleware(OwnDoors, port=port)], lifespan=self._watch_the_clock)

    @contextlib.asynccontextmanager
    async def _watch_the_clock(self, _: Starlette) -> AsyncIterator[None]:
        """While time runs, events that were not acknowledged become due without anybody moving the clock."""
        watch = asyncio.create_task(self._redeliver_each_second())
        yield
        watch.cancel()

    async def _redeliver_each_second(self) -> None:
        while True:
            await asyncio.sleep(1)
            if self.core.deliveries.waiting_count and not self.clock.is_stopped:
                self.redeliver_due()


def _core(workspace: Workspace, clock: SandboxClock, app: Installation, ack_seconds: float) -> Core:
    faults = Faults()
    core = Core(
        workspace=workspace,
        clock=clock,
        app=app,
        faults=faults,
        deliveries=Deliveries(clock, faults, ack_seconds),
        triggers=Triggers(clock),
        rates=Rates({name: method.tier_per_minute for name, method in web_api.METHODS.items()}),
    )
    core.name_bot()
    core.deliveries.on_answer = workspace.touch
    return core
