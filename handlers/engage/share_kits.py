"""Share kits and advocates: made on a published post, answered in the message, agreed to by `/checkin advocate`."""

from dataclasses import replace
from datetime import datetime

from bot.domain.engage.share_kits import MOST_ANGLES, ShareKit
from bot.domain.engage.voices import Voice
from bot.domain.errors import NotFound, UserError
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.language.engage.advocates import Advocate
from bot.ports import Outgoing
from bot.services.engage.advocates import agreement_of, be_advocate, be_no_advocate
from bot.services.engage.kit_answers import answer_token
from bot.services.engage.share_kits import KitWish, decline, kit_in, make_kit, post_for_kit, share, undo_of
from handlers.context import House, Turn, look_up_strategy
from handlers.engage.guests import refuse_guest
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.turns import turn_for
from handlers.views.engage import share_kits as views
from handlers.views.kit import context, safe, section
from handlers.views.lengths import PARAGRAPH


def register(on: Listeners) -> None:
    on.press("kit.new", on_new)
    on.press("kit.shared", on_shared)
    on.press("kit.not-now", on_not_now)
    on.press("kit.fewer", on_fewer)
    on.press("advocate.on", lambda turn, press: _pressed(press, turn_on_advocate(turn, None)))
    on.press("advocate.off", lambda turn, press: _pressed(press, turn_off_advocate(turn)))
    on.submit("kit", on_kit_submitted)
    on.submit("kit.shared", on_shared_submitted)
    on.submit("advocate", on_fewer_submitted)
    on.reminder(ReminderKind.SHARE_KIT, render_kit)


# Being an advocate.


def on_advocate_typed(turn: Turn, request: Advocate) -> Reply:
    if request.not_understood:
        said = turn.t("voice-missed", what=safe(" ".join(request.not_understood), PARAGRAPH))
        reply = _agreement(turn)
        return replace(reply, text=f"{said} {reply.text}", blocks=[context(said), *reply.blocks])
    if request.is_on is None:
        return _agreement(turn)
    return turn_on_advocate(turn, request.kits_a_week) if request.is_on else turn_off_advocate(turn)


def _agreement(turn: Turn, notice: str = "", *, gone: Voice | None = None) -> Reply:
    """*gone*: what was kept of them until now."""
    agreement = agreement_of(turn.store, strategy=turn.the_strategy(), by=turn.member)
    changed = (agreement.voice or gone) if notice else None
    undo = undo_of(**turn.act, row=changed) if changed else ""
    text, blocks = views.advocate_said(turn.t, agreement, notice=notice, undo=undo)
    return Reply(text=text, blocks=blocks)


def turn_on_advocate(turn: Turn, kits_a_week: int | None) -> Reply:
    refuse_guest(turn)
    be_advocate(**turn.act, kits_a_week=kits_a_week)
    return _agreement(turn, turn.t("advocate-said-on"))


def turn_off_advocate(turn: Turn) -> Reply:
    refuse_guest(turn)
    gone = be_no_advocate(**turn.act)
    return _agreement(turn, turn.t("advocate-said-off"), gone=gone)


def _pressed(press: Press, reply: Reply) -> Reply:
    return replace(reply, in_place=press.from_ephemeral)


def on_fewer(turn: Turn, press: Press) -> Reply:
    there = turn_of_kit(turn, press.value) if press.value else turn
    voice = agreement_of(there.store, strategy=there.the_strategy(), by=there.member).voice
    meta = {"channel": there.the_strategy().channel_id}
    return Reply(modal=views.fewer_form(there.t, kits_a_week=voice.kits_a_week if voice else 1, meta=meta))


def on_fewer_submitted(turn: Turn, form: Form) -> Reply:
    refuse_guest(turn)
    most = int(form.text("most"))
    row = be_advocate(**turn.act, kits_a_week=most) if most else be_no_advocate(**turn.act)
    said = _agreement(turn, turn.t("advocate-said-on" if most else "advocate-said-off")).text
    return _done(turn, said, title=turn.t("advocate-title"), row=row)


