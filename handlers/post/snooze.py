"""A post is not spoken of for a while: pressed on its reminders and in its menu."""

from bot.services.post.changes import Snooze, snooze_post
from handlers.cards import card_after
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.turns import at_post


def register(on: Listeners) -> None:
    on.press("post.snooze", on_snooze)
    on.press("post.later", on_later)


def on_snooze(turn: Turn, press: Press) -> Reply:
    return _snooze(turn, press, press.value, Snooze.ONE_HOUR)


def on_later(turn: Turn, press: Press) -> Reply:
    span, _, post_id = press.value.partition(":")
    return _snooze(turn, press, post_id, Snooze(span))


def _snooze(turn: Turn, press: Press, post_id: str, span: Snooze) -> Reply:
    with at_post(turn, post_id) as turn:
        post = snooze_post(**turn.act, post_id=post_id, span=span)
        until = turn.t.moment(post.snoozed_until or turn.now)
        return card_after(turn, press, post_id, notice=turn.t("post-said-snoozed", post=post_id, moment=until))
