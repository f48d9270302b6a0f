"""What Slack tells about the workspace itself: members who change, the app that is taken away."""

import logging
from typing import Any

from handlers.context import House, refreshed
from handlers.listening import Listeners

logger = logging.getLogger(__name__)


def register(on: Listeners) -> None:
    on.event("user_change", on_user_change)
    on.event("app_uninstalled", on_gone)
    on.event("tokens_revoked", on_gone)


def on_user_change(house: House, event: dict[str, Any]) -> None:
    """A new zone, language or status counts from the next reminder on."""
    refreshed(house, event["user"]["id"])


def on_gone(house: House, event: dict[str, Any]) -> None:
    """Without the app nobody can be told anything: the log says so, for whoever runs it."""
    logger.warning("Slack says %s: this workspace no longer lets the bot in", event["type"])
