"""`/post series P12 …` as a request: what of a series is to be another, or that it ends."""

from dataclasses import dataclass, replace
from typing import Any

from bot.language.line import TypedLine
from bot.language.parts import cut_number
from bot.language.post.fields import post_fields
from bot.language.requests import PostFields, Request

END = frozenset(
    {"end", "stop", "fin", "finir", "finit", "terminer", "termine", "arreter", "arrete", "cancel", "annuler"}
)
HERE = frozenset({"it", "the", "series", "la", "serie", "here", "from", "on", "ici", "a", "partir", "d'ici", "now"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSeries(PostFields):
    """Another theme, owner, time of day or labels for what is still to come; nothing of it: the form."""

    post_id: str | None = None

    @property
    def asks_for_more(self) -> bool:
        """Of what each post has for itself."""
        return bool(self.title or self.text or self.notes or self.platform or self.kind or self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSeries(Request):
    """What is open from that post on is not wanted any more."""

    post_id: str | None = None


SeriesRequest = ChangeSeries | EndSeries


def series_asked(line: TypedLine) -> SeriesRequest:
    """ "P12 end", "P12 @amy 10:00 theme: autumn"."""
    post_id, rest = cut_number(line)
    if rest.words and END & set(rest.words) and set(rest.words) <= END | HERE:
        return EndSeries(post_id=post_id)
    fields: dict[str, Any] = post_fields(rest, free_title=False)
    found = ChangeSeries(post_id=post_id, **fields)
    is_missed = found.asks_for_more and not found.not_understood
    return replace(found, not_understood=(rest.typed(),)) if is_missed else found
