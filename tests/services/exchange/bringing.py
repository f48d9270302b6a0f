"""A calendar file brought in, in one line."""

from datetime import UTC, datetime

from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.exchange.imports import plan_import, run_import
from bot.services.exchange.planning import ImportPlan

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def posts_of(store: Store, strategy: Strategy) -> list[Post]:
    with store.transaction() as tx:
        return tx.posts.of_strategy(strategy.id)


def planned(store: Store, strategy: Strategy, text: str) -> ImportPlan:
    return plan_import(store, text.encode(), strategy=strategy, now=NOW)


def brought_in(store: Store, strategy: Strategy, text: str) -> list[Post]:
    run_import(store, text.encode(), strategy=strategy, by="UAMY", now=NOW)
    return posts_of(store, strategy)
