"""The one place that knows every room: builds the bot, starts and stops it."""

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from slack_bolt import App
from slack_sdk import WebClient

import handlers
from bot import logs
from bot.clock import SystemClock, use_pinned_zones
from bot.connections import LISTENERS, SocketConnection
from bot.ports import Clock, Store
from bot.services.post.echo import prepare
from bot.services.reminders.upcoming import next_moment
from bot.services.workspace.leaving import has_left
from bot.settings import Settings, hidden_from_bolt
from bot.ticker import Ticker
from handlers.context import House
from handlers.exchange.running import resume
from handlers.listening import Listeners
from handlers.reminders.ticks import tick
from handlers.slack.directory import SlackDirectory
from handlers.slack.files import SlackFiles
from handlers.slack.messenger import SlackMessenger
from handlers.slack.pauses import Pauses
from handlers.slack.sharing import SlackSharing
from storage import erase_store, open_store
from storage.copies.daily_backup import DailyBackup
from storage.copies.every_file import forget_in_copies

if TYPE_CHECKING:
    from bot.http_connection import HttpConnection

logger = logging.getLogger(__name__)

GOODBYE_SECONDS = 1
HURRIED = 2
"""Seconds for a question that somebody's answer waits for, which Slack wants within three."""
BACKGROUND = 2
"""Files on their way out, and once what the echo check needs; a picture holds ten megabytes while it is drawn."""


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
        self.errands.submit(prepare, self.house.store)  # ends before the store is closed
        self.errands.submit(resume, self.house)
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


def slack_client(settings: Settings, *, timeout: int = 10) -> WebClient:
    """A client without retries of its own: a message is sent again only by the ledger, which looks first."""
    return WebClient(token=settings.bot_token, base_url=settings.api_url, timeout=timeout, retry_handlers=[])


def bolt_app(settings: Settings, client: WebClient) -> App:
    with hidden_from_bolt():
        return App(
            client=client,
            logger=logs.bolt_logger(),
            signing_secret=settings.signing_secret or "socket-mode",
            request_verification_enabled=not settings.is_socket_mode,
            token_verification_enabled=False,
            listener_executor=ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener"),
        )


def connection_for(settings: Settings, app: App, client: WebClient) -> "SocketConnection | HttpConnection":
    if settings.is_socket_mode:
        return SocketConnection(app, settings.app_token, client)
    from bot.http_connection import HttpConnection  # its server is for those who use it

    return HttpConnection(app, settings.port, settings.signing_secret)


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
    use_pinned_zones()
    store, present = store or opened(settings.store_url), clock or SystemClock()
    elapsed = time.monotonic if clock is None else lambda: present.now().timestamp()  # Slack's limits on a local Slack
    client = slack_client(settings)
    hurried = slack_client(settings, timeout=HURRIED) if clock is None else client  # a busy machine decides no test
    app = bolt_app(settings, client)
    backup = DailyBackup(store, present)
    ticker = Ticker(lambda: tick(house, listeners.reminders, present.now()), backup.run)
    errands = ThreadPoolExecutor(BACKGROUND, thread_name_prefix="background")
    over, uninstalled = threading.Event(), threading.Event()
    house = House(
        store=store,
        messenger=SlackMessenger(client, clock=clock, is_paced=clock is None),
        directory=SlackDirectory(client, Pauses(present, elapsed), hurried=hurried),
        clock=present,
        files=SlackFiles(client),
        nudge=ticker.nudge,
        publish_home=lambda member_id, view: client.views_publish(user_id=member_id, view=view),
        sharing=SlackSharing(client),
        background=errands.submit,
        uninstalled=lambda: end_for_good(uninstalled, over),
        forget_in_copies=partial(forget_in_copies, store),
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
