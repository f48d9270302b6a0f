"""A post: one piece of content for one platform, its states and what each state allows."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.errors import UserError
from bot.domain.moments import Due, aware
from bot.domain.plan_parts import Pause
from bot.domain.strategy import Platform

OVERDUE_AFTER = timedelta(hours=2)


def one_line_end(text: str) -> str:
    """*text* as it is compared: a form hands it back with other line ends, and without the blanks around it."""
    return text.replace("\r\n", "\n").strip()


class PostState(StrEnum):
    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class PostKind(StrEnum):
    PROMOTION = "promotion"
    CONTEST = "contest"
    BLOG = "blog"
    STORY = "story"
    QUESTION = "question"
    EVENT = "event"
    RECRUITING = "recruiting"
    NEWS = "news"


OPEN_STATES = frozenset({PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED})

TRANSITIONS: dict[PostState, frozenset[PostState]] = {
    PostState.IDEA: frozenset({PostState.DRAFT, PostState.PUBLISHED, PostState.CANCELLED}),
    PostState.DRAFT: frozenset({PostState.IN_REVIEW, PostState.APPROVED, PostState.PUBLISHED, PostState.CANCELLED}),
    PostState.IN_REVIEW: frozenset({PostState.DRAFT, PostState.APPROVED, PostState.PUBLISHED, PostState.CANCELLED}),
    PostState.APPROVED: frozenset({PostState.DRAFT, PostState.IN_REVIEW, PostState.PUBLISHED, PostState.CANCELLED}),
    PostState.PUBLISHED: frozenset(),
    PostState.CANCELLED: frozenset({PostState.DRAFT, PostState.IDEA}),
}
"""Publishing is open from every live state: people publish, the bot records it. Undo and reopen step back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of a post's history. *what* is a word of the catalogue `history-<what>`; *note* is user text."""

    at: datetime
    by: str  # member id
    what: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a checklist. *day* is of the strategy's zone; *post_id* the post that the step made, if any.

    *platform*: where that post goes, if not where its parent does. *owner_id*: who does it, if not the post's owner.
    """

    key: str  # a word of the catalogue `step-<key>`, or empty
    text: str = ""  # instead of *key*, where the team wrote its own
    day: date | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    post_id: str = ""
    platform: Platform | None = None
    owner_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in Slack (*file_id*) or a link, with its alternative text."""

    url: str = ""
    file_id: str = ""
    name: str = ""
    alt: str = ""

    @property
    def key(self) -> str:
        """What a form names it by."""
        return self.file_id or self.url[:200]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One piece of content for one platform.

    *moves* counts how often the due moment changed: it makes the reminders of a new moment new ones.
    *snoozed_until* delays the next reminder of this post; *snoozes* counts them for the same reason.
    *spend* is in the strategy's currency. *platform_post_id* is the id in the platform's own exports.
    """

    id: str  # "P12", unique in the workspace
    strategy_id: str
    title: str
    platform: Platform
    text: str = ""
    kind: PostKind = PostKind.NEWS
    state: PostState = PostState.DRAFT
    owner_id: str | None = None
    backup_id: str | None = None
    reviewer_id: str | None = None
    due: Due | None = None
    objective_id: str | None = None
    theme: str = ""
    labels: tuple[str, ...] = ()
    notes: str = ""
    image: str = ""  # a link
    image_text: str = ""  # its alternative text
    link: str = ""  # where it is live
    published_at: datetime | None = None
    published_by: str | None = None
    platform_post_id: str = ""
    is_paid: bool | None = None
    spend: float | None = None
    moves: int = 0
    snoozes: int = 0
    snoozed_until: datetime | None = None
    created_at: datetime | None = None
    created_by: str | None = None
    checklist: tuple[Step, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    campaign: str = ""
    is_partnership: bool = False  # a paid partnership, which needs disclosure
    approved_at: datetime | None = None
    approved_by: str | None = None
    review_asked_at: datetime | None = None
    review_asked_by: str | None = None
    asked_for: tuple[str, ...] = ()  # what customers want that it answers: `Want.source`
    copied_from: str = ""  # the post this one began as a copy of
    parent_id: str = ""  # the post whose checklist made this one
    series_id: str = ""  # the recurring series it belongs to
    echo_reason: str = ""  # why the same text as another post's is meant
    compass_answer: str = ""  # why a platform that no objective asked for is meant
    override: str = ""  # why a limit at 100 % is passed
    source_uid: str = ""  # of the event in a calendar file that it was imported from
    history: tuple[Change, ...] = field(default=())
    rev: int = 0

    def __post_init__(self) -> None:
        for name in ("published_at", "snoozed_until", "created_at", "approved_at", "review_asked_at"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, aware(moment))

    @property
    def number(self) -> int:
        return int(self.id[1:])

    @property
    def due_at(self) -> datetime | None:
        return self.due.at if self.due else None

    @property
    def stands_at(self) -> datetime | None:
        """Where it stands in a calendar: when it went out, else when it is due."""
        return self.published_at or self.due_at

    @property
    def has_text(self) -> bool:
        return bool(self.text.strip())

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    def is_due(self, now: datetime) -> bool:
        return self.is_open and self.due is not None and self.due.at <= now

    def is_overdue(self, now: datetime) -> bool:
        return self.is_open and self.due is not None and self.due.at + OVERDUE_AFTER <= now

    @property
    def not_taken_back(self) -> list[int]:
        """The places in its history of what was not taken back since."""
        kept: list[int] = []
        for number, change in enumerate(self.history):
            if change.what == "undone":
                kept = _without_last(kept, [at for at in kept if self.history[at].what == change.note])
            else:
                kept.append(number)
        return kept

    @property
    def changes_not_taken_back(self) -> list[Change]:
        return [self.history[at] for at in self.not_taken_back]

    @property
    def lines_not_taken_back(self) -> int:
        """How many lines its history had after the last action that was not taken back since."""
        return self.not_taken_back[-1] + 1 if self.not_taken_back else 0

    def noted(self, what: str, *, by: str, at: datetime, note: str = "") -> "Post":
        """The same post with one more line in its history."""
        return replace(self, history=(*self.history, Change(at=aware(at), by=by, what=what, note=note)))

    def into(self, state: PostState) -> "Post":
        """The same post in another state. Raises `UserError("post-state")` when the step does not exist."""
        if state not in TRANSITIONS[self.state]:
            raise UserError("post-state", post=self.id, state=self.state.value, wanted=state.value)
        return replace(self, state=state)


def is_paused(post: Post, pause: Pause | None, *, now: datetime) -> bool:
    """Whether a pause of its strategy holds *post*: while it is on, and what came due in it until that is gone through.

    What was late before it began is late again after it.
    """
    if pause is None or not post.is_open or post.due is None:
        return False
    return pause.is_on(now) or (pause.until is not None and pause.began_at <= post.due.at < pause.until)


def _without_last(places: list[int], meant: list[int]) -> list[int]:
    return [each for each in places if each not in meant[-1:]]
