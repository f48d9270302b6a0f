"""What a change of the plan leaves to be taken back: the parts of the plan as they were, and the names on posts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.care_rules import CareRules
from bot.domain.members import Member
from bot.domain.plan_parts import Plan
from bot.domain.posts import Post
from bot.domain.strategy import PlatformPlan, Strategy
from bot.ports import Transaction
from bot.services.plan.names import NAMED
from bot.services.undo.deeds import Deed, DeedPart, PartKind, deeds_of
from bot.services.undo.values import as_json, converter

OF_PLAN = ("policies", "limits", "tools", "themes", "days", "review_again_after_change", "thread_per_post", "pause")
OF_STRATEGY: dict[str, Any] = {
    "platforms": tuple[PlatformPlan, ...],
    "manager_id": str,
    "review_required": bool,
    "country": str,
    "care": CareRules,
}
"""What a change of the plan may touch of its strategy besides; history stays."""


def plan_part(was: Strategy, made: Strategy, what: str, named_so: Sequence[str]) -> DeedPart:
    """*named_so*: posts that had a new name before the change gave it to others."""
    before, after = values_of(was), values_of(made)
    changed = [name for name in before if before[name] != after[name]]
    return DeedPart(
        kind=PartKind.PLAN,
        key=was.id,
        what=what,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        also=" ".join(named_so),
    )


def names_part(was: Post, post: Post) -> DeedPart:
    """A theme or a campaign has another name on this post."""
    before = {name: getattr(was, name) for name in NAMED if getattr(was, name) != getattr(post, name)}
    return DeedPart(
        kind=PartKind.NAMES,
        key=post.id,
        what="edited",
        was_rev=was.rev,
        rev=post.rev,
        lines=len(post.history),
        before=as_json(before),
    )


def values_of(strategy: Strategy) -> dict[str, Any]:
    """By name, as JSON, all that a change of the plan may touch."""
    of_plan = {name: getattr(strategy.plan, name) for name in OF_PLAN}
    found: dict[str, Any] = as_json({**of_plan, **{name: getattr(strategy, name) for name in OF_STRATEGY}})
    return found


def with_values(strategy: Strategy, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of *strategy* that differ then."""
    plan = {**as_json(strategy.plan), **{name: values[name] for name in OF_PLAN if name in values}}
    fields = {name: converter().structure(values[name], kind) for name, kind in OF_STRATEGY.items() if name in values}
    return {"plan": converter().structure(plan, Plan), **fields}


def last_change(tx: Transaction, strategy: Strategy, *, by: Member, now: datetime) -> Deed | None:
    """What *by* changed last of the plan, if all that it touched is still so."""
    deeds = (each for each in deeds_of(tx, by, now=now) if each.has(PartKind.PLAN, strategy.id))
    last = next(deeds, None)
    part = next((each for each in last.parts if each.kind is PartKind.PLAN), None) if last else None
    return last if part and is_as_left(strategy, part) else None


def is_as_left(strategy: Strategy, part: DeedPart) -> bool:
    values, after = values_of(strategy), part.after or {}
    return all(values[name] == value for name, value in after.items())
