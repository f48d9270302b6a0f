"""A calendar file on its way into the calendar; its steps in their order, each in a file of its own.

1. bytes → table: `tables.table_in`
2. table → recognised: `recognition.recognised`
3. recognised → rows: `planning.rows_of`, one by one `rows.read_row`
4. rows → matched: `planning.matched`, one by one `matching.KnownPosts.match`
5. matched → written: `writing.add_row`, `writing.change_row`, with what rights and the plan make of a line: `posts`

A preview is all of it in a transaction that is given up (`plan_import`); `run_import` keeps it, slice by slice.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.members import Member
from bot.domain.moments import DateOrder
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.exchange.dates import AS_PROGRAMS
from bot.services.exchange.deeds import Written, remember_import
from bot.services.exchange.matching import Seen
from bot.services.exchange.planning import ImportPlan, matched, rows_of
from bot.services.exchange.planning import Refusal as Refusal
from bot.services.exchange.planning import Revision as Revision
from bot.services.exchange.posts import Choice, Desk
from bot.services.exchange.recognition import SourceFile, recognised
from bot.services.exchange.references import is_pointing, point_to_each_other
from bot.services.exchange.remarks import NOTHING_SAID, ImportNotes, Said
from bot.services.exchange.rows import Row as Row
from bot.services.exchange.slices import SLICE, added_up, slices_of
from bot.services.exchange.tables import table_in
from bot.services.exchange.writing import add_row, change_row
from bot.services.people.who_may import Action, refuse_unless
from bot.services.reminders.day_lines import owe_day_line

NO_CHOICE = Choice()


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
    reader: DateOrder = AS_PROGRAMS,
) -> ImportPlan:
    """What *content* (CSV or iCalendar) would change: the import itself, of which nothing stays.

    *name* is the file's, *platform* that of rows which do not name one, *reader* how whoever brings it writes days.
    Of a file in several slices each is looked at by itself: what passes a limit together with another slice is found
    while it is imported. Raises the `UserError`s of `table_in` and `recognised`.
    """
    table, seen = table_in(content, strategy), Seen()
    source = recognised(table, strategy, name=name, platform=platform, reader=reader)
    plan: ImportPlan = added_up(
        [rehearse(store, each, strategy, by=by, now=now, seen=seen) for each in slices_of(source)]
    )
    return plan


def rehearse(store: Store, source: SourceFile, strategy: Strategy, *, by: str, now: datetime, seen: Seen) -> ImportPlan:
    try:
        with store.transaction() as tx:
            desk = Desk(tx=tx, strategy=strategy, by=member_in(tx, by) if by else None, now=now, seen=seen)
            raise Rehearsed(carry_out(source, ImportNotes(desk)))
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
    reader: DateOrder = AS_PROGRAMS,
    choice: Choice = NO_CHOICE,
    token: str = "",
    told: Callable[[int, int], object] = lambda done, total: None,
) -> Imported:
    """Carry the plan out, made afresh from what stands now: twice changes nothing, and one that was cut off goes on.

    A file of more than `SLICE` lines is written slice by slice, so that others are answered in between; *told* hears
    after each how many lines are done. All of it is undone together, by *token* where one is given. *by* is a member,
    or "" for whoever sits at the machine. Raises the `UserError`s of `table_in` and `recognised`, and
    "rights-override" for a reason of somebody who may not pass a rule.
    """
    table = table_in(content, strategy)
    source = recognised(table, strategy, name=name, platform=platform, reader=reader)
    run = Run(store=store, strategy=strategy, by=by, now=now, choice=choice, token=token or secrets.token_hex(8))
    plans, parts = [], slices_of(source)
    for place, part in enumerate(parts):
        plans.append(run.carry_out(part))
        told(min((place + 1) * SLICE, len(source.table.rows)), len(source.table.rows))
    if len(parts) > 1:
        run.point_across()
    plan: ImportPlan = added_up(plans)
    kept = run.token if run.wrote else ""
    return Imported(added=len(plan.new), changed=len(plan.changed), same=plan.same, said=plan.said, token=kept)


@dataclass(slots=True, kw_only=True)
class Run:
    """An import while it is carried out; *added* and *known* are the lines of the slices so far."""

    store: Store
    strategy: Strategy
    by: str
    now: datetime
    choice: Choice
    token: str
    seen: Seen = field(default_factory=Seen)
    added: list[tuple[Row, Post]] = field(default_factory=list)
    known: list[tuple[Row, Post]] = field(default_factory=list)
    wrote: bool = False

    def carry_out(self, source: SourceFile) -> ImportPlan:
        """One slice in one transaction, with what undoes it."""
        with self.store.transaction() as tx:
            member = member_in(tx, self.by) if self.by else None
            if self.choice.override and member:
                refuse_unless(member, Action.OVERRIDE, self.strategy)
            desk = Desk(tx=tx, strategy=self.strategy, by=member, now=self.now, choice=self.choice, seen=self.seen)
            notes = ImportNotes(desk)
            plan = carry_out(source, notes)
            self._remember(tx, notes.written, notes.counted, member)
            if notes.added:
                owe_day_line(tx, self.strategy, now=self.now)
        self.seen.added.update(post.id for _, post in notes.added)
        self.added += notes.added
        self.known += plan.known
        return plan

    def point_across(self) -> None:
        """Posts of one slice that name those of a later one."""
        pointing = [(row, post) for row, post in self.added if is_pointing(row)]
        for begin in range(0, len(pointing), SLICE):
            with self.store.transaction() as tx:
                part = pointing[begin : begin + SLICE]
                found = [(row, here) for row, post in part if (here := tx.posts.find(post.id))]
                known = [*self.known, *self.added]
                changed = point_to_each_other(tx, found, known)
                member = member_in(tx, self.by) if self.by else None
                self._remember(tx, [(None, each) for each in changed], {}, member)

    def _remember(self, tx: Transaction, written: Written, counted: Mapping[str, str], member: Member | None) -> None:
        if member and remember_import(tx, written, counted, by=member, now=self.now, token=self.token):
            self.wrote = True


class Rehearsed(Exception):
    """Ends the transaction of a preview, so that nothing of it stays; *plan* is what it came to."""

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__()
        self.plan = plan


def carry_out(source: SourceFile, notes: ImportNotes) -> ImportPlan:
    """Every line written, in the order of the file, so that each counts for the limits of those after it."""
    desk = notes.desk
    plan = matched(rows_of(source, desk), source, desk)
    notes.added = [(row, post) for row in plan.new if (post := add_row(desk, row, notes))]
    changed = [each for revision in plan.changed if (each := change_row(desk, revision, notes))]
    point_to_each_other(desk.tx, notes.added, plan.known)
    same = plan.same + len(plan.changed) - len(changed) - notes.changes_out
    return replace(plan, new=tuple(row for row, _ in notes.added), changed=tuple(changed), same=same, said=notes.said())


def member_in(tx: Transaction, member_id: str) -> Member:
    return tx.members.find(member_id) or Member(id=member_id, name=member_id)
