"""Listeners write nothing themselves: what is kept is decided in the services, where other doors find it too."""

import ast
from collections.abc import Iterator

from tests.conftest import ROOT

WRITES = {"put", "delete", "next_number", "write_row"}
READING = {
    "handlers/answering.py",
    "handlers/cards.py",
    "handlers/context.py",
    "handlers/engage/corrections.py",
    "handlers/engage/question_turns.py",
    "handlers/engage/questions.py",
    "handlers/engage/rounds.py",
    "handlers/engage/share_kits.py",
    "handlers/engage/voice_cards.py",
    "handlers/engage/voice_forms.py",
    "handlers/engage/voices.py",
    "handlers/exchange/exporting.py",
    "handlers/exchange/importing.py",
    "handlers/exchange/running.py",
    "handlers/kpi/command.py",
    "handlers/kpi/digests.py",
    "handlers/kpi/log.py",
    "handlers/objective/command.py",
    "handlers/objective/forms.py",
    "handlers/one_transaction.py",
    "handlers/plan/radar.py",
    "handlers/post/add.py",
    "handlers/post/compass.py",
    "handlers/post/publish.py",
    "handlers/post/reviews.py",
    "handlers/reminders/catch_ups.py",
    "handlers/reminders/changes.py",
    "handlers/reminders/day_lines.py",
    "handlers/reminders/drawing.py",
    "handlers/reminders/mornings.py",
    "handlers/reminders/notices.py",
    "handlers/reminders/posts.py",
    "handlers/reminders/questions.py",
    "handlers/reminders/rounds.py",
    "handlers/reminders/updates.py",
    "handlers/turns.py",
    "handlers/undo/command.py",
    "handlers/who_is_meant.py",
    "handlers/workspace/home.py",
    "handlers/workspace/setup.py",
}
"""Where a listener reads in a transaction of its own; `together` opens the one in which services read and write."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in (ROOT / "handlers").rglob("*.py"):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def calls_of(tree: ast.Module) -> Iterator[ast.Attribute]:
    """The methods that are called in *tree*, with what they are called of."""
    calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call))
    yield from (each.func for each in calls if isinstance(each.func, ast.Attribute))


def transactions_in(tree: ast.Module) -> set[str]:
    """The names that transactions have in *tree*: opened there, or given."""
    every = list(ast.walk(tree))
    items = (item for each in every if isinstance(each, ast.With) for item in each.items)
    opened = {ast.unparse(each.optional_vars) for each in items if each.optional_vars and is_opening(each.context_expr)}
    return opened | {each.arg for each in every if isinstance(each, ast.arg) and annotation_of(each) == "Transaction"}


def is_opening(what: ast.expr) -> bool:
    return ast.unparse(what).endswith(".transaction()")


def annotation_of(argument: ast.arg) -> str:
    return ast.unparse(argument.annotation) if argument.annotation else ""


def test_no_listener_writes_to_the_store() -> None:
    written = [
        f"{file}: {ast.unparse(each)}"
        for file, tree in trees()
        for each in calls_of(tree)
        if each.attr in WRITES and ast.unparse(each).split(".")[0] in transactions_in(tree)
    ]

    assert written == []


def test_a_listener_that_reads_in_a_transaction_of_its_own_is_named() -> None:
    found = {file for file, tree in trees() for each in calls_of(tree) if each.attr == "transaction"}

    assert found == READING
