"""Changing the plan: platforms and people, policies, limits and budgets, tools, themes, special days."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce
from typing import Any, TypeVar

from bot.domain.care_rules import CareRules
from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.plan.policy_checks import words_of
from bot.domain.plan_parts import Limits, PlanChange, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.platforms import Platform
from bot.domain.strategy import PlatformPlan, Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.deeds import names_part, plan_part
from bot.services.plan.names import bearing_new_names, rename_on_posts
from bot.services.plan.refusals import (
    checked_care,
    checked_day,
    checked_limits,
    checked_platform,
    checked_policy,
    checked_theme,
    checked_tool,
)
from bot.services.undo.deeds import Deed, remember

REMEMBERED = 50
"""Lines of history that the plan keeps."""
MOST = {"policies": 30, "themes": 60, "days": 90, "tools": 20}
"""More than these nobody reads, and a message does not hold."""
P = TypeVar("P", Policy, Theme, SpecialDay, Tool)


def change_plan(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    what: str,
    note: str = "",
    change: Callable[[Transaction, Strategy], Strategy],
) -> Strategy:
    """Write what *change* makes of the strategy as it is now, with a line of history and an undo.

    Raises `UserError("rights-change_plan")`, and what *change* raises.
    """
    with store.transaction() as tx:
        was = tx.strategies.get(strategy.id)
        refuse_unless(by, Action.CHANGE_PLAN, was)
        made = change(tx, was)
        if made == was:
            return was
        return _keep(tx, was, made, PlanChange(at=now, by=by.id, what=what, note=note))


def with_line(strategy: Strategy, what: str, *, by: Member, now: datetime, note: str = "") -> Strategy:
    """*strategy* with one more line of history: who changed what of it, and when."""
    return with_history(strategy, PlanChange(at=now, by=by.id, what=what, note=note))


def with_history(strategy: Strategy, line: PlanChange) -> Strategy:
    changes = (*strategy.plan.changes, line)[-REMEMBERED:]
    return replace(strategy, plan=replace(strategy.plan, changes=changes))


def _keep(tx: Transaction, was: Strategy, made: Strategy, line: PlanChange) -> Strategy:
    named_so = bearing_new_names(tx, was.id, was.plan, made.plan)
    renamed = rename_on_posts(tx, was.id, was.plan, made.plan, by=line.by, at=line.at)
    kept = tx.strategies.put(with_history(made, line))
    parts = (plan_part(was, made, line.what, named_so), *(names_part(*each) for each in renamed))
    deed = Deed(by=line.by, strategy_id=was.id, what=line.what, parts=parts, right=Action.CHANGE_PLAN, is_whole=True)
    remember(tx, deed, now=line.at)
    return kept


def put_platform(store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: PlatformPlan) -> Strategy:
    """Raises `UserError`: "plan-rhythm", "plan-text-limit", "plan-long", "stranger", "not-reachable", "outsider"."""

    def change(tx: Transaction, was: Strategy) -> Strategy:
        known = was.plan_of(wish.platform)
        _people_reachable(tx, was, wish, known)
        if known is None:
            return replace(was, platforms=(*was.platforms, wish))
        return replace(was, platforms=tuple(wish if each == known else each for each in was.platforms))

    checked_platform(wish)
    note = wish.platform.value
    return change_plan(store, strategy=strategy, by=by, now=now, what="platform", note=note, change=change)


def _people_reachable(tx: Transaction, strategy: Strategy, wish: PlatformPlan, known: PlatformPlan | None) -> None:
    """Only who is new is asked for: somebody who left does not stop the rest of the form."""
    for name in ("owner_id", "backup_id", "reviewer_id"):
        member_id = getattr(wish, name)
        if member_id and member_id != getattr(known, name, None):
            reachable(tx, strategy, member_id)


def drop_platform(store: Store, *, strategy: Strategy, by: Member, now: datetime, platform: Platform) -> Strategy:
    def change(tx: Transaction, was: Strategy) -> Strategy:
        return replace(was, platforms=tuple(each for each in was.platforms if each.platform is not platform))

    return change_plan(
        store, strategy=strategy, by=by, now=now, what="platform-dropped", note=platform.value, change=change
    )


def put_limits(store: Store, *, strategy: Strategy, by: Member, now: datetime, limits: Limits) -> Strategy:
    """Raises `UserError`: "plan-number", "plan-money", "plan-currency"."""
    checked_limits(limits)

    def change(tx: Transaction, was: Strategy) -> Strategy:
        return _planned(was, limits=limits)

    return change_plan(store, strategy=strategy, by=by, now=now, what="limits", change=change)


def put_care(store: Store, *, strategy: Strategy, by: Member, now: datetime, care: CareRules) -> Strategy:
    """When questions are worked on, due and forgotten. Raises `UserError`: "plan-care-…"."""
    checked_care(care)
    return change_plan(
        store, strategy=strategy, by=by, now=now, what="care", change=lambda tx, was: replace(was, care=care)
    )


def put_policy(store: Store, *, strategy: Strategy, by: Member, now: datetime, policy: Policy) -> Strategy:
    """A new policy where *policy* has no id; one that asks the same takes its place. Raises "plan-policy-…"."""
    policy = checked_policy(policy)

    def change(tx: Transaction, was: Strategy) -> Strategy:
        same = next((each for each in was.plan.policies if _asks(each) == _asks(policy)), None)
        kept = policy
        if not policy.id:
            new_id = same.id if same else f"L{tx.next_number('policy')}"
            kept = replace(policy, id=new_id, text=policy.text or (same.text if same else ""))
        known = next((each for each in was.plan.policies if each.id == kept.id), None)
        if known is not None and set(known.platforms) == set(kept.platforms):
            kept = replace(kept, platforms=known.platforms)  # in whatever order a menu handed them back
        return _with_part(was, "policies", kept, lambda each: each.id == kept.id or _asks(each) == _asks(kept))

    note = policy.kind.value
    return change_plan(store, strategy=strategy, by=by, now=now, what="policy", note=note, change=change)


def _asks(policy: Policy) -> tuple[object, ...]:
    """What it asks and where, however it was typed; its reason and how strict it is are no part of that."""
    is_text = policy.kind is PolicyKind.TEXT
    words = frozenset(words_of((policy.text if is_text else policy.value).casefold()))
    return policy.kind, words, frozenset(policy.platforms)


def put_theme(store: Store, *, strategy: Strategy, by: Member, now: datetime, theme: Theme) -> Strategy:
    """A new theme where *theme* has no id. Raises `UserError`: "plan-theme-…", "plan-theme-known" for a name twice."""
    checked_theme(theme)

    def change(tx: Transaction, was: Strategy) -> Strategy:
        known = next((each.owner_id for each in was.plan.themes if each.id == theme.id), None)
        if theme.owner_id and theme.owner_id != known:
            reachable(tx, was, theme.owner_id)
        if any(each.id != theme.id and each.name.casefold() == theme.name.casefold() for each in was.plan.themes):
            raise UserError("plan-theme-known", name=theme.name)
        kept = theme if theme.id else replace(theme, id=f"T{tx.next_number('theme')}")
        return _with_part(was, "themes", kept, lambda each: each.id == kept.id)

    return change_plan(store, strategy=strategy, by=by, now=now, what="theme", note=theme.name, change=change)


def put_day(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, day: SpecialDay, instead_of: str = ""
) -> Strategy:
    """*instead_of*: the key of the day that it replaces; the same day and name again is the same.

    Raises `UserError`: "plan-name", "plan-day-past" for a day that nobody would see any more.
    """
    checked_day(day)
    if day.day < strategy.today(now) and not instead_of.startswith(day.day.isoformat()):
        raise UserError("plan-day-past")
    keys = {instead_of, day_key(day)}

    def change(tx: Transaction, was: Strategy) -> Strategy:
        made = _with_part(was, "days", day, lambda each: day_key(each) in keys)
        ordered = sorted(made.plan.days, key=lambda each: (each.day, each.name))
        return _planned(made, days=tuple(ordered))

    return change_plan(store, strategy=strategy, by=by, now=now, what="day", note=day.name, change=change)


def put_tool(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, tool: Tool, instead_of: str = ""
) -> Strategy:
    checked_tool(tool)

    def change(tx: Transaction, was: Strategy) -> Strategy:
        return _with_tool(was, tool, instead_of)

    return change_plan(store, strategy=strategy, by=by, now=now, what="tool", note=tool.name, change=change)


def put_tools(store: Store, *, strategy: Strategy, by: Member, now: datetime, tools: tuple[Tool, ...]) -> Strategy:
    """Several at once, which one undo takes back."""
    for tool in tools:
        checked_tool(tool)

    def change(tx: Transaction, was: Strategy) -> Strategy:
        return reduce(_with_tool, tools, was)

    note = ", ".join(each.name for each in tools)
    return change_plan(store, strategy=strategy, by=by, now=now, what="tool", note=note, change=change)


def _with_tool(was: Strategy, tool: Tool, instead_of: str = "") -> Strategy:
    names = {(instead_of or tool.name).casefold(), tool.name.casefold()}
    return _with_part(was, "tools", tool, lambda each: each.name.casefold() in names)


def drop_part(store: Store, *, strategy: Strategy, by: Member, now: datetime, part: str, key: str) -> Strategy:
    """Take a policy, theme, day or tool out of the plan; what is gone already is no fault."""

    def change(tx: Transaction, was: Strategy) -> Strategy:
        left = tuple(each for each in getattr(was.plan, part) if key_of(each) != key)
        return _planned(was, **{part: left})

    return change_plan(store, strategy=strategy, by=by, now=now, what=f"{part}-dropped", change=change)


def key_of(part: Policy | Theme | SpecialDay | Tool) -> str:
    """What a button or a form names a part of the plan by."""
    if isinstance(part, SpecialDay):
        return day_key(part)
    return part.name if isinstance(part, Tool) else part.id


def day_key(day: SpecialDay) -> str:
    return f"{day.day.isoformat()} {day.name}"


def _with_part(was: Strategy, part: str, made: P, is_it: Callable[[P], bool]) -> Strategy:
    """The strategy with *made* where one like it stands, once, else at the end. Raises `UserError("plan-full")`."""
    known: Iterable[P] = getattr(was.plan, part)
    kept: list[P] = []
    for each in known:
        if not is_it(each):
            kept.append(each)
        elif made not in kept:
            kept.append(made)
    if made not in kept:
        kept.append(made)
    if len(kept) > max(MOST[part], len(tuple(known))):
        raise UserError("plan-full", limit=MOST[part])
    return _planned(was, **{part: tuple(kept)})


def _planned(was: Strategy, **parts: Any) -> Strategy:
    return replace(was, plan=replace(was.plan, **parts))
