"""`/post steps P12 …` as a request: who does which step of a checklist."""

from dataclasses import dataclass

from bot.language.line import TypedLine
from bot.language.parts import cut_number, cut_person
from bot.language.requests import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePost(Request):
    """The steps of a post among several people."""

    post_id: str | None = None
    owner_id: str | None = None
    owner_name: str = ""


def steps_asked(line: TypedLine) -> SharePost:
    """ "P12", "P12 @dan"."""
    post_id, rest = cut_number(line)
    owner_id, owner_name, rest = cut_person(rest)
    return SharePost(post_id=post_id, owner_id=owner_id, owner_name=owner_name, not_understood=rest.leftover())
