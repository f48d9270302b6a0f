"""A calendar file: what is recognised, what would change, what is refused and why; twice changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.measures import Counts
from bot.domain.moments import Due
from bot.domain.people import Member
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store
from bot.services.csv_tables import neutral, restored
from bot.services.exports import calendar_csv
from bot.services.import_columns import Unreadable, count, money
from bot.services.imports import Plan, plan_import, run_import
from bot.services.strategy import unbound_strategy
from storage.memory import MemoryStore

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
BRAND = Path(__file__).resolve().parents[3] / "shared" / "data" / "brand-2014.csv"


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def strategy(store: MemoryStore) -> Strategy:
    return unbound_strategy(store, name="Maison Lune", zone="Europe/Paris", locale="fr-FR", now=NOW)


def posts_of(store: Store, strategy: Strategy) -> list[Post]:
    with store.transaction() as tx:
        return tx.posts.of_strategy(strategy.id)


def planned(store: Store, strategy: Strategy, text: str) -> Plan:
    return plan_import(store, text.encode(), strategy=strategy, now=NOW)


def brought_in(store: Store, strategy: Strategy, text: str) -> list[Post]:
    run_import(store, text.encode(), strategy=strategy, by="UAMY", now=NOW)
    return posts_of(store, strategy)


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
        (b"", "file-no-header"),
        (b"x" * (5 * 1024 * 1024 + 1), "file-too-large"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_what_to_do(
    store: MemoryStore, strategy: Strategy, content: bytes, key: str
) -> None:
    with pytest.raises(UserError) as refusal:
        plan_import(store, content, strategy=strategy, now=NOW)

    assert refusal.value.key == key


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1200", 1200),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("12.0", 12),
        ("-", None),
    ],
)
def test_counts_are_read_in_any_locale(cell: str, number: int | None) -> None:
    assert count("reach", cell) == number


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(Unreadable):
        count("reach", "-5")


@pytest.mark.parametrize(("cell", "amount"), [("1,234.50", 1234.5), ("1.234,50", 1234.5), ("12,5 €", 12.5), ("", None)])
def test_amounts_are_read_in_any_locale(cell: str, amount: float | None) -> None:
    assert money("spend", cell) == amount


@given(st.text(max_size=30))
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised_and_comes_back_whole(cell: str) -> None:
    safe = neutral(cell)

    assert restored(safe) == cell or safe == cell
    assert not safe.startswith(("=", "@", "\t", "\r"))


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs")), min_size=1, max_size=40)


@given(
    title=TEXTS,
    text=TEXTS,
    platform=st.sampled_from(Platform),
    kind=st.sampled_from(PostKind),
    state=st.sampled_from([PostState.DRAFT, PostState.APPROVED, PostState.IDEA, PostState.CANCELLED]),
    hours=st.integers(1, 10_000),
    counts=st.booleans(),
)
def test_an_exported_calendar_comes_in_again_as_it_was(
    title: str, text: str, platform: Platform, kind: PostKind, state: PostState, hours: int, counts: bool
) -> None:
    store, other = MemoryStore(), MemoryStore()
    strategy = unbound_strategy(store, name="A", zone="Europe/Paris", locale="en", now=NOW)
    twin = unbound_strategy(other, name="A", zone="Europe/Paris", locale="en", now=NOW)
    post = Post(
        id="P1",
        strategy_id=strategy.id,
        title=title,
        text=text,
        platform=platform,
        kind=kind,
        state=state,
        due=Due.of(NOW + timedelta(hours=hours), "America/Toronto"),
        labels=("a", "b"),
    )
    with store.transaction() as tx:
        tx.posts.put(replace(post, id=f"P{tx.next_number('post')}"))

    file = calendar_csv(store, strategy)
    run_import(other, file, strategy=twin, by="", now=NOW)

    [copy] = posts_of(other, twin)
    names = ("title", "text", "platform", "kind", "state", "due", "labels", "link", "owner_id", "spend", "is_paid")
    assert [getattr(copy, name) for name in names] == [getattr(post, name) for name in names]
    assert plan_import(store, file, strategy=strategy, now=NOW).writes == 0


@pytest.mark.skipif(not BRAND.exists(), reason="the year of real posts is not beside this checkout")
def test_a_year_of_real_posts_comes_in_with_its_numbers_and_its_gaps(store: MemoryStore, strategy: Strategy) -> None:
    content = BRAND.read_bytes()

    done = run_import(store, content, strategy=strategy, by="", now=NOW)
    again = plan_import(store, content, strategy=strategy, now=NOW)

    posts = posts_of(store, strategy)
    with store.transaction() as tx:
        latest = tx.measurements.latest_of(post.id for post in posts)
    assert (done.added, again.writes, again.same) == (500, 0, 500)
    assert {post.state for post in posts} == {PostState.PUBLISHED}
    assert [post.title for post in posts[:2]] == ["FB001", "FB002"]
    assert all(post.published_at == post.due_at for post in posts)
    unknown = {
        name: sum(getattr(each.counts, name) is None for each in latest.values()) for name in ("reactions", "shares")
    }
    assert unknown == {"reactions": 1, "shares": 4}
    assert sum(post.is_paid is None for post in posts) == 1
    assert {post.kind for post in posts} == {PostKind.PROMOTION, PostKind.NEWS, PostKind.STORY}
