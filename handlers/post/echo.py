"""What is pressed where two posts read the same: another text, or a reason to keep it."""

from bot.domain.errors import UserError
from bot.services.plan.held_back import Held
from bot.services.post.adding import PostFacts, facts_of
from bot.services.post.echo import keep_echo, rewrite_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster, typed_text
from handlers.turns import at_post, meta_for, open_post_of
from handlers.views.kit import Json
from handlers.views.post.echo import keeping_form, rewriting_form
from handlers.views.post.override import with_reason_asked


def register(on: Listeners) -> None:
    on.press("post.rewrite", on_rewrite)
    on.press("post.keep-echo", on_keep)
    on.submit("post.rewrite", on_rewrite_submitted)
    on.submit("post.keep-echo", on_keep_submitted)


def on_rewrite(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        facts = _facts(turn, open_post_of(turn, press.value).id)
        return Reply(modal=_rewriting(turn, facts, press=press), in_place=True)


def on_keep(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        facts = _facts(turn, open_post_of(turn, press.value).id)
        return Reply(
            modal=keeping_form(turn.t, facts.post, facts.echoes, meta=meta_for(turn, facts.post, press=press)),
            in_place=True,
        )


def on_rewrite_submitted(turn: Turn, form: Form) -> Reply:
    """A text that still reads like another post's is kept, and the card asks again."""
    post_id, seen, text = str(form.meta["post"]), int(form.meta["seen"]), typed_text(form)
    try:
        rewrite_post(**turn.act, post_id=post_id, text=text or "", seen=seen, override=form.text("override"))
    except Outdated as late:
        return Reply(modal=_rewriting(turn, _facts(turn, late.post.id), text=text, intro=faster(turn, late)))
    except Held as held:
        return Reply(modal=with_reason_asked(turn.t, _rewriting(turn, _facts(turn, post_id), text=text), held))
    return card_in_modal(turn, post_id, notice=turn.t("post-said-saved", post=post_id))


def on_keep_submitted(turn: Turn, form: Form) -> Reply:
    post_id, why = str(form.meta["post"]), form.text("why")
    try:
        keep_echo(**turn.act, post_id=post_id, reason=why, seen=int(form.meta["seen"]))
    except UserError as error:
        if error.key != "echo-reason-missing":
            raise
        return Reply(errors={"why": turn.t.refusal(error)})
    return card_in_modal(turn, post_id, notice=turn.t("echo-said-kept", post=post_id))


def _facts(turn: Turn, post_id: str) -> PostFacts:
    return facts_of(**turn.act, post_id=post_id)


def _rewriting(
    turn: Turn,
    facts: PostFacts,
    *,
    press: Press | None = None,
    text: str | None = None,
    intro: list[Json] | None = None,
) -> Json:
    return rewriting_form(
        turn.t,
        facts.post,
        facts.echoes,
        room=facts.room,
        meta=meta_for(turn, facts.post, press=press),
        text=text,
        intro=intro or [],
    )
