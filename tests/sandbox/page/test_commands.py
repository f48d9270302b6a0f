"""Commands, buttons and menus of the page in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless
from tests.sandbox.page import samples as samples
from tests.sandbox.page.windows import choose, messages, noting, say, show

leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


def test_a_slash_command_completes_as_one_types(socket_site, window):
    commands = {"/tea": "Make tea", "/team": "Show the team", "/coffee": "Make coffee"}
    socket_site.slack.app.commands = {name: _command(name, words) for name, words in commands.items()}
    page = window.open()
    composer = page.locator("#composer")

    composer.press_sequentially("/te")
    expect(page.locator(".completion-row")).to_have_count(2)
    composer.press("ArrowDown")
    composer.press("Tab")

    expect(composer).to_have_value("/team ")
    expect(page.locator(".command-hint").first).to_contain_text("Show the team")


def _command(name: str, description: str) -> Any:
    from bot.sandbox.installation import SlashCommand

    return SlashCommand(command=name, description=description, usage_hint="[words]", should_escape=True)


def test_the_answer_to_a_command_is_for_one_reader_and_gone_after_a_reload(socket_site, window):
    @socket_site.app.command("/hello")
    def on_hello(ack: Any) -> None:
        ack("only for Bob")

    page = window.open()
    say(page, "/hello")
    expect(messages(page).locator(".only-you")).to_have_text("Only visible to you")

    page.reload()

    expect(page.locator(".channel.current")).to_have_text("#social")
    expect(messages(page)).to_have_count(0)


def test_a_command_that_nobody_takes_says_so_and_keeps_what_was_typed(socket_site, window):
    socket_site.slack.cut_sockets()
    socket_site.slack.core.deliveries.transport = None
    page = window.open()

    say(page, "/hello you")

    expect(page.locator(".notice.error")).to_contain_text("dispatch_failed")
    expect(page.locator("#composer")).to_have_value("/hello you")


def test_a_notice_goes_when_something_else_is_sent(socket_site, window):
    socket_site.app.command("/slow")(lambda: None)
    socket_site.slack.core.deliveries.patience = 0.5
    page = window.open()
    say(page, "/slow")
    expect(page.locator(".notice.error")).to_be_visible()

    page.locator("#composer").fill("")
    say(page, "hello")

    expect(messages(page)).to_have_count(1)
    expect(page.locator(".notice")).to_have_count(0, timeout=2_000)


def test_a_slow_listener_is_reported_as_slack_does(socket_site, window):
    socket_site.app.command("/slow")(lambda: None)
    socket_site.slack.core.deliveries.patience = 0.5
    page = window.open()

    say(page, "/slow")

    expect(page.locator(".notice.error")).to_contain_text("operation_timeout")


def test_a_button_a_menu_and_a_confirmed_button_reach_the_app(socket_site, window):
    heard: list[str] = []
    for name in ("approve", "menu", "drop"):
        socket_site.app.action(name)(noting(heard))
    page = window.open()
    show(socket_site, *samples.controls())

    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="More actions").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Drop", exact=True).click()
    page.get_by_role("alertdialog").get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Drop", exact=True).click()
    page.get_by_role("alertdialog").get_by_role("button", name="Drop it").click()

    socket_site.slack.wait_for(lambda: len(heard) == 3)
    assert heard == ["approve", "menu:b", "drop"]


def test_selects_in_a_message_are_filtered_by_typing(socket_site, window):
    heard: list[str] = []
    socket_site.app.action("pick")(noting(heard))
    socket_site.app.action("find")(noting(heard))
    socket_site.app.options("find")(lambda ack, payload: ack(options=[samples.option("t", f"{payload['value']}!")]))
    page = window.open()
    show(socket_site, *samples.controls())

    choose(page, "Choose an option", "two", "Two")
    choose(page, "Find", "tea", "tea!")

    socket_site.slack.wait_for(lambda: len(heard) == 2)
    assert heard == ["pick:2", "find:t"]
