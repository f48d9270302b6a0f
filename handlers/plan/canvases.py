"""The canvas of a strategy's channel that follows the month, where somebody asked for it and the scope is there."""

import hashlib
import logging
from datetime import datetime, timedelta

from bot.domain.errors import DeliveryFailed, GiveUp, People, UserError
from bot.domain.strategy import Strategy
from bot.i18n import translator_of
from bot.services.people.who_may import Action, may
from bot.services.plan.canvases import Followed, follow, followed_in, is_followed, keep_written, stop_following
from bot.services.plan.month import month_of, shifted
from handlers.context import House, Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.plan.calendar import read_press
from handlers.views.kit import section
from handlers.views.month.canvas import canvas_markdown

logger = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
"""At most so often is a canvas written again; Slack allows fifty edits a minute in a whole workspace."""


def register(on: Listeners) -> None:
    on.press("calendar.canvas", on_canvas)


def on_canvas(turn: Turn, press: Press) -> Reply:
    """Begin to follow the month in the channel's canvas, or stop; the canvas itself stays."""
    turn, _ = read_press(turn, press)
    strategy = turn.the_strategy()
    if not may(turn.member, Action.CHANGE_PLAN, strategy):
        raise UserError("calendar-manager", manager=People((strategy.manager_id,)))
    channel = f"<#{strategy.channel_id}>"
    if is_followed(turn.store, strategy):
        stop_following(turn.store, strategy)
        text = turn.t("canvas-stopped", channel=channel)
    else:
        begin(turn.house, strategy, now=turn.now)
        text = turn.t("canvas-begun", channel=channel)
    return Reply(text=text, blocks=[section(text)])


def begin(house: House, strategy: Strategy, *, now: datetime) -> None:
    """Raises `UserError`: "canvas-scope", "canvas-failed"."""
    if house.sharing is None:
        raise UserError("canvas-scope")
    title, markdown = content_of(house, strategy, now=now)
    try:
        canvas_id = house.sharing.write_canvas(strategy.channel_id, "", title=title, markdown=markdown)
    except DeliveryFailed as failure:
        key = "canvas-scope" if failure.code == "missing_scope" else "canvas-failed"
        raise UserError(key, code=failure.code) from failure
    follow(house.store, strategy, canvas_id=canvas_id, content=fingerprint(markdown), now=now)


def keep_canvases(house: House, now: datetime) -> None:
    """Write again what reads differently since. Nothing that goes wrong here holds up a reminder."""
    for each in followed_in(house.store):
        if each.written_at + EVERY <= now:
            try:
                keep_canvas(house, each, now=now)
            except DeliveryFailed as failure:
                logger.warning("a canvas was not written: %s", failure.code)
            except Exception:  # the border: a bug in a canvas must not hold up anybody's reminders
                logger.exception("bug in a canvas")


def keep_canvas(house: House, followed: Followed, *, now: datetime) -> None:
    """A canvas that somebody deleted is followed no longer."""
    strategy = followed.strategy
    title, markdown = content_of(house, strategy, now=now)
    if house.sharing is None or fingerprint(markdown) == followed.content:
        return
    try:
        house.sharing.write_canvas(strategy.channel_id, followed.canvas_id, title=title, markdown=markdown)
    except GiveUp:
        stop_following(house.store, strategy)
        raise
    keep_written(house.store, strategy, content=fingerprint(markdown), now=now)


def content_of(house: House, strategy: Strategy, *, now: datetime) -> tuple[str, str]:
    """Title and Markdown: this month and the next, in the channel's language."""
    t, today = translator_of(strategy, now), strategy.today(now)
    months = [month_of(house.store, strategy, shifted(today, step), now, locale=t.locale) for step in (0, 1)]
    return t("ics-name", name=strategy.name), canvas_markdown(t, months)


def fingerprint(markdown: str) -> str:
    return hashlib.sha256(markdown.encode()).hexdigest()[:16]
