"""Targets of objectives: where each stands in a week, and whether a sum keeps its pace. Pure figures, no sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.kpi.formulas import LESS_IS_BETTER, Measured, is_hidden, needed
from bot.domain.kpi.rates import Figure, Total
from bot.domain.moments import Week
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Objective, Strategy, Target

POOLED_WEEKS = 4
"""Over so many weeks a rate is pooled where one week has too few posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A sum on its way: *done* of *target*, when *share* of the week's planned posts, else of its time, is over.

    *is_of_time*: no post was planned. *worth*: what a measured post of the last four weeks brought; None where none
    is known. Only sums have a pace: a rate is compared, never accumulated.
    """

    done: float
    target: float
    share: float
    is_of_time: bool = False
    worth: float | None = None

    @property
    def ratio(self) -> float | None:
        """Done ÷ what should be by now; None before anything should."""
        expected = self.target * self.share
        return self.done / expected if expected else None

    @property
    def short(self) -> float:
        """What is missing by now."""
        return max(0.0, self.target * self.share - self.done)

    @property
    def posts(self) -> int | None:
        """What is missing as posts' worth."""
        return round(self.short / self.worth) if self.worth else None

    @property
    def is_behind(self) -> bool:
        """By a post's worth at least, as far as anybody knows what a post is worth."""
        return bool(self.short) if self.posts is None else self.posts > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstTarget:
    """A target of *objective*, and its figure of the week, or of *weeks* together where one has too few posts.

    *pace* is that of a sum.
    """

    objective: Objective
    target: Target
    figure: Figure
    weeks: int = 1
    pace: Pace | None = None

    @property
    def is_hidden(self) -> bool:
        return is_hidden(self.target.kpi, self.figure)

    @property
    def is_met(self) -> bool | None:
        """None while it cannot be known."""
        value = self.figure.value
        if value is None or self.is_hidden:
            return None
        return value <= self.target.value if self.target.kpi in LESS_IS_BETTER else value >= self.target.value

    @property
    def is_off(self) -> bool:
        """Surely behind: a sum by its pace once every number is in, a rate by its value."""
        if isinstance(self.figure, Total):
            return self.pace is not None and self.figure.n == self.figure.of and self.pace.is_behind
        return self.is_met is False

    @property
    def ratio(self) -> float:
        """How much of what should be is there, 1 for all of it; the farther below, the worse."""
        if self.pace is not None:
            return 1.0 if self.pace.ratio is None else self.pace.ratio
        value = self.figure.value or 0.0
        if self.target.kpi in LESS_IS_BETTER:
            return self.target.value / value if value else 1.0
        return value / self.target.value


def serves(post: Post, objective: Objective, strategy: Strategy) -> bool:
    """Whether *post* counts for *objective*: one that names no open objective counts for each of them."""
    named = {each.id for each in strategy.open_objectives}
    return len(named) <= 1 or post.objective_id == objective.id or post.objective_id not in named


def serving(measured: Iterable[Measured], objective: Objective, strategy: Strategy) -> list[Measured]:
    return [each for each in measured if serves(each.post, objective, strategy)]


def still_planned(due: Iterable[Post]) -> list[Post]:
    return [each for each in due if each.state is not PostState.CANCELLED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A post that has numbers, and the names of those that a target needs and nobody has added."""

    post: Post
    counts: tuple[str, ...]


def lacking_among(measured: Iterable[Measured], recent: Sequence[Measured], strategy: Strategy) -> list[Lacking]:
    """The posts of *measured* that have numbers, but not those of the targets that they count for.

    What the posts of a platform never have, while *recent* ones of others do, is not asked of it: it tells no such
    number.
    """
    found = ((each, _lacked(each, recent, strategy)) for each in measured if not each.counts.is_empty)
    return [Lacking(post=each.post, counts=counts) for each, counts in found if counts]


def _lacked(measured: Measured, recent: Sequence[Measured], strategy: Strategy) -> tuple[str, ...]:
    wanted = [
        name
        for objective in strategy.open_objectives
        if serves(measured.post, objective, strategy)
        for target in objective.targets
        for name in needed(target.kpi, measured.post)
    ]
    unknown = [name for name in dict.fromkeys(wanted) if measured.count(name) is None]
    return tuple(name for name in unknown if _is_told(name, measured.post, recent))


def _is_told(name: str, post: Post, recent: Sequence[Measured]) -> bool:
    """Whether a post of the same platform has that number, or none of any platform has."""
    told = {each.post.platform for each in recent if each.count(name) is not None}
    return not told or post.platform in told


def share_over(due: Sequence[Post], week: Week, zone: str, *, now: datetime) -> float:
    """The share of the week's planned posts whose moment has come, or that are out; without plans, of its time."""
    planned = still_planned(due)
    if planned:
        return sum(not each.is_open or (each.due is not None and each.due.at <= now) for each in planned) / len(planned)
    start, end = week.bounds(zone)
    return min(1.0, max(0.0, (now - start) / (end - start)))
