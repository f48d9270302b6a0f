"""What is owed, the queue and the ledger. `sources` has for each kind how it comes to be owed."""

OFFERS: dict[str, tuple[str, ...]] = {
    "facts": (
        "RHYTHM",
        "begin",
    ),
    "notices": (
        "NoticeTopic",
        "can_have_thread",
        "owe_thread",
        "tell_owner",
    ),
    "owing": ("mark_changed",),
}
"""What other steps use of this one, by file; all else is its own."""
