"""The one thing to decide about a week: the worst that is true, and only where nothing is wrong, what to repeat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.engage.questions import Question
from bot.domain.kpi.comparisons import KindComparison, PeerComparison
from bot.domain.kpi.discipline import Discipline, RoundsOfSpan
from bot.domain.kpi.targets import AgainstTarget
from bot.domain.posts import Post


class DecisionKind(StrEnum):
    MISSED = "missed"  # planned posts did not go out
    OVERDUE = "overdue"  # posts of earlier weeks did not go out yet
    GAPS = "gaps"  # posts of the week that begins have no owner, or no text yet
    ROUND = "round"  # there is a round, and nobody did it
    QUESTIONS = "questions"  # questions wait too long
    MISSING = "missing"  # numbers are missing
    PACE = "pace"  # a target is off its pace
    EMPTY = "empty"  # nothing is planned for the week that begins
    SEQUEL = "sequel"  # a post did clearly better than its peers
    KIND = "kind"  # a kind of post does better than the others of its platform
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """*count* of *of* posts or questions that it is about, *older* of them of earlier weeks.

    *oldest* is the question that waits longest. *post* is what a sequel would repeat: it is proposed beside a pace that
    is off and an empty week, too.
    *is_round_undone*: beside missed posts, that nobody did a round either.
    """

    kind: DecisionKind
    post: Post | None = None
    comparison: PeerComparison | None = None
    finding: KindComparison | None = None
    count: int = 0
    of: int = 0
    unowned: int = 0
    textless: int = 0
    oldest: Question | None = None
    against: AgainstTarget | None = None
    older: int = 0
    is_round_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is decided on. *coming* is the week after, of which *unowned* and *textless* are open posts.

    *overdue*: posts of earlier weeks that are still to go out. *waiting*: questions open too long, the oldest first.
    *missing*: posts without numbers, or without those that a target needs; *missing_before*: of earlier weeks.
    """

    is_over: bool
    discipline: Discipline
    round: RoundsOfSpan
    coming: Sequence[Post]
    unowned: Sequence[Post]
    textless: Sequence[Post]
    waiting: Sequence[Question]
    missing: Sequence[Post]
    targets: Sequence[AgainstTarget]
    ranked: Sequence[PeerComparison]
    findings: Sequence[KindComparison]
    overdue: Sequence[Post] = ()
    missing_before: Sequence[Post] = ()

    @property
    def is_round_undone(self) -> bool:
        """A week that runs can still have its rounds."""
        return self.is_over and self.round.is_undone

    @property
    def best_repeatable(self) -> PeerComparison | None:
        return next((each for each in self.ranked if each.is_exceptional), None)


def decision_of(found: Situation) -> Decision:
    return next((decision for rule in RULES if (decision := rule(found))), Decision(kind=DecisionKind.NONE))


def _missed(found: Situation) -> Decision | None:
    kept = found.discipline
    if not kept.missed:
        return None
    undone = found.is_round_undone
    return Decision(kind=DecisionKind.MISSED, count=kept.missed, of=kept.planned, is_round_undone=undone)


def _overdue(found: Situation) -> Decision | None:
    count = len(found.overdue)
    return Decision(kind=DecisionKind.OVERDUE, count=count, older=count) if count else None


def _gaps(found: Situation) -> Decision | None:
    count = len({post.id for post in (*found.unowned, *found.textless)})
    if not count:
        return None
    unowned, textless = len(found.unowned), len(found.textless)
    return Decision(kind=DecisionKind.GAPS, count=count, of=len(found.coming), unowned=unowned, textless=textless)


def _round(found: Situation) -> Decision | None:
    return Decision(kind=DecisionKind.ROUND) if found.is_round_undone else None


def _questions(found: Situation) -> Decision | None:
    if not found.waiting:
        return None
    return Decision(kind=DecisionKind.QUESTIONS, count=len(found.waiting), oldest=found.waiting[0])


def _missing(found: Situation) -> Decision | None:
    older = len(found.missing_before)
    count = len(found.missing) + older
    return Decision(kind=DecisionKind.MISSING, count=count, older=older) if count else None


def _pace(found: Situation) -> Decision | None:
    """The target that is farthest off."""
    off = [each for each in found.targets if each.is_off]
    if not off:
        return None
    farthest = min(off, key=lambda each: each.ratio)
    return _repeating(Decision(kind=DecisionKind.PACE, against=farthest), found.best_repeatable)


def _repeating(decision: Decision, comparison: PeerComparison | None) -> Decision:
    """With the post that is worth another, where there is one: it helps."""
    if comparison is None:
        return decision
    return Decision(kind=decision.kind, against=decision.against, post=comparison.post, comparison=comparison)


def _empty(found: Situation) -> Decision | None:
    return None if found.coming else _repeating(Decision(kind=DecisionKind.EMPTY), found.best_repeatable)


def _sequel(found: Situation) -> Decision | None:
    return _repeating(Decision(kind=DecisionKind.SEQUEL), found.best_repeatable) if found.best_repeatable else None


def _kind(found: Situation) -> Decision | None:
    for finding in found.findings:
        best = next((each for each in found.ranked if each.did_well and _is_of(each.post, finding)), None)
        if best and finding.is_evident and finding.is_better:
            return Decision(kind=DecisionKind.KIND, post=best.post, comparison=best, finding=finding)
    return None


def _is_of(post: Post, finding: KindComparison) -> bool:
    return post.platform is finding.platform and post.kind is finding.kind


RULES: tuple[Callable[[Situation], Decision | None], ...] = (
    _missed,
    _overdue,
    _gaps,
    _round,
    _questions,
    _missing,
    _pace,
    _empty,
    _sequel,
    _kind,
)
"""The worst first."""
