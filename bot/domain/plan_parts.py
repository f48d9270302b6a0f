"""The plan of a strategy: policies, limits and budgets, tools, themes, company days; as values, without rules."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.platforms import Platform


class PolicyKind(StrEnum):
    """`TEXT` is read by people; all the others are checks that run."""

    TEXT = "text"
    AVOID_WORDS = "avoid_words"
    REQUIRE_WORDS = "require_words"
    REQUIRE_LINK = "require_link"  # to an address that begins with *value*
    REQUIRE_IMAGE_TEXT = "require_image_text"
    MOST_HASHTAGS = "most_hashtags"
    MINUTES_APART = "minutes_apart"  # from every other post of the same platform
    WORKING_HOURS = "working_hours"  # *value* as 09:00-18:00, of the strategy's zone
    DISCLOSURE = "disclosure"  # for paid partnerships: one of the words in *value*


class Severity(StrEnum):
    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """*value*: words by commas, an address, a number or a span, as the kind asks. No *platforms*: all of them."""

    id: str
    kind: PolicyKind
    text: str = ""
    value: str = ""
    severity: Severity = Severity.ADVICE
    platforms: tuple[Platform, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What a campaign may cost; posts belong to it by their campaign or a label."""

    name: str
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Posts a day (all platforms together); money a month, and a campaign, in *currency* (ISO 4217)."""

    posts_a_day: int | None = None
    spend_a_month: float | None = None
    campaigns: tuple[Campaign, ...] = ()
    currency: str = "EUR"


class ExportLayout(StrEnum):
    BUFFER = "buffer"
    HOOTSUITE = "hootsuite"
    SPROUT = "sprout"


LAYOUT_NAMES = {
    ExportLayout.BUFFER: "buffer",
    ExportLayout.HOOTSUITE: "hootsuite, hoot suite",
    ExportLayout.SPROUT: "sprout, sprout social, sproutsocial",
}
"""What people type for each; what its files look like stands in `services/exchange/formats`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool of the team's own; *layout* says which export fits it."""

    name: str
    layout: ExportLayout | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme of the calendar, both days included; *rrule* (RFC 5545) makes it come back, *weekdays* narrows it."""

    id: str
    name: str
    first: date
    last: date | None = None
    weekdays: frozenset[int] = frozenset()  # Monday is 0; empty is every day
    rrule: str = ""
    colour: str = "#3b7a78"
    owner_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A company day (nobody works: *is_free*) or an awareness day (a reason to post)."""

    name: str
    day: date
    is_free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing planned goes out from *began_at* to *until* (None: until somebody goes on), because of *reason*.

    What came due meanwhile stays held after its end, until somebody has gone through it.
    """

    began_at: datetime
    by: str  # member id
    until: datetime | None = None
    reason: str = ""

    def is_on(self, now: datetime) -> bool:
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One line of the plan's history. *what* is a word of the catalogue `plan-changed-<what>`; *note* is user text."""

    at: datetime
    by: str  # member id
    what: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    policies: tuple[Policy, ...] = ()
    limits: Limits = field(default_factory=Limits)
    tools: tuple[Tool, ...] = ()
    themes: tuple[Theme, ...] = ()
    days: tuple[SpecialDay, ...] = ()
    review_again_after_change: bool = True
    thread_per_post: bool = False
    pause: Pause | None = None
    changes: tuple[PlanChange, ...] = ()  # the latest, oldest first
