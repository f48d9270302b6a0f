"""Every view has a test at its longest texts. Those of help and refusals are here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.errors import People, UserError
from bot.i18n.catalogue import resources
from bot.services.people.whom_to_ask import MOST_NAMED
from handlers.views import refusals as views_of_refusals
from handlers.views.engage import help as engage_help
from handlers.views.kpi import numbers as kpi
from handlers.views.workspace import umbrella
from tests.handlers.longest import assert_message, worst

ROOT = Path(__file__).resolve().parents[2]
SHOWN = {"Json", "list[Json]", "tuple[str, list[Json]]", "Said", "Outgoing", "Outgoing | None"}
"""What a view is: a function of `handlers/views` that returns one of these."""

REMINDERS = {
    "due_message": "DUE",
    "agenda_message": "AGENDA",
    "gaps_message": "UNOWNED",
    "catch_up_message": "CATCH_UP",
    "invitation_message": "CHECK_IN",
    "notice_message": "NOTICE",
    "measure_message": "MEASURE",
    "day_line": "DAY_LINE",
}
"""These are drawn as the reminders of a kind."""

PEOPLE = {"manager", "people"}
"""Parameters of refusals that name members."""

LIMITS = {"check_message", "check_view", "check_home", "assert_message", "assert_modal"}
PARTS = {
    "undo": "staying",
    "objective.card": "target_field other_target",
    "kpi.decisions": "decision_blocks",
    "engage.absences": "absence_list",
    "engage.question_card": "question_row waiting_rows silent_rows question_said message_buttons",
    "engage.rounds": "text_fields plan_field question_field voice_field step_field fresh_posts",
    "engage.share_kits": "undo_row",
    "workspace.home": "welcome my_posts elsewhere my_questions my_round month footer kinds_field",
    "exchange.imports": "recognised part decision echo_part held_part approval_part",
    "workspace.setup": "channel_asked",
    "reminders.agendas": "rows_that_fit",
    "reminders.rounds": "round_rows",
    "reminders.waiting": "waiting_rows",
    "post.batches": "batch_rows",
    "tables_and_charts": "table bar_chart",
    "reminders.invitations": "done_message",
    "post.forms": "when_fields repeat_fields",
    "post.lists": "post_row",
    "post.understood": "what_goes_along",
    "post.echo": "echo_blocks",
    "post.text_to_copy": "text_beside text_blocks text_parts kept_field with_hint",
    "reminders.post": "message marks settled_buttons open_message",
}
"""Pieces that only stand inside of the views above, in the same file or another."""


# --- Help and refusals


@pytest.mark.parametrize("has_strategy", [True, False])
def test_help_at_its_longest(t, texts, has_strategy):
    typed = worst(12_000, texts)

    assert_message(*umbrella.help_of_all(t, not_understood=typed, has_strategy=has_strategy))
    assert_message(*umbrella.help_of_all(t))
    assert_message(*engage_help.checkin_help(t, not_understood=typed))
    assert_message(*engage_help.checkin_help(t))


@pytest.mark.parametrize("key", ["kpi-import", "kpi-which-post"])
def test_a_sentence_alone_is_a_message(t, key):
    assert_message(*kpi.plain_said(t(key)))


def test_an_apology_gives_everything_back_that_fits(t, texts):
    assert_message(*views_of_refusals.apology(t, reference="beef", typed=worst(12_000, texts)))


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 the visitor's own naming
        self.names.add(node.id.name)


def refusals() -> Iterator[tuple[str, set[str]]]:
    """The key of each refusal, and its parameters."""
    for resource in resources("en").values():
        for entry in resource.body:
            if isinstance(entry, ftl.Message) and entry.id.name.startswith("refusal-"):
                found = Variables()
                found.visit(entry)
                yield entry.id.name.removeprefix("refusal-"), found.names


def test_every_refusal_of_the_longest_text_fits_and_harms_nobody(t, texts):
    for key, names in refusals():
        typed = dict.fromkeys(names - PEOPLE, worst(12_000, texts))
        error = UserError(key, **typed, **dict.fromkeys(names & PEOPLE, People(("U0000000000",) * MOST_NAMED)))

        assert_message(*views_of_refusals.refusal(t, error, typed=worst(12_000, texts)))


def test_a_refusal_that_names_a_member_mentions_them(t):
    text, _ = views_of_refusals.refusal(t, UserError("rights-import", people=People(("UAMY", "UBOB"))))

    assert "<@UAMY> or <@UBOB>" in text.replace(" ou ", " or ")


def test_a_refusal_that_quotes_a_typed_mention_calls_nobody(t):
    text, _ = views_of_refusals.refusal(t, UserError("not-understood", what="<@UAMY> please"))

    assert "<@UAMY>" not in text


# --- Nothing is left out


def views() -> Iterator[tuple[str, str]]:
    """Room and name of each public function that returns something to be shown."""
    folder = ROOT / "handlers/views"
    for path in sorted(folder.rglob("*.py")):
        if path.name != "kit.py":
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                shows = isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) in SHOWN
                if isinstance(node, ast.FunctionDef) and shows and not node.name.startswith("_"):
                    yield ".".join(path.relative_to(folder).with_suffix("").parts), node.name


def names_in(path: Path) -> set[str]:
    """Every name that a test file uses."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in tree
        if isinstance(node, ast.Attribute | ast.Name)
    }


def held_to_the_limits() -> set[str]:
    """The names used in those test files below this folder that ask the local Slack's limits."""
    used = [names_in(path) for path in Path(__file__).parent.rglob("test_*.py")]
    return set().union(*(names for names in used if names & LIMITS))


def test_every_view_has_a_test_at_its_longest():
    parts = {(room, name) for room, names in PARTS.items() for name in names.split()}
    tested = held_to_the_limits()

    missing = [f"{room}.{name}" for room, name in views() if (room, name) not in parts and name not in tested]

    assert [each for each in missing if each.rpartition(".")[2] not in REMINDERS] == []


def test_every_kind_of_reminder_has_a_test_at_its_longest():
    assert set(REMINDERS.values()) <= names_in(Path(__file__).parent / "ticks/test_ticks_views.py")


def test_the_tables_name_no_view_that_is_gone():
    known = list(views())

    assert {(room, name) for room, names in PARTS.items() for name in names.split()} <= set(known)
    assert set(REMINDERS) <= {name for _, name in known}
