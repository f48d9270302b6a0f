"""The store of the tests, and of whoever wants nothing kept."""

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from storage.plain import PlainStore


class MemoryStore(PlainStore):
    def __init__(self) -> None:
        super().__init__(TinyDB(storage=MemoryStorage))
