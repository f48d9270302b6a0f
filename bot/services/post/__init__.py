"""The calendar: adding, changing, listing posts; series, batches, reviews, echoes."""

OFFERS: dict[str, tuple[str, ...]] = {
    "adding": (
        "default_owner",
        "moved",
    ),
    "batches": ("Batch",),
    "echo": (
        "echoes_of",
        "with_text",
        "words",
    ),
    "lists": (
        "Overview",
        "overview_of",
    ),
    "pauses": ("mark_posts",),
    "records": (
        "HARMLESS",
        "as_part",
        "differing_fields",
        "keep",
        "may_take_back",
        "post_in",
        "post_to_change",
        "right_to",
        "remember_together",
        "to_insiders",
        "with_fields",
    ),
    "reviews": (
        "after_change",
        "asked",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
