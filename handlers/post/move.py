"""`/post move`: a post, or all of a day, goes to another moment; typed, pressed and submitted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Due, local
from bot.domain.posts import Post
from bot.language.doubts import PART_OF_DAY
from bot.language.requests import MoveDay, MovePost
from bot.services.plan.held_back import Held
from bot.services.post.batches import move_day, posts_of_day
from bot.services.post.changes import move_post
from bot.services.post.records import Outdated
from handlers.cards import after_form, batch_blocks, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import at_once
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster, field_error, typed_moment
from handlers.post.steps import asked_when_moved, with_steps_said
from handlers.post.understood import with_missed
from handlers.turns import at_post, may_change, meta_for, open_post_of, post_of
from handlers.views.kit import Json
from handlers.views.post.batches import day_question
from handlers.views.post.forms import moving_form
from handlers.views.post.in_words import when_of
from handlers.views.post.override import with_reason_asked

WEEK = timedelta(weeks=1)


def register(on: Listeners) -> None:
    on.press("post.move", on_move)
    on.submit("post.move", at_once(on_move_submitted))
    on.press("post.move-day", on_move_day)


def on_move_typed(turn: Turn, request: MovePost) -> Reply:
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
    if stands and request.is_weekly and request.away_from.weekday() == stands.weekday():
        request = _counted_from(request, stands, zone=zone)
    return replace(request, not_understood=(request.origin, *request.not_understood))


def _counted_from(request: MovePost, stands: date, *, zone: str) -> MovePost:
    """ "From wednesday to friday" is more likely the Friday after the Wednesday of the post than that of this week."""
    assert request.day is not None  # noqa: S101 - two weekdays were read
    day = stands + timedelta(days=(request.day.weekday() - stands.weekday()) % WEEK.days or WEEK.days)
    due = Due.local(day, request.clock, zone, of=request.zone) if request.clock else None
    return replace(request, day=day, due=due)


def _moving_to(turn: Turn, post: Post, due: Due | None, request: MovePost) -> Json:
    """The form, with as much of the moment as was typed: a part of the day says no hour, and none is made up."""
    there = local(due.at, turn.member.zone) if due else None
    return moving(
        turn,
        post,
        day=there.date() if there else request.day,
        clock=there.time() if there else request.clock,
        is_clock_open=any(each.key == PART_OF_DAY for each in request.doubts),
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


def on_move(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        return Reply(modal=moving(turn, open_post_of(turn, press.value), press=press), in_place=True)


def on_move_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    was = post_of(turn, post_id)
    try:
        due = typed_moment(turn, form)
        if due is None:
            raise UserError("moment-day-missing")
        post = move_post(**turn.act, post_id=post_id, due=due, seen=seen, override=form.text("override"))
    except Outdated as late:
        return Reply(modal=_moving_again(turn, form, late.post, intro=faster(turn, late)))
    except Held as held:
        return Reply(modal=with_reason_asked(turn.t, _moving_again(turn, form, was), held))
    except UserError as error:
        return field_error(turn, form, error)
    asks = asked_when_moved(turn, was, post)
    return after_form(turn, form, post.id, notice=said_moved(turn, post, was=was), asks=asks)


def _moving_again(turn: Turn, form: Form, post: Post, *, intro: Sequence[Json] = ()) -> Json:
    day, clock = date.fromisoformat(form.text("day")), time.fromisoformat(form.text("clock"))
    return moving(turn, post, day=day, clock=clock, intro=intro, form=form)


def moving(
    turn: Turn,
    post: Post,
    *,
    day: date | None = None,
    clock: time | None = None,
    is_clock_open: bool = False,
    intro: Sequence[Json] = (),
    press: Press | None = None,
    form: Form | None = None,
) -> Json:
    """Begins where the post stands, or with what was typed; where *is_clock_open* the hour is left to be chosen."""
    there = local(post.due.at, turn.member.zone) if post.due else None
    now_is = when_of(turn.t, post, now=turn.now, zone=turn.the_strategy().zone)
    return moving_form(
        turn.t,
        post,
        day=day or (there.date() if there else None),
        clock=None if is_clock_open else clock or (there.time() if there else None),
        now_is=now_is,
        meta=meta_for(turn, post, press=press, form=form),
        intro=intro,
    )


def said_moved(turn: Turn, post: Post, *, was: Post) -> str:
    when = when_of(turn.t, post, now=turn.now, zone=turn.the_strategy().zone)
    return with_steps_said(turn, turn.t("post-said-moved", post=post.id, when=when), post, was=was)


def on_day_typed(turn: Turn, request: MoveDay) -> Reply:
    """Shows what would move, and asks."""
    strategy = turn.the_strategy()
    found = posts_of_day(turn.store, strategy=strategy, by=turn.member, now=turn.now, day=request.day, to=request.to)
    text, blocks = day_question(
        turn.t,
        found,
        day=request.day,
        to=request.to,
        now=turn.now,
        strategy=strategy,
        may_change=may_change(turn),
    )
    return Reply(text=text, blocks=blocks)


def on_move_day(turn: Turn, press: Press) -> Reply:
    """The question names its strategy: where it is pressed says nothing."""
    strategy_id, day, to = press.value.split("|")
    strategy = turn.the_strategy()
    if strategy.id != strategy_id:
        raise UserError("day-empty")
    batch = move_day(
        turn.store,
        strategy=strategy,
        by=turn.member,
        now=turn.now,
        day=date.fromisoformat(day),
        to=date.fromisoformat(to),
    )
    said = turn.t("day-moved", count=len(batch.posts), to=turn.t.day(date.fromisoformat(to)))
    text, blocks = batch_blocks(turn, batch, with_steps_said(turn, said, *batch.posts))
    return Reply(text=text, blocks=blocks, in_place=True)
