"""What is known of another program's files: what it calls its columns, and how its bulk file is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A tool's file: its *columns* ("moment", "day", "clock", "text", "image", "labels", "link") and its limits.

    *soonest*: how long before its moment a post has to be in the tool. *apart*: the least between two posts.
    *is_fixed*: whatever a team notes about its own account, the file looks like this.
    """

    columns: tuple[str, ...]
    dates: str  # strftime, the day alone
    header: tuple[str, ...] = ()
    most: int = 350
    soonest: timedelta = timedelta()
    apart: timedelta = timedelta()
    is_unique: bool = False
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """*columns*: column of our own file → what the program calls it. *shape*: of the bulk file it takes, if any."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shape: Shape | None = None
