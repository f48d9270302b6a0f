"""The views of objectives at their longest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.kpi.rates import Total
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Resources, Target
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.kpi.objective_numbers import ObjectiveNumbers, Reached
from handlers.views.objective import card as views
from handlers.views.objective.numbers import numbers_known
from tests.conftest import MONDAY, Stage
from tests.handlers.aiming import SOCIAL


def known_of(objective: Objective) -> ObjectiveNumbers:
    """Ten years of every KPI, in the largest numbers."""
    figure = Total(numerator=1e12, n=10_000, of=10_000)
    reached = [Reached(kpi=kpi, figure=figure, a_week=1e12, target=1e12, met=999, judged=999) for kpi in Kpi]
    found = {"weeks": 999, "posts": 10_000, "known": 10_000, "reached": tuple(reached), "spent": 1e9}
    return ObjectiveNumbers(objective=objective, since=MONDAY, **found)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_every_view_fits_at_its_longest(locale: str, long_objective: Callable[[], Any]) -> None:
    t, objective = Translator(locale, "Europe/Paris"), long_objective()
    meta = {"channel": SOCIAL, "objective": "O1", "first": {"statement": "m" * 300}}
    closed = replace(objective, closed_at=MONDAY, closed_by="UAMY")

    for kind in ObjectiveKind:
        assert check_view(views.second_step(t, kind, 12.5, objective, meta=meta), surface="modal") is None
    assert check_view(views.first_step(t, objective, currency="CAD", meta=meta), surface="modal") is None
    assert (
        check_view(views.first_step(t, objective, currency="CAD", meta=meta, missed="&" * 300), surface="modal") is None
    )
    saved = views.saved(t, objective, said="a", undo="O1|0123456789abcdef", currency="CAD", channel_id=SOCIAL)
    assert check_view(saved, surface="modal") is None
    for each in (objective, closed):
        numbers = numbers_known(t, known_of(each), "CAD")
        form = views.closing_form(t, each, meta=meta, numbers=numbers, result="r" * 1000)
        assert check_view(form, surface="modal") is None
    shown = [views.objective_blocks(t, each, currency="CAD", may_change=True) for each in (objective, closed)]
    for blocks in (*shown, views.objective_help(t)[1]):
        assert check_message({"text": "a", "blocks": blocks}) is None
    assert check_message({"text": "a", "blocks": views.objective_help(t, not_understood="&" * 3000)[1]}) is None


EDIT, CLOSE, REOPEN, RESULT = "Edit", "Close", "Reopen", "Edit the result"


@pytest.mark.parametrize(
    ("is_closed", "offered"),
    [(False, {"edit:O1": EDIT, "close:O1": CLOSE}), (True, {"reopen:O1": REOPEN, "close:O1": RESULT})],
)
def test_each_entry_of_the_menu_says_what_it_does(
    is_closed: bool, offered: dict[str, str], long_objective: Callable[[], Any]
) -> None:
    t = Translator("en-US", "Europe/Paris")
    objective = replace(long_objective(), closed_at=MONDAY if is_closed else None)

    blocks = views.objective_blocks(t, objective, currency="CAD", may_change=True)

    menu = {each["value"]: each["text"]["text"] for each in blocks[0]["accessory"]["options"]}
    assert {value: label.split("…")[0].strip() for value, label in menu.items()} == offered
    for value, label in menu.items():
        _, [_, choice, *_] = views.which_one(t, value.split(":")[0], [objective], instead=[], said="")
        assert choice["accessory"]["text"]["text"] == label
        assert choice["accessory"]["value"].startswith(value)


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_card_fits_with_five_long_objectives_and_broadcasts_nothing(
    locale: str, long_objective: Callable[[], Any], stage: Stage
) -> None:
    t, every = Translator(locale, "Europe/Paris"), tuple(replace(long_objective(), id=f"O{n}") for n in range(5))
    strategy = replace(stage.strategy, objectives=every)
    text, blocks = views.objectives_card(t, strategy, may_change=True, notice="a", undo="O1")

    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_view(views.objectives_modal(t, strategy, notice="a"), surface="modal") is None
    for verb in ("edit", "close", "reopen"):
        for meant in (every, ()):
            text, choices = views.which_one(t, verb, meant, instead=every, said="&" * 4000)
            assert check_message({"text": text, "blocks": choices}) is None
    assert "<!channel>" not in str(blocks)


@pytest.fixture
def long_objective() -> Callable[[], Any]:
    return lambda: Objective(
        id="O1",
        kind=ObjectiveKind.SALES,
        statement="<!channel> *" + "é" * 280,
        deadline=date(2027, 12, 31),
        targets=tuple(Target(kpi=kpi, value=0.5) for kpi in Kpi),
        platforms=tuple(Platform),
        resources=Resources(hours_a_week=40, budget=1e9),
        result="&" * 1000,
    )
