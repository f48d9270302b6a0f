"""Who is in a channel by name, kept in memory for a while: nothing is written down of who takes no part."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.errors import DeliveryFailed
from bot.domain.members import Member

logger = logging.getLogger(__name__)

KNOWN_FOR = timedelta(minutes=30)
"""Who comes and goes is told by events; a new name shows after so long."""
SILENT_FOR = timedelta(minutes=1)
"""Slack, which did not answer, is not asked again within it: somebody waits."""


@dataclass(slots=True)
class ChannelMembers:
    """*ask* names those who are in a channel; it raises the `DeliveryFailed` family."""

    ask: Callable[[str], Iterable[Member]]
    _known: dict[str, tuple[datetime, tuple[Member, ...]]] = field(default_factory=dict)

    def of(self, channel_id: str, *, now: datetime) -> Sequence[Member]:
        """Those who can be told something; where Slack does not say, those it named before."""
        until, known = self._known.get(channel_id, (now, ()))
        if now < until <= now + KNOWN_FOR:
            return known
        try:
            until, known = now + KNOWN_FOR, tuple(each for each in self.ask(channel_id) if each.can_be_messaged)
        except DeliveryFailed as failure:
            logger.info("the names of those in a channel cannot be read: %s", failure.code)
            until = now + SILENT_FOR
        self._known[channel_id] = until, known
        return known

    def doubt(self, channel_id: str) -> None:
        """Somebody came or left."""
        self._known.pop(channel_id, None)
