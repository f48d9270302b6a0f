"""The steps of a post: done, and made into posts of their own, each with a text of its own."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import UserError
from bot.domain.limits import TITLE_LIMIT
from bot.domain.members import Member
from bot.domain.moments import Due, at_local, local
from bot.domain.objective.compass import objective_elsewhere
from bot.domain.post.checklists import is_open, makes_post
from bot.domain.posts import Post, PostKind, Step
from bot.domain.reminders.day_steps import post_ids_of, steps_named
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import unless_shut_out
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, refuse_unless
from bot.services.post.adding import Wish, checked, put_new_post
from bot.services.post.records import keep, post_in, post_to_change, remember_together


def finish_step(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, place: int) -> Post:
    """Done twice is done once. Raises `UserError("step-gone")`."""
    with store.transaction() as tx:
        return _finish(tx, strategy, post_id, by, place, now=now)


def finish_day_steps(store: Store, *, strategy: Strategy, by: Member, now: datetime, parts: Sequence[str]) -> None:
    """Those that *parts* name (`DayStep.part`); what was done, handed over or made anew meanwhile stays as it is."""
    with store.transaction() as tx:
        found = [tx.posts.find(each) for each in post_ids_of(parts)]
        for each in steps_named(parts, [post for post in found if post is not None]):
            with suppress(UserError):
                _finish(tx, strategy, each.post.id, by, each.place, now=now)


def _finish(tx: Transaction, strategy: Strategy, post_id: str, by: Member, place: int, *, now: datetime) -> Post:
    was, step = _step(tx, strategy, post_id, by, place)
    if not is_open(step):
        return was
    post = _with_step(was, place, replace(step, done_at=now, done_by=by.id))
    return keep(tx, was, post, what="step-done", by=by, now=now, note=step.text or step.key)


def make_step_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    place: int,
    title: str = "",
    wish: Wish | None = None,
) -> Post:
    """The post that a step is: as *wish* has it, else a draft on its day, without a text.

    The one it made before, where it did. Raises `Held`; `UserError`: "step-gone", "step-makes-nothing", and for a
    *wish* what `add_post` raises.
    """
    if wish is not None:
        checked(wish, now=now)
    with store.transaction() as tx:
        was, step = _step(tx, strategy, post_id, by, place)
        made = tx.posts.find(step.post_id) if step.post_id else None
        if made is not None:
            return made
        if not makes_post(step):
            raise UserError("step-makes-nothing", post=post_id)
        if wish is None:
            wish = wish_of_step(was, step, title, strategy, now=now)
            wish = replace(wish, owner_id=unless_shut_out(tx, wish.owner_id, strategy))
        child = put_new_post(tx, strategy, by, now, wish)
        child = tx.posts.put(replace(child, parent_id=was.id))
        post = _with_step(was, place, replace(step, post_id=child.id))
        parent = keep(tx, was, post, what="step-made", by=by, now=now, note=child.id)
        remember_together(tx, [child, parent], by=by, now=now, is_whole=True)
        return child


def hand_over_steps(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, owners: Mapping[int, str | None]
) -> Post:
    """Who does which step, by its place; None: whoever has the post.

    Raises `UserError`: "stranger", "not-reachable", "outsider".
    """
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        for each in filter(None, owners.values()):
            reachable(tx, strategy, each)
        steps = [
            replace(step, owner_id=owners[place]) if place in owners and is_open(step) else step
            for place, step in enumerate(was.checklist)
        ]
        post = replace(was, checklist=tuple(steps))
        return was if post == was else keep(tx, was, post, what="steps-assigned", by=by, now=now)


def _due_of(post: Post, step: Step, strategy: Strategy) -> Due | None:
    """On the step's day of the strategy's zone. What was to come before the parent is not put beside it."""
    if step.day is None or post.due is None:
        return None
    moment = at_local(step.day, local(post.due.at, strategy.zone).time(), strategy.zone)
    is_beside = step.platform in (None, post.platform) and moment == post.due.at
    return None if is_beside else Due.of(moment, post.due.zone)


def _step(tx: Transaction, strategy: Strategy, post_id: str, by: Member, place: int) -> tuple[Post, Step]:
    """For whoever may change the post, or was named for this step."""
    post = post_in(tx, strategy, post_id)
    step = post.checklist[place] if 0 <= place < len(post.checklist) else None
    if step is None or step.owner_id != by.id:
        refuse_unless(by, Action.CHANGE_POST, strategy, post)
    if step is None:
        raise UserError("step-gone", post=post.id)
    return post, step


def _with_step(post: Post, place: int, step: Step) -> Post:
    return replace(post, checklist=(*post.checklist[:place], step, *post.checklist[place + 1 :]))


def wish_of_step(post: Post, step: Step, title: str, strategy: Strategy, *, now: datetime) -> Wish:
    """News on the parent's platform, at the parent's time of day; a moment that has gone leaves it undated."""
    due = _due_of(post, step, strategy)
    return Wish(
        title=title[:TITLE_LIMIT],
        platform=step.platform or post.platform,
        kind=PostKind.NEWS,
        due=due if due and due.at >= now else None,
        owner_id=None if step.platform else post.owner_id,
        objective_id=objective_elsewhere(strategy, post.objective_id, step.platform or post.platform),
        theme=post.theme,
        labels=post.labels,
    )
