"""The details of a post: their form, and the wish for a file that is dropped into the direct message next."""

from dataclasses import replace
from typing import Any

from bot.domain.errors import UserError
from bot.domain.post.labels import labels_in
from bot.domain.posts import Post
from bot.services.plan.held_back import Held
from bot.services.post.details import Details, ask_for_file, detail_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster
from handlers.turns import at_its_post, changeable_post_of, meta_for, post_of
from handlers.views.post.details import PARTNERSHIP, DetailsInForm, details_form
from handlers.views.post.override import with_reason_asked

REMOVE = "-"
LONG = ("theme", "labels", "campaign", "links")
FIELD_OF = {"link-unreadable": "links", "attachments-full": "links"}


def register(on: Listeners) -> None:
    on.press("post.details", at_its_post(on_details))
    on.press("post.attach", at_its_post(on_attach))
    on.submit("post.details", on_details_submitted)


def on_details(turn: Turn, press: Press) -> Reply:
    post = changeable_post_of(turn, press.value)
    meta = meta_for(turn, post, press=press)
    form = details_form(turn.t, post, DetailsInForm.of(post), strategy=turn.the_strategy(), meta=meta)
    return Reply(modal=form, in_place=True)


def on_attach(turn: Turn, press: Press) -> Reply:
    post = ask_for_file(**turn.act, post_id=press.value)
    return Reply(text=turn.t("detail-drop-file", post=post.id))


def on_details_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    try:
        detail_post(
            **turn.act,
            post_id=post_id,
            details=_details(form),
            seen=int(form.meta["seen"]),
            override=form.text("override"),
        )
    except Outdated as late:
        meta, intro = meta_for(turn, late.post), faster(turn, late)
        strategy = turn.the_strategy()
        typed = _typed(form, late.post)
        return Reply(modal=details_form(turn.t, late.post, typed, strategy=strategy, meta=meta, intro=intro))
    except Held as held:
        post = post_of(turn, post_id)
        again = details_form(turn.t, post, _typed(form, post), strategy=turn.the_strategy(), meta=meta_for(turn, post))
        return Reply(modal=with_reason_asked(turn.t, again, held))
    except UserError as error:
        if error.key not in FIELD_OF:
            raise
        return Reply(errors={FIELD_OF[error.key]: turn.t.refusal(error)})
    return card_in_modal(turn, post_id, notice=turn.t("post-said-saved", post=post_id))


def _details(form: Form) -> Details:
    """What has no field in the form, because it is too long for one, stays as it is."""
    lines = [each.strip() for each in form.text("links").splitlines()]
    return Details(
        theme=form.text("theme") if "theme" in form.values else None,
        labels=tuple(dict.fromkeys(labels_in(form.text("labels")))) if "labels" in form.values else None,
        campaign=form.text("campaign") if "campaign" in form.values else None,
        spend=_spend(form),
        is_partnership=_is_partnership(form),
        links=tuple(each for each in lines if each) if "links" in form.values else None,
        alts=tuple((file_id, alt) for file_id, alt in _alts(form) if alt != REMOVE),
    )


def _typed(form: Form, post: Post) -> DetailsInForm:
    """The form as it was filled in, for *post*, again."""
    typed: dict[str, Any] = {name: form.text(name) for name in LONG if name in form.values}
    beside = replace(DetailsInForm.of(post), **typed)
    return replace(beside, spend=_spend(form), is_partnership=_is_partnership(form), alts=_alts(form))


def _spend(form: Form) -> float | None:
    spend = form.text("spend").replace(",", ".")
    return float(spend) if spend else None


def _is_partnership(form: Form) -> bool:
    return PARTNERSHIP in (form.values.get(PARTNERSHIP) or ())


def _alts(form: Form) -> tuple[tuple[str, str], ...]:
    names = [name for name in form.values if name.startswith("alt.")]
    return tuple((name.removeprefix("alt."), form.text(name)) for name in names)
