"""What belongs together in one transaction: what a turn reads of a post, what it does, and the card that it shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.ports import Transaction
from handlers.context import Turn
from handlers.payloads import Reply

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class OneTransaction:
    """A store over a transaction that is open: its own are parts of that one, and what a part refuses leaves nothing.

    Nothing is durable before the whole is, so Slack is not called meanwhile.
    """

    tx: Transaction

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.tx.part():
            yield self.tx

    def close(self) -> None:
        raise RuntimeError("the store is closed by whoever opened it")


@contextmanager
def together(turn: Turn) -> Iterator[Turn]:
    """*turn* with everything that it reads and writes in one transaction."""
    with turn.store.transaction() as tx:
        yield replace(turn, house=replace(turn.house, store=OneTransaction(tx)))


def at_once(act: Callable[[Turn, What], Reply]) -> Callable[[Turn, What], Reply]:
    """*act*, which calls nobody in Slack, in one transaction."""

    def acted(turn: Turn, what: What) -> Reply:
        with together(turn) as one:
            return act(one, what)

    return acted
