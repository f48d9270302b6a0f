"""For every kind of message and whatever befalls whom it is owed to: who gets it, and when.

Each row is read off ten lived days (`christmas`): what each reader was told from Christmas on.
"""

from dataclasses import dataclass, fields
from functools import cache

import pytest

from bot.domain.reminder_kinds import CHOOSABLE, KINDS, ReminderKind
from tests.conftest import Stage
from tests.handlers.ticks.who.christmas import AMY, INES, SOCIAL, Row, at, lived, set_member


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """*who* it is owed to, what it is about; then what is told, by whom it reaches: "AMY 25 09:00", of December."""

    who: str
    about: str
    usually: str
    muted: str
    absent: str
    manager_away: str
    holiday: str
    silence: str
    guest: str
    gone: str


def muted(stage: Stage, who: str) -> None:
    """Every kind that can be: by itself each is one of the settings."""
    set_member(stage, who, muted=frozenset(CHOOSABLE))


def absent(stage: Stage, who: str) -> None:
    stage.slack.hand(who).command("/checkin away 2026-12-25..2026-12-29", channel=SOCIAL)


def manager_away(stage: Stage, who: str) -> None:
    absent(stage, INES)


def holiday(stage: Stage, who: str) -> None:
    """In Britain that Friday and the Monday after it are public holidays."""
    stage.slack.change_member(who, tz="Europe/London")


def silence(stage: Stage, who: str) -> None:
    """Do-not-disturb until half past four."""
    stage.slack.change_member(who, do_not_disturb=(at(25, "00:00").timestamp(), at(25, "16:30").timestamp()))


def guest(stage: Stage, who: str) -> None:
    stage.slack.change_member(who, is_guest=True)


def gone(stage: Stage, who: str) -> None:
    stage.slack.change_member(who, deleted=True)


CASES = {each.__name__: each for each in (muted, absent, manager_away, holiday, silence, guest, gone)}


def whoever(reader: str, who: str, about: str) -> Expected:
    """What no case of one person changes."""
    return Expected(who=who, about=about, usually=reader, **dict.fromkeys(CASES, reader))


def of_manager(about: str, when: str, **more: str) -> Expected:
    """In their morning; Chloé, who owns the platform, stands in for them."""
    usual = {"muted": "", "holiday": f"INES 29 {when}", "silence": "INES 25 16:30"}
    stood_in = dict.fromkeys(("absent", "manager_away", "guest", "gone"), f"CHLOE 25 {when}")
    return Expected(who=INES, about=about, **{"usually": f"INES 25 {when}", **usual, **stood_in, **more})


def of_amy(about: str, usually: str, **more: str) -> Expected:
    """Nobody else's, unless *more* says so; what she does not get on a day off comes on her next morning."""
    usual = {"muted": "", "absent": "AMY 30 09:00", "manager_away": usually, "holiday": "AMY 29 09:00"}
    return Expected(
        who=AMY, about=about, usually=usually, **{**usual, "silence": "AMY 25 16:30", "guest": "", "gone": "", **more}
    )


def to_bob(times: str, about: str, **more: str) -> Expected:
    """Urgent: her backup takes it wherever she is not there to read it."""
    hers, his = (", ".join(f"{name} 25 {each}" for each in times.split()) for name in ("AMY", "BOB"))
    usual = {"usually": hers, "muted": "", "manager_away": hers, "silence": his}
    not_there = dict.fromkeys(("absent", "holiday", "guest", "gone"), his)
    return Expected(who=AMY, about=about, **{**usual, **not_there, **more})


MORNINGS = "AMY 25 09:00, DAN 25 09:00, INES 25 09:00"
HIS_MORNING = "BOB 25 09:00, DAN 25 09:00, INES 25 09:00"  # lists what he stands in for

