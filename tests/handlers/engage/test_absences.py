"""`/checkin away`: days off, the posts that are due meanwhile, coming back."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.members import Absence
from bot.domain.moments import Due
from bot.domain.strategy import Platform
from bot.services.post.adding import Wish, add_post
from tests.handlers.engage.test_checkin import MONDAY, SOCIAL, absences, words_of


def test_who_is_away_owes_nothing(stage, bob, amy):
    amy.command("/checkin absence aujourd’hui", channel=SOCIAL)

    assert "off: Amy" in words_of(bob.command("/checkin status", channel=SOCIAL).messages[0])


# --- days away


def test_days_away_are_kept_and_the_posts_due_meanwhile_are_named(stage, bob):
    house, now = stage.bot.house, stage.slack.clock.now()
    with house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    due = Due.of(datetime(2026, 12, 28, 10, tzinfo=UTC), "Europe/London")
    wish = Wish(title="Winter & sale", platform=Platform.INSTAGRAM, owner_id="UBOB", due=due)
    add_post(house.store, strategy=stage.strategy, by=by, now=now, wish=wish)

    answer = bob.command("/checkin away 24/12..2/1", channel=SOCIAL)

    assert absences(stage) == (Absence(first=date(2026, 12, 24), last=date(2027, 1, 2)),)
    assert "Thu 24 Dec – Sat 2 Jan" in answer.text
    assert "Winter &amp; sale" in words_of(answer.messages[0])


def test_days_that_are_not_understood_open_the_form(stage, bob):
    answer = bob.command("/checkin away around easter", channel=SOCIAL)

    assert absences(stage) == ()
    assert "around easter" in words_of(answer.modal)


def test_the_form_keeps_days_away(stage, bob):
    bob.command("/checkin away", channel=SOCIAL)

    answer = bob.submit({"first": "2026-12-24", "last": "2027-01-02"})

    assert absences(stage) == (Absence(first=date(2026, 12, 24), last=date(2027, 1, 2)),)
    assert "Noted, away" in words_of(answer.modal)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-12-24", "2026-12-23"), ("2026-11-20", "2026-11-22")],
    ids=["backwards", "over already"],
)
def test_days_that_cannot_be_kept_say_why_at_the_field(stage, bob, first, last):
    bob.command("/checkin away", channel=SOCIAL)

    assert list(bob.submit({"first": first, "last": last}).errors) == ["last"]
    assert absences(stage) == ()


def test_a_day_off_that_ends_today_can_be_noted_still(stage, bob):
    bob.command("/checkin away", channel=SOCIAL)

    assert bob.submit({"first": "2026-11-20", "last": "2026-11-23"}).errors == {}
    assert absences(stage) == (Absence(first=date(2026, 11, 20), last=MONDAY),)


def test_back_again_ends_what_is_noted(stage, bob):
    bob.command("/checkin away today..friday", channel=SOCIAL)

    answer = bob.command("/checkin back", channel=SOCIAL)

    assert "Welcome back" in answer.text
    assert not any(each.covers(MONDAY) for each in absences(stage))


def test_the_form_ends_an_absence_in_place(stage, bob):
    bob.command("/checkin away today..friday", channel=SOCIAL)
    bob.command("/checkin away", channel=SOCIAL)

    answer = bob.press(bob.modal, "checkin.back")

    assert "Welcome back" in words_of(answer.modal)
    assert not any(each.covers(MONDAY) for each in absences(stage))


def test_the_button_of_the_answer_takes_the_absence_back(stage, bob):
    answer = bob.command("/checkin away tomorrow", channel=SOCIAL)

    changed = bob.press(answer.messages[0], "checkin.back")

    assert "Welcome back" in changed.text
    assert changed.messages[0].ts == answer.messages[0].ts
    assert absences(stage) == ()


def test_a_return_that_is_only_partly_understood_ends_nothing_yet(stage, bob):
    bob.command("/checkin away today..friday", channel=SOCIAL)

    answer = bob.command("/checkin back on wednesday", channel=SOCIAL)

    assert "on wednesday" in words_of(answer.modal)
    assert any(each.covers(MONDAY) for each in absences(stage))
