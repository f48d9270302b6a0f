"""Lists of posts, their pages, the overview of one's own, and help."""

from bot.domain.posts import PostState
from bot.language.requests import ME, Help, ListPosts, ListScope
from bot.services.post.lists import Only, PostFilter, list_posts, overview_of
from handlers.cards import can
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.views.kit import context, safe
from handlers.views.lengths import NAME, PARAGRAPH
from handlers.views.post.lists import decoded, list_modal, list_text, overview, overview_text, post_help, post_list
from handlers.who_is_meant import called, member_named, who_goes_by


def register(on: Listeners) -> None:
    on.press("post.page.", on_page)
    on.press("post.list.", on_list)
    on.press("post.mine", on_mine)
    on.press("post.help", lambda turn, press: help_reply(turn, ""))


def on_list_typed(turn: Turn, request: ListPosts) -> Reply:
    """Says what it did not understand above the list that it did."""
    owner_id = turn.member.id if request.owner_id == ME else request.owner_id
    owner_id = owner_id or (member_named(turn, request.owner_name) if request.owner_name else None)
    reply = list_reply(turn, wanted_by(request, owner_id=owner_id, reader_id=turn.member.id))
    unknown = request.owner_name if not owner_id else ""
    people = [safe(called(each), NAME) for each in who_goes_by(turn, unknown)] if unknown else []
    missing = " ".join((*request.not_understood, *([unknown] if unknown and not people else []))).strip()
    if not (missing or people):
        return reply
    missed = turn.t("post-list-missed", what=safe(missing, PARAGRAPH)) if missing else ""
    which = turn.t("post-list-which", what=safe(unknown, NAME), people=turn.t.listing(people, "or")) if people else ""
    said = " ".join(filter(None, [missed, which]))
    return Reply(text=f"{said} {reply.text}", blocks=[context(said), *reply.blocks])


def wanted_by(request: ListPosts, *, owner_id: str | None, reader_id: str) -> PostFilter:
    """Nothing said about whose: one's own, unless the list is narrowed otherwise. A person's list is of open posts."""
    span = request.span
    narrowed = bool(span or request.platform or request.kind or request.state or owner_id)
    is_mine = request.scope is ListScope.MINE or not (request.scope or narrowed)
    owner_id = reader_id if is_mine else owner_id
    return PostFilter(
        only=_only(request, is_of_someone=owner_id is not None),
        owner_id=owner_id,
        platform=request.platform,
        state=None if request.state is PostState.IDEA else request.state,
        kind=request.kind,
        first=span.first if span else None,
        last=span.last if span else None,
    )


def _only(request: ListPosts, *, is_of_someone: bool) -> Only:
    if request.scope is ListScope.OVERDUE:
        return Only.OVERDUE
    if request.scope is ListScope.UNOWNED:
        return Only.UNOWNED
    if request.state is PostState.IDEA:
        return Only.IDEAS
    return Only.OPEN if is_of_someone and not (request.span or request.state) else Only.EVERY


def list_reply(turn: Turn, wanted: PostFilter, *, number: int = 1) -> Reply:
    strategy = turn.the_strategy()
    page = list_posts(turn.store, strategy=strategy, by=turn.member, now=turn.now, wanted=wanted, number=number)
    blocks = post_list(turn.t, page, reader_id=turn.member.id, now=turn.now, zone=strategy.zone, can=can(turn))
    return Reply(text=list_text(turn.t, page, reader_id=turn.member.id), blocks=blocks)


def list_in_modal(turn: Turn, wanted: PostFilter, *, number: int = 1) -> Reply:
    strategy = turn.the_strategy()
    page = list_posts(turn.store, strategy=strategy, by=turn.member, now=turn.now, wanted=wanted, number=number)
    modal = list_modal(
        turn.t,
        page,
        reader_id=turn.member.id,
        now=turn.now,
        zone=strategy.zone,
        channel_id=strategy.channel_id,
        can=can(turn),
    )
    return Reply(modal=modal, in_place=True)


def overview_reply(turn: Turn) -> Reply:
    strategy = turn.the_strategy()
    found = overview_of(turn.store, strategy=strategy, by=turn.member, now=turn.now)
    blocks = overview(turn.t, found, reader_id=turn.member.id, now=turn.now, zone=strategy.zone, can=can(turn))
    return Reply(text=overview_text(turn.t, found), blocks=blocks)


def on_help_typed(turn: Turn, request: Help) -> Reply:
    return help_reply(turn, " ".join(request.not_understood))


def help_reply(turn: Turn, not_understood: str) -> Reply:
    text, blocks = post_help(turn.t, not_understood=not_understood, can_add=not turn.member.is_guest)
    return Reply(text=text, blocks=blocks)


def on_mine(turn: Turn, press: Press) -> Reply:
    if press.view_id:
        return list_in_modal(turn, PostFilter(only=Only.OPEN, owner_id=turn.member.id))
    return _in_its_place(overview_reply(turn), press)


def on_page(turn: Turn, press: Press) -> Reply:
    return on_list(turn, press)


def on_list(turn: Turn, press: Press) -> Reply:
    """In a message that only the member sees, in place; from the Home tab and from a modal, in a modal."""
    wanted, number = decoded(press.value)
    if press.view_id:
        return list_in_modal(turn, wanted, number=number)
    return _in_its_place(list_reply(turn, wanted, number=number), press)


def _in_its_place(reply: Reply, press: Press) -> Reply:
    return Reply(text=reply.text, blocks=reply.blocks, in_place=press.from_ephemeral)
