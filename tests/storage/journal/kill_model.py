"""What a writer that may die at any moment writes, and what must be found after it.

Thread T's n-th transaction writes two tables: its counter, and one of its `SLOTS` posts (every seventh is a
deletion). The counter alone therefore says what the whole of T's part must look like.
"""

import random

from tests.storage.journal.raw import Journal

SLOTS = 20
TEXT = "x" * 400


def dice(seed):
    return random.Random(seed)  # noqa: S311  # it chooses when to kill, and must choose the same again


def transaction(thread, n):
    post = None if n % 7 == 0 else {"n": n, "text": TEXT}
    return [("posts", f"T{thread}-{n % SLOTS}", post), ("counters", f"T{thread}", {"n": n})]


def last_written(store, thread):
    counter = store.get("counters", f"T{thread}")
    return counter["n"] if counter else 0


def faults(store, acknowledged):
    """Sentences on what is lost or torn, given thread → last acknowledged n."""
    for thread, n in acknowledged.items():
        found = last_written(store, thread)
        if found < n:
            yield f"thread {thread}: {n} was acknowledged, {found} is there"
        if found > n + 1:
            yield f"thread {thread}: {found} is there, only {n} was acknowledged"
        yield from torn(store, thread, found)


def torn(store, thread, n):
    """Where the posts of *thread* are not those of its *n*-th transaction."""
    written = range(max(1, n - SLOTS + 1), n + 1)
    for number in written:
        key = f"T{thread}-{number % SLOTS}"
        expected = None if number % 7 == 0 else {"id": key, "n": number, "text": TEXT}
        if store.get("posts", key) != expected:
            yield f"thread {thread}: {key} is not that of transaction {number} of {n}"


def torn_copy(path, threads, schema=1):
    """Faults of a snapshot, if there is one: it may be old but must be whole."""
    if not path.exists():
        return []
    copy = Journal(path, schema=schema)
    try:
        return [fault for thread in threads for fault in torn(copy, thread, last_written(copy, thread))]
    finally:
        copy.close()
