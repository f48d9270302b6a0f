"""What a post is for: the answers to the compass, by button, form and typing."""

from bot.domain.errors import UserError
from bot.domain.objective.compass import CompassQuestion, Waiting, doubt_about
from bot.domain.platforms import Platform
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.language.requests import PurposePost
from bot.services.objective.compass import Purpose, answer_compass, waiting_for, waiting_for_answer
from bot.services.people.who_may import Action, may
from handlers.cards import card_after, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.understood import with_missed
from handlers.turns import meta_for, open_post_of, turn_for, turn_on
from handlers.views.kit import Json, safe
from handlers.views.lengths import PHRASE
from handlers.views.post.compass import ALONE, WIDEN, purpose_form, waiting_modal, waiting_said

FIELD_OF = {"compass-answer-missing": "why", "objective-not-found": "purpose"}


def register(on: Listeners) -> None:
    on.press("post.serves", on_serves)
    on.press("post.widen", on_widen)
    on.press("post.purpose", on_purpose)
    on.press("post.purposes", on_purposes)
    on.press("post.purpose-of", on_purpose_of)
    on.submit("post.purpose", on_purpose_submitted)


def on_purpose_typed(turn: Turn, request: PurposePost) -> Reply:
    """Without a number: what still waits for an answer."""
    if request.post_id is None:
        strategy = turn.the_strategy()
        found = waiting_for_answer(turn.store, strategy=strategy, by=turn.member)
        text, blocks = waiting_said(turn.t, found, strategy.id)
        return Reply(text=text, blocks=blocks)
    post = open_post_of(turn, request.post_id)
    if request.not_understood or not (request.objective_id or request.reason):
        return Reply(modal=with_missed(turn, _form_for(turn, post), request))
    _answer(turn, [post.id], Purpose(objective_id=request.objective_id, reason=request.reason))
    notice = turn.t("compass-said", count=1, post=post.id)
    served = next((each for each in turn.the_strategy().objectives if each.id == request.objective_id), None)
    if served:
        name = safe(served.statement, PHRASE)
        notice = f"{turn.t('compass-serves-said', post=post.id, objective=name)} {notice}"
    return card_message(turn, post.id, notice=notice)


def on_serves(turn: Turn, press: Press) -> Reply:
    return _on_pressed(turn, press, widens=False)


def on_widen(turn: Turn, press: Press) -> Reply:
    return _on_pressed(turn, press, widens=True)


def on_purpose(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    return Reply(modal=_form_for(turn, open_post_of(turn, press.value), press=press), in_place=True)


def on_purposes(turn: Turn, press: Press) -> Reply:
    turn = turn_on(turn, press.value)
    return Reply(modal=_waiting(turn))


def on_purpose_of(turn: Turn, press: Press) -> Reply:
    """One answer for all the posts that wait for it now; what comes later is asked on its own."""
    strategy_id, _, group = press.value.partition("|")
    turn = turn_on(turn, strategy_id)
    strategy, waiting = turn.the_strategy(), _group(turn, group)
    if waiting is None:
        return Reply(modal=_waiting(turn), in_place=bool(press.view_id and not press.from_home))
    newest = max(each.number for each in waiting.posts)
    form = purpose_form(
        turn.t,
        waiting.posts,
        strategy,
        doubt=waiting.doubt,
        can_plan=_can_plan(turn, strategy),
        meta=meta_for(turn, press=press, newest=newest, group=group),
    )
    return Reply(modal=form, in_place=True)


def on_purpose_submitted(turn: Turn, form: Form) -> Reply:
    chosen = form.text("purpose")
    purpose = Purpose(
        objective_id="" if chosen == ALONE else chosen,
        reason=form.text("why"),
        widens=WIDEN in (form.values.get(WIDEN) or ()),
    )
    posts = [str(form.meta["post"])] if "post" in form.meta else _still_waiting(turn, form)
    try:
        _answer(turn, posts, purpose)
    except UserError as error:
        if error.key not in FIELD_OF:
            raise
        return Reply(errors={FIELD_OF[error.key]: turn.t.refusal(error)})
    notice = _said(turn, posts, widened=purpose.objective_id if purpose.widens and posts else "")
    if "post" in form.meta:
        return card_in_modal(turn, posts[0], notice=notice)
    return Reply(modal=_waiting(turn, notice=notice))


def _on_pressed(turn: Turn, press: Press, *, widens: bool) -> Reply:
    post_id, _, objective_id = press.value.partition("|")
    turn = turn_for(turn, post_id)
    _answer(turn, [post_id], Purpose(objective_id=objective_id, widens=widens))
    turn = turn_for(turn, post_id)  # the strategy as it is with the wider objective
    return card_after(turn, press, post_id, notice=_said(turn, [post_id], widened=objective_id if widens else ""))


def _said(turn: Turn, posts: list[str], *, widened: str) -> str:
    """What was answered; where it made an objective wider, also how that is taken back: no undo does."""
    said = turn.t("compass-said", count=len(posts), post=posts[0] if posts else "–")
    return f"{said} {turn.t('compass-widened-said', objective=widened)}" if widened else said


def _answer(turn: Turn, post_ids: list[str], purpose: Purpose) -> None:
    answer_compass(**turn.act, post_ids=post_ids, purpose=purpose)


def _still_waiting(turn: Turn, form: Form) -> list[str]:
    """Of those that the form was opened for; what was answered meanwhile keeps its answer."""
    waiting = _group(turn, str(form.meta["group"]))
    newest = int(form.meta["newest"])
    return [each.id for each in waiting.posts if each.number <= newest] if waiting else []


def _form_for(turn: Turn, post: Post, *, press: Press | None = None) -> Json:
    strategy = turn.the_strategy()
    return purpose_form(
        turn.t,
        [post],
        strategy,
        doubt=doubt_about(post, strategy),
        can_plan=_can_plan(turn, strategy),
        meta=meta_for(turn, post, press=press),
    )


def _group(turn: Turn, group: str) -> Waiting | None:
    """The posts that a button or a form stands for: "platform|tiktok", "objective|"."""
    doubt, _, platform = group.partition("|")
    return waiting_for(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        doubt=CompassQuestion(doubt),
        platform=Platform(platform) if platform else None,
    )


def _waiting(turn: Turn, *, notice: str = "") -> Json:
    """With the strategy as it is now: an answer may have made an objective wider."""
    with turn.store.transaction() as tx:
        strategy = tx.strategies.get(turn.the_strategy().id)
    found = waiting_for_answer(turn.store, strategy=strategy, by=turn.member)
    return waiting_modal(turn.t, found, strategy, notice=notice)


def _can_plan(turn: Turn, strategy: Strategy) -> bool:
    return may(turn.member, Action.CHANGE_PLAN, strategy)
