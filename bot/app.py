"""The one place that knows every room: builds the bot, starts and stops it."""

import contextlib
import logging
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
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

import handlers
from bot.backups import DailyBackup
from bot.domain.errors import UserError
from bot.language import warm_up
from bot.ports import Clock, Store
from bot.services.echo import prepare
from bot.services.leaving import has_left
from bot.services.reminders import next_moment
from bot.settings import Settings
from bot.ticker import Ticker
from handlers.context import House
from handlers.listening import Listeners
from handlers.slack.directory import SlackDirectory
from handlers.slack.files import SlackFiles
from handlers.slack.messenger import SlackMessenger
from handlers.slack.sharing import SlackSharing
from handlers.ticks import tick
from storage import erase_store, open_store

logger = logging.getLogger(__name__)

GOODBYE_SECONDS = 1
LISTENERS = 32
"""Slow listeners must not hold up the acknowledgement of quick ones: Bolt's own pool of 5 is too small."""

BACKGROUND = 2
"""Files on their way out, and once what the echo check needs; a picture holds ten megabytes while it is drawn."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """The whole bot. `start` connects it to Slack and sets the metronome going; `tick` is one beat.

    *over* is set when the process should end, *uninstalled* when the workspace took the app away.
    """

    settings: Settings
    app: App
    house: House
    listeners: Listeners
    ticker: Ticker
    connection: "SocketConnection | HttpConnection"
    errands: ThreadPoolExecutor
    over: threading.Event
    uninstalled: threading.Event

    def start(self, *, ticking: bool = True) -> None:
        self.connection.start()
        threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
        self.errands.submit(prepare, self.house.store)  # ends before the store is closed
        if ticking:
            self.ticker.start()

    def stop(self) -> None:
        """When what was begun is done; after an uninstallation deletes what is kept of the workspace, backups too."""
        self.connection.stop()
        self.errands.shutdown()
        self.ticker.stop()
        self.house.store.close()
        if self.uninstalled.is_set():
            erase(self.settings.store_url)

    def tick(self) -> None:
        self.ticker.run()

    def next_moment(self) -> datetime | None:
        """When something may be owed next, as far as the calendar tells now."""
        return next_moment(self.house.store, self.house.clock.now())


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


def slack_client(settings: Settings) -> WebClient:
    """A client without retries of its own: a message is sent again only by the ledger, which looks first."""
    return WebClient(token=settings.bot_token, base_url=settings.api_url, timeout=10, retry_handlers=[])


def bolt_app(settings: Settings, client: WebClient) -> App:
    return App(
        client=client,
        signing_secret=settings.signing_secret or "socket-mode",
        request_verification_enabled=not settings.is_socket_mode,
        token_verification_enabled=False,
        listener_executor=ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener"),
    )


def connection_for(settings: Settings, app: App, client: WebClient) -> SocketConnection | HttpConnection:
    if settings.is_socket_mode:
        return SocketConnection(app, settings.app_token, client)
    return HttpConnection(app, settings.port)


def opened(url: str) -> Store:
    """The store at *url*, without what a workspace left there whose data a crash kept from being deleted."""
    store = open_store(url)
    if not has_left(store):
        return store
    store.close()
    erase(url)
    return open_store(url)


def erase(url: str) -> None:
    left = erase_store(url)
    if left:
        logger.error("the app was uninstalled, but this could not be deleted: %s", ", ".join(map(str, left)))
    else:
        logger.warning("the app was uninstalled: %s and its backups are deleted", url)


def build(settings: Settings, *, clock: Clock | None = None, store: Store | None = None) -> Bot:
    """Every room, wired. Raises `UserError` where the store cannot be opened."""
    store, present = store or opened(settings.store_url), clock or SystemClock()
    client = slack_client(settings)
    app = bolt_app(settings, client)
    backup = DailyBackup(store, present)
    ticker = Ticker(lambda: tick(house, listeners.reminders, present.now()), backup.run)
    errands = ThreadPoolExecutor(BACKGROUND, thread_name_prefix="background")
    over, uninstalled = threading.Event(), threading.Event()
    house = House(
        store=store,
        messenger=SlackMessenger(client, clock=clock, is_paced=clock is None),
        directory=SlackDirectory(client),
        clock=present,
        files=SlackFiles(client),
        nudge=ticker.nudge,
        publish_home=lambda member_id, view: client.views_publish(user_id=member_id, view=view),
        sharing=SlackSharing(client),
        background=errands.submit,
        uninstalled=lambda: end_for_good(uninstalled, over),
    )
    listeners = Listeners(app, house)
    handlers.register(listeners)
    return Bot(
        settings=settings,
        app=app,
        house=house,
        listeners=listeners,
        ticker=ticker,
        connection=connection_for(settings, app, client),
        errands=errands,
        over=over,
        uninstalled=uninstalled,
    )


def end_for_good(uninstalled: threading.Event, over: threading.Event) -> None:
    """In a moment: what said so wants its acknowledgement first."""
    uninstalled.set()
    goodbye = threading.Timer(GOODBYE_SECONDS, over.set)
    goodbye.daemon = True
    goodbye.start()
