"""Where a calendar is kept, by its address, and every fault of it in words."""

import stat
from pathlib import Path

import pytest

from bot.domain.errors import UserError
from bot.i18n import Translator
from storage import open_store
from storage.journal.faults import StoreDamaged, StoreError, StoreLocked, StoreTooNew, WriteRefused
from storage.memory import MemoryStore
from storage.refusals import refusal_of


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("tinydb://{folder}/here.json", "here.json"),
        ("tinydb://{folder}/new/", "new/parution.json"),
        ("tinydb:///{folder}/", "parution.json"),
        ("tinydb://{folder}", "parution.json"),
        ("tinydb://{folder}/my%20calendar.json", "my calendar.json"),
    ],
)
def test_an_address_names_a_file_or_a_folder(tmp_path, address, file):
    open_store(address.format(folder=tmp_path)).close()

    assert (tmp_path / file).exists()


def test_the_memory_store_has_an_address():
    assert isinstance(open_store("memory:///"), MemoryStore)


@pytest.mark.parametrize(
    "address", ["", "tinydb", "tinydb://", "tinydb:///", "tinydb://data/x.json", "sqlite:///x", "/x"]
)
def test_any_other_address_is_refused_in_words(address):
    with pytest.raises(UserError) as refusal:
        open_store(address)

    assert (refusal.value.key, refusal.value.params) == ("store-url", {"url": address})


def test_a_new_folder_and_its_files_are_the_owners_alone(tmp_path):
    store = open_store(f"tinydb://{tmp_path}/private/")

    folder = tmp_path / "private"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    store.close()


# Refusals

FAULTS = [
    StoreLocked(Path("p.json"), 12345),
    StoreLocked(Path("p.json"), None),
    StoreTooNew(Path("p.json"), found=9, known=1),
    *(StoreDamaged(Path("p.json"), what, byte=1234, backup=Path("b.json")) for what in ("bad_line", "not_json")),
    *(
        StoreDamaged(Path("p.json"), what, where="posts P7")
        for what in ("gap", "same_key_twice", "not_a_record", "else")
    ),
    *(WriteRefused(Path("p.json"), what) for what in ("full", "forbidden", "failed", "read_only", "closed")),
]


@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_every_fault_of_a_store_is_told_in_words_that_name_the_file_or_what_to_do(fault: StoreError, locale: str):
    sentence = Translator(locale, "UTC").refusal(refusal_of(fault))

    assert ("p.json" in sentence) or fault.what == "closed"
    assert "{" not in sentence
