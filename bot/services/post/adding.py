"""Adding, reading and editing posts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.engage.corrections import Correction
from bot.domain.engage.voices import Voice, is_named_in, texts_naming
from bot.domain.errors import UserError
from bot.domain.kpi.rates import Measurement
from bot.domain.limits import LINK_LIMIT, SAID_AGAIN, TITLE_LIMIT
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.objective.compass import asked_anew
from bot.domain.plan_parts import Pause
from bot.domain.platform_limits import Room
from bot.domain.post.checklists import rescheduled, with_checklist
from bot.domain.post.echo import Echo
from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Attachment, Post, PostKind, PostState, one_line_end
from bot.domain.strategy import Objective, Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import unless_shut_out
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.held_back import Verdict, hold_back, verdict_on
from bot.services.plan.text_lengths import room_of
from bot.services.post.echo import echoes_of, texts_beside, with_text
from bot.services.post.records import (
    keep,
    last_part,
    live_note,
    may_take_back,
    post_in,
    post_to_change,
    unchanged_since,
    write_note,
)
from bot.services.post.reviews import after_change
from bot.services.reminders.notices import can_have_thread

TOKENS_FOR = timedelta(days=1)
LINK = re.compile(r"https?://[^\s<>|\"]+\.[^\s<>|\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a post should be. None: the default of a new post, unchanged in a known one."""

    title: str
    platform: Platform
    text: str | None = None
    kind: PostKind | None = None
    due: Due | None = None
    owner_id: str | None = None
    objective_id: str | None = None
    theme: str | None = None
    labels: tuple[str, ...] | None = None
    is_idea: bool = False
    alts: tuple[tuple[str, str], ...] = ()  # of attachments, by their keys
    more: Mapping[str, Any] = field(default_factory=dict)  # other fields of the table by their names
    override: str = ""  # why a rule or a limit of the plan is passed


NOT_PLAIN = frozenset({"title", "platform", "due", "owner_id", "objective_id"})
"""Of what is wished: more depends on these than the field itself."""


