"""`run`: the bot in a real workspace, or in any local Slack that the environment names."""

import argparse
import signal
import sys
import threading
from collections.abc import Mapping

from bot import logs
from bot.app import Bot, build
from bot.cli.command import Command
from bot.cli.manifest import own_manifest, read_manifest
from bot.cli.slack_checks import granting_findings, identity_of
from bot.i18n import Translator
from bot.settings import Settings


def run(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    """Raises `UserError` for whatever keeps the bot from running; what only harms it is said, and it runs."""
    settings = Settings.from_env(environ)
    logs.configure(settings.log_level)
    bot = build(settings)
    try:
        connect(bot, t)
        wait_for_signal(bot.over)
    finally:
        bot.stop()
    print(t("cli-uninstalled" if bot.uninstalled.is_set() else "cli-stopped"), flush=True)


def connect(bot: Bot, t: Translator) -> None:
    """Says that it is connected once Slack has answered with both tokens."""
    settings = bot.settings
    identity = identity_of(settings)
    for finding in granting_findings(identity.headers, read_manifest(own_manifest())):
        if finding.state == "fault":
            print(t(finding.key, **finding.params), file=sys.stderr)
    bot.start()
    bot.connection.wait_for_greeting()
    key = "cli-running" if settings.is_socket_mode else "cli-listening"
    print(t(key, team=str(identity["team"]), port=str(settings.port), store=settings.store_url), flush=True)


def wait_for_signal(asked: threading.Event) -> None:
    """Until *asked* is set; being asked to end, politely or with Ctrl-C, sets it too."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: asked.set())
    asked.wait()


RUN = Command(act=run)
