"""The calendar for commands that work without Slack: held alone to write into it, or read beside a running bot."""

import contextlib
from collections.abc import Iterator, Mapping

from bot.cli.backup import calendar_file, in_words
from bot.domain.errors import UserError
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.settings import store_url
from storage import open_store, path_of
from storage.copies.check import check
from storage.copies.everything import Everything, load, tables_in
from storage.memory import MemoryStore


@contextlib.contextmanager
def opened(url: str | None, environ: Mapping[str, str]) -> Iterator[Store]:
    """The store that *url*, else the environment, names; closed at the end."""
    store = open_store(url or store_url(environ))
    try:
        yield store
    finally:
        store.close()


@contextlib.contextmanager
def at_hand(url: str | None, environ: Mapping[str, str]) -> Iterator[Store]:
    """For reading only: where a running bot holds the store, a copy of what its files hold now."""
    if path_of(url or store_url(environ)) is None:
        with opened(url, environ) as store:
            yield store
        return
    copy = MemoryStore()
    load(copy, everything_at(url, environ))
    yield copy


def everything_at(url: str | None, environ: Mapping[str, str]) -> Everything:
    """Read beside a bot that may be running. Raises `UserError` for a document that can't be read."""
    if path_of(url or store_url(environ)) is None:
        with opened(url, environ) as store:
            return tables_in(store)
    path = calendar_file(url, environ)
    with in_words(path):
        found = check(path)
    for each in found.problems:
        if each.what == "unreadable":
            raise UserError("record-unreadable", kind=each.table, id=each.key, why=each.detail)
    return {table: list(rows.values()) for table, rows in found.tables.items()}


def the_strategy(store: Store, strategy_id: str | None) -> Strategy:
    """The one that is named, else the only one. Raises `UserError` where that is not clear."""
    with store.transaction() as tx:
        live = [each for each in tx.strategies.all() if not each.is_archived]
        if strategy_id:
            return tx.strategies.get(strategy_id.upper())
    if len(live) != 1:
        raise UserError("which-strategy", known=", ".join(f"{each.id} ({each.name})" for each in live) or "–")
    return live[0]
