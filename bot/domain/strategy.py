"""One brand's strategy: objectives with targets, platforms and the people responsible, bound to a channel."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.care_rules import CareRules
from bot.domain.moments import local_day
from bot.domain.plan_parts import Plan
from bot.domain.platforms import Platform as Platform


class ObjectiveKind(StrEnum):
    AWARENESS = "awareness"
    ENGAGEMENT = "engagement"
    TRAFFIC = "traffic"
    SALES = "sales"
    RECRUITING = "recruiting"
    CARE = "care"


class Kpi(StrEnum):
    """The measures a target can be set on; formulas are in `bot.domain.kpi.formulas`."""

    ENGAGEMENT_RATE_BY_REACH = "engagement_rate_by_reach"
    ENGAGEMENT_RATE_BY_IMPRESSIONS = "engagement_rate_by_impressions"
    AMPLIFICATION = "amplification"
    CONVERSATION = "conversation"
    APPLAUSE = "applause"
    CLICK_THROUGH_RATE = "click_through_rate"
    ENGAGEMENTS = "engagements"
    REACH = "reach"
    IMPRESSIONS = "impressions"
    CLICKS = "clicks"
    PARTICIPATION = "participation"
    RESPONSE_RATE = "response_rate"
    TIME_TO_ANSWER = "time_to_answer"
    UNANSWERED = "unanswered"
    CONVERSIONS = "conversions"
    APPLICATIONS = "applications"
    ADVOCATE_SHARES = "advocate_shares"
    COST_PER_CLICK = "cost_per_click"
    COST_PER_CONVERSION = "cost_per_conversion"
    COST_PER_APPLICATION = "cost_per_application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a KPI should reach in a week. Rates are fractions (0.025 is 2.5 %), times are minutes of working hours.

    The others are plain numbers.
    """

    kpi: Kpi
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What an objective may use: hours a week, money over its whole life (the strategy's currency)."""

    hours_a_week: float | None = None
    budget: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the strategy is for. *deadline* is a day of the strategy's zone.

    *platforms* are those it asked for; empty says nothing. *result*: how it went, written when it is closed.
    *set_at*: None where it was set before that was kept.
    """

    id: str
    kind: ObjectiveKind
    statement: str
    deadline: date | None = None
    targets: tuple[Target, ...] = ()
    platforms: tuple[Platform, ...] = ()
    resources: Resources = field(default_factory=Resources)
    closed_at: datetime | None = None
    closed_by: str | None = None
    set_at: datetime | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformPlan:
    """What a platform is for and who answers for it.

    *text_limit* overrides the platform's own (characters). *rhythm*: posts a week. *review_required* None: as the
    strategy says.
    """

    platform: Platform
    purpose: str = ""
    public: str = ""
    language: str = ""
    owner_id: str | None = None
    backup_id: str | None = None
    reviewer_id: str | None = None
    text_limit: int | None = None
    rhythm: float | None = None
    review_required: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """One brand's objectives and plan, bound to the channel that gets its digest.

    *locale* is the language of the channel's messages. *country* has its public holidays: ISO 3166, with a region
    where one is given ("CA-QC"). *grace*: how long after the due moment still counts
    as on time. *round_ids*: the members who do the daily engagement check-in. *care*: when questions are worked on.
    """

    id: str
    name: str
    channel_id: str
    zone: str
    manager_id: str
    locale: str = "en-US"
    country: str = ""
    round_ids: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    platforms: tuple[PlatformPlan, ...] = ()
    plan: Plan = field(default_factory=Plan)
    review_required: bool = False
    digest_weekday: int = 0  # Monday is 0
    digest_at: time = time(9)
    grace: timedelta = timedelta(hours=1)
    care: CareRules = field(default_factory=CareRules)
    created_at: datetime | None = None
    is_archived: bool = False
    rev: int = 0

    @property
    def currency(self) -> str:
        """ISO 4217, of every amount that the strategy counts."""
        return self.plan.limits.currency

    def needs_review(self, platform: Platform) -> bool:
        own = self.plan_of(platform)
        said = own.review_required if own else None
        return self.review_required if said is None else said

    def plan_of(self, platform: Platform) -> PlatformPlan | None:
        return next((plan for plan in self.platforms if plan.platform is platform), None)

    @property
    def open_objectives(self) -> tuple[Objective, ...]:
        return tuple(each for each in self.objectives if each.closed_at is None)

    @property
    def objective(self) -> Objective | None:
        """The current objective: the first that is not closed."""
        return next((each for each in self.objectives if each.closed_at is None), None)

    def objective_for(self, platform: Platform) -> Objective | None:
        """What a post on *platform* serves unless somebody says otherwise.

        The first open objective that asked for it, else the current one.
        """
        asked = (each for each in self.open_objectives if platform in each.platforms)
        return next(asked, None) or self.objective

    def today(self, now: datetime) -> date:
        return local_day(now, self.zone)
