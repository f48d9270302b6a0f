"""Blocks and views with one of everything, for the tests of the page."""

from typing import Any

Json = dict[str, Any]
DAYS = ("Mon", "Tue", "Wed")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(value: str, text: str) -> Json:
    return {"text": plain(text), "value": value}


def button(text: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def chart(kind: str) -> Json:
    data = [{"label": day, "value": value} for day, value in zip(DAYS, (3, 1, 2), strict=True)]
    axes = {"categories": list(DAYS), "x_label": "Day"}
    shown: Json = {"type": kind, "series": [{"name": "Shares", "data": data}], "axis_config": axes}
    if kind == "pie":
        shown = {"type": "pie", "segments": data}
    return {"type": "data_visualization", "title": f"A {kind} chart", "chart": shown}


def _raw(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def _row(name: str, posts: int) -> list[Json]:
    return [_raw(name), {"type": "raw_number", "value": posts, "text": str(posts)}]


def data_table() -> Json:
    rows = [[_raw("Platform"), _raw("Posts")], _row("Facebook", 5), _row("Instagram", 12), _row("X", 2)]
    return {"type": "data_table", "caption": "Posts by platform", "page_size": 2, "rows": rows}


def rich_text() -> Json:
    leaves = [
        {"type": "text", "text": "bold words", "style": {"bold": True}},
        {"type": "emoji", "name": "tada"},
        {"type": "user", "user_id": "UBOB"},
        {"type": "channel", "channel_id": "CSOCIAL"},
        {"type": "date", "timestamp": 1_795_507_200, "format": "{date_num} {time}", "fallback": "then"},
    ]
    item = {"type": "rich_text_section", "elements": [{"type": "text", "text": "an item"}]}
    code = [{"type": "text", "text": "Copy this\nas it is"}]
    return {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": leaves},
            {"type": "rich_text_list", "style": "bullet", "elements": [item]},
            {"type": "rich_text_preformatted", "elements": code},
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a quote"}]},
        ],
    }


def every_block() -> list[Json]:
    menu = {"type": "overflow", "action_id": "menu", "options": [option("a", "Open it"), option("b", "Move it")]}
    return [
        {"type": "header", "text": plain("A header")},
        section("*bold* _italic_ ~gone~ `code` <https://example.com|a link> <@UBOB> <#CSOCIAL>", accessory=menu),
        {"type": "section", "fields": [mrkdwn("*Owner*\nAmy"), mrkdwn("*Due*\nFriday")]},
        {"type": "divider"},
        {"type": "context", "elements": [mrkdwn("context words :tada:")]},
        rich_text(),
        {"type": "markdown", "text": "## A title\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |"},
        {"type": "image", "image_url": "https://example.com/x.png", "alt_text": "A basket of flowers"},
        {"type": "card", "title": mrkdwn("A card"), "body": mrkdwn("its body"), "actions": [button("Go", "go")]},
        {"type": "container", "title": plain("A container"), "child_blocks": [section("inside of it")]},
        {
            "type": "video",
            "title": plain("A film"),
            "alt_text": "The film",
            "thumbnail_url": "https://example.com/t.png",
            "video_url": "https://example.com/v",
        },
    ]


def table() -> Json:
    return {"type": "table", "rows": [[_raw("Head"), _raw("Number")], [_raw("cell"), _raw("7")]]}


def charts() -> list[Json]:
    return [chart("bar"), chart("line")]


def more_charts() -> list[Json]:
    return [chart("area"), chart("pie")]


def controls() -> list[Json]:
    sure = {"title": plain("Sure?"), "text": mrkdwn("It goes."), "confirm": plain("Drop it"), "deny": plain("Keep it")}
    return [
        {
            "type": "actions",
            "block_id": "controls",
            "elements": [
                button("Approve", "approve", style="primary", value="P1"),
                button("Drop", "drop", style="danger", confirm=sure),
                {"type": "static_select", "action_id": "pick", "options": [option("1", "One"), option("2", "Two")]},
                {"type": "external_select", "action_id": "find", "min_query_length": 1, "placeholder": plain("Find")},
                {
                    "type": "overflow",
                    "action_id": "menu",
                    "options": [option("a", "Open it"), option("b", "Move it")],
                },
            ],
        }
    ]


def field(label: str, kind: str, **more: Any) -> Json:
    """An input whose block id is its label in lower case."""
    block = {key: more.pop(key) for key in ("optional", "hint", "dispatch_action") if key in more}
    element = {"type": kind, "action_id": "value", **more}
    return {"type": "input", "block_id": label.lower(), "label": plain(label), "element": element, **block}


def every_input() -> list[Json]:
    kinds = [option("contest", "Contest"), option("story", "Story")]
    return [
        field("Title", "plain_text_input", max_length=20, hint=plain("As people see it")),
        field("Text", "plain_text_input", multiline=True, optional=True),
        field("Platform", "static_select", options=[option("ig", "Instagram"), option("fb", "Facebook")]),
        field("Tags", "multi_static_select", options=[option("x", "Extra"), option("y", "Yearly")], optional=True),
        field("Owner", "users_select"),
        field("Reviewers", "multi_users_select", optional=True),
        field("Channel", "conversations_select", optional=True),
        field("Places", "multi_channels_select", optional=True),
        field("Source", "external_select", min_query_length=1, optional=True),
        field("Day", "datepicker"),
        field("Hour", "timepicker", optional=True),
        field("Due", "datetimepicker", optional=True),
        field("Minutes", "number_input", is_decimal_allowed=False, min_value="0", max_value="60", optional=True),
        field("Mail", "email_text_input", optional=True),
        field("Address", "url_text_input", optional=True),
        field("Checks", "checkboxes", options=[option("alt", "Image text"), option("tag", "Hashtags")], optional=True),
        field("Kind", "radio_buttons", options=kinds, optional=True),
        field("Notes", "rich_text_input", optional=True),
        field("Picture", "file_input", optional=True),
    ]


def form(blocks: list[Json], **more: Any) -> Json:
    texts = {"title": plain("Add a post"), "submit": plain("Add"), "close": plain("Leave")}
    return {"type": "modal", "callback_id": "form", **texts, "blocks": blocks, **more}
