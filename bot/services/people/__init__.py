"""Members, rights, who sees a strategy."""

OFFERS: dict[str, tuple[str, ...]] = {
    "whom_to_ask": ("lead_of",),
    "channels": ("look_around",),
    "who_can_be_told": (
        "messageable",
        "reachable",
    ),
    "who_may": (
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
        "sees",
        "unless_shut_out",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
