"""The stores, by their address; the one name the composition root needs of this room is `open_store`."""

from pathlib import Path
from urllib.parse import unquote

from bot.domain.errors import UserError
from bot.ports import Store
from storage.faults import StoreError
from storage.memory import MemoryStore
from storage.refusals import refusal_of
from storage.tiny import TinyStore

FILE = "parution.json"


def open_store(url: str) -> Store:
    """The store at *url*: `tinydb:///path/file.json`, `tinydb:///folder/` or `memory:///`.

    Raises `UserError`: "store-url" for any other address, "store-locked", "store-damaged", "store-too-new",
    "store-write".
    """
    scheme, _, rest = url.partition("://")
    if scheme == "memory" and rest in ("", "/"):
        return MemoryStore()
    if scheme == "tinydb" and rest.startswith("/") and rest.strip("/"):
        try:
            return TinyStore(file_of(rest))
        except StoreError as error:
            raise refusal_of(error) from error
    raise UserError("store-url", url=url)


def file_of(address: str) -> Path:
    """The file that the part of an address behind `tinydb://` means; a folder's is `parution.json`."""
    path = Path("/" + unquote(address).lstrip("/"))
    return path / FILE if address.endswith("/") or path.is_dir() else path
