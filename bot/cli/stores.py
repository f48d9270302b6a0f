"""The calendar for commands that work without Slack."""

import contextlib
from collections.abc import Iterator, Mapping

from bot.domain.errors import UserError
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.settings import store_url
from storage import open_store


@contextlib.contextmanager
def opened(url: str | None, environ: Mapping[str, str]) -> Iterator[Store]:
    """The store that *url*, else the environment, names; closed at the end."""
    store = open_store(url or store_url(environ))
    try:
        yield store
    finally:
        store.close()


def the_strategy(store: Store, strategy_id: str | None) -> Strategy:
    """The one that is named, else the only one. Raises `UserError` where that is not clear."""
    with store.transaction() as tx:
        live = [each for each in tx.strategies.all() if not each.is_archived]
        if strategy_id:
            return tx.strategies.get(strategy_id.upper())
    if len(live) != 1:
        raise UserError("which-strategy", known=", ".join(f"{each.id} ({each.name})" for each in live) or "–")
    return live[0]
