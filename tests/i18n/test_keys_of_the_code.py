"""Every text that the code can ask for, also by a key that it builds, stands in both catalogues with its variables."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache

import pytest

from bot.domain.errors import People
from bot.domain.kpi.comparisons import BASES
from bot.domain.kpi.rates import Counts
from bot.domain.plan.findings import Gap
from bot.domain.plan_parts import PolicyKind
from bot.domain.post.fields import POST_FIELDS, Trait, names_with
from bot.domain.posts import OPEN_STATES, PostState
from bot.domain.strategy import Kpi, Platform
from bot.i18n.catalogue import Language
from bot.services.exchange.columns import ALIASES, OWN
from bot.services.reminders.notices import NoticeTopic
from handlers.plan.forms import PARTS
from handlers.views.deeds import POST_VALUES
from handlers.views.radar_words import TOO_LONG
from handlers.views.reminders.live_lines import LIVE
from storage.kinds import KINDS
from tests.i18n.code import Code
from tests.i18n.modules import Module, modules_of
from tests.i18n.test_catalogues import messages, variables
from tests.i18n.values import Known, Pairs, Some, Unknown

TRANSLATORS = {"t", "translate", "translator"}
REFUSALS = {"UserError"}
COUNTS = [each.name for each in fields(Counts)]

COLUMNS = {*OWN, *ALIASES}
FILLED = {each.name for each in POST_FIELDS if each.column}
SAID_BY_THEMSELVES = [each for each in Gap if each not in (Gap.BUDGET, Gap.POLICY)]
"""A limit and a rule of the plan have sentences of their own."""
BROKEN_BY_WORDS = [each for each in PolicyKind if each not in (PolicyKind.TEXT, PolicyKind.MOST_HASHTAGS)]
"""What is only to be read cannot be broken, and the number of hashtags has a sentence of its own."""

GIVEN: dict[tuple[str, str], Iterable[str]] = {
    ("handlers/views/plan/card.py", "part"): PARTS,
    ("handlers/views/plan/card.py", "f'platform-{note}'"): [f"platform-{each}" for each in Platform],
    ("handlers/views/plan/card.py", "f'kpi-{note}'"): [f"kpi-{each}" for each in Kpi],
    ("handlers/views/radar_words.py", "f'radar-too_long-{each.name}'"): [f"radar-too_long-{each}" for each in TOO_LONG],
    ("handlers/views/radar_words.py", "f'radar-{each.gap.value}'"): [f"radar-{each}" for each in SAID_BY_THEMSELVES],
    ("handlers/views/plan_words.py", "f'plan-broken-{kind.value}'"): [
        f"plan-broken-{each}" for each in BROKEN_BY_WORDS
    ],
    ("handlers/views/reminders/reviews.py", "f'notice-{told}'"): [
        f"notice-{each}" for each in NoticeTopic if each is not NoticeTopic.THREAD
    ],
    ("handlers/views/reminders/live_lines.py", "f'live-{change.what}'"): [f"live-{each}" for each in LIVE],
    ("bot/services/kpi/figure_words.py", "comparison.basis.value"): BASES,
    ("bot/services/exchange/states.py", "post.state.value"): set(PostState) - OPEN_STATES | {PostState.IDEA},
    ("handlers/views/deeds.py", "f'field-{name}'"): [f"field-{each}" for each in POST_VALUES],
    ("handlers/views/deeds.py", "f'field-{each}'"): [f"field-{each}" for each in names_with(Trait.EDITED)],
    ("handlers/views/deeds.py", "f'kpi-{name}'"): [f"kpi-{each}" for each in Kpi],
    ("handlers/views/deeds.py", "f'count-{name}'"): [f"count-{each}" for each in COUNTS],
    ("handlers/views/exchange/imports.py", "column"): COLUMNS,
    ("handlers/views/exchange/imports.py", "name"): {*FILLED, "counts"},
    ("handlers/views/kpi/log.py", "name"): COUNTS,
    ("handlers/views/kpi/numbers.py", "name"): COUNTS,
    ("storage/repositories.py", "self._kind.word"): [each.word for each in KINDS],
}
"""What an expression can be where that comes from outside of the code: out of Slack, a file or the store."""

FORWARDED = {
    ("bot/__main__.py", "f'refusal-{error.key}'"),
    ("handlers/views/refusals.py", "sentence_of(t, error.key, params)"),
    ("handlers/views/undo.py", "sentence_of(t, why.key, why.params)"),
    ("bot/i18n/translator.py", "f'refusal-{error.key}'"),
    ("bot/cli/doctor.py", "finding.key"),
    ("bot/cli/run.py", "finding.key"),
}
"""Here a refusal is told: its key is one of those that are raised, which are looked at where they are."""

PASSED_ON = {"handlers/views/reminders/changes.py", "handlers/engage/rounds.py", "handlers/views/reminders/post.py"}
"""Here the parameters are another function's: the views' own tests write each of these texts."""


@dataclass(frozen=True)
class Ask:
    """A place that asks for a text: by which keys, with which parameters (None: not to be found out)."""

    where: str
    keys: frozenset[str]
    params: frozenset[str] | None
    people: frozenset[str]


@cache
def code() -> Code:
    return Code(modules_of("bot", "handlers", "storage"), GIVEN)


@cache
def asks() -> tuple[tuple[Ask, ...], tuple[str, ...]]:
    """What is asked for, and the places where that could not be found out."""
    found, dark = [], []
    for module in code().modules:
        for node in module.parents:
            lead = lead_of(node, module) if isinstance(node, ast.Call) and node.args else None
            if lead is None or (module.place, ast.unparse(node.args[0])) in FORWARDED:
                continue
            where = f"{module.place}:{node.lineno}"
            try:
                keys = frozenset(lead + key for key in code().texts(node.args[0], module))
            except Unknown as why:
                dark += [] if is_asked_first(node, module) else [f"{where} {ast.unparse(node.args[0])}: {why}"]
                continue
            found.append(Ask(where, keys, params_of(node, module), people_in(node, module)))
    return tuple(found), tuple(dark)


def lead_of(node: ast.Call, module: Module) -> str | None:
    """What stands in front of the key that a call names; None for a call that names none."""
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    if name in REFUSALS or (name == "__init__" and is_refusal(node, module)):
        return "refusal-"
    return "" if name in TRANSLATORS else None


def is_refusal(node: ast.Call, module: Module) -> bool:
    """Whether it makes what is above it of a class that is a refusal."""
    owner = next((each for each in module.around(node) if isinstance(each, ast.ClassDef)), None)
    return owner is not None and any(ast.unparse(each) in REFUSALS for each in owner.bases)


def is_asked_first(node: ast.Call, module: Module) -> bool:
    """Whether the same function asks whether there is such a text."""
    function = next(each for each in module.around(node) if isinstance(each, ast.FunctionDef))
    asked = ast.unparse(node.args[0])
    calls = (each for each in ast.walk(function) if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute))
    return any(each.func.attr == "has" and ast.unparse(each.args[0]) == asked for each in calls)  # type: ignore[attr-defined]


def params_of(node: ast.Call, module: Module) -> frozenset[str] | None:
    """The names it certainly passes."""
    named = {each.arg for each in node.keywords if each.arg}
    try:
        for each in node.keywords:
            if each.arg is None:
                named |= names_of(each.value, module)
    except Unknown:
        return None
    return frozenset(named)


def names_of(node: ast.expr, module: Module) -> set[str]:
    """The keys of a dictionary, whichever of its makings it is of."""
    every = [pairs_names(each) for each in code().values(node, module)]
    return set.union(*every) if isinstance(node, ast.Name) else set.intersection(*every)


def pairs_names(value: object) -> set[str]:
    if isinstance(value, Known) and isinstance(value.value, dict):
        return set(value.value)
    if not isinstance(value, Pairs) or not all(isinstance(each, Known) for each in value.keys):
        raise Unknown(str(value))
    return {str(each.value) for each in value.keys if isinstance(each, Known)}


def people_in(node: ast.Call, module: Module) -> frozenset[str]:
    """The parameters of a refusal that are members to ask."""
    if lead_of(node, module) != "refusal-":
        return frozenset()
    return frozenset(each.arg for each in node.keywords if each.arg and is_people(each.value, module))


def is_people(node: ast.expr, module: Module) -> bool:
    try:
        return Some(People) in code().values(node, module)
    except Unknown:
        return False


def test_what_every_place_asks_for_is_known() -> None:
    _, dark = asks()

    assert dark == ()


def test_nothing_is_given_that_is_not_needed() -> None:
    asks()

    assert code().used == set(GIVEN)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_text_that_can_be_asked_for_exists(language: Language) -> None:
    known = messages(language).keys()
    found, _ = asks()

    assert [f"{each.where} {key}" for each in found for key in sorted(each.keys - known)] == []


def test_every_text_that_can_be_asked_for_gets_the_variables_it_names() -> None:
    known = messages("en")
    found, _ = asks()

    lacking = [
        f"{each.where} {key} lacks {', '.join(sorted(missing))}"
        for each in found
        if each.params is not None
        for key in each.keys & known.keys()
        if (missing := variables(known[key]) - each.params)
    ]

    assert lacking == []


def test_the_parameters_are_known_but_where_they_are_passed_on() -> None:
    found, _ = asks()

    assert {each.where.partition(":")[0] for each in found if each.params is None} == PASSED_ON


def test_every_refusal_that_names_people_has_a_sentence_for_when_there_is_nobody() -> None:
    known = messages("en")
    found, _ = asks()
    naming = {key for each in found for key in each.keys if key.startswith("refusal-") and named_in(key, each.people)}

    assert {key for key in naming if f"{key}-nobody" not in known} == set()
    assert {"refusal-rights-change_plan", "refusal-held", "refusal-strategy-rights"} <= naming


def named_in(key: str, people: frozenset[str]) -> bool:
    return bool(people & variables(messages("en")[key])) if key in messages("en") else False
