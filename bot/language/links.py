"""Where a web address ends that somebody typed or pasted."""

import re

OPENING = "([{<‘'“\"«‹„*`"
QUOTES = re.compile('[”“»«›‹„"]')
"""Never part of an address: whatever follows one is not either."""

FINAL = frozenset(".,;:!?…'’‘*`")
PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
WEB = re.compile(r"https?://\S+", re.IGNORECASE)
BARE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
"""Without a scheme an address has a path: "instagram.com/p/abc"."""


def address(typed: str) -> str:
    """*typed* up to where the address ends: a closing quote, a bracket that was not opened in it, a final point."""
    found = QUOTES.split(typed, maxsplit=1)[0]
    while found and (found[-1] in FINAL or _closes_nothing(found)):
        found = found[:-1]
    return found


def address_in(word: str) -> str:
    """The address that *word* is, with a scheme, whatever encloses it; "" for none."""
    bare = word.lstrip(OPENING)
    if web := WEB.search(bare):
        return address(web[0]) if web.start() == 0 or bare[web.start() - 1] in ":(" else ""
    found = address(bare)
    return f"https://{found}" if BARE.fullmatch(found) else ""


def _closes_nothing(text: str) -> bool:
    opens = PAIRS.get(text[-1])
    return opens is not None and text.count(opens) < text.count(text[-1])
