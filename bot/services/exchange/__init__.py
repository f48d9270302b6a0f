"""Calendars in and out: files of this and of other programs, read into posts and written from them."""

OFFERS: dict[str, tuple[str, ...]] = {}
"""What other steps use of this one, by file; all else is its own."""
