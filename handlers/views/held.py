"""What the plan holds back: which rules and limits, and the question for a reason, around the form as it was."""

from bot.i18n import Translator
from bot.services.policies import Held, Verdict
from handlers.views.kit import Json, clip, context, safe, section, text_field
from handlers.views.plan_words import verdict_lines

REASON_LIMIT = 300
LINES = 12


def held_intro(t: Translator, held: Held) -> list[Json]:
    """Which rules are broken and which limits passed, with their numbers, and who can let it pass."""
    asked = t("plan-held-override") if held.may_override else t("plan-held")
    lines = verdict_lines(t, held.verdict, held.currency)[:LINES]
    who = [] if held.may_override else [context(t("refusal-held", **held.params))]
    return [section(clip("\n".join([asked, *(f"• {line}" for line in lines)]), 3000)), *who]


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
    passed = [t("plan-overridden", reason=safe(override, 300))] if override else []
    said = [*lines, *passed]
    return [context(clip("\n".join(said), 2000))] if said else []
