"""The table of reminder kinds: every kind has all its parts, and a fault in one harms no other kind's messages."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.app import build
from bot.domain.reminder_columns import Joined
from bot.domain.reminder_kinds import CHOOSABLE, KINDS, PLAIN, ReminderKind, over_at, row_of
from bot.i18n import Translator
from bot.i18n.catalogue import resources
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.facts import facts_of
from bot.services.reminders.owed import owed
from bot.services.reminders.sources import SOURCES, WRITTEN_BY_DEEDS, ReminderSource
from bot.services.reminders.upcoming import next_moment
from bot.settings import Settings
from storage.memory import MemoryStore
from tests.handlers.reminding import AMY, BOB, INES, TUESDAY, Site, a_post, at, kinds

NOON = at(TUESDAY, "12:00")
EVERY = list(ReminderKind)


@pytest.fixture(scope="module")
def bot():
    settings = Settings(bot_token="xoxb-test", app_token="xapp-test", api_url="http://127.0.0.1:9/api/")
    return build(settings, store=MemoryStore())


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_has_its_row_and_its_rendering(bot, kind):
    assert kind in KINDS
    assert kind in bot.listeners.reminders


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_has_its_name_in_both_catalogues(kind, language):
    names = {entry.id.name for each in resources(language).values() for entry in each.body if hasattr(entry, "id")}

    assert f"reminder-{kind}" in names
    assert Translator(language, "UTC").reminder(kind)


def test_every_kind_comes_to_be_owed_in_one_way():
    found = [kind for source in SOURCES for kind in source.kinds]

    assert sorted({*found, *WRITTEN_BY_DEEDS}) == sorted(EVERY)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_is_over_some_time_after_it_is_owed(kind):
    assert over_at(kind, NOON, zone="Europe/Paris") > NOON


def test_a_kind_that_lasts_a_day_ends_with_the_day_of_its_reader():
    assert over_at(ReminderKind.AGENDA, NOON, zone="America/Toronto") == at(TUESDAY, "23:59", "America/Toronto") + (
        timedelta(minutes=1)
    )


def test_what_is_told_as_a_post_is_about_one():
    assert all(row.is_about_post for row in KINDS.values() if row.joined in {Joined.POST, Joined.NUMBERS})


def test_members_choose_among_all_but_what_belongs_to_the_channel_or_mends_things():
    with_others = {kind for kind, row in KINDS.items() if row.muted_with}

    assert set(EVERY) - set(CHOOSABLE) - with_others == {
        ReminderKind.DIGEST,
        ReminderKind.DAY_LINE,
        ReminderKind.CATCH_UP,
        ReminderKind.NOTICE,
    }


def raising(*given):
    raise ZeroDivisionError("a bug in one kind")


def two_due_and_a_round():
    """At noon a post of Amy's and one of Bob's come due, and Ines is asked for her round."""
    site = Site()
    site.tick(NOON - timedelta(days=1))
    site.set_round(INES)
    site.set_member(INES, check_in_at=time(12))
    site.add(a_post(1, due=NOON), a_post(2, due=NOON, owner_id=BOB))
    site.tick(NOON - timedelta(minutes=30))
    return site


EXPECTED = [(AMY, "due"), (BOB, "due"), (INES, "check-in")]


def test_all_of_them_are_told_where_nothing_is_at_fault():
    assert sorted(kinds(two_due_and_a_round().tick(NOON))) == EXPECTED


@pytest.mark.parametrize("kind", [ReminderKind.CHECK_IN, ReminderKind.DUE])
def test_a_kind_whose_rendering_raises_holds_up_no_other(caplog, kind):
    site = two_due_and_a_round()
    site.renders[kind] = raising

    told = site.tick(NOON)

    assert sorted(kinds(told)) == [each for each in EXPECTED if each[1] != kind]
    assert f"bug in a message ({kind})" in caplog.text


def test_a_kind_without_a_rendering_holds_up_no_other_and_comes_once_it_has_one(caplog):
    site = two_due_and_a_round()
    render = site.renders.pop(ReminderKind.CHECK_IN)

    told = site.tick(NOON)
    site.renders[ReminderKind.CHECK_IN] = render
    later = site.tick(NOON + timedelta(minutes=2), NOON + timedelta(minutes=4))

    assert sorted(kinds(told)) == [each for each in EXPECTED if each[1] != "check-in"]
    assert "bug in a message (check-in)" in caplog.text
    assert kinds(later) == [(INES, "check-in")]


@pytest.mark.parametrize("kind", [ReminderKind.CHECK_IN, ReminderKind.DUE])
def test_a_kind_without_a_row_holds_up_no_other(caplog, monkeypatch, kind):
    site = two_due_and_a_round()
    monkeypatch.delitem(KINDS, kind)

    told = site.tick(NOON)

    assert {each for each in EXPECTED if each[1] != kind} <= set(kinds(told))
    assert f"bug in a message ({kind}): its kind has no row" in caplog.text
    assert row_of(kind) is PLAIN


def source_of(kind):
    return next(source for source in SOURCES if kind in source.kinds)


def owed_at_noon(site, *sources):
    with site.store.transaction() as tx:
        return owed(facts_of(tx, is_holiday, now=NOON), sources)


def test_a_kind_that_cannot_be_owed_for_one_subject_is_owed_for_the_others(caplog):
    site, source = two_due_and_a_round(), source_of(ReminderKind.DUE)

    def of_bob_alone(post, facts, decided):
        decided["noted"] = "2026-11-24"
        return raising() if post.owner_id == AMY else source.owed(post, facts, {})

    found = owed_at_noon(site, replace(source, owed=of_bob_alone))

    assert [each.recipient_id for each in found.reminders] == [BOB]
    assert "bug in what is owed (due, overdue, escalation, late)" in caplog.text


def test_what_could_not_be_owed_is_not_taken_as_decided_on(caplog):
    site, source = two_due_and_a_round(), source_of(ReminderKind.CHECK_IN)

    def noting_first(whose, facts, decided):
        decided["check-in:S1:UINES"] = "2026-11-24"
        return raising()

    found = owed_at_noon(site, replace(source, owed=noting_first))

    assert found.rhythm.decided.get("check-in:S1:UINES") != "2026-11-24"


def test_a_kind_whose_subjects_cannot_be_read_holds_up_no_other(caplog, monkeypatch):
    site = two_due_and_a_round()
    broken = ReminderSource(kinds=(ReminderKind.RADAR,), subjects=raising, owed=raising, ahead=raising)
    monkeypatch.setattr("bot.services.reminders.owing.owed", lambda facts: owed(facts, (broken, *SOURCES)))

    assert sorted(kinds(site.tick(NOON))) == EXPECTED
    assert "bug in what is owed (radar)" in caplog.text


def test_a_kind_that_cannot_say_when_it_comes_next_keeps_no_other_from_saying_so(caplog, monkeypatch):
    site = two_due_and_a_round()
    broken = ReminderSource(kinds=(ReminderKind.RADAR,), subjects=raising, owed=raising, ahead=raising)
    monkeypatch.setattr("bot.services.reminders.upcoming.SOURCES", (broken, *SOURCES))

    assert next_moment(site.store, NOON - timedelta(minutes=20)) == NOON
    assert "bug in what is owed (radar)" in caplog.text
