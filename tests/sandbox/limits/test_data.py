"""Charts, tables and the other newer blocks: what passes at a limit, what is refused above it and where."""

from collections.abc import Callable

import pytest

from bot.sandbox.limits import Fault, check_message
from tests.sandbox.limits.samples import (
    Json,
    actions,
    axes,
    button,
    card,
    chart,
    container,
    data_table,
    figure,
    image,
    in_message,
    mrkdwn,
    option,
    pie,
    plain,
    plan,
    quoted,
    refused,
    rich,
    section,
    series,
    table,
    task,
    too_long,
    too_many,
    visual,
    words,
)

ACCEPTED: list[tuple[str, Json]] = [
    ("bar", visual(chart("bar"))),
    ("line below zero", visual(chart("line", series(value=-3)))),
    ("area with axis titles", visual(chart("area", axis_config=axes(x_label="x" * 50, y_label="y" * 50)))),
    ("pie", visual(pie(0.5, 2))),
    ("table", table(column_settings=[{"align": "right", "is_wrapped": True}])),
    ("table with rich text", {"type": "table", "rows": [[rich(), words()]]}),
    (
        "data table",
        data_table(rows=2, page_size=100, row_header_column_index=1)
        | {"rows": [[words(), words()], [rich(), figure()]]},
    ),
    ("card", card(body=mrkdwn("b" * 200), hero_image=image(), actions=[button()] * 3)),
    ("carousel", {"type": "carousel", "elements": [card()] * 10}),
    ("container", container(section(), table(), is_collapsible=True, default_collapsed=True, width="full")),
    ("task card", {"type": "task_card", **task(), "sources": [{"type": "url", "url": "https://e.com", "text": "e"}]}),
    ("plan", plan(task(1, "pending"), task(2))),
    (
        "context actions",
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain(), "value": "+"},
                    "negative_button": {"text": plain(), "value": "-"},
                },
                {"type": "icon_button", "icon": "trash", "text": plain()},
            ],
        },
    ),
    (
        "video",
        {
            "type": "video",
            "alt_text": "",
            "title": plain("t" * 200),
            "thumbnail_url": "https://example.com/t.png",
            "video_url": "https://example.com/v",
            "author_name": "a" * 50,
        },
    ),
    (
        "rich text",
        quoted(
            {"type": "text", "text": "bold", "style": {"bold": True, "code": False}},
            {"type": "link", "url": "https://example.com"},
            {"type": "user", "user_id": "U1"},
            {"type": "usergroup", "usergroup_id": "S1"},
            {"type": "channel", "channel_id": "C1"},
            {"type": "emoji", "name": "wave", "skin_tone": 2},
            {"type": "broadcast", "range": "here"},
            {"type": "color", "value": "#aabbcc"},
            {"type": "date", "timestamp": 1_792_918_200, "format": "{date_long}", "fallback": "Sunday"},
        ),
    ),
    (
        "list and code",
        {
            "type": "rich_text",
            "elements": [
                {"type": "rich_text_list", "style": "ordered", "indent": 8, "offset": 2, "border": 1}
                | {"elements": [{"type": "rich_text_section", "elements": []}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "x"}], "border": 0},
            ],
        },
    ),
]


@pytest.mark.parametrize("block", [block for _, block in ACCEPTED], ids=[name for name, _ in ACCEPTED])
def test_a_sound_block_passes(block: Json) -> None:
    assert in_message(block) is None


LENGTHS: list[tuple[str, Callable[[str], Json], int, str]] = [
    ("chart title", lambda s: visual(chart(), s), 50, "/title"),
    ("series name", lambda s: visual(chart("bar", series(s))), 20, "/chart/series/0/name"),
    ("axis title", lambda s: visual(chart(axis_config=axes(y_label=s))), 50, "/chart/axis_config/y_label"),
    (
        "segment label",
        lambda s: visual({"type": "pie", "segments": [{"label": s, "value": 1}]}),
        20,
        "/chart/segments/0/label",
    ),
    ("card title", lambda s: card(title=plain(s)), 150, "/title/text"),
    ("card body", lambda s: card(body=plain(s)), 200, "/body/text"),
    ("container title", lambda s: container(title=plain(s)), 150, "/title/text"),
    ("text in a container", lambda s: container(section(text=plain(s))), 3000, "/child_blocks/0/text/text"),
]


