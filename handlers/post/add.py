"""`/post add` and `/post idea`: a new post, or a series of them; typed, pressed and submitted."""

import secrets
from dataclasses import replace
from datetime import date, time

from bot.domain.errors import UserError
from bot.domain.limits import TITLE_LIMIT
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.language.requests import AddPost, IdeaPost
from bot.services.engage.questions import facts_of_question
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.held_back import Held
from bot.services.post.adding import Wish, add_post
from bot.services.post.batches import Batch, add_series
from bot.services.post.checklists import make_step_post
from bot.services.post.series import first_day, occurrences
from bot.services.post.wants import count_asked, post_answering, round_heard
from handlers.cards import batch_blocks, batch_in_modal, card_in_modal, card_message
from handlers.context import Turn
from handlers.engage.question_turns import turn_at
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import field_error, filled_by, read_wish, typed_times, typed_until
from handlers.post.steps import with_steps_said
from handlers.post.understood import (
    add_modal,
    form_instead,
    mended_in_form,
    wish_of,
    with_owner,
)
from handlers.turns import may_change, turn_on
from handlers.views.kit import clip
from handlers.views.post.forms import Filled, with_last_day_asked
from handlers.views.post.override import with_reason_asked
from handlers.who_is_meant import look_up_insider


def register(on: Listeners) -> None:
    on.press("post.add", on_add)
    on.press("post.repeat", on_repeat)
    on.press("question.post", on_post_for_all)
    on.press("round.post", on_post_for_round)
    on.submit("post.add", on_add_submitted)


def on_add_typed(turn: Turn, request: AddPost) -> Reply:
    """A post, or a series where the words say that it comes back."""
    fields = with_owner(turn, request)
    clock = request.clock
    whole = fields.title and fields.platform and not (fields.not_understood or fields.doubts or fields.owner_name)
    if not (request.repeat and whole and clock):
        return _one_typed(turn, request)
    zone = request.zone or turn.member.zone
    day = first_day(request.day, clock, zone, turn.now)
    try:
        if fields.owner_id:
            look_up_insider(turn, fields.owner_id)
        times, until = request.times, request.until
        return _series_reply(
            turn, _series(turn, wish_of(fields), request.repeat, day, clock, times=times, until=until, zone=zone)
        )
    except UserError as error:
        return mended_in_form(turn, replace(fields, day=day, clock=clock), error)


def _one_typed(turn: Turn, request: AddPost) -> Reply:
    """Added when all of it was understood; else the form opens with what was, and nothing typed is lost."""
    refuse_unless(turn.member, Action.ADD_POST, turn.the_strategy())
    fields = with_owner(turn, request)
    if not (isinstance(fields, AddPost) and fields.is_complete):
        return form_instead(turn, fields)
    try:
        return _add(turn, wish_of(fields))
    except UserError as error:
        return mended_in_form(turn, fields, error)


def _add(turn: Turn, wish: Wish, *, said: str = "") -> Reply:
    if wish.owner_id:
        look_up_insider(turn, wish.owner_id)
    with together(turn) as one:
        added = add_post(**one.act, wish=wish)
        notice = "\n".join(filter(None, [_said_added(one, added.post), said]))
        return card_message(one, added.post.id, notice=notice)


def on_idea_typed(turn: Turn, request: IdeaPost) -> Reply:
    """A title is enough where the plan names a platform; half a moment is asked for the other half, in the form."""
    fields = with_owner(turn, request)
    if fields.doubts or (fields.due is None and (fields.day or fields.clock)):
        return form_instead(turn, fields)
    planned = turn.the_strategy().platforms
    platform = fields.platform or (planned[0].platform if planned else None)
    if platform is None or not fields.title or fields.not_understood or fields.owner_name:
        return form_instead(turn, fields, idea=True)
    try:
        said = "" if fields.platform else turn.t("post-said-first-platform", platform=turn.t.platform(platform))
        return _add(turn, replace(wish_of(replace(fields, platform=platform)), is_idea=fields.due is None), said=said)
    except UserError as error:
        return mended_in_form(turn, fields, error, idea=True)


def on_add(turn: Turn, press: Press) -> Reply:
    refuse_unless(turn.member, Action.ADD_POST, turn.the_strategy())
    filled = Filled(owner_id=turn.member.id if turn.member.can_be_messaged else None)
    return Reply(modal=add_modal(turn, filled, press=press))


def on_post_for_all(turn: Turn, press: Press) -> Reply:
    """An idea from a question: its words and who heard it. Not who asked it, which is forgotten some day.

    Where a post answers the same question already, it is counted there instead.
    """
    there = turn_at(turn, press.value)
    strategy = there.the_strategy()
    refuse_unless(there.member, Action.ADD_POST, strategy)
    facts = facts_of_question(**there.act, question_id=press.value)
    question = facts.question
    with there.store.transaction() as tx:
        post = post_answering(tx, strategy, [question.id, *(each.id for each in facts.alike)])
        heard = tx.members.find(question.kept_by or question.owner_id)
    if post is not None and may_change(there)(post):
        counted = count_asked(**there.act, post_id=post.id, source=question.id)
        said = there.t("post-said-asked", post=post.id, count=len(counted.asked_for))
        return card_in_modal(there, post.id, notice=said)
    notes = there.t("question-post-notes", question=question.id, text=question.text, **_heard_by(heard))
    return _form_for_want(there, press, question.text, notes, source=question.id, platform=question.platform)


