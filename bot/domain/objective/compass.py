"""The compass: which posts serve no objective, or stand where none asked for them. Pure; asks nobody itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.platforms import Platform
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy

QUESTIONED = frozenset({PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED})
"""An idea is no plan yet; what went out or was called off is not questioned any more."""


class CompassQuestion(StrEnum):
    """What a post is asked: a platform without an objective comes first, its answer names an objective as well."""

    PLATFORM = "platform"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Posts that wait for the same answer; *platform* where the doubt is about it."""

    doubt: CompassQuestion
    posts: tuple[Post, ...]
    platform: Platform | None = None


def is_asked_for(strategy: Strategy, platform: Platform) -> bool:
    """Whether an open objective asked for *platform*; without objectives, or with none that names any, all are."""
    named = {each for objective in strategy.open_objectives for each in objective.platforms}
    return not named or platform in named


def objective_elsewhere(strategy: Strategy, objective_id: str | None, platform: Platform) -> str | None:
    """What a post that serves *objective_id* serves on another *platform*: that, unless only another asked for it."""
    found = strategy.objective_for(platform)
    is_another = found is not None and platform in found.platforms
    return found.id if found and is_another and not _takes(strategy, objective_id, platform) else objective_id


def _takes(strategy: Strategy, objective_id: str | None, platform: Platform) -> bool:
    """Whether that open objective is served on *platform*: it asked for it, or names no platform at all."""
    own = next((each for each in strategy.open_objectives if each.id == objective_id), None)
    return own is not None and (not own.platforms or platform in own.platforms)


def doubt_about(post: Post, strategy: Strategy) -> CompassQuestion | None:
    """What *post* still has to be asked; None once it was answered, and where there is no objective to serve."""
    if post.compass_answer or post.state not in QUESTIONED or not strategy.open_objectives:
        return None
    if _takes(strategy, post.objective_id, post.platform):
        return None
    if not is_asked_for(strategy, post.platform):
        return CompassQuestion.PLATFORM
    return None if any(each.id == post.objective_id for each in strategy.objectives) else CompassQuestion.OBJECTIVE


def waiting_among(posts: Iterable[Post], strategy: Strategy) -> tuple[Waiting, ...]:
    """The posts to be asked about, by what is asked; platforms in the order of their first post."""
    found: dict[tuple[CompassQuestion, Platform | None], list[Post]] = {}
    for post in posts:
        if doubt := doubt_about(post, strategy):
            found.setdefault((doubt, post.platform if doubt is CompassQuestion.PLATFORM else None), []).append(post)
    return tuple(
        Waiting(doubt=doubt, platform=platform, posts=tuple(each)) for (doubt, platform), each in found.items()
    )


def asked_anew(was: Post, post: Post) -> Post:
    """An answer does not hold for another platform or another objective."""
    is_same = (was.platform, was.objective_id) == (post.platform, post.objective_id)
    return post if is_same or post.compass_answer != was.compass_answer else replace(post, compass_answer="")
