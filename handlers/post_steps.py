"""What is pressed in the checklist of a post."""

from bot.domain.errors import UserError
from bot.domain.posts import Post
from bot.services.checklists import finish_step, make_step_post
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post_cards import card_after, post_of, turn_for
from handlers.views.post_steps import made_title, step_name


def register(on: Listeners) -> None:
    on.press("post.step-done", on_done)
    on.press("post.step-make", on_make)


def on_done(turn: Turn, press: Press) -> Reply:
    post_id, place = _place(press)
    turn = turn_for(turn, post_id)
    post = finish_step(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id, place=place
    )
    step = step_name(turn.t, post.checklist[place])
    return card_after(turn, press, post_id, notice=turn.t("step-said-done", post=post_id, step=step))


def on_make(turn: Turn, press: Press) -> Reply:
    """Shows the new post: what it needs now is a text of its own."""
    post_id, place = _place(press)
    turn = turn_for(turn, post_id)
    parent = post_of(turn, post_id)
    if place >= len(parent.checklist):
        raise UserError("step-gone", post=post_id)
    made = made_of(turn, parent, place)
    return card_after(turn, press, made.id, notice=turn.t("step-said-made", post=made.id, parent=post_id))


def made_of(turn: Turn, parent: Post, place: int) -> Post:
    """The post that a step of *parent* is, titled in the words of whoever makes it."""
    title = made_title(turn.t, parent, parent.checklist[place])
    return make_step_post(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        now=turn.now,
        post_id=parent.id,
        place=place,
        title=title,
    )


def _place(press: Press) -> tuple[str, int]:
    post_id, _, place = press.value.partition("|")
    return post_id, int(place)
