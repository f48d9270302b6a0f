"""What is left of a member who is forgotten: nothing that names them, and everything that is the team's."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from bot.domain.members import Member
from bot.domain.posts import Change, PostState
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.ports import Note
from bot.services.workspace.forgetting import forget, plan_forgetting
from storage.copies.everything import dump, tables_in
from storage.memory import MemoryStore
from tests import builders
from tests.storage.copies.everything_samples import GONE, STAYS, calendars
from tests.storage.store_samples import NOON, TODAY, a_check_in, a_delivery, a_measurement, a_post, a_question


def a_store(write) -> MemoryStore:
    store = MemoryStore()
    with store.transaction() as tx:
        write(tx)
    return store


def a_strategy(**more) -> Strategy:
    return builders.a_strategy(name="M", channel_id="C1", manager_id=GONE, **more)


def rows(store: MemoryStore, table: str):
    with store.transaction() as tx:
        return getattr(tx, table).all()


@settings(max_examples=80, deadline=None)
@given(calendars())
def test_the_id_of_a_forgotten_member_stands_nowhere(store):
    forget(store, GONE)

    assert GONE.encode() not in dump(tables_in(store), now=NOON)


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_whoever_stays_keeps_what_is_theirs(store):
    def theirs(table, person):
        return [each.id for each in rows(store, table) if person(each) == STAYS]

    places = {
        "members": lambda each: each.id,
        "posts": lambda each: each.owner_id,
        "questions": lambda each: each.answered_by,
        "check_ins": lambda each: each.member_id,
    }
    before = {table: theirs(table, person) for table, person in places.items()}

    forget(store, GONE)

    assert {table: theirs(table, person) for table, person in places.items()} == before


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_no_post_no_measurement_and_no_number_of_the_rounds_is_lost(store):
    def sums():
        rounds = rows(store, "check_ins")
        known = [each.received for each in rounds if each.received is not None]
        return (len(rows(store, "posts")), len(rows(store, "measurements")), len(rounds), sum(known), len(known))

    before = sums()

    forget(store, GONE)

    assert sums() == before


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_forgetting_twice_finds_nothing_the_second_time(store):
    forget(store, GONE)

    assert plan_forgetting(store, GONE).is_empty


def test_the_plan_changes_nothing():
    store = a_store(lambda tx: tx.posts.put(a_post(owner_id=GONE)))
    before = tables_in(store)

    plan = plan_forgetting(store, GONE)

    assert plan.unowned == 1
    assert tables_in(store) == before


def test_open_posts_become_unowned_and_the_history_stays_without_the_name():
    history = (Change(at=NOON, by=GONE, what="assigned", note=GONE), Change(at=NOON, by=STAYS, what="moved"))
    store = a_store(lambda tx: tx.posts.put(a_post(owner_id=GONE, created_by=GONE, history=history)))

    forget(store, GONE)

    (post,) = rows(store, "posts")
    assert (post.owner_id, post.created_by) == (None, None)
    assert [(each.by, each.what, each.note) for each in post.history] == [("", "assigned", ""), (STAYS, "moved", "")]


def test_a_published_post_is_not_counted_as_unowned():
    store = a_store(lambda tx: tx.posts.put(a_post(owner_id=GONE, state=PostState.PUBLISHED, published_at=NOON)))

    assert plan_forgetting(store, GONE).unowned == 0


def test_a_mention_in_a_text_becomes_somebody_and_the_name_is_pointed_out():
    def write(tx):
        tx.members.put(Member(id=GONE, name="Zoé Martin"))
        tx.posts.put(a_post(1, text=f"Ask <@{GONE}> or <@{GONE}|zoe>"))
        tx.posts.put(a_post(2, notes="zoé knows the photographer"))
        tx.posts.put(a_post(3, notes="Zoéline is another word"))

    store = a_store(write)

    plan = forget(store, GONE)

    assert rows(store, "posts")[0].text == "Ask … or …"
    assert plan.named_in == ("P2",)


def test_a_strategy_without_its_manager_is_said_and_its_plan_and_round_stay():
    plan = PlatformPlan(platform=Platform.X, owner_id=GONE, text_limit=100)
    store = a_store(lambda tx: tx.strategies.put(a_strategy(round_ids=(GONE, STAYS), platforms=(plan,))))

    found = forget(store, GONE)

    (strategy,) = rows(store, "strategies")
    assert found.unmanaged == ("S1",)
    assert (strategy.manager_id, strategy.round_ids) == ("", (STAYS,))
    assert strategy.platforms == (PlatformPlan(platform=Platform.X, text_limit=100),)


FOLLOWERS = [Member(id=each, name=each) for each in ("UOWNER", "UBACKUP", "UREVIEWER", "UROUND", "UPOSTS")]
ADMIN = Member(id="UADMIN", name="UADMIN", is_admin=True)


def unfit(member: Member) -> list[Member]:
    return [replace(member, is_guest=True), replace(member, is_active=False), replace(member, is_bot=True)]


@pytest.mark.parametrize("gone", range(len(FOLLOWERS) + 1))
@pytest.mark.parametrize("how", range(3))
def test_somebody_who_is_there_follows_a_manager_the_nearest_first(gone, how):
    plan = PlatformPlan(platform=Platform.X, owner_id="UOWNER", backup_id="UBACKUP", reviewer_id="UREVIEWER")

    def write(tx):
        people = [*(unfit(each)[how] for each in FOLLOWERS[:gone]), *FOLLOWERS[gone:], ADMIN]
        for each in people:
            tx.members.put(each)
        tx.strategies.put(a_strategy(round_ids=(GONE, "UROUND"), platforms=(plan,)))
        tx.posts.put(a_post(1, due_at=NOON, owner_id="UPOSTS"))
        tx.questions.put(a_question(1, owner_id=GONE))

    store = a_store(write)

    found = forget(store, GONE)

    follower = [*FOLLOWERS, ADMIN][gone].id
    assert rows(store, "strategies")[0].manager_id == follower
    assert rows(store, "questions")[0].owner_id == follower
    assert (found.followed, found.unmanaged) == ({"M": follower}, ())


def test_a_strategy_that_had_no_manager_before_gets_none():
    store = a_store(
        lambda tx: [tx.members.put(ADMIN), tx.strategies.put(replace(a_strategy(), manager_id="", round_ids=(GONE,)))]
    )

    assert forget(store, GONE).followed == {}
    assert rows(store, "strategies")[0].manager_id == ""


def test_an_open_question_goes_to_whoever_looks_after_the_strategy():
    def write(tx):
        tx.strategies.put(Strategy(id="S1", name="M", channel_id="C1", zone="UTC", manager_id=STAYS))
        tx.questions.put(a_question(1, owner_id=GONE))
        tx.questions.put(a_question(2, owner_id=GONE, answered_at=NOON, answered_by=GONE))

    store = a_store(write)

    forget(store, GONE)

    assert [(each.owner_id, each.answered_by) for each in rows(store, "questions")] == [(STAYS, None), ("", None)]


def test_the_numbers_of_a_round_stay_under_nobody_and_its_words_go():
    store = a_store(
        lambda tx: tx.check_ins.put(a_check_in(GONE, received=4, answered=3, learned="they like tea", voices="Bo"))
    )

    forget(store, GONE)

    (left,) = rows(store, "check_ins")
    assert (left.id, left.received, left.answered) == (f"S1:nobody-1:{TODAY}", 4, 3)
    assert (left.learned, left.voices, left.unanswered) == ("", "", "")


def test_two_who_are_forgotten_one_after_the_other_keep_their_numbers_apart():
    store = a_store(lambda tx: [tx.check_ins.put(a_check_in(each, received=1)) for each in (GONE, STAYS)])

    forget(store, GONE)
    forget(store, STAYS)

    assert {each.member_id for each in rows(store, "check_ins")} == {"nobody-1", "nobody-2"}


def test_numbers_keep_their_day_and_lose_who_entered_them():
    store = a_store(lambda tx: tx.measurements.put(replace(a_measurement(reach=5), by=GONE)))

    forget(store, GONE)

    (left,) = rows(store, "measurements")
    assert (left.by, left.at, left.counts.reach) == ("", NOON, 5)


def test_reminders_to_and_about_them_go_and_others_stay():
    def write(tx):
        tx.deliveries.put(a_delivery(f"due:S1:P1:{GONE}:2026-11-24", recipient_id=STAYS))
        tx.deliveries.put(a_delivery(f"notice:S1:{GONE}:{STAYS}:2026-11-24", subject=GONE, recipient_id=STAYS))
        tx.deliveries.put(a_delivery(f"agenda:*:2026-11-24:{STAYS}", recipient_id=STAYS, parts=("P1", f"due:{GONE}")))

    store = a_store(write)

    forget(store, GONE)

    (left,) = rows(store, "deliveries")
    assert left.parts == ("P1",)


def test_what_waits_for_them_goes_and_the_rhythm_of_the_reminders_stays():
    decided = {f"agenda:{GONE}": "2026-11-24", f"agenda:{STAYS}": "2026-11-24"}

    def write(tx):
        tx.notes.put(Note(id="reminders", body={"born": "x", "last": "y", "decided": decided}))
        tx.notes.put(Note(id="undo:P1", body={"by": GONE}, expires_at=NOON + timedelta(minutes=9)))
        tx.notes.put(Note(id="undo:P2", body={"by": STAYS}))

    store = a_store(write)

    forget(store, GONE)

    left = {each.id: each.body for each in rows(store, "notes")}
    assert left.keys() == {"reminders", "undo:P2"}
    assert left["reminders"]["decided"] == {f"agenda:{STAYS}": "2026-11-24"}


def test_a_file_that_waits_to_be_imported_and_names_them_goes():
    content = base64.b64encode(f"title;owner\nSpring;{GONE}\n".encode()).decode()
    store = a_store(lambda tx: tx.notes.put(Note(id="import:1", body={"by": STAYS, "content": content})))

    forget(store, GONE)

    assert rows(store, "notes") == []
