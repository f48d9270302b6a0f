"""A calendar file: what is recognised, what would change, what is refused and why; twice changes nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import UserError
from bot.domain.kpi.rates import Counts
from bot.domain.members import Member
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.exchange.imports import plan_import
from bot.services.exchange.own_file import calendar_csv
from storage.memory import MemoryStore
from tests.builders import unbound_strategy
from tests.services.exchange.bringing import NOW, brought_in, planned


def test_a_row_becomes_a_post_due_at_its_wall_time_in_the_strategys_zone(
    store: MemoryStore, strategy: Strategy
) -> None:
    posts = brought_in(store, strategy, "title,platform,kind,date,hour\nConcours,instagram,contest,2026-12-01,10\n")

    assert [(p.title, p.platform, p.kind, p.state) for p in posts] == [
        ("Concours", Platform.INSTAGRAM, PostKind.CONTEST, PostState.DRAFT)
    ]
    assert posts[0].due_at == datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "head",
    [
        "titre;plateforme;échéance\nConcours;insta;2026-12-01 10:00",
        "\ufeffTitle,Platform,Posting Time\nConcours,Instagram,2026-12-01 10:00",
        "Calendar of December\n\nPLATFORM\tTITLE\tDATE\tTIME\nig\tConcours\t2026-12-01\t10:00",
        'title,platform,due\n"Concours",Instagram,12/01/2026 10:00\nTotal,,\n',
    ],
)
def test_the_header_is_found_in_either_language_under_a_preamble_and_with_any_separator(
    store: MemoryStore, strategy: Strategy, head: str
) -> None:
    posts = brought_in(store, strategy, head)

    assert [(p.title, p.platform, p.due_at) for p in posts] == [
        ("Concours", Platform.INSTAGRAM, datetime(2026, 12, 1, 9, tzinfo=UTC))
    ]


def test_a_post_that_is_called_total_is_no_line_of_sums(store: MemoryStore, strategy: Strategy) -> None:
    rows = "TOTAL,x,2026-12-01 10:00,\nTotal,x,01.12.2026,\nTotal,x,,\nTotal,,,1 234\n"

    plan = planned(store, strategy, f"title,platform,due,reach\n{rows}")

    assert ([each.values["title"] for each in plan.new], list(plan.refused)) == (["TOTAL", "Total", "Total"], [])


def test_the_same_file_twice_changes_nothing(store: MemoryStore, strategy: Strategy) -> None:
    file = "title,platform,due,reach\nA,x,2026-11-01 10:00,120\nB,x,2026-12-01 10:00,\n"
    before = brought_in(store, strategy, file)

    again = planned(store, strategy, file)
    after = brought_in(store, strategy, file)

    assert (len(again.new), len(again.changed), again.same) == (0, 0, 2)
    assert after == before


def test_a_line_with_the_number_of_a_post_changes_only_what_it_fills_in(store: MemoryStore, strategy: Strategy) -> None:
    brought_in(store, strategy, "title,platform,due,text\nA,x,2026-12-01 10:00,hello\n")

    plan = planned(store, strategy, "number,title,platform,due,text\nP1,A,x,2026-12-02 10:00,\n")
    posts = brought_in(store, strategy, "number,title,platform,due,text\nP1,A,x,2026-12-02 10:00,\n")

    assert [revision.names for revision in plan.changed] == [("due",)]
    assert posts[0].text == "hello"
    assert (posts[0].due_at, posts[0].moves) == (datetime(2026, 12, 2, 9, tzinfo=UTC), 1)


@pytest.mark.parametrize("name", ["N°", "No", "Numéro", "number", "post"])
def test_a_column_that_numbers_the_rows_of_a_file_names_no_post_of_ours(
    store: MemoryStore, strategy: Strategy, name: str
) -> None:
    [mine] = brought_in(store, strategy, "title,platform,due,text\nSpring contest,instagram,2026-12-01 10:00,Mine\n")

    posts = brought_in(store, strategy, f"{name};Titre;Plateforme;Date\n1;Noël;facebook;20/12/2026\n2;An;x;31/12/2026")

    assert [post.title for post in posts] == ["Spring contest", "Noël", "An"]
    assert posts[0] == mine


def test_a_number_of_another_post_is_asked_about_and_overwrites_nothing(store: MemoryStore, strategy: Strategy) -> None:
    [mine] = brought_in(store, strategy, "title,platform,due,text\nSpring contest,instagram,2026-12-01 10:00,Mine\n")
    file = "number,title,platform,due,text\nP1,Noël,instagram,2026-12-01 10:00,Joyeux Noël\n"

    plan = planned(store, strategy, file)
    posts = brought_in(store, strategy, file)

    assert [(each.field, each.reason, each.what) for each in plan.refused] == [("number", "another", "P1")]
    assert posts == [mine]


def test_our_own_file_goes_by_its_numbers_however_much_is_rewritten_in_it(
    store: MemoryStore, strategy: Strategy
) -> None:
    brought_in(store, strategy, "title,platform,due,text\nTo be found,instagram,2026-12-01 10:00,later\n")
    file = calendar_csv(store, strategy).decode("utf-8-sig")

    rewritten = (
        file.replace("To be found,instagram", "Noël,facebook").replace("later", "Joyeux").replace("12-01", "12-24")
    )
    [post] = brought_in(store, strategy, rewritten)

    assert (post.id, post.title, post.platform, post.text) == ("P1", "Noël", Platform.FACEBOOK, "Joyeux")


def test_another_calendars_file_asks_where_its_number_is_that_of_another_post_here(
    store: MemoryStore, strategy: Strategy
) -> None:
    brought_in(store, strategy, "title,platform,due\nNoël,instagram,2026-12-24 10:00\nThé,x,2026-12-01 10:00\n")
    other = MemoryStore()
    twin = unbound_strategy(other, name="B", zone="Europe/Paris", locale="fr", now=NOW - timedelta(days=9))
    brought_in(other, twin, "title,platform,due\nBougies,instagram,2026-12-24 10:00\nThé,x,2026-12-05 10:00\n")
    file = calendar_csv(store, strategy).decode()

    plan = planned(other, twin, file)

    assert [(each.line, each.reason, each.what) for each in plan.refused] == [(2, "another", "P1")]
    assert [(each.post.id, each.names) for each in plan.changed] == [("P2", ("due",))]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("A,myspace,2026-12-01 10:00,,", "platform", "platform"),
        ("A,x,someday,,", "due", "moment"),
        (",x,2026-12-01 10:00,,", "title", "no-title"),
        ("A,x,2026-11-01 10:00,many,", "reach", "count"),
        ("A,x,2026-12-01 10:00,12,", "published_at", "not-yet"),
        ("A,x,2026-12-01 10:00,,@nobody", "owner", "member"),
    ],
)
def test_a_line_that_cannot_be_read_is_left_out_with_its_number_column_and_reason(
    store: MemoryStore, strategy: Strategy, row: str, column: str, reason: str
) -> None:
    plan = planned(store, strategy, f"title,platform,due,reach,owner\nFine,x,2026-12-03 10:00,,\n{row}\n")

    assert [(r.line, r.field, r.reason) for r in plan.refused] == [(3, column, reason)]
    assert len(plan.new) == 1


def test_an_owner_is_found_by_name_mention_or_id(store: MemoryStore, strategy: Strategy) -> None:
    with store.transaction() as tx:
        tx.members.put(Member(id="UAMY", name="Amy"))

    posts = brought_in(store, strategy, "title,platform,owner\nA,x,@amy\nB,x,Amy\nC,x,UAMY\n")

    assert [post.owner_id for post in posts] == ["UAMY"] * 3


def test_a_line_that_looks_like_a_known_post_is_not_added_but_asked_about(
    store: MemoryStore, strategy: Strategy
) -> None:
    brought_in(store, strategy, "title,platform,due\nSpring contest,instagram,2026-12-01 10:00\n")

    plan = planned(store, strategy, "title,platform,due\nSpring contest!,instagram,2026-12-01 10:30\n")

    assert [(r.reason, r.what) for r in plan.refused] == [("doubtful", "P1")]
    assert not plan.new


def test_a_line_that_stands_twice_in_a_file_is_one_post(store: MemoryStore, strategy: Strategy) -> None:
    plan = planned(store, strategy, "title,platform,due\nA,x,2026-12-01 10:00\nA,x,2026-12-01 10:00\n")

    assert (len(plan.new), [(r.line, r.reason) for r in plan.refused]) == (1, [(3, "repeated")])


def test_an_empty_count_is_unknown_and_not_zero(store: MemoryStore, strategy: Strategy) -> None:
    brought_in(store, strategy, "title,platform,due,reach,likes\nA,x,2026-11-01 10:00,1 200,\n")

    with store.transaction() as tx:
        [measurement] = tx.measurements.of_post("P1")
    assert measurement.counts == Counts(reach=1200)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\x00\x01\x02", "file-not-text"),
        (b"hello\nworld\n", "file-no-header"),
        (b"", "file-empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "file-empty"),
        (b"x" * (5 * 1024 * 1024 + 1), "file-too-large"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_what_to_do(
    store: MemoryStore, strategy: Strategy, content: bytes, key: str
) -> None:
    with pytest.raises(UserError) as refusal:
        plan_import(store, content, strategy=strategy, now=NOW)

    assert refusal.value.key == key
