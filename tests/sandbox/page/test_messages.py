"""Messages as the page draws them in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless
from tests.sandbox.page import samples as samples
from tests.sandbox.page.windows import messages, say, show

HOSTILE = "<img src=x onerror=document.title='owned'> <script>document.title='owned'</script>"


leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


def test_a_message_of_the_app_appears_by_itself(socket_site, window):
    page = window.open()

    socket_site.client.chat_postMessage(channel="CSOCIAL", text="*hello* <@UBOB>")

    expect(messages(page)).to_have_count(1)
    expect(messages(page).locator("strong").last).to_have_text("hello")
    expect(messages(page).locator(".mention")).to_have_text("@Bob")


def test_an_answer_comes_into_sight_also_where_one_had_scrolled_up(socket_site, window):
    socket_site.app.command("/tea")(lambda ack: ack("Green, please"))
    for number in range(60):
        socket_site.client.chat_postMessage(channel="CSOCIAL", text=f"Message {number}")
    page = window.open()
    expect(page.locator("#messages .message").last).to_be_in_viewport()
    page.locator("#messages .message").first.scroll_into_view_if_needed()

    say(page, "/tea")

    expect(page.locator("#messages .message", has_text="Green, please")).to_be_in_viewport()


def test_every_block_is_drawn(socket_site, window):
    page = window.open()

    show(socket_site, samples.table())
    show(socket_site, *samples.every_block())

    message = page.locator("#messages")
    expect(message.locator(".unknown")).to_have_count(0)
    for words in (
        "A header",
        "a link",
        "context words",
        "an item",
        "a quote",
        "A title",
        "cell",
        "A card",
        "inside of it",
    ):
        expect(message).to_contain_text(words)
    expect(message.get_by_role("img", name="A basket of flowers")).to_be_visible()
    expect(message.locator("pre")).to_have_text("Copy this\nas it is")


def test_charts_are_pictures_with_a_table_of_their_numbers(socket_site, window):
    page = window.open()

    show(socket_site, *samples.charts())
    show(socket_site, *samples.more_charts())

    expect(page.locator(".chart svg[role=img]")).to_have_count(4)
    expect(page.get_by_role("img", name="A pie chart")).to_be_visible()
    first = page.locator(".chart").first
    first.get_by_text("Show as a table").click()
    expect(first.get_by_role("row", name="Mon 3")).to_be_visible()


def test_a_data_table_is_sorted_and_turned_by_the_reader(socket_site, window):
    page = window.open()
    show(socket_site, samples.data_table())

    page.get_by_role("button", name="Posts", exact=True).click()
    expect(page.locator(".data-table tbody th")).to_have_text(["X", "Facebook"])
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator(".data-table tbody th")).to_have_text(["Instagram"])


def test_dates_stand_in_the_readers_zone_and_language(socket_site, window):
    page = window.open(member="UBOB")
    socket_site.client.chat_postMessage(channel="CSOCIAL", text="due <!date^1795536000^{date_long_pretty} {time}|then>")
    expect(messages(page)).to_contain_text(
        "Tuesday 24 November 2026 16:00".replace("Tuesday 24 November 2026", "tomorrow")
    )

    page.locator("#act-as").select_option("UCHLOE")

    expect(messages(page)).to_contain_text("demain 17:00")
    expect(page.locator("#tab-home")).to_be_hidden()
    expect(page.locator("#inspector-toggle")).to_contain_text("Inspecteur")


def test_what_people_and_apps_write_never_becomes_markup(socket_site, window):
    page = window.open()

    say(page, HOSTILE)
    show(socket_site, {"type": "section", "text": samples.plain(HOSTILE)}, {"type": "markdown", "text": HOSTILE})

    expect(messages(page)).to_have_count(2)
    expect(messages(page).first).to_contain_text("<script>")
    assert page.locator("#messages img, #messages script").count() == 0
    assert page.title() != "owned"


def test_a_link_with_a_script_in_its_address_stays_text(socket_site, window):
    page = window.open()
    link = {"type": "link", "url": "javascript:alert(1)", "text": "press me"}

    show(
        socket_site,
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [link]}]},
        {"type": "markdown", "text": "[press me](javascript:alert(1))"},
    )

    expect(messages(page)).to_contain_text("press me")
    assert page.locator("#messages a").count() == 0
