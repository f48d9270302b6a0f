"""Members, rights, who sees a strategy."""

OFFERS: dict[str, tuple[str, ...]] = {
    "asking": ("lead_of",),
    "channels": ("look_around",),
    "reaching": (
        "messageable",
        "reachable",
    ),
    "rights": (
        "Action",
        "may",
        "refuse_unless",
    ),
    "settings": ("posts_elsewhere",),
    "sight": (
        "SORT",
        "insiders",
        "is_listed",
        "is_shut_out",
        "seen_by",
        "unless_shut_out",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
