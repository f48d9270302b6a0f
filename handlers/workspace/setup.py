"""The first step: a strategy, bound to the channel that gets its digest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.errors import DeliveryFailed, GiveUp, HistoryUnreadable, NotFound, UserError
from bot.domain.strategy import Strategy
from bot.i18n.places import country_of
from bot.ports import ChannelSaid
from bot.services.people.channels import note_activity, remember_channel
from bot.services.people.sight import live_strategies, sees
from bot.services.people.who_can_be_told import messageable
from bot.services.workspace.strategy import create_strategy, edit_strategy, refuse_unusable
from handlers.context import Turn, look_up_strategy
from handlers.listening import Listeners
from handlers.payloads import Form, Reply
from handlers.views.workspace import setup as views
from handlers.who_is_meant import look_up

TRIES_WITHIN = timedelta(hours=1)


def register(on: Listeners) -> None:
    on.press("setup.open", lambda turn, press: on_setup(turn, "", from_home=press.from_home))
    on.submit("setup", on_submitted)


def on_setup(turn: Turn, text: str, *, from_home: bool = False) -> Reply:
    """Opens the form for this channel: a new strategy, or the settings of the one that lives here.

    Where no channel is (a direct message, Home), the form asks for one.
    """
    if turn.member.is_guest:
        raise UserError("guest")
    channel_id = turn.channel_id if turn.channel_id.startswith(("C", "G")) else ""
    here = turn.strategy if turn.strategy and turn.strategy.channel_id == channel_id else None
    with turn.store.transaction() as tx:
        zones = [member.zone for member in tx.members.all()]
    said = described(turn, channel_id, with_members=False) if channel_id else None
    form = views.setup_form(
        turn.t,
        turn.member,
        channel_id,
        here,
        zones=zones,
        from_home=from_home,
        is_private=said.is_private if said else None,
    )
    return Reply(modal=form)


def described(turn: Turn, channel_id: str, *, with_members: bool = True) -> ChannelSaid | None:
    """The channel as Slack has it now; None where it does not tell."""
    try:
        return turn.house.directory.channel(channel_id, with_members=with_members)
    except DeliveryFailed:
        return None


def on_submitted(turn: Turn, form: Form) -> Reply:
    wish, known = _wish(turn, form), form.meta.get("strategy")
    if turn.member.is_guest:
        raise UserError("guest")
    was = _look_up_known(turn, str(known)) if known else None
    said = described(turn, was.channel_id if was else wish.channel_id)
    if was is None:
        refuse_stranger(turn, wish.channel_id, said)
    if errors := unfit(turn, wish, was) or outsiders(turn, wish, was, said):
        return Reply(errors=errors)
    if was is not None:
        kept = edit_strategy(turn.store, was.id, wish, by=turn.member, now=turn.now)
        return Reply(modal=views.setup_done(turn.t, kept))
    refuse_unusable(turn.store, wish)
    introduce(turn, wish)
    strategy = create_strategy(turn.store, wish, by=turn.member, now=turn.now)
    remember_channel(turn.store, strategy.channel_id, said, now=turn.now)
    note_activity(turn.store, strategy.channel_id, turn.member.id)
    return Reply(modal=views.setup_done(turn.t, strategy))


def _look_up_known(turn: Turn, strategy_id: str) -> Strategy:
    """Raises `NotFound` where it does not exist for them any more."""
    strategy = look_up_strategy(turn, strategy_id)
    if strategy is None:
        raise NotFound("strategy", strategy_id)
    return strategy


def refuse_stranger(turn: Turn, channel_id: str, said: ChannelSaid | None) -> None:
    """Of a private channel that they are not in nobody learns more than of one that does not exist."""
    is_inside = said is None or said.member_ids is None or turn.member.id in said.member_ids
    with turn.store.transaction() as tx:
        taken = [each for each in live_strategies(tx) if each.channel_id == channel_id]
        is_seen = all(sees(tx, turn.member.id, each) for each in taken)
    if not (is_inside and is_seen):
        raise UserError("setup-not-in-channel", code="channel_not_found")


def unfit(turn: Turn, wish: Strategy, was: Strategy | None) -> dict[str, str]:
    """By field, who cannot be chosen: nobody whom Slack does not know or lets nobody write to.

    The manager is looked up in any case, of the round whoever is new to it.
    """
    before = was.round_ids if was else ()
    chosen = {"manager": [wish.manager_id], "round": [each for each in wish.round_ids if each not in before]}
    return {field: why for field, ids in chosen.items() if (why := _unreachable(turn, ids))}


def _unreachable(turn: Turn, member_ids: Sequence[str]) -> str:
    try:
        for each in member_ids:
            look_up(turn, each)
            with turn.store.transaction() as tx:
                messageable(tx, each)
    except UserError as error:
        return turn.t.refusal(error)
    return ""


def outsiders(turn: Turn, wish: Strategy, was: Strategy | None, said: ChannelSaid | None) -> dict[str, str]:
    """What is wrong with the fields that name somebody who would not see the strategy; who was there may stay."""
    inside = said.member_ids if said else None
    if inside is None:
        return {}
    known = {was.manager_id, *was.round_ids} if was else set()
    fields = {"manager": (wish.manager_id,), "round": wish.round_ids}
    strangers = {name: [each for each in ids if each not in inside | known] for name, ids in fields.items()}
    return {name: _not_there(turn, ids) for name, ids in strangers.items() if ids}


def _not_there(turn: Turn, member_ids: Sequence[str]) -> str:
    with turn.store.transaction() as tx:
        names = [messageable(tx, each).name for each in member_ids]
    return turn.t.refusal(UserError("outsider", who=turn.t.listing(names)))


def introduce(turn: Turn, strategy: Strategy) -> None:
    """Tell the channel who set this up, before anything is kept: a channel out of reach gets no strategy.

    Where Slack's answer was lost, the next try finds what is there already.
    """
    key = f"introduction:{strategy.channel_id}"
    try:
        if not _has_read(turn, strategy.channel_id, key):
            turn.house.messenger.post(strategy.channel_id, views.introduction(strategy, turn.member), key=key)
    except DeliveryFailed as failure:
        raise refused(failure) from failure


def _has_read(turn: Turn, channel_id: str, key: str) -> bool:
    try:
        return turn.house.messenger.find(channel_id, key, since=turn.now - TRIES_WITHIN) is not None
    except HistoryUnreadable:
        return False


def refused(failure: DeliveryFailed) -> UserError:
    if not isinstance(failure, GiveUp):
        return UserError("setup-later")
    if failure.code == "is_archived":
        return UserError("setup-archived")
    return UserError("setup-not-in-channel", code=failure.code)


def _wish(turn: Turn, form: Form) -> Strategy:
    """The strategy that the form describes; its id and revision come from the store."""
    hour = form.values.get("digest_at") or "09:00"
    channel_id = form.text("conversation") or turn.channel_id
    zone = str(form.values.get("zone") or turn.member.zone)
    blank = Strategy(id="", name="", channel_id=channel_id, zone=zone, manager_id=turn.member.id)
    return replace(
        blank,
        name=form.text("name"),
        manager_id=str(form.values.get("manager") or turn.member.id),
        locale=str(form.values.get("language") or turn.member.locale),
        country=country_of(zone) or turn.member.country,
        round_ids=tuple(form.values.get("round") or (turn.member.id,)),
        digest_weekday=int(form.values.get("digest_weekday") or 0),
        digest_at=views.clock_of(str(hour)),
    )
