"""The journal as the tests of the storage speak to it: whole documents by their keys, with no TinyDB between."""

from storage.journal import journal
from storage.journal.documents import Documents, Writing
from storage.journal.rows import decode, encode


class Unawaited(Writing):
    def wait(self):
        pass


class ByKey:
    def commit(self, changes):
        self.wait(self.stage_changes(changes))

    def stage_changes(self, changes):
        """Apply *changes* (table, key or TinyDB's integer, document or None to delete); `wait` makes them durable."""
        encoded = [(table, key, encode_for(key, document)) for table, key, document in changes]
        with self.transaction() if self.is_inside else Unawaited(self) as writing:
            for table, key, row in encoded:
                put(writing, self.table(table), key, row)
        return writing.ticket

    def wait(self, ticket):
        if ticket is not None:
            super().wait(ticket)

    def get(self, table, key):
        found = self.find(table, key)
        return None if found is None else dict(found)

    def rows(self, table):
        return map(decode, self.encoded(table).values())

    def add_index(self, table, name, key):
        self.table(table).add_index(name, key)


class Journal(ByKey, journal.Journal):
    pass


class InMemory(ByKey, Documents):
    def write(self, *changes):
        self.commit(changes)


def put(writing, rows, key, row):
    doc_id = rows.find_id(key)
    if row is not None or doc_id is not None:
        new = key if isinstance(key, int) else None
        writing.place(rows, doc_id or new or rows.reserve_id(), row)


def encode_for(key, document):
    if document is None:
        return None
    if isinstance(key, int):
        return encode(document)
    if document.get("id", key) != key:
        raise ValueError(f"the id {document['id']!r} is not the key {key!r}")
    return encode(document if "id" in document else {"id": key, **document})
