"""A calendar file read into a plan (new, changed, same, doubtful, refused), and the plan carried out."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.measures import Measurement, measurement_of
from bot.domain.people import Member
from bot.domain.posts import OPEN_STATES, Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.exchange.columns import Unreadable, fields_of
from bot.services.exchange.files import Source, read_source
from bot.services.exchange.matching import Calendar
from bot.services.exchange.notes import NOTHING_SAID, Notes, Said
from bot.services.exchange.posts import Choice, Desk, Fate, changed_by, changed_names, made_by, said_of, unlike
from bot.services.exchange.references import of_here, point_to_each_other
from bot.services.exchange.rows import Reading, read_row
from bot.services.exchange.rows import Row as Row
from bot.services.exchange.states import refused_step
from bot.services.exchange.undo import remember_import
from bot.services.reminders import mark_changed
from bot.services.rights import Action, refuse_unless

NO_CHOICE = Choice()


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

    *known*: every row that stands for a post of the calendar. *dates*: how days like 12/01/2026 were read, where the
    file itself does not give it away. *said*: what rights and the plan made of its lines.
    """

    recognised: tuple[str, ...]
    unused: tuple[str, ...]
    new: tuple[Row, ...] = ()
    changed: tuple[Revision, ...] = ()
    known: tuple[tuple[Row, Post], ...] = ()
    same: int = 0
    refused: tuple[Refusal, ...] = ()
    without_time: int = 0
    measured: int = 0
    dates: str = ""
    said: Said = NOTHING_SAID

    @property
    def writes(self) -> int:
        return len(self.new) + len(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """*said*: what rights and the plan made of the lines. *token* takes all of it back for ten minutes."""

    added: int
    changed: int
    same: int
    said: Said = NOTHING_SAID
    token: str = ""


def plan_import(
    store: Store,
    content: bytes,
    *,
    strategy: Strategy,
    now: datetime,
    by: str = "",
    name: str = "",
    platform: Platform | None = None,
) -> Plan:
    """What *content* (CSV or iCalendar) would change: the import itself, of which nothing stays.

    *name* is the file's, *platform* that of rows which do not name one. Raises the `UserError`s of `read_source`.
    """
    source = read_source(content, strategy, name=name, platform=platform)
    try:
        with store.transaction() as tx:
            desk = Desk(tx=tx, strategy=strategy, by=member_in(tx, by) if by else None, now=now)
            raise Rehearsed(carried_out(source, Notes(desk)))
    except Rehearsed as done:
        return done.plan


def run_import(
    store: Store,
    content: bytes,
    *,
    strategy: Strategy,
    by: str,
    now: datetime,
    name: str = "",
    platform: Platform | None = None,
    choice: Choice = NO_CHOICE,
) -> Imported:
    """Carry the plan out, made afresh from what stands now, as one transaction: twice changes nothing.

    *by* is a member, or "" for whoever sits at the machine. Raises the `UserError`s of `read_source`, and
    "rights-override" for a reason of somebody who may not pass a rule.
    """
    source = read_source(content, strategy, name=name, platform=platform)
    with store.transaction() as tx:
        member = member_in(tx, by) if by else None
        if choice.override and member:
            refuse_unless(member, Action.OVERRIDE, strategy)
        notes = Notes(Desk(tx=tx, strategy=strategy, by=member, now=now, choice=choice))
        plan = carried_out(source, notes)
        token = remember_import(tx, notes.written, notes.counted, by=member, now=now) if member else ""
    return Imported(added=len(plan.new), changed=len(plan.changed), same=plan.same, said=plan.said, token=token)


class Rehearsed(Exception):
    """Ends the transaction of a preview, so that nothing of it stays; *plan* is what it came to."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan


def carried_out(source: Source, notes: Notes) -> Plan:
    """Every line written, in the order of the file, so that each counts for the limits of those after it."""
    desk = notes.desk
    plan = planned(desk, source)
    added = [(row, post) for row in plan.new if (post := add_row(desk, row, notes))]
    changed = [each for revision in plan.changed if (each := change_row(desk, revision, notes))]
    point_to_each_other(desk.tx, added, plan.known)
    same = plan.same + len(plan.changed) - len(changed) - notes.changes_out
    return replace(plan, new=tuple(row for row, _ in added), changed=tuple(changed), same=same, said=notes.said())


def member_in(tx: Transaction, member_id: str) -> Member:
    return tx.members.find(member_id) or Member(id=member_id, name=member_id)


def planned(desk: Desk, source: Source) -> Plan:
    tx, strategy, table = desk.tx, desk.strategy, source.table
    known = fields_of(table.header)
    unused = tuple(name for place, name in enumerate(table.header) if name.strip() and place not in known.values())
    calendar = Calendar(tx, strategy)
    reading = Reading(
        known=known,
        strategy=strategy,
        members={name: member for member in tx.members.all() for name in names_of(member)},
        now=desk.now,
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
        plan = sorted_in(plan, row, calendar, desk)
    return plan


def names_of(member: Member) -> list[str]:
    return [member.id, f"<@{member.id}>", member.name.lower(), f"@{member.name.lower()}"]


def sorted_in(plan: Plan, row: Row, calendar: Calendar, desk: Desk) -> Plan:
    """*plan* with *row* where it belongs."""
    plan = replace(
        plan, without_time=plan.without_time + row.without_time, measured=plan.measured + bool(measured(row))
    )
    match = calendar.match(row)
    if match.doubt:
        field = "number" if match.doubt == "another" else "title"
        return refused(plan, row, field, match.doubt, match.post.id if match.post else "")
    if match.post is None:
        if calendar.is_repeated(row.values):
            return refused(plan, row, "title", "repeated", str(row.values["title"]))
        if absent := absent_in(desk, row, None):
            return refused(plan, row, *absent)
        return replace(plan, new=(*plan.new, row))
    plan = replace(plan, known=(*plan.known, (row, match.post)))
    row = of_here(row, match.post)
    if reason := refused_step(match.post, row, may_approve=desk.may(Action.APPROVE, match.post)):
        return refused(plan, row, "state", reason, match.post.id)
    if absent := absent_in(desk, row, match.post):
        return refused(plan, row, *absent)
    names = differing(match.post, row, calendar.measurement(match.post.id))
    if not names:
        return replace(plan, same=plan.same + 1)
    return replace(plan, changed=(*plan.changed, Revision(line=row.line, post=match.post, names=names, row=row)))


def absent_in(desk: Desk, row: Row, was: Post | None) -> tuple[str, str, str] | None:
    """Where *row* names somebody for an open post who can't be told of it: the column, why, and who that is.

    Our own file says what was, and so may a post that is over.
    """
    state = row.values.get("state", was.state if was else PostState.DRAFT)
    if row.is_literal or state not in OPEN_STATES:
        return None
    for column in ("owner", "backup", "reviewer"):
        chosen = row.values.get(f"{column}_id")
        member = desk.tx.members.find(chosen) if chosen else None
        if member and not member.can_be_messaged and chosen != getattr(was, f"{column}_id", None):
            return column, "absent", member.name
    return None


def refused(plan: Plan, row: Row, field: str, reason: str, what: str) -> Plan:
    refusal = Refusal(line=row.line, field=field, reason=reason, what=what)
    return replace(plan, refused=(*plan.refused, refusal))


def measured(row: Row) -> bool:
    return not row.counts.is_empty


def differing(post: Post, row: Row, latest: Measurement | None) -> tuple[str, ...]:
    """The fields that the file would change; what it leaves empty stays as it is."""
    return (*unlike(post, said_of(row)), *(["counts"] if brings_counts(row, latest) else []))


def brings_counts(row: Row, latest: Measurement | None) -> bool:
    return measured(row) and (latest is None or latest.counts != row.counts)


def add_row(desk: Desk, row: Row, notes: Notes) -> Post | None:
    """None where the line is left out."""
    outcome = made_by(desk, row)
    if outcome.fate is Fate.OUT:
        notes.about(row.line, outcome)
        return None
    numbered = replace(outcome.post, id=f"P{desk.tx.next_number('post')}")
    kept = desk.tx.posts.put(numbered)
    notes.written.append((None, kept))
    keep_counts(notes, kept, row)
    notes.about(row.line, replace(outcome, post=kept))
    return kept


def change_row(desk: Desk, revision: Revision, notes: Notes) -> Revision | None:
    """The revision as it came out; None where nothing of it is left, or it is left out."""
    tx, row, was = desk.tx, revision.row, desk.tx.posts.get(revision.post.id)
    outcome = changed_by(desk, was, row)
    names = changed_names(was, outcome.post, row)
    counted = ["counts"] if "counts" in revision.names else []
    if names and outcome.fate is Fate.OUT:
        notes.about(row.line, outcome, was=was)
        return None
    if names or outcome.is_unapproved:
        notes.about(row.line, outcome, was=was)
    if not (names or counted):
        return None
    post = tx.posts.put(outcome.post) if names else was
    notes.written.append((was, post))
    keep_counts(notes, post, row)
    mark_changed(tx, post.strategy_id, post.id)
    return replace(revision, names=(*names, *counted))


def keep_counts(notes: Notes, post: Post, row: Row) -> None:
    """A measurement of what the file says, unless the latest one says the same."""
    desk = notes.desk
    latest = desk.tx.measurements.latest_of([post.id]).get(post.id)
    if not brings_counts(row, latest):
        return
    made = measurement_of(post.id, row.counts, after=latest, now=desk.now, by=desk.by_id, source="import")
    notes.counted[post.id] = desk.tx.measurements.put(made).id
