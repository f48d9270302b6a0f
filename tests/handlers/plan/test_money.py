"""Limits and budgets of the plan as they are typed and filled in: amounts of one currency."""

from dataclasses import replace

import pytest

from bot.domain.plan_parts import Campaign, Limits
from bot.domain.strategy import Objective, ObjectiveKind, Resources
from tests.handlers.plan.test_plan import keep, keep_plan, plan
from tests.handlers.posting import SOCIAL, last, shown

HIVER = Campaign(name="Hiver", amount=100)
EUROS = Limits(spend_a_month=500, campaigns=(HIVER,), currency="EUR")


@pytest.mark.parametrize("typed", ['budget 200 cad for "Winter"', "budget 700 cad", 'budget 200 cad for "hiver"'])
def test_an_amount_in_another_currency_changes_none_of_the_others_and_opens_the_form(stage, amy, typed):
    keep_plan(stage, limits=EUROS)

    answer = amy.command(f"/plan {typed}", channel=SOCIAL)

    assert plan(stage).limits == EUROS
    assert "EUR, pas CAD" in shown(answer.modal)
    assert f"/plan {typed}" in shown(last(answer)).replace('\\"', '"')


def test_the_money_of_an_objective_is_an_amount_too(stage, amy):
    sales = Objective(id="O1", kind=ObjectiveKind.SALES, statement="Sell", resources=Resources(budget=900))
    keep(stage, objectives=(sales,))
    keep_plan(stage, limits=Limits(currency="EUR"))

    answer = amy.command("/plan budget 700 cad", channel=SOCIAL)

    assert plan(stage).limits == Limits(currency="EUR")
    assert answer.modal is not None


@pytest.mark.parametrize("limits", [Limits(currency="EUR"), Limits(spend_a_month=500, currency="EUR")])
def test_where_no_other_amount_stays_the_currency_is_the_one_that_is_typed(stage, amy, limits):
    keep_plan(stage, limits=limits)

    amy.command("/plan budget 700 cad", channel=SOCIAL)

    assert plan(stage).limits == replace(limits, spend_a_month=700, currency="CAD")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hiver = 10\nhiver: 20", "Une ligne par campagne"),
        ("Hiver = 10\nHiver = 20", "Une ligne par campagne"),
        ("Hiver = 99999999999", "un montant entre 0 et"),
    ],
)
def test_what_is_wrong_with_a_campaign_is_said_under_the_campaigns(stage, amy, typed, said):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:limits|")

    answer = amy.submit({"spend_a_month": "5", "campaigns": typed})

    assert said in answer.errors["campaigns"]
    assert plan(stage).limits.campaigns == ()
