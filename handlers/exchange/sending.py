"""Files made and sent in the background: Slack wants its answer within three seconds, an upload takes longer."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.errors import DeliveryFailed, UserError
from bot.ports import Outgoing, Upload
from handlers.context import Turn
from handlers.views.kit import section

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Files with the one message they come with."""

    uploads: Sequence[Upload]
    comment: str


def can_send(turn: Turn) -> bool:
    """Whether the optional scope is there, as far as Slack says."""
    return turn.house.sharing is not None and turn.house.sharing.can_send()


def refuse_without_scope(turn: Turn) -> None:
    """Raises `UserError`: "export-guest" for who has no direct message with an app, "export-scope"."""
    if turn.member.is_guest:
        raise UserError("export-guest")
    if not can_send(turn):
        raise UserError("export-scope", code="missing_scope")


def send_later(turn: Turn, recipient_id: str, make: Callable[[], Parcel]) -> None:
    """Make the parcel and send it, soon. Nobody waits for it: a failure is told in the direct message."""
    turn.house.background(lambda: _send(turn, recipient_id, make))


def _send(turn: Turn, recipient_id: str, make: Callable[[], Parcel]) -> None:
    try:
        parcel = make()
        if turn.house.sharing is not None:
            turn.house.sharing.send(recipient_id, parcel.uploads, parcel.comment)
    except DeliveryFailed as failure:
        logger.warning("files were not sent: %s", failure.code)
        _say(turn, turn.t("files-failed", code=failure.code))
    except Exception:  # the border: of a background thread nobody else would hear of it
        logger.exception("bug in files on their way")
        _say(turn, turn.t("files-failed", code="bug"))


def _say(turn: Turn, text: str) -> None:
    try:
        key = f"files:{turn.member.id}:{turn.now.isoformat()}"
        turn.house.messenger.post(turn.member.id, Outgoing(text=text, blocks=[section(text)]), key=key)
    except DeliveryFailed as failure:
        logger.warning("nor was that told: %s", failure.code)
