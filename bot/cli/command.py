"""What a command of the command line is."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from bot.i18n import Translator

Act = Callable[[argparse.Namespace, Mapping[str, str], Translator], int | None]
"""Gets the arguments, the environment and the translator of the terminal; returns the exit status (None is 0)."""


def no_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    """A command that takes none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    act: Act
    arguments: Callable[[argparse.ArgumentParser, Translator], None] = no_arguments


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A command as the help lists it; *help* is a key of the catalogue, *place* where the command itself stands."""

    name: str
    help: str
    place: str

    def command(self) -> Command:
        """Loaded here: who runs the bot needs no local Slack, who makes a backup no bot."""
        module, _, name = self.place.partition(":")
        found: Command = getattr(import_module(module), name)
        return found


def is_agreed(question: str, unasked: str) -> bool:
    """The answer at the terminal; where there is none to ask at, *unasked* says what to type instead, and it is no."""
    if not sys.stdin.isatty():
        print(unasked, file=sys.stderr)
        return False
    try:
        return input(question).strip().lower() in ("y", "yes", "o", "oui")
    except EOFError:  # Ctrl-D
        print()
        return False
