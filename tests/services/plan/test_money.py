"""The currency of a strategy is its country's, until amounts are counted in another."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.cli.sample import sample_strategy
from bot.domain.kpi.rates import Counts, measurement_of
from bot.domain.plan_parts import Limits
from bot.domain.posts import Post
from bot.domain.strategy import Objective, ObjectiveKind, Platform, Resources, Strategy
from bot.services.plan.money import currency_in, moved_to
from storage.memory import MemoryStore
from tests.builders import unbound_strategy

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
PARIS = Strategy(id="S1", name="Lune", channel_id="C1", zone="Europe/Paris", manager_id="U1", country="FR")


@pytest.mark.parametrize(
    ("country", "currency"), [("CA", "CAD"), ("CA-QC", "CAD"), ("fr", "EUR"), ("CH", "CHF"), ("", ""), ("ZZ", "")]
)
def test_a_country_has_its_currency(country, currency):
    assert currency_in(country) == currency


def test_the_sample_strategy_of_quebec_counts_in_canadian_dollars():
    assert sample_strategy(NOW).currency == "CAD"


def test_a_strategy_that_is_made_without_slack_counts_in_the_money_of_its_time_zone():
    made = unbound_strategy(MemoryStore(), name="Lune", zone="America/Toronto", locale="en-CA", now=NOW)

    assert (made.country, made.currency) == ("CA", "CAD")


def moved(strategy: Strategy, *, spent: float | None = None, counts: Counts | None = None) -> str:
    store = MemoryStore()
    with store.transaction() as tx:
        tx.posts.put(Post(id="P1", strategy_id="S1", title="A", platform=Platform.X, spend=spent))
        if counts:
            tx.measurements.put(measurement_of("P1", counts, after=None, now=NOW, by="U1"))
        return moved_to(tx, strategy, "CA-QC").currency


def test_a_plan_without_amounts_moves_to_the_money_of_its_new_country():
    limits = Limits(posts_a_day=3)

    assert moved(PARIS) == "CAD"
    assert moved(replace(PARIS, plan=replace(PARIS.plan, limits=limits))) == "CAD"


def test_amounts_that_are_there_stay_what_they_are():
    budget = Objective(id="O1", kind=ObjectiveKind.SALES, statement="Sell", resources=Resources(budget=900))

    assert moved(replace(PARIS, plan=replace(PARIS.plan, limits=Limits(spend_a_month=500)))) == "EUR"
    assert moved(replace(PARIS, objectives=(budget,))) == "EUR"
    assert moved(PARIS, spent=12.5) == "EUR"
    assert moved(PARIS, counts=Counts(spend=3)) == "EUR"