TABLE = {
    ReminderKind.AGENDA: Expected(
        who=AMY,
        about="2026-12-25",
        usually=MORNINGS,
        muted=MORNINGS,  # what waits for her is told all the same
        absent=HIS_MORNING,
        manager_away="AMY 25 09:00, CHLOE 25 09:00, DAN 25 09:00",
        holiday=HIS_MORNING,
        silence="AMY 25 16:30, DAN 25 09:00, INES 25 09:00",
        guest=HIS_MORNING,
        gone=HIS_MORNING,
    ),
    ReminderKind.DUE: to_bob("10:00 11:00", "P1"),
    ReminderKind.OVERDUE: to_bob("13:00", "P1"),
    ReminderKind.CHECK_IN: of_manager(
        "2026-12-25", "16:00", **dict.fromkeys(("absent", "manager_away", "holiday", "guest", "gone"), "")
    ),
    ReminderKind.REVIEW: of_amy(  # of a guest, or of nobody, it cannot be asked
        "P6", "AMY 25 09:30", absent="INES 25 09:40", manager_away="AMY 25 09:30"
    ),
    ReminderKind.REVIEW_AGAIN: of_amy(
        "P7",
        "AMY 25 09:00, AMY 28 09:00, INES 29 09:00",
        absent="INES 29 09:00, AMY 30 09:00",
        manager_away="AMY 25 09:00, AMY 28 09:00, CHLOE 29 09:00",
        holiday="AMY 29 09:00, INES 29 09:00, AMY 30 09:00",
        silence="AMY 25 16:30, AMY 28 09:00, INES 29 09:00",
        **dict.fromkeys(("guest", "gone"), "INES 25 09:00, INES 28 09:00"),
    ),
    ReminderKind.MEASURE: of_amy("P2", "AMY 25 09:00", **dict.fromkeys(("guest", "gone"), "INES 25 09:00")),
    ReminderKind.UNOWNED: of_manager("2026-12-25", "09:00", holiday=""),  # the next morning has its own
    ReminderKind.RADAR: of_manager(  # it waits for them, as long as it is worth reading
        "2027-01", "10:00", **dict.fromkeys(("absent", "manager_away"), "INES 30 10:00")
    ),
    ReminderKind.RADAR_LINE: of_manager(
        "2026-12-28",
        "09:00",
        usually="INES 28 09:00",
        silence="INES 28 09:00",
        **dict.fromkeys(("absent", "manager_away", "guest", "gone"), "CHLOE 28 09:00"),
    ),
    ReminderKind.DIGEST: whoever("SOCIAL 28 09:00", INES, "2026-W52"),
    ReminderKind.CATCH_UP: of_amy(  # of what she wanted nothing was missed, where she muted all
        "late",
        "AMY 25 22:01",
        silence="AMY 25 22:01",
        **dict.fromkeys(("absent", "holiday", "guest", "gone"), "BOB 25 22:01"),
    ),
    ReminderKind.NOTICE: Expected(  # the channel is archived: it can't wait
        who=INES,
        about=SOCIAL,
        **dict.fromkeys(("usually", "muted", "holiday", "silence"), "INES 28 12:10"),
        **dict.fromkeys(("absent", "manager_away", "guest", "gone"), "CHLOE 28 12:10"),
    ),
    ReminderKind.QUESTION: of_amy("Q2", "AMY 25 09:30", absent="INES 25 09:40"),
    ReminderKind.QUESTION_AGAIN: of_manager("Q1", "09:00"),
    ReminderKind.ESCALATION: of_manager("P4", "09:00"),
    ReminderKind.LATE: of_amy("P3", "AMY 25 09:00", **dict.fromkeys(("guest", "gone"), "BOB 25 09:00")),
    ReminderKind.SHARE_KIT: of_amy("K1", "AMY 25 09:30"),
    ReminderKind.CHANGE: of_amy("P13", "AMY 25 09:40", absent="", holiday=""),  # then it is a line
    ReminderKind.CHANGE_LINE: of_amy("P9", "AMY 25 09:00"),
    ReminderKind.ROUND_ASKED: of_amy("round-UAMY", "AMY 25 16:00", absent="", holiday="AMY 29 16:00"),
    ReminderKind.DAY_LINE: whoever("SOCIAL 25 09:40", AMY, "2026-12-25"),
}


@cache
def told(case: str = "", who: str = "") -> list[Row]:
    return lived(CASES[case], who) if case else lived()


def days_of(kind: ReminderKind, about: str, rows: list[Row]) -> str:
    found = [each for each in rows if (each.kind, each.subject) == (kind, about) and each.when >= "25"]
    return ", ".join(f"{each.reader[1:]} {each.when}" for each in sorted(found, key=_place))


def _place(row: Row) -> tuple[str, str]:
    return row.when, row.reader


def in_order(expected: str) -> str:
    return ", ".join(sorted(filter(None, expected.split(", ")), key=lambda each: (each.split(" ", 1)[1], each)))


def test_every_kind_has_its_row_and_no_other_has():
    assert set(TABLE) == set(KINDS)
    assert {each.name for each in fields(Expected)} == {"who", "about", "usually", *CASES}


@pytest.mark.parametrize("case", ["usually", *CASES])
@pytest.mark.parametrize("kind", KINDS)
def test_it_reaches_whom_it_should_when_it_should(kind, case):
    expected = TABLE[kind]
    who = "" if case == "usually" else INES if case == "manager_away" else expected.who
    rows = told("absent" if case == "manager_away" else case.replace("usually", ""), who)

    assert days_of(kind, expected.about, rows) == in_order(getattr(expected, case))
