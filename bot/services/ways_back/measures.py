"""How numbers that were written down are taken back: the measurement before stands again."""

from bot.services.kpi.measures import mark_weeks
from bot.services.post.records import post_in
from bot.services.undo.stack import LaterChange, Move, Way


def changed_since(move: Move) -> LaterChange | None:
    """Newer numbers were made from these."""
    latest = move.tx.measurements.latest_of([move.part.also]).get(move.part.also)
    if latest is not None and latest.id == move.part.key:
        return None
    return (
        LaterChange(key=move.part.also, who=latest.by, at=latest.at, what="counts")
        if latest
        else LaterChange(key=move.part.also)
    )


def put_back(move: Move) -> None:
    post = post_in(move.tx, move.strategy, move.part.also)
    move.tx.measurements.delete(move.part.key)
    mark_weeks(move.tx, move.strategy, post)


NUMBERS = Way(changed=changed_since, put_back=put_back)
