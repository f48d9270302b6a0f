"""A store that tells who is inside of a transaction, so that tests can count them and see what is done in one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from slack_sdk import WebClient

from storage.memory import MemoryStore
from storage.transactions import DocumentTransaction


class WatchedStore(MemoryStore):
    def __init__(self) -> None:
        super().__init__()
        self.begun: list[str] = []
        """The name of the thread of each transaction: "listener…" are those of turns."""
        self._inside = threading.local()

    @property
    def is_inside(self) -> bool:
        """Whether this thread is in a transaction."""
        return getattr(self._inside, "depth", 0) > 0

    @contextmanager
    def transaction(self) -> Iterator[DocumentTransaction]:
        self.begun.append(threading.current_thread().name)
        with super().transaction() as tx:
            self._inside.depth = 1
            try:
                yield tx
            finally:
                self._inside.depth = 0


@contextmanager
def calls_to_slack(store: WatchedStore) -> Iterator[list[str]]:
    """The methods of Slack that are called inside of a transaction meanwhile."""
    found: list[str] = []
    call = WebClient.api_call

    def watched(client: WebClient, api_method: str, **arguments: Any) -> Any:
        if store.is_inside:
            found.append(api_method)
        return call(client, api_method, **arguments)

    with patch.object(WebClient, "api_call", watched):
        yield found
