"""Creating and changing a strategy."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.errors import People, UserError
from bot.domain.limits import NAME_LIMIT
from bot.domain.members import Member
from bot.domain.plan_parts import Limits
from bot.domain.strategy import Strategy
from bot.i18n.places import country_of
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import messageable
from bot.services.people.who_may import Action, may
from bot.services.plan.changes import with_line
from bot.services.plan.money import with_currency
from bot.services.reminders.facts import begin


def create_strategy(store: Store, wish: Strategy, *, by: Member, now: datetime) -> Strategy:
    """Keep *wish* under an id of its own; it becomes the default strategy of its manager and round.

    A strategy that was made without Slack and waits for its channel is taken over, calendar and all.
    Raises `UserError`: "channel-taken" when the channel has a strategy already; "stranger", "not-reachable".
    """
    checked(wish)
    with store.transaction() as tx:
        refuse_taken_channel(tx, wish)
        refuse_absent(tx, wish)
        strategy = tx.strategies.put(identified(tx, wish, now=now))
        for member_id in {wish.manager_id, *wish.round_ids, by.id}:
            _make_default(tx, member_id, strategy.id)
        begin(tx, now=now)
    return strategy


def identified(tx: Transaction, wish: Strategy, *, now: datetime) -> Strategy:
    wish = with_currency(wish) if wish.plan.limits == Limits() else wish
    waiting = next((each for each in tx.strategies.all() if not each.channel_id and not each.is_archived), None)
    if waiting is None:
        return replace(wish, id=f"S{tx.next_number('strategy')}", created_at=now)
    return replace(wish, id=waiting.id, objectives=waiting.objectives, created_at=now, rev=waiting.rev)


def unbound(*, name: str, zone: str, locale: str, now: datetime) -> Strategy:
    """A strategy made without Slack: no channel and no manager until somebody sets it up there. It is not kept yet."""
    wish = Strategy(
        id="",
        name=name[:NAME_LIMIT],
        channel_id="",
        zone=zone,
        manager_id="",
        locale=locale,
        country=country_of(zone),
        created_at=now,
    )
    checked(wish)
    return with_currency(wish)


def keep_unbound(store: Store, wish: Strategy) -> Strategy:
    """*wish*, under an id of its own."""
    with store.transaction() as tx:
        if wish.created_at:
            begin(tx, now=wish.created_at)
        return tx.strategies.put(replace(wish, id=f"S{tx.next_number('strategy')}"))


def edit_strategy(store: Store, strategy_id: str, wish: Strategy, *, by: Member, now: datetime) -> Strategy:
    """Take over what the form says; objectives, platforms, country and history stay.

    Only the manager or an admin may. Raises `UserError`: "strategy-rights", "stranger", "not-reachable".
    """
    checked(wish)
    with store.transaction() as tx:
        known = tx.strategies.get(strategy_id)
        if not may(by, Action.CHANGE_PLAN, known):
            raise UserError("strategy-rights", manager=People((known.manager_id,)))
        refuse_absent(tx, wish, known)
        made = replace(
            known,
            name=wish.name,
            zone=wish.zone,
            manager_id=wish.manager_id,
            locale=wish.locale,
            round_ids=wish.round_ids,
            digest_weekday=wish.digest_weekday,
            digest_at=wish.digest_at,
        )
        return known if made == known else tx.strategies.put(with_line(made, "strategy", by=by, now=now))


def refuse_unusable(store: Store, wish: Strategy) -> None:
    """Raises what `create_strategy` would, before anybody is told of it."""
    checked(wish)
    with store.transaction() as tx:
        refuse_taken_channel(tx, wish)
        refuse_absent(tx, wish)


def checked(wish: Strategy) -> None:
    """Raises `UserError` for a name, zone or round that cannot be kept."""
    if not wish.name or len(wish.name) > NAME_LIMIT:
        raise UserError("strategy-name", limit=NAME_LIMIT)
    try:
        ZoneInfo(wish.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # "Europe" is a folder of them
        raise UserError("zone-unknown", what=wish.zone) from None


def refuse_taken_channel(tx: Transaction, wish: Strategy) -> None:
    for each in tx.strategies.all():
        if each.channel_id == wish.channel_id and not each.is_archived:
            raise UserError("channel-taken", name=each.name)


def refuse_absent(tx: Transaction, wish: Strategy, known: Strategy | None = None) -> None:
    """Raises `UserError` for a manager, or somebody new to the round, whom Slack lets nobody write to.

    Who left the team since does not stop the rest of the form, but a manager has to be there.
    """
    before = known.round_ids if known else ()
    for member_id in (wish.manager_id, *(each for each in wish.round_ids if each not in before)):
        messageable(tx, member_id)


def _make_default(tx: Transaction, member_id: str, strategy_id: str) -> None:
    member = tx.members.find(member_id)
    if member and not member.strategy_id:
        tx.members.put(replace(member, strategy_id=strategy_id))