def _done(turn: Turn, said: str, *, title: str, row: Voice | ShareKit | None = None) -> Reply:
    """*row*: what was changed, which is offered to be taken back."""
    channel_id = turn.the_strategy().channel_id
    undo = undo_of(**turn.act, row=row) if row else ""
    blocks = [section(said), *views.undo_row(turn.t, undo)]
    return Reply(modal=views.notice_modal(turn.t, blocks, title=title, channel_id=channel_id))


# Making a kit.


def on_new(turn: Turn, press: Press) -> Reply:
    refuse_guest(turn)
    there = turn_for(turn, press.value)
    post = post_for_kit(**there.act, post_id=press.value)
    count = agreement_of(there.store, strategy=there.the_strategy(), by=there.member).count
    meta = {"channel": there.the_strategy().channel_id, "post": post.id}
    return Reply(modal=views.kit_form(there.t, post, advocates=count, meta=meta))


def on_kit_submitted(turn: Turn, form: Form) -> Reply:
    angles = tuple(form.text(f"angle.{n}") for n in range(MOST_ANGLES))
    wish = KitWish(angles=angles, facts=form.text("facts"), link=form.text("link"))
    try:
        made = make_kit(**turn.act, post_id=str(form.meta["post"]), wish=wish)
    except UserError as error:
        field = {"kit-angles": "angle.1", "kit-link": "link"}.get(error.key)
        if field is None:
            raise
        return Reply(errors={field: turn.t.refusal(error)})
    return _done(turn, views.kit_said(turn.t, made), title=turn.t("kit-title"), row=made.kit)


# Answering one.


def turn_of_kit(turn: Turn, kit_id: str) -> Turn:
    refuse_guest(turn)
    with turn.store.transaction() as tx:
        kit = tx.share_kits.find(kit_id)
    strategy = look_up_strategy(turn, kit.strategy_id) if kit else None
    if strategy is None:
        raise NotFound("share-kit", kit_id)
    return replace(turn, strategy=strategy)


def on_shared(turn: Turn, press: Press) -> Reply:
    there = turn_of_kit(turn, press.value)
    with there.store.transaction() as tx:
        kit = kit_in(tx, there.the_strategy(), press.value)
        post = tx.posts.get(kit.post_id)
    meta = {"channel": there.the_strategy().channel_id, "kit": kit.id}
    return Reply(modal=views.shared_form(there.t, kit, post, meta=meta))


def on_not_now(turn: Turn, press: Press) -> Reply:
    """The next tick changes the message."""
    decline(**turn_of_kit(turn, press.value).act, kit_id=press.value)
    return Reply()


def on_shared_submitted(turn: Turn, form: Form) -> Reply:
    try:
        answered = share(**turn.act, kit_id=str(form.meta["kit"]), link=form.text("link"), words=form.text("words"))
    except UserError as error:
        if error.key != "kit-address":
            raise
        return Reply(errors={"link": turn.t.refusal(error)})
    said = turn.t("kit-thanks")
    if answered.is_alike:
        said = f"{said} {turn.t('kit-alike')}"
    return _done(turn, said, title=turn.t("kit-button-shared"), row=answered.kit)


def render_kit(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """Nothing to somebody who took it back meanwhile, or of a post that is gone."""
    with house.store.transaction() as tx:
        reader, kit = tx.members.find(delivery.recipient_id), tx.share_kits.find(delivery.subject)
        strategy = tx.strategies.find(delivery.strategy_id)
        post = tx.posts.find(kit.post_id) if kit else None
        if reader is None or kit is None or post is None or strategy is None or strategy.is_archived:
            return None
        undo = answer_token(tx, kit, by=reader, now=now)
        is_advocate = any(each.member_id == reader.id for each in tx.voices.of_strategy(strategy.id))
    if delivery.sent_at is None and not (is_advocate and kit.share_of(reader.id) is None):
        return None
    return views.kit_message(
        translator_for(reader, now), views.KitSeen(kit=kit, post=post, delivery=delivery, undo=undo)
    )
