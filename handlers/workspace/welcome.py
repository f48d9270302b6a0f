"""The first message to whoever opens the app where no strategy is: the first steps, and a look at sample data.

Slack does not tell a bot that runs on tokens who installed it; whoever installs an app is led to its page, and
opening that page is an event.
"""

from bot.domain.errors import Conflict, DeliveryFailed, OutcomeUnknown
from bot.services.workspace.welcoming import mark_welcomed
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.views.workspace import sample
from handlers.views.workspace import welcome as views


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
        mark_welcomed(turn.store, turn.member, is_welcomed=False, now=turn.now)


def _is_first(turn: Turn) -> bool:
    """Whether nobody has begun and this member was not told how; from now on they count as told."""
    try:
        return mark_welcomed(turn.store, turn.member, is_welcomed=True, now=turn.now)
    except Conflict:  # the same opening, heard twice at once
        return False


def steps(turn: Turn) -> Reply:
    found = views.welcome(turn.t)
    return Reply(text=found.text, blocks=found.blocks, in_place=True)


def sampled(turn: Turn) -> Reply:
    """In the same message, which only its reader sees; nothing of it is kept."""
    found = sample.sample_message(turn.t, reader_id=turn.member.id, now=turn.now)
    return Reply(text=found.text, blocks=found.blocks, in_place=True)
