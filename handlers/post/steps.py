"""The steps of a post: handed over, done, made to posts; what is said of them when the post changes its date."""

from bot.domain.errors import UserError
from bot.domain.moments import local
from bot.domain.post.checklists import due_day, hurried_steps, is_open
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.language.post.steps import SharePost
from bot.language.requests import ME
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.held_back import Held
from bot.services.post.batches import Batch
from bot.services.post.checklists import finish_step, hand_over_steps, make_step_post, wish_of_step
from bot.services.post.made_by_steps import cancel_made, move_made, posts_made_by_steps
from handlers.cards import batch_after, card_after, card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply, person_field
from handlers.turns import at_its_post, meta_for, post_of
from handlers.views.kit import Json
from handlers.views.post.forms import Filled, adding_form
from handlers.views.post.override import with_reason_asked
from handlers.views.post.steps import (
    hurried_line,
    made_cancelled_question,
    made_moved_question,
    made_title,
    sharing_form,
    step_name,
)
from handlers.who_is_meant import look_up_insider, member_named


def register(on: Listeners) -> None:
    on.press("post.step-done", at_its_post(on_done))
    on.press("post.step-make", at_its_post(on_make))
    on.press("post.steps", at_its_post(on_steps))
    on.press("post.made-move", at_its_post(on_move_made))
    on.press("post.made-cancel", at_its_post(on_cancel_made))
    on.submit("post.steps", on_steps_submitted)


def on_steps_typed(turn: Turn, request: SharePost) -> Reply:
    """Who does which step; whoever was typed is offered for those that nobody was named for."""
    post = _with_steps(turn, request.post_id)
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    chosen = turn.member.id if named == ME else named
    return Reply(modal=sharing_form(turn.t, post, chosen=chosen, meta=meta_for(turn, post)))


def on_steps(turn: Turn, press: Press) -> Reply:
    post = _with_steps(turn, press.value)
    return Reply(modal=sharing_form(turn.t, post, meta=meta_for(turn, post, press=press)), in_place=True)


def on_steps_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    asked = {name: str(who or "") for name, who in form.values.items() if name.startswith("step.")}
    try:
        owners = {
            int(name.partition(".")[2]): look_up_insider(turn, who) if who else None for name, who in asked.items()
        }
        hand_over_steps(**turn.act, post_id=post_id, owners=owners)
    except UserError as error:
        if not (field := person_field(form, error)):
            raise
        return Reply(errors={field: turn.t.refusal(error)})
    return card_in_modal(turn, post_id, notice=turn.t("steps-said-shared", post=post_id))


def _with_steps(turn: Turn, post_id: str | None) -> Post:
    post = post_of(turn, post_id)
    refuse_unless(turn.member, Action.CHANGE_POST, turn.the_strategy(), post)
    if not any(map(is_open, post.checklist)):
        raise UserError("steps-none", post=post.id)
    return post


def on_done(turn: Turn, press: Press) -> Reply:
    post_id, place = _place(press)
    post = finish_step(**turn.act, post_id=post_id, place=place)
    step = step_name(turn.t, post.checklist[place])
    return card_after(turn, press, post_id, notice=turn.t("step-said-done", post=post_id, step=step))


def on_make(turn: Turn, press: Press) -> Reply:
    """Shows the new post: what it needs now is a text of its own."""
    post_id, place = _place(press)
    parent = post_of(turn, post_id)
    if place >= len(parent.checklist):
        raise UserError("step-gone", post=post_id)
    try:
        made = make_step(turn, parent, place)
    except Held as held:
        return held_step(turn, parent, place, held, press=press)
    return card_after(turn, press, made.id, notice=turn.t("step-said-made", post=made.id, parent=post_id))


