"""Everything Slack-shaped, inbound and outbound; this list is what the bot can do."""

from handlers import chat
from handlers.engage import command
from handlers.exchange import dropping
from handlers.exchange import importing as files
from handlers.kpi import command as kpi
from handlers.listening import Listeners
from handlers.objective import command as objective
from handlers.plan import calendar, canvases
from handlers.plan import command as plan
from handlers.post import command as post
from handlers.reminders import drawing, rounds
from handlers.workspace import home, lifecycle, setup, umbrella, welcome

FEATURES = (
    objective,
    plan,
    calendar,
    canvases,
    post,
    command,
    kpi,
    drawing,
    files,
    dropping,
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
    rounds.listen(on)
