"""How a member's own answer to a share kit goes back: nobody else's is touched, and none of theirs stops it."""

from bot.services.engage.kit_answers import answer_in, with_answer
from bot.services.engage.share_kits import refuse_unless_kit
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import follow
from bot.services.undo.stack import LaterChange, Move, Way


def changed_since(move: Move) -> LaterChange | None:
    kit, part = move.tx.share_kits.find(move.part.key), move.part
    stands = kit is not None and answer_in(kit, move.deed.by) == part.after
    return None if stands else LaterChange(key=part.key)


def refuse(move: Move) -> None:
    refuse_unless_kit(move.tx, move.by, move.strategy, move.tx.share_kits.get(move.part.key))


def put_back(move: Move) -> None:
    kit, part = move.tx.share_kits.get(move.part.key), move.part
    kept = move.tx.share_kits.put(with_answer(kit, move.deed.by, part.before))
    mark_changed(move.tx, move.strategy.id, kit.id)
    if kit.rev == part.rev:
        follow(move.tx, kit.id, was_rev=part.was_rev, rev=kept.rev)


ANSWER = Way(changed=changed_since, refuse=refuse, put_back=put_back)
