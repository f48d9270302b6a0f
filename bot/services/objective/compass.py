"""The answers to the compass: what a post is for, where no objective asked for its platform or it serves none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import UserError
from bot.domain.limits import REASON_LIMIT
from bot.domain.members import Member
from bot.domain.objective.compass import CompassQuestion, Waiting, waiting_among
from bot.domain.platforms import Platform
from bot.domain.posts import Post
from bot.domain.strategy import Objective, Strategy
from bot.ports import Store, Transaction
from bot.services.objective.objectives import objective_in
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.changes import with_line
from bot.services.post.records import as_part, keep, post_to_change, remember_together
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import Deed, DeedPart, PartKind, remember

WIDENED = "compass-widened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a post is for: an objective, or a reason of its own. *widens*: the objective asks for its platform too."""

    objective_id: str = ""
    reason: str = ""
    widens: bool = False


def answer_compass(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_ids: Sequence[str], purpose: Purpose
) -> tuple[Post, ...]:
    """The answer stays with each post until its platform or objective changes; the same answer twice is no fault.

    Raises `UserError`: "compass-answer-missing", "objective-not-found", "post-not-open", "rights-…".
    """
    why = purpose.reason.strip()[:REASON_LIMIT]
    if not (why or purpose.objective_id):
        raise UserError("compass-answer-missing")
    with store.transaction() as tx:
        known = tx.strategies.get(strategy.id)
        objective = _open_objective(known, purpose.objective_id) if purpose.objective_id else None
        posts = [_open_post(tx, known, each, by) for each in post_ids]
        if objective is not None and purpose.widens:
            _widen(tx, known, objective, [each.platform for each in posts], by=by, now=now)
            return _serve_all_wider(tx, known, posts, objective, by=by, now=now)
        answered = tuple(_keep_answer(tx, each, objective, why, by=by, now=now) for each in posts)
        new = [post for was, post in zip(posts, answered, strict=True) if post.rev != was.rev]
        remember_together(tx, new, by=by, now=now)
        return answered


def waiting_for_answer(store: Store, *, strategy: Strategy, by: Member) -> tuple[Waiting, ...]:
    """The posts that *by* can answer for, by what is asked about them."""
    with store.transaction() as tx:
        every = tx.posts.of_strategy(strategy.id)
    return waiting_among([each for each in every if may(by, Action.CHANGE_POST, strategy, each)], strategy)


def waiting_for(
    store: Store, *, strategy: Strategy, by: Member, doubt: CompassQuestion, platform: Platform | None
) -> Waiting | None:
    found = waiting_for_answer(store, strategy=strategy, by=by)
    return next((each for each in found if (each.doubt, each.platform) == (doubt, platform)), None)


def _open_objective(strategy: Strategy, objective_id: str) -> Objective:
    objective = objective_in(strategy, objective_id)
    if objective.closed_at is not None:
        raise UserError("objective-not-found", what=objective_id)
    return objective


def _open_post(tx: Transaction, strategy: Strategy, post_id: str, by: Member) -> Post:
    post = post_to_change(tx, strategy, post_id, by)
    if not post.is_open:
        raise UserError("post-not-open", post=post.id, state=post.state.value)
    return post


def _keep_answer(
    tx: Transaction, was: Post, objective: Objective | None, why: str, *, by: Member, now: datetime
) -> Post:
    """An objective without a reason is kept by its id."""
    serves = objective.id if objective else was.objective_id
    post = replace(was, objective_id=serves, compass_answer=why or serves or "")
    if post == was:
        return was
    what, note = ("compass-serves", objective.statement) if objective else ("compass-alone", why)
    return keep(tx, was, post, what=what, by=by, now=now, note=note)


def _serve_all_wider(
    tx: Transaction, strategy: Strategy, posts: Sequence[Post], objective: Objective, *, by: Member, now: datetime
) -> tuple[Post, ...]:
    """Not to be undone: the objective has changed, and other posts may lean on that. Undo says so."""
    made = tuple(_serve_wider(tx, each, objective, by=by, now=now) for each in posts)
    parts = [as_part(was, post, what=WIDENED) for was, post in zip(posts, made, strict=True) if post.rev != was.rev]
    aim = DeedPart(kind=PartKind.OBJECTIVE, key=objective.id)
    deed = Deed(by=by.id, strategy_id=strategy.id, what=WIDENED, parts=(*parts, aim), stays=True)
    remember(tx, deed, now=now)
    return made


def _serve_wider(tx: Transaction, was: Post, objective: Objective, *, by: Member, now: datetime) -> Post:
    post = replace(was, objective_id=objective.id, compass_answer=objective.id)
    if post == was:
        return was
    kept = tx.posts.put(post.noted(WIDENED, by=by.id, at=now, note=objective.statement))
    mark_changed(tx, kept.strategy_id, kept.id)
    return kept


def _widen(
    tx: Transaction,
    strategy: Strategy,
    objective: Objective,
    platforms: Sequence[Platform],
    *,
    by: Member,
    now: datetime,
) -> None:
    refuse_unless(by, Action.CHANGE_PLAN, strategy)
    wider = replace(objective, platforms=tuple(dict.fromkeys((*objective.platforms, *platforms))))
    objectives = tuple(wider if each.id == wider.id else each for each in strategy.objectives)
    made = replace(strategy, objectives=objectives)
    tx.strategies.put(with_line(made, "objective-widened", by=by, now=now, note=objective.statement))
