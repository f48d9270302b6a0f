"""`doctor`: checks everything the bot depends on, and says how to mend each."""

import argparse
import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk import WebClient

import handlers
from bot.app import bolt_app, slack_client
from bot.cli.command import Command
from bot.cli.manifest import own_manifest, read_manifest
from bot.cli.slack_checks import CheckResult, found, refused, slack_findings
from bot.cli.stores import at_hand, opened
from bot.clock import SystemClock
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.ports import Store
from bot.settings import Settings
from handlers.context import House
from handlers.listening import Listeners
from handlers.slack.directory import SlackDirectory
from handlers.slack.errors import TRANSPORT, failure_of
from handlers.slack.files import SlackFiles
from handlers.slack.messenger import SlackMessenger


def doctor(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Exit status 1 when anything is broken."""
    findings: list[CheckResult] = []
    try:
        settings = Settings.from_env(environ)
    except UserError as error:
        print(line(t, refused(error)))
        return 1
    for finding in examine(settings, environ):
        findings.append(finding)
        print(line(t, finding), flush=True)
    return int(any(finding.state == "fault" for finding in findings))


def line(t: Translator, finding: CheckResult) -> str:
    return f"{t('doctor-' + finding.state)} {t(finding.key, **finding.params)}"


def examine(settings: Settings, environ: Mapping[str, str]) -> Iterator[CheckResult]:
    client = slack_client(settings)
    manifest = read_manifest(own_manifest())
    is_let_in = False
    for finding in slack_findings(settings, manifest):
        is_let_in = is_let_in or finding.key == "doctor-token-ok"
        yield finding
    try:
        with examined_store(settings, environ) as (store, said):
            yield said
            yield from manifest_findings(settings, client, store, manifest)
            if is_let_in:
                yield from channel_findings(client, store)
    except UserError as error:
        yield refused(error)


@contextlib.contextmanager
def examined_store(settings: Settings, environ: Mapping[str, str]) -> Iterator[tuple[Store, CheckResult]]:
    """The calendar with what is said of it: opened as the bot opens it, or read beside the bot that has it open."""
    with contextlib.ExitStack() as stack:
        try:
            store, key = stack.enter_context(opened(settings.store_url, environ)), "doctor-store-ok"
        except UserError as error:
            if error.key != "store-locked":
                raise
            store, key = stack.enter_context(at_hand(settings.store_url, environ)), "doctor-store-running"
        yield store, found("ok", key, url=settings.store_url)


def manifest_findings(
    settings: Settings, client: WebClient, store: Store, manifest: Mapping[str, Any]
) -> Iterator[CheckResult]:
    """The manifest that came with this version against the listeners that it registers."""
    registered = registered_listeners(settings, client, store)
    declared = {each["command"] for each in manifest["features"]["slash_commands"]}
    different = declared ^ {f"/{name}" for name in registered.commands}
    if different:
        yield found("fault", "doctor-manifest-fault", commands=", ".join(sorted(different)))
    else:
        yield found("ok", "doctor-manifest-ok", file=own_manifest().name)


def registered_listeners(settings: Settings, client: WebClient, store: Store) -> Listeners:
    app = bolt_app(settings, client)
    house = House(
        store=store,
        messenger=SlackMessenger(client),
        directory=SlackDirectory(client),
        clock=SystemClock(),
        files=SlackFiles(client),
    )
    listeners = Listeners(app, house)
    handlers.register(listeners)
    return listeners


def channel_findings(client: WebClient, store: Store) -> Iterator[CheckResult]:
    """Whether the digest can be posted. Without a reading scope Slack does not tell, and that is said."""
    with store.transaction() as tx:
        strategies = [each for each in tx.strategies.all() if not each.is_archived]
    if not strategies:
        yield found("advice", "doctor-strategy-advice")
    for strategy in strategies:
        yield channel_finding(client, strategy.name, strategy.channel_id)


def channel_finding(client: WebClient, name: str, channel_id: str) -> CheckResult:
    try:
        channel = client.conversations_info(channel=channel_id)["channel"]
    except TRANSPORT as error:
        code = failure_of(error, now=SystemClock().now()).code
        if code == "missing_scope":
            return found("advice", "doctor-channel-unknown", name=name, channel=channel_id)
        return found("fault", "doctor-channel-fault", name=name, channel=channel_id, code=code)
    if channel.get("is_archived") or not channel.get("is_member", True):
        code = "is_archived" if channel.get("is_archived") else "not_in_channel"
        return found("fault", "doctor-channel-fault", name=name, channel=f"#{channel['name']}", code=code)
    return found("ok", "doctor-channel-ok", name=name, channel=f"#{channel['name']}")


DOCTOR = Command(act=doctor)
