"""The strategy and the post that a turn is about: by a button, a number, or where it was done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from bot.domain.errors import NotFound, UserError
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.post.records import post_in
from handlers.context import Turn, look_up_strategy
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.views.reminders.late import LATE_LIST


def turn_for(turn: Turn, post_id: str) -> Turn:
    """The turn on the strategy of a post that stands on a button. Raises `NotFound` where they do not see it.

    A reminder and the Home tab show posts of every strategy of a member; a guest keeps to the channel's own.
    """
    with turn.store.transaction() as tx:
        post = tx.posts.find(post_id)
    strategy = look_up_strategy(turn, post.strategy_id) if post else None
    if strategy is None:
        raise NotFound("post", post_id)
    return replace(turn, strategy=strategy)


@contextmanager
def at_post(turn: Turn, post_id: str) -> Iterator[Turn]:
    """As `turn_for`, and all of it in one transaction, which may call nobody in Slack."""
    with together(turn) as one:
        own = _own_strategy_of(one, post_id)
        if own is not None:
            yield replace(one, strategy=own)
            return
    with together(turn_for(turn, post_id)) as one:  # of another strategy: whether they see it may have to be asked
        yield one


def at_its_post(act: Callable[[Turn, Press], Reply]) -> Callable[[Turn, Press], Reply]:
    """*act*, which calls nobody in Slack, as `at_post` of the post that its button begins with."""

    def acted(turn: Turn, press: Press) -> Reply:
        with at_post(turn, press.value.partition("|")[0]) as one:
            return act(one, press)

    return acted


def _own_strategy_of(turn: Turn, post_id: str) -> Strategy | None:
    """The turn's strategy as it is now, where the post is of it."""
    with turn.store.transaction() as tx:
        post = tx.posts.find(post_id)
        strategy = tx.strategies.find(post.strategy_id) if post else None
    is_own = strategy and turn.strategy and strategy.id == turn.strategy.id and not strategy.is_archived
    return strategy if is_own else None


def turn_on(turn: Turn, strategy_id: str) -> Turn:
    """The turn on the strategy that a button names, by default its own. Raises `NotFound` where they do not see it."""
    if not strategy_id:
        return replace(turn, strategy=turn.the_strategy())
    strategy = look_up_strategy(turn, strategy_id)
    if strategy is None:
        raise NotFound("strategy", strategy_id)
    return replace(turn, strategy=strategy)


def may_change(turn: Turn) -> Callable[[Post], bool]:
    """Of which posts of the turn's strategy its member may change anything: what lists offer buttons for."""
    return partial(may, turn.member, Action.CHANGE_POST, turn.the_strategy())


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


def meta_for(
    turn: Turn, post: Post | None = None, *, press: Press | None = None, form: Form | None = None, **more: Any
) -> dict[str, Any]:
    """What a form of a post carries: the channel, so that the strategy is found again, and what was seen.

    *press* opened it: where that was on the Home tab, sending the form draws the tab again; where it was in the list
    of late posts, that list comes back. *form* is the same form, shown again.
    """
    seen = {"post": post.id, "seen": len(post.history)} if post else {}
    home = {"home": True} if press and press.from_home else {}
    late = {"late": True} if press and press.shown.get("callback_id") == LATE_LIST else {}
    again = {name: True for name in ("home", "late") if form and form.meta.get(name)}
    return {"channel": turn.the_strategy().channel_id, **seen, **home, **late, **again, **more}
