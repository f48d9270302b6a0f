"""`/parution post …`: which short command is meant, and its text."""

from bot.language.tokens import tokens, words
from bot.language.words import COMMANDS


def split_command(text: str) -> tuple[str, str]:
    """The command ("post", "checkin", "kpi", "plan", "objective", "help", or "") and the text for it.

    "" with the whole text: no command was named.
    """
    pieces = tokens(text)
    found = COMMANDS.at(words(pieces), 0)
    if found is None:
        return "", text
    command, end = found
    if command == "undo":
        return "post", text  # whatever was done last is taken back there
    return command, text[pieces[end].start :] if end < len(pieces) else ""
