"""What somebody asked of the plan, as values; nothing in here was looked up, decided or put into words."""

from dataclasses import dataclass
from datetime import date

from bot.domain.plan_parts import PolicyKind, Severity
from bot.domain.strategy import Platform
from bot.language.post.undo import Undo
from bot.language.requests import Help, OpenForm, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member's id or `ME`, or a name typed without Slack's help."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlatform(Request):
    """None and "" were not typed."""

    platform: Platform | None = None
    owner: Person | None = None
    backup: Person | None = None
    reviewer: Person | None = None
    rhythm: float | None = None
    text_limit: int | None = None
    review_required: bool | None = None
    purpose: str = ""
    public: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPeople(Request):
    """Who looks after the strategy, and the place of its public holidays (an ISO code) or ""."""

    manager: Person | None = None
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCare(Request):
    """How customers' questions are answered: a form, whatever else was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDayLimit(Request):
    """*is_off*: no limit any more."""

    posts: int | None = None
    is_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBudget(Request):
    """Of a month, or of *campaign*; *currency* is ISO 4217 or empty."""

    amount: float | None = None
    campaign: str = ""
    currency: str = ""
    is_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTheme(Request):
    name: str = ""
    first: date | None = None
    last: date | None = None
    weekdays: frozenset[int] = frozenset()
    owner: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPolicy(Request):
    kind: PolicyKind | None = None
    value: str = ""
    text: str = ""
    severity: Severity = Severity.ADVICE
    platforms: tuple[Platform, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDay(Request):
    name: str = ""
    day: date | None = None
    is_free: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTool(Request):
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCalendar(Request):
    """*text* is what follows the verb, as it was typed."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPlan(Request):
    """The coverage of the month that begins on *first*; None: of the present one. *is_part*: less was asked for."""

    first: date | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PausePlan(Request):
    """*until* is the first day on which it goes on; *is_open*: until somebody says so."""

    until: date | None = None
    reason: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn(Request):
    """The pause is to end: what it holds is gone through."""


PlanRequest = (
    SetPlatform
    | SetPeople
    | SetDayLimit
    | SetBudget
    | SetCare
    | AddTheme
    | AddPolicy
    | AddDay
    | AddTool
    | ShowCalendar
    | CheckPlan
    | Undo
    | PausePlan
    | GoOn
    | OpenForm
    | Help
)
