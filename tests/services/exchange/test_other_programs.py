"""Files of other programs: their columns, their days, their times; and a year of real posts."""

import pytest

from bot.domain.errors import UserError
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.exchange.imports import plan_import, run_import
from storage.memory import MemoryStore
from tests.needed import BRAND, HAS_BRAND, NO_BRAND
from tests.services.exchange.bringing import NOW, brought_in, planned, posts_of


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


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_bad_row_of_a_file_without_a_header_is_refused_by_its_line(
    store: MemoryStore, strategy: Strategy, place: int
) -> None:
    rows = ["12/24/2026 10:05,Joyeux Noël,", "12/26/2026 09:00,Merci,https://maison.example"]
    rows.insert(place, "soon")

    plan = plan_import(store, "\n".join(rows).encode(), strategy=strategy, now=NOW, name="hootsuite_x.csv")

    assert [each.line for each in plan.refused] == [place + 1]
    assert [row.values["text"] for row in plan.new] == ["Joyeux Noël", "Merci\nhttps://maison.example"]


@pytest.mark.parametrize(
    ("days", "walls", "said"),
    [
        (("12/24/2026 10:00", "12/01/2026 10:00"), ("2026-12-24", "2026-12-01"), ""),
        (("24/12/2026 10:00", "12/01/2026 10:00"), ("2026-12-24", "2026-01-12"), ""),
        (("12/01/2026 10:00", "11/12/2026 10:00"), ("2026-12-01", "2026-11-12"), "mm/dd/yyyy"),
        (("01/12/2026 10:00", "05/12/2026 10:00"), ("2026-12-01", "2026-12-05"), "dd/mm/yyyy"),
        (("12/01/2026 10:00", "12/05/2026 10:00"), ("2026-12-01", "2026-12-05"), "mm/dd/yyyy"),
        (("01/01/2027 10:00", "02/02/2027 10:00"), ("2027-01-01", "2027-02-02"), "mm/dd/yyyy"),
        (("00/12/2026 10:00", "05/12/2026 10:00"), ("", "2026-12-05"), "dd/mm/yyyy"),
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

    assert tuple(row.values["due"].wall[:10] for row in plan.new) == tuple(filter(None, walls))
    assert plan.dates == said


@pytest.mark.parametrize(
    ("head", "day", "wall", "said"),
    [
        ("title,platform,date", "01/12/2026", "2026-01-12", "mm/dd/yyyy"),
        ("Titre,Plateforme,Date", "01/12/2026", "2026-12-01", "dd/mm/yyyy"),
        ("titre,réseau,date", "01-12-2026", "2026-12-01", "dd/mm/yyyy"),
        ("title,platform,date", "01.12.2026", "2026-12-01", "dd/mm/yyyy"),
        ("title,platform,date", "12/11/2026", "2026-12-11", "mm/dd/yyyy"),
        ("title,platform,date", "11/12/2026", "2026-11-12", "mm/dd/yyyy"),
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


def test_a_sum_is_no_post_and_a_post_called_total_is_one(store: MemoryStore, strategy: Strategy) -> None:
    rows = 'Total,2026-12-01 9:05,,0:45\nTOTAL,,"1,234.5",1:02:03\n'

    plan = plan_import(
        store, f"text,due,likes,duration\n{rows}".encode(), strategy=strategy, now=NOW, platform=Platform.YOUTUBE
    )

    assert [row.values["text"] for row in plan.new] == ["Total"]


def test_a_row_without_a_platform_is_told_so(store: MemoryStore, strategy: Strategy) -> None:
    plan = planned(store, strategy, "title,platform\nA,\nB,x\n")

    assert [(each.field, each.reason) for each in plan.refused] == [("platform", "no-platform")]


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


@pytest.mark.skipif(not HAS_BRAND, reason=NO_BRAND)
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
