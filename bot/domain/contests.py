"""What a contest needs besides its post: rules, a deadline, and a post that tells who has won. Pure."""

import re
from collections.abc import Iterable
from datetime import timedelta

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


def has_winner_post(post: Post, others: Iterable[Post]) -> bool:
    """One that a step of its checklist made, or a post of its own or a later one whose title says so."""
    made = {each.post_id for each in post.checklist if each.key == WINNER_STEP}
    return any(
        each.id in made or ((each.parent_id == post.id or _is_later(each, post)) and WINNER.search(each.title))
        for each in others
        if each.id != post.id and each.state is not PostState.CANCELLED
    )


def _written(post: Post) -> str:
    return f"{post.text}\n{post.notes}"


def _is_later(other: Post, post: Post) -> bool:
    return bool(other.due and post.due and other.due.at > post.due.at)
