"""What it takes to understand a line besides the line: who else is there, and where."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.errors import DeliveryFailed, UserError
from bot.domain.members import Member
from bot.domain.strategy import Platform
from bot.language.people import goes_by, parts_of
from bot.services.people.members import keep_met, meet_for
from bot.services.people.sight import unless_shut_out
from bot.services.people.who_can_be_told import reachable
from handlers.context import Turn, look_for


def with_everybody(turn: Turn) -> Turn:
    """The turn that knows who can be named: for the rest of it, neither Slack nor the store is asked again."""
    return replace(turn, everybody=_everybody(turn))


def zones_of(turn: Turn) -> tuple[str, ...]:
    """The plan's zone first, then those of the others: which of two zones of one name is meant."""
    plan = turn.strategy.zone if turn.strategy else turn.member.zone
    return plan, *sorted({each.zone for each in _people(turn)} - {plan})


def platforms_of(turn: Turn) -> list[Platform]:
    """Those that the plan names."""
    return [each.platform for each in turn.strategy.platforms] if turn.strategy else []


def names_of(turn: Turn) -> list[str]:
    """Of everybody who can be meant by a name."""
    return [name for each in _people(turn) for name in _names(each)]


def who_goes_by(turn: Turn, name: str) -> list[Member]:
    """Those whom a name may mean that was typed without Slack's help: who is there, else who was."""
    found = [each for each in _everybody(turn) if any(goes_by(own, name) for own in _names(each))]
    there = [each for each in found if each.is_active and not each.is_bot] or found
    whole = [each for each in there if parts_of(name) in map(parts_of, _names(each))]
    return whole if len(parts_of(name)) > 1 and len(whole) == 1 else there


def called(member: Member) -> str:
    """What tells *member* from others of the same first name."""
    return member.full_name or member.name


def _names(member: Member) -> tuple[str, ...]:
    return tuple(filter(None, (member.name, member.full_name)))


def _people(turn: Turn) -> list[Member]:
    return [each for each in _everybody(turn) if each.is_active and not each.is_bot]


def _everybody(turn: Turn) -> list[Member]:
    """Those whom the bot met, and those of the strategy's channel whom it has not met yet."""
    if turn.everybody is not None:
        return list(turn.everybody)
    there: Sequence[Member] = ()
    if turn.strategy is not None and not turn.member.is_guest:
        there = turn.house.directory.people_in(turn.strategy.channel_id, now=turn.now)
    met = _met(turn)
    known = {each.id for each in met}
    return [*met, *(each for each in there if each.id not in known)]


def _met(turn: Turn) -> Sequence[Member]:
    if turn.team is not None:
        return turn.team
    with turn.store.transaction() as tx:
        return tx.members.all()


def look_up(turn: Turn, member_id: str) -> str:
    """Learn from Slack who that is now, so that nobody is chosen who has left.

    Raises `UserError("stranger")`, also where Slack does not answer.
    """
    keep_met(turn.store, _in_slack(turn, member_id))
    return member_id


def _in_slack(turn: Turn, member_id: str) -> Member:
    try:
        found = turn.house.directory.member(member_id)
    except DeliveryFailed:
        found = None
    if found is None:
        raise UserError("stranger", who=member_id, member_id=member_id)
    return found


def look_up_insider(turn: Turn, member_id: str) -> str:
    """As `look_up`; and learn whether they see the strategy, where that is not known well enough."""
    if turn.strategy is None:
        return look_up(turn, member_id)
    if meet_for(turn.store, _in_slack(turn, member_id), turn.strategy, now=turn.now):
        look_for(turn, turn.strategy, [member_id])
    return member_id


def look_up_choosable(turn: Turn, member_id: str) -> str:
    """Somebody who can be given something. Raises `UserError`: "stranger", "not-reachable", "outsider"."""
    look_up_insider(turn, member_id)
    with turn.store.transaction() as tx:
        return reachable(tx, turn.the_strategy(), member_id).id


def offered(turn: Turn, *member_ids: str | None) -> str | None:
    """The first of these who sees the strategy: nobody else is offered for a new post."""
    with turn.store.transaction() as tx:
        seeing = (unless_shut_out(tx, each, turn.the_strategy()) for each in member_ids)
        return next((each for each in seeing if each), None)


def member_named(turn: Turn, name: str) -> str | None:
    """Who goes by a name that was typed without Slack's help; None when nobody, or more than one, does."""
    found = who_goes_by(turn, name)
    return found[0].id if len(found) == 1 else None