@pytest.mark.parametrize(("name", "build", "most", "place"), LENGTHS, ids=[case[0] for case in LENGTHS])
def test_a_text_in_a_newer_block_has_its_limit(name: str, build: Callable[[str], Json], most: int, place: str) -> None:
    assert in_message(build("é" * most)) is None
    assert in_message(build("é" * (most + 1))) == refused(too_long(most), f"/blocks/0{place}")


COUNTS: list[tuple[str, Callable[[int], Json], int, str]] = [
    ("series", lambda n: visual(chart("line", *[series(f"S{i}") for i in range(n)])), 12, "/chart/series"),
    ("segments", lambda n: visual(pie(*[1.0] * n)), 12, "/chart/segments"),
    ("table rows", lambda n: table(rows=n), 100, "/rows"),
    ("table cells", lambda n: table(rows=1, cells=n), 20, "/rows/0"),
    ("column settings", lambda n: table(column_settings=[{"align": "left"}] * n), 20, "/column_settings"),
    ("data table rows", lambda n: data_table(rows=n), 201, "/rows"),
    ("carousel", lambda n: {"type": "carousel", "elements": [card()] * n}, 10, "/elements"),
    ("container", lambda n: container(*[section()] * n), 10, "/child_blocks"),
    ("plan", lambda n: plan(*[task(i) for i in range(n)]), 50, "/tasks"),
]


@pytest.mark.parametrize(("name", "build", "most", "place"), COUNTS, ids=[case[0] for case in COUNTS])
def test_a_list_in_a_newer_block_has_its_limit(name: str, build: Callable[[int], Json], most: int, place: str) -> None:
    assert in_message(build(most)) is None
    assert in_message(build(most + 1)) == refused(too_many(most), f"/blocks/0{place}")


def test_twenty_points_pass_in_a_chart_and_one_more_is_refused_at_points_and_categories() -> None:
    full = visual(chart("line", series(points=20), axis_config=axes(20)))
    over = in_message(visual(chart("line", series(points=21), axis_config=axes(21))))

    assert in_message(full) is None
    assert over is not None
    assert over.messages == (
        "[ERROR] no more than 20 items allowed [json-pointer:/blocks/0/chart/series/0/data]",
        "[ERROR] no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]",
    )


REFUSED: list[tuple[str, Json, str, str]] = [
    ("unknown chart", visual(chart("radar")), "unsupported type: radar", "/chart/type"),
    ("pie of nothing", visual(pie(0)), "must be greater than 0", "/chart/segments/0/value"),
    ("not a number", visual(pie(float("nan"))), "must provide a number", "/chart/segments/0/value"),
    (
        "value in words",
        visual(chart("bar", {"name": "a", "data": [{"label": "W0", "value": "1"}]}, axis_config=axes(1))),
        "must provide a number",
        "/chart/series/0/data/0/value",
    ),
    (
        "same series twice",
        visual(chart("bar", series("a"), series("a"))),
        '`name` "a" already exists',
        "/chart/series/1/name",
    ),
    (
        "missing point",
        visual(chart("bar", series(points=1))),
        "data must hold one point for each category",
        "/chart/series/0/data",
    ),
    (
        "same category twice",
        visual(chart(axis_config={"categories": ["W0", "W0"]})),
        "categories must be unique",
        "/chart/axis_config/categories",
    ),
    ("empty cell", {"type": "table", "rows": [[words("")]]}, "must be more than 0 characters", "/rows/0/0/text"),
    ("number in a table", {"type": "table", "rows": [[figure()]]}, "unsupported type: raw_number", "/rows/0/0/type"),
    ("alignment", table(column_settings=[{"align": "top"}]), "must be a valid enum value", "/column_settings/0/align"),
    ("header alone", data_table(rows=1), "no less than 2 items allowed", "/rows"),
    (
        "uneven rows",
        data_table() | {"rows": [[words()], [words()] * 2]},
        "all rows must have the same number of values",
        "/rows/1",
    ),
    ("rich header", data_table() | {"rows": [[rich()], [rich()]]}, "unsupported type: rich_text", "/rows/0/0/type"),
    ("header column", data_table(row_header_column_index=2), "must be less than 2", "/row_header_column_index"),
    ("page", data_table(page_size=101), "must be less than 101", "/page_size"),
    (
        "long table",
        data_table() | {"rows": [[words("x" * 10_000)], [words("y" * 10_001)]]},
        "must be less than 20001 characters",
        "/rows",
    ),
    ("empty card", {"type": "card", "subtitle": plain()}, "missing required field: hero_image", ""),
    ("container in container", container(container()), "unsupported type: container", "/child_blocks/0/type"),
    ("blocks in container", container() | {"blocks": []}, "invalid additional property: blocks", ""),
    (
        "closed for good",
        container(default_collapsed=True),
        "must be collapsible to be collapsed at first",
        "/default_collapsed",
    ),
    ("same task twice", plan(task(), task()), '`task_id` "T0" already exists', "/tasks/1/task_id"),
    ("pending alone", {"type": "task_card", **task(status="pending")}, "must be a valid enum value", "/status"),
    (
        "empty leaf",
        quoted({"type": "text", "text": ""}),
        "must be more than 0 characters",
        "/elements/0/elements/0/text",
    ),
    ("unknown leaf", quoted({"type": "sparkle"}), "unsupported type: sparkle", "/elements/0/elements/0/type"),
    (
        "quote in quote",
        quoted({"type": "rich_text_quote", "elements": []}),
        "unsupported type: rich_text_quote",
        "/elements/0/elements/0/type",
    ),
    (
        "indent",
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "indent": 9,
                    "elements": [{"type": "rich_text_section", "elements": []}],
                }
            ],
        },
        "must be less than 9",
        "/elements/0/indent",
    ),
    (
        "overflow address",
        actions({"type": "overflow", "options": [option(url="ftp://x")]}),
        "invalid url",
        "/elements/0/options/0/url",
    ),
]


