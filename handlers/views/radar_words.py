"""What the radar finds, in words: a line for a message, a few words for a notification."""

from bot.domain.plan.findings import Finding, Gap
from bot.domain.plan.radar import OF_TITLE
from bot.domain.platform_limits import Unit
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import clip, mention, safe
from handlers.views.lengths import GLIMPSE, GLIMPSE_ESCAPED, NAME
from handlers.views.plan_words import finding_line, usage_line

TOO_LONG = (OF_TITLE, Unit.BYTE.value)
"""Of what a post has too much, where that is not the characters of its text."""


def gap_line(t: Translator, strategy: Strategy, each: Finding) -> str:
    """The finding in words, mrkdwn."""
    if each.gap is Gap.BUDGET and each.usage:
        return usage_line(t, each.usage, strategy.currency)
    if each.gap is Gap.POLICY and each.broken:
        return f"{_post(t, each)} · {finding_line(t, each.broken)}"
    if each.gap is Gap.TOO_LONG and each.name in TOO_LONG:
        return t(f"radar-too_long-{each.name}", **_params(t, each))
    return t(f"radar-{each.gap.value}", **_params(t, each))


def plain_line(t: Translator, each: Finding) -> str:
    """The finding in a few words, for a notification."""
    about = _post(t, each) if each.post else gap_days(t, each)
    if each.want:
        about = safe(each.want.text, GLIMPSE)
    return " · ".join(filter(None, [t(f"radar-gap-{each.gap.value}"), about]))


def _params(t: Translator, each: Finding) -> dict[str, object]:
    return {
        "post": _post(t, each) if each.post else t("radar-no-post"),
        "days": gap_days(t, each),
        "day": t.day(each.first, short=True) if each.first else "",
        "platform": t.platform(each.platform) if each.platform else "",
        "theme": safe(each.theme.name, NAME) if each.theme else "",
        "who": mention(each.member_id) if each.member_id else t("nobody"),
        "kind": t.kind(each.kind) if each.kind else "",
        "name": safe(each.name, NAME) or "–",
        "text": safe(each.want.text, GLIMPSE) if each.want else "",
        "count": each.count,
        "wanted": each.wanted,
    }


def _post(t: Translator, each: Finding) -> str:
    assert each.post is not None  # noqa: S101  # callers look first
    when = f" · {t.day(each.first, short=True)}" if each.first else ""
    title = safe(clip(each.post.title, GLIMPSE), GLIMPSE_ESCAPED)
    return f"{each.post.id} · {title} · {t.platform(each.post.platform)}{when}"


def gap_days(t: Translator, each: Finding) -> str:
    """The days that it is about."""
    if each.first is None:
        return ""
    first = t.day(each.first, short=True)
    if each.last is None or each.last == each.first:
        return first
    return t("plan-until", first=first, last=t.day(each.last, short=True))
