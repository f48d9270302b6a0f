"""Values become plain JSON and come back; old samples are brought up."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engage.check_ins import CheckIn
from bot.domain.errors import UserError
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Absence, Member, RoundChoice, RoundRhythm
from bot.domain.moments import Due
from bot.domain.posts import Change, Post, PostKind, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, PlatformPlan, Strategy, Target
from bot.ports import Note
from storage.conversion import converter_of_records
from storage.journal.rows import encode
from storage.kinds import KINDS
from storage.records import SCHEMA, STEPS, Records, unknown_fields, upgrade
from tests.storage.store_samples import NOON, a_check_in, a_delivery, a_post

CONVERTER = converter_of_records()

MOMENTS = st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1))  # noqa: DTZ001  # Hypothesis adds the zone
COUNTS = st.none() | st.integers(0, 10**9)


def row_of(value: Any) -> bytes:
    return Records(type(value), CONVERTER).row_of(value)


def document_of(value: Any) -> dict[str, Any]:
    return json.loads(row_of(value))


def read(kind: type, document: dict[str, Any]) -> Any:
    return Records(kind, CONVERTER).value_of(encode(document))


def a_full_strategy() -> Strategy:
    target, left = Target(kpi=Kpi.REACH, value=1200.0), Target(kpi=Kpi.UNANSWERED, value=0.0)
    goal = Objective(
        id="O1", kind=ObjectiveKind.SALES, statement="More", deadline=date(2026, 12, 31), targets=(target, left)
    )
    return Strategy(
        id="S1",
        name="Maison Lune",
        channel_id="C1",
        zone="America/Toronto",
        manager_id="U1",
        round_ids=("U1", "U2"),
        objectives=(goal, replace(goal, id="O2", closed_at=NOON)),
        platforms=(PlatformPlan(platform=Platform.X, owner_id="U2", text_limit=4000),),
        digest_at=time(8, 30),
        grace=timedelta(minutes=90),
        created_at=NOON,
    )


def a_full_member() -> Member:
    return Member(
        id="U1",
        name="Zoé",
        working_days=frozenset({6, 0, 2}),
        muted=frozenset({ReminderKind.REVIEW, ReminderKind.AGENDA}),
        absences=(Absence(first=date(2026, 8, 1), last=date(2026, 8, 21)),),
        agenda_at=time(7, 45),
        rounds=(RoundChoice(strategy_id="S1", rhythm=RoundRhythm.TWICE, day=date(2026, 11, 2)),),
    )


def a_full_post() -> Post:
    return a_post(
        due_at=NOON,
        kind=PostKind.CONTEST,
        state=PostState.PUBLISHED,
        labels=("spring", "prix"),
        is_paid=False,
        spend=0.0,
        published_at=NOON + timedelta(microseconds=1),
        history=(Change(at=NOON, by="U1", what="added"), Change(at=NOON, by="U1", what="moved", note="rain")),
    )


FULL = [
    a_full_strategy(),
    a_full_member(),
    a_full_post(),
    a_check_in(received=0, minutes=5, submitted_at=NOON),
    a_delivery(state=DeliveryState.MERGED, parts=("a", "b"), lease_until=NOON),
    Measurement(id="P1:x", post_id="P1", at=NOON, counts=Counts(reach=0, spend=1.25)),
    Note(id="tick", body={"nested": [{"a": None}]}, expires_at=NOON),
]


@pytest.mark.parametrize("value", FULL, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_equal_and_of_the_same_types(value):
    back = read(type(value), document_of(value))

    assert back == value
    assert [type(getattr(back, each.name)) for each in fields(back)] == [
        type(getattr(value, each.name)) for each in fields(value)
    ]


def test_moments_are_iso_in_utc_and_a_chosen_wall_time_keeps_its_zone_beside_it():
    there = datetime(2026, 11, 24, 13, tzinfo=timezone(timedelta(hours=1)))

    document = document_of(a_post(due_at=there, created_at=there))

    assert document["created_at"] == "2026-11-24T12:00:00+00:00"
    assert document["due"] == {
        "at": "2026-11-24T12:00:00+00:00",
        "wall": "2026-11-24T07:00",
        "zone": "America/Toronto",
    }


def test_days_times_spans_words_and_sets_are_plain_json():
    strategy, member = document_of(a_full_strategy()), document_of(a_full_member())

    assert strategy["objectives"][0]["deadline"] == "2026-12-31"
    assert (strategy["digest_at"], strategy["grace"]) == ("08:30:00", 5400.0)
    assert strategy["platforms"] == [{"platform": "x", "owner_id": "U2", "text_limit": 4000}]
    assert (member["muted"], member["working_days"]) == (["agenda", "review"], [0, 2, 6])


def test_a_document_carries_its_id_also_where_the_id_is_made_of_other_fields():
    assert document_of(a_check_in())["id"] == "S1:U1:2026-11-24"
    assert document_of(a_delivery("due:P1"))["id"] == "due:P1"


def test_what_is_empty_by_default_is_left_out_and_unknown_is_not_zero():
    document = document_of(a_check_in(received=0))

    assert document["received"] == 0
    assert set(document) == {"id", "strategy_id", "member_id", "day", "received"}


def test_a_default_that_is_not_empty_is_written_so_that_a_new_default_changes_nothing_stored():
    document = document_of(Member(id="U1", name="Amy"))

    assert (document["zone"], document["is_active"], document["agenda_at"]) == ("UTC", True, "09:00:00")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        row_of(a_delivery(owed_at=datetime(2026, 11, 24)))  # noqa: DTZ001  # the point


def test_a_field_that_nobody_knows_is_ignored_when_read_and_named_by_the_check():
    document = {**document_of(a_post()), "ttile": "typed by hand"}

    assert read(Post, document) == a_post()
    assert unknown_fields(Post, document) == ["ttile"]
    assert unknown_fields(CheckIn, document_of(a_check_in())) == []


@pytest.mark.parametrize(
    "mend",
    [
        {"due": "tomorrow"},
        {"state": "done"},
        {"created_at": "yesterday"},
        {"created_at": "2026-11-24T10:00"},
        {"rev": "x"},
    ],
)
def test_a_document_mended_into_something_else_is_refused_by_name(mend):
    with pytest.raises(UserError) as refusal:
        read(Post, {**document_of(a_post(7)), **mend})

    assert refusal.value.key == "record-unreadable"
    assert refusal.value.params["id"] == "P7"


def test_a_document_without_a_field_that_has_to_be_there_is_refused():
    with pytest.raises(UserError, match="record-unreadable"):
        read(Post, {"id": "P1", "title": "No strategy"})


def test_the_same_bytes_are_the_same_value_unless_it_could_be_changed():
    posts, notes = Records(Post, CONVERTER), Records(Note, CONVERTER)
    post, note = posts.row_of(a_post()), notes.row_of(Note(id="tick", body={"a": 1}))

    assert posts.value_of(post) is posts.value_of(post)
    assert notes.value_of(note) is not notes.value_of(note)


def test_what_is_remembered_has_a_bound(monkeypatch):
    monkeypatch.setattr("storage.records._REMEMBERED", 100)
    records = Records(Post, CONVERTER)

    values = [records.value_of(encode(document_of(a_post(n)))) for n in range(900)]

    assert [value.id for value in values[-2:]] == ["P898", "P899"]
    assert len(records._known) <= 100


def test_the_next_revision_is_a_value_of_its_own():
    post = a_full_post()

    written, row = Records(Post, CONVERTER).next_revision(post)

    assert written == replace(post, rev=1)
    assert Records(Post, CONVERTER).value_of(row) == written
    assert post.rev == 0


def test_a_new_version_takes_the_place_of_the_one_that_was_read():
    records = Records(Post, CONVERTER)
    was = records.row_of(a_post())
    written, row = records.next_revision(records.value_of(was), was=was)

    assert records.value_of(row) is written
    assert list(records._known) == [row]


@given(
    title=st.text(),
    due=st.none() | MOMENTS,
    state=st.sampled_from(PostState),
    labels=st.lists(st.text()).map(tuple),
    spend=st.none() | st.floats(0, 1e9),
    moves=st.integers(0, 10**6),
)
def test_every_post_survives_its_record(title, due, state, labels, spend, moves):
    post = a_post(title=title, due_at=due, state=state, labels=labels, spend=spend, moves=moves)

    assert read(Post, document_of(post)) == post


@given(
    owed=MOMENTS,
    wait=st.none() | MOMENTS,
    state=st.sampled_from(DeliveryState),
    kind=st.sampled_from(ReminderKind),
    attempts=st.integers(0, 99),
)
def test_every_delivery_survives_its_record(owed, wait, state, kind, attempts):
    delivery = a_delivery(owed_at=owed, ready_at=wait, state=state, kind=kind, attempts=attempts)

    assert read(Delivery, document_of(delivery)) == delivery


@given(reach=COUNTS, clicks=COUNTS, spend=st.none() | st.floats(0, 1e9))
def test_every_measurement_survives_its_record(reach, clicks, spend):
    counts = Counts(reach=reach, clicks=clicks, spend=spend)
    measurement = Measurement(id="m", post_id="P1", at=NOON, counts=counts)

    assert read(Measurement, document_of(measurement)) == measurement


# A document as each schema wrote it; a new schema adds its own and keeps the older ones.
OLD_SAMPLES: dict[int, dict[str, dict[str, Any]]] = {
    1: {
        "posts": {
            "id": "P12",
            "strategy_id": "S1",
            "title": "Spring contest",
            "platform": "instagram",
            "kind": "contest",
            "state": "approved",
            "owner_id": "U1",
            "due": {"at": "2026-11-24T15:00:00+00:00", "wall": "2026-11-24T10:00", "zone": "America/Toronto"},
            "labels": ["spring"],
            "moves": 1,
            "created_at": "2026-11-01T09:00:00.250000+00:00",
            "history": [{"at": "2026-11-01T09:00:00.250000+00:00", "by": "U1", "what": "added"}],
            "rev": 3,
        },
        "members": {"id": "U1", "name": "Amy", "zone": "Europe/Paris", "locale": "fr-FR", "is_active": True,
                    "working_days": [0, 1, 2, 3, 4], "agenda_at": "09:00:00", "check_in_at": "16:00:00", "rev": 1},
    }
}  # fmt: skip


@pytest.mark.parametrize("schema", OLD_SAMPLES)
def test_a_sample_stored_by_each_schema_is_read_by_this_one(schema):
    tables = {table: {1: dict(document)} for table, document in OLD_SAMPLES[schema].items()}
    kinds = {kind.table: kind.type for kind in KINDS}

    upgrade(schema, tables)

    read_back = {table: read(kinds[table], documents[1]) for table, documents in tables.items()}
    assert read_back["posts"].due == Due.local(date(2026, 11, 24), time(10), "America/Toronto")
    assert (read_back["posts"].state, read_back["posts"].rev) == (PostState.APPROVED, 3)
    assert read_back["members"].locale == "fr-FR"


def test_every_older_schema_has_its_step_up_and_its_sample():
    assert sorted(STEPS) == list(range(1, SCHEMA))
    assert sorted(OLD_SAMPLES) == list(range(1, SCHEMA + 1))


def test_an_upgrade_takes_every_step_from_the_old_schema_on():
    taken: list[str] = []
    steps = {n: (lambda tables, n=n: taken.append(f"{n} to {n + 1}")) for n in range(1, 4)}

    upgrade(2, {}, steps=steps, schema=4)

    assert taken == ["2 to 3", "3 to 4"]
