"""The calendar as an iCalendar file: stable events that change and are cancelled, and events that come in once."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.domain.errors import UserError
from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.services.exchange.formats.icalendar import calendar_ics, uid_of
from bot.services.exchange.imports import plan_import, run_import
from bot.services.exchange.planning import ImportPlan
from storage.memory import MemoryStore
from tests import builders
from tests.builders import unbound_strategy

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PARIS, TORONTO = "Europe/Paris", "America/Toronto"
LABELS = ("tea, green", "cake")
T = Translator("en-CA", PARIS)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def strategy(store: MemoryStore) -> Strategy:
    return unbound_strategy(store, name="Maison Lune", zone=PARIS, locale="fr-FR", now=NOW)


def a_post(strategy: Strategy, **more: Any) -> Post:
    due = Due.local(date(2026, 12, 1), time(10), TORONTO)
    values = {"title": "Concours", "platform": Platform.INSTAGRAM, "text": "Bonjour ;\n« oui », non", "due": due}
    return builders.a_post(strategy_id=strategy.id, **{**values, **more})


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def the_event(strategy: Strategy, post: Post, *, now: datetime = NOW) -> Any:
    [event] = events(calendar_ics([post], strategy, T, now=now))
    return event


def an_ics(*lines: str) -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN"]
    return "\r\n".join([*head, *lines, "END:VCALENDAR", ""]).encode()


def an_event(**properties: str) -> list[str]:
    given = {"UID": "abc@example.org", "DTSTAMP": "20261101T000000Z", "SUMMARY": "Instagram: Portes ouvertes"}
    moment = {} if "DTSTART" in properties else {"DTSTART;TZID=Europe/Paris": "20261205T183000"}
    named = {name.replace("__", ";TZID="): value for name, value in properties.items()}
    return ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in {**given, **moment, **named}.items()), "END:VEVENT"]


def planned(store: MemoryStore, strategy: Strategy, content: bytes) -> ImportPlan:
    return plan_import(store, content, strategy=strategy, now=NOW, name="agenda.ics")


def brought_in(store: MemoryStore, strategy: Strategy, content: bytes) -> list[Post]:
    run_import(store, content, strategy=strategy, by="", now=NOW, name="agenda.ics")
    with store.transaction() as tx:
        return tx.posts.of_strategy(strategy.id)


# --- out


def test_an_event_is_at_the_posts_wall_time_in_its_own_zone(strategy: Strategy) -> None:
    content = calendar_ics([a_post(strategy)], strategy, T, now=NOW)
    [event] = events(content)

    assert event.start == datetime(2026, 12, 1, 15, tzinfo=UTC)
    assert b"DTSTART;TZID=America/Toronto:20261201T100000" in content
    assert content.count(b"BEGIN:VTIMEZONE") == 1


def test_the_file_holds_the_rules_of_the_zone_from_the_year_before_to_the_year_after(strategy: Strategy) -> None:
    content = calendar_ics([a_post(strategy)], strategy, T, now=NOW)

    assert b"DTSTART:20250309T030000\r\nRDATE:20260308T030000,20270314T030000" in content
    assert b"DTSTART:20251102T020000\r\nRDATE:20261101T020000,20271107T020000" in content


def test_the_same_post_keeps_its_uid_whatever_becomes_of_it_and_another_strategys_has_another(
    strategy: Strategy,
) -> None:
    post = a_post(strategy)
    changed = replace(post, title="Autre", platform=Platform.X, due=None, state=PostState.CANCELLED)

    assert uid_of(post, strategy) == uid_of(changed, strategy)
    assert uid_of(post, strategy) != uid_of(post, replace(strategy, created_at=NOW + timedelta(seconds=1)))


def test_every_change_raises_the_sequence_and_a_snapshot_of_the_same_state_does_not(strategy: Strategy) -> None:
    post = a_post(strategy).noted("added", by="UAMY", at=NOW)
    moved = post.noted("moved", by="UAMY", at=NOW + timedelta(hours=1))

    found = [the_event(strategy, each, now=NOW + timedelta(days=2)) for each in (post, post, moved)]

    assert [each["SEQUENCE"] for each in found] == [0, 0, 1]
    assert [each["LAST-MODIFIED"].dt for each in found] == [NOW, NOW, NOW + timedelta(hours=1)]
    assert {each["DTSTAMP"].dt for each in found} == {NOW + timedelta(days=2)}


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (PostState.IDEA, "TENTATIVE"),
        (PostState.DRAFT, "TENTATIVE"),
        (PostState.IN_REVIEW, "TENTATIVE"),
        (PostState.APPROVED, "CONFIRMED"),
        (PostState.PUBLISHED, "CONFIRMED"),
        (PostState.CANCELLED, "CANCELLED"),
    ],
)
def test_a_cancelled_post_stays_as_a_cancelled_event(strategy: Strategy, state: PostState, status: str) -> None:
    assert the_event(strategy, a_post(strategy, state=state))["STATUS"] == status


def test_the_file_says_that_it_is_a_snapshot_and_when_to_look_again(strategy: Strategy) -> None:
    found = Calendar.from_ical(calendar_ics([], strategy, T, now=NOW))

    assert "snapshot" in found["DESCRIPTION"]
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert found["NAME"] == found["X-WR-CALNAME"] == "Maison Lune: content calendar"


def test_a_post_without_a_moment_has_no_event(strategy: Strategy) -> None:
    assert events(calendar_ics([a_post(strategy, due=None)], strategy, T, now=NOW)) == []


def test_an_event_takes_no_time_of_anybodys_and_names_its_platform_and_link(strategy: Strategy) -> None:
    event = the_event(strategy, a_post(strategy, link="https://www.instagram.com/p/1"))

    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DURATION"].dt == timedelta(minutes=15)
    assert (event["LOCATION"], event["URL"]) == ("Instagram", "https://www.instagram.com/p/1")


LIVE = datetime(2026, 11, 22, 17, 40, tzinfo=UTC)


def test_a_published_post_stands_where_it_went_out_and_comes_back_with_both_moments(
    store: MemoryStore, strategy: Strategy
) -> None:
    planned_for = Due.local(date(2026, 11, 20), time(10), TORONTO)
    post = a_post(strategy, due=planned_for, state=PostState.PUBLISHED, published_at=LIVE)
    content = calendar_ics([post], strategy, T, now=NOW)

    [event] = events(content)
    [copy] = brought_in(store, strategy, content)

    assert event.start == LIVE
    assert (copy.state, copy.due, copy.published_at) == (PostState.PUBLISHED, planned_for, LIVE)


def test_a_post_that_was_never_planned_comes_back_without_a_due_moment(store: MemoryStore, strategy: Strategy) -> None:
    post = a_post(strategy, due=None, state=PostState.PUBLISHED, published_at=LIVE)

    [copy] = brought_in(store, strategy, calendar_ics([post], strategy, T, now=NOW))

    assert (copy.due, copy.published_at) == (None, LIVE)


# --- in


def test_an_event_of_another_program_becomes_a_post_once(store: MemoryStore, strategy: Strategy) -> None:
    content = an_ics(*an_event(DESCRIPTION="Venez\\, nombreux", URL="https://maison.example/a"))

    [post] = brought_in(store, strategy, content)
    again = planned(store, strategy, content)

    assert (post.title, post.platform, post.text) == ("Portes ouvertes", Platform.INSTAGRAM, "Venez, nombreux")
    assert (post.due_at, post.source_uid) == (datetime(2026, 12, 5, 17, 30, tzinfo=UTC), "abc@example.org")
    assert (again.writes, again.same) == (0, 1)


def test_an_event_with_the_same_uid_changes_its_post_however_much_it_changed(
    store: MemoryStore, strategy: Strategy
) -> None:
    brought_in(store, strategy, an_ics(*an_event()))

    [post] = brought_in(store, strategy, an_ics(*an_event(SUMMARY="Instagram: Tout autre", DTSTART="20270101T090000Z")))

    assert (post.id, post.title, post.due_at) == ("P1", "Tout autre", datetime(2027, 1, 1, 9, tzinfo=UTC))


def test_an_event_of_ours_that_was_moved_and_named_anew_elsewhere_is_still_the_same_post(
    store: MemoryStore, strategy: Strategy
) -> None:
    with store.transaction() as tx:
        for number in (1, 2):
            post = a_post(strategy, title=f"Concours {number}")
            tx.posts.put(replace(post, id=f"P{tx.next_number('post')}"))
    event = an_event(UID=uid_of(replace(post, id="P2"), strategy), SUMMARY="Instagram: Tout autre")

    first, second = brought_in(store, strategy, an_ics(*event))

    assert (first.id, first.title, first.due) == ("P1", "Concours 1", post.due)
    assert (second.id, second.title) == ("P2", "Tout autre")
    assert (second.due_at, second.source_uid) == (datetime(2026, 12, 5, 17, 30, tzinfo=UTC), "")


def test_two_events_alike_in_all_but_their_uid_are_two_posts(store: MemoryStore, strategy: Strategy) -> None:
    posts = brought_in(store, strategy, an_ics(*an_event(), *an_event(UID="def@example.org")))

    assert [post.source_uid for post in posts] == ["abc@example.org", "def@example.org"]


@pytest.mark.parametrize(
    ("properties", "platform", "title"),
    [
        ({"SUMMARY": "[IG] Portes ouvertes"}, Platform.INSTAGRAM, "Portes ouvertes"),
        ({"SUMMARY": "LinkedIn – Portes ouvertes"}, Platform.LINKEDIN, "Portes ouvertes"),
        ({"SUMMARY": "Portes ouvertes", "LOCATION": "Facebook"}, Platform.FACEBOOK, "Portes ouvertes"),
        ({"SUMMARY": "Portes ouvertes", "CATEGORIES": "news,TikTok"}, Platform.TIKTOK, "Portes ouvertes"),
        ({"SUMMARY": "10:30 Instagram"}, None, ""),
    ],
)
def test_the_platform_is_found_in_place_categories_or_title(
    store: MemoryStore, strategy: Strategy, properties: dict[str, str], platform: Platform | None, title: str
) -> None:
    plan = planned(store, strategy, an_ics(*an_event(**properties)))

    found = [(row.values["platform"], row.values["title"]) for row in plan.new]
    assert found == ([(platform, title)] if platform else [])
    assert [(each.field, each.line) for each in plan.refused] == ([] if platform else [("platform", 4)])


def test_a_day_without_a_time_is_due_at_nine_and_a_floating_time_is_the_strategys(
    store: MemoryStore, strategy: Strategy
) -> None:
    posts = brought_in(
        store,
        strategy,
        an_ics(
            "BEGIN:VEVENT", "UID:1", "SUMMARY:X: jour", "DTSTART;VALUE=DATE:20261205", "END:VEVENT",
            "BEGIN:VEVENT", "UID:2", "SUMMARY:X: heure", "DTSTART:20261206T100000", "END:VEVENT",
        ),
    )  # fmt: skip

    assert [post.due.wall for post in posts] == ["2026-12-05T09:00", "2026-12-06T10:00"]


def test_a_recurring_event_is_refused_with_the_reason(store: MemoryStore, strategy: Strategy) -> None:
    plan = planned(store, strategy, an_ics(*an_event(RRULE="FREQ=WEEKLY")))

    assert [(each.reason, each.what) for each in plan.refused] == [("recurring", "Portes ouvertes")]


def test_a_cancelled_event_cancels_its_post(store: MemoryStore, strategy: Strategy) -> None:
    brought_in(store, strategy, an_ics(*an_event()))

    [post] = brought_in(store, strategy, an_ics(*an_event(STATUS="CANCELLED")))

    assert post.state is PostState.CANCELLED


@given(
    title=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=40),
    text=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80),
    platform=st.sampled_from(Platform),
    kind=st.sampled_from(PostKind),
    state=st.sampled_from([PostState.DRAFT, PostState.APPROVED, PostState.CANCELLED]),
    minutes=st.integers(1, 500_000),
)
def test_our_own_file_comes_in_again_without_a_change_and_elsewhere_as_the_same_post(
    title: str, text: str, platform: Platform, kind: PostKind, state: PostState, minutes: int
) -> None:
    store, other = MemoryStore(), MemoryStore()
    strategy = unbound_strategy(store, name="A", zone=PARIS, locale="en", now=NOW)
    twin = unbound_strategy(other, name="B", zone=TORONTO, locale="en", now=NOW + timedelta(hours=1))
    due = Due.of(NOW + timedelta(minutes=minutes), TORONTO)
    post = a_post(strategy, title=title, text=text, platform=platform, kind=kind, state=state, due=due, labels=LABELS)
    with store.transaction() as tx:
        tx.posts.put(replace(post, id=f"P{tx.next_number('post')}"))
    content = calendar_ics([post], strategy, T, now=NOW)

    again = planned(store, strategy, content)
    [copy] = brought_in(other, twin, content)

    assert (again.writes, again.refused, again.same) == (0, (), 1)
    assert (copy.title, copy.platform, copy.kind, copy.state) == (title, platform, kind, state)
    assert copy.labels == LABELS
    assert (copy.text, copy.due.at, copy.due.zone) == (text.strip(" \u00a0"), due.at, TORONTO)


@pytest.mark.parametrize(
    "content", [b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT", b"BEGIN:VCALENDAR\nnonsense\n", b"BEGIN:VCALENDAR"]
)
def test_a_broken_file_is_refused_in_words(store: MemoryStore, strategy: Strategy, content: bytes) -> None:
    with pytest.raises(UserError) as refusal:
        planned(store, strategy, content)

    assert refusal.value.key == "file-broken-ics"


@given(st.binary(max_size=200), st.text(max_size=60))
def test_whatever_stands_in_it_a_file_is_read_or_refused_but_never_a_crash(noise: bytes, words: str) -> None:
    store = MemoryStore()
    strategy = unbound_strategy(store, name="A", zone=PARIS, locale="en", now=NOW)
    whole = an_ics(*an_event(SUMMARY=words.replace("\r", "").replace("\n", ""))).replace(b"20261205", noise[:8])

    for content in (whole, b"BEGIN:VCALENDAR\r\n" + noise):
        with suppress(UserError):
            assert planned(store, strategy, content).recognised
