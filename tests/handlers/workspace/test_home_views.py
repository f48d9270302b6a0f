"""Home, set-up and the round at their longest texts, against the limits of Slack."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.members import RoundRhythm
from bot.domain.moments import Week
from bot.domain.reminder_kinds import CHOOSABLE, ReminderKind
from bot.language.requests import CheckInNumbers
from bot.sandbox.limits import check_home
from bot.services.engage.absences import AwaySaved
from bot.services.engage.rounds import Round, RoundDay, RoundSaved, TeamWeek
from bot.services.post.lists import Overview
from bot.services.workspace.home import HomeFacts
from handlers.views.engage import absences as away
from handlers.views.engage import rounds
from handlers.views.workspace import home, sample, setup, welcome
from tests.handlers.longest import (
    EVIL,
    NOW,
    TODAY,
    a_check_in,
    a_member,
    a_post,
    a_strategy,
    absences,
    assert_harmless,
    assert_message,
    assert_modal,
    mrkdwn_in,
    questions,
    worst,
)

# --- Home


@pytest.mark.parametrize("has_strategy", [True, False])
def test_home_at_its_longest(t, texts, has_strategy):
    posts = tuple(a_post(texts, n) for n in range(25))
    overview = Overview(late=posts, today=posts, next=posts, undated=posts, total=100, others=999, unowned=999)
    facts = HomeFacts(
        member=a_member(texts),
        strategy=a_strategy(texts) if has_strategy else None,
        overview=overview if has_strategy else None,
        check_in=a_check_in(texts),
        in_round=True,
        absences=absences(),
        planned=10**6,
        live=10**6,
        elsewhere=((a_strategy(texts), posts),) * 9,
        questions=questions(texts),
        asked_elsewhere=((a_strategy(texts), questions(texts)),) * 9,
    )

    view = home.home_view(t, facts, now=NOW)

    assert check_home(view) is None
    assert_harmless(*mrkdwn_in(view))


def test_the_settings_at_their_longest(t, texts):
    everything_off = a_member(texts, muted=frozenset(CHOOSABLE), working_days=frozenset(range(7)))

    rounds = [(a_strategy(texts, id=f"S{n}"), RoundRhythm.TWICE) for n in range(40)]
    without_rounds_off = replace(everything_off, muted=everything_off.muted - {ReminderKind.CHECK_IN})

    for few in (rounds, rounds[:1], []):
        assert_modal(home.settings_form(t, everything_off, few))
        assert_modal(home.settings_saved(t, everything_off, few))
        assert_modal(home.settings_saved(t, without_rounds_off, few))


# --- Set-up


@pytest.mark.parametrize("is_known", [True, False])
def test_the_form_of_a_strategy_at_its_longest(t, texts, is_known):
    zones = [f"Etc/GMT+{n}" for n in range(13)] * 30 + ["America/Argentina/ComodRivadavia"]
    known = a_strategy(texts, locale="de-DE") if is_known else None

    for channel_id in ("C" + "0" * 10, ""):
        assert_modal(setup.setup_form(t, a_member(texts, locale="pt-BR"), channel_id, known, zones=zones))


def test_what_follows_a_set_up_at_its_longest(t, texts):
    strategy = a_strategy(texts, locale=t.locale)
    introduction = setup.introduction(strategy, a_member(texts))

    assert_modal(setup.setup_done(t, strategy))
    assert_message(introduction.text, introduction.blocks)


def test_the_first_message_and_its_sample_are_messages(t):
    first, shown = welcome.welcome(t), sample.sample_message(t, reader_id="U0000000000", now=NOW)

    assert_message(first.text, first.blocks)
    assert_message(shown.text, shown.blocks)


# --- The round


@pytest.mark.parametrize("is_done", [True, False])
def test_the_form_of_the_round_at_its_longest(t, texts, is_done):
    found = Round(day=TODAY, check_in=a_check_in(texts) if is_done else None, questions=questions(texts))
    typed = CheckInNumbers(answered=1, learned=worst(12_000, texts))

    for each in (found, rounds.filled(found, "S1", "U0000000000", typed)):
        assert_modal(rounds.round_form(t, each, rest=worst(12_000, texts), meta={}))


def test_a_round_with_hundreds_of_questions_offers_as_many_as_can_be_ticked_and_counts_the_rest(t):
    found = Round(day=TODAY, check_in=None, questions=questions(EVIL, 150))

    form = rounds.round_form(t, found, meta={})

    assert_modal(form)
    field = next(each for each in form["blocks"] if each.get("block_id") == "questions")
    assert len(field["element"]["options"]) == rounds.SHOWN_QUESTIONS
    assert str(150 - rounds.SHOWN_QUESTIONS) in field["hint"]["text"]


def test_what_was_kept_of_a_round_at_its_longest(t, texts):
    saved = RoundSaved(check_in=a_check_in(texts), still_open=questions(texts))
    text, blocks = rounds.round_done(t, saved)

    assert_message(text, blocks)
    assert_modal(rounds.notice(t, text, blocks, channel_id="C1"))
    assert_modal(rounds.notice(t, text, [], channel_id="C1"))


def test_the_teams_week_at_its_longest(t, texts):
    names = tuple(worst(80, texts) for _ in range(30))
    days = tuple(RoundDay(day=TODAY, done=names, open=names, off=names) for _ in range(7))
    week = TeamWeek(
        week=Week.of(TODAY), days=days, received=10**7, answered=10**7, answered_older=10**7, questions=questions(texts)
    )

    assert_message(*rounds.week_status(t, week))


def test_a_week_without_rounds_is_told_as_well(t):
    empty = TeamWeek(week=Week.of(TODAY), days=(), received=None, answered=None, questions=())

    assert_message(*rounds.week_status(t, empty))


def test_absences_at_their_longest(t, texts):
    saved = AwaySaved(absences=absences(), posts=tuple(a_post(texts, n) for n in range(40)))
    text, blocks = away.away_saved(t, saved)

    assert_message(text, blocks)
    assert_modal(rounds.notice(t, text, blocks, channel_id="C1"))
    assert_modal(away.away_form(t, absences(), first=date(2026, 11, 25), rest=worst(12_000, texts), meta={}))
