"""The steps of a post, each with what can be done about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.post.checklists import is_open, makes_post
from bot.domain.posts import Post, PostState, Step
from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, clip, context, field, member_menu, mention, modal, safe, section
from handlers.views.lengths import LINE, PHRASE, QUOTED, REMARK, TITLE
from handlers.views.post.in_words import post_title, when_of

ROWS = 7
MOST = 20


def step_rows(t: Translator, post: Post, *, can_change: bool) -> list[Json]:
    """The open steps first come first, each with its button; those that are done in one line."""
    is_live = post.state is not PostState.CANCELLED  # the winner is drawn after the contest is out
    done = [each for each in post.checklist if not is_open(each)]
    waiting = [(place, each) for place, each in enumerate(post.checklist) if is_open(each)]
    rows = [_row(t, post, place, each, can_change=can_change and is_live) for place, each in waiting[:ROWS]]
    more = [t("step-more", count=len(waiting) - ROWS)] if len(waiting) > ROWS else []
    said = [
        *more,
        *([t("steps-done", steps=clip("; ".join(_done(t, each) for each in done), QUOTED))] if done else []),
    ]
    share = [actions(button(t("steps-share"), "post.steps", post.id))] if waiting and can_change and is_live else []
    return [*rows, *([context(*said)] if said else []), *share]


def sharing_form(t: Translator, post: Post, *, chosen: str | None = None, meta: Mapping[str, Any]) -> Json:
    """Who does which step; *chosen* is offered for those that nobody was named for."""
    waiting = [(place, each) for place, each in enumerate(post.checklist) if is_open(each)]
    asks = [
        field(
            f"step.{place}",
            clip(each.text or step_words(t, each), PHRASE),
            member_menu("owner", chosen=each.owner_id or chosen),
        )
        for place, each in waiting[:MOST]
    ]
    blocks = [section(post_title(post)), context(t("steps-share-hint")), *asks]
    title = t("steps-form", post=post.id)
    return modal("post.steps", title, blocks, submit=t("button-save"), close=t("button-close"), meta=meta)


def step_name(t: Translator, step: Step) -> str:
    """mrkdwn."""
    return safe(step_words(t, step), REMARK)


def step_words(t: Translator, step: Step) -> str:
    """Plain text."""
    if step.text or not t.has(f"step-{step.key}"):
        return clip(step.text or step.key, TITLE)
    name = t(f"step-{step.key}")
    return t("step-on", step=name, platform=t.platform(step.platform)) if step.platform else name


def hurried_line(t: Translator, found: Sequence[tuple[Post, Step]]) -> str:
    """What is to be done today, of one post or of several; nothing where nothing is."""
    is_one = len({post.id for post, _ in found}) == 1
    named = [step_name(t, step) if is_one else f"{post.id} {step_name(t, step)}" for post, step in found[:ROWS]]
    return t("steps-hurried", count=len(found), steps="; ".join(named)) if found else ""


def made_title(t: Translator, post: Post, step: Step) -> str:
    """Of the post that a step makes."""
    return clip(t("step-title", step=step_words(t, step), title=clip(post.title, TITLE)), LINE)


def made_moved_question(
    t: Translator, post: Post, made: Sequence[Post], *, days: int, can_change: bool, now: datetime, zone: str
) -> list[Json]:
    """Below a move of *post* by so many *days*: which posts of its steps stay, and the button that moves them too."""
    asked = ",".join(f"{each.id}:{each.moves}" for each in made)
    ask = button(t("made-move", count=len(made)), "post.made-move", f"{post.id}|{days}|{asked}")
    said = t("made-stay-moved", count=len(made))
    return [*_made_rows(t, made, said, now=now, zone=zone), *([actions(ask)] if can_change else [])]


def made_cancelled_question(
    t: Translator, post: Post, made: Sequence[Post], *, can_change: bool, now: datetime, zone: str
) -> list[Json]:
    """As `made_moved_question`, of what was cancelled."""
    ask = button(t("made-cancel", count=len(made)), "post.made-cancel", post.id, style="danger")
    said = t("made-stay-cancelled", count=len(made))
    return [*_made_rows(t, made, said, now=now, zone=zone), *([actions(ask)] if can_change else [])]


def _made_rows(t: Translator, made: Sequence[Post], said: str, *, now: datetime, zone: str) -> list[Json]:
    rows = [f"{each.id} · {safe(each.title, PHRASE)} · {when_of(t, each, now=now, zone=zone)}" for each in made[:ROWS]]
    more = [t("batch-more", count=len(made) - ROWS)] if len(made) > ROWS else []
    return [section("\n".join([said, *rows, *more]))] if made else []


def _row(t: Translator, post: Post, place: int, step: Step, *, can_change: bool) -> Json:
    when = t.day(step.day, short=True) if step.day else t("step-undated")
    said = t("step-row", step=step_name(t, step), when=when)
    said = f"{said} · {mention(step.owner_id)}" if step.owner_id else said
    if not can_change:
        return section(said)
    key, action_id = ("step-make", "post.step-make") if makes_post(step) else ("step-finish", "post.step-done")
    return section(
        said, accessory=button(t(key), action_id, f"{post.id}|{place}", label=f"{t(key)} {step_words(t, step)}")
    )


def _done(t: Translator, step: Step) -> str:
    if step.post_id:
        return t("step-is-post", step=step_name(t, step), post=step.post_id)
    return t("step-was-done", step=step_name(t, step), by=mention(step.done_by) if step.done_by else t("nobody"))
