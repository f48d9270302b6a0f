"""The Directory port over Slack's Web API: who is who, who is where, and who wants to be left alone now."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_sdk import WebClient

from bot.domain.errors import DeliveryFailed, GiveUp
from bot.domain.members import Member
from bot.i18n.places import country_of
from bot.ports import ChannelSaid
from handlers.slack.errors import TRANSPORT, failure_of
from handlers.slack.pauses import Pauses
from handlers.slack.roster import ChannelMembers

logger = logging.getLogger(__name__)

STRANGERS = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
NO_SCOPE = "missing_scope"
CHUNK = 50
PAGE = 999
"""The most that Slack gives of the members of a channel at once (docs.slack.dev, conversations.members)."""
PAGES = 20
LIST_PAGE = 1000
"""Members of a workspace that are asked for at once (docs.slack.dev, users.list)."""
LIST_PAGES = 3
"""In a larger workspace, those of a channel are looked up one by one, as far as nobody waits too long."""
LOOKED_UP = 20


class SlackDirectory:
    """*hurried* is the client for what somebody waits for within Slack's three seconds."""

    def __init__(self, client: WebClient, pauses: Pauses | None = None, *, hurried: WebClient | None = None) -> None:
        self._client = client
        self._hurried = hurried or client
        self._pauses = pauses or Pauses()
        self._is_silence_known = True
        self._untold: set[str] = set()
        self._inside: dict[str, frozenset[str]] = {}  # as Slack told last, until somebody asks for their names
        self._roster = ChannelMembers(self._people_of)

    def member(self, member_id: str) -> Member | None:
        """None for somebody Slack does not know. Raises `TryLater` or `GiveUp` where Slack does not answer."""
        try:
            found = self._answer("users.info", lambda: self._client.users_info(user=member_id, include_locale=True))
        except GiveUp as failure:
            if failure.code in STRANGERS:
                return None
            raise
        return member_of(found["user"])

    def quiet_until(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        """Asked of fifty members a call; once Slack refused (`dnd:read` is optional) not asked any more."""
        quiet: dict[str, datetime] = {}
        for start in range(0, len(member_ids), CHUNK):
            quiet |= self._quiet(member_ids[start : start + CHUNK], now=now) if self._is_silence_known else {}
        return quiet

    def _quiet(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        self._pauses.refuse("dnd.teamInfo")
        try:
            found = self._client.dnd_teamInfo(users=list(member_ids))
        except TRANSPORT as error:
            failure = failure_of(error, now=now)
            self._pauses.heed("dnd.teamInfo", failure, now=now)
            if not isinstance(failure, GiveUp):
                raise failure from error
            logger.info("do-not-disturb cannot be read: %s", failure.code)
            self._is_silence_known = False
            return {}
        told: dict[str, Any] = found.get("users") or {}
        spans = {member_id: _silence(each, now=now) for member_id, each in told.items()}
        return {member_id: until for member_id, until in spans.items() if until}

    def channel(self, channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        """Of a public one nobody is counted. A private one whose members cannot be had stays a private one.

        Once Slack refused for want of a scope (they are optional) it is not asked any more.
        """
        found = self._described(channel_id)
        if not (found["channel"].get("is_private") or found["channel"].get("is_mpim")):
            return ChannelSaid(is_private=False)
        if not with_members:
            return ChannelSaid(is_private=True)
        try:
            inside = self._members_of(channel_id)
        except DeliveryFailed as failure:
            logger.info("the members of a private channel cannot be read: %s", failure.code)
            return ChannelSaid(is_private=True)
        self._inside[channel_id] = inside or frozenset()
        return ChannelSaid(is_private=True, member_ids=inside)

    def people_in(self, channel_id: str, *, now: datetime) -> Sequence[Member]:
        return self._roster.of(channel_id, now=now) if channel_id else ()

    def doubt_people_in(self, channel_id: str) -> None:
        self._inside.pop(channel_id, None)
        self._roster.doubt(channel_id)

    def _people_of(self, channel_id: str) -> list[Member]:
        if channel_id in self._untold:
            raise GiveUp(NO_SCOPE)
        inside = self._inside.pop(channel_id, None) or self._members_of(channel_id) or frozenset()
        found, cursor = dict[str, Member](), ""
        for _ in range(LIST_PAGES if len(inside) else 0):
            ask = partial(self._hurried.users_list, limit=LIST_PAGE, cursor=cursor or None)
            page = self._answer("users.list", ask)
            found |= {each["id"]: member_of(each) for each in page.get("members") or () if each["id"] in inside}
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor or len(found) == len(inside):
                break
        missing = sorted(inside - found.keys())[:LOOKED_UP] if cursor else ()
        return [*found.values(), *filter(None, map(self.member, missing))]

    def _described(self, channel_id: str) -> Any:
        if channel_id in self._untold:
            raise GiveUp(NO_SCOPE)
        try:
            return self._answer("conversations.info", partial(self._hurried.conversations_info, channel=channel_id))
        except GiveUp as failure:
            if failure.code == NO_SCOPE:
                self._untold.add(channel_id)
            raise

    def _members_of(self, channel_id: str) -> frozenset[str] | None:
        """All of them; None where they are more than anybody would wait for."""
        found: set[str] = set()
        for place, page in enumerate(self._pages_of(channel_id)):
            if place == PAGES:
                return None
            found |= set(page)
        return frozenset(found)

    def _pages_of(self, channel_id: str) -> Iterator[Sequence[str]]:
        client, cursor = self._hurried, ""
        while True:
            ask = partial(client.conversations_members, channel=channel_id, limit=PAGE, cursor=cursor or None)
            found = self._answer("conversations.members", ask)
            yield found.get("members") or ()
            cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _answer(self, method: str, call: Callable[[], Any]) -> Any:
        """Raises `TryLater` or `GiveUp`."""
        self._pauses.refuse(method)
        try:
            return call()
        except TRANSPORT as error:
            now = datetime.now(UTC)
            failure = failure_of(error, now=now)
            self._pauses.heed(method, failure, now=now)
            raise failure from error


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
