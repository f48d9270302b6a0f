"""How each deed is taken back: the table, and a way for posts, plan, objectives, numbers."""

OFFERS: dict[str, tuple[str, ...]] = {}
"""What other steps use of this one, by file; all else is its own."""
