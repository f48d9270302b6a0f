"""What is known of the channel that a strategy lives in: whether it is private, and who is in it. Knows no Slack."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

KNOWN_FOR = timedelta(minutes=30)
"""Events tell who comes and goes; what they did not tell is found out after so long."""
DOUBTED_AFTER = timedelta(minutes=1)
"""Who is not there may have come just now, and Slack may answer again: asked once more, so often at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """*is_private* None: nobody says.

    *inside* are those who were seen there; where it *is_listed*, Slack named all of them, and *outside* are the
    others of the team. *asked_at* is when Slack was asked last, *is_told* whether it answered, *ask_at* when it is
    to be asked again.
    """

    id: str
    is_private: bool | None = None
    is_listed: bool = False
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    asked_at: datetime | None = None
    ask_at: datetime | None = None
    is_told: bool = False

    def is_open_to(self, member_id: str) -> bool:
        return self.is_private is False or member_id in self.inside

    def is_shut_to(self, member_id: str) -> bool:
        """Whether Slack named everybody who is there, and not them."""
        return self.is_listed and member_id not in self.inside

    def newcomers(self, team: Iterable[str]) -> frozenset[str]:
        """Those of *team* who were not yet known when Slack listed it."""
        return frozenset(team) - self.inside - self.outside if self.is_listed else frozenset()

    def is_to_be_asked(self, about: Iterable[str] = (), *, now: datetime) -> bool:
        """Whether too little is known of it, or of any member of *about*; also where the clock was set back."""
        if self.ask_at is None or not now < self.ask_at <= now + KNOWN_FOR:
            return True
        return any(self._is_doubtful(each, now=now) for each in about)

    def _is_doubtful(self, member_id: str, *, now: datetime) -> bool:
        if not self.is_shut_to(member_id):
            return False
        is_new = member_id not in self.outside and self.is_told
        return is_new or self.asked_at is None or now - self.asked_at >= DOUBTED_AFTER

    def told(
        self, *, is_private: bool, member_ids: frozenset[str] | None, team: Iterable[str], now: datetime
    ) -> "Channel":
        """As Slack describes it. *team* are those whose place is kept; *member_ids* None: it named nobody.

        Of a channel that was listed before, the list that is known stands until there is another.
        """
        made = replace(self, is_private=is_private, asked_at=now, ask_at=now + KNOWN_FOR, is_told=True)
        if not is_private:
            return replace(made, is_listed=False, outside=frozenset())
        if member_ids is None:
            return replace(made, ask_at=now + DOUBTED_AFTER, is_told=False)
        inside = frozenset(team) & member_ids
        return replace(made, is_listed=True, inside=inside, outside=frozenset(team) - inside)

    def untold(self, *, now: datetime) -> "Channel":
        """Slack could not answer now: what is known stands, and it is asked again soon."""
        return replace(self, asked_at=now, ask_at=now + DOUBTED_AFTER, is_told=False)

    def refused(self, *, now: datetime, may_not_ask: bool) -> "Channel":
        """Slack does not tell. A list that is known stands, unless the bot *may_not_ask* any more: then nothing
        would ever mend it. What was public may be private since: nobody says any more.
        """
        made = replace(self, asked_at=now, ask_at=now + KNOWN_FOR, is_told=False)
        if self.is_listed and not may_not_ask:
            return made
        return replace(made, is_private=None, is_listed=False, outside=frozenset())

    def with_member(self, member_id: str) -> "Channel":
        return replace(self, inside=self.inside | {member_id}, outside=self.outside - {member_id})

    def without_member(self, member_id: str) -> "Channel":
        outside = self.outside | {member_id} if self.is_listed else self.outside
        return replace(self, inside=self.inside - {member_id}, outside=outside)

    def doubted(self) -> "Channel":
        """To be asked for at the next occasion."""
        return replace(self, ask_at=None)
