"""The arguments of the command line, told in the reader's language: argparse itself knows English only."""

import argparse
import re
import sys
from typing import Any, NoReturn

from bot.cli.command import Listed
from bot.i18n import Translator

REFUSED = {
    r"the following arguments are required: (?P<what>.+)": "cli-arguments-missing",
    r"unrecognized arguments: (?P<what>.+)": "cli-arguments-unknown",
    r"argument (?P<name>[^:]+): invalid choice: (?P<what>.+?) \(choose from (?P<known>.+)\)": "cli-argument-choice",
    r"argument (?P<name>[^:]+): invalid \w+ value: (?P<what>.+)": "cli-argument-value",
    r"argument (?P<name>[^:]+): expected one argument": "cli-argument-empty",
    r"ambiguous option: (?P<what>.+?) could match (?P<known>.+)": "cli-argument-ambiguous",
}
"""What argparse says of unusable arguments, and the text that says it."""


class Parser(argparse.ArgumentParser):
    """*listed*: the command that this one reads the arguments of."""

    def __init__(self, *, t: Translator, listed: Listed | None = None, **given: Any) -> None:
        super().__init__(add_help=False, **given)
        self._t = t
        self._listed = listed
        self._positionals.title = t("cli-positionals")
        self._optionals.title = t("cli-options")
        self.add_argument("-h", "--help", action="help", help=t("cli-help"))

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        """Called for the command that was typed, which is loaded now."""
        if self._listed:
            command = self._listed.command()
            command.arguments(self, self._t)
            self.set_defaults(act=command.act)
        return super().parse_known_args(*given, **named)

    def error(self, message: str) -> NoReturn:
        """Usage and what is wrong, with exit status 2; words that this version doesn't know stay argparse's own."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self._in_words(message)}\n")

    def _in_words(self, message: str) -> str:
        for pattern, key in REFUSED.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                return self._t(key, **found.groupdict())
        return message
