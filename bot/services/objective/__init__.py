"""Objectives: set, closed, served, asked about."""

OFFERS: dict[str, tuple[str, ...]] = {
    "compass": ("WIDENED",),
    "objectives": (
        "objective_in",
        "refuse_one_more",
    ),
    "records": (
        "is_as_left",
        "last_deed_to",
        "objective_of",
        "put_back",
        "remember_objective",
    ),
}
"""What other steps use of this one, by file; all else is its own."""
