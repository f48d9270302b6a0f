"""The real clock: the one place that asks this machine what time it is, and says by which rules zones go."""

import zoneinfo
from datetime import UTC, datetime


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def use_pinned_zones() -> None:
    """Zones go by the pinned tzdata package, not by this machine's own database, which may be years older.

    Countries change their clocks at short notice: with an old database everybody there is told every time an hour
    off (docs.python.org/3/library/zoneinfo.html, "Configuring the data sources").
    """
    if zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(to=())
        zoneinfo.ZoneInfo.clear_cache()
