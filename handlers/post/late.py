"""The late posts of a member, one after the other: published, moved, dropped or kept; opened from their morning."""

from datetime import date

from bot.services.post.late import keep_late
from handlers.cards import late_list
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.turns import at_post, open_post_of
from handlers.views.kit import context, section


def register(on: Listeners) -> None:
    on.press("late.sort", on_sort)
    on.press("late.keep", on_keep)


def on_sort(turn: Turn, press: Press) -> Reply:
    """What is late now, whatever morning it was pressed in. Also from the list itself, which is drawn anew."""
    day = date.fromisoformat(press.value) if press.value else None
    is_older = day is not None and day < turn.member.today(turn.now)
    said = [context(turn.t("late-older", day=turn.t.day(day)))] if day and is_older else []
    return Reply(modal=late_list(turn, said=said), in_place=bool(press.view_id) and not press.from_home)


def on_keep(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as one:
        post = open_post_of(one, press.value)
        keep_late(one.store, post, one.member.id)
        return Reply(modal=late_list(one, said=[section(one.t("late-said-kept", post=post.id))]), in_place=True)
