"""What slackblocks builds at its own limits passes the local Slack: two readings of Slack's figures agree."""

from collections.abc import Callable
from typing import Any

import pytest
import slackblocks as sb
from slackblocks import _limits as most

from bot.sandbox.limits import check_home, check_message, check_view

ADDRESS = "https://example.com/"


def address(length: int) -> str:
    return ADDRESS.ljust(length, "a")


def plain(length: int) -> sb.Text:
    return sb.Text("é" * length, type_=sb.TextType.PLAINTEXT)


def options(count: int, **more: Any) -> list[sb.Option]:
    return [
        sb.Option(plain(most.OPTION_TEXT_MAX_LENGTH), f"{number:0150d}", description=plain(75), **more)
        for number in range(count)
    ]


def confirm() -> sb.ConfirmationDialogue:
    return sb.ConfirmationDialogue(plain(100), "t" * 300, plain(30), plain(30), style="danger")


def button() -> sb.Button:
    return sb.Button(
        plain(most.BUTTON_TEXT_MAX_LENGTH),
        "a" * most.ACTION_ID_MAX_LENGTH,
        url=address(most.BUTTON_URL_MAX_LENGTH),
        value="v" * most.BUTTON_VALUE_MAX_LENGTH,
        style="primary",
        confirm=confirm(),
        accessibility_label="l" * most.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH,
    )


def picture() -> sb.Image:
    return sb.Image("p" * 2000, image_url=address(3000))


def points(count: int) -> list[sb.DataPoint]:
    return [sb.DataPoint(f"{number:020d}", number - 5.5) for number in range(count)]


def axis_chart(kind: Callable[..., Any], series: int = 12) -> Any:
    axes = sb.AxisConfig([f"{number:020d}" for number in range(20)], x_label="x" * 50, y_label="y" * 50)
    return kind([sb.DataSeries(f"{number:020d}", points(20)) for number in range(series)], axes)


def pie() -> sb.PieChart:
    return sb.PieChart([sb.ChartSegment(f"{number:020d}", number + 0.5) for number in range(12)])


def rich(text: str = "text") -> sb.RichTextBlock:
    leaves = [
        sb.RichText(text, bold=True, italic=False, strike=True, code=True),
        sb.RichTextLink(ADDRESS, "here", unsafe=False),
        sb.RichTextUser("U1", highlight=True),
        sb.RichTextChannel("C1", unlink=False),
        sb.RichTextEmoji("wave", skin_tone=6),
        sb.RichTextUserGroup("S1"),
    ]
    section = sb.RichTextSection(leaves)
    return sb.RichTextBlock(
        [
            section,
            sb.RichTextList("bullet", [section], indent=8, offset=0, border=1),
            sb.RichTextQuote(leaves, border=1),
            sb.RichTextCodeBlock([sb.RichText("code")], border=0),
        ]
    )


def card() -> sb.CardBlock:
    return sb.CardBlock(
        hero_image=picture(),
        icon=picture(),
        title=plain(150),
        subtitle=plain(150),
        body=plain(200),
        actions=[button()] * 3,
        subtext=plain(200),
    )


def long_data_table() -> sb.DataTableBlock:
    rows: list[list[Any]] = [[sb.RawText("h" * 5) for _ in range(20)]]
    rows += [[sb.RawNumber(1.5, "1") for _ in range(20)] for _ in range(199)]
    return sb.DataTableBlock(rows, "caption", page_size=100, row_header_column_index=19)


