"""Slack's errors and the network's as ours: try later, give up, outcome unknown.

Codes: the error tables of each method, docs.slack.dev/reference/methods.
"""

import socket
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.domain.errors import DeliveryFailed, GiveUp, OutcomeUnknown, TryLater

TRANSPORT = (SlackClientError, OSError, HTTPException)
"""What a call may raise: a refusal by Slack, or whatever happens on the way (URLError is an OSError)."""

LIMITED = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
OURS_TO_MEND = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "org_login_required",
        "ekm_access_denied",
        "two_factor_setup_required",
        "team_access_not_granted",
        "account_inactive",
        "accesslimited",
        "not_allowed_token_type",
        "team_not_found",
    }
)
"""Wrong with the app, not with one recipient: messages wait until somebody mends the token. Of a deleted member
Slack says `user_disabled`; `account_inactive` is said of a token whose app or workspace is gone."""
SLACK_ILL = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "timeout"})
NEVER_SENT = (ConnectionRefusedError, socket.gaierror)


def failure_of(error: Exception, *, now: datetime, is_sending: bool = False) -> DeliveryFailed:
    """*is_sending*: the call makes something appear, so a lost answer leaves the outcome unknown."""
    if isinstance(error, SlackApiError):
        return _refusal(error, now=now, is_sending=is_sending)
    reason = error.reason if isinstance(error, URLError) else error
    code = type(reason).__name__
    if is_sending and not isinstance(reason, NEVER_SENT):
        return OutcomeUnknown(code)
    return TryLater(code)


def _refusal(error: SlackApiError, *, now: datetime, is_sending: bool) -> DeliveryFailed:
    status, code = int(error.response.status_code), code_of(error)
    if status == 429 or code in LIMITED:
        return TryLater("ratelimited", retry_at=now + wait_of(error), pauses_all=is_sending)
    if status >= 500 or code in SLACK_ILL:
        return OutcomeUnknown(code) if is_sending else TryLater(code)
    return TryLater(code) if code in OURS_TO_MEND else GiveUp(code)


def code_of(error: SlackApiError) -> str:
    """Slack's code; an answer that is no JSON (a proxy's page) has none, and its text stays out of the logs."""
    response: Any = error.response
    code = str(response.get("error") or "")
    return code if code.replace("_", "").replace("-", "").isalnum() else "internal_error"


def wait_of(error: SlackApiError) -> timedelta:
    headers: dict[str, Any] = {name.lower(): value for name, value in (error.response.headers or {}).items()}
    told = headers.get("retry-after", "1")
    seconds = told[0] if isinstance(told, list) else told
    return timedelta(seconds=max(1, int(seconds))) if str(seconds).isdigit() else timedelta(seconds=1)