def wish_for(**given: Any) -> Wish:
    """A wish for these fields of a post, by their names in the table of fields."""
    named = {each.name for each in fields(Wish)}
    own = {name: value for name, value in given.items() if name in named}
    return Wish(**own, more={name: value for name, value in given.items() if name not in named})


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """*is_new* is False when the same form had been sent before."""

    post: Post
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """What the card of a post tells. *twins* share the link. *undoable*: how many lines of history the post had after
    the action that can be undone now, 0 where there is none.

    *echoes* of an open post are the others that say the same, the most alike first; *voices* are those that its texts
    name. *can_add*, *can_measure*, *can_change*, *can_approve*, *can_plan* and *can_thread* (it has no message in the
    channel yet) speak of whoever looks at it. *verdict*: what the plan says about it.
    """

    post: Post
    strategy: Strategy
    room: Room
    measurement: Measurement | None = None
    undoable: int = 0
    twins: tuple[str, ...] = ()
    echoes: tuple[Echo, ...] = ()
    verdict: Verdict = field(default_factory=Verdict)
    voices: tuple[Voice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    shared: int | None = None
    can_add: bool = True
    can_measure: bool = True
    can_change: bool = True
    can_approve: bool = False
    can_plan: bool = False
    can_thread: bool = False

    @property
    def pause(self) -> Pause | None:
        """What may hold it."""
        return self.strategy.plan.pause

    @property
    def objective(self) -> Objective | None:
        wanted = self.post.objective_id
        return next((each for each in self.strategy.objectives if each.id == wanted), None)


def add_post(store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: Wish, token: str = "") -> Added:
    """A new post. With a *token* that made one already within a day, that post.

    Raises `Held` where the plan holds it back, and `UserError`: "rights-…", "post-title-empty", "too-long",
    "post-in-the-past", "stranger", "not-reachable", "outsider".
    """
    refuse_unless(by, Action.ADD_IDEA if wish.is_idea else Action.ADD_POST, strategy)
    checked(wish, now=now)
    with store.transaction() as tx:
        made = live_note(tx, f"added:{token}", now=now) if token else None
        if made is not None:
            return Added(post=post_in(tx, strategy, made.body["post"]), is_new=False)
        post = put_new_post(tx, strategy, by, now, wish)
        if token:
            write_note(tx, f"added:{token}", {"post": post.id}, expires_at=now + TOKENS_FOR, now=now)
        return Added(post=post, is_new=True)


def edit_post(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, wish: Wish, seen: int | None = None
) -> Post:
    """Take over what the form says. *seen*: how many lines of history the post had when it was opened.

    Raises what `add_post` raises, `UserError("post-cancelled")`, and `Outdated` when somebody was faster.
    """
    with store.transaction() as tx:
        was = unchanged_since(post_to_change(tx, strategy, post_id, by), seen)
        checked(wish, now=now, before=was)
        if was.state is PostState.CANCELLED:
            raise UserError("post-cancelled", post=was.id)
        if wish.owner_id and wish.owner_id != was.owner_id:
            reachable(tx, strategy, wish.owner_id)
        post = asked_anew(was, _edited(was, wish, strategy, now=now))
        if post.kind is not was.kind:
            post = with_checklist(post, strategy, today=strategy.today(now))
        post = after_change(was, post, strategy, by=by, now=now)
        changed = changed_fields(was, post)
        if changed:
            post = hold_back(tx, strategy, post, by=by, now=now, was=was, override=wish.override)
        return keep(tx, was, post, what="edited", by=by, now=now, note=",".join(changed)) if changed else was


def facts_of(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> PostFacts:
    """Raises `NotFound`, also for a post of another strategy."""
    with store.transaction() as tx:
        facts = facts_in(tx, strategy, post_in(tx, strategy, post_id), by=by, now=now)
        others = texts_beside(tx, facts.post)
        verdict = verdict_on(tx, strategy, facts.post, now) if facts.post.is_open else Verdict()
        facts = replace(facts, **_around(tx, facts.post))
    return replace(facts, echoes=echoes_of(facts.post, others), verdict=verdict)


def _around(tx: Transaction, post: Post) -> dict[str, Any]:
    """Whom it names, which mistakes were in it, how many of us shared it (None where nobody was asked to)."""
    kits = tx.share_kits.of_post(post.id)
    return {
        "voices": tuple(_named(tx, post)),
        "corrections": tuple(tx.corrections.of_post(post.id)),
        "shared": sum(each.shared for each in kits) if kits else None,
    }


def _named(tx: Transaction, post: Post) -> Iterator[Voice]:
    texts = texts_naming(post)
    return (each for each in tx.voices.of_strategy(post.strategy_id) if is_named_in(each, texts))


def facts_in(tx: Transaction, strategy: Strategy, post: Post, *, by: Member, now: datetime) -> PostFacts:
    last = last_part(tx, post, by=by, now=now)
    can_undo = last is not None and may_take_back(last, post, by=by, strategy=strategy)
    twins = tx.posts.by_link(post.link) if post.link else []
    can_change = may(by, Action.CHANGE_POST, strategy, post)
    return PostFacts(
        post=post,
        strategy=strategy,
        room=room_of(post, strategy),
        measurement=tx.measurements.latest_of([post.id]).get(post.id),
        can_add=may(by, Action.ADD_POST, strategy),
        can_measure=may(by, Action.MEASURE, strategy),
        can_change=can_change,
        can_thread=can_change and can_have_thread(tx, post, strategy, now=now),
        can_approve=may(by, Action.APPROVE, strategy, post),
        can_plan=may(by, Action.CHANGE_PLAN, strategy),
        undoable=last.lines if last and can_undo else 0,
        twins=tuple(each.id for each in twins if each.id != post.id and each.strategy_id == strategy.id),
    )


def checked(wish: Wish, *, now: datetime, before: Post | None = None) -> None:
    """Raises `UserError` for a title that is missing or too long, a moment that has gone, a link that is none."""
    if not wish.title:
        raise UserError("post-title-empty")
    if len(wish.title) > TITLE_LIMIT:
        raise UserError("post-title-long", length=len(wish.title), limit=TITLE_LIMIT)
    if wish.due is not None and not (before and is_same_moment(before.due, wish.due)):
        not_gone(wish.due, now=now)
    link, image = wish.more.get("link"), wish.more.get("image")
    if link and not (before and before.link == link):
        checked_link(link)
    if image and not (before and before.image == image) and not is_link(image):
        raise UserError("post-image-unreadable", what=image[:SAID_AGAIN])


def is_link(text: str) -> bool:
    """An http or https address; nothing else is ever kept as a link."""
    return len(text) <= LINK_LIMIT and LINK.fullmatch(text) is not None


def checked_link(link: str) -> str:
    """Raises `UserError("link-unreadable")` for what is not an http or https address."""
    if not is_link(link):
        raise UserError("link-unreadable", what=link[:SAID_AGAIN])
    return link


def not_gone(due: Due, *, now: datetime) -> Due:
    if due.at < now:
        raise UserError("post-in-the-past")
    return due


def changed_fields(was: Post, post: Post) -> list[str]:
    return [name for name in names_with(Trait.EDITED) if getattr(was, name) != getattr(post, name)]


def put_new_post(tx: Transaction, strategy: Strategy, by: Member, now: datetime, wish: Wish) -> Post:
    """A new post inside of a transaction; everything of the wish was checked before."""
    objective = strategy.objective_for(wish.platform)
    post = Post(
        id=f"P{tx.next_number('post')}",
        strategy_id=strategy.id,
        title=wish.title,
        platform=wish.platform,
        state=PostState.IDEA if wish.is_idea else PostState.DRAFT,
        owner_id=_owner(tx, strategy, by, wish),
        due=wish.due,
        objective_id=wish.objective_id or (objective.id if objective else None),
        created_at=now,
        created_by=by.id,
        **{name: value for name, value in plainly_given(wish).items() if name != "link"},
    )
    plan = strategy.plan_of(wish.platform)
    if plan is not None:
        backup_id, reviewer_id = (unless_shut_out(tx, each, strategy) for each in (plan.backup_id, plan.reviewer_id))
        post = replace(post, backup_id=backup_id, reviewer_id=reviewer_id)
    post = with_checklist(post, strategy, today=strategy.today(now))
    post = hold_back(tx, strategy, post, by=by, now=now, override=wish.override)
    undone = replace(post, state=PostState.CANCELLED)
    return keep(tx, undone, post, what="added", by=by, now=now)


def _owner(tx: Transaction, strategy: Strategy, by: Member, wish: Wish) -> str | None:
    """Who was named, else the platform's owner, else who adds it; nobody rather than a guest who adds."""
    if wish.owner_id:
        return reachable(tx, strategy, wish.owner_id).id
    return default_owner(tx, strategy, wish.platform) or (by.id if by.can_be_messaged else None)


def default_owner(tx: Transaction, strategy: Strategy, platform: Platform) -> str | None:
    """Who owns the platform, or their backup where that is somebody who left the team or the channel."""
    plan = strategy.plan_of(platform)
    planned = (plan.owner_id, plan.backup_id) if plan and plan.owner_id else ()
    named = (unless_shut_out(tx, each, strategy) for each in planned)
    known = ((each, tx.members.find(each)) for each in named if each)
    return next((each for each, member in known if member is None or member.can_be_messaged), None)


def _edited(was: Post, wish: Wish, strategy: Strategy, *, now: datetime) -> Post:
    """An idea that gets a date becomes a draft; a published post keeps its moment."""
    alts = {"attachments": _with_alts(was, dict(wish.alts))}
    given = {**alts, **plainly_given(wish)}
    text = was.text if wish.text is None else _unless_same(was.text, wish.text)
    post = with_text(replace(was, title=_unless_same(was.title, wish.title), platform=wish.platform), text)
    new = {name: _unless_same(getattr(was, name), value) for name, value in given.items() if name != "text"}
    if wish.objective_id is not None:
        new["objective_id"] = wish.objective_id
    post = replace(post, **new)
    if not was.is_open:
        return post
    return moved(replace(post, owner_id=wish.owner_id), wish.due, strategy, now=now)


def plainly_given(wish: Wish) -> dict[str, Any]:
    """The fields that *wish* names and that become what it says."""
    named = {each.name for each in fields(Wish)} - NOT_PLAIN
    found = {name: getattr(wish, name) for name in names_with(Trait.EDITED) if name in named} | dict(wish.more)
    return {name: value for name, value in found.items() if value is not None}


def _unless_same(was: Any, value: Any) -> Any:
    """A text that a form hands back with other line ends or blanks around it was not changed."""
    is_same = isinstance(was, str) and isinstance(value, str) and one_line_end(was) == one_line_end(value)
    return was if is_same else value


def _with_alts(was: Post, alts: Mapping[str, str]) -> tuple[Attachment, ...]:
    return tuple(replace(each, alt=alts.get(each.key) or each.alt) for each in was.attachments)


def is_same_moment(one: Due | None, other: Due | None) -> bool:
    return (one.at if one else None) == (other.at if other else None)


def moved(post: Post, due: Due | None, strategy: Strategy, *, now: datetime) -> Post:
    """The same post due at another moment: its reminders are new ones, and a date makes an idea a draft.

    The same moment in the words of another zone is no other one.
    """
    if is_same_moment(due, post.due):
        return post
    state = PostState.DRAFT if post.state is PostState.IDEA and due else post.state
    there = replace(post, due=due, state=state, moves=post.moves + 1, snoozed_until=None)
    return rescheduled(there, post.due, strategy, today=strategy.today(now))
