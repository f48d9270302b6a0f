"""What a line of a calendar file may make of a post: nothing that no command could, and all that goes with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.members import Member
from bot.domain.post.checklists import with_checklist
from bot.domain.posts import OPEN_STATES, TRANSITIONS, Post, PostState
from bot.domain.reminders.reviews import reviewer_of
from bot.domain.strategy import Strategy
from bot.services.exchange.matching import is_same
from bot.services.exchange.rows import Row
from bot.services.post.adding import moved
from bot.services.post.echo import with_text
from bot.services.post.reviews import asked

JUDGED = frozenset({PostState.IN_REVIEW, PostState.APPROVED})


def refused_step(post: Post, row: Row, *, may_approve: bool) -> str:
    """Why *row* can't have *post* in the state it says, as a word of the catalogue `import-bad-<reason>`; else "".

    A file may be older than what happened since: it takes nothing back that people have done.
    """
    said = row.values.get("state", post.state)
    if said is post.state:
        return ""
    if said not in TRANSITIONS[post.state]:
        return "stays" if post.state in OPEN_STATES - {PostState.IDEA} else f"stays-{post.state.value}"
    is_sent_back = said is PostState.DRAFT and post.state in JUDGED
    return "stays-judged" if is_sent_back and not may_approve else ""


def edited(was: Post, said: Mapping[str, Any], strategy: Strategy, *, now: datetime) -> Post:
    """As an edit and a move leave it: steps go with day and kind, a reason for the same text goes with the text."""
    rest = {name: value for name, value in said.items() if name not in ("due", "text")}
    due, text = said.get("due", was.due), said.get("text", was.text)
    post = moved(was, was.due if is_same(was.due, due) else due, strategy, now=now)
    post = replace(post if is_same(was.text, text) else with_text(post, text), **rest)
    is_of_another_kind = post.kind is not was.kind and post.is_open and "checklist" not in said
    return with_checklist(post, strategy, today=strategy.today(now)) if is_of_another_kind else post


def with_its_marks(was: Post | None, post: Post, strategy: Strategy, *, by: Member | None, now: datetime) -> Post:
    """*post*, whose state may be a new one: in review somebody is asked, a draft is approved no more.

    Without anybody to read it, it is a draft. *by* is None for whoever sits at the machine: what they bring back stays.
    """
    if was is not None and was.state is post.state:
        return post
    if post.state is PostState.IN_REVIEW:
        return _waiting(post, strategy, by=by, now=now)
    return _begun(post) if post.state in (PostState.IDEA, PostState.DRAFT) else post


def _begun(post: Post) -> Post:
    """An idea or, with a date or a text that was sent back, a draft."""
    state = PostState.IDEA if post.state is PostState.IDEA and post.due is None else PostState.DRAFT
    return replace(post, state=state, approved_at=None, approved_by=None, review_asked_at=None, review_asked_by=None)


def _waiting(post: Post, strategy: Strategy, *, by: Member | None, now: datetime) -> Post:
    if by is None:
        return replace(post, review_asked_at=post.review_asked_at or now)
    reviewer = reviewer_of(post, strategy)
    if reviewer is None:
        return _begun(replace(post, state=PostState.DRAFT))
    return asked(post, by=by, now=now, reviewer_id=reviewer)
