"""`/parution`: every command under one name, for workspaces where a short name is taken; and help on all of them."""

from bot.language import split_command, unescaped
from bot.language.vocabulary import folded
from handlers.context import Turn
from handlers.listening import Listeners, OnCommand
from handlers.payloads import Reply
from handlers.plan.calendar import show_calendar
from handlers.views.workspace.umbrella import help_of_all
from handlers.workspace.setup import on_setup

CALENDAR = {"calendar", "calendrier", "month", "mois"}
SETUP = {"setup", "set up", "configurer", "configuration", "reglages", "settings"}


def register(on: Listeners) -> None:
    on.command("parution", anything(on))
    on.press("help.show", lambda turn, press: help_reply(turn))


def anything(on: Listeners) -> OnCommand:
    """The function that answers a whole line as the short command would."""

    def on_parution(turn: Turn, text: str) -> Reply:
        typed = _bare(text)
        if folded(typed.partition(" ")[0]) in SETUP:
            return on_setup(turn, "")
        if folded(typed.partition(" ")[0]) in CALENDAR:
            return show_calendar(turn, typed.partition(" ")[2])
        name, rest = split_command(typed)
        act = on.commands.get(name)
        return act(turn, rest) if act else help_reply(turn, typed)

    return on_parution


def command_of(typed: str) -> str:
    """The slash command that does what *typed* does without one: "ronde 12/14" is no name of a command."""
    typed = _bare(typed)
    word, _, after = typed.partition(" ")
    if folded(word) in SETUP:
        return "/parution setup"
    if folded(word) in CALENDAR:
        return f"/plan calendar {after}".strip()
    name, rest = split_command(typed)
    return f"/parution {typed}".strip() if name in ("", "help") else f"/{name} {rest}".strip()


def _bare(text: str) -> str:
    """Without a slash, and without the name that every command has in a message, too."""
    typed = text.strip().lstrip("/")
    first, _, rest = typed.partition(" ")
    return rest.strip() if folded(first) == "parution" else typed


def help_reply(turn: Turn, typed: str = "") -> Reply:
    """Usage with examples; says so when *typed* was something else than a wish for help."""
    asked = typed.strip().lower() in ("", "help", "aide", "?")
    text, blocks = help_of_all(
        turn.t, not_understood="" if asked else unescaped(typed), has_strategy=turn.strategy is not None
    )
    return Reply(text=text, blocks=blocks)