def on_post_for_round(turn: Turn, press: Press) -> Reply:
    """An idea from what somebody learned on a round that customers want."""
    strategy_id, _, source = press.value.partition("|")
    there = turn_on(turn, strategy_id)
    strategy = there.the_strategy()
    refuse_unless(there.member, Action.ADD_POST, strategy)
    with there.store.transaction() as tx:
        found = round_heard(tx, strategy, source)
        post = post_answering(tx, strategy, [source])
        heard = tx.members.find(found.member_id)
    if post is not None:
        said = there.t("post-said-asked", post=post.id, count=len(post.asked_for))
        return card_in_modal(there, post.id, notice=said)
    notes = there.t("round-post-notes", day=there.t.day(found.day), text=found.learned, **_heard_by(heard))
    return _form_for_want(there, press, found.learned, notes, source=source)


def _heard_by(member: Member | None) -> dict[str, str]:
    return {"known": "yes" if member else "no", "who": member.name if member else ""}


def _form_for_want(
    turn: Turn, press: Press, words: str, notes: str, *, source: str, platform: Platform | None = None
) -> Reply:
    """The form of a new idea with what a customer said; the post will say how often that was asked for."""
    owner_id = turn.member.id if turn.member.can_be_messaged else None
    title = clip(" ".join(words.split()), TITLE_LIMIT)
    filled = Filled(title=title, platform=platform, owner_id=owner_id, texts={"notes": notes})
    return Reply(modal=add_modal(turn, filled, press=press, idea=True, asked=source))


def on_repeat(turn: Turn, press: Press) -> Reply:
    """Until when is asked of what comes back."""
    if not press.value or "until" in press.values or not press.shown:
        return Reply()
    return Reply(modal=with_last_day_asked(turn.t, press.shown), in_place=True, is_hint=True)


def on_add_submitted(turn: Turn, form: Form) -> Reply:
    """The form of a new post asks whether it comes back."""
    rule = form.text("repeat")
    if not rule:
        return _one_submitted(turn, form)
    try:
        wish = read_wish(turn, form)
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
        return held_again(turn, form, held)
    except UserError as error:
        return field_error(turn, form, error)
    return batch_in_modal(turn, batch, _series_said(turn, batch))


def _one_submitted(turn: Turn, form: Form) -> Reply:
    try:
        wish = replace(read_wish(turn, form), is_idea=bool(form.meta.get("idea")))
        if asked := str(form.meta.get("asked", "")):
            wish = replace(wish, more={**wish.more, "asked_for": (asked,)})
        with together(turn) as one:
            post = _add_or_make(one, form, wish)
            return card_in_modal(one, post.id, notice=_said_added(one, post))
    except Held as held:
        return held_again(turn, form, held)
    except UserError as error:
        return field_error(turn, form, error)


def held_again(turn: Turn, form: Form, held: Held) -> Reply:
    """The form of a new post as it was filled in, with what holds it back."""
    kept = {name: form.meta[name] for name in ("theme", "labels", "idea", "asked", "step") if name in form.meta}
    return Reply(modal=with_reason_asked(turn.t, add_modal(turn, filled_by(form), **kept), held))


def _add_or_make(turn: Turn, form: Form, wish: Wish) -> Post:
    """A new post; that of a step, where the form is its."""
    store, strategy, by, now = turn.store, turn.the_strategy(), turn.member, turn.now
    parent_id, _, place = str(form.meta.get("step", "")).partition("|")
    if parent_id:
        return make_step_post(store, strategy=strategy, by=by, now=now, post_id=parent_id, place=int(place), wish=wish)
    token = str(form.meta.get("token", ""))
    return add_post(store, strategy=strategy, by=by, now=now, wish=wish, token=token).post


def _said_added(turn: Turn, post: Post) -> str:
    return with_steps_said(turn, turn.t("post-said-added", post=post.id), post)


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
    batch = add_series(**turn.act, wish=wish, dues=found.dues, token=token or secrets.token_hex(8))
    return replace(batch, has_more=found.has_more)


def _series_said(turn: Turn, batch: Batch) -> str:
    last = batch.posts[-1].due
    said = turn.t("series-said", count=len(batch.posts), last=turn.t.day(last.day) if last else "–")
    return with_steps_said(turn, said, *batch.posts)


def _series_reply(turn: Turn, batch: Batch) -> Reply:
    text, blocks = batch_blocks(turn, batch, _series_said(turn, batch))
    return Reply(text=text, blocks=blocks)
