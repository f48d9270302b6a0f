"""`/parution`: every command under one name, for workspaces where a short name is taken; and help on all of them."""

from bot.language import split_command, unescaped
from bot.language.words import folded
from handlers.context import Turn
from handlers.listening import Listeners, OnCommand
from handlers.payloads import Reply
from handlers.plan.calendar import show_calendar
from handlers.setup import on_setup
from handlers.views.umbrella import help_of_all

CALENDAR = {"calendar", "calendrier", "month", "mois"}
SETUP = {"setup", "set up", "configurer", "configuration", "reglages", "settings"}


def register(on: Listeners) -> None:
    on.command("parution", anything(on))
    on.press("help.show", lambda turn, press: help_reply(turn))


def anything(on: Listeners) -> OnCommand:
    """The function that answers a whole line as the short command would."""

    def on_parution(turn: Turn, text: str) -> Reply:
        typed = text.strip().lstrip("/")
        if folded(typed.partition(" ")[0]) in SETUP:
            return on_setup(turn, "")
        if folded(typed.partition(" ")[0]) in CALENDAR:
            return show_calendar(turn, typed.partition(" ")[2])
        name, rest = split_command(typed)
        act = on.commands.get(name)
        return act(turn, rest) if act else help_reply(turn, text)

    return on_parution


def help_reply(turn: Turn, typed: str = "") -> Reply:
    """Usage with examples; says so when *typed* was something else than a wish for help."""
    asked = typed.strip().lower() in ("", "help", "aide", "?")
    text, blocks = help_of_all(
        turn.t, not_understood="" if asked else unescaped(typed), has_strategy=turn.strategy is not None
    )
    return Reply(text=text, blocks=blocks)
