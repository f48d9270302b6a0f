"""`/checkin advocate on`, `off`, `on 1`: agreeing to share, and how often."""

from dataclasses import dataclass

from bot.language.line import TypedLine
from bot.language.requests import Request

ON = frozenset({"on", "yes", "oui", "ok", "actif", "active", "start", "commencer", "accepte", "j'accepte"})
OFF = frozenset({"off", "no", "non", "stop", "arret", "arreter", "arrete", "jamais", "never"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Advocate(Request):
    """*is_on* None: how things stand. *kits_a_week*: at most, where a number was typed."""

    is_on: bool | None = None
    kits_a_week: int | None = None


UNITS = frozenset({"a", "per", "par", "week", "semaine", "kits", "kit", "la", "at", "most", "au", "plus", "max"})


def advocate_asked(line: TypedLine) -> Advocate:
    said = next((word in ON for word in line.words if word in ON | OFF), None)
    number = next((int(word) for word in line.words if word.isdecimal() and len(word) < 4), None)
    known = {at for at, word in enumerate(line.words) if word in ON | OFF or word.isdecimal()}
    rest = line
    for at in sorted(known, reverse=True):
        rest = rest.without(at, at + 1)
    is_on = True if said is None and number else said
    return Advocate(is_on=is_on, kits_a_week=number, not_understood=rest.leftover(fillers=UNITS))
