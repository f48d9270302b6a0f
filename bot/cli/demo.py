"""`demo`: the whole product on a local Slack, with a sample team; and `sandbox`: the local Slack alone."""

import argparse
import contextlib
import tempfile
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot import logs
from bot.app import Bot, build
from bot.cli.calendar import import_file
from bot.cli.command import Command
from bot.cli.manifest import own_manifest
from bot.cli.run import wait_for_signal
from bot.cli.sample import ZONE, found_team, live_through, opening_of
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.ports import Store
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.settings import Settings

PORT, LAST_PORT = 8425, 65535
YEARS = range(1971, 9999)


def demo(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    logs.configure("WARNING")
    with contextlib.ExitStack() as stack:
        clock = SandboxClock()
        present = moment_of(wish.at) if wish.at else clock.now()
        slack = stack.enter_context(started(wish.port, clock, optional_scopes=not wish.required_scopes))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="parution-demo-"))
        bot = prepare_bot(slack, wish.store or f"tinydb:///{folder}/parution.json")
        stack.callback(bot.stop)
        print(t("cli-demo-preparing"), flush=True)
        fill(bot, clock, present, wish.calendar)
        if not wish.at:
            clock.run()
        bot.ticker.start()
        show(slack.url, t, browser=not wish.no_browser)
        wait_for_signal(bot.over)


def prepare_bot(slack: LocalSlack, store_url: str) -> Bot:
    """The bot on the local Slack by the same code as on any other, connected but not ticking yet."""
    settings = Settings(
        bot_token=slack.bot_token, app_token=slack.app_token, api_url=slack.api_url, store_url=store_url
    )
    bot = build(settings, clock=slack.clock)
    slack.clock.next_reminder = bot.next_moment
    slack.clock.stepper = lambda moment: step(bot, slack.clock, moment)
    bot.start(ticking=False)
    slack.wait_for_app()
    return bot


def fill(bot: Bot, clock: SandboxClock, present: datetime, calendar: Path | None) -> None:
    """A sample team and calendar on an empty store, lived through from last Monday to *present*."""
    if is_empty(bot.house.store):
        opening = opening_of(present)
        clock.stop_at(opening)
        strategy = found_team(bot.house, opening, with_posts=calendar is None)
        if calendar is not None:
            import_file(bot.house.store, calendar, strategy=strategy, now=present)
        live_through(bot, clock, present)
    else:
        clock.stop_at(present)
    bot.tick()


def is_empty(store: Store) -> bool:
    with store.transaction() as tx:
        return not tx.strategies.all()


def step(bot: Bot, clock: SandboxClock, moment: datetime) -> None:
    """Bring clock and bot to *moment* through every moment at which something may be owed on the way."""
    while True:
        following = bot.next_moment()
        if following is None or following > moment or following <= clock.now():
            break
        clock.set(following)
        bot.tick()
    if moment > clock.now():
        clock.set(moment)
    bot.tick()


def sandbox(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    logs.configure("WARNING")
    if wish.request_url:
        refuse_strange_url(wish.request_url)
    asked = {"manifest": wish.manifest, "optional_scopes": not wish.required_scopes, "request_url": wish.request_url}
    with started(wish.port, SandboxClock(), **asked) as slack:
        print(t("cli-sandbox", url=slack.url, api=slack.api_url, bot=slack.bot_token, app=slack.app_token))
        print(t("cli-sandbox-secret", secret=slack.signing_secret), flush=True)
        wait_for_signal(threading.Event())


def refuse_strange_url(url: str) -> None:
    """Raises `UserError("request-url")` for what is no address of the web."""
    try:
        asked = urlsplit(url)
        is_fit = asked.scheme in ("http", "https") and bool(asked.hostname) and (asked.port is None or asked.port > 0)
    except ValueError:
        is_fit = False
    if not is_fit:
        raise UserError("request-url", what=url)


@contextlib.contextmanager
def started(
    port: int | None,
    clock: SandboxClock,
    *,
    manifest: Path | None = None,
    optional_scopes: bool = True,
    request_url: str | None = None,
) -> Iterator[LocalSlack]:
    """A running local Slack: on *port* if one is asked for, else on the usual one, else on any that is free."""
    wanted = [PORT, 0] if port is None else [port] if 0 <= port <= LAST_PORT else []
    for each in wanted:
        slack = a_local_slack(
            manifest=manifest or own_manifest(),
            optional_scopes=optional_scopes,
            port=each,
            clock=clock,
            mode="http" if request_url else "socket",
            request_url=request_url,
        )
        try:
            slack.start()
        except OSError:
            continue
        try:
            yield slack
        finally:
            slack.stop()
        return
    raise UserError("port-taken", port=str(port))


def a_local_slack(*, manifest: Path, **asked: Any) -> LocalSlack:
    """Raises `UserError("manifest-unreadable")`."""
    try:
        return LocalSlack(manifest=manifest, **asked)
    except (OSError, ValueError, TypeError, KeyError):  # no such file, no YAML, no manifest
        raise UserError("manifest-unreadable", what=str(manifest)) from None


def moment_of(text: str) -> datetime:
    """ISO 8601; without a zone, in the sample strategy's. Not at the end of time: a life needs room around it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("at-unreadable", what=text) from None
    if moment.year not in YEARS:
        raise UserError("at-unreadable", what=text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(ZONE))


def show(url: str, t: Translator, *, browser: bool) -> None:
    print(t("cli-demo-ready", url=url), flush=True)
    if browser:
        webbrowser.open(url)


def demo_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--port", type=int, help=t("cli-port"))
    parser.add_argument("--store", metavar="URL", help=t("cli-demo-store"))
    parser.add_argument("--calendar", metavar="FILE", type=Path, help=t("cli-demo-calendar"))
    parser.add_argument("--at", metavar="MOMENT", help=t("cli-demo-at"))
    parser.add_argument("--required-scopes", action="store_true", help=t("cli-required-scopes"))
    parser.add_argument("--no-browser", action="store_true", help=t("cli-demo-no-browser"))


def sandbox_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--port", type=int, help=t("cli-port"))
    parser.add_argument("--manifest", metavar="FILE", type=Path, help=t("cli-sandbox-manifest"))
    parser.add_argument("--required-scopes", action="store_true", help=t("cli-required-scopes"))
    parser.add_argument("--request-url", metavar="URL", help=t("cli-sandbox-request-url"))


DEMO = Command(act=demo, arguments=demo_arguments)
SANDBOX = Command(act=sandbox, arguments=sandbox_arguments)
