"""The daily round, its questions, the team's week, absences."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Absence, Member
from bot.domain.moments import Due, Week
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.services.engage.absences import be_away, be_back, joined
from bot.services.engage.rounds import RoundWish, round_of, save_round, team_week
from storage.memory import MemoryStore

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)  # 12:00 in Toronto, a Wednesday
TODAY = date(2026, 11, 25)
AMY = Member(id="UAMY", name="Amy", zone="America/Toronto")
BOB = Member(id="UBOB", name="Bob", zone="Europe/London", absences=(Absence(first=TODAY, last=TODAY),))


@pytest.fixture
def store() -> MemoryStore:
    found = MemoryStore()
    with found.transaction() as tx:
        tx.members.put(AMY)
        tx.members.put(BOB)
        tx.strategies.put(strategy_s1())
    return found


def strategy_s1() -> Strategy:
    return Strategy(
        id="S1",
        name="A",
        channel_id="C1",
        zone="America/Toronto",
        manager_id="UAMY",
        round_ids=("UAMY", "UBOB"),
    )


def never(country: str, day: date) -> bool:
    return False


def test_a_number_left_empty_stays_unknown(store: MemoryStore) -> None:
    saved = save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, answered=12), now=NOON)

    assert (saved.check_in.answered, saved.check_in.received) == (12, None)


def test_a_second_entry_of_the_day_changes_the_first_and_keeps_the_rest(store: MemoryStore) -> None:
    save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, answered=12, minutes=15), now=NOON)

    saved = save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, answered=13), now=NOON)

    assert (saved.check_in.answered, saved.check_in.minutes) == (13, 15)
    assert not saved.check_in.edited_late


def test_an_entry_after_the_day_has_ended_carries_a_mark(store: MemoryStore) -> None:
    saved = save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, answered=1), now=NOON + timedelta(days=1))

    assert saved.check_in.edited_late


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        (RoundWish(day=TODAY + timedelta(days=1)), "round-too-early"),
        (RoundWish(day=TODAY - timedelta(days=32)), "round-too-late"),
        (RoundWish(day=TODAY, answered=-1), "round-number"),
        (RoundWish(day=TODAY, minutes=1441), "round-number"),
    ],
)
def test_what_cannot_be_is_refused(store: MemoryStore, wish: RoundWish, key: str) -> None:
    with pytest.raises(UserError) as refusal:
        save_round(store, strategy_s1(), AMY, wish, now=NOON)

    assert refusal.value.key == key


def test_an_unanswered_question_comes_back_tomorrow_until_somebody_answers_it(store: MemoryStore) -> None:
    first = save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, unanswered="Vegan?"), now=NOON)
    [question] = round_of(store, strategy_s1(), AMY, TODAY + timedelta(days=1), now=NOON).questions

    wish = RoundWish(day=TODAY + timedelta(days=1), ticked=(question.id,))
    after = save_round(store, strategy_s1(), AMY, wish, now=NOON + timedelta(days=1))

    assert [each.text for each in first.still_open] == ["Vegan?"]
    assert after.still_open == ()


def test_a_round_lists_the_questions_of_whoever_does_it(store: MemoryStore) -> None:
    save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, unanswered="Vegan?"), now=NOON)

    assert [each.text for each in round_of(store, strategy_s1(), AMY, TODAY, now=NOON).questions] == ["Vegan?"]
    assert round_of(store, strategy_s1(), BOB, TODAY, now=NOON).questions == ()


def test_a_tick_answers_no_question_that_is_somebody_elses(store: MemoryStore) -> None:
    save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, unanswered="Vegan?"), now=NOON)

    save_round(store, strategy_s1(), BOB, RoundWish(day=TODAY, ticked=("Q1", "Q9")), now=NOON)

    assert round_of(store, strategy_s1(), AMY, TODAY, now=NOON).questions[0].is_open


def test_sending_the_round_again_does_not_ask_the_same_question_twice(store: MemoryStore) -> None:
    for _ in range(2):
        save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY, unanswered="Vegan?"), now=NOON)

    assert len(round_of(store, strategy_s1(), AMY, TODAY, now=NOON).questions) == 1


def test_the_teams_week_says_who_did_the_round_who_did_not_yet_and_who_was_off(store: MemoryStore) -> None:
    save_round(store, strategy_s1(), AMY, RoundWish(day=TODAY - timedelta(days=1), received=3, answered=2), now=NOON)

    found = team_week(store, strategy_s1(), Week.of(TODAY), now=NOON, is_holiday=never)

    assert [(each.done, each.open, each.off) for each in found.days] == [
        ((), ("Amy", "Bob"), ()),
        (("Amy",), ("Bob",), ()),
        ((), ("Amy",), ("Bob",)),
    ]
    assert (found.received, found.answered) == (3, 2)


def test_an_absence_names_the_posts_that_come_due_meanwhile(store: MemoryStore) -> None:
    post = Post(
        id="P1",
        strategy_id="S1",
        title="A",
        platform=Platform.X,
        owner_id="UAMY",
        due=Due.of(NOON + timedelta(days=2), "America/Toronto"),
    )
    with store.transaction() as tx:
        tx.posts.put(post)
        tx.posts.put(replace(post, id="P2", due=Due.of(NOON + timedelta(days=9), "America/Toronto")))

    saved = be_away(store, "UAMY", TODAY + timedelta(days=1), TODAY + timedelta(days=3), now=NOON)

    assert [each.id for each in saved.posts] == ["P1"]


def test_absences_that_touch_become_one() -> None:
    known = (Absence(first=date(2026, 12, 1), last=date(2026, 12, 3)),)

    assert joined(known, Absence(first=date(2026, 12, 4), last=date(2026, 12, 6))) == (
        Absence(first=date(2026, 12, 1), last=date(2026, 12, 6)),
    )


def test_being_back_ends_the_present_absence_and_takes_back_the_coming_ones(store: MemoryStore) -> None:
    be_away(store, "UAMY", TODAY - timedelta(days=2), TODAY + timedelta(days=2), now=NOON)
    be_away(store, "UAMY", date(2026, 12, 24), date(2027, 1, 2), now=NOON)

    be_back(store, "UAMY", now=NOON)

    with store.transaction() as tx:
        absences = tx.members.get("UAMY").absences
    assert absences == (Absence(first=TODAY - timedelta(days=2), last=TODAY - timedelta(days=1)),)


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (TODAY, TODAY - timedelta(days=1), "away-order"),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=3), "away-over"),
        (TODAY, TODAY + timedelta(days=400), "away-long"),
    ],
)
def test_days_that_make_no_absence_are_refused(store: MemoryStore, first: date, last: date, key: str) -> None:
    with pytest.raises(UserError) as refusal:
        be_away(store, "UAMY", first, last, now=NOON)

    assert refusal.value.key == key
