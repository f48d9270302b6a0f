"""Asks Slack who the bot is and where it may connect; what is wrong becomes a refusal that says how to mend it."""

import contextlib
import logging
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import TryLater, UserError
from handlers.slack.errors import OURS_TO_MEND, TRANSPORT, code_of, failure_of

REMOVED = frozenset({"account_inactive", "token_revoked"})
"""Said of a token that was right once (docs.slack.dev/reference/methods/auth.test)."""
APP_OF_TOKEN = re.compile(r"xapp-\d+-(A[A-Z0-9]{6,})-")
"""An app-level token names its app; the local Slack's does not."""


def who_we_are(client: WebClient) -> Any:
    """Slack's answer to auth.test. Raises `UserError`: "slack-token", "slack-unreachable", "slack-ill"."""
    return _asked(client, "slack-token", client.auth_test)


def socket_address(client: WebClient, app_token: str) -> str:
    """Where Socket Mode connects to. Raises `UserError`: "slack-socket", "slack-unreachable", "slack-ill"."""
    answer = _asked(client, "slack-socket", lambda: client.apps_connections_open(app_token=app_token))
    return str(answer["url"])


def refuse_other_app(client: WebClient, identity: Any, app_token: str) -> None:
    """Both tokens have to be one app's: else the bot would post as one and hear what is said to the other.

    *identity* is what `who_we_are` found. Raises `UserError("setting-two-apps")`; where neither Slack nor the token
    tells, they are taken to fit.
    """
    named = APP_OF_TOKEN.match(app_token)
    if named is None or not identity.get("bot_id"):
        return
    try:
        own = client.bots_info(bot=identity["bot_id"])["bot"].get("app_id")
    except TRANSPORT:
        return
    if own and own != named[1]:
        raise UserError("setting-two-apps", bot=own, app=named[1])


def _asked(client: WebClient, refused: str, call: Callable[[], Any]) -> Any:
    try:
        with _sdk_silenced():
            return call()
    except TRANSPORT as error:
        raise _in_words(error, refused, client) from error


@contextlib.contextmanager
def _sdk_silenced() -> Iterator[None]:
    """It would log an answer that is no JSON, beside the one line that says what to do."""
    sdk = logging.getLogger("slack_sdk")
    before = sdk.level
    sdk.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        sdk.setLevel(before)


def _in_words(error: Exception, refused: str, client: WebClient) -> UserError:
    """*refused* is the sentence for what Slack says no to."""
    if not isinstance(error, SlackApiError):
        reason = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
        return UserError("slack-unreachable", url=urlsplit(client.base_url).netloc, code=type(reason).__name__)
    code = code_of(error)
    is_passing = isinstance(failure_of(error, now=datetime.now(UTC)), TryLater) and code not in OURS_TO_MEND
    if is_passing:
        return UserError("slack-ill", url=urlsplit(client.base_url).netloc, code=code)
    return UserError(refused, code=code, state="removed" if code in REMOVED else "wrong")
