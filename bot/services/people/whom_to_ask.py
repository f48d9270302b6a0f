"""Whom a refusal sends its reader to: of those who may, the ones who are still there to be asked."""

from dataclasses import replace

from bot.domain.errors import People
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Transaction

MOST_NAMED = 4
"""People whom a refusal names."""


def askable(tx: Transaction, people: People, by: Member) -> People:
    """Of *people*, those whom *by* can ask; where none is left, the admins whom the bot knows.

    Somebody the bot has not met yet may well be there.
    """
    never = {"", by.id, *people.but}
    there = tuple(each for each in dict.fromkeys(people.ids) if each not in never and _is_there(tx.members.find(each)))
    admins = () if there else _admins(tx, never)
    return replace(people, ids=there[:MOST_NAMED], admins=admins[:MOST_NAMED])


def lead_of(tx: Transaction, strategy: Strategy, by: Member) -> People:
    """Who looks after *strategy*."""
    return askable(tx, People((strategy.manager_id,)), by)


def _is_there(member: Member | None) -> bool:
    return member is None or member.can_be_messaged


def _admins(tx: Transaction, never: set[str]) -> tuple[str, ...]:
    admins = (each for each in tx.members.all() if each.is_admin and each.can_be_messaged)
    return tuple(sorted(each.id for each in admins if each.id not in never))
