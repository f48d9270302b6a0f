"""How an objective goes back to what it was before a deed."""

from bot.domain.errors import UserError
from bot.domain.posts import PostState
from bot.domain.strategy import Objective, Strategy
from bot.ports import Transaction
from bot.services.objective.objectives import objective_in, refuse_one_more
from bot.services.objective.records import is_as_left, objective_of, put_back
from bot.services.undo.stack import LaterChange, Move, Way
from bot.services.ways_back.plan import last_line


def changed_since(move: Move) -> LaterChange | None:
    strategy = move.tx.strategies.get(move.strategy.id)
    return None if is_as_left(strategy, move.part) else last_line(strategy)


def refuse(move: Move) -> None:
    """Raises `UserError`: "objective-undo-served" where posts serve by now what would be gone, "objective-many"."""
    strategy = move.tx.strategies.get(move.strategy.id)
    objective = objective_in(strategy, move.part.key)
    if move.part.before is None:
        _refuse_served(move.tx, strategy, objective)
    elif objective_of(move.part.before).closed_at is None and objective.closed_at is not None:
        refuse_one_more(strategy)


def _refuse_served(tx: Transaction, strategy: Strategy, objective: Objective) -> None:
    posts = [each for each in tx.posts.of_strategy(strategy.id) if each.objective_id == objective.id]
    if any(each.state is not PostState.CANCELLED for each in posts):
        raise UserError("objective-undo-served", objective=objective.id)


OBJECTIVE = Way(
    changed=changed_since,
    refuse=refuse,
    put_back=lambda move: put_back(
        move.tx, move.tx.strategies.get(move.strategy.id), move.part, by=move.by, now=move.now
    ),
)
