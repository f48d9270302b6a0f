"""`run`: the bot in a real workspace, or in any local Slack that the environment names."""

import argparse
import signal
import threading
from collections.abc import Mapping

from bot import logs
from bot.app import build
from bot.cli.command import Command
from bot.i18n import Translator
from bot.settings import Settings


def run(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    settings = Settings.from_env(environ)
    logs.configure(settings.log_level)
    bot = build(settings)
    bot.start()
    print(t("cli-running", store=settings.store_url), flush=True)
    wait_for_signal(bot.over)
    bot.stop()
    print(t("cli-uninstalled" if bot.uninstalled.is_set() else "cli-stopped"), flush=True)


def wait_for_signal(asked: threading.Event) -> None:
    """Until *asked* is set; being asked to end, politely or with Ctrl-C, sets it too."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: asked.set())
    asked.wait()


RUN = Command(name="run", help="cli-run", act=run)
