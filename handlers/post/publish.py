"""`/post done`: a post is live; typed, pressed and submitted."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import UserError
from bot.domain.posts import Post, PostState
from bot.domain.reminders.reviews import is_unapproved, reviewer_of
from bot.language.requests import PublishPost
from bot.services.plan.held_back import live_with
from bot.services.post.changes import publish_post
from bot.services.post.lists import posts_to_publish
from handlers.cards import after_form, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import at_once
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import field_error, typed_moment
from handlers.post.understood import with_missed
from handlers.turns import at_post, changeable_post_of, meta_for, open_post_of, post_of
from handlers.views.kit import Json, clip, context, mention, section
from handlers.views.lengths import CHOICES, PLACEABLE
from handlers.views.plan_words import finding_line
from handlers.views.post.forms import publishing_form

A_MINUTE = 60
"""Seconds: moments are typed to the minute."""


def register(on: Listeners) -> None:
    on.press("post.done", on_done)
    on.submit("post.done", at_once(on_done_submitted))


def on_publish_typed(turn: Turn, request: PublishPost) -> Reply:
    """Without a number: the one post of the member that is due, or a form to choose one."""
    posts = [changeable_post_of(turn, request.post_id)] if request.post_id else _mine_to_publish(turn)
    live_at = request.due.at if request.due else None
    is_clear = not (request.not_understood or request.doubts)
    is_whole = request.link and is_clear and (request.due or not (request.day or request.clock))
    if len(posts) == 1 and is_whole and not is_unapproved(posts[0], turn.the_strategy()):
        return _publish(turn, posts[0].id, link=request.link, live_at=live_at)
    if len(posts) == 1 and posts[0].state is PostState.PUBLISHED:
        raise UserError("post-already-published", post=posts[0].id)
    meta = meta_for(turn, posts[0] if len(posts) == 1 else None)
    form = publishing_form(
        turn.t,
        posts[:CHOICES],
        now=turn.now,
        meta=meta,
        link=request.link,
        live_at=live_at,
        on=request.day,
        intro=remarks(turn, posts[:CHOICES]),
    )
    return Reply(modal=with_missed(turn, form, request))


def _mine_to_publish(turn: Turn) -> list[Post]:
    posts = posts_to_publish(**turn.act)
    if not posts:
        raise UserError("post-number-missing")
    return posts


def _publish(turn: Turn, post_id: str, *, link: str, live_at: datetime | None) -> Reply:
    post = publish_post(**turn.act, post_id=post_id, link=link, published_at=live_at)
    if live_at and post.published_at and abs((post.published_at - live_at).total_seconds()) >= A_MINUTE:
        stands, typed = (turn.t.moment(each) for each in (post.published_at, live_at))
        return card_message(
            turn, post.id, notice=turn.t("post-said-live-kept", post=post.id, moment=stands, typed=typed)
        )
    said = [said_live(turn, post), said_against(turn, [post])]
    return card_message(turn, post.id, notice="\n".join(filter(None, said)))


def on_done(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        post = post_of(turn, press.value)
        if post.state is PostState.PUBLISHED:
            return card_in_modal(turn, post.id, notice=turn.t("post-said-live-already", post=post.id))
        post = open_post_of(turn, press.value)
        meta, intro = meta_for(turn, post, press=press), remarks(turn, [post])
        return Reply(modal=publishing_form(turn.t, [post], now=turn.now, meta=meta, intro=intro), in_place=True)


def on_done_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta.get("post") or form.text("post"))
    try:
        live = typed_moment(turn, form)
        post = publish_post(
            **turn.act,
            post_id=post_id,
            link=form.text("link"),
            reason=form.text("reason"),
            published_at=live.at if live else None,
        )
    except UserError as error:
        return field_error(turn, form, error)
    return after_form(turn, form, post.id, notice=said_live(turn, post))


def remarks(turn: Turn, posts: Sequence[Post]) -> list[Json]:
    """Above the form that records one of *posts* as live: said, and nothing is held back."""
    said = said_against(turn, posts)
    return [*unapproved(turn, posts), *([context(said)] if said else [])]


def unapproved(turn: Turn, posts: Sequence[Post]) -> list[Json]:
    """The question before publishing what its platform wants approved first."""
    open_ones = [each for each in posts if is_unapproved(each, turn.the_strategy())]
    if not open_ones:
        return []
    reviewer = reviewer_of(open_ones[0], turn.the_strategy()) if len(open_ones) == 1 else None
    who = mention(reviewer) if reviewer else turn.t("review-somebody")
    return [section(turn.t("review-not-approved", posts=turn.t.listing([each.id for each in open_ones[:10]]), who=who))]


def said_against(turn: Turn, posts: Sequence[Post]) -> str:
    """Which errors of the plan *posts* go out with, in one line; empty where there are none."""
    strategy = turn.the_strategy()
    with turn.store.transaction() as tx:
        every = [(each, live_with(tx, strategy, each, turn.now)) for each in posts]
    broken = [(post, found) for post, found in every if found]
    if len(broken) > 1:
        return turn.t("live-against-several", posts=turn.t.listing([post.id for post, _ in broken[:10]]))
    lines = [" · ".join(finding_line(turn.t, each) for each in found[:3]) for _, found in broken]
    return turn.t("live-against", post=broken[0][0].id, what=clip(lines[0], PLACEABLE)) if broken else ""


def said_live(turn: Turn, post: Post) -> str:
    moment = turn.t.moment(post.published_at or turn.now)
    return turn.t("post-said-live", post=post.id, moment=moment)
