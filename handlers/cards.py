"""How a post is answered with: its card, as a message or a modal, wherever the member pressed."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.objective.compass import waiting_among
from bot.services.people.who_may import Action, may
from bot.services.post.adding import facts_of
from bot.services.post.batches import Batch
from bot.services.post.late import late_posts
from handlers.context import Turn
from handlers.payloads import Form, Press, Reply
from handlers.turns import may_change
from handlers.views.kit import Json, button, section
from handlers.views.post.batches import batch_modal, batch_said
from handlers.views.post.card import card_modal, card_text, post_card
from handlers.views.post.compass import waiting_line
from handlers.views.post.lists import Can
from handlers.views.reminders.late import late_modal


def can(turn: Turn) -> Can:
    strategy = turn.the_strategy()
    may_add = may(turn.member, Action.ADD_POST, strategy)
    return Can(change=may_change(turn), add=may_add, pause=strategy.plan.pause)


def card_message(
    turn: Turn, post_id: str, *, notice: str = "", asks: Sequence[Json] = (), in_place: bool = False
) -> Reply:
    facts = facts_of(**turn.act, post_id=post_id)
    text = card_text(turn.t, facts, now=turn.now, notice=notice)
    blocks = post_card(turn.t, facts, now=turn.now, notice=notice, asks=asks)
    return Reply(text=text, blocks=blocks, in_place=in_place)


def card_in_modal(turn: Turn, post_id: str, *, notice: str = "", asks: Sequence[Json] = ()) -> Reply:
    """Replaces the modal that is open, or opens one."""
    facts = facts_of(**turn.act, post_id=post_id)
    return Reply(modal=card_modal(turn.t, facts, now=turn.now, notice=notice, asks=asks), in_place=True)


def after_form(turn: Turn, form: Form, post_id: str, *, notice: str, asks: Sequence[Json] = ()) -> Reply:
    """What stands in the place of a form that was sent: the post, or the late ones that it was opened from."""
    if not form.meta.get("late"):
        return card_in_modal(turn, post_id, notice=notice, asks=asks)
    undoable = facts_of(**turn.act, post_id=post_id).undoable
    undo = button(turn.t("button-undo"), "post.undo", f"{post_id}|{undoable}") if undoable else None
    return Reply(modal=late_list(turn, said=[section(notice, accessory=undo), *asks]), in_place=True)


def late_list(turn: Turn, *, said: Sequence[Json] = ()) -> Json:
    """As it is now, below what was *said*."""
    with turn.store.transaction() as tx:
        found = late_posts(tx, turn.member, now=turn.now)
    return late_modal(turn.t, found.posts, found.strategies, whose=found.whose, asked=found.asked, said=said)


def card_after(turn: Turn, press: Press, post_id: str, *, notice: str, asks: Sequence[Json] = ()) -> Reply:
    """What a press shows that acted at once: where everybody sees the same message, the next tick changes it.

    What is left to be asked is asked below that.
    """
    if press.from_ephemeral:
        return card_message(turn, post_id, notice=notice, asks=asks, in_place=True)
    if press.view_id and not press.from_home:
        return card_in_modal(turn, post_id, notice=notice, asks=asks)
    return Reply(text=notice, blocks=[section(notice), *asks]) if asks else Reply()


def batch_after(turn: Turn, press: Press, batch: Batch, said: str) -> Reply:
    """What was done, where it was pressed."""
    if press.view_id:
        return replace(batch_in_modal(turn, batch, said), in_place=True)
    text, blocks = batch_blocks(turn, batch, said)
    return Reply(text=text, blocks=blocks, in_place=True)


def question_after(turn: Turn, question: tuple[str, list[Json]]) -> Reply:
    """Asked in the modal that is open."""
    channel_id = turn.the_strategy().channel_id
    view = batch_modal(turn.t, turn.t("batch-title"), question[1], channel_id=channel_id)
    return Reply(modal=view, in_place=True)


def batch_blocks(turn: Turn, batch: Batch, said: str) -> tuple[str, list[Json]]:
    """One line for all of those that do not say what they are for."""
    strategy = turn.the_strategy()
    text, blocks = batch_said(turn.t, batch, said, now=turn.now, zone=strategy.zone, may_change=may_change(turn))
    return text, [*blocks, *waiting_line(turn.t, waiting_among(batch.posts, strategy), strategy.id)]


def batch_in_modal(turn: Turn, batch: Batch, said: str) -> Reply:
    _, blocks = batch_blocks(turn, batch, said)
    return Reply(modal=batch_modal(turn.t, turn.t("batch-title"), blocks, channel_id=turn.the_strategy().channel_id))
