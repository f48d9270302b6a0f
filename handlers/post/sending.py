"""The forms that move a post, hand it over, say that it is live or cancel it: how they open, what sending them does."""

from collections.abc import Sequence
from datetime import date, time

from bot.domain.errors import UserError
from bot.domain.moments import local
from bot.domain.posts import Post
from bot.services.plan.policies import Held
from bot.services.post.changes import assign_post, cancel_post, move_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster, field_error, typed_moment
from handlers.post.made import asked_when_cancelled, asked_when_moved, with_steps_said
from handlers.team import acquainted
from handlers.turns import meta_for, post_of
from handlers.views.kit import Json, mention
from handlers.views.post.forms import assigning_form, moving_form
from handlers.views.post.held import with_reason_asked
from handlers.views.post.words import when_of


def register(on: Listeners) -> None:
    on.submit("post.move", on_move_submitted)
    on.submit("post.assign", on_assign_submitted)
    on.submit("post.cancel", on_cancel_submitted)


def on_move_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    was = post_of(turn, post_id)
    try:
        due = typed_moment(turn, form)
        if due is None:
            raise UserError("moment-day-missing")
        post = move_post(
            turn.store,
            strategy=turn.the_strategy(),
            by=turn.member,
            now=turn.now,
            post_id=post_id,
            due=due,
            seen=seen,
            override=form.text("override"),
        )
    except Outdated as late:
        return Reply(modal=_moving_again(turn, form, late.post, intro=faster(turn, late)))
    except Held as held:
        return Reply(modal=with_reason_asked(turn.t, _moving_again(turn, form, was), held))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post.id, notice=said_moved(turn, post, was=was), asks=asked_when_moved(turn, was, post))


def _moving_again(turn: Turn, form: Form, post: Post, *, intro: Sequence[Json] = ()) -> Json:
    day, clock = date.fromisoformat(form.text("day")), time.fromisoformat(form.text("clock"))
    return moving(turn, post, day=day, clock=clock, intro=intro)


def on_assign_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    try:
        owner_id = acquainted(turn, form.text("owner"))
        post = assign_post(
            turn.store,
            strategy=turn.the_strategy(),
            by=turn.member,
            now=turn.now,
            post_id=post_id,
            owner_id=owner_id,
            seen=seen,
        )
    except Outdated as late:
        return Reply(modal=assigning(turn, late.post, chosen=owner_id, intro=faster(turn, late)))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post.id, notice=said_assigned(turn, post))


def on_cancel_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    post = cancel_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    notice = turn.t("post-said-cancelled", post=post_id)
    return card_in_modal(turn, post_id, notice=notice, asks=asked_when_cancelled(turn, post))


def moving(
    turn: Turn,
    post: Post,
    *,
    day: date | None = None,
    clock: time | None = None,
    intro: Sequence[Json] = (),
    press: Press | None = None,
) -> Json:
    """Begins where the post stands, or with what was typed."""
    there = local(post.due.at, turn.member.zone) if post.due else None
    now_is = when_of(turn.t, post, now=turn.now, zone=turn.the_strategy().zone)
    return moving_form(
        turn.t,
        post,
        day=day or (there.date() if there else None),
        clock=clock or (there.time() if there else None),
        now_is=now_is,
        meta=meta_for(turn, post, press=press),
        intro=intro,
    )


def assigning(
    turn: Turn, post: Post, *, chosen: str | None = None, intro: Sequence[Json] = (), press: Press | None = None
) -> Json:
    meta = meta_for(turn, post, press=press)
    return assigning_form(turn.t, post, chosen=chosen or post.owner_id, meta=meta, intro=intro)


def said_moved(turn: Turn, post: Post, *, was: Post) -> str:
    when = when_of(turn.t, post, now=turn.now, zone=turn.the_strategy().zone)
    return with_steps_said(turn, turn.t("post-said-moved", post=post.id, when=when), post, was=was)


def said_assigned(turn: Turn, post: Post) -> str:
    return turn.t("post-said-assigned", post=post.id, member=mention(post.owner_id or ""))
