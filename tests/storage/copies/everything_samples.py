"""Whole calendars, made up by Hypothesis: some of every table, two members in every place where one can stand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from bot.domain.engage.voices import VoiceLine
from bot.domain.members import Absence, Member
from bot.domain.posts import Change, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.ports import Note
from storage.memory import MemoryStore
from tests.storage.store_samples import (
    DAY,
    NOON,
    TODAY,
    a_check_in,
    a_correction,
    a_delivery,
    a_measurement,
    a_post,
    a_question,
    a_voice,
)

GONE, STAYS = "U0GONE", "U0STAYS"
IDS = st.sampled_from([GONE, STAYS])
MAYBE = st.none() | IDS
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [f"ask <@{GONE}>", f"<@{GONE}|gone> did", f"{GONE}", f"({GONE})", f"<@{STAYS}>", "Gone with the wind"]
)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # Hypothesis adds the zone
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))

CHANGES = st.builds(Change, at=MOMENTS, by=st.just("") | IDS, what=st.sampled_from(["added", "assigned"]), note=TEXTS)
STRATEGIES = st.builds(
    lambda plan, **given: Strategy(id="S1", channel_id="C1", zone="UTC", platforms=(plan,), created_at=NOON, **given),
    plan=st.builds(PlatformPlan, platform=st.sampled_from(Platform), owner_id=MAYBE, backup_id=MAYBE),
    name=TEXTS,
    manager_id=IDS,
    round_ids=st.lists(IDS, unique=True).map(tuple),
)


def members() -> st.SearchStrategy[list[Member]]:
    absences = st.lists(st.builds(lambda day: Absence(first=day, last=day), DAYS), max_size=1).map(tuple)
    one = st.builds(lambda absences, **given: Member(absences=absences, **given), absences=absences, id=IDS, name=TEXTS)
    return st.lists(one, unique_by=lambda each: each.id)


def numbered(make: Any, **fields: Any) -> st.SearchStrategy[list[Any]]:
    """Values 1, 2, 3 of *make* with some of *fields* each."""
    return st.lists(st.fixed_dictionaries(fields), max_size=3).map(
        lambda every: [make(number, **each) for number, each in enumerate(every, start=1)]
    )


POSTS = numbered(
    a_post,
    title=TEXTS,
    notes=TEXTS,
    state=st.sampled_from(PostState),
    due_at=st.none() | st.just(NOON),
    owner_id=MAYBE,
    backup_id=MAYBE,
    reviewer_id=MAYBE,
    published_by=MAYBE,
    created_by=MAYBE,
    history=st.lists(CHANGES, max_size=2).map(tuple),
)
QUESTIONS = numbered(a_question, text=TEXTS, owner_id=IDS, answered_at=st.none() | MOMENTS, answered_by=MAYBE)
HAPPENINGS = st.builds(VoiceLine, on=DAYS, by=IDS, what=st.just("happened"), words=TEXTS)
VOICES = numbered(
    a_voice,
    name=TEXTS,
    notes=TEXTS,
    step=TEXTS,
    step_day=st.none() | DAYS,
    owner_id=IDS,
    created_by=IDS,
    member_id=st.just("") | IDS,
    history=st.lists(HAPPENINGS, max_size=2).map(tuple),
)
CORRECTIONS = numbered(
    a_correction,
    what=TEXTS,
    learned=TEXTS,
    owner_id=IDS,
    created_by=IDS,
    put_right_at=st.none() | MOMENTS,
)
MEASUREMENTS = numbered(
    lambda number, reach, by: replace(a_measurement(f"P{number}", at=NOON + number * DAY, reach=reach), by=by),
    reach=st.none() | st.integers(0, 9),
    by=st.just("") | IDS,
)
CHECK_INS = st.lists(
    st.builds(a_check_in, IDS, day=DAYS, received=st.none() | st.integers(0, 9), voices=TEXTS, learned=TEXTS),
    max_size=4,
    unique_by=lambda each: each.id,
)
DELIVERIES = st.lists(
    st.builds(
        lambda person, at, **given: a_delivery(f"due:S1:P1:{person}:{at:%Y-%m-%d}", recipient_id=person, **given),
        person=IDS,
        at=DAYS,
        kind=st.sampled_from(ReminderKind),
        state=st.sampled_from(DeliveryState),
        parts=st.lists(IDS.map(lambda each: f"agenda:*:{each}"), max_size=2).map(tuple),
        merged_into=st.just("") | IDS.map(lambda each: f"catch-up:*:{each}"),
    ),
    max_size=4,
    unique_by=lambda each: each.id,
)


def note(kind: str, member_id: str, text: str) -> Note:
    if kind == "reminders":
        decided = {f"agenda:{member_id}": TODAY.isoformat()}
        return Note(id=kind, body={"born": "2026-01-01", "last": "2026-01-02", "decided": decided})
    return Note(id=f"{kind}:{member_id}", body={"by": member_id, "before": [text]}, expires_at=NOON)


NOTES = st.lists(
    st.builds(note, st.sampled_from(["undo", "later", "reminders"]), IDS, TEXTS), max_size=3, unique_by=lambda n: n.id
)


@st.composite
def calendars(draw: st.DrawFn) -> MemoryStore:
    store = MemoryStore()
    with store.transaction() as tx:
        tx.strategies.put(draw(STRATEGIES))
        for repository, values in (
            (tx.members, members()),
            (tx.posts, POSTS),
            (tx.questions, QUESTIONS),
            (tx.voices, VOICES),
            (tx.corrections, CORRECTIONS),
            (tx.measurements, MEASUREMENTS),
            (tx.check_ins, CHECK_INS),
            (tx.deliveries, DELIVERIES),
            (tx.notes, NOTES),
        ):
            for value in draw(values):
                repository.put(value)
        for _ in range(draw(st.integers(0, 3))):
            tx.next_number("post")
    return store
