"""A calendar file: what is recognised, what would change, what is refused and why; twice changes nothing."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.measures import Counts
from bot.domain.moments import Due
from bot.domain.people import Member
from bot.domain.posts import Attachment, Post, PostKind, PostState, Step
from bot.domain.strategy import Objective, ObjectiveKind, Platform, PlatformPlan, Strategy
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
        "labels": st.lists(TEXTS.filter(lambda text: "," not in text), max_size=2).map(tuple),
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
        "series_id": st.sampled_from(["", "R1"]),
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
STAYS = {"id", "strategy_id", "history", "rev", "moves", "snoozes", "snoozed_until", "created_at", "created_by"} | {
    "approved_at",
    "approved_by",
    "review_asked_at",
    "review_asked_by",
}
"""What people did with a post, and what counts it: no calendar file carries that."""


def a_calendar(posts: Sequence[dict[str, Any]]) -> tuple[MemoryStore, Strategy, list[Post]]:
    """A store with Amy, Bob, two objectives, a platform that has an owner, and *posts*; links are made unlike."""
    store = MemoryStore()
    strategy = unbound_strategy(store, name="A", zone="Europe/Paris", locale="en", now=NOW)
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


@given(st.lists(st.one_of(POSTS, st.tuples(POSTS, PUBLISHED).map(lambda both: {**both[0], **both[1]})), max_size=4))
def test_an_exported_calendar_comes_in_again_as_it_was(posts: list[dict[str, Any]]) -> None:
    unlike = [
        {**values, "platform_post_id": f"{values['platform_post_id']}{place}" if values["platform_post_id"] else ""}
        for place, values in enumerate(posts)
    ]
    store, strategy, kept = a_calendar(unlike)
    other, twin, _ = a_calendar([])

    file = calendar_csv(store, strategy)
    again = plan_import(store, file, strategy=strategy, now=NOW) if kept else None
    if kept:
        run_import(other, file, strategy=twin, by="", now=NOW)

    assert calendar_of(posts_of(other, twin)) == calendar_of(kept)
    assert again is None or (again.writes, again.refused, again.same) == (0, (), len(kept))


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
    store, strategy, _ = a_calendar([])
    with store.transaction() as tx:
        contest = tx.posts.put(a_draft(strategy, "P1", checklist=(Step(key="winner", post_id="P2"),)))
        tx.posts.put(a_draft(strategy, "P2", parent_id=contest.id, copied_from="P1"))
    other, twin, _ = a_calendar([])
    with other.transaction() as tx:
        for _ in range(4):
            tx.next_number("post")

    run_import(other, calendar_csv(store, strategy), strategy=twin, by="", now=NOW)

    first, second = posts_of(other, twin)
    assert (first.id, first.checklist[0].post_id) == ("P5", "P6")
    assert (second.id, second.parent_id, second.copied_from) == ("P6", "P5", "P5")


def a_draft(strategy: Strategy, number: str, **more: Any) -> Post:
    return Post(id=number, strategy_id=strategy.id, title=f"Post {number}", platform=Platform.X, **more)


# --- other programs


def test_buffers_columns_are_known_and_the_platform_is_that_of_the_files_name(
    store: MemoryStore, strategy: Strategy
) -> None:
    text = "Text,Image URL,Tags,Posting Time\nBonjour à tous,https://a.example/a.png,noel,2026-12-01 9:05\n"

    run_import(store, text.encode(), strategy=strategy, by="", now=NOW, name="Buffer - LinkedIn.csv")

    [post] = posts_of(store, strategy)
    assert (post.platform, post.title, post.text) == (Platform.LINKEDIN, "Bonjour à tous", "Bonjour à tous")
    assert (post.due.wall, post.labels, post.image) == ("2026-12-01T09:05", ("noel",), "https://a.example/a.png")


def test_hootsuites_file_without_a_header_is_read_with_the_link_below_the_text(
    store: MemoryStore, strategy: Strategy
) -> None:
    text = '12/24/2026 10:05,"Joyeux Noël, à tous",https://maison.example/noel\n12/25/2026 09:00,Merci,\n'

    run_import(store, text.encode(), strategy=strategy, by="", now=NOW, name="hootsuite_facebook.csv")

    assert [(post.due.wall, post.text) for post in posts_of(store, strategy)] == [
        ("2026-12-24T10:05", "Joyeux Noël, à tous\nhttps://maison.example/noel"),
        ("2026-12-25T09:00", "Merci"),
    ]


@pytest.mark.parametrize(
    ("days", "walls", "said"),
    [
        (("12/24/2026 10:00", "12/01/2026 10:00"), ("2026-12-24", "2026-12-01"), ""),
        (("24/12/2026 10:00", "12/01/2026 10:00"), ("2026-12-24", "2026-01-12"), ""),
        (("12/01/2026 10:00", "11/12/2026 10:00"), ("2026-12-01", "2026-11-12"), "mm/dd/yyyy"),
        (("2026/12/24 10:00", "2026-12-25 10:00"), ("2026-12-24", "2026-12-25"), ""),
        (("24.12.2026 10:00 PM", "1.12.2026 9:05 am"), ("2026-12-24", "2026-12-01"), ""),
        (("24-12-2026 10:00", "1-12-2026 9:05"), ("2026-12-24", "2026-12-01"), ""),
        (("12/24/26 10:00", "12/1/26 9:05"), ("2026-12-24", "2026-12-01"), ""),
    ],
)
def test_days_with_slashes_are_read_in_the_order_that_the_file_gives_away(
    store: MemoryStore, strategy: Strategy, days: tuple[str, str], walls: tuple[str, str], said: str
) -> None:
    text = "title,platform,due\n" + "".join(f"T{n},x,{day}\n" for n, day in enumerate(days))

    plan = planned(store, strategy, text)

    assert tuple(row.values["due"].wall[:10] for row in plan.new) == walls
    assert plan.dates == said


@pytest.mark.parametrize(
    ("head", "day", "wall", "said"),
    [
        ("title,platform,date", "01/12/2026", "2026-01-12", "mm/dd/yyyy"),
        ("Titre,Plateforme,Date", "01/12/2026", "2026-12-01", "dd/mm/yyyy"),
        ("titre,réseau,date", "01-12-2026", "2026-12-01", "dd/mm/yyyy"),
        ("title,platform,date", "01.12.2026", "2026-12-01", "dd/mm/yyyy"),
    ],
)
def test_days_that_can_be_read_two_ways_are_read_as_who_wrote_the_headers_would_and_it_is_said(
    store: MemoryStore, strategy: Strategy, head: str, day: str, wall: str, said: str
) -> None:
    plan = planned(store, strategy, f"{head}\nA,x,{day}\n")

    assert plan.new[0].values["due"].wall[:10] == wall
    assert plan.dates == said


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("9", "09:00"),
        ("9h30", "09:30"),
        ("14 h", "14:00"),
        ("10:00:00", "10:00"),
        ("2:30 PM", "14:30"),
        ("12:15 a.m.", "00:15"),
        ("12 pm", "12:00"),
    ],
)
def test_a_time_of_day_in_its_own_column_is_read_as_any_spreadsheet_writes_it(
    store: MemoryStore, strategy: Strategy, cell: str, clock: str
) -> None:
    [post] = brought_in(store, strategy, f"title,platform,date,time\nA,x,2026-12-01,{cell}\n")

    assert post.due is not None
    assert post.due.wall[11:16] == clock


@pytest.mark.parametrize("cell", ["25:00", "13 pm", "9:60", "noonish"])
def test_what_is_no_time_of_day_is_left_out_with_the_reason(store: MemoryStore, strategy: Strategy, cell: str) -> None:
    plan = planned(store, strategy, f"title,platform,date,time\nA,x,2026-12-01,{cell}\n")

    assert [(each.field, each.reason, each.what) for each in plan.refused] == [("clock", "clock", cell)]


def test_a_file_in_which_nothing_names_a_platform_is_refused_with_what_to_do(
    store: MemoryStore, strategy: Strategy
) -> None:
    with pytest.raises(UserError) as refusal:
        plan_import(store, b"Text,Posting Time\nA,2026-12-01 10:00\n", strategy=strategy, now=NOW, name="posts.csv")

    assert refusal.value.key == "file-no-platform"


def test_a_text_without_a_title_is_the_post_that_says_it_at_that_moment(store: MemoryStore, strategy: Strategy) -> None:
    brought_in(store, strategy, "title,platform,due,text\nNoël,x,2026-12-01 10:00,Bonjour à tous\n")

    plan = planned(store, strategy, "platform,due,text\nx,2026-12-01 10:00,Bonjour à tous \n")

    assert (plan.writes, plan.same) == (0, 1)


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("objective", "World peace", "objective"),
        ("attachments", "[1]", "json"),
        ("checklist", '[{""day"": 3}]', "json"),
    ],
)
def test_what_the_plan_or_the_format_does_not_know_is_refused_by_column(
    store: MemoryStore, strategy: Strategy, column: str, cell: str, reason: str
) -> None:
    plan = planned(store, strategy, f'title,platform,{column}\nA,x,"{cell}"\n')

    assert [(each.field, each.reason) for each in plan.refused] == [(column, reason)]


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
