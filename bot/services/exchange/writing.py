"""Matched lines written into the calendar: a new post, a changed one, a measurement."""

from dataclasses import replace

from bot.domain.kpi.rates import measurement_of
from bot.domain.posts import Post
from bot.services.exchange.planning import Refusal as Refusal
from bot.services.exchange.planning import Revision as Revision
from bot.services.exchange.planning import brings_counts
from bot.services.exchange.posts import Desk, Fate, changed_by, changed_names, made_by
from bot.services.exchange.remarks import ImportNotes
from bot.services.exchange.rows import Row as Row
from bot.services.reminders.owing import mark_changed


def add_row(desk: Desk, row: Row, notes: ImportNotes) -> Post | None:
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


def change_row(desk: Desk, revision: Revision, notes: ImportNotes) -> Revision | None:
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


def keep_counts(notes: ImportNotes, post: Post, row: Row) -> None:
    """A measurement of what the file says, unless the latest one says the same."""
    desk = notes.desk
    latest = desk.tx.measurements.latest_of([post.id]).get(post.id)
    if not brings_counts(row, latest):
        return
    made = measurement_of(post.id, row.counts, after=latest, now=desk.now, by=desk.by_id, source="import")
    notes.counted[post.id] = desk.tx.measurements.put(made).id
