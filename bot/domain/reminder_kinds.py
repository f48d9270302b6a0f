"""Every kind of reminder, in one table: how long it lasts, how urgent it is, how it is told late, who may turn it off.

A new kind is a name and a row here, a way in which it comes to be owed (`bot.services.reminders.sources`), a
rendering (`handlers`), and its name in both catalogues. A test walks the table.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.moments import at_local, local_day


class ReminderKind(StrEnum):
    AGENDA = "agenda"
    DUE = "due"
    OVERDUE = "overdue"
    CHECK_IN = "check-in"
    REVIEW = "review"
    MEASURE = "measure"
    UNOWNED = "unowned"
    RADAR = "radar"
    DIGEST = "digest"
    CATCH_UP = "catch-up"
    NOTICE = "notice"


class Hour(StrEnum):
    """By whose clock it comes."""

    AGENDA = "agenda"  # its reader's, when the agenda comes
    ROUND = "round"  # its reader's, when the round is asked for
    AT_WORK = "at-work"  # its reader's, between these two
    STRATEGY = "strategy"
    POST = "post"
    NOW = "now"  # when somebody does something


class Joined(StrEnum):
    """As what a message about all that came too late tells it."""

    POST = "post"  # that it is about
    LIST = "list"  # of the posts that it names
    NUMBERS = "numbers"  # asked of a post
    ROUND = "round"  # of a day
    PARTS = "parts"  # which are all that it has told


class Stale(StrEnum):
    """When it is worth nobody's time once its window is over."""

    NEVER = "never"
    ALWAYS = "always"  # the next one says how things stand
    BEFOREHAND = "beforehand"  # where it announces a moment that is past by then


class Reader(StrEnum):
    MEMBER = "member"
    CHANNEL = "channel"  # which reads nothing twice, and has somebody told where it got nothing
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderKindRow:
    """*urgency*: 0 is sent first. *joined* None: it is told alone, however late, and not any more when it is over.

    *window*: for how long it is worth sending; None is until its reader's day ends. *is_about_post*: its subject is
    one. *gives_way*: of two about the same post, the earlier says that there is a later one. *is_urgent*: what is sent
    into do-not-disturb, or to a stand-in. *may_be_off*: members choose whether they get it. *is_continued*: once it
    is sent, more of it is owed.
    """

    urgency: int
    hour: Hour
    window: timedelta | None = None
    joined: Joined | None = None
    stale: Stale = Stale.NEVER
    reader: Reader = Reader.MEMBER
    is_about_post: bool = False
    gives_way: bool = False
    is_urgent: bool = False
    may_be_off: bool = False
    is_continued: bool = False


KINDS = {
    ReminderKind.AGENDA: ReminderKindRow(
        urgency=3, hour=Hour.AGENDA, joined=Joined.LIST, stale=Stale.ALWAYS, may_be_off=True
    ),
    ReminderKind.DUE: ReminderKindRow(
        urgency=0,
        hour=Hour.POST,
        window=timedelta(hours=6),
        joined=Joined.POST,
        stale=Stale.BEFOREHAND,
        is_about_post=True,
        gives_way=True,
        is_urgent=True,
        may_be_off=True,
    ),
    ReminderKind.OVERDUE: ReminderKindRow(
        urgency=1,
        hour=Hour.POST,
        window=timedelta(hours=24),
        joined=Joined.POST,
        is_about_post=True,
        gives_way=True,
        is_urgent=True,
        may_be_off=True,
    ),
    ReminderKind.CHECK_IN: ReminderKindRow(urgency=3, hour=Hour.ROUND, joined=Joined.ROUND, may_be_off=True),
    ReminderKind.REVIEW: ReminderKindRow(
        urgency=2,
        hour=Hour.AT_WORK,
        window=timedelta(hours=24),
        joined=Joined.POST,
        is_about_post=True,
        may_be_off=True,
    ),
    ReminderKind.MEASURE: ReminderKindRow(
        urgency=4,
        hour=Hour.AT_WORK,
        window=timedelta(days=3),
        joined=Joined.NUMBERS,
        is_about_post=True,
        may_be_off=True,
    ),
    ReminderKind.UNOWNED: ReminderKindRow(
        urgency=4, hour=Hour.AGENDA, joined=Joined.LIST, stale=Stale.ALWAYS, may_be_off=True
    ),
    ReminderKind.RADAR: ReminderKindRow(urgency=4, hour=Hour.AGENDA, window=timedelta(days=4), may_be_off=True),
    ReminderKind.DIGEST: ReminderKindRow(
        urgency=3,
        hour=Hour.STRATEGY,
        window=timedelta(days=3),
        reader=Reader.CHANNEL,
        is_continued=True,
    ),
    ReminderKind.CATCH_UP: ReminderKindRow(urgency=1, hour=Hour.NOW, window=timedelta(days=3), joined=Joined.PARTS),
    ReminderKind.NOTICE: ReminderKindRow(
        urgency=2,
        hour=Hour.NOW,
        window=timedelta(days=7),
        reader=Reader.EITHER,
        is_about_post=True,
    ),
}

PLAIN = ReminderKindRow(urgency=9, hour=Hour.NOW, window=timedelta(days=1))
"""What a kind without a row is taken for: it comes last and alone, and holds up nobody else's."""

CHOOSABLE = tuple(kind for kind, row in KINDS.items() if row.may_be_off)
"""The digest belongs to the channel; notices are needed to mend things."""


def row_of(kind: ReminderKind) -> ReminderKindRow:
    return KINDS.get(kind, PLAIN)


def over_at(kind: ReminderKind, owed_at: datetime, *, zone: str = "") -> datetime:
    """Until when one that was owed at *owed_at* is worth sending. *zone*: its reader's, for those that last a day."""
    window = row_of(kind).window
    if window is not None:
        return owed_at + window
    return at_local(local_day(owed_at, zone) + timedelta(days=1), time(), zone)
