"""The command line: `python -m bot COMMAND`, also installed as `parution`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from bot import settings
from bot.cli import COMMANDS
from bot.cli.parsing import Parser
from bot.clock import use_pinned_zones
from bot.domain.errors import UserError
from bot.i18n import Translator


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 when done, 1 for a refusal in one line, 2 for unusable arguments."""
    use_pinned_zones()
    write_what_can_be()
    locale = settings.language(os.environ)
    t = Translator(locale, "UTC")
    wish = parser(t).parse_args(arguments)
    try:
        status = int(wish.act(wish, os.environ, Translator(locale, settings.zone(os.environ))) or 0)
        sys.stdout.flush()
    except UserError as error:
        return refuse(t, error)
    except BrokenPipeError:
        return hung_up()
    except OSError as error:  # a disk that is full, a folder that is not ours
        why = error.strerror or type(error).__name__
        return refuse(t, UserError("file-trouble", path=str(error.filename or "stdout"), why=why))
    except KeyboardInterrupt:
        return 130
    return status


def write_what_can_be() -> None:
    """A terminal of Latin-1 (`LANG=fr_FR`) has no “…”: a question mark in its place is no reason to end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def refuse(t: Translator, error: UserError) -> int:
    print(t.refusal(error), file=sys.stderr)
    return 1


def hung_up() -> int:
    """Whoever read the output has enough, like `head`: no more is written, and nothing is said about it.

    Source: docs.python.org/3/library/signal.html, "Note on SIGPIPE".
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def parser(t: Translator) -> argparse.ArgumentParser:
    root = Parser(t=t, prog="parution", description=t("cli-description"))
    commands = root.add_subparsers(required=True, metavar=t("cli-command"))
    for command in COMMANDS:
        commands.add_parser(command.name, t=t, help=t(command.help), listed=command)
    return root


if __name__ == "__main__":
    sys.exit(main())
