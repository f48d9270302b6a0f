"""`/parution`: every command under one name, for workspaces where a short name is taken; and help on all of them."""

from handlers.context import Turn
from handlers.listening import Listeners, OnCommand, Reply
from handlers.setup import on_setup
from handlers.views.umbrella import help_of_all

WORDS = {
    "post": "post",
    "publication": "post",
    "checkin": "checkin",
    "check-in": "checkin",
    "ronde": "checkin",
    "kpi": "kpi",
    "mesures": "kpi",
    "setup": "setup",
    "configurer": "setup",
}
"""The first word, in English or French → the command it stands for."""


def register(on: Listeners) -> None:
    on.command("parution", anything(on))
    on.press("help.show", lambda turn, press: help_reply(turn))


def anything(on: Listeners) -> OnCommand:
    """The function that answers a whole line as the short command would."""

    def on_parution(turn: Turn, text: str) -> Reply:
        word, _, rest = text.strip().lstrip("/").partition(" ")
        name = WORDS.get(word.lower(), "")
        if name == "setup":
            return on_setup(turn, rest)
        act = on.commands.get(name)
        return act(turn, rest.strip()) if act else help_reply(turn, text)

    return on_parution


def help_reply(turn: Turn, typed: str = "") -> Reply:
    """Usage with examples; says so when *typed* was something else than a wish for help."""
    asked = typed.strip().lower() in ("", "help", "aide", "?")
    text, blocks = help_of_all(turn.t, not_understood="" if asked else typed, has_strategy=turn.strategy is not None)
    return Reply(text=text, blocks=blocks)
