"""What the first echo check after a start needs is worked out before anybody asks."""

from dataclasses import replace

from bot.app import build
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.ports import Store
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.services.post import echo
from bot.services.post.adding import facts_of
from bot.services.post.echo import BLOCK, prepare
from tests.bench._texts import a_text
from tests.conftest import MANIFEST, settings_of
from tests.services.post.post_builders import AMY, LUNE, NOW, a_store


def a_full_store(seed: int) -> Store:
    """More posts than one block of texts; their texts were not met before."""
    store = a_store()
    with store.transaction() as tx:
        for _ in range(BLOCK + 30):
            number = tx.next_number("post")
            text = f"{seed} {number} {a_text(seed * 10_000 + number)}"
            tx.posts.put(Post(id=f"P{number}", strategy_id=LUNE.id, title="T", platform=Platform.X, text=text))
    return store


def new_words(store: Store) -> int:
    """How many texts a check has to read for the first time."""
    before = echo.words.cache_info().misses
    facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id="P7")
    return echo.words.cache_info().misses - before


def test_without_it_the_first_check_reads_every_text():
    assert new_words(a_full_store(1)) > BLOCK


def test_after_it_the_first_check_reads_nothing_anew():
    store = a_full_store(2)

    prepare(store)

    assert new_words(store) == 0


def test_it_still_holds_after_a_post_was_written():
    store = a_full_store(3)
    prepare(store)

    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P9"), text="A text that nobody has met before"))

    assert new_words(store) == 1


def test_a_bot_that_starts_prepares_it_in_the_background():
    store = a_full_store(4)
    with LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=NOW)) as slack:
        bot = build(settings_of(slack), clock=slack.clock, store=store)
        bot.start(ticking=False)
        bot.errands.shutdown()

        found = new_words(store)

        bot.stop()
    assert found == 0
