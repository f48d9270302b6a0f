"""Bulk files for Buffer, Sprout and Hootsuite: what goes in, how, and what is left out and why."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import Due
from bot.domain.plan_parts import ExportLayout, Plan, Tool
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.exchange.imports import plan_import, run_import
from bot.services.exchange.layouts import Export, exported, unrunnable
from bot.services.exchange.recognition import recognised
from bot.services.exchange.tables import table_in
from storage.memory import MemoryStore
from tests import builders
from tests.builders import unbound_strategy

ZONE = "Europe/Paris"
NOW = datetime.fromisoformat("2026-11-23T12:00+00:00")
LUNE = Strategy(id="S1", name="Maison Lune", channel_id="C", zone=ZONE, manager_id="UAMY")
BUFFER, SPROUT, HOOTSUITE = ExportLayout.BUFFER, ExportLayout.SPROUT, ExportLayout.HOOTSUITE


def a_post(number: int = 1, **more: object) -> Post:
    """Due on 1 December at ten, Paris time, and a quarter of an hour later for each number."""
    due = Due.of(Due.local(date(2026, 12, 1), time(10), ZONE).at + timedelta(minutes=15 * (number - 1)), ZONE)
    values = {"title": f"Post {number}", "platform": Platform.INSTAGRAM, "text": f"Bonjour {number}", "due": due}
    return builders.a_post(number, **{**values, **more})


def export(layout: ExportLayout, *posts: Post, strategy: Strategy = LUNE) -> Export:
    return exported(posts, strategy, layout, now=NOW)


def rows_of(export: Export, place: int = 0) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export.files[place].content.decode(), newline="")))


def with_note(layout: ExportLayout, note: str) -> Strategy:
    return replace(LUNE, plan=Plan(tools=(Tool(name="The tool", layout=layout, note=note),)))


def test_buffer_gets_its_four_columns_in_the_wall_time_of_the_strategy() -> None:
    found = export(BUFFER, a_post(image="https://maison.example/a.png", labels=("noel", "offre"), text="Été, « oui »"))

    assert [each.name for each in found.files] == ["buffer-instagram.csv"]
    assert rows_of(found) == [
        ["Text", "Image URL", "Tags", "Posting Time"],
        ["Été, « oui »", "https://maison.example/a.png", "noel,offre", "2026-12-01 10:00"],
    ]
    assert not found.files[0].content.startswith(b"\xef\xbb\xbf")


def test_each_platform_has_a_file_of_its_own_and_a_hundred_rows_are_one_file() -> None:
    many = [a_post(number) for number in range(1, 251)]
    other = a_post(900, platform=Platform.LINKEDIN)

    found = export(BUFFER, *many, other)

    names = ["buffer-instagram-1.csv", "buffer-instagram-2.csv", "buffer-instagram-3.csv", "buffer-linkedin.csv"]
    assert [(each.name, each.rows) for each in found.files] == list(zip(names, (100, 100, 50, 1), strict=True))
    assert all(any(row) for place in range(4) for row in rows_of(found, place))


def test_sprout_gets_day_and_time_apart_and_at_most_350_rows() -> None:
    found = export(SPROUT, *(a_post(number) for number in range(1, 352)))

    assert rows_of(found)[:2] == [["date", "time_24hr", "message_text"], ["12/01/2026", "10:00", "Bonjour 1"]]
    assert [each.rows for each in found.files] == [350, 1]


def test_a_post_less_than_ten_minutes_after_another_does_not_fit_into_sprout() -> None:
    first, second = a_post(1), a_post(2)
    near = replace(second, due=Due.of(first.due.at + timedelta(minutes=9), ZONE))

    found = export(SPROUT, first, near, a_post(3))

    assert [(each.post.id, each.reason, each.what) for each in found.left_out] == [("P2", "too-near", "P1")]
    assert found.rows == 2


def test_hootsuite_gets_no_header_and_a_link_that_ends_the_text_in_its_own_column() -> None:
    found = export(HOOTSUITE, a_post(text="Venez !\nhttps://maison.example/fete"), a_post(2))

    assert rows_of(found) == [
        ["12/01/2026 10:00", "Venez !", "https://maison.example/fete"],
        ["12/01/2026 10:15", "Bonjour 2", ""],
    ]


@pytest.mark.parametrize(
    ("note", "row"),
    [
        ("dd/mm/yyyy hh:mm, message, link", ["01/12/2026 10:00", "Bonjour 1", ""]),
        ("yyyy/mm/dd", ["2026/12/01 10:00", "Bonjour 1", ""]),
        ("message, dd-mm-yyyy, hh:mm", ["Bonjour 1", "01-12-2026", "10:00"]),
        ("our second account", ["12/01/2026 10:00", "Bonjour 1", ""]),
        ("link, dd/mm/yyyy", ["01/12/2026 10:00", "Bonjour 1", ""]),
    ],
)
def test_the_note_of_the_tool_says_how_hootsuite_wants_its_columns(note: str, row: list[str]) -> None:
    found = export(HOOTSUITE, a_post(), strategy=with_note(HOOTSUITE, note))

    assert rows_of(found) == [row]


def test_the_note_of_the_tool_says_how_sprout_wants_its_days() -> None:
    found = export(SPROUT, a_post(), strategy=with_note(SPROUT, "dd/mm/yyyy"))

    assert rows_of(found)[1] == ["01/12/2026", "10:00", "Bonjour 1"]
    assert found.dates == "dd/mm/yyyy"


@pytest.mark.parametrize(
    ("layout", "post", "reason"),
    [
        (BUFFER, a_post(due=None), "undated"),
        (BUFFER, a_post(due=Due.of(NOW, ZONE)), "past"),
        (HOOTSUITE, a_post(due=Due.of(NOW + timedelta(minutes=10), ZONE)), "past"),
        (SPROUT, a_post(due=Due.of(NOW + timedelta(minutes=10), ZONE)), "past"),
        (BUFFER, a_post(text=" \n "), "no-text"),
    ],
)
def test_a_post_that_does_not_fit_is_left_out_with_the_reason(layout: ExportLayout, post: Post, reason: str) -> None:
    found = export(layout, post)

    assert ([each.reason for each in found.left_out], found.files) == ([reason], ())


@pytest.mark.parametrize("state", [PostState.DRAFT, PostState.IN_REVIEW])
def test_where_the_plan_asks_for_review_only_what_is_approved_goes_out(state: PostState) -> None:
    strict = replace(LUNE, review_required=True)

    found = export(BUFFER, a_post(state=state), a_post(2, state=PostState.APPROVED), strategy=strict)

    assert [(each.post.id, each.reason) for each in found.left_out] == [("P1", "not-approved")]
    assert found.rows == 1


def test_the_same_text_twice_is_taken_once_by_hootsuite() -> None:
    found = export(HOOTSUITE, a_post(text="Oui"), a_post(2, text="Oui "))

    assert [(each.post.id, each.reason, each.what) for each in found.left_out] == [("P2", "repeated", "P1")]


@pytest.mark.parametrize("state", [PostState.PUBLISHED, PostState.CANCELLED, PostState.IDEA])
def test_what_is_over_or_only_an_idea_is_not_the_tools_business(state: PostState) -> None:
    found = export(BUFFER, a_post(state=state, published_at=NOW))

    assert (found.files, found.left_out) == ((), ())


@given(st.text(max_size=40))
def test_no_cell_runs_as_a_formula_and_no_apostrophe_would_be_published(text: str) -> None:
    cell = unrunnable(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.strip() == text.strip()


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=60
)


@pytest.mark.parametrize("note", ["", "dd/mm/yyyy hh:mm, message, link"])
@pytest.mark.parametrize("layout", list(ExportLayout))
@given(texts=st.lists(TEXTS.filter(lambda text: text.strip("' \u00a0") == text), min_size=1, max_size=5, unique=True))
def test_a_bulk_file_comes_in_again_as_the_posts_it_was_made_of(
    layout: ExportLayout, note: str, texts: list[str]
) -> None:
    store, other = MemoryStore(), MemoryStore()
    strategy = replace(
        unbound_strategy(store, name="A", zone=ZONE, locale="en", now=NOW), plan=with_note(layout, note).plan
    )
    twin = replace(
        unbound_strategy(other, name="A", zone=ZONE, locale="en", now=NOW), plan=with_note(layout, note).plan
    )
    with store.transaction() as tx:
        posts = [tx.posts.put(a_post(tx.next_number("post"), text=text)) for text in texts]
    [file] = exported(posts, strategy, layout, now=NOW).files

    again = plan_import(store, file.content, strategy=strategy, now=NOW, name=file.name)
    run_import(other, file.content, strategy=twin, by="", now=NOW, name=file.name)

    with other.transaction() as tx:
        found = tx.posts.of_strategy(twin.id)
    assert (again.writes, again.refused) == (0, ())
    assert [(each.platform, each.text, each.due.at) for each in found] == [
        (each.platform, each.text, each.due.at) for each in posts
    ]


def test_a_bulk_file_says_by_its_name_which_platform_it_is_for() -> None:
    [file] = export(BUFFER, a_post(platform=Platform.GOOGLE_BUSINESS)).files

    assert recognised(table_in(file.content, LUNE), LUNE, name=file.name).platform is Platform.GOOGLE_BUSINESS
