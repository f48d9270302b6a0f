"""What a contest needs besides its post: rules, a deadline, and a post that tells who has won. Pure."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.plan.budgets import counts
from bot.domain.posts import Post, PostKind

RULES = re.compile(r"\b(?:rules?|terms|conditions|règles?|règlement|reglement|modalités)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\b(?:until|ends?|closes?|deadline|last day|jusqu['’](?:aux?|à)|avant le|fin du concours|clôture|date limite"
    r"|se terminent?|prend fin|dernier jour)\b",
    re.IGNORECASE,
)
WINNER = re.compile(
    r"\b(?:(?P<somebody>winners?|gagnante?s?|lauréate?s?|vainqueur\w*)|résultats?|results?)\b", re.IGNORECASE
)
CONTEST = re.compile(r"\b(?:contests?|giveaways?|concours|tirage)\b", re.IGNORECASE)
"""Results may be those of the year: they are a contest's where they say so, or share a word with its title."""
COMMON = frozenset(
    {"the", "and", "for", "our", "your", "this", "that", "who", "with", "from", "contest", "contests", "giveaway"}
    | {"les", "des", "une", "nos", "vos", "notre", "votre", "pour", "avec", "sur", "est", "sont", "qui", "que", "par"}
    | {"aux", "dans", "ces", "cette", "concours", "jeu", "tirage"}
)
"""Words of titles that say nothing of which contest it is."""
RULES_STEP, WINNER_STEP, END_STEPS = "rules", "winner", ("deadline", "draw")
"""Steps of a checklist that say the same."""
WINNER_AFTER = timedelta(days=7)
"""When a winner is told where nobody has said."""
WINNER_WITHIN = timedelta(days=60)
"""How long after a contest a winner that names none may be its own."""


def has_rules(post: Post) -> bool:
    return any(each.key == RULES_STEP for each in post.checklist) or bool(RULES.search(_written(post)))


def has_deadline(post: Post) -> bool:
    return any(each.key in END_STEPS and each.day for each in post.checklist) or bool(ENDS.search(_written(post)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contests:
    """Which posts are contests, and of which of them a winner is told: ids, read once from all posts."""

    all: frozenset[str]
    told: frozenset[str]

    @classmethod
    def among(cls, posts: Iterable[Post]) -> "Contests":
        """Ideas and cancelled posts count for nothing. A winner post tells of one contest, which came before it."""
        counted = [each for each in posts if counts(each)]
        every, told = set[str](), set(_told_by_steps(counted))
        waiting: list[_Titled] = []
        for titled in map(_Titled.of, sorted(counted, key=_moment)):
            contest = titled.tells_of(waiting)
            if contest is not None:
                told.add(contest.post.id)
                waiting.remove(contest)
            elif titled.post.kind is PostKind.CONTEST and not titled.post.parent_id:
                every.add(titled.post.id)
                waiting += [] if titled.post.id in told else [titled]
        return cls(all=frozenset(every), told=frozenset(told))


def _moment(post: Post) -> tuple[float, str]:
    """Posts without a date come last: they follow no contest, and nothing follows them."""
    return post.stands_at.timestamp() if post.stands_at else math.inf, post.id


def _told_by_steps(posts: list[Post]) -> Iterator[str]:
    """Contests with a post that their step for the winner made, or one of their own whose title says so."""
    ids = {each.id for each in posts}
    for post in posts:
        if post.parent_id and WINNER.search(post.title):
            yield post.parent_id
        made = {each.post_id for each in post.checklist if each.key == WINNER_STEP}
        if made & ids - {post.id}:
            yield post.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled:
    """A post, what its title says of a winner, and the words that tell its contest from others."""

    post: Post
    winner: re.Match[str] | None
    words: frozenset[str]

    @classmethod
    def of(cls, post: Post) -> "_Titled":
        winner = WINNER.search(post.title)
        is_read = winner or post.kind is PostKind.CONTEST
        words = re.findall(r"\w{3,}", post.title.casefold()) if is_read else []
        return cls(post=post, winner=winner, words=frozenset(words) - COMMON)

    def tells_of(self, waiting: list["_Titled"]) -> "_Titled | None":
        """Of contests in their order: the one with the most words of this title, else the first that may be."""
        told_at = self.post.stands_at
        if self.winner is None or self.post.parent_id or told_at is None:
            return None
        before = [each for each in waiting if each.post.stands_at and each.post.stands_at < told_at]
        best = max(before, key=lambda each: len(each.words & self.words), default=None)
        if best and best.words & self.words:
            return best
        near = (each for each in before if each.post.stands_at and told_at - each.post.stands_at <= WINNER_WITHIN)
        says_so = self.winner["somebody"] or CONTEST.search(self.post.title)
        return next(near, None) if says_so else None


def _written(post: Post) -> str:
    return f"{post.text}\n{post.notes}"
