"""Share kits: angles, facts and a link for advocates, never a ready text; what was shared, by number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from bot.domain.posts import PostKind

FEWEST_ANGLES, MOST_ANGLES = 2, 4
USUAL_ANGLES = ("surprised", "who_made", "changes")
ANGLES: Mapping[PostKind, tuple[str, ...]] = MappingProxyType(
    {
        PostKind.CONTEST: ("would_win", "surprised", "who_made"),
        PostKind.RECRUITING: ("why_here", "first_day", "who_fits"),
        PostKind.EVENT: ("look_forward", "who_meet", "remember"),
        PostKind.PROMOTION: ("own_favourite", "changes", "who_for"),
        PostKind.BLOG: ("learned", "surprised", "who_for"),
        PostKind.STORY: ("who_made", "remember", "surprised"),
        PostKind.NEWS: ("changes", "how_long", "who_made"),
        PostKind.QUESTION: ("own_answer", "surprised", "who_ask"),
    }
)
"""Questions that a post of a kind suggests, by their keys in the catalogues; others have the usual ones."""

KITS_A_WEEK = 2
MOST_A_WEEK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one advocate shared: where, if they told it, and in which words, if they wrote them down."""

    member_id: str
    at: datetime
    link: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareKit:
    """*asked_ids*: the advocates it goes to; *closed_ids*: those who answered, either way, which nobody else sees."""

    id: str  # "K3", unique in the workspace
    strategy_id: str
    post_id: str
    angles: tuple[str, ...]
    facts: str = ""
    link: str = ""
    made_by: str = ""
    made_at: datetime | None = None
    asked_ids: tuple[str, ...] = ()
    closed_ids: tuple[str, ...] = ()
    shares: tuple[Shared, ...] = ()
    rev: int = 0

    @property
    def shared(self) -> int:
        return len(self.shares)

    def share_of(self, member_id: str) -> Shared | None:
        return next((each for each in self.shares if each.member_id == member_id), None)

    def closed_by(self, member_id: str) -> "ShareKit":
        closed = tuple(dict.fromkeys([*self.closed_ids, member_id]))
        return replace(self, closed_ids=closed)


def angles_for(kind: PostKind | None) -> tuple[str, ...]:
    return ANGLES.get(kind, USUAL_ANGLES) if kind else USUAL_ANGLES
