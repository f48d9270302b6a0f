"""The details of a post: their form, and the file that is dropped into the direct message when it was asked for."""

import re
from collections.abc import Sequence
from typing import Any

from bot.domain.errors import UserError
from bot.domain.posts import Attachment
from bot.services.policies import Held
from bot.services.post_details import Details, ask_for_file, attach_files, detail_post, file_asked_of
from bot.services.post_records import Outdated
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.cards import card_in_modal, card_message, meta_for, post_of, turn_for
from handlers.post.sending import faster
from handlers.views.held import with_reason_asked
from handlers.views.post.details import PARTNERSHIP, Beside, details_form

REMOVE = "-"
FIELD_OF = {"link-unreadable": "links", "attachments-full": "links"}


def register(on: Listeners) -> None:
    on.press("post.details", on_details)
    on.press("post.attach", on_attach)
    on.submit("post.details", on_details_submitted)


def on_details(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    post = post_of(turn, press.value)
    meta = meta_for(turn, post, press=press)
    form = details_form(turn.t, post, Beside.of(post), strategy=turn.the_strategy(), meta=meta)
    return Reply(modal=form, in_place=True)


def on_attach(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    post = ask_for_file(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=press.value)
    return Reply(text=turn.t("detail-drop-file", post=post.id))


def on_details_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    try:
        detail_post(
            turn.store,
            strategy=turn.the_strategy(),
            by=turn.member,
            now=turn.now,
            post_id=post_id,
            details=_details(form),
            seen=int(form.meta["seen"]),
            override=form.text("override"),
        )
    except Outdated as late:
        meta, intro = meta_for(turn, late.post), faster(turn, late)
        strategy = turn.the_strategy()
        return Reply(modal=details_form(turn.t, late.post, _typed(form), strategy=strategy, meta=meta, intro=intro))
    except Held as held:
        post = post_of(turn, post_id)
        again = details_form(turn.t, post, _typed(form), strategy=turn.the_strategy(), meta=meta_for(turn, post))
        return Reply(modal=with_reason_asked(turn.t, again, held))
    except UserError as error:
        if error.key not in FIELD_OF:
            raise
        return Reply(errors={FIELD_OF[error.key]: turn.t.refusal(error)})
    return card_in_modal(turn, post_id, notice=turn.t("post-said-saved", post=post_id))


def file_dropped(turn: Turn, files: Sequence[dict[str, Any]]) -> Reply | None:
    """The answer where a post waits for these files; None where they are something else."""
    asked = file_asked_of(turn.store, by=turn.member, now=turn.now)
    if asked is None:
        return None
    turn = turn_for(turn, asked[1])
    known = [turn.house.files.known(each) for each in files]
    found = [
        Attachment(
            file_id=str(each.get("id") or ""),
            name=str(each.get("name") or ""),
            url=str(each.get("permalink") or ""),
        )
        for each in known
    ]
    post = attach_files(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=asked[1], files=found
    )
    return card_message(turn, post.id, notice=turn.t("detail-said-attached", post=post.id, count=len(found)))


def _details(form: Form) -> Details:
    typed = _typed(form)
    lines = [each.strip() for each in typed.links.splitlines()]
    return Details(
        theme=typed.theme,
        labels=tuple(
            dict.fromkeys(each.strip().lstrip("#") for each in re.split(r"[,;]", typed.labels) if each.strip())
        ),
        campaign=typed.campaign,
        spend=typed.spend,
        is_partnership=typed.is_partnership,
        links=tuple(each for each in lines if each),
        alts=tuple((file_id, alt) for file_id, alt in typed.alts if alt != REMOVE),
    )


def _typed(form: Form) -> Beside:
    spend = form.text("spend").replace(",", ".")
    alts = [(name.removeprefix("alt."), form.text(name)) for name in form.values if name.startswith("alt.")]
    return Beside(
        theme=form.text("theme"),
        labels=form.text("labels"),
        campaign=form.text("campaign"),
        spend=float(spend) if spend else None,
        is_partnership=PARTNERSHIP in (form.values.get(PARTNERSHIP) or ()),
        links=form.text("links"),
        alts=tuple(alts),
    )
