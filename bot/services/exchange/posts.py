"""What becomes of a line of a calendar file: the post it makes or changes, as rights and the plan allow it.

A file is typed by somebody: what they may not approve is not approved, what their edit would send back to review goes
back, and what the plan would hold back is held back. Whoever sits at the machine (`Desk.by` is None) may all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.members import Member
from bot.domain.objective.compass import asked_anew
from bot.domain.post.checklists import with_checklist
from bot.domain.posts import TRANSITIONS, Post, PostKind, PostState
from bot.domain.reminders.reviews import reads_differently, reviewer_of
from bot.domain.strategy import Platform, Strategy
from bot.ports import Transaction
from bot.services.exchange.matching import Seen, is_same
from bot.services.exchange.rows import Row
from bot.services.exchange.states import edited, with_its_marks
from bot.services.people.who_may import Action, may
from bot.services.plan.held_back import Verdict, made_worse
from bot.services.post.adding import default_owner
from bot.services.post.reviews import after_change, asked

UNSAVED = "P0"
"""The number of a post that is looked at before it gets one."""


class Fate(StrEnum):
    """What becomes of a line that the plan holds back."""

    DRAFT = "draft"  # a rule that is an error: it comes in to be mended
    OUT = "out"  # a limit, or as it was chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Of lines that are held back: none of them, or all of them for a reason that who may gives."""

    leave_out: bool = False
    override: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where the lines of a file are worked on: for whom, when, and with which choice."""

    tx: Transaction
    strategy: Strategy
    by: Member | None
    now: datetime
    choice: Choice = field(default_factory=Choice)
    seen: Seen = field(default_factory=Seen)

    @property
    def by_id(self) -> str:
        return self.by.id if self.by else ""

    @property
    def member(self) -> Member:
        return self.by or Member(id="", name="")

    def may(self, action: Action, post: Post | None = None) -> bool:
        return self.by is None or may(self.by, action, self.strategy, post)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A line's post as it comes in; *fate* and *verdict* where the plan holds it back.

    *is_unapproved*: the line says approved, and whoever brings it in may not. *is_reread*: its approval is over.
    """

    post: Post
    verdict: Verdict = field(default_factory=Verdict)
    fate: Fate | None = None
    is_unapproved: bool = False
    is_reread: bool = False


def made_by(desk: Desk, row: Row) -> Outcome:
    """The post of a new line, without its number."""
    values = {name: value for name, value in row.values.items() if name != "id"}
    defaults = {} if row.is_literal else defaults_of(desk, values["platform"])
    post = Post(
        **{
            "id": UNSAVED,
            "strategy_id": desk.strategy.id,
            "kind": PostKind.NEWS,
            "created_at": desk.now,
            "created_by": desk.by_id,
            **defaults,
            **values,
        }
    )
    if not desk.may(Action.OVERRIDE):
        post = replace(post, override="")
    post = with_steps(post, row, desk)
    says_approved = post.state is PostState.APPROVED and desk.by is not None
    post = post.noted("imported", by=desk.by_id, at=desk.now)
    post = _first_approval(desk, post) if says_approved else _marked(desk, None, post)
    is_unapproved = says_approved and post.state is not PostState.APPROVED
    return replace(_held(desk, post, None), is_unapproved=is_unapproved)


def with_steps(post: Post, row: Row, desk: Desk) -> Post:
    """With those of its kind, as a post that is typed; a file that says which there are has the last word.

    A line of our own file says so by its number, also where its cell is empty. What is over needs none any more.
    """
    says_itself = "checklist" in row.values or (row.is_literal and "id" in row.values)
    if says_itself or not post.is_open:
        return post
    return with_checklist(post, desk.strategy, today=desk.strategy.today(desk.now))


def changed_by(desk: Desk, was: Post, row: Row) -> Outcome:
    """The post of a line that is known; what the line leaves empty stays as it is."""
    said = said_of(row)
    wanted = said.get("state", was.state)
    if desk.by is not None and wanted is PostState.APPROVED:
        said.pop("state", None)
    if not desk.may(Action.OVERRIDE):
        said.pop("override", None)
    post = _marked(desk, was, asked_anew(was, edited(was, said, desk.strategy, now=desk.now)))
    if "state" in row.values and wanted is PostState.APPROVED and _may_approve(desk, post, was.reviewer_id, was.state):
        post = _approved(desk, was, post)
    else:
        post = after_change(was, post, desk.strategy, by=desk.member, now=desk.now)
    loses = wanted is PostState.APPROVED and post.is_open and post.state is not PostState.APPROVED
    is_reread = loses and was.state is PostState.APPROVED
    post = _on_record(desk, was, post, row)
    held = _held(desk, post, was) if changed_names(was, post, row) else Outcome(post=post)
    return replace(held, is_reread=is_reread, is_unapproved=loses and not is_reread)


