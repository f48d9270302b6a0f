"""What somebody did to a post that concerns others, and whom: one table. Knows no clock and no text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.posts import Post
from bot.domain.reminders.reviews import reads_differently

NEAR = timedelta(hours=24)
"""Due within this, a change is told in a message of its own."""
AT_ONCE = timedelta(hours=1)
"""Due within this, it is told without waiting for what else may change."""


class ChangeTopic(StrEnum):
    """What was done; the first word of a key's revision, and of the sentence that tells it."""

    GOT = "got"
    LOST = "lost"
    MOVED = "moved"
    REWRITTEN = "rewritten"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    APPROVED = "approved"
    SENT_BACK = "sent-back"
    NOTED = "noted"
    PUBLISHED = "published"
    OBJECTIVE = "objective"
    PLATFORM = "platform"


class Role(StrEnum):
    """What somebody is to a post."""

    OWNER = "owner"
    OWNER_BEFORE = "owner-before"
    BACKUP = "backup"
    ASKER = "asker"  # of its review


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """*to*: whom it concerns. *is_own*: it is theirs to do now, or not any more: never a line among others."""

    to: tuple[Role, ...]
    is_own: bool = False


CONCERNS = {
    ChangeTopic.GOT: Concern(to=(Role.OWNER,), is_own=True),
    ChangeTopic.LOST: Concern(to=(Role.OWNER_BEFORE,), is_own=True),
    ChangeTopic.MOVED: Concern(to=(Role.OWNER, Role.BACKUP)),
    ChangeTopic.REWRITTEN: Concern(to=(Role.OWNER, Role.ASKER)),
    ChangeTopic.CANCELLED: Concern(to=(Role.OWNER, Role.BACKUP, Role.ASKER)),
    ChangeTopic.REOPENED: Concern(to=(Role.OWNER, Role.BACKUP)),
    ChangeTopic.APPROVED: Concern(to=(Role.OWNER, Role.ASKER)),
    ChangeTopic.SENT_BACK: Concern(to=(Role.OWNER, Role.ASKER), is_own=True),
    ChangeTopic.NOTED: Concern(to=(Role.OWNER,)),
    ChangeTopic.PUBLISHED: Concern(to=(Role.OWNER, Role.BACKUP)),
    ChangeTopic.OBJECTIVE: Concern(to=(Role.OWNER,)),
    ChangeTopic.PLATFORM: Concern(to=(Role.OWNER, Role.BACKUP)),
}

BY_LINE = {
    "approved": ChangeTopic.APPROVED,
    "changes-asked": ChangeTopic.SENT_BACK,
    "published": ChangeTopic.PUBLISHED,
    "published-unapproved": ChangeTopic.PUBLISHED,
    "cancelled": ChangeTopic.CANCELLED,
    "reopened": ChangeTopic.REOPENED,
}
"""What the line of the history alone says."""


def topics_of(was: Post, post: Post, what: str) -> Iterator[ChangeTopic]:
    """What became of *was*, by a deed that its history calls *what*; a new post is only somebody's."""
    if post.owner_id and (what == "added" or post.owner_id != was.owner_id):
        yield ChangeTopic.GOT
    if what == "added":
        return
    if was.owner_id and was.owner_id != post.owner_id:
        yield ChangeTopic.LOST
    if what in BY_LINE and post.state is not was.state:
        yield BY_LINE[what]
    if post.is_open and post.due_at != was.due_at:
        yield ChangeTopic.MOVED
    yield from _edited(was, post)


def _edited(was: Post, post: Post) -> Iterator[ChangeTopic]:
    is_moved_over = post.platform is not was.platform
    if is_moved_over:
        yield ChangeTopic.PLATFORM
    elif reads_differently(was, post):
        yield ChangeTopic.REWRITTEN
    if post.objective_id != was.objective_id:
        yield ChangeTopic.OBJECTIVE
    if post.notes != was.notes and post.notes:
        yield ChangeTopic.NOTED


def concerned(topic: ChangeTopic, was: Post, post: Post) -> list[str]:
    """Their ids, once each."""
    people = {
        Role.OWNER: post.owner_id,
        Role.OWNER_BEFORE: was.owner_id,
        Role.BACKUP: post.backup_id,
        Role.ASKER: post.review_asked_by or was.review_asked_by,
    }
    named = (people[role] for role in CONCERNS[topic].to)
    return list(dict.fromkeys(each for each in named if each))


def is_near(was: Post, post: Post, *, now: datetime, within: timedelta) -> bool:
    """Whether it was due about now, or is: up to *within* before or after."""
    return any(each is not None and abs(each - now) <= within for each in (was.due_at, post.due_at))
