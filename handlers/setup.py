"""The first step: a strategy, bound to the channel that gets its digest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.errors import DeliveryFailed, GiveUp, HistoryUnreadable, UserError
from bot.domain.strategy import Strategy
from bot.i18n.places import country_of
from bot.services.strategy import create_strategy, edit_strategy, refuse_unusable
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Reply
from handlers.post.cards import choosable
from handlers.views import setup as views

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
    return Reply(modal=views.setup_form(turn.t, turn.member, channel_id, here, zones=zones, from_home=from_home))


def on_submitted(turn: Turn, form: Form) -> Reply:
    wish = _wish(turn, form)
    if turn.member.is_guest:
        raise UserError("guest")
    known = form.meta.get("strategy")
    if errors := unfit(turn, wish, str(known or "")):
        return Reply(errors=errors)
    if known:
        return Reply(
            modal=views.setup_done(turn.t, edit_strategy(turn.store, str(known), wish, by=turn.member, now=turn.now))
        )
    refuse_unusable(turn.store, wish)
    introduce(turn, wish)
    strategy = create_strategy(turn.store, wish, by=turn.member, now=turn.now)
    return Reply(modal=views.setup_done(turn.t, strategy))


def unfit(turn: Turn, wish: Strategy, known_id: str) -> dict[str, str]:
    """By field, who cannot be chosen: nobody whom Slack does not know or lets nobody write to.

    The manager is looked up in any case, of the round whoever is new to it.
    """
    with turn.store.transaction() as tx:
        known = tx.strategies.find(known_id)
    before = known.round_ids if known else ()
    chosen = {"manager": [wish.manager_id], "round": [each for each in wish.round_ids if each not in before]}
    return {field: why for field, ids in chosen.items() if (why := _unreachable(turn, ids))}


def _unreachable(turn: Turn, member_ids: Sequence[str]) -> str:
    try:
        for each in member_ids:
            choosable(turn, each)
    except UserError as error:
        return turn.t.refusal(error)
    return ""


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
