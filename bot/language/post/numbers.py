"""Which posts a few words beside a file are about."""

import re

NUMBERED = re.compile(r"(?<![\w#])(?:p|(?:post|publication)\s*(?:n[°ºo]\s*)?)(\d{1,9})(?!\w)", re.IGNORECASE)
"""P38, post 38, publication n° 38."""


def posts_named(text: str) -> list[str]:
    """Their ids, each once, in their order: "P38", "pour la publication 38", "P38: a cup of tea"."""
    return list(dict.fromkeys(f"P{int(each)}" for each in NUMBERED.findall(text)))


def words_after_colon(text: str) -> str:
    """What somebody says a picture shows: "P38: Amy holds a cup". Without a colon, nothing is supposed."""
    head, colon, tail = text.partition(":")
    return tail.strip() if colon and NUMBERED.search(head) else ""
