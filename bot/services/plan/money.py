"""The currency of a strategy: its country's by CLDR, until amounts are counted in another."""

from dataclasses import replace

from babel.numbers import get_territory_currencies

from bot.domain.plan_parts import Limits
from bot.domain.strategy import Strategy
from bot.ports import Transaction


def currency_in(country: str) -> str:
    """ISO 4217 of *country* ("CA", "CA-QC"); empty where nobody knows."""
    known = get_territory_currencies(country.upper().partition("-")[0]) if country else []
    return known[0] if known else ""


def with_currency(strategy: Strategy) -> Strategy:
    """In the money of its country; in what the plan says where that is unknown."""
    limits = strategy.plan.limits
    currency = currency_in(strategy.country) or limits.currency
    return replace(strategy, plan=replace(strategy.plan, limits=replace(limits, currency=currency)))


def moved_to(tx: Transaction, strategy: Strategy, country: str) -> Strategy:
    """In another *country*; amounts that are there already stay what they are, in their currency."""
    moved = replace(strategy, country=country)
    return moved if country == strategy.country or has_amounts(tx, strategy) else with_currency(moved)


def has_amounts(tx: Transaction, strategy: Strategy) -> bool:
    """Whether anything is counted in money: a limit, a budget, what a post or a measurement spent."""
    limits = replace(strategy.plan.limits, posts_a_day=None, currency=Limits().currency)
    if limits != Limits() or any(each.resources.budget is not None for each in strategy.objectives):
        return True
    posts = tx.posts.of_strategy(strategy.id)
    latest = tx.measurements.latest_of(each.id for each in posts)
    return any(each.spend is not None for each in posts) or any(
        each.counts.spend is not None for each in latest.values()
    )
