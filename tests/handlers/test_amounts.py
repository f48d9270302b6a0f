"""Every amount that a Canadian team reads is in its dollars, whatever screen it stands on."""

import pytest

from tests.handlers.measuring import live
from tests.handlers.posting import SOCIAL, last, shown


def words(answer) -> str:
    said = shown(answer.modal) if answer.modal else answer.text + shown(last(answer))
    return said.replace("\u00a0", " ")


@pytest.fixture
def spent(stage, amy, bob):
    live(stage, counts={"reach": 1000, "clicks": 60, "spend": 30.5}, spend=12.0)
    amy.command("/plan budget 500", channel=SOCIAL)
    amy.command("/kpi cible coût par clic 0,45", channel=SOCIAL)
    return bob


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("/plan", "$500"),
        ("/objective", "$0.45"),
        ("/post show P1", "$12"),
        ("/post show P1", "$30.50"),
        ("/kpi log P1 spend 42", "$42"),
        ("/kpi log P1 spend 42", "$30.50"),
        ("/kpi log P1", "$30.50"),
        ("/kpi log P1", "In CAD"),
        ("/kpi digest", "$0.51"),
        ("/kpi digest", "$0.45"),
    ],
)
def test_an_amount_is_in_the_currency_of_the_country(spent, typed, amount):
    said = words(spent.command(typed, channel=SOCIAL))

    assert amount in said
    assert "€" not in said


def test_the_details_say_what_a_cost_is_made_of_in_money(spent):
    digest = last(spent.command("/kpi digest", channel=SOCIAL))

    assert "cost per click: CA$30.50 ÷ 60" in words(spent.press(digest, "digest.details")).replace(": $", ": CA$")
