"""The layout blocks and their elements: a block passes at each limit and is refused one above."""

from collections.abc import Callable

import pytest

from bot.sandbox.limits import check_view
from tests.sandbox.limits.samples import (
    Json,
    actions,
    button,
    confirm,
    image,
    in_message,
    input_of,
    menu,
    modal,
    mrkdwn,
    option,
    options,
    plain,
    refused,
    section,
    too_long,
    too_many,
)

LENGTHS: list[tuple[str, Callable[[str], Json], int, str]] = [
    ("section text", lambda s: section(text=mrkdwn(s)), 3000, "/text/text"),
    ("section field", lambda s: section(fields=[mrkdwn(s)]), 2000, "/fields/0/text"),
    ("header", lambda s: {"type": "header", "text": plain(s)}, 150, "/text/text"),
    ("markdown", lambda s: {"type": "markdown", "text": s}, 12_000, "/text"),
    ("block id", lambda s: section(block_id=s), 255, "/block_id"),
    ("button text", lambda s: actions(button(text=plain(s))), 75, "/elements/0/text/text"),
    ("button value", lambda s: actions(button(value=s)), 2000, "/elements/0/value"),
    ("button label", lambda s: actions(button(accessibility_label=s)), 75, "/elements/0/accessibility_label"),
    ("action id", lambda s: actions(button(action_id=s)), 255, "/elements/0/action_id"),
    (
        "confirm title",
        lambda s: actions(button(confirm=confirm(title=plain(s)))),
        100,
        "/elements/0/confirm/title/text",
    ),
    (
        "confirm text",
        lambda s: actions(button(confirm=confirm(text=plain(s)))),
        300,
        "/elements/0/confirm/text/text",
    ),
    (
        "confirm button",
        lambda s: actions(button(confirm=confirm(deny=plain(s)))),
        30,
        "/elements/0/confirm/deny/text",
    ),
    (
        "option text",
        lambda s: actions(menu(options=[option(text=plain(s))])),
        75,
        "/elements/0/options/0/text/text",
    ),
    (
        "option value",
        lambda s: actions(menu(options=[option(value=s)])),
        150,
        "/elements/0/options/0/value",
    ),
    (
        "option description",
        lambda s: actions(menu(options=[option(description=plain(s))])),
        75,
        "/elements/0/options/0/description/text",
    ),
    (
        "group label",
        lambda s: actions(menu(option_groups=[{"label": plain(s), "options": options(1)}])),
        75,
        "/elements/0/option_groups/0/label/text",
    ),
    (
        "placeholder",
        lambda s: actions(menu("users_select", placeholder=plain(s))),
        150,
        "/elements/0/placeholder/text",
    ),
    ("image title", lambda s: image(title=plain(s)), 2000, "/title/text"),
    ("image description", lambda s: image(alt_text=s), 2000, "/alt_text"),
    ("input label", lambda s: input_of(menu("users_select"), label=plain(s)), 2000, "/label/text"),
    ("input hint", lambda s: input_of(menu("users_select"), hint=plain(s)), 2000, "/hint/text"),
]


@pytest.mark.parametrize(("name", "build", "most", "place"), LENGTHS, ids=[case[0] for case in LENGTHS])
def test_a_text_passes_at_its_limit_and_is_refused_one_above(
    name: str, build: Callable[[str], Json], most: int, place: str
) -> None:
    assert in_message(build("é" * most)) is None
    assert in_message(build("é" * (most + 1))) == refused(too_long(most), f"/blocks/0{place}")


COUNTS: list[tuple[str, Callable[[int], Json], int, str]] = [
    ("fields", lambda n: section(fields=[mrkdwn()] * n), 10, "/fields"),
    ("actions", lambda n: actions(*[button(action_id=f"a{i}") for i in range(n)]), 25, "/elements"),
    ("context", lambda n: {"type": "context", "elements": [mrkdwn()] * n}, 10, "/elements"),
    ("menu options", lambda n: actions(menu(options=options(n))), 100, "/elements/0/options"),
    ("overflow options", lambda n: actions(menu("overflow", options=options(n))), 5, "/elements/0/options"),
    ("checkboxes", lambda n: actions(menu("checkboxes", options=options(n))), 10, "/elements/0/options"),
    (
        "radio buttons",
        lambda n: actions(menu("radio_buttons", options=options(n))),
        10,
        "/elements/0/options",
    ),
    (
        "option groups",
        lambda n: actions(menu(option_groups=[{"label": plain(), "options": options(1)}] * n)),
        100,
        "/elements/0/option_groups",
    ),
]


@pytest.mark.parametrize(("name", "build", "most", "place"), COUNTS, ids=[case[0] for case in COUNTS])
def test_a_list_passes_at_its_limit_and_is_refused_one_above_and_empty(
    name: str, build: Callable[[int], Json], most: int, place: str
) -> None:
    where = f"/blocks/0{place}"

    assert in_message(build(1)) is None
    assert in_message(build(most)) is None
    assert in_message(build(most + 1)) == refused(too_many(most), where)
    assert in_message(build(0)) == refused("no less than 1 items allowed", where)


