"""`doctor`: checks everything the bot depends on, and says how to mend each."""

import argparse
import contextlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import yaml
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

import handlers
from bot.app import slack_client
from bot.cli.command import Command
from bot.cli.demo import own_manifest
from bot.cli.stores import at_hand, opened
from bot.clock import SystemClock
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.ports import Store
from bot.settings import Settings
from handlers.context import House
from handlers.listening import Listeners
from handlers.slack.directory import SlackDirectory
from handlers.slack.files import SlackFiles
from handlers.slack.messenger import SlackMessenger

SKEW_SECONDS = 60
"""Slack refuses signatures older than five minutes; a minute off is the time to say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """*state* is ok, advice or fault; *key* and *params* make its sentence, which says how to mend it."""

    state: str
    key: str
    params: Mapping[str, object]


def found(state: str, key: str, **params: object) -> Finding:
    return Finding(state=state, key=key, params=params)


def refused(error: UserError) -> Finding:
    return Finding(state="fault", key=f"refusal-{error.key}", params=error.params)


def doctor(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Exit status 1 when anything is broken."""
    findings: list[Finding] = []
    try:
        settings = Settings.from_env(environ)
    except UserError as error:
        print(line(t, refused(error)))
        return 1
    for finding in examined(settings, environ):
        findings.append(finding)
        print(line(t, finding), flush=True)
    return int(any(finding.state == "fault" for finding in findings))


def line(t: Translator, finding: Finding) -> str:
    return f"{t('doctor-' + finding.state)} {t(finding.key, **finding.params)}"


def examined(settings: Settings, environ: Mapping[str, str]) -> Iterator[Finding]:
    client = slack_client(settings)
    manifest = yaml.safe_load(own_manifest().read_text(encoding="utf-8"))
    identity = asked(client.auth_test)
    yield token_finding(identity)
    if not isinstance(identity, SlackClientError):
        yield from scope_findings(identity.headers, manifest)
        yield clock_finding(identity.headers, time.time())
    if settings.is_socket_mode:
        yield socket_finding(settings)
    try:
        with examined_store(settings, environ) as (store, said):
            yield said
            yield from manifest_findings(settings, client, store, manifest)
            if not isinstance(identity, SlackClientError):
                yield from channel_findings(client, store, str(identity.get("user_id", "")))
    except UserError as error:
        yield refused(error)


@contextlib.contextmanager
def examined_store(settings: Settings, environ: Mapping[str, str]) -> Iterator[tuple[Store, Finding]]:
    """The calendar with what is said of it: opened as the bot opens it, or read beside the bot that has it open."""
    with contextlib.ExitStack() as stack:
        try:
            store, key = stack.enter_context(opened(settings.store_url, environ)), "doctor-store-ok"
        except UserError as error:
            if error.key != "store-locked":
                raise
            store, key = stack.enter_context(at_hand(settings.store_url, environ)), "doctor-store-running"
        yield store, found("ok", key, url=settings.store_url)


def asked(call: Callable[..., Any], **arguments: Any) -> Any:
    """Slack's answer, or the failure as a value."""
    try:
        return call(**arguments)
    except SlackClientError as failure:
        return failure
    except OSError as failure:
        return SlackClientError(str(failure.__class__.__name__))


def code_of(failure: SlackClientError) -> str:
    return str(failure.response["error"]) if isinstance(failure, SlackApiError) else str(failure)


def token_finding(identity: Any) -> Finding:
    if isinstance(identity, SlackClientError):
        return found("fault", "doctor-token-fault", code=code_of(identity))
    return found("ok", "doctor-token-ok", team=str(identity["team"]), user=str(identity["user"]))


def scope_findings(headers: Mapping[str, str], manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """The granted scopes stand in a header of every answer (docs.slack.dev/authentication/installing-with-oauth)."""
    granted = {name.lower(): value for name, value in headers.items()}.get("x-oauth-scopes", "")
    have = set(re.split(r"[,\s]+", granted)) if granted else set()
    scopes = manifest["oauth_config"]["scopes"]
    optional = set(scopes.get("bot_optional", ()))
    missing = sorted(set(scopes["bot"]) - optional - have)
    without = sorted(optional - have)
    if missing:
        yield found("fault", "doctor-scopes-fault", scopes=", ".join(missing))
    else:
        yield found("ok", "doctor-scopes-ok")
    if without:
        yield found("advice", "doctor-scopes-advice", scopes=", ".join(without))


def clock_finding(headers: Mapping[str, str], seconds: float) -> Finding:
    """This machine's clock against the `Date` of Slack's answer."""
    said = {name.lower(): value for name, value in headers.items()}.get("date")
    off = round(seconds - parsedate_to_datetime(said).timestamp()) if said else 0
    if abs(off) > SKEW_SECONDS:
        return found("fault", "doctor-clock-fault", seconds=abs(off), direction="fast" if off > 0 else "slow")
    return found("ok", "doctor-clock-ok", seconds=abs(off))


def socket_finding(settings: Settings) -> Finding:
    client = WebClient(token=settings.app_token, base_url=settings.api_url, timeout=10, retry_handlers=[])
    answer = asked(client.apps_connections_open, app_token=settings.app_token)
    if isinstance(answer, SlackClientError):
        return found("fault", "doctor-socket-fault", code=code_of(answer))
    return found("ok", "doctor-socket-ok")


def manifest_findings(
    settings: Settings, client: WebClient, store: Store, manifest: Mapping[str, Any]
) -> Iterator[Finding]:
    """The manifest that came with this version against the listeners that it registers."""
    registered = registered_listeners(settings, client, store)
    declared = {each["command"] for each in manifest["features"]["slash_commands"]}
    different = declared ^ {f"/{name}" for name in registered.commands}
    if different:
        yield found("fault", "doctor-manifest-fault", commands=", ".join(sorted(different)))
    else:
        yield found("ok", "doctor-manifest-ok", file=Path(own_manifest()).name)


def registered_listeners(settings: Settings, client: WebClient, store: Store) -> Listeners:
    app = App(client=client, signing_secret="unused", token_verification_enabled=False)  # noqa: S106 nothing listens
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


def channel_findings(client: WebClient, store: Store, bot_id: str) -> Iterator[Finding]:
    """Whether the digest can be posted. Without a reading scope Slack does not tell, and that is said."""
    with store.transaction() as tx:
        strategies = [each for each in tx.strategies.all() if not each.is_archived]
    if not strategies:
        yield found("advice", "doctor-strategy-advice")
    for strategy in strategies:
        answer = asked(client.conversations_info, channel=strategy.channel_id)
        yield channel_finding(strategy.name, strategy.channel_id, answer)


def channel_finding(name: str, channel_id: str, answer: Any) -> Finding:
    if isinstance(answer, SlackClientError):
        code = code_of(answer)
        return found(
            "advice" if code == "missing_scope" else "fault",
            "doctor-channel-unknown" if code == "missing_scope" else "doctor-channel-fault",
            name=name,
            channel=channel_id,
            code=code,
        )
    channel = answer["channel"]
    if channel.get("is_archived") or not channel.get("is_member", True):
        code = "is_archived" if channel.get("is_archived") else "not_in_channel"
        return found("fault", "doctor-channel-fault", name=name, channel=f"#{channel['name']}", code=code)
    return found("ok", "doctor-channel-ok", name=name, channel=f"#{channel['name']}")


DOCTOR = Command(name="doctor", help="cli-doctor", act=doctor)
