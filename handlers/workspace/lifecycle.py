"""What Slack tells about the workspace itself: members who change, come and go, the app that is taken away."""

import logging
from typing import Any

from bot.services.people.channels import note_joined, note_left
from bot.services.workspace.leaving import leave
from handlers.context import House, refresh_member
from handlers.listening import Listeners

logger = logging.getLogger(__name__)


def register(on: Listeners) -> None:
    on.event("user_change", on_user_change)
    on.event("member_joined_channel", on_joined)
    on.event("member_left_channel", on_left)
    on.event("app_uninstalled", on_uninstalled)
    on.event("tokens_revoked", on_tokens_revoked)


def on_user_change(house: House, event: dict[str, Any]) -> None:
    """A new zone, language or status counts from the next reminder on."""
    refresh_member(house, event["user"]["id"])


def on_joined(house: House, event: dict[str, Any]) -> None:
    """Whoever comes into the channel of a strategy sees it from now on."""
    house.directory.doubt_people_in(event["channel"])
    note_joined(house.store, event["channel"], event["user"])


def on_left(house: House, event: dict[str, Any]) -> None:
    """Whoever leaves a private channel, or is taken out of it, sees its strategy no more."""
    house.directory.doubt_people_in(event["channel"])
    note_left(house.store, event["channel"], event["user"])


def on_uninstalled(house: House, event: dict[str, Any]) -> None:
    """Slack asks that the workspace's data be deleted, also where somebody only pressed the wrong button.

    A team that means to come back exports first, or copies a backup elsewhere. What can't be written down for the
    next start, on a full disk, is done all the same: Slack doesn't say it twice.
    """
    try:
        leave(house.store, now=house.clock.now())
    finally:
        house.uninstalled()


def on_tokens_revoked(house: House, event: dict[str, Any]) -> None:
    """A token that is replaced is no goodbye: nothing is deleted. The log says so, for whoever runs the bot."""
    logger.warning("Slack revoked the app's tokens; if it was not uninstalled, set the new ones and restart")
