"""The command line: `python -m bot COMMAND`, also installed as `parution`."""

import argparse
import os
import sys
from collections.abc import Sequence

from bot import settings
from bot.cli import COMMANDS
from bot.clock import use_pinned_zones
from bot.domain.errors import UserError
from bot.i18n import Translator


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0 when done, 1 for a refusal in one line, 2 for unusable arguments."""
    use_pinned_zones()
    t = Translator(settings.language(os.environ), settings.zone(os.environ))
    wish = parser(t).parse_args(arguments)
    try:
        return int(wish.act(wish, os.environ, t) or 0)
    except UserError as error:
        print(t(f"refusal-{error.key}", **error.params), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser(t: Translator) -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(prog="parution", description=t("cli-description"))
    commands = root.add_subparsers(required=True, metavar=t("cli-command"))
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=t(command.help))
        command.arguments(own, t)
        own.set_defaults(act=command.act)
    return root


if __name__ == "__main__":
    sys.exit(main())
