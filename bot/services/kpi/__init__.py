"""Counts, figures, the digest and its words."""

OFFERS: dict[str, tuple[str, ...]] = {
    "measures": ("mark_weeks",),
}
"""What other steps use of this one, by file; all else is its own."""
