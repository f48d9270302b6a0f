"""The stores, by their address."""

from pathlib import Path
from urllib.parse import unquote

from bot.domain.errors import UserError
from bot.ports import Store
from storage.copies.every_file import erase
from storage.journal.faults import StoreError
from storage.memory import MemoryStore
from storage.refusals import refusal_of
from storage.tiny import TinyStore

FILE = "parution.json"


def open_store(url: str) -> Store:
    """The store at *url*: `tinydb:///path/file.json`, `tinydb:///folder/` or `memory:///`.

    Raises `UserError`: "store-url" for any other address, "store-locked", "store-damaged", "store-gone",
    "store-too-new", "store-write".
    """
    path = path_of(url)
    if path is None:
        return MemoryStore()
    try:
        return TinyStore(path)
    except StoreError as error:
        raise refusal_of(error) from error


def erase_store(url: str) -> list[Path]:
    """Delete what is kept at *url*, backups included, and return what could not be deleted."""
    path = path_of(url)
    return erase(path) if path else []


def path_of(url: str) -> Path | None:
    """The calendar's file; None for a store that keeps none. Raises `UserError("store-url")`."""
    scheme, _, rest = url.partition("://")
    if scheme == "memory" and rest in ("", "/"):
        return None
    if scheme == "tinydb" and rest.startswith("/") and rest.strip("/"):
        return file_of(rest)
    raise UserError("store-url", url=url)


def file_of(address: str) -> Path:
    """The file that the part of an address behind `tinydb://` means; a folder's is `parution.json`.

    Where that is a link: what it leads to, for the journal, the lock and the backups are beside that. Raises
    `UserError`: "store-not-a-file" for a folder or a device, "file-trouble" for what can't be looked at.
    """
    path = Path("/" + unquote(address).lstrip("/"))
    try:
        file = (path / FILE if address.endswith("/") or path.is_dir() else path).resolve()
        if file.exists() and not file.is_file():
            raise UserError("store-not-a-file", path=str(file))
        return file
    except OSError as error:  # a folder that may not be looked into
        raise UserError("file-trouble", path=str(path), why=error.strerror or "") from None
    except (RuntimeError, ValueError) as error:  # links in a circle, a NUL in the name
        raise UserError("file-trouble", path=str(path), why=str(error)) from None
