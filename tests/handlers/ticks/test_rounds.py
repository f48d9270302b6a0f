"""The round: with what else comes due near its hour; after three that were skipped it is asked whether it is of use."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.members import RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.i18n import translator_for
from bot.services.reminders.rhythms import answer_rhythm
from handlers.views.reminders.invitations import round_asked_message
from tests.handlers.longest import assert_message
from tests.handlers.reminding import AMY, TUESDAY, Site, a_member, a_post, a_strategy, at, kinds

FOUR = at(TUESDAY, "16:00")
A_DAY = timedelta(days=1)


def rounds(site, first, last):
    """What is asked at four of each day, and the day."""
    told, day = [], first
    while day <= last:
        found = site.tick(at(day, "15:59"), at(day, "16:00"), at(day, "16:01"))
        told += [(each.kind, day.day) for each in found if each.recipient_id == AMY]
        day += A_DAY
    return told


def skipping():
    """Asked on Tuesday, Wednesday and Thursday; nothing done."""
    site = Site()
    site.set_round(AMY)
    site.tick(at(TUESDAY, "15:00"))
    assert rounds(site, TUESDAY, TUESDAY + 2 * A_DAY) == [("check-in", 24), ("check-in", 25), ("check-in", 26)]
    return site


@pytest.mark.parametrize("clock", ["15:35", "16:00", "16:25"])
def test_it_goes_with_a_post_that_comes_due_within_half_an_hour(clock):
    site = Site()
    site.set_round(AMY)
    site.add(a_post(due=at(TUESDAY, clock), created_at=at(TUESDAY - A_DAY, "09:00")))
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), at(TUESDAY, "15:30"))

    told = site.tick(*(at(TUESDAY, each) for each in ("15:35", "16:00", "16:01", "16:25", "16:31")))

    assert kinds(told) == [(AMY, "due"), (AMY, "check-in")]
    assert told[0].at == at(TUESDAY, clock)
    assert "checkin.open" in str(told[0].message.blocks)


def test_a_post_that_comes_later_leaves_it_at_its_hour():
    site = Site()
    site.set_round(AMY)
    site.set_member(AMY, check_in_at=time(16))
    site.add(a_post(due=at(TUESDAY, "17:45"), created_at=at(TUESDAY - A_DAY, "09:00")))
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"))

    assert kinds(site.tick(FOUR)) == [(AMY, "check-in")]


def test_after_three_skipped_working_days_it_is_asked_once_and_then_nothing():
    site = skipping()

    assert rounds(site, TUESDAY + 3 * A_DAY, TUESDAY + 13 * A_DAY) == [("round-asked", 27)]


def test_one_that_was_done_in_between_begins_anew():
    site = skipping()
    with site.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id=AMY, day=TUESDAY + A_DAY))

    assert rounds(site, TUESDAY + 3 * A_DAY, TUESDAY + 3 * A_DAY) == [("check-in", 27)]


@pytest.mark.parametrize(
    ("rhythm", "asked"),
    [(RoundRhythm.DAILY, [30, 1, 2]), (RoundRhythm.TWICE, [1, 3]), (RoundRhythm.OFF, [])],
)
def test_what_is_answered_holds(rhythm, asked):
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))

    answer_rhythm(site.store, AMY, "S1", rhythm, now=site.clock.at)

    told = rounds(site, TUESDAY + 6 * A_DAY, TUESDAY + (8 if rhythm is RoundRhythm.DAILY else 10) * A_DAY)
    assert [day for kind, day in told if kind == "check-in"] == asked
    assert site.slack.updates[-1][1].text.startswith("You are")


def test_who_does_one_after_the_question_is_asked_again():
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))
    with site.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id=AMY, day=TUESDAY + 3 * A_DAY))

    assert rounds(site, TUESDAY + 6 * A_DAY, TUESDAY + 6 * A_DAY) == [("check-in", 30)]


def test_off_is_their_own_setting():
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))

    member = answer_rhythm(site.store, AMY, "S1", RoundRhythm.OFF, now=site.clock.at)

    assert ReminderKind.CHECK_IN in member.muted


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_the_question_at_its_longest(locale):
    t = translator_for(a_member(AMY, locale=locale), FOUR)
    strategy = a_strategy(name="M" * 80)

    asked, answered = (
        round_asked_message(t, strategy, day="2026-11-24", answer=each, two=(1, 3))
        for each in (None, RoundRhythm.TWICE)
    )

    assert_message(asked.text, list(asked.blocks))
    assert_message(answered.text, list(answered.blocks))


def words(site, kind):
    """The newest of what the messages of *kind* say now."""
    [sent] = [f"{n}.0" for n, told in enumerate(site.slack.posted, 1) if told.kind == kind]
    return next(message for ts, message in reversed(site.slack.updates) if ts == sent)


def test_a_round_whose_day_is_over_is_no_more_todays():
    site = Site()
    site.set_round(AMY)
    site.add(a_post(due=at(TUESDAY, "18:00")))
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), FOUR)

    site.change("P1", state="published", published_at=at(TUESDAY + A_DAY, "10:00"))
    site.tick(at(TUESDAY + A_DAY, "10:01"))

    assert "all done" in words(site, "agenda").text
    assert "Today's round" not in str(words(site, "agenda").blocks)


def test_an_invitation_counts_the_questions_of_whoever_is_asked(stage, bob, amy):
    bob.command('/checkin question "Do you ship to Belgium?" on facebook @amy', channel="CSOCIAL")
    bob.command('/checkin question "Is it made of soy?" on facebook @bob', channel="CSOCIAL")
    bob.command('/checkin question "Are you open on Sundays?" on facebook @bob', channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 24, 16, 1, tzinfo=UTC))

    asked = [each.text for each in bob.direct_messages() if each.text.startswith("Time for today's round")]

    assert asked[-1].endswith("\n2 questions are still waiting for your answer.")


def test_an_invitation_of_a_day_that_is_over_says_that_nothing_was_noted(stage, bob):
    bob.command('/checkin question "Is it made of soy?" on facebook @bob', channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 24, 16, 1, tzinfo=UTC))
    asked = [each for each in bob.direct_messages() if each.text.startswith("Time for today's round")][-1]

    stage.move_to(datetime(2026, 11, 25, 9, 30, tzinfo=UTC))
    bob.command("/checkin answered Q1", channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 25, 9, 40, tzinfo=UTC))

    [now] = [each.text for each in bob.direct_messages() if each.ts == asked.ts]
    assert now == "Round of Tuesday 24 November: nothing was noted."
