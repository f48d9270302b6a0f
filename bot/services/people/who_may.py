"""Who may do what: the one place that knows. Checked when something is submitted, never only when it is opened.

Everybody may read and add ideas and posts, and write numbers down. What is already there belongs to somebody: its
owner and backup, whoever added it, the platform's owner and backup, the strategy's manager and the workspace's admins.
Approving is for the reviewer, the manager and admins, and never for the post's own owner. The plan is for the manager
and admins. Voices, corrections and the like are of whoever holds or keeps them, the manager and admins (`OF_OWN`).
A guest reads, and adds ideas, in the channel that is theirs.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum

from bot.domain.errors import People, UserError
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.strategy import Strategy


class Action(StrEnum):
    READ = "read"
    ADD_IDEA = "add_idea"
    ADD_POST = "add_post"
    CHANGE_POST = "change_post"  # edit, move, hand over, publish, cancel, reopen, undo
    APPROVE = "approve"  # and ask for changes
    IMPORT = "import"
    KEEP = "keep"  # do rounds, keep questions, voices, corrections
    CHANGE_QUESTION = "change_question"  # answer, give, drop, reopen
    CHANGE_VOICE = "change_voice"  # and its next step, and forget it
    CHANGE_CORRECTION = "change_correction"
    MEASURE = "measure"  # write numbers down, and take them back
    CHANGE_PLAN = "change_plan"  # plan, objectives, targets, settings
    OVERRIDE = "override"  # a policy that is an error, a limit at 100 %


OF_OWN = frozenset({Action.CHANGE_QUESTION, Action.CHANGE_VOICE, Action.CHANGE_CORRECTION})
"""What is done to a thing that is no post by whose *own* it is; the thing says whose that is."""


def may(
    member: Member, action: Action, strategy: Strategy, post: Post | None = None, *, own: Collection[str] = ()
) -> bool:
    """Whether *member* may do *action*, on *post* where it is about one; *own*: whose another thing is."""
    if not member.is_active or member.is_bot:
        return False
    if action in (Action.READ, Action.ADD_IDEA):
        return True
    if member.is_guest:
        return False
    if action is Action.APPROVE and post is not None and member.id == post.owner_id:
        return False
    if member.is_admin or member.id == strategy.manager_id:
        return True
    return member.id in own if action in OF_OWN else _by_role(member, action, strategy, post)


def _by_role(member: Member, action: Action, strategy: Strategy, post: Post | None) -> bool:
    if action in (Action.ADD_POST, Action.MEASURE, Action.KEEP):
        return True
    if action is Action.IMPORT:
        return member.id in strategy.round_ids or member.id in platform_people(strategy)
    if post is None:
        return False
    if action is Action.CHANGE_POST:
        return post.owner_id is None or member.id in keepers(strategy, post)
    return action is Action.APPROVE and member.id in reviewers(strategy, post)


def refuse_unless(
    member: Member,
    action: Action,
    strategy: Strategy,
    post: Post | None = None,
    *,
    own: Collection[str] = (),
    what: str = "",
) -> None:
    """Raises `UserError("rights-<action>")`, which names who can; "not-set-up" where setting it up is what mends it.

    *what*: how the thing is called whose *own* it is.
    """
    if may(member, action, strategy, post, own=own):
        return
    near = People(tuple(dict.fromkeys(filter(None, (*own, strategy.manager_id)))))
    people = near if own else people_for(action, strategy, post)
    others = replace(people, ids=tuple(each for each in people.ids if each != member.id))
    if not others.ids and not strategy.channel_id and not member.is_guest:
        raise UserError("not-set-up")
    raise UserError(f"rights-{action.value}", people=others, post=post.id if post else "", what=what)


def people_for(action: Action, strategy: Strategy, post: Post | None = None) -> People:
    """Whom a refusal of *action* names, the nearest first."""
    owner = post.owner_id if post is not None and action is Action.APPROVE else None
    return People(tuple(who_can(action, strategy, post)), but=(owner,) if owner else ())


def who_can(action: Action, strategy: Strategy, post: Post | None = None) -> list[str]:
    """The members to ask, the nearest first; admins are not listed, nor who added it: that may be a guest."""
    near: list[str | None] = []
    if post is not None and action is Action.CHANGE_POST:
        others = sorted(keepers(strategy, post) - {post.owner_id or "", post.created_by or ""})
        near = [post.owner_id, *others]
    if post is not None and action is Action.APPROVE:
        near = [each for each in sorted(reviewers(strategy, post)) if each != post.owner_id]
    manager = strategy.manager_id
    if not (action is Action.APPROVE and post is not None and manager == post.owner_id):
        near.append(manager)
    return list(dict.fromkeys(each for each in near if each))


def keepers(strategy: Strategy, post: Post) -> set[str]:
    plan = strategy.plan_of(post.platform)
    own = (post.owner_id, post.backup_id, post.created_by)
    platform = (plan.owner_id, plan.backup_id) if plan else ()
    return {each for each in (*own, *platform) if each}


def reviewers(strategy: Strategy, post: Post) -> set[str]:
    plan = strategy.plan_of(post.platform)
    return {each for each in (post.reviewer_id, plan.reviewer_id if plan else None) if each}


def platform_people(strategy: Strategy) -> set[str]:
    return set(_platform_people(strategy))


def _platform_people(strategy: Strategy) -> Iterator[str]:
    for plan in strategy.platforms:
        yield from (each for each in (plan.owner_id, plan.backup_id, plan.reviewer_id) if each)
