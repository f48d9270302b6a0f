"""`/checkin oops`, `/checkin C3`, `/checkin corrections`: mistakes put right; typed, pressed and submitted."""

from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.engage.corrections import Advice, Correction, NoticedBy, Remedy
from bot.domain.errors import NotFound, UserError
from bot.domain.moments import at_local
from bot.language.engage.corrections import ListCorrections, TakeOnCorrection, TouchCorrection
from bot.language.requests import ME
from bot.services.engage.corrections import (
    CorrectionFacts,
    CorrectionWish,
    change_correction,
    correction_in,
    corrections_seen,
    facts_of_correction,
    published_lately,
    refuse_unless_correction,
    take_on_correction,
)
from handlers.context import Turn, look_up_strategy
from handlers.engage.guests import refuse_guest
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply, person_field
from handlers.turns import post_of, turn_for
from handlers.views.engage import corrections as views
from handlers.views.kit import context, mention, safe
from handlers.views.lengths import CHOICES, PARAGRAPH
from handlers.who_is_meant import look_up_choosable, member_named


def register(on: Listeners) -> None:
    on.press("correction.new", on_new)
    on.press("correction.show", on_show)
    on.press("correction.done", on_done)
    on.press("correction.edit", on_edit)
    on.submit("correction", on_submitted)


# Typed.


def on_oops_typed(turn: Turn, request: TakeOnCorrection) -> Reply:
    """Kept at once where the post and what was wrong are clear; else the form has the rest."""
    owner_id = _person(turn, request.owner_id, request.owner_name)
    nobody = (request.owner_name,) if request.owner_name and not owner_id else ()
    missed = " ".join((*request.not_understood, *nobody))
    if request.post_id:
        post_of(turn, request.post_id)
    if not (request.post_id and request.what) or missed or request.doubts:
        return _new_form(turn, request, owner_id=owner_id, rest=missed)
    if owner_id:
        look_up_choosable(turn, owner_id)
    wish = CorrectionWish(
        what=request.what,
        noticed_at=request.noticed_at,
        noticed_by=request.noticed_by,
        remedies=request.remedies or None,
        answer=request.answer or None,
        owner_id=owner_id or None,
    )
    kept = take_on_correction(**turn.act, post_id=request.post_id, wish=wish)
    return card(turn, kept.id, notice=turn.t("correction-said-kept"))


def _person(turn: Turn, member_id: str | None, name: str) -> str:
    found = member_id or (member_named(turn, name) if name else None) or ""
    return turn.member.id if found == ME else found


def on_touch_typed(turn: Turn, request: TouchCorrection) -> Reply:
    correction_id, missed = request.correction_id, " ".join(request.not_understood)
    if missed:
        said = turn.t("voice-missed", what=safe(missed, PARAGRAPH))
        reply = card(turn, correction_id)
        return replace(reply, text=f"{said} {reply.text}", blocks=[context(said), *reply.blocks])
    if request.deed == "done":
        return _done(turn, correction_id)
    owner_id = _person(turn, request.owner_id, request.owner_name) if request.deed == "give" else ""
    if owner_id:
        wish = CorrectionWish(owner_id=look_up_choosable(turn, owner_id))
        change_correction(**turn.act, correction_id=correction_id, wish=wish)
        return card(turn, correction_id, notice=turn.t("voice-said-given", who=mention(owner_id)))
    return _edit_form(turn, correction_id) if request.deed in ("edit", "give") else card(turn, correction_id)


def on_list_typed(turn: Turn, request: ListCorrections) -> Reply:
    text, blocks = views.correction_list(turn.t, corrections_seen(turn.store, turn.the_strategy()))
    return Reply(text=text, blocks=blocks)


# Pressed.


def turn_of_correction(turn: Turn, correction_id: str) -> Turn:
    """The turn on the strategy of what a button names. Raises `NotFound` where they do not see it."""
    refuse_guest(turn)
    with turn.store.transaction() as tx:
        found = tx.corrections.find(correction_id)
    strategy = look_up_strategy(turn, found.strategy_id) if found else None
    if strategy is None:
        raise NotFound("correction", correction_id)
    return replace(turn, strategy=strategy)


def on_new(turn: Turn, press: Press) -> Reply:
    refuse_guest(turn)
    there = turn_for(turn, press.value) if press.value else turn
    return _new_form(there, TakeOnCorrection(post_id=press.value or None))


def on_show(turn: Turn, press: Press) -> Reply:
    return _after(turn_of_correction(turn, press.value), press, press.value)


def on_done(turn: Turn, press: Press) -> Reply:
    there = turn_of_correction(turn, press.value)
    change_correction(**there.act, correction_id=press.value, wish=CorrectionWish(is_put_right=True))
    return _after(there, press, press.value, notice=there.t("correction-said-done"), is_done=True)


def on_edit(turn: Turn, press: Press) -> Reply:
    return _edit_form(turn_of_correction(turn, press.value), press.value)


# Forms.