def on_move_made(turn: Turn, press: Press) -> Reply:
    post_id, days, asked = press.value.split("|")
    moves = {made: int(count) for made, _, count in (each.partition(":") for each in asked.split(","))}
    strategy, by, now = turn.the_strategy(), turn.member, turn.now
    batch = move_made(turn.store, strategy=strategy, by=by, now=now, post_id=post_id, days=int(days), moves=moves)
    return batch_after(turn, press, batch, turn.t("made-moved", count=_along(batch, post_id), post=post_id))


def on_cancel_made(turn: Turn, press: Press) -> Reply:
    strategy, by, now = turn.the_strategy(), turn.member, turn.now
    batch = cancel_made(turn.store, strategy=strategy, by=by, now=now, post_id=press.value)
    return batch_after(turn, press, batch, turn.t("made-cancelled", count=_along(batch, press.value), post=press.value))


def _along(batch: Batch, post_id: str) -> int:
    return sum(each.id != post_id for each in batch.posts)


def make_step(turn: Turn, parent: Post, place: int) -> Post:
    """The post that a step of *parent* is, titled in the words of whoever makes it."""
    title = made_title(turn.t, parent, parent.checklist[place])
    return make_step_post(**turn.act, post_id=parent.id, place=place, title=title)


def held_step(turn: Turn, parent: Post, place: int, held: Held, *, press: Press) -> Reply:
    """The form of the step's post, filled in as it would have been made: it is mended there, and still the step's."""
    step = parent.checklist[place]
    wish = wish_of_step(parent, step, made_title(turn.t, parent, step), turn.the_strategy(), now=turn.now)
    there = local(wish.due.at, turn.member.zone) if wish.due else None
    filled = Filled(
        title=wish.title,
        platform=wish.platform,
        day=there.date() if there else None,
        clock=there.time() if there else None,
        owner_id=wish.owner_id,
        objective_id=wish.objective_id,
    )
    carried = {"theme": wish.theme or "", "labels": list(wish.labels or ())}
    meta = {**meta_for(turn, press=press, step=f"{parent.id}|{place}"), **carried}
    form = adding_form(turn.t, filled, strategy=turn.the_strategy(), meta=meta)
    return Reply(modal=with_reason_asked(turn.t, form, held), in_place=True)


def _place(press: Press) -> tuple[str, int]:
    post_id, _, place = press.value.partition("|")
    return post_id, int(place)


def asked_when_moved(turn: Turn, was: Post, post: Post) -> list[Json]:
    """Nothing where the post keeps its day, as its steps then keep theirs."""
    before, after = (due_day(each.due, turn.the_strategy()) for each in (was, post))
    days = (after - before).days if before and after else 0
    made = [each for each in posts_made_by_steps(turn.store, post) if each.due] if days else []
    zone = turn.the_strategy().zone
    return made_moved_question(turn.t, post, made, days=days, can_change=_can(turn, made), now=turn.now, zone=zone)


def asked_when_cancelled(turn: Turn, post: Post) -> list[Json]:
    made, zone = posts_made_by_steps(turn.store, post), turn.the_strategy().zone
    return made_cancelled_question(turn.t, post, made, can_change=_can(turn, made), now=turn.now, zone=zone)


def with_steps_said(turn: Turn, notice: str, *posts: Post, was: Post | None = None) -> str:
    """*notice*, and which steps are for today because they should have been done by now.

    *was*: the post before a change that may have kept its day and kind, and its steps with them.
    """
    strategy, today = turn.the_strategy(), turn.the_strategy().today(turn.now)
    if was is not None and not any(_has_new_steps(was, each, strategy) for each in posts):
        return notice
    found = [(each, step) for each in posts for step in hurried_steps(each, strategy, today=today)]
    return " ".join(filter(None, [notice, hurried_line(turn.t, found)]))


def _has_new_steps(was: Post, post: Post, strategy: Strategy) -> bool:
    return (was.kind, due_day(was.due, strategy)) != (post.kind, due_day(post.due, strategy))


def _can(turn: Turn, made: list[Post]) -> bool:
    return any(may(turn.member, Action.CHANGE_POST, turn.the_strategy(), each) for each in made)
