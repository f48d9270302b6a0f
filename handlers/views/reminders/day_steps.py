"""The steps of a day as an agenda shows them, each with the button that ticks it off."""

from collections.abc import Sequence
from datetime import date, datetime

from slackblocks import Button

from bot.domain.post.checklists import is_open, makes_post
from bot.domain.posts import PostState
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.routing import responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, button, clip, context, escape, mention, section
from handlers.views.lengths import NAME
from handlers.views.post.steps import step_name, step_words

ROWS = 3


def is_to_do(each: DayStep) -> bool:
    return is_open(each.step) and each.post.state is not PostState.CANCELLED


def day_step_name(t: Translator, each: DayStep) -> str:
    post = each.post
    return t("day-step", step=step_name(t, each.step), post=post.id, title=escape(clip(post.title, NAME)))


def now_with(each: DayStep, reader_id: str, strategy: Strategy, *, since: datetime | None) -> str:
    """Who has it, where that is not the reader any more; only a hand-over *since* it was told takes it away."""
    person = each.step.owner_id or responsible_for(each.post, strategy)
    handed_over = since is not None and any(
        change.what in {"assigned", "steps-assigned"} and change.at > since for change in each.post.history
    )
    return person if handed_over and person != reader_id else ""


def day_step_rows(t: Translator, steps: Sequence[tuple[DayStep, str]], *, day: date) -> list[Json]:
    """*steps* with the member in whose hands each is now, "" where that is still the reader."""
    rows = [_row(t, each, day, doer) for each, doer in steps[:ROWS]]
    more = [context(t("step-more", count=len(steps) - ROWS))] if len(steps) > ROWS else []
    return [*rows, *more]


def _row(t: Translator, each: DayStep, day: date, doer: str) -> Json:
    if not is_open(each.step):
        return section(_done(t, each), accessory=_open_button(t, each))
    if each.post.state is PostState.CANCELLED:
        return section(_settled(t, each, t.state(each.post.state)), accessory=_open_button(t, each))
    if doer:
        said = _settled(t, each, t("agenda-handed-over", owner=mention(doer)))
        return section(said, accessory=_open_button(t, each))
    said = " · ".join([t("day-step-to-do", step=day_step_name(t, each)), *_when(t, each.step.day, day)])
    return section(said, accessory=_button(t, each))


def _done(t: Translator, each: DayStep) -> str:
    step, name = each.step, day_step_name(t, each)
    if step.post_id:
        return t("day-step-made", step=name, post=step.post_id)
    return t("day-step-done", step=name, by=mention(step.done_by) if step.done_by else t("nobody"))


def _settled(t: Translator, each: DayStep, state: str) -> str:
    return f"{day_step_name(t, each)} · {state}"


def _when(t: Translator, planned: date | None, day: date) -> list[str]:
    if planned is None or planned == day:
        return []
    said = t.day(planned, short=True)
    return [t("day-step-since", day=said) if planned < day else said]


def _button(t: Translator, each: DayStep) -> Button:
    key, action_id = ("step-make", "post.step-make") if makes_post(each.step) else ("step-finish", "post.step-done")
    return button(t(key), action_id, f"{each.post.id}|{each.place}", label=f"{t(key)} {step_words(t, each.step)}")


def _open_button(t: Translator, each: DayStep) -> Button:
    post_id = each.step.post_id or each.post.id
    return button(t("button-open"), "post.show", post_id, label=t("due-open-label", post=post_id))
