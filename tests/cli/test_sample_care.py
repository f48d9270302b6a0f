"""The demo's team cares for customers too: some of each, however the present lies in its week."""

from datetime import UTC, datetime

import pytest

from bot.cli.sample import fill_calendar, opening_of
from bot.cli.sample_care import SampleCare
from bot.domain.engage.questions import QuestionState
from bot.domain.engage.voices import VoiceKind
from bot.domain.moments import local_day

PRESENTS = {
    "the first minute of a Monday": datetime(2026, 11, 16, 5, 1, tzinfo=UTC),
    "a Wednesday": datetime(2026, 11, 18, 17, tzinfo=UTC),
    "a Friday morning": datetime(2026, 11, 20, 14, 30, tzinfo=UTC),
    "the last minute of a Sunday": datetime(2026, 11, 23, 4, 59, tzinfo=UTC),
    "after the clocks went back": datetime(2026, 11, 3, 13, tzinfo=UTC),
}


@pytest.fixture(params=PRESENTS.values(), ids=PRESENTS)
def present(request) -> datetime:
    return request.param


def lived(stage, present: datetime, *, with_posts: bool = True):
    """The transaction's tables once all that lies before *present* was done."""
    store, opening = stage.bot.house.store, opening_of(present)
    with store.transaction() as tx:
        if with_posts:
            fill_calendar(tx, stage.strategy, opening)
        members = {each.id: each for each in tx.members.all()}
    monday = local_day(opening, stage.strategy.zone)
    week = SampleCare(store=store, strategy=stage.strategy, members=members, monday=monday, present=present)
    for at, act in sorted(week.acts(), key=lambda each: each[0]):
        if opening < at < present:
            act()
    return store


def test_the_sample_has_questions_that_are_open_overdue_answered_and_dropped(stage, present):
    with lived(stage, present).transaction() as tx:
        questions = tx.questions.all()

    assert {each.state for each in questions} == set(QuestionState)
    waiting = [each for each in questions if each.is_open]
    assert [each for each in waiting if each.due_at < present]
    assert [each for each in waiting if each.due_at > present]
    assert all(each.asked_at is None or each.asked_at <= each.seen_at for each in questions)


def test_the_sample_has_voices_of_each_kind_and_some_with_a_step_that_is_due(stage, present):
    with lived(stage, present).transaction() as tx:
        voices = tx.voices.all()

    assert {each.kind for each in voices} == set(VoiceKind)
    today = local_day(present, stage.strategy.zone)
    assert {each.kind for each in voices if each.is_due(today)} >= {VoiceKind.INFLUENCER, VoiceKind.PRESS}
    assert {line.what for each in voices for line in each.history} == {"kept", "done", "happened", "moved", "given"}


def test_the_sample_has_a_share_kit_that_one_shared_one_declined_and_one_left_open(stage, present):
    with lived(stage, present).transaction() as tx:
        (kit,) = tx.share_kits.all()

    assert len(kit.asked_ids) == 3
    assert len(kit.closed_ids) == 2
    assert [each.member_id for each in kit.shares] == ["UDAN"]


def test_the_sample_has_a_mistake_that_is_open_and_one_put_right_with_what_was_learned(stage, present):
    with lived(stage, present).transaction() as tx:
        first, second = sorted(tx.corrections.all(), key=lambda each: each.id)
        learned = [each.learned for each in tx.check_ins.all() if each.learned]

    assert (first.is_open, second.is_open) == (False, True)
    assert first.learned
    assert len(learned) == 2


def test_a_calendar_of_ones_own_gets_the_questions_and_voices_and_no_mistake_of_ours(stage, present):
    with lived(stage, present, with_posts=False).transaction() as tx:
        found = (tx.questions.all(), tx.voices.all())
        on_posts = (tx.share_kits.all(), tx.corrections.all())

    assert all(found)
    assert on_posts == ([], [])
