"""What a calendar file would do: each of its lines new, changed, the same, doubtful or refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.domain.kpi.rates import Measurement
from bot.domain.members import Member
from bot.domain.posts import OPEN_STATES, Post, PostState
from bot.services.exchange.columns import Unreadable
from bot.services.exchange.matching import KnownPosts
from bot.services.exchange.posts import Desk, said_of, unlike
from bot.services.exchange.recognition import SourceFile
from bot.services.exchange.references import of_here
from bot.services.exchange.remarks import NOTHING_SAID, Said
from bot.services.exchange.rows import Reading, Row, read_row
from bot.services.exchange.states import refused_step
from bot.services.people.sight import is_shut_out
from bot.services.people.who_may import Action


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
class ImportPlan:
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
    def lines(self) -> int:
        return self.writes + self.same + len(self.refused) + len(self.said.out)

    @property
    def writes(self) -> int:
        return len(self.new) + len(self.changed)


def matched(rows: Iterable[Row | Refusal], source: SourceFile, desk: Desk) -> ImportPlan:
    """Each of *rows* beside the post of the calendar that it stands for, or none."""
    known, header = source.known, source.table.header
    unused = tuple(name for place, name in enumerate(header) if name.strip() and place not in known.values())
    calendar = KnownPosts(desk.tx, desk.strategy, desk.seen)
    plan = ImportPlan(recognised=tuple(known), unused=unused, dates=source.dates)
    for row in rows:
        if isinstance(row, Refusal):
            plan = replace(plan, refused=(*plan.refused, row))
        else:
            plan = sorted_in(plan, row, calendar, desk)
    return plan


def rows_of(source: SourceFile, desk: Desk) -> Iterator[Row | Refusal]:
    """The lines in the order of the file, each read or refused with the reason."""
    reading = Reading(
        known=source.known,
        strategy=desk.strategy,
        members={name: member for member in desk.tx.members.all() for name in names_of(member)},
        now=desk.now,
        platform=source.platform,
        is_literal=source.is_own,
    )
    for line, cells in source.table.rows:
        try:
            yield read_row(line, cells, reading)
        except Unreadable as bad:
            yield Refusal(line=line, field=bad.field, reason=bad.reason, what=bad.what)


def names_of(member: Member) -> list[str]:
    return [member.id, f"<@{member.id}>", member.name.lower(), f"@{member.name.lower()}"]


def sorted_in(plan: ImportPlan, row: Row, calendar: KnownPosts, desk: Desk) -> ImportPlan:
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

    A post that is over may say what was.
    """
    state = row.values.get("state", was.state if was else PostState.DRAFT)
    if state not in OPEN_STATES:
        return None
    for column, chosen in given_by(row, was):
        member = desk.tx.members.find(chosen)
        if member and (why := absence_of(member, desk, row)):
            return column, why, member.name
    return None


def given_by(row: Row, was: Post | None) -> Iterator[tuple[str, str]]:
    """Columns that give something to somebody who does not have it yet, and to whom."""
    for column in ("owner", "backup", "reviewer"):
        chosen = row.values.get(f"{column}_id")
        if chosen and chosen != getattr(was, f"{column}_id", None):
            yield column, chosen
    known = {each.owner_id for each in was.checklist} if was else set()
    steps = (each.owner_id for each in row.values.get("checklist", ()))
    yield from (("checklist", each) for each in steps if each and each not in known)


def absence_of(member: Member, desk: Desk, row: Row) -> str:
    """Why *member* can't be told of it; our own file may name somebody who left the team since."""
    if not member.can_be_messaged and not row.is_literal:
        return "absent"
    is_bound = desk.by is not None  # whoever sits at the machine is not
    return "outsider" if is_bound and is_shut_out(desk.tx, member.id, desk.strategy) else ""


def refused(plan: ImportPlan, row: Row, field: str, reason: str, what: str) -> ImportPlan:
    refusal = Refusal(line=row.line, field=field, reason=reason, what=what)
    return replace(plan, refused=(*plan.refused, refusal))


def measured(row: Row) -> bool:
    return not row.counts.is_empty


def differing(post: Post, row: Row, latest: Measurement | None) -> tuple[str, ...]:
    """The fields that the file would change; what it leaves empty stays as it is."""
    return (*unlike(post, said_of(row)), *(["counts"] if brings_counts(row, latest) else []))


def brings_counts(row: Row, latest: Measurement | None) -> bool:
    return measured(row) and (latest is None or latest.counts != row.counts)
