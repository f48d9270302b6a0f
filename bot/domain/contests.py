"""What a contest needs besides its post: rules, a deadline, and a post that tells who has won. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.posts import Post, PostKind, PostState

RULES = re.compile(r"\b(?:rules?|terms|conditions|règlement|reglement|modalités)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\b(?:until|ends?|closes?|deadline|jusqu['’](?:aux?|à)|avant le|fin du concours|clôture)\b", re.IGNORECASE
)
WINNER = re.compile(r"\b(?:winners?|gagnante?s?|lauréate?s?|vainqueur\w*|résultats?)\b", re.IGNORECASE)
RULES_STEP, WINNER_STEP, END_STEPS = "rules", "winner", ("deadline", "draw")
"""Steps of a checklist that say the same."""
WINNER_AFTER = timedelta(days=7)
"""When a winner is told where nobody has said."""


def is_contest(post: Post) -> bool:
    """A contest itself, not a post that belongs to one or tells who has won."""
    return post.kind is PostKind.CONTEST and not post.parent_id and not WINNER.search(post.title)


def has_rules(post: Post) -> bool:
    return any(each.key == RULES_STEP for each in post.checklist) or bool(RULES.search(_written(post)))


def has_deadline(post: Post) -> bool:
    return any(each.key in END_STEPS and each.day for each in post.checklist) or bool(ENDS.search(_written(post)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Winners:
    """The posts that can tell who has won, read once for however many contests.

    *alive* are the ids of all that is not cancelled, *of_parent* those whose title says so by their parent, *latest*
    the moment of the last of these.
    """

    alive: frozenset[str]
    of_parent: Mapping[str, frozenset[str]]
    latest: datetime | None

    @classmethod
    def among(cls, posts: Iterable[Post]) -> "Winners":
        alive = [each for each in posts if each.state is not PostState.CANCELLED]
        titled = [each for each in alive if WINNER.search(each.title)]
        of_parent: dict[str, set[str]] = {}
        for each in titled:
            of_parent.setdefault(each.parent_id or "", set()).add(each.id)
        return cls(
            alive=frozenset(each.id for each in alive),
            of_parent={parent_id: frozenset(ids) for parent_id, ids in of_parent.items()},
            latest=max((each.due.at for each in titled if each.due), default=None),
        )

    def tell_of(self, post: Post) -> bool:
        """One that a step of its checklist made, or a post of its own or a later one whose title says so."""
        made = {each.post_id for each in post.checklist if each.key == WINNER_STEP}
        others = (made & self.alive) | self.of_parent.get(post.id, frozenset())
        is_later = bool(post.due and self.latest and self.latest > post.due.at)
        return is_later or bool(others - {post.id})


def _written(post: Post) -> str:
    return f"{post.text}\n{post.notes}"
