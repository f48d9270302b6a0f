"""What the plan holds back when a post is approved, taken up or reopened: why, what to do, and the reason to pass."""

from enum import StrEnum

from bot.services.people.who_may import Action, may
from bot.services.plan.held_back import Held
from bot.services.post.changes import draft_post, reopen_post
from bot.services.post.records import Outdated
from bot.services.post.reviews import approve_post
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.steps import with_steps_said
from handlers.turns import at_post, meta_for, post_of
from handlers.views.post.history import changes_in_words
from handlers.views.post.override import held_form
from handlers.views.post.reviews import changed_since


class HeldAction(StrEnum):
    """What was to be done with the post."""

    APPROVE = "approve"
    DRAFT = "draft"
    REOPEN = "reopen"


SAID = {
    HeldAction.APPROVE: "review-said-approved",
    HeldAction.DRAFT: "post-said-drafted",
    HeldAction.REOPEN: "post-said-reopened",
}


def register(on: Listeners) -> None:
    on.submit("post.held", on_held_submitted)


def held_back(turn: Turn, held: Held, post_id: str, step: HeldAction, *, press: Press | None = None) -> Reply:
    """A form: which rules and limits, the buttons that mend it, and a reason from whoever may let it pass."""
    post = post_of(turn, post_id)
    view = held_form(
        turn.t,
        held,
        post,
        step=step,
        can_change=may(turn.member, Action.CHANGE_POST, turn.the_strategy(), post),
        meta=meta_for(turn, post, press=press, step=step),
    )
    return Reply(modal=view, in_place=True)


def on_held_submitted(turn: Turn, form: Form) -> Reply:
    post_id, step = str(form.meta["post"]), HeldAction(form.meta["step"])
    with at_post(turn, post_id) as turn:
        try:
            _pass(turn, form, step)
        except Held:
            return Reply(errors={"override": turn.t("held-reason-missing")})
        except Outdated as late:
            lines = changes_in_words(turn.t, late.since, zone=turn.the_strategy().zone)
            return Reply(modal=changed_since(turn.t, late.post, lines, meta=meta_for(turn)))
        said = turn.t(SAID[step], post=post_id)
        is_back = step is HeldAction.REOPEN
        return card_in_modal(
            turn, post_id, notice=with_steps_said(turn, said, post_of(turn, post_id)) if is_back else said
        )


def _pass(turn: Turn, form: Form, step: HeldAction) -> None:
    """Do it for the reason given; the right to is checked where it is done."""
    store, strategy, by, now = turn.store, turn.the_strategy(), turn.member, turn.now
    post_id, why = str(form.meta["post"]), form.text("override")
    if step is HeldAction.APPROVE:
        seen = int(form.meta["seen"])
        approve_post(store, strategy=strategy, by=by, now=now, post_id=post_id, seen=seen, override=why)
    elif step is HeldAction.DRAFT:
        draft_post(store, strategy=strategy, by=by, now=now, post_id=post_id, override=why)
    else:
        reopen_post(store, strategy=strategy, by=by, now=now, post_id=post_id, override=why)
