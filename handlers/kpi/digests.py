"""The weekly digest: rendered when the channel is owed it, shown to whoever asks, and what its buttons do."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import People, UserError
from bot.domain.kpi.digests import Digest
from bot.domain.limits import TITLE_LIMIT
from bot.domain.moments import Week, local_day
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.daily import DETAILS
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_of
from bot.ports import Outgoing, Transaction
from bot.services.kpi.digest import weekly_digest
from bot.services.kpi.measures import ask_for_numbers, owe_digest
from bot.services.kpi.putting_off import put_off, put_off_by
from bot.services.post.lists import Only, PostFilter
from handlers.context import House, Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post.lists import list_reply
from handlers.turns import meta_for, post_of, turn_for, turn_on
from handlers.views.kit import button, clip, section
from handlers.views.kpi import digest as views
from handlers.views.kpi import gaps as gap_views
from handlers.views.kpi import numbers as kpi_views
from handlers.views.kpi.decisions import reference
from handlers.views.post.forms import Filled, adding_form
from handlers.views.reminders.post import marks as delivery_marks
from handlers.who_is_meant import offered

"""What the subject of a digest's thread ends with."""


def register(on: Listeners) -> None:
    on.reminder(ReminderKind.DIGEST, render_digest)
    on.press("kpi.digest", lambda turn, press: digest_reply(turn, Week.parse(press.value) if press.value else None))
    on.press("digest.details", on_details)
    on.press("digest.gaps", on_gaps)
    on.press("digest.sort", on_sort)
    on.press("digest.week", on_week)
    on.press("digest.ask", on_ask)
    on.press("digest.later", on_later)
    on.press("digest.sequel", on_sequel)
    on.press("digest.post", on_post)


