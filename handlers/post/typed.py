"""`/post` with a verb and a number: what is typed about a post that exists."""

from dataclasses import replace

from bot.domain.errors import UserError
from bot.domain.moments import Due, local
from bot.domain.posts import Post, PostState
from bot.language.requests import (
    ME,
    AssignPost,
    CancelPost,
    MovePost,
    ReopenPost,
    Request,
    ShowPost,
)
from bot.services.plan.policies import Held
from bot.services.post.changes import assign_post, move_post, reopen_post
from handlers.cards import card_message
from handlers.context import Turn
from handlers.payloads import Reply
from handlers.post.held import Step, held_back
from handlers.post.made import asked_when_moved, said_reopened
from handlers.post.sending import assigning, moving, said_assigned, said_moved
from handlers.post.understood import with_missed
from handlers.team import acquainted, member_named
from handlers.turns import changeable_post_of, open_post_of, post_of
from handlers.views.kit import Json, safe
from handlers.views.post.card import cancel_question
from handlers.views.post.held import with_reason_asked


def show_typed(turn: Turn, request: ShowPost) -> Reply:
    return card_message(turn, post_of(turn, request.post_id).id, notice=_left_aside(turn, request))


def move_typed(turn: Turn, request: MovePost) -> Reply:
    post = open_post_of(turn, request.post_id)
    request = _questioned(post, request, zone=turn.member.zone)
    due = moved_to(post, request, zone=turn.member.zone)
    if due is None or request.not_understood or request.doubts:
        return Reply(modal=with_missed(turn, _moving_to(turn, post, due, request), request))
    strategy = turn.the_strategy()
    try:
        kept = move_post(turn.store, strategy=strategy, by=turn.member, now=turn.now, post_id=post.id, due=due)
    except Held as held:
        return Reply(modal=with_reason_asked(turn.t, _moving_to(turn, post, due, request), held))
    return card_message(turn, kept.id, notice=said_moved(turn, kept, was=post), asks=asked_when_moved(turn, post, kept))


def _questioned(post: Post, request: MovePost, *, zone: str) -> MovePost:
    """A post that is not where it was said to be: the day it goes to may be as wrong."""
    stands = local(post.due.at, zone).date() if post.due else None
    if request.away_from is None or request.away_from == stands:
        return request
    return replace(request, not_understood=(request.origin, *request.not_understood))


def _moving_to(turn: Turn, post: Post, due: Due | None, request: MovePost) -> Json:
    """The form, with as much of the moment as was typed."""
    there = local(due.at, turn.member.zone) if due else None
    return moving(
        turn,
        post,
        day=there.date() if there else request.day,
        clock=there.time() if there else request.clock,
    )


def moved_to(post: Post, request: MovePost, *, zone: str) -> Due | None:
    """Where the post goes: a day alone keeps its time, a time its day; how much further counts from where it is.

    *zone* is the member's; a time of day may be of another. None for what is not said, or where no calendar reaches.
    """
    if request.due is not None:
        return request.due
    if post.due is None or not (request.day or request.clock or request.by):
        return None
    start = post.due
    if request.by and request.day:
        start = Due.local(request.day, local(post.due.at, zone).time(), zone)
    try:
        further = start.shifted(request.by, zone) if request.by else start
    except OverflowError:
        return None
    if request.by and not request.clock:
        return further
    there = local(further.at, request.zone or zone)
    return Due.local(request.day or there.date(), request.clock or there.time(), zone, of=request.zone)


def assign_typed(turn: Turn, request: AssignPost) -> Reply:
    post = open_post_of(turn, request.post_id)
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    owner_id = turn.member.id if named == ME else named
    if owner_id is None or request.not_understood:
        form = assigning(turn, post, chosen=owner_id)
        return Reply(modal=with_missed(turn, form, request, "" if owner_id else request.owner_name))
    return _assigned(turn, post, owner_id)


def cancel_typed(turn: Turn, request: CancelPost) -> Reply:
    """A command is typed quickly: it asks first. Without a number, undo may be meant."""
    if request.post_id is None:
        raise UserError("cancel-number-missing")
    post = changeable_post_of(turn, request.post_id)
    if post.state is not PostState.CANCELLED:
        post.into(PostState.CANCELLED)
        text, blocks = cancel_question(turn.t, post, reason=request.reason)
        return Reply(text=text, blocks=blocks)
    return card_message(turn, post.id)


def reopen_typed(turn: Turn, request: ReopenPost) -> Reply:
    """With words that are not understood the card asks: it has the button."""
    post = post_of(turn, request.post_id)
    if request.not_understood:
        return card_message(turn, post.id, notice=_left_aside(turn, request))
    try:
        post = reopen_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post.id)
    except Held as held:
        return held_back(turn, held, post.id, Step.REOPEN)
    return card_message(turn, post.id, notice=said_reopened(turn, post))


def _left_aside(turn: Turn, request: Request) -> str:
    said = safe(" ".join(request.not_understood), 500)
    return turn.t("post-list-missed", what=said) if said else ""


def _assigned(turn: Turn, post: Post, owner_id: str) -> Reply:
    kept = assign_post(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        now=turn.now,
        post_id=post.id,
        owner_id=acquainted(turn, owner_id),
    )
    return card_message(turn, kept.id, notice=said_assigned(turn, kept))
