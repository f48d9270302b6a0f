"""What members did last, and the one way of taking it back; how each deed is taken back stands in `ways_back`."""

OFFERS: dict[str, tuple[str, ...]] = {
    "deeds": (
        "DEEDS",
        "Deed",
        "DeedPart",
        "PartKind",
        "UNDO_FOR",
        "bring_together",
        "deed_called",
        "deed_ever_called",
        "deeds_of",
        "follow",
        "read",
        "remember",
        "rewrite",
    ),
    "kept": (
        "delete_kept",
        "put_kept",
        "put_part",
        "remember_parts",
        "scrub",
        "undo_token",
        "value_before",
    ),
    "stack": (
        "LaterChange",
        "Move",
        "Outlook",
        "Way",
        "coming_deeds",
        "look",
        "seen_deeds",
        "take_back",
    ),
    "values": (
        "as_json",
        "converter",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