def _new_form(turn: Turn, request: TakeOnCorrection, *, owner_id: str = "", rest: str = "") -> Reply:
    """Of a post that is known, else of one that is chosen."""
    strategy, now = turn.the_strategy(), turn.now
    blank = Correction(
        id="",
        strategy_id=strategy.id,
        post_id=request.post_id or "",
        what=request.what,
        noticed_at=request.noticed_at or now,
        noticed_by=request.noticed_by,
        remedies=request.remedies,
        answer=request.answer,
        owner_id=owner_id or turn.member.id,
    )
    posts = [] if request.post_id else published_lately(turn.store, strategy, now=now, most=CHOICES)
    if not (request.post_id or posts):
        raise UserError("correction-nothing-live")
    meta = {"channel": strategy.channel_id, "post": blank.post_id}
    return Reply(modal=views.correction_form(turn.t, blank, posts=posts, rest=rest, meta=meta))


def _edit_form(turn: Turn, correction_id: str) -> Reply:
    """Raises before a form is filled in for nothing; sending it asks again."""
    strategy = turn.the_strategy()
    with turn.store.transaction() as tx:
        found = correction_in(tx, strategy, correction_id)
        refuse_unless_correction(tx, turn.member, strategy, found)
    meta = {"channel": strategy.channel_id, "correction": found.id, "seen": found.rev}
    return Reply(modal=views.correction_form(turn.t, found, meta=meta))


def on_submitted(turn: Turn, form: Form) -> Reply:
    """A new correction, or one that is changed; what does not fit is said at its field."""
    correction_id = str(form.meta.get("correction", ""))
    try:
        wish = _wish(turn, form)
        if wish.owner_id:
            look_up_choosable(turn, wish.owner_id)
        if correction_id:
            seen = int(form.meta.get("seen", 0))
            kept = change_correction(**turn.act, correction_id=correction_id, wish=wish, seen=seen)
        else:
            post_id = str(form.meta.get("post") or form.text("post"))
            kept = take_on_correction(**turn.act, post_id=post_id, wish=wish)
    except UserError as error:
        name = FIELDS.get(error.key) or person_field(form, error)
        if not name:
            raise
        return Reply(errors={name: turn.t.refusal(error)})
    key = "correction-said-changed" if correction_id else "correction-said-kept"
    return card_in_modal(turn, kept.id, notice=turn.t(key))


FIELDS = {
    "correction-empty": "what",
    "correction-noticed": "noticed_day",
    "correction-put-right": "put_right_day",
    "moment-clock-missing": "noticed_clock",
}


def _wish(turn: Turn, form: Form) -> CorrectionWish:
    is_right = "yes" in (form.values.get("right") or ())
    return CorrectionWish(
        what=form.text("what"),
        noticed_at=_moment(turn, form, "noticed"),
        noticed_by=NoticedBy(form.text("noticed_by")) if form.text("noticed_by") else None,
        remedies=tuple(Remedy(each) for each in form.values.get("remedies") or ()),
        followed=tuple(Advice(each) for each in form.values.get("followed") or ()),
        answer=form.text("answer"),
        learned=form.text("learned"),
        owner_id=form.text("owner") or None,
        put_right_at=_moment(turn, form, "put_right") if is_right else None,
        is_put_right=is_right,
    )


def _moment(turn: Turn, form: Form, name: str) -> datetime | None:
    """Of a day without a time the present minute's, so that today is never ahead; None without a day."""
    day, clock = form.text(f"{name}_day"), form.text(f"{name}_clock")
    if not day:
        return None
    if not clock:
        return min(at_local(date.fromisoformat(day), time(12), turn.member.zone), turn.now)
    return at_local(date.fromisoformat(day), time.fromisoformat(clock), turn.member.zone)


# What is shown.


def _done(turn: Turn, correction_id: str) -> Reply:
    change_correction(**turn.act, correction_id=correction_id, wish=CorrectionWish(is_put_right=True))
    return card(turn, correction_id, notice=turn.t("correction-said-done"))


def _facts(turn: Turn, correction_id: str) -> CorrectionFacts:
    return facts_of_correction(**turn.act, correction_id=correction_id)


def card(turn: Turn, correction_id: str, *, notice: str = "") -> Reply:
    facts = _facts(turn, correction_id)
    text = views.card_text(turn.t, facts, notice=notice)
    return Reply(text=text, blocks=views.correction_card(turn.t, facts, notice=notice))


def card_in_modal(turn: Turn, correction_id: str, *, notice: str = "") -> Reply:
    facts, channel_id = _facts(turn, correction_id), turn.the_strategy().channel_id
    return Reply(modal=views.card_modal(turn.t, facts, channel_id=channel_id, notice=notice), in_place=True)


def _after(turn: Turn, press: Press, correction_id: str, *, notice: str = "", is_done: bool = False) -> Reply:
    """Where it was pressed; what everybody sees alike is changed by the next tick."""
    if press.view_id:
        return replace(card_in_modal(turn, correction_id, notice=notice), in_place=not press.from_home)
    if is_done and not press.from_ephemeral:
        return Reply()
    return replace(card(turn, correction_id, notice=notice), in_place=press.from_ephemeral)
