"""What is owed, the queue and the ledger. `sources` has for each kind how it comes to be owed."""

OFFERS: dict[str, tuple[str, ...]] = {
    "changes": (
        "tell_of_change",
        "tell_of_pause",
    ),
    "day_lines": ("owe_day_line",),
    "facts": (
        "RHYTHM",
        "begin",
        "steps_of_today",
    ),
    "notices": (
        "can_have_thread",
        "owe_thread",
    ),
    "owing": (
        "mark_changed",
        "mark_forgotten",
        "mark_mornings",
    ),
    "rhythms": ("is_asked_on",),
}
"""What other steps use of this one, by file; all else is its own."""
