"""New posts of a file bring the steps of their kind, as typed ones do; a file that says which has the last word."""

from datetime import date

import pytest

from bot.domain.post.checklists import PLANNED, is_open
from bot.domain.posts import PostKind, PostState
from bot.i18n import Translator
from bot.services.exchange.imports import run_import
from bot.services.exchange.own_file import calendar_csv
from handlers.views.exchange.imports import imported, steps_told
from tests.services.post.post_builders import BOB, LUNE, NOW, a_store, stored

HEAD = "title,platform,kind,date\n"


@pytest.fixture
def store():
    return a_store()


def brought(store, text: str):
    with store.transaction() as tx:
        strategy = tx.strategies.get(LUNE.id)
    return run_import(store, text.encode(), strategy=strategy, by=BOB.id, now=NOW)


@pytest.mark.parametrize("kind", [PostKind.CONTEST, PostKind.EVENT, PostKind.PROMOTION, PostKind.BLOG])
def test_a_new_post_has_the_steps_of_its_kind_on_days_from_its_own(store, kind):
    brought(store, f"{HEAD}Candle,instagram,{kind},2026-12-20\n")

    steps = stored(store, "P1").checklist
    days = {each.key: (each.day - date(2026, 12, 20)).days for each in steps if each.key != "teaser"}
    assert days == {each.key: each.after for each in PLANNED[kind]}


def test_the_result_says_so_in_both_languages(store):
    done = brought(store, f"{HEAD}Candle,instagram,contest,2026-12-20\nFair,instagram,event,2026-12-22\n")

    assert "2 new posts have steps to do" in str(
        imported(Translator("en-US", LUNE.zone), done, name="x", strategy=LUNE)
    )
    assert "2 nouvelles publications ont des étapes" in str(
        imported(Translator("fr-FR", LUNE.zone), done, name="x", strategy=LUNE)
    )


def test_a_step_that_should_be_done_by_now_is_for_today_and_the_result_counts_it(store):
    done = brought(store, f"{HEAD}Candle,instagram,contest,2026-11-26\n")

    rules = stored(store, "P1").checklist[0]
    assert rules.day == date(2026, 11, 23)
    assert is_open(rules)
    assert steps_told(Translator("en-US", LUNE.zone), done.said).endswith(
        "1 step should have been done by now; it is for today."
    )


def test_steps_of_what_comes_in_overdue_keep_their_days_and_the_result_counts_them(store):
    done = brought(store, f"{HEAD}Candle,instagram,contest,2026-11-20\n")

    assert stored(store, "P1").checklist[0].day == date(2026, 11, 13)
    assert steps_told(Translator("en-US", LUNE.zone), done.said).endswith(
        "The days of 2 steps are over; they wait on their cards."
    )


def test_where_nothing_brings_steps_nothing_is_said(store):
    done = brought(store, f"{HEAD}Candle,instagram,news,2026-12-20\n")

    assert steps_told(Translator("en-US", LUNE.zone), done.said) == ""


@pytest.mark.parametrize("state", [PostState.PUBLISHED, PostState.CANCELLED])
def test_what_is_over_needs_no_steps(store, state):
    brought(store, f"title,platform,kind,state,published_at\nOld,instagram,contest,{state},2026-11-01 10:00\n")

    assert stored(store, "P1").checklist == ()


@pytest.mark.parametrize(("cell", "keys"), [("[]", []), ('[{""key"": ""rules""}]', ["rules"])])
def test_a_file_that_says_which_steps_there_are_has_the_last_word(store, cell, keys):
    brought(store, f'title,platform,kind,date,checklist\nCandle,instagram,contest,2026-12-20,"{cell}"\n')

    assert [each.key for each in stored(store, "P1").checklist] == keys


def test_a_contest_without_steps_comes_back_without_them_from_our_own_file(store):
    brought(store, 'title,platform,kind,date,checklist\nCandle,instagram,contest,2026-12-20,"[]"\n')
    other = a_store()

    brought(other, calendar_csv(store, LUNE).decode("utf-8-sig"))

    assert (stored(other, "P1").title, stored(other, "P1").checklist) == ("Candle", ())


def test_the_same_file_again_changes_nothing(store):
    text = f"{HEAD}Candle,instagram,contest,2026-12-20\n"
    brought(store, text)

    again = brought(store, text)

    assert (again.added, again.changed, again.same) == (0, 0, 1)