def render_digest(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """The channel's digest as it reads now; the thread's where the subject ends with `DETAILS`."""
    week = Week.parse(delivery.subject.removesuffix(DETAILS))
    with house.store.transaction() as tx:
        strategy = tx.strategies.find(delivery.strategy_id)
        who = put_off_by(tx, strategy, week) if strategy else ""
        parent = _sent_digest(tx, delivery.strategy_id, week)
    if strategy is None or strategy.is_archived:
        return None
    digest, t = weekly_digest(house.store, strategy, week, now=now), translator_of(strategy, now)
    if digest.is_empty and delivery.sent_at is None and _is_before(week, strategy):
        return None
    if not delivery.subject.endswith(DETAILS):
        marks = views.Marks(late=_late(digest, delivery), put_off_by=who)
        return _with_delivery_marks(t, delivery, views.digest_message(digest, t, marks=marks), now=now)
    if parent is None or not (digest.measured or digest.has_words):  # a thread promises posts, or what people said
        return None
    return Outgoing(
        text=views.details_text(digest, t), blocks=views.details_blocks(digest, t), thread_ts=parent.ts or None
    )


def _is_before(week: Week, strategy: Strategy) -> bool:
    """Whether the week was over when the strategy began."""
    return strategy.created_at is not None and local_day(strategy.created_at, strategy.zone) > week.sunday


def _with_delivery_marks(t: Translator, delivery: Delivery, message: Outgoing, *, now: datetime) -> Outgoing:
    """Says where it comes late, or perhaps twice."""
    said = delivery_marks(t, delivery, now=now)
    plain = [*message.plain_blocks, *said] if message.plain_blocks else ()
    return replace(message, blocks=[*message.blocks, *said], plain_blocks=plain)


def _late(digest: Digest, delivery: Delivery) -> datetime | None:
    return digest.latest_numbers_after(delivery.sent_at) if delivery.sent_at else None


def _sent_digest(tx: Transaction, strategy_id: str, week: Week) -> Delivery | None:
    found = tx.deliveries.of_subject(strategy_id, str(week))
    sent = [each for each in found if each.kind is ReminderKind.DIGEST and each.state is DeliveryState.SENT]
    return sent[-1] if sent else None


def digest_reply(turn: Turn, week: Week | None, *, in_place: bool = False) -> Reply:
    """The digest for whoever asks, alone; the manager may post it in the channel."""
    strategy = turn.the_strategy()
    told = week or Week.of(strategy.today(turn.now)).shifted(-1)
    digest = weekly_digest(turn.store, strategy, told, now=turn.now)
    with turn.store.transaction() as tx:
        marks = views.Marks(put_off_by=put_off_by(tx, strategy, told))
    if digest.is_empty:
        message = views.digest_message(digest, turn.t)
        return Reply(text=message.text, blocks=message.blocks, in_place=in_place)
    post_it = button(turn.t("digest-button-post"), "digest.post", reference(digest))
    own = [post_it] if digest.is_over and may_post(turn, strategy) else []
    blocks = views.digest_blocks(digest, turn.t, marks=marks, for_asker=own)
    plain = views.digest_blocks(digest, turn.t, marks=marks, for_asker=own, is_plain=True)
    return Reply(text=views.digest_short(digest, turn.t), blocks=blocks, plain_blocks=plain, in_place=in_place)


def may_post(turn: Turn, strategy: Strategy) -> bool:
    return turn.member.is_admin or turn.member.id == strategy.manager_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PressedDigest:
    """The strategy and week that a button of a digest carries, and the digest as it is now."""

    turn: Turn
    week: Week
    digest: Digest


def read_press(turn: Turn, press: Press) -> PressedDigest:
    """Raises `NotFound` for a strategy that they do not see."""
    strategy_id, _, week = press.value.partition("|")
    turn, told = turn_on(turn, strategy_id), Week.parse(week)
    return PressedDigest(
        turn=turn, week=told, digest=weekly_digest(turn.store, turn.the_strategy(), told, now=turn.now)
    )


def on_details(turn: Turn, press: Press) -> Reply:
    told = read_press(turn, press)
    return Reply(text=views.details_text(told.digest, turn.t), blocks=views.details_blocks(told.digest, turn.t))


def on_gaps(turn: Turn, press: Press) -> Reply:
    text, blocks = gap_views.gaps_said(turn.t, read_press(turn, press).digest)
    return Reply(text=text, blocks=blocks)


def on_sort(turn: Turn, press: Press) -> Reply:
    """What of the week, or of the weeks before it, is still to go out, each post with its menu."""
    told = read_press(turn, press)
    return list_reply(told.turn, PostFilter(only=Only.OVERDUE, last=told.week.sunday))


def on_week(turn: Turn, press: Press) -> Reply:
    told = read_press(turn, press)
    return list_reply(told.turn, PostFilter(first=told.week.monday, last=told.week.sunday))


def on_ask(turn: Turn, press: Press) -> Reply:
    told = read_press(turn, press)
    strategy = told.turn.the_strategy()
    posts = (*told.digest.missing, *told.digest.missing_before)
    asked = ask_for_numbers(turn.store, strategy=strategy, posts=posts, now=turn.now)
    text, blocks = gap_views.asked_said(turn.t, asked)
    return Reply(text=text, blocks=blocks)


def on_later(turn: Turn, press: Press) -> Reply:
    """The decision is put off; everybody sees by whom."""
    told = read_press(turn, press)
    put_off(turn.store, told.turn.the_strategy(), told.week, by=turn.member)
    return digest_reply(told.turn, told.week, in_place=True) if press.from_ephemeral else Reply()


def on_sequel(turn: Turn, press: Press) -> Reply:
    """The form of a new post of the same sort; the angle is for a person to find."""
    turn = turn_for(turn, press.value)
    post = post_of(turn, press.value)
    filled = Filled(
        title=clip(turn.t("kpi-sequel-title", title=post.title), TITLE_LIMIT),
        platform=post.platform,
        kind=post.kind,
        owner_id=offered(turn, post.owner_id),
    )
    intro = [section(turn.t("kpi-sequel-intro", post=kpi_views.named(post)))]
    meta = meta_for(turn, token=secrets.token_hex(8))
    return Reply(modal=adding_form(turn.t, filled, strategy=turn.the_strategy(), meta=meta, intro=intro))


def on_post(turn: Turn, press: Press) -> Reply:
    """Owe the digest to the channel, unless it has it."""
    told = read_press(turn, press)
    strategy = told.turn.the_strategy()
    if not may_post(turn, strategy):
        raise UserError("digest-manager", manager=People((strategy.manager_id,)))
    if not told.digest.is_over:
        raise UserError("digest-unfinished", week=told.week.number)
    is_new = owe_digest(turn.store, strategy=strategy, week=told.week, now=turn.now)
    where = f"<#{strategy.channel_id}>"
    if is_new:
        text = turn.t("digest-posted", week=told.week.number, channel=where)
    else:
        text = turn.t("digest-posted-already", week=told.week.number, channel=where)
    return Reply(text=text, blocks=[section(text)])
