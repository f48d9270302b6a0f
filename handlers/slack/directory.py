"""The Directory port over Slack's Web API: who is who, and who wants to be left alone now."""

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from slack_sdk import WebClient

from bot.domain.errors import GiveUp
from bot.domain.people import Member
from bot.i18n.places import country_of
from handlers.slack.errors import TRANSPORT, failure_of
from handlers.slack.holds import Holds

logger = logging.getLogger(__name__)

STRANGERS = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
CHUNK = 50


class SlackDirectory:
    def __init__(self, client: WebClient, holds: Holds | None = None) -> None:
        self._client = client
        self._holds = holds or Holds()
        self._is_silence_known = True

    def member(self, member_id: str) -> Member | None:
        """None for somebody Slack does not know. Raises `TryLater` or `GiveUp` where Slack does not answer."""
        self._holds.refuse("users.info")
        try:
            found = self._client.users_info(user=member_id, include_locale=True)
        except TRANSPORT as error:
            now = datetime.now(UTC)
            failure = failure_of(error, now=now)
            self._holds.heed("users.info", failure, now=now)
            if isinstance(failure, GiveUp) and failure.code in STRANGERS:
                return None
            raise failure from error
        return member_of(found["user"])

    def quiet_until(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        """Asked of fifty members a call; once Slack refused (`dnd:read` is optional) not asked any more."""
        quiet: dict[str, datetime] = {}
        for start in range(0, len(member_ids), CHUNK):
            quiet |= self._quiet(member_ids[start : start + CHUNK], now=now) if self._is_silence_known else {}
        return quiet

    def _quiet(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        self._holds.refuse("dnd.teamInfo")
        try:
            found = self._client.dnd_teamInfo(users=list(member_ids))
        except TRANSPORT as error:
            failure = failure_of(error, now=now)
            self._holds.heed("dnd.teamInfo", failure, now=now)
            if not isinstance(failure, GiveUp):
                raise failure from error
            logger.info("do-not-disturb cannot be read: %s", failure.code)
            self._is_silence_known = False
            return {}
        told: dict[str, Any] = found.get("users") or {}
        spans = {member_id: _silence(each, now=now) for member_id, each in told.items()}
        return {member_id: until for member_id, until in spans.items() if until}


def _silence(told: Mapping[str, Any], *, now: datetime) -> datetime | None:
    if not told.get("dnd_enabled"):
        return None
    start, end = (int(told.get(f"next_dnd_{edge}_ts") or 0) for edge in ("start", "end"))
    return datetime.fromtimestamp(end, UTC) if start <= now.timestamp() < end else None


def member_of(user: Mapping[str, Any]) -> Member:
    """A member from Slack's own record of a user, with the settings a new one has."""
    profile = user.get("profile") or {}
    zone = user.get("tz") or "UTC"
    return Member(
        id=str(user["id"]),
        name=profile.get("display_name") or user.get("real_name") or profile.get("real_name") or user.get("name") or "",
        full_name=user.get("real_name") or profile.get("real_name") or "",
        zone=zone,
        locale=user.get("locale") or "en-US",
        country=country_of(zone),
        is_active=not user.get("deleted", False),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger")),
        is_bot=bool(user.get("is_bot") or user["id"] == "USLACKBOT"),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
    )
