"""The first message to whoever opens the app where no strategy is: the first steps, and a look at sample data.

Slack does not tell a bot that runs on tokens who installed it; whoever installs an app is led to its page, and
opening that page is an event.
"""

from dataclasses import replace

from bot.domain.errors import Conflict, DeliveryFailed, OutcomeUnknown
from bot.ports import Note
from bot.services.people.sight import seen_by
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.views.workspace import sample
from handlers.views.workspace import welcome as views

WELCOMED = "welcomed"
"""The note of those who have had it."""


def register(on: Listeners) -> None:
    on.press("welcome.steps", lambda turn, press: steps(turn))
    on.press("welcome.sample", lambda turn, press: sampled(turn))


def welcome(turn: Turn) -> None:
    """Once to each member; not where a team has begun already, and not to guests, who cannot begin."""
    if turn.member.is_guest or not _is_first(turn):
        return
    try:
        turn.house.messenger.post(turn.member.id, views.welcome(turn.t), key=f"welcome:{turn.member.id}")
    except OutcomeUnknown:
        return  # they may have it; one too few is better than two
    except DeliveryFailed:
        _mark(turn, is_welcomed=False)


def _is_first(turn: Turn) -> bool:
    """Whether nobody has begun and this member was not told how; from now on they count as told."""
    try:
        return _mark(turn, is_welcomed=True)
    except Conflict:  # the same opening, heard twice at once
        return False


def _mark(turn: Turn, *, is_welcomed: bool) -> bool:
    """Whether this changed anything."""
    with turn.store.transaction() as tx:
        if any(each.channel_id for each in seen_by(tx, turn.member)):
            return False
        note = tx.notes.find(WELCOMED) or Note(id=WELCOMED)
        if (turn.member.id in note.body) is is_welcomed:
            return False
        others = {who: at for who, at in note.body.items() if who != turn.member.id}
        own = {turn.member.id: turn.now.isoformat()} if is_welcomed else {}
        tx.notes.put(replace(note, body={**others, **own}))
    return True


def steps(turn: Turn) -> Reply:
    found = views.welcome(turn.t)
    return Reply(text=found.text, blocks=found.blocks, in_place=True)


def sampled(turn: Turn) -> Reply:
    """In the same message, which only its reader sees; nothing of it is kept."""
    found = sample.sample_message(turn.t, reader_id=turn.member.id, now=turn.now)
    return Reply(text=found.text, blocks=found.blocks, in_place=True)
