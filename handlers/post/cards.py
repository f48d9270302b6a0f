"""How a post is answered with: its card, as a message or a modal, wherever the member pressed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.domain.errors import DeliveryFailed, NotFound, UserError
from bot.domain.posts import Post
from bot.services.post_records import post_in, reachable
from bot.services.posts import facts_of
from bot.services.rights import Action, may, refuse_unless
from bot.services.sight import unless_shut_out
from handlers.context import Turn, look_for, refreshed, seen_strategy
from handlers.payloads import Press, Reply
from handlers.team import who_goes_by
from handlers.views.kit import Json, section
from handlers.views.post.card import card_modal, card_text, post_card
from handlers.views.post.lists import Can


def turn_for(turn: Turn, post_id: str) -> Turn:
    """The turn on the strategy of a post that stands on a button. Raises `NotFound` where they do not see it.

    A reminder and the Home tab show posts of every strategy of a member; a guest keeps to the channel's own.
    """
    with turn.store.transaction() as tx:
        post = tx.posts.find(post_id)
    strategy = seen_strategy(turn, post.strategy_id) if post else None
    if strategy is None:
        raise NotFound("post", post_id)
    return replace(turn, strategy=strategy)


def turn_on(turn: Turn, strategy_id: str) -> Turn:
    """The turn on the strategy that a button names, by default its own. Raises `NotFound` where they do not see it."""
    if not strategy_id:
        return replace(turn, strategy=turn.the_strategy())
    strategy = seen_strategy(turn, strategy_id)
    if strategy is None:
        raise NotFound("strategy", strategy_id)
    return replace(turn, strategy=strategy)


def may_change(turn: Turn) -> Callable[[Post], bool]:
    """Of which posts of the turn's strategy its member may change anything: what lists offer buttons for."""
    return partial(may, turn.member, Action.CHANGE_POST, turn.the_strategy())


def can(turn: Turn) -> Can:
    return Can(change=may_change(turn), add=may(turn.member, Action.ADD_POST, turn.the_strategy()))


def post_of(turn: Turn, post_id: str | None) -> Post:
    """Raises `UserError("post-number-missing")` where no number was typed."""
    if post_id is None:
        raise UserError("post-number-missing")
    with turn.store.transaction() as tx:
        return post_in(tx, turn.the_strategy(), post_id)


def changeable_post_of(turn: Turn, post_id: str | None) -> Post:
    """Raises `UserError("rights-change_post")` before a form is filled in for nothing; sending it asks again."""
    post = post_of(turn, post_id)
    refuse_unless(turn.member, Action.CHANGE_POST, turn.the_strategy(), post)
    return post


def open_post_of(turn: Turn, post_id: str | None, *, is_changed: bool = True) -> Post:
    """Raises `UserError("post-not-open")` where that is over; where it *is_changed*, as `changeable_post_of`."""
    post = changeable_post_of(turn, post_id) if is_changed else post_of(turn, post_id)
    if not post.is_open:
        raise UserError("post-not-open", post=post.id, state=post.state.value)
    return post


def meta_for(turn: Turn, post: Post | None = None, *, press: Press | None = None, **more: Any) -> dict[str, Any]:
    """What a form of a post carries: the channel, so that the strategy is found again, and what was seen.

    *press* opened it: where that was on the Home tab, sending the form draws the tab again.
    """
    seen = {"post": post.id, "seen": len(post.history)} if post else {}
    home = {"home": True} if press and press.from_home else {}
    return {"channel": turn.the_strategy().channel_id, **seen, **home, **more}


def card_message(
    turn: Turn, post_id: str, *, notice: str = "", asks: Sequence[Json] = (), in_place: bool = False
) -> Reply:
    facts = facts_of(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    text = card_text(turn.t, facts, now=turn.now, notice=notice)
    blocks = post_card(turn.t, facts, now=turn.now, notice=notice, asks=asks)
    return Reply(text=text, blocks=blocks, in_place=in_place)


def card_in_modal(turn: Turn, post_id: str, *, notice: str = "", asks: Sequence[Json] = ()) -> Reply:
    """Replaces the modal that is open, or opens one."""
    facts = facts_of(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    return Reply(modal=card_modal(turn.t, facts, now=turn.now, notice=notice, asks=asks), in_place=True)


def card_after(turn: Turn, press: Press, post_id: str, *, notice: str, asks: Sequence[Json] = ()) -> Reply:
    """What a press shows that acted at once: where everybody sees the same message, the next tick changes it.

    What is left to be asked is asked below that.
    """
    if press.from_ephemeral:
        return card_message(turn, post_id, notice=notice, asks=asks, in_place=True)
    if press.view_id and not press.from_home:
        return card_in_modal(turn, post_id, notice=notice, asks=asks)
    return Reply(text=notice, blocks=[section(notice), *asks]) if asks else Reply()


def met(turn: Turn, member_id: str) -> str:
    """Learn from Slack who that is now, so that nobody is chosen who has left.

    Raises `UserError("stranger")`. Where Slack does not answer, what is known counts.
    """
    try:
        found = refreshed(turn.house, member_id)
    except DeliveryFailed:
        return member_id
    if found is None:
        raise UserError("stranger", who=member_id, member_id=member_id)
    return member_id


def acquainted(turn: Turn, member_id: str) -> str:
    """As `met`; and learn whether they see the strategy, where that is not known well enough."""
    met(turn, member_id)
    if turn.strategy is not None:
        look_for(turn, turn.strategy, [member_id])
    return member_id


def choosable(turn: Turn, member_id: str) -> str:
    """Somebody who can be given something. Raises `UserError`: "stranger", "not-reachable", "outsider"."""
    acquainted(turn, member_id)
    with turn.store.transaction() as tx:
        return reachable(tx, turn.the_strategy(), member_id).id


def offered(turn: Turn, *member_ids: str | None) -> str | None:
    """The first of these who sees the strategy: nobody else is offered for a new post."""
    with turn.store.transaction() as tx:
        seeing = (unless_shut_out(tx, each, turn.the_strategy()) for each in member_ids)
        return next((each for each in seeing if each), None)


def member_named(turn: Turn, name: str) -> str | None:
    """Who goes by a name that was typed without Slack's help; None when nobody, or more than one, does."""
    found = who_goes_by(turn, name)
    return found[0].id if len(found) == 1 else None
