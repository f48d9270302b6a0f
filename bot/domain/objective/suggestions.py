"""What a kind of objective suggests: KPIs, platforms, and the effort that hours allow. Hints that the team edits."""

from dataclasses import dataclass

from bot.domain.strategy import Kpi, ObjectiveKind, Platform

HOURS_A_POST = 1.5
ROUND_HOURS = 0.5
"""Hints, not evidence: a post with its text and image, and a week of five-minute rounds. The team edits the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a kind of objective usually asks for. *kpis* and *platforms* are in the order to consider them.

    Source: usual practice, no evidence: hints that the team can edit.
    """

    kpis: tuple[Kpi, ...]
    platforms: tuple[Platform, ...]


SUGGESTIONS: dict[ObjectiveKind, Suggestion] = {
    ObjectiveKind.AWARENESS: Suggestion(
        kpis=(Kpi.REACH, Kpi.IMPRESSIONS, Kpi.AMPLIFICATION),
        platforms=(Platform.INSTAGRAM, Platform.YOUTUBE, Platform.TIKTOK, Platform.FACEBOOK),
    ),
    ObjectiveKind.ENGAGEMENT: Suggestion(
        kpis=(Kpi.ENGAGEMENT_RATE_BY_REACH, Kpi.CONVERSATION, Kpi.PARTICIPATION),
        platforms=(Platform.INSTAGRAM, Platform.FACEBOOK),
    ),
    ObjectiveKind.TRAFFIC: Suggestion(
        kpis=(Kpi.CLICKS, Kpi.CLICK_THROUGH_RATE, Kpi.COST_PER_CLICK),
        platforms=(Platform.LINKEDIN, Platform.X, Platform.PINTEREST, Platform.FACEBOOK),
    ),
    ObjectiveKind.SALES: Suggestion(
        kpis=(Kpi.CONVERSIONS, Kpi.COST_PER_CONVERSION, Kpi.CLICKS),
        platforms=(Platform.FACEBOOK, Platform.INSTAGRAM, Platform.PINTEREST),
    ),
    ObjectiveKind.RECRUITING: Suggestion(
        kpis=(Kpi.APPLICATIONS, Kpi.COST_PER_APPLICATION, Kpi.ADVOCATE_SHARES),
        platforms=(Platform.LINKEDIN, Platform.FACEBOOK),
    ),
    ObjectiveKind.CARE: Suggestion(
        kpis=(Kpi.RESPONSE_RATE, Kpi.TIME_TO_ANSWER, Kpi.UNANSWERED),
        platforms=(Platform.FACEBOOK, Platform.X, Platform.INSTAGRAM),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What the hours allow: *posts* a week over all platforms, after the daily rounds."""

    hours: float
    posts: int


def effort_for(hours: float | None) -> Effort | None:
    """The weekly effort that fits *hours*; None where nothing is said about them."""
    if hours is None:
        return None
    return Effort(hours=hours, posts=max(0, int((hours - ROUND_HOURS) / HOURS_A_POST)))


def platforms_for(kind: ObjectiveKind, hours: float | None) -> tuple[Platform, ...]:
    """The suggested platforms, as many as the hours can feed with a post a week each; one at least."""
    suggested, effort = SUGGESTIONS[kind].platforms, effort_for(hours)
    return suggested if effort is None else suggested[: max(1, min(len(suggested), effort.posts))]