@pytest.mark.parametrize(("name", "block", "said", "place"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_faulty_newer_block_is_refused_with_its_place(name: str, block: Json, said: str, place: str) -> None:
    assert in_message(block) == refused(said, f"/blocks/0{place}")


def test_two_charts_pass_in_a_message_and_a_third_is_refused() -> None:
    one = visual(chart())

    assert in_message(one, section(), one) is None
    assert in_message(one, section(), one, one) == refused(
        "no more than 2 data_visualization blocks allowed", "/blocks/3"
    )


@pytest.mark.parametrize(
    "other", [table(), data_table(), container(table()), {"type": "markdown", "text": "|a|b|\n|-|-|\n"}]
)
def test_a_second_table_of_any_kind_is_refused(other: Json) -> None:
    fault = in_message(data_table(), other)

    assert in_message(other) is None
    assert fault is not None
    assert fault.error == "invalid_attachments"
    assert fault.messages[0].startswith("[ERROR] only_one_table_allowed [json-pointer:/blocks/1")


def test_a_table_in_an_attachment_counts_too() -> None:
    fault = check_message({"blocks": [table()], "attachments": [{"blocks": [table()]}]})

    assert fault == refused("only_one_table_allowed", "/attachments/0/blocks/0", error="invalid_attachments")


def test_the_text_of_a_table_is_not_counted_as_text_of_blocks() -> None:
    long = data_table() | {"rows": [[words("x" * 10_000)], [words("y" * 10_000)]]}

    assert in_message(long, section(text=mrkdwn("x" * 3000))) is None


def test_a_plain_table_shares_the_limit_of_characters() -> None:
    long = {"type": "table", "rows": [[words("x" * 10_000)], [words("y" * 10_001)]]}

    assert in_message(long) == Fault(error="msg_blocks_too_long")


def test_headings_of_markdown_count_as_blocks_of_their_own() -> None:
    fifty = "".join(f"# Heading {n}\ntext\n\nmore\n" for n in range(25))

    assert in_message({"type": "markdown", "text": fifty}) is None
    assert in_message({"type": "markdown", "text": f"```\n{fifty * 2}\n```"}) is None
    assert in_message({"type": "markdown", "text": fifty}, section()) == refused(too_many(50), "/blocks")
    assert in_message({"type": "markdown", "text": f"{fifty}\n---\n"}) == refused(too_many(50), "/blocks")
