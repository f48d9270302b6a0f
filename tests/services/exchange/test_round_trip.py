"""The calendar as a file comes in again as it was."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Attachment, Post, PostKind, PostState, Step
from bot.domain.strategy import Objective, ObjectiveKind, Platform, PlatformPlan, Strategy
from bot.services.exchange.imports import plan_import, run_import
from bot.services.exchange.own_file import calendar_csv
from storage.memory import MemoryStore
from tests.builders import unbound_strategy
from tests.services.exchange.bringing import NOW, posts_of

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=40)
LINES = st.lists(TEXTS, max_size=3).map("\n".join)
WORDS = st.one_of(st.just(""), TEXTS)
LINKS = st.sampled_from(["", "https://maison.example/a?b=c,d", "http://x.example/é"])
PEOPLE = st.sampled_from([None, "UAMY", "UBOB"])
MOMENTS = st.integers(1, 500_000).map(lambda minutes: NOW + timedelta(minutes=minutes))
DUES = st.builds(Due.of, MOMENTS, st.sampled_from(["America/Toronto", "Europe/Paris", "Asia/Kolkata", "UTC"]))
STEPS = st.builds(
    Step,
    key=st.sampled_from(["", "rules", "draw"]),
    text=WORDS,
    day=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    done_at=st.none() | MOMENTS,
    done_by=PEOPLE,
)
ATTACHMENTS = st.builds(Attachment, url=LINKS, file_id=st.sampled_from(["", "F1"]), name=WORDS, alt=LINES)
ELSEWHERE = NOW - timedelta(days=1)
"""When the other calendar was begun."""

OPEN = [each for each in PostState if each is not PostState.PUBLISHED]


def _lawful(values: dict[str, Any]) -> dict[str, Any]:
    """A date makes an idea a draft."""
    return {**values, "due": None} if values["state"] is PostState.IDEA else values


POSTS = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "text": LINES,
        "platform": st.sampled_from(Platform),
        "kind": st.sampled_from(PostKind),
        "state": st.sampled_from(OPEN),
        "due": st.none() | DUES,
        "owner_id": PEOPLE,
        "backup_id": PEOPLE,
        "reviewer_id": PEOPLE,
        "objective_id": st.sampled_from([None, "O1", "O2"]),
        "theme": WORDS,
        "labels": st.lists(TEXTS, max_size=2).map(tuple),
        "notes": LINES,
        "image": LINKS,
        "image_text": WORDS,
        "platform_post_id": st.just(""),
        "is_paid": st.sampled_from([None, True, False]),
        "spend": st.none() | st.integers(0, 10**8).map(lambda cents: cents / 100),
        "campaign": WORDS,
        "is_partnership": st.booleans(),
        "attachments": st.lists(ATTACHMENTS, max_size=2).map(tuple),
        "checklist": st.lists(STEPS, max_size=2).map(tuple),
        "series_id": st.sampled_from(["", "P1"]),
        "echo_reason": WORDS,
        "compass_answer": WORDS,
        "override": WORDS,
        "source_uid": st.just(""),
    }
).map(_lawful)
PUBLISHED = st.fixed_dictionaries(
    {
        "state": st.just(PostState.PUBLISHED),
        "published_at": st.integers(1, 10**7).map(lambda seconds: NOW - timedelta(seconds=seconds)),
        "published_by": PEOPLE,
        "platform_post_id": st.sampled_from(["", "1784"]),
    }
)
STAYS = {
    "asked_for",
    "id",
    "strategy_id",
    "history",
    "rev",
    "moves",
    "snoozes",
    "snoozed_until",
    "created_at",
    "created_by",
} | {
    "approved_at",
    "approved_by",
    "review_asked_at",
    "review_asked_by",
}
"""What people did with a post, and what counts it: no calendar file carries that."""


def a_calendar(posts: Sequence[dict[str, Any]] = (), born: datetime = NOW) -> tuple[MemoryStore, Strategy, list[Post]]:
    """A store with Amy, Bob, two objectives, a platform that has an owner, and *posts*; links are made unlike."""
    store = MemoryStore()
    strategy = unbound_strategy(store, name="A", zone="Europe/Paris", locale="en", now=born)
    with store.transaction() as tx:
        for member_id in ("UAMY", "UBOB"):
            tx.members.put(Member(id=member_id, name=member_id[1:].title()))
        objectives = tuple(
            Objective(id=each, kind=ObjectiveKind.CARE, statement=f"Objective {each}") for each in ("O1", "O2")
        )
        plans = (PlatformPlan(platform=Platform.INSTAGRAM, owner_id="UBOB"),)
        strategy = tx.strategies.put(replace(strategy, objectives=objectives, platforms=plans))
        kept = []
        for values in posts:
            number = tx.next_number("post")
            link = f"https://live.example/{number}" if values["state"] is PostState.PUBLISHED else ""
            kept.append(tx.posts.put(Post(**{**values, "id": f"P{number}", "strategy_id": strategy.id, "link": link})))
    return store, strategy, kept


def calendar_of(posts: Sequence[Post]) -> list[dict[str, Any]]:
    names = [each.name for each in fields(Post) if each.name not in STAYS]
    return [{name: getattr(post, name) for name in names} for post in posts]


IN_ORDER = """
number title platform kind state due due_zone owner backup reviewer text image image_text theme labels notes link
published_at platform_post_id paid spend objective campaign partnership attachments checklist copied_from parent series
echo_reason compass_answer override published_by uid calendar_id impressions reach engagements reactions comments
shares saves clicks video_views participants applications conversions
"""


def test_the_columns_stand_where_whoever_works_with_the_file_knows_them() -> None:
    store = MemoryStore()
    strategy = unbound_strategy(store, name="Lune", zone="Europe/Paris", locale="en", now=NOW)

    header = calendar_csv(store, strategy=strategy).decode("utf-8-sig").splitlines()[0]

    assert header.split(",") == IN_ORDER.split()


@given(st.lists(st.one_of(POSTS, st.tuples(POSTS, PUBLISHED).map(lambda both: {**both[0], **both[1]})), max_size=4))
def test_an_exported_calendar_comes_in_again_as_it_was(posts: list[dict[str, Any]]) -> None:
    unlike = [
        {**values, "platform_post_id": f"{values['platform_post_id']}{place}" if values["platform_post_id"] else ""}
        for place, values in enumerate(posts)
    ]
    store, strategy, kept = a_calendar(unlike)
    other, twin, _ = a_calendar(born=ELSEWHERE)

    file = calendar_csv(store, strategy)
    again = plan_import(store, file, strategy=strategy, now=NOW)
    run_import(other, file, strategy=twin, by="", now=NOW)
    twice = plan_import(other, file, strategy=twin, now=NOW)

    assert calendar_of(posts_of(other, twin)) == calendar_of(kept)
    assert (again.writes, again.refused, again.same) == (0, (), len(kept))
    assert (twice.writes, twice.refused, twice.same) == (0, (), len(kept))


def test_no_field_of_a_post_is_forgotten_by_the_export() -> None:
    """A new field either has a column, or is named among those that stay."""
    columns = {"title", "platform", "text", "kind", "state", "due", "theme", "labels", "notes", "image", "image_text"}
    columns |= {
        "link",
        "published_at",
        "platform_post_id",
        "spend",
        "campaign",
        "attachments",
        "checklist",
        "copied_from",
    }
    columns |= {"echo_reason", "compass_answer", "override", "published_by", "owner_id", "backup_id", "reviewer_id"}
    columns |= {"is_paid", "is_partnership", "objective_id", "parent_id", "series_id", "source_uid"}

    assert {each.name for each in fields(Post)} == columns | STAYS


def test_posts_that_name_each_other_by_number_still_do_under_their_new_numbers() -> None:
    store, strategy, _ = a_calendar()
    with store.transaction() as tx:
        contest = tx.posts.put(a_draft(strategy, "P1", checklist=(Step(key="winner", post_id="P2"),)))
        tx.posts.put(a_draft(strategy, "P2", parent_id=contest.id, copied_from="P1"))
    other, twin = another_calendar(numbers=4)
    file = calendar_csv(store, strategy)

    run_import(other, file, strategy=twin, by="", now=NOW)
    again = plan_import(other, file, strategy=twin, now=NOW)

    first, second = posts_of(other, twin)
    assert (first.id, first.checklist[0].post_id) == ("P5", "P6")
    assert (second.id, second.parent_id, second.copied_from) == ("P6", "P5", "P5")
    assert (again.writes, again.same) == (0, 2)


def test_a_series_of_another_calendar_is_a_series_of_its_own_whatever_it_is_called_here() -> None:
    store, strategy, _ = a_calendar()
    other, twin = another_calendar(numbers=2)
    with store.transaction() as tx:
        for number, title in (("P1", "Tea"), ("P32", "Candles"), ("P33", "Refills")):
            tx.posts.put(replace(a_draft(strategy, number, series_id="P1"), title=title))
    with other.transaction() as tx:
        for number, title in (("P1", "Recipe"), ("P2", "Question")):
            tx.posts.put(replace(a_draft(twin, number, series_id="P1"), title=title))
    part = calendar_csv(store, strategy, wanted=["P32", "P33"])
    whole = calendar_csv(store, strategy).replace(b"P1,Tea", b"P31,Tea")

    run_import(other, part, strategy=twin, by="", now=NOW)
    run_import(other, whole, strategy=twin, by="", now=NOW)

    assert [(post.id, post.title, post.series_id) for post in posts_of(other, twin)] == [
        ("P1", "Recipe", "P1"),
        ("P2", "Question", "P1"),
        ("P3", "Candles", "P3"),
        ("P4", "Refills", "P3"),
        ("P5", "Tea", "P3"),
    ]


def test_a_row_added_to_our_own_file_can_belong_to_a_series_of_ours() -> None:
    store, strategy, _ = a_calendar()
    with store.transaction() as tx:
        tx.posts.put(a_draft(strategy, f"P{tx.next_number('post')}", series_id="P1"))
    file = calendar_csv(store, strategy)
    row = file.splitlines()[1].replace(b"P1,Post P1", b",Another tip")

    run_import(store, file + row, strategy=strategy, by="", now=NOW)

    assert [(post.id, post.series_id) for post in posts_of(store, strategy)] == [("P1", "P1"), ("P2", "P1")]


def another_calendar(*, numbers: int) -> tuple[MemoryStore, Strategy]:
    """An empty one, in which so many *numbers* were given already."""
    store, strategy, _ = a_calendar(born=ELSEWHERE)
    with store.transaction() as tx:
        for _ in range(numbers):
            tx.next_number("post")
    return store, strategy


def a_draft(strategy: Strategy, number: str, **more: Any) -> Post:
    return Post(id=number, strategy_id=strategy.id, title=f"Post {number}", platform=Platform.X, **more)
