"""`/post …` as a request: the verb, then the words that this verb takes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.moments import DAY_FIRST, DateOrder
from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from bot.language.line import TypedLine
from bot.language.moment.date_orders import in_one_order
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.parts import cut_link, cut_moment, cut_number, cut_person
from bot.language.people import Names
from bot.language.post.fields import on_today, post_fields
from bot.language.post.filters import FILLERS, WITHOUT_WHOSE, cut_filters
from bot.language.post.moving import TOWARDS, earlier_asked, move_asked
from bot.language.post.pieces import FREE, KEYS
from bot.language.post.series import SeriesRequest, series_asked
from bot.language.post.steps import SharePost, steps_asked
from bot.language.post.undo import Undo, undo_asked
from bot.language.post.words import EXPORTS, POST_VERBS
from bot.language.requests import (
    AddPost,
    ApprovePost,
    AskChanges,
    AssignPost,
    CancelPost,
    CopyPost,
    EditPost,
    ExportPosts,
    Help,
    IdeaPost,
    ImportPosts,
    ListPosts,
    ListScope,
    OpenForm,
    PostRequest,
    PublishPost,
    PurposePost,
    ReopenPost,
    ReviewPost,
    ShowPost,
)
from bot.language.tokens import Token, tokens, unescaped
from bot.language.vocabulary import folded_word
from bot.language.words import PLATFORMS

OBJECTIVE = re.compile(r"o-?0*([1-9]\d{0,5})")
PRAISE = frozenset(
    {"ok", "thanks", "thank", "you", "merci", "beaucoup", "perfect", "parfait", "great", "super", "good", "nice"}
    | {"fine", "looks", "tres", "bien", "bon", "bravo", "👍", ":+1:"}
)
"""Words that people add to an approval, and that ask for nothing."""

BECAUSE = re.compile(r"^(?:because|since|car|parce qu[e']|:|-)\s*", re.IGNORECASE)

AnyRequest = PostRequest | SeriesRequest | SharePost | Undo


def parse_post(
    text: str,
    *,
    now: datetime,
    zone: str,
    french: bool = False,
    zones: tuple[str, ...] = (),
    people: Iterable[str] = (),
    platforms: Iterable[Platform] = (),
    dates: DateOrder = DAY_FIRST,
) -> AnyRequest:
    """What `/post` *text* asks for; moments are of *zone*, *french* settles what two languages read differently.

    *zones*: that of the plan, then the team's; they tell which of two zones of one name is meant. *people*: the
    names of those who are known without "@". *platforms*: those of the plan. *dates*: how dates in figures are written
    here, where nothing in the line tells.

    Raises `UserError`: "moment-past", "moment-weekday", "moment-leap-day" or "dates-mixed"; all else gives a request.
    """
    order, names = LineDateOrder(dates=dates), Names.of(people)
    planned = frozenset(platforms)
    here = Here(now=now, zone=zone, french=french, zones=zones, people=names, platforms=planned, order=order)
    pieces = tokens(text)
    request = in_one_order(pieces, here, lambda here: _read(TypedLine.of(text, pieces, here)))
    return replace(request, typed=unescaped(text))


def _read(line: TypedLine) -> AnyRequest:
    if not line.tokens:
        return OpenForm()
    verb = POST_VERBS.at(line.words, 0)
    if verb is None:
        return _without_verb(line)
    rest = line.after(verb[1])
    if _asks_for_help(rest):
        return Help(about=verb[0])
    return READERS[verb[0]](rest)


def _asks_for_help(rest: TypedLine) -> bool:
    found = POST_VERBS.at(rest.words, 0)
    return found is not None and found[0] == "help" and found[1] == len(rest.words)


def _without_verb(line: TypedLine) -> AnyRequest:
    """ "P12" shows it, "P12 done …" puts the verb second, a title in quotes is added, filters list."""
    post_id, rest = cut_number(line)
    if post_id is not None:
        return _with_number(post_id, line, rest)
    if any(token.kind == "quoted" for token in line.tokens):
        return _add(line)
    listed = _list(line)
    return listed if not listed.not_understood else Help(not_understood=(line.typed(),))


def _with_number(post_id: str, line: TypedLine, rest: TypedLine) -> AnyRequest:
    verb = POST_VERBS.at(rest.words, 0)
    if verb and verb[0] in WITH_NUMBER:
        kept = {token.start for token in rest.tokens}
        number = [token for token in line.tokens if token.start not in kept]
        return READERS[verb[0]](TypedLine.of(line.text, number + rest.tokens[verb[1] :], line.here))
    if not rest.tokens:
        return ShowPost(post_id=post_id)
    key = KEYS.at(rest.words, 0)
    if key and key[0] in FREE:
        return _edit(line)
    return _done(line) if cut_link(rest)[0] else Help(not_understood=(line.typed(),))


def _add(line: TypedLine) -> AddPost:
    fields = post_fields(line, doubting=True, repeating=True)
    return AddPost(**(fields if fields.get("repeat") else on_today(fields, line)))


def _copy(line: TypedLine) -> CopyPost:
    post_id, rest = cut_number(line)
    platforms: list[Platform] = []
    kept, at = list[Token](), 0
    while at < len(rest.words):
        found = PLATFORMS.at(rest.words, at)
        platforms += [found[0]] if found else []
        kept += [] if found else rest.tokens[at : at + 1]
        at = found[1] if found else at + 1
    left = TypedLine.of(rest.text, kept, rest.here).leftover(fillers=FILLERS | TOWARDS)
    return CopyPost(post_id=post_id, platforms=tuple(platforms), not_understood=left)


def _idea(line: TypedLine) -> IdeaPost | ListPosts:
    """ "ideas" alone asks for those that there are."""
    if not line.tokens and folded_word(line.text.split()[0] if line.text.split() else "") in {"ideas", "idees"}:
        return ListPosts(state=PostState.IDEA, scope=ListScope.ALL)
    return IdeaPost(**on_today(post_fields(line), line))


def _edit(line: TypedLine) -> EditPost:
    post_id, rest = cut_number(line)
    return EditPost(post_id=post_id, **post_fields(rest, free_title=False))


def _list(line: TypedLine) -> ListPosts:
    fields, rest = cut_filters(line)
    return ListPosts(**fields, not_understood=rest.leftover(fillers=FILLERS))


def _show(line: TypedLine) -> ShowPost:
    post_id, rest = cut_number(line)
    return ShowPost(post_id=post_id, not_understood=rest.leftover())


def _assign(line: TypedLine) -> AssignPost:
    post_id, rest = cut_number(line)
    owner_id, owner_name, rest = cut_person(rest)
    return AssignPost(post_id=post_id, owner_id=owner_id, owner_name=owner_name, not_understood=rest.leftover())


def _done(line: TypedLine) -> PublishPost:
    post_id, rest = cut_number(line.looking("past"))
    link, rest = cut_link(rest)
    moment, rest = cut_moment(rest, fillers=FILLERS)
    fields = on_today(moment, rest)
    return PublishPost(post_id=post_id, link=link, **fields, not_understood=rest.leftover(fillers=FILLERS))


def _cancel(line: TypedLine) -> CancelPost:
    post_id, rest = cut_number(line)
    return CancelPost(post_id=post_id, reason=BECAUSE.sub("", rest.typed()).strip())


def _reopen(line: TypedLine) -> ReopenPost:
    post_id, rest = cut_number(line)
    return ReopenPost(post_id=post_id, not_understood=rest.leftover())


def _review(line: TypedLine) -> ReviewPost:
    post_id, rest = cut_number(line)
    who, name, rest = cut_person(rest, at_once=True)
    note = rest.typed() if rest.leftover() else ""
    return ReviewPost(post_id=post_id, reviewer_id=who, reviewer_name=name, note=note)


def _approve(line: TypedLine) -> ApprovePost:
    post_id, rest = cut_number(line)
    return ApprovePost(post_id=post_id, not_understood=rest.leftover(fillers=PRAISE))


def _changes(line: TypedLine) -> AskChanges:
    post_id, rest = cut_number(line)
    return AskChanges(post_id=post_id, comment=rest.typed().strip(' "“”«»:'))


def _purpose(line: TypedLine) -> PurposePost:
    post_id, rest = cut_number(line)
    found = OBJECTIVE.fullmatch(rest.words[0]) if rest.words else None
    if found:
        return PurposePost(post_id=post_id, objective_id=f"O{found[1]}", not_understood=rest.after(1).leftover())
    return PurposePost(post_id=post_id, reason=BECAUSE.sub("", rest.typed()).strip(' "“”«»:'))


def _import(line: TypedLine) -> ImportPosts:
    return ImportPosts(not_understood=line.leftover())


def _export(line: TypedLine) -> ExportPosts:
    layout, rest = _cut_layout(line)
    fields, rest = cut_filters(rest, taking=frozenset({"span", "platform"}))
    known = {name: fields[name] for name in ("span", "platform") if name in fields}
    return ExportPosts(layout=layout, **known, not_understood=rest.leftover(fillers=WITHOUT_WHOSE))


def _cut_layout(line: TypedLine) -> tuple[str, TypedLine]:
    """The program that an export is for, before "google" and "apple" are taken for platforms."""
    for at in range(len(line.words)):
        if found := EXPORTS.at(line.words, at):
            return found[0], line.without(at, found[1])
    return "", line


def _help(line: TypedLine) -> Help:
    about = POST_VERBS.at(line.words, 0)
    return Help(about=about[0]) if about else Help(not_understood=line.leftover())


READERS: dict[str, Callable[[TypedLine], AnyRequest]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "edit": _edit,
    "move": move_asked,
    "earlier": earlier_asked,
    "assign": _assign,
    "copy": _copy,
    "series": series_asked,
    "steps": steps_asked,
    "done": _done,
    "cancel": _cancel,
    "reopen": _reopen,
    "undo": undo_asked,
    "idea": _idea,
    "review": _review,
    "approve": _approve,
    "changes": _changes,
    "serves": _purpose,
    "import": _import,
    "export": _export,
    "help": _help,
}

WITH_NUMBER = frozenset(
    {
        "show",
        "edit",
        "move",
        "earlier",
        "assign",
        "done",
        "cancel",
        "reopen",
        "undo",
        "review",
        "approve",
        "changes",
        "copy",
    }
    | {"serves", "series", "steps"}
)
