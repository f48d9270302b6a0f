"""A calendar file read into a plan (new, changed, same, doubtful, refused), and the plan carried out."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.measures import Measurement
from bot.domain.moments import Due
from bot.domain.people import Member
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.import_columns import Unreadable, fields_of
from bot.services.import_files import Source, read_source
from bot.services.import_matching import Calendar, one_line_end
from bot.services.import_rows import Reading, read_row
from bot.services.import_rows import Row as Row
from bot.services.reminders import mark_changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a line is left out. *reason* is a word of the catalogue `import-bad-<reason>`."""

    line: int
    field: str
    reason: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A known post that the file changes; *names* are the fields that differ."""

    line: int
    post: Post
    names: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What importing the file would do. *unused* are columns nobody knows; *without_time* counts rows due at nine.

    *dates*: how days like 12/01/2026 were read, where the file itself does not give it away.
    """

    recognised: tuple[str, ...]
    unused: tuple[str, ...]
    new: tuple[Row, ...] = ()
    changed: tuple[Revision, ...] = ()
    same: int = 0
    refused: tuple[Refusal, ...] = ()
    without_time: int = 0
    measured: int = 0
    dates: str = ""

    @property
    def writes(self) -> int:
        return len(self.new) + len(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    added: int
    changed: int
    same: int


def plan_import(
    store: Store,
    content: bytes,
    *,
    strategy: Strategy,
    now: datetime,
    name: str = "",
    platform: Platform | None = None,
) -> Plan:
    """What *content* (CSV or iCalendar) would change; nothing is written. *name* is the file's, *platform* that of
    rows which do not name one. Raises the `UserError`s of `read_source`.
    """
    source = read_source(content, strategy, name=name, platform=platform)
    with store.transaction() as tx:
        return planned(tx, source, strategy=strategy, now=now)


def run_import(
    store: Store,
    content: bytes,
    *,
    strategy: Strategy,
    by: str,
    now: datetime,
    name: str = "",
    platform: Platform | None = None,
) -> Imported:
    """Carry the plan out, made afresh from what stands now, as one transaction: twice changes nothing."""
    source = read_source(content, strategy, name=name, platform=platform)
    with store.transaction() as tx:
        plan = planned(tx, source, strategy=strategy, now=now)
        added = [(row, add_row(tx, row, strategy, by=by, now=now)) for row in plan.new]
        for revision in plan.changed:
            change_row(tx, revision, by=by, now=now)
        point_to_new_numbers(tx, added)
    return Imported(added=len(plan.new), changed=len(plan.changed), same=plan.same)


def planned(tx: Transaction, source: Source, *, strategy: Strategy, now: datetime) -> Plan:
    table = source.table
    known = fields_of(table.header)
    unused = tuple(name for place, name in enumerate(table.header) if name.strip() and place not in known.values())
    calendar = Calendar(tx, strategy)
    reading = Reading(
        known=known,
        strategy=strategy,
        members={name: member for member in tx.members.all() for name in names_of(member)},
        now=now,
        platform=source.platform,
        is_literal=source.is_own,
    )
    plan = Plan(recognised=tuple(known), unused=unused, dates=source.dates)
    for line, cells in table.rows:
        try:
            row = read_row(line, cells, reading)
        except Unreadable as bad:
            refusal = Refusal(line=line, field=bad.field, reason=bad.reason, what=bad.what)
            plan = replace(plan, refused=(*plan.refused, refusal))
            continue
        plan = sorted_in(plan, row, calendar)
    return plan


def names_of(member: Member) -> list[str]:
    return [member.id, f"<@{member.id}>", member.name.lower(), f"@{member.name.lower()}"]


def sorted_in(plan: Plan, row: Row, calendar: Calendar) -> Plan:
    """*plan* with *row* where it belongs."""
    plan = replace(
        plan, without_time=plan.without_time + row.without_time, measured=plan.measured + bool(measured(row))
    )
    match = calendar.match(row.values, has_title=row.has_title)
    if match.is_doubtful:
        refusal = Refusal(line=row.line, field="title", reason="doubtful", what=match.post.id if match.post else "")
        return replace(plan, refused=(*plan.refused, refusal))
    if match.post is None:
        if calendar.is_repeated(row.values):
            refusal = Refusal(line=row.line, field="title", reason="repeated", what=str(row.values["title"]))
            return replace(plan, refused=(*plan.refused, refusal))
        return replace(plan, new=(*plan.new, row))
    names = differing(match.post, row, calendar.measurement(match.post.id))
    if not names:
        return replace(plan, same=plan.same + 1)
    return replace(plan, changed=(*plan.changed, Revision(line=row.line, post=match.post, names=names, row=row)))


def measured(row: Row) -> bool:
    return not row.counts.is_empty


def differing(post: Post, row: Row, latest: Measurement | None) -> tuple[str, ...]:
    """The fields that the file would change; what it leaves empty stays as it is."""
    changed = [name for name, value in said_of(row).items() if not is_same(getattr(post, name), value)]
    if measured(row) and (latest is None or latest.counts != row.counts):
        changed.append("counts")
    return tuple(changed)


def said_of(row: Row) -> dict[str, Any]:
    """What the line says of a known post: never its number, and no title that was only made of its text."""
    hidden = {"id"} if row.has_title else {"id", "title"}
    return {name: value for name, value in row.values.items() if name not in hidden}


def is_same(stands: Any, said: Any) -> bool:
    """Line ends and outer blanks do not count; of a due moment, neither does how its wall time was written."""
    if isinstance(stands, Due) and isinstance(said, Due):
        return (stands.at, stands.zone) == (said.at, said.zone)
    if isinstance(stands, str) and isinstance(said, str):
        return one_line_end(stands) == one_line_end(said)
    return bool(stands == said)


def add_row(tx: Transaction, row: Row, strategy: Strategy, *, by: str, now: datetime) -> Post:
    values = {name: value for name, value in row.values.items() if name != "id"}
    defaults = {} if row.is_literal else defaults_of(strategy, values["platform"])
    number = tx.next_number("post")
    post = Post(
        **{
            "id": f"P{number}",
            "strategy_id": strategy.id,
            "kind": PostKind.NEWS,
            "created_at": now,
            "created_by": by,
            **defaults,
            **values,
        }
    )
    kept = tx.posts.put(post.noted("imported", by=by, at=now))
    keep_counts(tx, kept, row, by=by, now=now)
    return kept


def defaults_of(strategy: Strategy, platform: Platform) -> dict[str, Any]:
    plan, objective = strategy.plan_of(platform), strategy.objective
    return {"owner_id": plan.owner_id if plan else None, "objective_id": objective.id if objective else None}


def point_to_new_numbers(tx: Transaction, added: list[tuple[Row, Post]]) -> None:
    """Posts of the file that name each other by number go on doing so, whatever their numbers are now."""
    numbers = {str(row.values["id"]): post.id for row, post in added if "id" in row.values}
    if all(old == new for old, new in numbers.items()):
        return
    for _, post in added:
        steps = tuple(replace(each, post_id=numbers.get(each.post_id, "")) for each in post.checklist)
        copied, parent = numbers.get(post.copied_from, ""), numbers.get(post.parent_id, "")
        pointed = replace(post, checklist=steps, copied_from=copied, parent_id=parent)
        if pointed != post:
            tx.posts.put(pointed)


def change_row(tx: Transaction, revision: Revision, *, by: str, now: datetime) -> None:
    values = said_of(revision.row)
    post = tx.posts.get(revision.post.id)
    moves = post.moves + ("due" in revision.names)
    if any(name != "counts" for name in revision.names):
        post = tx.posts.put(replace(post, **values, moves=moves).noted("imported", by=by, at=now))
    keep_counts(tx, post, revision.row, by=by, now=now)
    mark_changed(tx, post.strategy_id, post.id)


def keep_counts(tx: Transaction, post: Post, row: Row, *, by: str, now: datetime) -> None:
    """A measurement of what the file says, unless the latest one says the same."""
    latest = tx.measurements.latest_of([post.id]).get(post.id)
    if not measured(row) or (latest is not None and latest.counts == row.counts):
        return
    key = f"{post.id}:{now.isoformat()}"
    known = tx.measurements.find(key)
    tx.measurements.put(
        Measurement(
            id=key, post_id=post.id, at=now, counts=row.counts, by=by, source="import", rev=known.rev if known else 0
        )
    )
