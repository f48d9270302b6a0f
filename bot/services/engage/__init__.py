"""The daily round, questions, absences."""

OFFERS: dict[str, tuple[str, ...]] = {}
"""What other steps use of this one, by file; all else is its own."""
