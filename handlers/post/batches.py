"""Several posts at once: what comes back, copies for other platforms, a day moved; each taken back in one press."""

import secrets
from dataclasses import replace
from datetime import date, time

from bot.domain.errors import UserError
from bot.domain.strategy import Platform
from bot.language.requests import AddPost, CopyPost
from bot.services.plan.policies import Held
from bot.services.post.adding import Wish
from bot.services.post.batches import Batch, add_series, copy_post
from bot.services.post.changes import draft_post
from bot.services.post.series import first_day, occurrences
from handlers.cards import _blocks, _in_modal, card_after, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post import writing
from handlers.post.forms import field_error, typed_times, typed_until, wished
from handlers.post.held import Step, held_back
from handlers.post.steps import with_steps_said
from handlers.post.understood import wish_of, with_missed, with_owner
from handlers.team import acquainted
from handlers.turns import meta_for, post_of, turn_for
from handlers.views.post.batches import copying_form
from handlers.views.post.forms import with_last_day_asked


def register(on: Listeners) -> None:
    on.press("post.copy-to", on_copy)
    on.press("post.draft", on_draft)
    on.press("post.repeat", on_repeat)
    on.submit("post.copy-to", on_copy_submitted)
    on.submit("post.add", on_add_submitted)


def add_typed(turn: Turn, request: AddPost) -> Reply:
    """A post, or a series where the words say that it comes back."""
    fields = with_owner(turn, request)
    clock = request.clock
    whole = fields.title and fields.platform and not (fields.not_understood or fields.doubts or fields.owner_name)
    if not (request.repeat and whole and clock):
        return writing.add_typed(turn, request)
    zone = request.zone or turn.member.zone
    day = first_day(request.day, clock, zone, turn.now)
    try:
        if fields.owner_id:
            acquainted(turn, fields.owner_id)
        times, until = request.times, request.until
        return _said(
            turn, _series(turn, wish_of(fields), request.repeat, day, clock, times=times, until=until, zone=zone)
        )
    except UserError as error:
        return writing.mended_in_form(turn, replace(fields, day=day, clock=clock), error)


def on_repeat(turn: Turn, press: Press) -> Reply:
    """Until when is asked of what comes back."""
    if not press.value or "until" in press.values or not press.shown:
        return Reply()
    return Reply(modal=with_last_day_asked(turn.t, press.shown), in_place=True, is_hint=True)


def on_add_submitted(turn: Turn, form: Form) -> Reply:
    """The form of a new post asks whether it comes back."""
    rule = form.text("repeat")
    if not rule:
        return writing.on_add_submitted(turn, form)
    try:
        wish = wished(turn, form)
        if wish.due is None:
            raise UserError("moment-day-missing")
        batch = _series(
            turn,
            replace(wish, due=None),
            rule,
            wish.due.day,
            time.fromisoformat(wish.due.wall[11:16]),
            times=typed_times(form),
            until=typed_until(form),
            token=str(form.meta.get("token", "")),
        )
    except Held as held:
        return writing.held_again(turn, form, held)
    except UserError as error:
        return field_error(turn, form, error)
    return _in_modal(turn, batch, _series_said(turn, batch))


def copy_typed(turn: Turn, request: CopyPost) -> Reply:
    post = post_of(turn, request.post_id)
    if not request.platforms or request.not_understood:
        form = copying_form(turn.t, post, turn.the_strategy(), meta=meta_for(turn, post))
        return Reply(modal=with_missed(turn, form, request))
    batch = _copied(turn, post.id, list(request.platforms))
    if len(batch.posts) == 1:
        return card_message(turn, batch.posts[0].id, notice=_copy_said(turn, batch, post.id))
    text, blocks = _blocks(turn, batch, _copy_said(turn, batch, post.id))
    return Reply(text=text, blocks=blocks)


def on_copy(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    post = post_of(turn, press.value)
    meta = meta_for(turn, post, press=press)
    return Reply(modal=copying_form(turn.t, post, turn.the_strategy(), meta=meta), in_place=True)


def on_copy_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    batch = _copied(turn, post_id, [Platform(each) for each in form.values.get("platforms") or ()])
    if len(batch.posts) == 1:
        return card_in_modal(turn, batch.posts[0].id, notice=_copy_said(turn, batch, post_id))
    return _in_modal(turn, batch, _copy_said(turn, batch, post_id))


def on_draft(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    try:
        draft_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=press.value)
    except Held as held:
        return held_back(turn, held, press.value, Step.DRAFT, press=press)
    return card_after(turn, press, press.value, notice=turn.t("post-said-drafted", post=press.value))


def _series(
    turn: Turn,
    wish: Wish,
    rule: str,
    first: date,
    clock: time,
    *,
    times: int | None,
    until: date | None,
    zone: str = "",
    token: str = "",
) -> Batch:
    """*zone*: that of *clock*, where it is not the member's."""
    zone = zone or turn.member.zone
    found = occurrences(rule, first=first, clock=clock, zone=zone, now=turn.now, times=times, until=until)
    batch = add_series(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        now=turn.now,
        wish=wish,
        dues=found.dues,
        token=token or secrets.token_hex(8),
    )
    return replace(batch, has_more=found.has_more)


def _series_said(turn: Turn, batch: Batch) -> str:
    last = batch.posts[-1].due
    said = turn.t("series-said", count=len(batch.posts), last=turn.t.day(last.day) if last else "–")
    return with_steps_said(turn, said, *batch.posts)


def _said(turn: Turn, batch: Batch) -> Reply:
    text, blocks = _blocks(turn, batch, _series_said(turn, batch))
    return Reply(text=text, blocks=blocks)


def _copied(turn: Turn, post_id: str, platforms: list[Platform]) -> Batch:
    batch = copy_post(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id, platforms=platforms
    )
    if not batch.posts:
        raise UserError("copy-held")
    return batch


def _copy_said(turn: Turn, batch: Batch, post_id: str) -> str:
    return turn.t("copy-said", posts=turn.t.listing(each.id for each in batch.posts), post=post_id)
