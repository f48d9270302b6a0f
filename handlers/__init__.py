"""Everything Slack-shaped, inbound and outbound; this list is what the bot can do."""

from handlers import (
    canvases,
    chat,
    checkin,
    files,
    home,
    kpi,
    lifecycle,
    objective,
    plan,
    plan_calendar,
    post,
    reminders,
    setup,
    umbrella,
    welcome,
)
from handlers.listening import Listeners

FEATURES = (
    objective,
    plan,
    plan_calendar,
    canvases,
    post,
    checkin,
    kpi,
    reminders,
    files,
    home,
    setup,
    welcome,
    lifecycle,
    chat,
    umbrella,
)


def register(on: Listeners) -> None:
    """Every feature's listeners, the umbrella last: it answers with all the others."""
    for feature in FEATURES:
        feature.register(on)
