"""What a member types, as Slack passes it on: entities escaped, members, channels and links marked up."""

import re
from collections.abc import Callable

from bot.sandbox.workspace import Workspace

_MARKUP = re.compile(r"<[@#!][^<>\s]+>|<https?://[^<>\s]+>|https?://[^\s<>]+|[@#][\w.-]*\w|[&<>]", re.UNICODE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def marked_up(workspace: Workspace, words: str, *, with_names: bool) -> str:
    """`@bob` becomes `<@UBOB|bob>` (*with_names*, as in commands) or `<@UBOB>` (as in messages), `#social`
    and links likewise; `&`, `<` and `>` become entities. Markup that is there already stays."""
    return _MARKUP.sub(lambda found: _passed_on(workspace, found[0], with_names), words)


def _passed_on(workspace: Workspace, word: str, with_names: bool) -> str:
    if word in _ENTITIES:
        return _ENTITIES[word]
    if word.startswith("<"):
        return word
    if word.startswith("http"):
        return f"<{word.replace('&', '&amp;')}>"
    return _reference(workspace, word, with_names)


def _reference(workspace: Workspace, word: str, with_names: bool) -> str:
    sign, name = word[0], word[1:]
    known = _member_id if sign == "@" else _channel_id
    found = known(workspace, name)
    if found is None:
        return word
    return f"<{sign}{found}|{name}>" if with_names or sign == "#" else f"<{sign}{found}>"


def _member_id(workspace: Workspace, name: str) -> str | None:
    return _id_by(name, [(member.name, member.id) for member in workspace.members.values()])


def _channel_id(workspace: Workspace, name: str) -> str | None:
    named = [(each.name, each.id) for each in workspace.channels.values() if not each.is_direct]
    return _id_by(name, named)


def _id_by(name: str, named: list[tuple[str, str]]) -> str | None:
    matches: Callable[[str], bool] = lambda other: other.casefold() == name.casefold()  # noqa: E731
    return next((found for other, found in named if matches(other)), None)
