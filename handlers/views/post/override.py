"""What the plan holds back: which rules and limits, and the question for a reason, around the form as it was."""

from collections.abc import Mapping
from typing import Any

from slackblocks import Button

from bot.domain.limits import REASON_LIMIT
from bot.domain.posts import Post, PostState
from bot.i18n import Translator
from bot.services.plan.held_back import Held, Verdict
from handlers.views.kit import Json, actions, button, clip, context, modal, named, safe, section, text_field
from handlers.views.lengths import BELOW, SECTION, SENTENCE
from handlers.views.plan_words import verdict_lines
from handlers.views.post.in_words import post_title

LINES = 12


def held_intro(t: Translator, held: Held, *, in_form: bool = True) -> list[Json]:
    """Which rules are broken and which limits passed, with their numbers, and who can let it pass.

    *in_form*: what mends it stands below.
    """
    asked = t("plan-held-override" if held.may_override else "plan-held") if in_form else t("plan-held-said")
    lines = verdict_lines(t, held.verdict, held.currency)[:LINES]
    who = [] if held.may_override else [context(_who_may(t, held))]
    return [section(clip("\n".join([asked, *(f"• {line}" for line in lines)]), SECTION)), *who]


def held_form(t: Translator, held: Held, post: Post, *, step: str, can_change: bool, meta: Mapping[str, Any]) -> Json:
    """Why *post* can't be approved, taken up or reopened (*step*), the buttons that mend it, the reason to pass."""
    lines = "\n".join(f"• {line}" for line in verdict_lines(t, held.verdict, held.currency)[:LINES])
    said = [section(t(f"held-{step}", post=post.id)), section(clip(lines, SECTION)), section(post_title(post))]
    who = [] if held.may_override else [context(_who_may(t, held))]
    ways = _ways(t, post, step=step, can_change=can_change)
    mend = [context(t(f"held-next-{step}")), actions(*ways)] if ways else []
    hint = t("plan-ask-override-hint")
    ask = text_field("override", t("plan-ask-override"), limit=REASON_LIMIT, hint=hint, optional=False)
    blocks = [*said, *who, *mend, *([ask] if held.may_override else [])]
    submit = t(f"held-submit-{step}") if held.may_override else ""
    title = t("held-title", post=post.id)
    return modal("post.held", title, blocks, submit=submit, close=t("button-close"), meta=meta)


def _who_may(t: Translator, held: Held) -> str:
    """Who can let it pass; that a rule blocks it stands above."""
    return t("plan-held-who" if held.manager.ids else "plan-held-who-nobody", manager=named(t, held.manager))


def _ways(t: Translator, post: Post, *, step: str, can_change: bool) -> list[Button]:
    """What is cancelled can't be edited: as an idea, which nothing holds back, it can."""
    if step == "reopen":
        return [button(t("held-button-idea"), "post.reopen-idea", post.id)]
    edit = [button(t("button-edit"), "post.edit", post.id)] if can_change else []
    if post.state is not PostState.IN_REVIEW:
        return edit
    seen, label = f"{post.id}|{len(post.history)}", t("review-change-label", post=post.id)
    return [*edit, button(t("review-change"), "post.ask-change", seen, label=label)]


def with_reason_asked(t: Translator, view: Json, held: Held) -> Json:
    """A form once more, with what holds it back above it."""
    return with_reason_field(t, {**view, "blocks": [*held_intro(t, held), *view["blocks"]]}, held)


def with_reason_field(t: Translator, view: Json, held: Held) -> Json:
    """Whoever may is asked for a reason to let it pass."""
    hint = t("plan-ask-override-hint")
    ask = [text_field("override", t("plan-ask-override"), limit=REASON_LIMIT, hint=hint)] if held.may_override else []
    return {**view, "blocks": [*view["blocks"], *ask]}


def verdict_blocks(t: Translator, verdict: Verdict, currency: str, *, override: str = "") -> list[Json]:
    """On the card of a post: what it breaks and which limits it fills."""
    lines = verdict_lines(t, verdict, currency)[:LINES]
    passed = [t("plan-overridden", reason=safe(override, SENTENCE))] if override else []
    said = [*lines, *passed]
    return [context(clip("\n".join(said), BELOW))] if said else []
