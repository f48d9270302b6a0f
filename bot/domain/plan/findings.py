"""What the coverage radar looks at and what it finds: a scope, gaps, findings. The looking is in `radar`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.engage.wants import Want
from bot.domain.members import Member
from bot.domain.plan.budgets import Usage
from bot.domain.plan.policy_checks import WEEKEND, PolicyFinding
from bot.domain.plan_parts import Theme
from bot.domain.platform_limits import Room
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, Strategy


class Gap(StrEnum):
    """What is missing or wrong; each has its own words and its own button."""

    OVERDUE = "overdue"
    BUDGET = "budget"
    POLICY = "policy"
    TOO_LONG = "too_long"
    NO_TEXT = "no_text"
    UNOWNED = "unowned"
    AWAY = "away"
    DAY_FULL = "day_full"
    HOLIDAY = "holiday"
    CONTEST_RULES = "contest_rules"
    CONTEST_DEADLINE = "contest_deadline"
    CONTEST_WINNER = "contest_winner"
    RHYTHM = "rhythm"
    THEME = "theme"
    EMPTY_DAYS = "empty_days"
    COMPASS_PLATFORM = "compass_platform"
    COMPASS_OBJECTIVE = "compass_objective"
    LOAD = "load"
    MIX = "mix"
    WANTED = "wanted"


OF_THE_PLAN = frozenset(
    {Gap.AWAY, Gap.DAY_FULL, Gap.HOLIDAY, Gap.RHYTHM, Gap.THEME, Gap.EMPTY_DAYS},
)
"""What no post's owner is told of and mends: whoever looks after the plan does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """*first* and *last* are the days it is about; the other fields are what its sentence and its button need.

    *quiet_day*: where a post that would mend it has room, and somebody to publish it. *posts*: those it is about,
    where it is about many.
    """

    gap: Gap
    first: date | None = None
    last: date | None = None
    post: Post | None = None
    platform: Platform | None = None
    theme: Theme | None = None
    member_id: str = ""
    kind: PostKind | None = None
    count: int = 0
    wanted: int = 0
    name: str = ""
    usage: Usage | None = None
    broken: PolicyFinding | None = None
    quiet_day: date | None = None
    posts: tuple[Post, ...] = ()
    want: Want | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the radar looks at. *posts* are those of the whole weeks around [first, last], and all of the campaigns.

    *free* days nobody works, by their names ("" is a weekend without one); *themed*: the days of each theme in
    [first, last]. *broken*: what each post breaks of the plan's policies. *rooms*: of the texts longer
    than allowed, *titles* of the titles. *wants*: what customers asked for lately. *overdue*: open posts of days before
    *today*, of the month, or of any month before it where it is the present one. *paused*: how many posts of the month
    a pause holds.
    """

    strategy: Strategy
    first: date
    last: date
    today: date
    posts: tuple[Post, ...]
    free: Mapping[date, str] = field(default_factory=dict)
    themed: Mapping[str, frozenset[date]] = field(default_factory=dict)
    people: Mapping[str, Member] = field(default_factory=dict)
    broken: Mapping[str, tuple[PolicyFinding, ...]] = field(default_factory=dict)
    rooms: Mapping[str, Room] = field(default_factory=dict)
    titles: Mapping[str, Room] = field(default_factory=dict)
    wants: tuple[Want, ...] = ()
    overdue: tuple[Post, ...] = ()
    paused: int = 0

    @property
    def start(self) -> date:
        """The first day that can still be mended."""
        return max(self.first, self.today)

    def works(self, day: date) -> bool:
        return day.weekday() not in WEEKEND and day not in self.free


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """*kinds* and *loads* count the month's posts; *usages* are its money. *findings*: the most urgent kinds first.

    *is_over*: its last day is past, so that only what is still to go out was looked for. *paused*: as in `Scope`.
    """

    strategy: Strategy
    first: date
    last: date
    total: int
    kinds: Mapping[PostKind, int]
    loads: Mapping[str, int]
    usages: tuple[Usage, ...]
    findings: tuple[Finding, ...]
    is_over: bool = False
    paused: int = 0

    def of(self, gap: Gap) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.gap is gap)
