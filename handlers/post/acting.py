"""The buttons and menus of a post: what acts at once, and what opens a form."""

from collections.abc import Callable
from dataclasses import replace

from bot.services.plan.policies import Held
from bot.services.post.adding import facts_of
from bot.services.post.changes import Snooze, reopen_post, snooze_post, thread_post
from handlers.cards import card_after, card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners, OnPress
from handlers.payloads import Press, Reply
from handlers.post.assign import on_assign
from handlers.post.cancel import on_cancel_asked
from handlers.post.held import Step, held_back
from handlers.post.made import said_reopened
from handlers.post.move import on_move
from handlers.post.publish import on_done
from handlers.post.writing import on_edit_pressed
from handlers.turns import turn_for
from handlers.views.post.card import text_modal


def register(on: Listeners) -> None:
    presses: dict[str, OnPress] = {
        "post.show": on_show,
        "post.copy": on_copy,
        "post.reopen": on_reopen,
        "post.snooze": on_snooze,
        "post.later": on_later,
        "post.thread": on_thread,
        "post.more": on_more,
    }
    for action_id, on_press in presses.items():
        on.press(action_id, on_press)


def on_show(turn: Turn, press: Press) -> Reply:
    """In a modal, so that the list it stands in stays where it is."""
    return card_in_modal(turn_for(turn, press.value), press.value)


def on_copy(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    facts = facts_of(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=press.value)
    return Reply(modal=text_modal(turn.t, facts))


def on_reopen(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    try:
        post = reopen_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=press.value)
    except Held as held:
        return held_back(turn, held, press.value, Step.REOPEN, press=press)
    return card_after(turn, press, press.value, notice=said_reopened(turn, post))


def on_snooze(turn: Turn, press: Press) -> Reply:
    return _snoozed(turn, press, press.value, Snooze.ONE_HOUR)


def on_later(turn: Turn, press: Press) -> Reply:
    span, _, post_id = press.value.partition(":")
    return _snoozed(turn, press, post_id, Snooze(span))


def on_thread(turn: Turn, press: Press) -> Reply:
    """In the channel within moments; the card says so meanwhile."""
    turn = turn_for(turn, press.value)
    strategy = turn.the_strategy()
    thread_post(turn.store, strategy=strategy, by=turn.member, now=turn.now, post_id=press.value)
    notice = turn.t("thread-said", post=press.value, channel=f"<#{strategy.channel_id}>")
    return card_after(turn, press, press.value, notice=notice)


def on_more(turn: Turn, press: Press) -> Reply:
    """A row's menu: the value is what to do and with which post."""
    verb, _, post_id = press.value.partition(":")
    acts: dict[str, Callable[[Turn, Press], Reply]] = {
        "show": on_show,
        "done": on_done,
        "move": on_move,
        "assign": on_assign,
        "edit": on_edit_pressed,
        "snooze": on_snooze,
        "cancel": on_cancel_asked,
        "reopen": on_reopen_in_modal,
    }
    return acts.get(verb, on_show)(turn, replace(press, value=post_id))


def on_reopen_in_modal(turn: Turn, press: Press) -> Reply:
    """From a list, which stays."""
    turn = turn_for(turn, press.value)
    try:
        post = reopen_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=press.value)
    except Held as held:
        return held_back(turn, held, press.value, Step.REOPEN, press=press)
    return card_in_modal(turn, press.value, notice=said_reopened(turn, post))


def _snoozed(turn: Turn, press: Press, post_id: str, span: Snooze) -> Reply:
    turn = turn_for(turn, post_id)
    post = snooze_post(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id, span=span
    )
    until = turn.t.moment(post.snoozed_until or turn.now)
    return card_after(turn, press, post_id, notice=turn.t("post-said-snoozed", post=post_id, moment=until))
