"""Of what is owed to one person: who gets it where they muted it, are away, gone, a guest or in do-not-disturb."""

from datetime import timedelta

import pytest

from bot.domain.members import Absence
from bot.domain.reminder_columns import Instead
from bot.domain.reminder_kinds import KINDS, ReminderKind, muting_of
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, Site, a_plan, a_post, a_strategy, at

A_DAY = timedelta(days=1)
LAST_WEEK = at(TUESDAY - 7 * A_DAY, "12:00")
WEEKS = Absence(first=TUESDAY - 9 * A_DAY, last=TUESDAY + 20 * A_DAY)


def due(site):
    site.add(a_post(due=at(TUESDAY, "16:00"), backup_id=BOB))


def live(site):
    site.add(a_post(state="published", published_at=LAST_WEEK, backup_id=BOB))


def ownerless(site):
    site.add(a_post(due=at(TUESDAY + 3 * A_DAY, "16:00"), owner_id=None))


def silent(site):
    site.add(a_post(due=at(TUESDAY, "09:30"), backup_id=None))


def round_of_amy(site):
    site.set_round(AMY)


OWED = {
    ReminderKind.DUE: (due, AMY, BOB),
    ReminderKind.OVERDUE: (due, AMY, BOB),
    ReminderKind.MEASURE: (live, AMY, INES),
    ReminderKind.UNOWNED: (ownerless, INES, CHLOE),
    ReminderKind.ESCALATION: (silent, INES, CHLOE),
    ReminderKind.CHECK_IN: (round_of_amy, AMY, None),
}
"""What makes it owed, to whom, and who gets it instead."""


def muted(site, who, kind):
    site.set_member(who, muted=frozenset({muting_of(kind)}))


def away(site, who, kind):
    site.set_member(who, absences=(WEEKS,))


def gone(site, who, kind):
    site.set_member(who, is_active=False)


def guest(site, who, kind):
    site.set_member(who, is_guest=True)


LATER = {(ReminderKind.MEASURE, away)}
"""What waits until they are back."""


def told(kind, change=None):
    make, who, _ = OWED[kind]
    site = Site(strategy=a_strategy(platforms=(a_plan(owner_id=CHLOE),)))
    if change:
        change(site, who, kind)
    make(site)
    moments = [at(TUESDAY + n * A_DAY, clock) for n in range(5) for clock in ("09:00", "15:00", "16:00", "18:00")]
    found = site.tick(at(TUESDAY, "08:00"), *moments)
    rows = [site.delivery(each.key) for each in found]
    return {row.recipient_id for row in rows if row.kind is kind}


@pytest.mark.parametrize("kind", OWED)
def test_whom_it_is_owed_to_gets_it(kind):
    assert told(kind) == {OWED[kind][1]}


@pytest.mark.parametrize("kind", OWED)
def test_what_somebody_muted_goes_to_nobody_else(kind):
    assert told(kind, muted) == set()


@pytest.mark.parametrize("kind", OWED)
@pytest.mark.parametrize("absent", [away, gone, guest])
def test_where_they_are_not_there_it_goes_to_whom_the_table_names(kind, absent):
    instead = None if (kind, absent) in LATER else OWED[kind][2]

    assert told(kind, absent) == ({instead} if instead else set())
    assert (KINDS[kind].instead is Instead.NOBODY) == (OWED[kind][2] is None)


@pytest.mark.parametrize("kind", OWED)
def test_nobody_has_more_than_one_message_of_a_kind_about_a_thing_where_they_are_in_do_not_disturb(kind):
    def silence(site, who, kind):
        site.directory.quiet[who] = at(TUESDAY, "10:00")

    assert OWED[kind][1] in told(kind, silence)
