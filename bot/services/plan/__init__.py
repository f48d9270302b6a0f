"""The plan: changed, checked, held against posts, shown as a month."""

OFFERS: dict[str, tuple[str, ...]] = {
    "changes": (
        "change_plan",
        "with_history",
        "with_line",
    ),
    "deeds": (
        "is_as_left",
        "plan_part",
        "with_values",
    ),
    "holidays": ("is_holiday",),
    "money": ("with_currency",),
    "names": ("rename_on_posts",),
    "held_back": (
        "Held",
        "Verdict",
        "hold_back",
        "made_worse",
        "verdict_on",
    ),
    "pauses": (
        "LONGEST",
        "PausedPosts",
        "pause_of",
        "paused_posts",
    ),
    "radar": ("coverage_between",),
    "text_lengths": ("room_of",),
}
"""What other steps use of this one, by file; all else is its own."""
