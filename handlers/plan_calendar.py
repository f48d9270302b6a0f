"""`/plan calendar`: the month as a list with buttons, as a picture, as a file, and in the channel's canvas."""

import logging
from dataclasses import replace
from datetime import date

from bot.domain.errors import DeliveryFailed, NotFound, UserError
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_of
from bot.language.months import read_month
from bot.ports import Outgoing, Upload
from bot.services.month import Month, month_of
from bot.services.rights import Action, may
from handlers.context import Turn
from handlers.listening import Listeners, Press, Reply
from handlers.views import month as views
from handlers.views.kit import mention, safe, section
from handlers.views.month_picture import drawn
from handlers.views.month_words import alternative, month_title

logger = logging.getLogger(__name__)


def register(on: Listeners) -> None:
    on.press("calendar.turn.", on_turn)
    on.press("calendar.show", on_turn)
    on.press("calendar.picture", on_picture)
    on.press("calendar.post", on_post)


def show_calendar(turn: Turn, text: str) -> Reply:
    """What `/plan calendar` *text* asks for: a month with its picture on the way, or the calendar as a file."""
    first = read_month(text, now=turn.now, zone=turn.the_strategy().zone, french=turn.t.language == "fr")
    notice = "" if first or not text.strip() else turn.t("month-not-understood", what=safe(text, 300))
    month = month_for(turn, first)
    notice = notice or send_picture(turn, month)
    return month_reply(turn, month, notice=notice)


def month_for(turn: Turn, first: date | None = None) -> Month:
    strategy = turn.the_strategy()
    return month_of(turn.store, strategy, first or strategy.today(turn.now), turn.now, locale=turn.t.locale)


def month_reply(turn: Turn, month: Month, *, notice: str = "", in_place: bool = False) -> Reply:
    blocks = views.month_blocks(turn.t, month, notice=notice, may_post=may_post(turn, month.strategy))
    return Reply(text=views.month_text(turn.t, month), blocks=blocks, in_place=in_place)


def may_post(turn: Turn, strategy: Strategy) -> bool:
    """Speaking to the whole channel is for who looks after the plan."""
    return may(turn.member, Action.CHANGE_PLAN, strategy)


def on_turn(turn: Turn, press: Press) -> Reply:
    """Another month, in place; from the Home tab and from a modal, in a modal."""
    turn, first = told_by(turn, press)
    month = month_for(turn, first)
    if press.view_id:
        return Reply(modal=views.month_modal(turn.t, month), in_place=True)
    return month_reply(turn, month, in_place=press.from_ephemeral)


def told_by(turn: Turn, press: Press) -> tuple[Turn, date | None]:
    """The strategy and the month that a button carries; a guest keeps to the channel's own. Raises `NotFound`."""
    strategy_id, _, day = press.value.partition("|")
    with turn.store.transaction() as tx:
        strategy = tx.strategies.find(strategy_id) if strategy_id else turn.strategy
    is_foreign = turn.member.is_guest and (turn.strategy is None or turn.strategy.id != strategy_id)
    if strategy is None or strategy.is_archived or is_foreign:
        raise NotFound("strategy", strategy_id)
    return replace(turn, strategy=strategy), date.fromisoformat(day) if day else None


def on_picture(turn: Turn, press: Press) -> Reply:
    turn, first = told_by(turn, press)
    said = send_picture(turn, month_for(turn, first))
    return Reply(text=said, blocks=[section(said)])


def send_picture(turn: Turn, month: Month) -> str:
    """Draw it and send it to the member, in the background; what is said of that meanwhile."""
    if turn.member.is_guest:
        return turn.t("month-picture-guest")
    if turn.house.sharing is None or not turn.house.sharing.can_send():
        return turn.t("month-picture-scope")
    turn.house.background(lambda: _picture_sent(turn, turn.t, month, turn.member.id))
    return turn.t("month-picture-coming")


def on_post(turn: Turn, press: Press) -> Reply:
    """The picture and the list for everybody, in the channel's language."""
    turn, first = told_by(turn, press)
    strategy = turn.the_strategy()
    if not may_post(turn, strategy):
        raise UserError("calendar-manager", manager=mention(strategy.manager_id))
    t = translator_of(strategy)
    month = month_of(turn.store, strategy, first or strategy.today(turn.now), turn.now, locale=t.locale)
    if turn.house.sharing is None or not turn.house.sharing.can_send():
        raise UserError("calendar-scope")
    turn.house.background(lambda: _picture_sent(turn, t, month, strategy.channel_id))
    said = turn.t("month-posting", month=month_title(turn.t, month.first), channel=f"<#{strategy.channel_id}>")
    return Reply(text=said, blocks=[section(said)])


def _picture_sent(turn: Turn, t: Translator, month: Month, recipient_id: str) -> None:
    """In the background: nobody waits for what this returns, so a failure is told in the direct message."""
    try:
        name = f"{month.strategy.id}-{month.first:%Y-%m}.png"
        title = f"{month_title(t, month.first)} · {month.strategy.name}"
        picture = Upload(name=name, content=drawn(t, month), title=title, alt=alternative(t, month))
        if turn.house.sharing is not None:
            turn.house.sharing.send(recipient_id, [picture], views.month_comment(t, month))
    except DeliveryFailed as failure:
        logger.warning("a month's picture was not sent: %s", failure.code)
        _say(turn, turn.t("month-picture-failed", code=failure.code))
    except Exception:  # the border: of a background thread nobody else would hear of it
        logger.exception("bug in a month's picture")
        _say(turn, turn.t("month-picture-failed", code="bug"))


def _say(turn: Turn, text: str) -> None:
    try:
        key = f"calendar:{turn.member.id}:{turn.now.isoformat()}"
        turn.house.messenger.post(turn.member.id, Outgoing(text=text, blocks=[section(text)]), key=key)
    except DeliveryFailed as failure:
        logger.warning("nor was that told: %s", failure.code)