def _marked(desk: Desk, was: Post | None, post: Post) -> Post:
    return with_its_marks(was, post, desk.strategy, by=desk.by, now=desk.now)


def _on_record(desk: Desk, was: Post, post: Post, row: Row) -> Post:
    """With the fields that the file changed, before whatever its approval added."""
    lines = post.history[len(was.history) :]
    names = ",".join(changed_names(was, post, row))
    imported = was.noted("imported", by=desk.by_id, at=desk.now, note=names)
    return replace(post, history=(*imported.history, *lines))


def changed_names(was: Post, post: Post, row: Row) -> list[str]:
    """The fields that *row* speaks of and that are another in *post*; its state may follow from them."""
    return unlike(was, {name: getattr(post, name) for name in (*said_of(row), "state")})


def unlike(post: Post, values: Mapping[str, Any]) -> list[str]:
    return [name for name, value in values.items() if not is_same(getattr(post, name), value)]


def defaults_of(desk: Desk, platform: Platform) -> dict[str, Any]:
    objective = desk.strategy.objective_for(platform)
    owner_id = default_owner(desk.tx, desk.strategy, platform)
    return {"owner_id": owner_id, "objective_id": objective.id if objective else None}


def said_of(row: Row) -> dict[str, Any]:
    """What the line says of a known post: never its number, and no title that was only made of its text."""
    hidden = {"id"} if row.has_title else {"id", "title"}
    return {name: value for name, value in row.values.items() if name not in hidden}


def _first_approval(desk: Desk, post: Post) -> Post:
    """Approved by whoever brings it in, if they may; else to be read where the platform wants it, else a draft."""
    if _may_approve(desk, post, None, PostState.DRAFT):
        return _approved(desk, replace(post, state=PostState.DRAFT), post)
    draft = replace(post, state=PostState.DRAFT)
    reviewer = reviewer_of(post, desk.strategy)
    if reviewer is None or not desk.strategy.needs_review(post.platform):
        return draft
    return asked(draft, by=desk.member, now=desk.now, reviewer_id=reviewer)


def _may_approve(desk: Desk, post: Post, reviewer_id: str | None, state: PostState) -> bool:
    """Nobody becomes a post's reviewer by writing so into a file."""
    reaches = state is PostState.APPROVED or PostState.APPROVED in TRANSITIONS[state]
    return desk.by is None or (
        reaches and state is not PostState.IDEA and desk.may(Action.APPROVE, replace(post, reviewer_id=reviewer_id))
    )


def _approved(desk: Desk, was: Post, post: Post) -> Post:
    """On the record, where it was not approved as it reads now."""
    approved = replace(post, state=PostState.APPROVED)
    if desk.by is None or (was.state is PostState.APPROVED and not reads_differently(was, post)):
        return approved
    mine = replace(approved, approved_at=desk.now, approved_by=desk.by.id)
    return mine.noted("approved", by=desk.by.id, at=desk.now)


def _held(desk: Desk, post: Post, was: Post | None) -> Outcome:
    """As an edit would be: whatever is not made worse comes in as it is. What is over is never held back."""
    if desk.by is None or not post.is_open:
        return Outcome(post=post)
    verdict = made_worse(desk.tx, desk.strategy, post, was=was, now=desk.now)
    if not verdict.holds or (was is None and post.override):
        return Outcome(post=post)
    if desk.choice.override.strip() and desk.may(Action.OVERRIDE):
        why = desk.choice.override.strip()
        passed = replace(post, override=why).noted("override", by=desk.by_id, at=desk.now, note=why)
        return Outcome(post=passed, verdict=verdict)
    if verdict.passed or desk.choice.leave_out:
        return Outcome(post=post, verdict=verdict, fate=Fate.OUT)
    return Outcome(post=_unread(post), verdict=verdict, fate=Fate.DRAFT)


def _unread(post: Post) -> Post:
    """What breaks a rule is neither approved nor waits to be."""
    if post.state not in (PostState.IN_REVIEW, PostState.APPROVED):
        return post
    return replace(post, state=PostState.DRAFT, approved_at=None, approved_by=None, review_asked_at=None)
