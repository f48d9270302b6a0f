"""What a member reads where an act is refused or fails: an answer in words, or an apology with a reference."""

import logging
import secrets
from collections.abc import Callable
from functools import partial

from bot.domain.errors import Conflict, People, UserError
from bot.services.people.whom_to_ask import askable
from handlers.context import House, Turn, turn_of, unknown
from handlers.payloads import Reply, View
from handlers.views.kit import Json
from handlers.views.refusals import apology, refusal

logger = logging.getLogger(__name__)


def answer_member(
    house: House,
    user_id: str,
    channel_id: str,
    act: Callable[[Turn], Reply],
    *,
    typed: str = "",
    is_there: bool = False,
) -> tuple[Turn, Reply]:
    """The turn of a member, and what *act* replies to it; an answer also where who that is cannot be read.

    *is_there*: it was done in that channel, as `turn_of` has it.
    """
    try:
        turn = turn_of(house, user_id, channel_id, is_there=is_there)
    except Exception as error:  # the border, as below
        turn = Turn(house=house, member=unknown(user_id), now=house.clock.now(), channel_id=channel_id)
        return turn, answered(turn, partial(_failing, error), typed=typed)
    return turn, answered(turn, lambda: act(turn), typed=typed)


def _failing(error: Exception) -> Reply:
    raise error


def answered(turn: Turn, act: Callable[[], Reply], *, typed: str = "") -> Reply:
    """What *act* replies; a refusal in words, or an apology with a reference for a bug.

    Somebody faster is retried once: the second reading sees what they wrote.
    """
    try:
        try:
            return act()
        except Conflict:
            return act()
    except UserError as error:
        return refusal_reply(turn, error, typed)
    except Conflict:
        return refusal_reply(turn, UserError("conflict"), typed)
    except Exception as bug:  # the border: whatever went wrong, the member gets an answer and the log the traceback
        return apology_reply(turn, bug, typed=typed)


def apology_reply(turn: Turn, bug: Exception, *, typed: str = "") -> Reply:
    reference = secrets.token_hex(2)
    logger.error("bug %s", reference, exc_info=bug)
    text, blocks = apology(turn.t, reference=reference, typed=typed)
    return Reply(text=text, blocks=blocks)


def refusal_reply(turn: Turn, error: UserError, typed: str = "") -> Reply:
    """Where it cannot be put into words, that is a bug, and told as one."""
    try:
        text, blocks = refused(turn, error, typed)
    except Exception as bug:  # the border, as above
        return apology_reply(turn, bug, typed=typed)
    return Reply(text=text, blocks=blocks)


def refused(turn: Turn, error: UserError, typed: str = "") -> tuple[str, list[Json]]:
    """The refusal in words, naming those who can be asked."""
    return refusal(turn.t, error, typed=typed, to_ask=partial(_to_ask, turn))


def _to_ask(turn: Turn, people: People) -> People:
    with turn.store.transaction() as tx:
        return askable(tx, people, turn.member)


def refusal_view(turn: Turn, reply: Reply) -> View:
    """A refusal over an open modal: going back finds everything as it was typed."""
    return _view(turn, reply, title="modal-notice-title", close="button-back")


def answer_view(turn: Turn, reply: Reply) -> View:
    """An answer where no message would be seen: over the Home tab."""
    return _view(turn, reply, title="modal-answer-title", close="button-close")


def _view(turn: Turn, reply: Reply, *, title: str, close: str) -> View:
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": turn.t(title)},
        "close": {"type": "plain_text", "text": turn.t(close)},
        "blocks": list(reply.blocks) or [{"type": "section", "text": {"type": "plain_text", "text": reply.text}}],
    }
