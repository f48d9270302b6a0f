"""The clock of the page: an hour further, to the next reminder, to Monday."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox.core import Core
from bot.sandbox.team import Json


def move_clock(core: Core, body: Json) -> Json:
    clock = core.clock
    if body["do"] == "stop":
        clock.stop_at(clock.now())
    elif body["do"] == "run":
        clock.run()
    else:
        clock.move_to(_goal(core, body["do"], ZoneInfo(core.workspace.members[body["as"]].tz)))
    core.workspace.touch()
    return {}


def _goal(core: Core, order: str, zone: ZoneInfo) -> datetime:
    now = core.clock.now()
    if order == "hour":
        return now + timedelta(hours=1)
    if order == "monday":
        return next_monday(now.astimezone(zone))
    upcoming = core.clock.next_reminder() if core.clock.next_reminder else None
    if upcoming is None:
        raise LookupError("no reminder is planned")
    return max(upcoming, now)


def next_monday(local: datetime) -> datetime:
    """The next Monday 09:00 on the wall of *local*'s zone, later than *local*."""
    monday = datetime.combine(local.date() - timedelta(days=local.weekday()), time(9), local.tzinfo)
    return monday if monday > local else monday + timedelta(days=7)
