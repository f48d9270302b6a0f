"""The late posts of a member, one after the other: published, moved or dropped; opened from their morning."""

from bot.services.people.sight import seen_by
from bot.services.post.lists import is_late
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.views.reminders.late import late_modal


def register(on: Listeners) -> None:
    on.press("late.sort", on_sort)


def on_sort(turn: Turn, press: Press) -> Reply:
    """Also from the view itself: what is settled meanwhile is gone from it."""
    with turn.store.transaction() as tx:
        seen = {each.id: each for each in seen_by(tx, turn.member)}
        mine = [post for post in tx.posts.open_of_owner(turn.member.id) if post.strategy_id in seen]
    late = [post for post in mine if is_late(post, seen[post.strategy_id], now=turn.now)]
    return Reply(modal=late_modal(turn.t, late, seen), in_place=bool(press.view_id) and not press.from_home)