MESSAGE_BLOCKS: dict[str, Callable[[], sb.Block]] = {
    "section text": lambda: sb.SectionBlock("x" * 3000, block_id="b" * 255, accessory=button()),
    "section fields": lambda: sb.SectionBlock(fields=[sb.Text("x" * 1300)] * 10, accessory=picture()),
    "header": lambda: sb.HeaderBlock("h" * 150),
    "divider": sb.DividerBlock,
    "context": lambda: sb.ContextBlock([plain(1000), picture()] * 5),
    "actions": lambda: sb.ActionsBlock([sb.Button(plain(75), action_id=f"a{n}") for n in range(25)]),
    "image": lambda: sb.ImageBlock(address(3000), "a" * 2000, plain(2000)),
    "slack image": lambda: sb.ImageBlock(alt_text="a", slack_file=sb.SlackFile(None, "F12345678")),
    "markdown": lambda: sb.MarkdownBlock("m" * 12_000),
    "rich text": rich,
    "table": lambda: sb.TableBlock([[sb.RawText("x")] * 20] * 100, [sb.ColumnSettings("right", True)] * 20),
    "rich table": lambda: sb.TableBlock([[sb.RichTextSection([sb.RichText("x")]), sb.RawText("y")]]),
    "data table": long_data_table,
    "long data table": lambda: sb.DataTableBlock([[sb.RawText("x" * 10_000)]] * 2, "caption"),
    "rows of data": lambda: sb.DataTableBlock([[sb.RawText("x")]] * 201, "caption"),
    "bar": lambda: sb.DataVisualizationBlock("t" * 50, axis_chart(sb.BarChart)),
    "line": lambda: sb.DataVisualizationBlock("t" * 50, axis_chart(sb.LineChart)),
    "area": lambda: sb.DataVisualizationBlock("t" * 50, axis_chart(sb.AreaChart)),
    "pie": lambda: sb.DataVisualizationBlock("t" * 50, pie()),
    "card": card,
    "carousel": lambda: sb.CarouselBlock([card() for _ in range(10)]),
    "container": lambda: sb.ContainerBlock(
        [sb.SectionBlock("x") for _ in range(10)],
        plain(150),
        rich(),
        plain(150),
        "full",
        picture(),
        is_collapsible=True,
    ),
    "context actions": lambda: sb.ContextActionsBlock(
        [
            sb.FeedbackButtons(
                sb.FeedbackButton(plain(75), "v" * 2000, "l" * 75), sb.FeedbackButton(plain(75), "v" * 2000)
            ),
            *[sb.IconButton(plain(75), value="v" * 2000, visible_to_user_ids=["U1"] * 10)] * 4,
        ]
    ),
    "video": lambda: sb.VideoBlock(
        "a" * 2000, address(3000), plain(200), address(3000), "a" * 50, None, plain(200), address(2000), "p" * 50
    ),
    "task": lambda: sb.TaskCardBlock("t", "Title", rich(), rich(), [sb.URLSource(ADDRESS, "e")], "complete"),
    "plan": lambda: sb.PlanBlock("Plan", [sb.TaskCardBlock(f"t{n}", "Task", status="pending") for n in range(50)]),
}


@pytest.mark.parametrize("name", MESSAGE_BLOCKS)
def test_a_block_of_slackblocks_at_its_limits_passes_in_a_message(name: str) -> None:
    message = sb.Message("C1", "text", [MESSAGE_BLOCKS[name]()])

    assert check_message(message.to_dict()) is None


