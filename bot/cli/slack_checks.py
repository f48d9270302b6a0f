"""What Slack says of the tokens, the scopes, this machine's clock and the way to the bot; in findings, or refusals."""

import http.client
import json
import re
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from slack_sdk.signature import SignatureVerifier

from bot.app import slack_client
from bot.cli.manifest import optional_scopes, required_scopes
from bot.connections import EVENTS_PATH
from bot.domain.errors import UserError
from bot.settings import Settings
from handlers.slack.connecting import refuse_other_app, socket_address, who_we_are

SKEW_SECONDS = 60
"""Slack refuses signatures older than five minutes; a minute off is the time to say so."""
CHALLENGE_SECONDS = 3.0
"""As long as Slack itself waits for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """*state* is ok, advice or fault; *key* and *params* make its sentence, which says how to mend it."""

    state: str
    key: str
    params: Mapping[str, object]


def found(state: str, key: str, **params: object) -> CheckResult:
    return CheckResult(state=state, key=key, params=params)


def refused(error: UserError) -> CheckResult:
    return CheckResult(state="fault", key=f"refusal-{error.key}", params=error.params)


def identity_of(settings: Settings) -> Any:
    """Slack's answer to auth.test. Raises `UserError` for a token it refuses, or where it cannot be asked."""
    client = slack_client(settings)
    identity = who_we_are(client)
    refuse_other_app(client, identity, settings.app_token)
    return identity


def slack_findings(settings: Settings, manifest: Mapping[str, Any]) -> Iterator[CheckResult]:
    client = slack_client(settings)
    try:
        identity = who_we_are(client)
    except UserError as error:
        yield refused(error)
        if error.key == "slack-token":  # else the other token would be told the same
            yield from way_findings(settings, {})
        return
    yield found("ok", "doctor-token-ok", team=str(identity["team"]), user=str(identity["user"]))
    yield from granting_findings(identity.headers, manifest)
    yield from way_findings(settings, identity)


def granting_findings(headers: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[CheckResult]:
    """What stands in the head of every answer: the scopes, and the time it is at Slack."""
    yield from scope_findings(headers, manifest)
    yield clock_finding(headers, time.time())


def scope_findings(headers: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[CheckResult]:
    """The granted scopes stand in a header of every answer (docs.slack.dev/authentication/installing-with-oauth);
    where there is none, nobody knows."""
    granted = header(headers, "x-oauth-scopes")
    if granted is None:
        return
    have = set(re.split(r"[,\s]+", granted))
    missing, without = sorted(required_scopes(manifest) - have), sorted(optional_scopes(manifest) - have)
    if missing:
        yield found("fault", "doctor-scopes-fault", scopes=", ".join(missing))
    else:
        yield found("ok", "doctor-scopes-ok")
    if without:
        yield found("advice", "doctor-scopes-advice")
    for scope in without:
        yield found("advice", "doctor-scope-advice", name=scope, scope=scope.replace(":", "-"))


def clock_finding(headers: Mapping[str, Any], seconds: float) -> CheckResult:
    """This machine's clock against the `Date` of Slack's answer."""
    said = header(headers, "date")
    off = round(seconds - parsedate_to_datetime(said).timestamp()) if said else 0
    if abs(off) > SKEW_SECONDS:
        return found("fault", "doctor-clock-fault", seconds=abs(off), direction="fast" if off > 0 else "slow")
    return found("ok", "doctor-clock-ok", seconds=abs(off))


def header(headers: Mapping[str, Any], name: str) -> str | None:
    """The SDK keeps the values of a header as text or in a list, and its name as it was sent."""
    value = {each.lower(): said for each, said in headers.items()}.get(name)
    return str(value[0]) if isinstance(value, list) else value


def way_findings(settings: Settings, identity: Any) -> Iterator[CheckResult]:
    """How Slack reaches the bot by these settings, and whether it can."""
    if not settings.is_socket_mode:
        yield http_finding(settings)
        return
    client = slack_client(settings)
    try:
        socket_address(client, settings.app_token)
        refuse_other_app(client, identity, settings.app_token)
        yield found("ok", "doctor-socket-ok")
    except UserError as error:
        yield refused(error)
    if settings.port:
        yield found("advice", "doctor-both-advice", port=str(settings.port))


def http_finding(settings: Settings) -> CheckResult:
    """Whether a bot with this secret answers Slack's challenge on this machine; the way from outside Slack tries."""
    challenge = secrets.token_urlsafe(12)
    try:
        is_answered = challenge in challenged(settings, challenge)
    except ConnectionRefusedError:
        return found("advice", "doctor-http-idle", port=str(settings.port))
    except (OSError, http.client.HTTPException):
        is_answered = False
    return found(
        "ok" if is_answered else "fault",
        "doctor-http-ok" if is_answered else "doctor-http-fault",
        port=str(settings.port),
    )


def challenged(settings: Settings, challenge: str) -> str:
    """What the port answers (docs.slack.dev/apis/events-api/using-http-request-urls, "URL verification")."""
    body = json.dumps({"type": "url_verification", "challenge": challenge})
    timestamp = str(int(time.time()))
    signed = SignatureVerifier(settings.signing_secret).generate_signature(timestamp=timestamp, body=body)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": str(signed),
    }
    line = http.client.HTTPConnection("127.0.0.1", settings.port, timeout=CHALLENGE_SECONDS)
    try:
        line.request("POST", EVENTS_PATH, body=body, headers=headers)
        answer = line.getresponse()
        return answer.read(2000).decode("utf-8", "replace") if answer.status == 200 else ""
    finally:
        line.close()
