"""What somebody asked for with a command, as values; nothing in here was looked up, decided or put into words.

Every request carries *not_understood*: the pieces of the text that found no meaning, as they were typed, in order.
A `post_id` is "P12", or None where no number was typed. An `owner_id` is a Slack user id, or `ME`.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.domain.members import RoundRhythm
from bot.domain.moments import Due, Shift, Week
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.language.doubts import Doubt

ME = "me"
"""The owner of "by me": whoever typed the command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Any request; *typed* is the whole text, as it came.

    *doubts*: what could be meant otherwise, so that it is asked.
    """

    typed: str = ""
    not_understood: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_bare(self) -> bool:
        """A verb alone: nothing was typed that could be wrong or missed."""
        return self == type(self)(typed=self.typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Request):
    """Usage, because it was asked for or because nothing was understood. *about*: "", "add", "move" …"""

    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm(Request):
    """A command without arguments: its form, or its most useful view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenAsked(Request):
    """A moment as typed: *due* when day and time are known, else the part that is.

    *zone* (IANA) is that of *clock* and *day* where another than the reader's was typed.
    """

    due: Due | None = None
    day: date | None = None
    clock: time | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFields(WhenAsked):
    """Everything of a post that can be typed; *owner_name* is a name typed without Slack's help ("@amy")."""

    title: str = ""
    platform: Platform | None = None
    owner_id: str | None = None
    owner_name: str = ""
    kind: PostKind | None = None
    text: str = ""
    notes: str = ""
    theme: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPost(PostFields):
    """*repeat* is a rule of RFC 5545, or ""; *times* and *until* end it."""

    repeat: str = ""
    times: int | None = None
    until: date | None = None

    @property
    def is_complete(self) -> bool:
        """Enough is understood to add one post without asking."""
        whole_moment = self.due is not None or (self.day is None and self.clock is None)
        asks = self.not_understood or self.doubts or self.owner_name or self.repeat
        return bool(self.title and self.platform) and whole_moment and not asks


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPost(PostFields):
    """A post to be kept as an idea: a title is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPost(PostFields):
    """The form of a post, with what was typed filled in; a field left at its default was not typed."""

    post_id: str | None = None

    @property
    def has_changes(self) -> bool:
        typed = (self.title, self.text, self.notes, self.theme, self.labels, self.owner_name)
        others = (self.platform, self.owner_id, self.kind, self.due, self.day, self.clock)
        return any(typed) or any(each is not None for each in others)


class ListScope(StrEnum):
    MINE = "mine"
    ALL = "all"
    OVERDUE = "overdue"
    UNOWNED = "unowned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days, both included; *name* says what was typed: "day", "week", "month" or "days"."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPosts(Request):
    """*scope* None: nothing said about whose. Every part narrows the list further."""

    scope: ListScope | None = None
    owner_id: str | None = None
    owner_name: str = ""
    span: Span | None = None
    platform: Platform | None = None
    kind: PostKind | None = None
    state: PostState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPost(Request):
    post_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePost(WhenAsked):
    """*day* alone keeps the time of day, *clock* alone keeps the day, *by* is how much further it goes.

    *away_from*: the day on which it was said to be, as it was typed beside it. *is_weekly*: it and *day* are only
    weekdays, of the weeks in which the post stands.
    """

    post_id: str | None = None
    away_from: date | None = None
    origin: str = ""
    is_weekly: bool = False
    by: Shift | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDay(Request):
    """Everything of one day to another one."""

    day: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPost(Request):
    """A draft of the same for other platforms; none of them: the form asks."""

    post_id: str | None = None
    platforms: tuple[Platform, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignPost(Request):
    post_id: str | None = None
    owner_id: str | None = None
    owner_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPost(WhenAsked):
    """*link*: where it is live, http or https. The moment, if one was typed, is when it went live."""

    post_id: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPost(Request):
    post_id: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenPost(Request):
    post_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPost(Request):
    """Ask for a review, by *reviewer_id* where one was named. *note*: what else was typed, to be looked at."""

    post_id: str | None = None
    reviewer_id: str | None = None
    reviewer_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePost(Request):
    post_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChanges(Request):
    """A reviewer sends a post back, with what to change; *comment* may be empty."""

    post_id: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposePost(Request):
    """What a post is for: an objective ("O1"), or a *reason* of its own; neither: the form asks."""

    post_id: str | None = None
    objective_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPosts(Request):
    """How to bring a calendar in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPosts(Request):
    """*layout*: "buffer", "hootsuite", "sprout", "ics", "csv", or "" where none was named."""

    layout: str = ""
    span: Span | None = None
    platform: Platform | None = None


PostRequest = (
    AddPost
    | IdeaPost
    | EditPost
    | ListPosts
    | ShowPost
    | MovePost
    | MoveDay
    | CopyPost
    | AssignPost
    | PublishPost
    | CancelPost
    | ReopenPost
    | ReviewPost
    | ApprovePost
    | AskChanges
    | PurposePost
    | ImportPosts
    | ExportPosts
    | OpenForm
    | Help
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInNumbers(Request):
    """A round in one line; a number that was not typed is unknown. *is_of_yesterday*: the day before was named."""

    received: int | None = None
    answered: int | None = None
    answered_older: int | None = None
    replied: int | None = None
    minutes: int | None = None
    learned: str = ""
    plan_reviewed: bool = False
    is_of_yesterday: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInStatus(Request):
    """The team's rounds of *week*; None is the present one."""

    week: Week | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away(Request):
    """Days away, both included. None and None: show the absences and ask."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackAgain(Request):
    """The absences that lie ahead, and the present one, are over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInSettings(Request):
    """How questions are answered and rounds are done: the form of the strategy's settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseRhythm(Request):
    """How often they want to be asked for their round."""

    rhythm: RoundRhythm


CheckInRequest = CheckInNumbers | CheckInStatus | CheckInSettings | ChooseRhythm | Away | BackAgain | OpenForm | Help