ELEMENTS: dict[str, Callable[[], sb.Element]] = {
    "overflow": lambda: sb.OverflowMenu("a", options(5, url=address(3000)), confirm()),
    "static": lambda: sb.StaticSelectMenu("a", options(100), None, options(1)[0], confirm(), True, plain(150)),
    "groups": lambda: sb.StaticSelectMenu("a", option_groups=[sb.OptionGroup(plain(75), options(100))]),
    "multi static": lambda: sb.StaticMultiSelectMenu("a", options(100), initial_options=options(2)),
    "external": lambda: sb.ExternalSelectMenu("a", options(1)[0], 0, confirm(), True, plain(150)),
    "users": lambda: sb.UserSelectMenu("a", "U1", confirm(), True, plain(150)),
    "multi users": lambda: sb.UserMultiSelectMenu("a", ["U1"], confirm(), 1, True, plain(150)),
    "conversations": lambda: sb.ConversationSelectMenu(
        "a", "C1", True, confirm(), False, sb.ConversationFilter(["im", "mpim", "private", "public"], True, True)
    ),
    "multi conversations": lambda: sb.ConversationMultiSelectMenu("a", ["C1"], True, max_selected_items=1),
    "channels": lambda: sb.ChannelSelectMenu("a", "C1", confirm(), placeholder=plain(150)),
    "multi channels": lambda: sb.ChannelMultiSelectMenu("a", ["C1"], confirm(), 1),
    "date": lambda: sb.DatePicker("a", "2026-12-31", confirm(), True, plain(150)),
    "time": lambda: sb.TimePicker("a", "23:59", confirm(), True, plain(150), "Europe/Paris"),
    "date and time": lambda: sb.DateTimePicker("a", 1_792_918_200, confirm(), True),
    "checkboxes": lambda: sb.CheckboxGroup("a", options(10), options(2), confirm(), True),
    "radio": lambda: sb.RadioButtonGroup("a", options(10), options(1)[0], confirm(), True),
}
TYPED: dict[str, Callable[[], sb.Element]] = {
    "text": lambda: sb.PlainTextInput(
        "a",
        "i" * 3000,
        True,
        3000,
        3000,
        sb.DispatchActionConfiguration(["on_enter_pressed", "on_character_entered"]),
        True,
        plain(150),
    ),
    "number": lambda: sb.NumberInput(True, "a", "5.5", -10, "1e3", focus_on_load=True, placeholder=plain(150)),
    "e-mail": lambda: sb.EmailInput("a", "amy@example.com", placeholder=plain(150)),
    "address": lambda: sb.URLInput("a", ADDRESS, placeholder=plain(150)),
    "rich": lambda: sb.RichTextInput("a", rich(), placeholder=plain(150), min_lines=1, max_lines=100),
    "file": lambda: sb.FileInput("a", ["csv"], 10),
}


def modal(*blocks: sb.Block) -> dict[str, Any]:
    around = {"private_metadata": "m" * 3000, "callback_id": "c" * 255, "external_id": "e" * 255}
    return sb.ModalView(
        plain(24), list(blocks), plain(24), plain(24), clear_on_close=True, notify_on_close=True, **around
    ).to_dict()


@pytest.mark.parametrize("name", ELEMENTS)
def test_an_element_of_slackblocks_at_its_limits_passes_in_a_message(name: str) -> None:
    message = sb.Message("C1", "text", [sb.ActionsBlock([ELEMENTS[name]()])])

    assert check_message(message.to_dict()) is None


@pytest.mark.parametrize("name", [name for name in {**ELEMENTS, **TYPED} if name != "overflow"])
def test_an_input_of_slackblocks_at_its_limits_passes_in_a_modal(name: str) -> None:
    element = {**ELEMENTS, **TYPED}[name]()

    assert check_view(modal(sb.InputBlock(plain(2000), element, hint=plain(2000), optional=True))) is None


def test_an_alert_of_slackblocks_passes_in_a_modal() -> None:
    assert check_view(modal(sb.AlertBlock(plain(200), "error"))) is None


def test_a_hundred_blocks_of_slackblocks_pass_in_a_modal_and_on_the_home_tab() -> None:
    blocks: list[sb.Block] = [sb.SectionBlock("x" * 1000) for _ in range(100)]

    assert check_view(modal(*blocks)) is None
    assert check_home(sb.HomeTabView(blocks, "m" * 3000, "c" * 255, "e" * 255).to_dict()) is None


def test_two_charts_and_fifty_blocks_of_slackblocks_pass_in_a_message() -> None:
    charts = [sb.DataVisualizationBlock("t", pie()) for _ in range(2)]
    blocks: list[sb.Block] = [*charts, *[sb.DividerBlock() for _ in range(48)]]

    assert check_message(sb.Message("C1", "text", blocks).to_dict()) is None
