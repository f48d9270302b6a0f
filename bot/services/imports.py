"""A calendar file read into a plan (new, changed, same, doubtful, refused), and the plan carried out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from bot.domain.measures import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.people import Member
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services import import_columns as columns
from bot.services.csv_tables import Table, read_table
from bot.services.import_columns import Unreadable, cell_of, fields_of
from bot.services.import_matching import Calendar
from bot.services.reminders import mark_changed

NO_TIME = time(9)
"""A row with a day and no time is due at nine; the preview says how many there are."""
TITLE_LIMIT = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the file as a post would have it: only what the file says. *counts* may be empty."""

    line: int
    values: Mapping[str, Any]
    counts: Counts
    without_time: bool = False


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
    """What importing the file would do. *unused* are columns nobody knows; *without_time* counts rows due at nine."""

    recognised: tuple[str, ...]
    unused: tuple[str, ...]
    new: tuple[Row, ...] = ()
    changed: tuple[Revision, ...] = ()
    same: int = 0
    refused: tuple[Refusal, ...] = ()
    without_time: int = 0
    measured: int = 0

    @property
    def writes(self) -> int:
        return len(self.new) + len(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    added: int
    changed: int
    same: int


def plan_import(store: Store, content: bytes, *, strategy: Strategy, now: datetime) -> Plan:
    """What *content* (a CSV file) would change; nothing is written. Raises the `UserError`s of `read_table`."""
    found = read_table(content, knows=lambda name: columns.field_of(name) is not None)
    with store.transaction() as tx:
        return planned(tx, found, strategy=strategy, now=now)


def run_import(store: Store, content: bytes, *, strategy: Strategy, by: str, now: datetime) -> Imported:
    """Carry the plan out, made afresh from what stands now, as one transaction: twice changes nothing."""
    found = read_table(content, knows=lambda name: columns.field_of(name) is not None)
    with store.transaction() as tx:
        plan = planned(tx, found, strategy=strategy, now=now)
        for row in plan.new:
            add_row(tx, row, strategy, by=by, now=now)
        for revision in plan.changed:
            change_row(tx, revision, by=by, now=now)
    return Imported(added=len(plan.new), changed=len(plan.changed), same=plan.same)


def planned(tx: Transaction, found: Table, *, strategy: Strategy, now: datetime) -> Plan:
    known = fields_of(found.header)
    unused = tuple(name for place, name in enumerate(found.header) if name.strip() and place not in known.values())
    calendar = Calendar(tx, strategy)
    members = {name: member for member in tx.members.all() for name in names_of(member)}
    plan = Plan(recognised=tuple(known), unused=unused)
    for line, cells in found.rows:
        try:
            row = read_row(line, cells, known, strategy=strategy, members=members, now=now)
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
    match = calendar.match(row.values)
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
    changed = [name for name, value in row.values.items() if name != "id" and getattr(post, name) != value]
    if measured(row) and (latest is None or latest.counts != row.counts):
        changed.append("counts")
    return tuple(changed)


def read_row(
    line: int,
    cells: Sequence[str],
    known: Mapping[str, int],
    *,
    strategy: Strategy,
    members: Mapping[str, Member],
    now: datetime,
) -> Row:
    """One line as a post would have it. Raises `Unreadable`."""

    def cell(name: str) -> str:
        return cell_of(cells, known, name)

    values = dict(texts(cell))
    values |= dict(choices(cell))
    values |= dict(people(cell, members))
    due, without_time = due_of(cell, strategy.zone)
    if due:
        values["due"] = due
    counts = Counts(**{name: columns.count(name, cell(name)) for name in columns.COUNTS})
    values |= publication(cell, values, due, counts, strategy.zone, now)
    values["title"] = values.get("title") or first_words(values)
    if not values["title"]:
        raise Unreadable("title", "no-title", "")
    return Row(line=line, values=values, counts=counts, without_time=without_time)


def texts(cell: Any) -> Iterator[tuple[str, Any]]:
    limits = {"title": TITLE_LIMIT, "text": 100_000, "notes": 10_000, "link": 2000, "image": 2000}
    for name in ("title", "text", "image", "image_text", "theme", "notes", "link", "platform_post_id"):
        if value := cell(name):
            if len(value) > limits.get(name, 2000):
                raise Unreadable(name, "too-long", value[:40])
            yield name, value
    if number := cell("number"):
        yield "id", number.upper() if number.upper().startswith("P") else f"P{number}"
    if labels := cell("labels"):
        yield "labels", tuple(label.strip() for label in labels.split(",") if label.strip())


def choices(cell: Any) -> Iterator[tuple[str, Any]]:
    yield "platform", columns.platform("platform", cell("platform"))
    if kind := cell("kind"):
        yield "kind", columns.kind("kind", kind)
    if state := cell("state"):
        yield "state", columns.state("state", state)
    if (paid := columns.yes_or_no("paid", cell("paid"))) is not None:
        yield "is_paid", paid
    if (spend := columns.money("spend", cell("spend"))) is not None:
        yield "spend", spend


def people(cell: Any, members: Mapping[str, Member]) -> Iterator[tuple[str, str]]:
    for name in ("owner", "backup", "reviewer"):
        if typed := cell(name):
            member = members.get(typed) or members.get(typed.lower())
            if member is None:
                raise Unreadable(name, "member", typed)
            yield f"{name}_id", member.id


def due_of(cell: Any, strategy_zone: str) -> tuple[Due | None, bool]:
    """The due moment, and whether its time had to be supposed."""
    zone = columns.zone("due_zone", cell("due_zone")) if cell("due_zone") else strategy_zone
    if whole := cell("due"):
        return columns.moment("due", whole, zone), False
    if not (day := cell("day")):
        return None, False
    if not cell("clock"):
        return (
            (columns.moment("day", day, zone), False)
            if ":" in day
            else (
                Due.local(columns.day("day", day), NO_TIME, zone),
                True,
            )
        )
    return Due.local(columns.day("day", day), columns.clock("clock", cell("clock")), zone), False


def publication(
    cell: Any, values: Mapping[str, Any], due: Due | None, counts: Counts, zone: str, now: datetime
) -> dict[str, Any]:
    """What has numbers or went live is published; where nothing says when, it was at its due moment."""
    said = values.get("state")
    live = columns.moment("published_at", cell("published_at"), zone).at if cell("published_at") else None
    if said not in (None, PostState.PUBLISHED) or not (said or live or not counts.is_empty):
        return {}
    at = live or (due.at if due else None)
    if at is None or at > now:
        raise Unreadable("published_at", "not-yet" if at else "no-moment", cell("published_at") or cell("day"))
    return {"state": PostState.PUBLISHED, "published_at": at}


def first_words(values: Mapping[str, Any]) -> str:
    """A title for a row without one: the beginning of its text, else the platform's id."""
    text = str(values.get("text", "")).strip().partition("\n")[0]
    short = text if len(text) <= 60 else text[:59].rsplit(" ", 1)[0] + "…"
    return short or str(values.get("platform_post_id", ""))


def add_row(tx: Transaction, row: Row, strategy: Strategy, *, by: str, now: datetime) -> None:
    values = {name: value for name, value in row.values.items() if name != "id"}
    plan = strategy.plan_of(values["platform"])
    objective = strategy.objective
    post = Post(
        id=f"P{tx.next_number('post')}",
        strategy_id=strategy.id,
        objective_id=objective.id if objective else None,
        created_at=now,
        created_by=by,
        **{"kind": PostKind.NEWS, "owner_id": plan.owner_id if plan else None, **values},
    )
    tx.posts.put(post.noted("imported", by=by, at=now))
    keep_counts(tx, post, row, by=by, now=now)


def change_row(tx: Transaction, revision: Revision, *, by: str, now: datetime) -> None:
    values = {name: value for name, value in revision.row.values.items() if name != "id"}
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
