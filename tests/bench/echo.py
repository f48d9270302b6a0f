"""What the echo check of one post costs beside a calendar of 10 000: what a member waits for when a card is shown.

The baseline, in turns with it, is rapidfuzz alone over all texts that are read and normalised already.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from bot.domain.members import Member
from bot.domain.post.echo import ALIKE
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.services.post import echo
from bot.services.post.adding import facts_of
from storage.tiny import TinyStore
from tests.bench._stores import kept_store

POSTS = 10_000
ROUNDS = 40
SEED = 7
BOUND = 50
"""Milliseconds: what a check may take at most."""
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
WORDS = """spring contest bread offer week fresh recipe visit team bakery morning croissant coffee sourdough workshop
prize
concours recette équipe atelier café boulangerie partager gagner découvrir semaine chaque notre votre avec pour"""
AMY = Member(id="UAMY", name="Amy")
LUNE = Strategy(id="S1", name="Lune", channel_id="C1", zone="Europe/Paris", manager_id="UAMY")


def a_text(chance: random.Random) -> str:
    """About 400 characters, with the links, emoji and hashtags of a real one."""
    words = " ".join(chance.choice(WORDS.split()) for _ in range(chance.randint(20, 90)))
    return (
        f"{words.capitalize()} 🎉 https://example.com/{chance.randint(1, 9999)} #bread #{chance.choice(WORDS.split())}"
    )


def fill(store: TinyStore) -> None:
    chance = random.Random(SEED)  # noqa: S311 - sample texts, no secret
    platforms = list(Platform)
    with store.transaction() as tx:
        for n in range(1, POSTS + 1):
            text, platform = a_text(chance), platforms[n % len(platforms)]
            tx.posts.put(Post(id=f"P{n}", strategy_id="S1", title="A post", platform=platform, text=text))


def run() -> list[str]:
    with kept_store() as store:
        fill(store)
        return _lines(store)


def _lines(store: TinyStore) -> list[str]:
    echo.words.cache_clear()
    first = _timed(lambda: _check(store, 1))
    with store.transaction() as tx:
        plain = [echo.words(each.text) for each in tx.posts.of_strategy("S1")]
    spans, bare = [], []
    for number in range(2, ROUNDS + 2):
        spans.append(_timed(lambda number=number: _check(store, number)))
        bare.append(_timed(lambda number=number: _compare(plain[number - 1], plain)))
    p95, alone = quantiles(spans, n=20)[-1], median(bare)
    return [
        f"echo check, {POSTS} posts, reading included, processor time: p50 {median(spans):.1f} ms, p95 {p95:.1f} ms"
        f" (bound {BOUND} ms); {median(spans) / alone:.2f} × rapidfuzz alone ({alone:.1f} ms)",
        f"echo check, the first one after a start: {first:.0f} ms",
    ]


def _check(store: TinyStore, number: int) -> None:
    facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id=f"P{number}")


def _compare(ours: str, plain: list[str]) -> None:
    process.extract(ours, plain, scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=None)


def _timed(act: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = time.thread_time()
    act()
    return (time.thread_time() - start) * 1000


if __name__ == "__main__":
    print("\n".join(run()))
