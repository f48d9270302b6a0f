"""Every kind of reminder, in one table: when, to whom, alone or a line of the morning, what replaces it, how it is
muted, who gets it instead; how long it lasts, how urgent it is, how it is told late.

A new kind is a name and a row here, a way in which it comes to be owed (`bot.services.reminders.sources`), a
rendering (`handlers`), and its name in both catalogues. A test walks the table. It stands beside the room
`reminders`, not in it: a member names what they muted, and that room names members.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.moments import at_local, local_day
from bot.domain.reminder_columns import Hour, Instead, Joined, Muted, Reader, Replaced, Stale, To, Told


class ReminderKind(StrEnum):
    AGENDA = "agenda"
    DUE = "due"
    OVERDUE = "overdue"
    CHECK_IN = "check-in"
    REVIEW = "review"
    MEASURE = "measure"
    UNOWNED = "unowned"
    RADAR = "radar"
    RADAR_LINE = "radar-line"  # what the week lacks
    DIGEST = "digest"
    CATCH_UP = "catch-up"
    NOTICE = "notice"
    QUESTION = "question"
    ESCALATION = "escalation"  # of a late post whose owner is silent
    REVIEW_AGAIN = "review-again"
    LATE = "late"  # drop, move or keep?
    SHARE_KIT = "share-kit"
    CHANGE = "change"
    CHANGE_LINE = "change-line"
    QUESTION_AGAIN = "question-again"
    ROUND_ASKED = "round-asked"  # is it still useful?
    DAY_LINE = "day-line"  # what the team did today, in the thread of the week


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderKindRow:
    """*hour*: when; *to*: to whom; *told*: in which message. *muted*: how; *muted_with*: by the choice about that kind.

    *urgency*: 0 is sent first. *joined* None: it is told alone, however late, and not any more when it is over.

    *window*: for how long it is worth sending; None is until its reader's day ends. *is_about_post*: its subject is
    one. *is_urgent*: what is sent into do-not-disturb, or to a stand-in. *is_continued*: once it is sent, more of it
    is owed. *keyed_as*: the kind that its keys name, where it was once told as one of those.
    """

    hour: Hour
    to: To
    told: Told
    muted: Muted
    instead: Instead = Instead.NOBODY
    urgency: int
    replaced: Replaced = Replaced.ITSELF
    muted_with: "ReminderKind | None" = None
    keyed_as: "ReminderKind | None" = None
    window: timedelta | None = None
    joined: Joined | None = None
    stale: Stale = Stale.NEVER
    reader: Reader = Reader.MEMBER
    is_about_post: bool = False
    is_urgent: bool = False
    is_continued: bool = False

    @property
    def gives_way(self) -> bool:
        """Of two about the same post to the same reader, the later one is the live one."""
        return self.replaced is Replaced.NEXT

    @property
    def may_be_off(self) -> bool:
        """Members choose about this kind by itself."""
        return self.muted is Muted.BY_CHOICE and self.muted_with is None


WAITS = timedelta(days=7)
"""For how long a line waits for a morning of its reader."""

KINDS = {
    ReminderKind.AGENDA: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.EACH,
        told=Told.ALONE,
        muted=Muted.BY_CHOICE,
        urgency=3,
        joined=Joined.LIST,
        stale=Stale.ALWAYS,
    ),
    ReminderKind.DUE: ReminderKindRow(
        hour=Hour.POST,
        to=To.DOER,
        told=Told.ALONE,
        replaced=Replaced.NEXT,
        muted=Muted.BY_CHOICE,
        instead=Instead.BACKUP,
        urgency=0,
        window=timedelta(hours=6),
        joined=Joined.POST,
        stale=Stale.BEFOREHAND,
        is_about_post=True,
        is_urgent=True,
    ),
    ReminderKind.OVERDUE: ReminderKindRow(
        hour=Hour.POST,
        to=To.DOER,
        told=Told.ALONE,
        replaced=Replaced.NEXT,
        muted=Muted.BY_CHOICE,
        instead=Instead.BACKUP,
        urgency=1,
        window=timedelta(hours=24),
        joined=Joined.POST,
        is_about_post=True,
        is_urgent=True,
    ),
    ReminderKind.CHECK_IN: ReminderKindRow(
        hour=Hour.ROUND,
        to=To.ROUND,
        told=Told.NEAR,
        muted=Muted.BY_CHOICE,
        urgency=3,
        joined=Joined.ROUND,
    ),
    ReminderKind.REVIEW: ReminderKindRow(
        hour=Hour.AT_WORK,
        to=To.REVIEWER,
        told=Told.TOGETHER,
        muted=Muted.BY_CHOICE,
        instead=Instead.APPROVER,
        urgency=2,
        window=timedelta(hours=24),
        joined=Joined.POST,
        is_about_post=True,
    ),
    ReminderKind.MEASURE: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.DOER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        instead=Instead.LEAD,
        urgency=4,
        window=WAITS,
        joined=Joined.NUMBERS,
        is_about_post=True,
    ),
    ReminderKind.UNOWNED: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.MANAGER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        instead=Instead.LEAD,
        urgency=4,
        joined=Joined.LIST,
        stale=Stale.ALWAYS,
    ),
    ReminderKind.RADAR: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.MANAGER,
        told=Told.ALONE,
        muted=Muted.BY_CHOICE,
        instead=Instead.LEAD,
        urgency=4,
        window=timedelta(days=4),
    ),
    ReminderKind.RADAR_LINE: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.MANAGER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.RADAR,
        instead=Instead.LEAD,
        urgency=4,
        window=timedelta(days=4),
    ),
    ReminderKind.DIGEST: ReminderKindRow(
        hour=Hour.STRATEGY,
        to=To.CHANNEL,
        told=Told.ALONE,
        muted=Muted.NEVER,
        urgency=3,
        window=timedelta(days=3),
        reader=Reader.CHANNEL,
        is_continued=True,
    ),
    ReminderKind.CATCH_UP: ReminderKindRow(
        hour=Hour.NOW,
        to=To.EACH,
        told=Told.ALONE,
        muted=Muted.NEVER,
        urgency=1,
        window=timedelta(days=3),
        joined=Joined.PARTS,
    ),
    ReminderKind.NOTICE: ReminderKindRow(
        hour=Hour.NOW,
        to=To.CONCERNED,
        told=Told.ALONE,
        muted=Muted.NEVER,
        urgency=2,
        window=timedelta(days=7),
        reader=Reader.EITHER,
        is_about_post=True,
    ),
    ReminderKind.QUESTION: ReminderKindRow(
        hour=Hour.AT_WORK,
        to=To.DOER,
        told=Told.ALONE,
        muted=Muted.BY_CHOICE,
        instead=Instead.BACKUP,
        urgency=2,
        window=timedelta(hours=24),
    ),
    ReminderKind.QUESTION_AGAIN: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.DOER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.QUESTION,
        instead=Instead.LEAD,
        urgency=2,
        window=WAITS,
        keyed_as=ReminderKind.QUESTION,
    ),
    ReminderKind.ESCALATION: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.MANAGER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.OVERDUE,
        instead=Instead.LEAD,
        urgency=2,
        window=WAITS,
        joined=Joined.POST,
        is_about_post=True,
        keyed_as=ReminderKind.OVERDUE,
    ),
    ReminderKind.REVIEW_AGAIN: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.REVIEWER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.REVIEW,
        instead=Instead.APPROVER,
        urgency=2,
        window=WAITS,
        joined=Joined.POST,
        is_about_post=True,
        keyed_as=ReminderKind.REVIEW,
    ),
    ReminderKind.ROUND_ASKED: ReminderKindRow(
        hour=Hour.ROUND,
        to=To.ROUND,
        told=Told.ALONE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.CHECK_IN,
        urgency=3,
    ),
    ReminderKind.LATE: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.DOER,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.AGENDA,
        instead=Instead.BACKUP,
        urgency=4,
        window=WAITS,
        joined=Joined.POST,
        is_about_post=True,
    ),
    ReminderKind.SHARE_KIT: ReminderKindRow(
        hour=Hour.AT_WORK,
        to=To.EACH,
        told=Told.ALONE,
        muted=Muted.BY_CHOICE,
        urgency=4,
        window=timedelta(days=3),
    ),
    ReminderKind.CHANGE: ReminderKindRow(
        hour=Hour.NOW,
        to=To.CONCERNED,
        told=Told.TOGETHER,
        muted=Muted.BY_CHOICE,
        urgency=2,
        window=timedelta(days=7),
        is_about_post=True,
    ),
    ReminderKind.CHANGE_LINE: ReminderKindRow(
        hour=Hour.AGENDA,
        to=To.CONCERNED,
        told=Told.LINE,
        muted=Muted.BY_CHOICE,
        muted_with=ReminderKind.CHANGE,
        urgency=4,
        window=timedelta(days=7),
        is_about_post=True,
    ),
    ReminderKind.DAY_LINE: ReminderKindRow(
        hour=Hour.NOW,
        to=To.CHANNEL,
        told=Told.ALONE,
        muted=Muted.NEVER,
        urgency=9,
        window=timedelta(hours=24),
        stale=Stale.ALWAYS,
        reader=Reader.CHANNEL,
    ),
}

PLAIN = ReminderKindRow(
    hour=Hour.NOW,
    to=To.EACH,
    told=Told.ALONE,
    replaced=Replaced.NEVER,
    muted=Muted.NEVER,
    urgency=9,
    window=timedelta(days=1),
)
"""What a kind without a row is taken for: it comes last and alone, and holds up nobody else's."""

CHOOSABLE = tuple(kind for kind, row in KINDS.items() if row.may_be_off)
"""The digest and its thread belong to the channel; notices are needed to mend things."""


def row_of(kind: ReminderKind) -> ReminderKindRow:
    return KINDS.get(kind, PLAIN)


def muting_of(kind: ReminderKind) -> ReminderKind:
    """The kind that a member chooses about, to have *kind* or not."""
    return row_of(kind).muted_with or kind


def over_at(kind: ReminderKind, owed_at: datetime, *, zone: str = "") -> datetime:
    """Until when one that was owed at *owed_at* is worth sending. *zone*: its reader's, for those that last a day."""
    window = row_of(kind).window
    if window is not None:
        return owed_at + window
    return at_local(local_day(owed_at, zone) + timedelta(days=1), time(), zone)