def test_every_kind_of_element_stands_where_slack_lets_it() -> None:
    chosen = {"initial_option": option(1), "options": options(2), "confirm": confirm(style="danger")}
    elements = [
        button(style="primary", url="https://example.com", value="v"),
        menu("overflow", options=[option(0, url="https://example.com")]),
        menu(**chosen),
        menu("radio_buttons", **chosen),
        menu("checkboxes", options=options(2), initial_options=[option(0)]),
        menu("multi_static_select", options=options(2), initial_options=[option(0)], max_selected_items=1),
        menu("external_select", min_query_length=0),
        menu("multi_external_select", min_query_length=3),
        menu("users_select", initial_user="U1"),
        menu("multi_users_select", initial_users=["U1"]),
        menu("conversations_select", filter={"include": ["public"]}, default_to_current_conversation=True),
        menu("multi_conversations_select", initial_conversations=["C1"]),
        menu("channels_select", initial_channel="C1"),
        menu("multi_channels_select", initial_channels=["C1"]),
        menu("datepicker", initial_date="2026-10-25"),
        menu("timepicker", initial_time="09:30", timezone="Europe/Paris"),
        menu("datetimepicker", initial_date_time=1_792_918_200),
    ]

    assert in_message(actions(*elements)) is None
    assert in_message(*[section(accessory=element) for element in elements[:-1]]) is None
    assert check_view(modal(*[input_of(element) for element in elements[2:]])) is None


REFUSED: list[tuple[str, Json, str, str]] = [
    ("unknown block", {"type": "sectionn"}, "unsupported type: sectionn", "/type"),
    ("no type", {"text": plain()}, "missing required field: type", ""),
    ("unknown key", {"type": "divider", "text": "x"}, "invalid additional property: text", ""),
    ("no text", {"type": "section"}, "missing required field: text", ""),
    ("empty text", section(text=mrkdwn("")), "must be more than 0 characters", "/text/text"),
    ("bare text", section(text="words"), "must provide an object", "/text"),
    ("mrkdwn header", {"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn", "/text/type"),
    (
        "emoji in mrkdwn",
        section(text=mrkdwn() | {"emoji": True}),
        "invalid additional property: emoji",
        "/text",
    ),
    (
        "type in option",
        actions(menu(options=[option(type="option")])),
        "invalid additional property: type",
        "/elements/0/options/0",
    ),
    (
        "mrkdwn option",
        actions(menu(options=[option(text=mrkdwn())])),
        "unsupported type: mrkdwn",
        "/elements/0/options/0/text/type",
    ),
    ("no options", actions(menu()), "missing required field: options", "/elements/0"),
    (
        "options and groups",
        actions(menu(options=options(1), option_groups=[{"label": plain(), "options": options(1)}])),
        "invalid additional property: option_groups",
        "/elements/0",
    ),
    ("style", actions(button(style="default")), "must be a valid enum value", "/elements/0/style"),
    ("button address", actions(button(url="javascript:alert(1)")), "invalid url", "/elements/0/url"),
    (
        "first choice",
        actions(menu(options=options(2), initial_option=option(5))),
        "initial option was not found in the options",
        "/elements/0/initial_option",
    ),
    (
        "date",
        actions(menu("datepicker", initial_date="25/10/2026")),
        "must be in the format YYYY-MM-DD",
        "/elements/0/initial_date",
    ),
    (
        "time",
        actions(menu("timepicker", initial_time="9:30")),
        "must be in the format HH:mm",
        "/elements/0/initial_time",
    ),
    (
        "date time",
        actions(menu("datetimepicker", initial_date_time="soon")),
        "must provide an integer",
        "/elements/0/initial_date_time",
    ),
    (
        "text input in actions",
        actions(menu("plain_text_input")),
        "unsupported type: plain_text_input",
        "/elements/0/type",
    ),
    (
        "date and time beside text",
        section(accessory=menu("datetimepicker")),
        "unsupported type: datetimepicker",
        "/accessory/type",
    ),
    ("two sources", image(slack_file={"id": "F12345678"}), "invalid additional property: slack_file", ""),
    ("no source", {"type": "image", "alt_text": "x"}, "missing required field: image_url", ""),
    (
        "no description",
        {"type": "image", "image_url": "https://e.com/a"},
        "missing required field: alt_text",
        "",
    ),
    (
        "same action id",
        actions(button(action_id="a"), button(action_id="a")),
        '`action_id` "a" already exists',
        "/elements/1/action_id",
    ),
    ("button in input", input_of(button()), "unsupported type: button", "/element/type"),
]


@pytest.mark.parametrize(("name", "block", "said", "place"), REFUSED, ids=[case[0] for case in REFUSED])
def test_a_faulty_block_is_refused_with_its_place(name: str, block: Json, said: str, place: str) -> None:
    assert in_message(block) == refused(said, f"/blocks/0{place}")


def test_all_faults_of_a_message_are_named_at_once() -> None:
    fault = in_message({"type": "divider", "text": "x"}, section(), {"type": "sectionn"})

    assert fault is not None
    assert [line.split("json-pointer:")[1] for line in fault.messages] == ["/blocks/0]", "/blocks/2/type]"]
