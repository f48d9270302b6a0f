"""What somebody asked for with `/kpi`, as values."""

from dataclasses import dataclass, field

from bot.domain.kpi.rates import Counts
from bot.domain.moments import Week
from bot.domain.strategy import Kpi, Platform
from bot.language.post.undo import Undo
from bot.language.requests import Help, OpenForm, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCounts(Request):
    """A post's counts as they stand now; `counts.is_empty` opens the form."""

    post_id: str | None = None
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDigest(Request):
    """None: the last week that is over."""

    week: Week | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTarget(Request):
    """What a KPI should reach in a week. Rates are fractions: "2.5 %" is 0.025. Without an id: of the first one.

    *percent*: typed beside a KPI that is counted, so that its rate may be meant.
    """

    objective_id: str = ""
    kpi: Kpi | None = None
    value: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNumbers(Request):
    """The numbers of *week* (None: the present one), of one platform or of all."""

    week: Week | None = None
    platform: Platform | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBest(Request):
    platform: Platform | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCare(Request):
    """How customers' questions were answered, by week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportNumbers(Request):
    """How to bring a platform's export in."""


KpiRequest = (
    LogCounts | ShowDigest | SetTarget | ShowNumbers | ShowBest | ShowCare | ImportNumbers | Undo | OpenForm | Help
)
