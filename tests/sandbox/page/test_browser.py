"""The rest of the page in a real browser: tabs, threads, files, the clock, the inspector, a phone, the keyboard."""

import json
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless
from tests.sandbox.page import samples as samples
from tests.sandbox.page.windows import PHONE, PIXEL, messages, noting, offer_form, say, show

leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


def test_the_home_tab_shows_what_the_app_published(socket_site, window):
    @socket_site.app.event("app_home_opened")
    def on_home(event: Any, client: Any) -> None:
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [samples.section("Your week")]})

    page = window.open(channel="app")

    page.locator("#tab-home").click()

    expect(page.locator("#home")).to_contain_text("Your week")


def test_a_thread_opens_beside_the_channel(socket_site, window):
    parent = socket_site.client.chat_postMessage(channel="CSOCIAL", text="the week")["ts"]
    socket_site.client.chat_postMessage(channel="CSOCIAL", text="the detail", thread_ts=parent)
    page = window.open()

    page.get_by_role("button", name="1 reply").click()
    page.locator("#thread-composer").fill("thanks")
    page.locator("#thread-composer").press("Enter")

    expect(page.locator("#replies .message")).to_have_count(3)
    expect(page.locator("#replies .message").last).to_contain_text("thanks")
    expect(messages(page)).to_have_count(1)


def test_a_channel_with_news_is_marked_until_it_is_opened(socket_site, window):
    page = window.open(channel="CGENERAL")
    social = page.locator(".channel[data-id=CSOCIAL]")

    socket_site.client.chat_postMessage(channel="CSOCIAL", text="news")
    expect(social.locator(".unread-mark")).to_have_text("1")
    social.click()

    expect(page.locator("#channel-name")).to_have_text("#social")
    expect(social.locator(".unread-mark")).to_have_count(0)


def test_a_file_is_sent_to_the_app(socket_site, window, tmp_path):
    calendar = tmp_path / "calendar.csv"
    calendar.write_text("a,b\n")
    page = window.open(channel="app")

    page.locator("input[type=file]").first.set_input_files(calendar)
    page.locator("#composer-send").click()

    expect(messages(page).locator(".file-card")).to_contain_text("calendar.csv")


def test_pictures_that_the_app_uploads_are_shown(socket_site, window):
    uploaded = socket_site.client.files_upload_v2(
        channel="CSOCIAL", content=PIXEL, filename="chart.png", alt_txt="A chart"
    )
    by_id = {"type": "image", "slack_file": {"id": uploaded["file"]["id"]}, "alt_text": "By id"}
    by_url = {"type": "image", "slack_file": {"url": uploaded["file"]["url_private"]}, "alt_text": "By address"}
    show(socket_site, by_id, by_url)
    page = window.open()

    expect(page.locator("#messages img")).to_have_count(3)
    for picture in page.locator("#messages img").all():  # no wait_for_function: the page forbids evaluated strings
        expect(picture).to_have_js_property("naturalWidth", 1)


def test_the_clock_bar_moves_time_on(socket_site, window):
    before = socket_site.slack.clock.now()
    page = window.open()
    expect(page.locator("#clock-now")).to_contain_text("09:00")

    page.locator("#clock-hour").click()
    expect(page.locator("#clock-now")).to_contain_text("10:00")
    page.locator("#clock-monday").click()
    expect(page.locator("#clock-now")).to_contain_text("30 Nov")

    assert socket_site.slack.clock.now() == before + timedelta(days=7)


def test_the_inspector_lists_calls_with_bodies_and_verdicts(socket_site, window):
    socket_site.client.chat_postMessage(channel="CSOCIAL", text="look inside")
    page = window.open()

    page.locator("#inspector-toggle").click()
    page.locator("#call-filter").fill("look inside")
    call = page.locator(".call")
    call.locator("summary").click()
    expect(call.locator("pre")).to_contain_text("look inside")

    expect(call).to_have_count(1)
    assert json.loads(call.locator("pre").inner_text())["text"] == "look inside"


def test_a_fault_is_ordered_from_the_inspector(socket_site, window):
    page = window.open()
    page.locator("#inspector-toggle").click()
    page.locator("#fault-summary").click()

    page.locator("#fault-method").fill("chat.postMessage")
    page.locator("#fault-kind").select_option("500")
    page.locator("#fault-order").click()

    expect(page.locator("#fault-list")).to_contain_text("chat.postMessage 500")
    page.locator("#fault-method").fill("app_mention")
    page.locator("#fault-kind").select_option("twice")
    page.locator("#fault-order").click()
    expect(page.locator("#fault-list")).to_contain_text("app_mention twice")


def test_on_a_phone_one_column_is_enough_for_everything(socket_site, window):
    offer_form(socket_site, samples.every_input())
    page = window.open(size=PHONE)
    show(socket_site, *samples.every_block())
    show(socket_site, *samples.charts())
    assert _overflow(page) <= 0

    page.locator("#menu").click()
    page.locator(".channel[data-id=CGENERAL]").click()
    expect(page.locator("#channel-name")).to_have_text("#general")
    expect(page.locator("#side")).not_to_be_in_viewport()
    say(page, "/form")
    expect(page.locator("#modal-submit")).to_be_in_viewport()

    assert _overflow(page) <= 0


def _overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def test_everything_can_be_reached_by_the_keyboard(socket_site, window):
    heard: list[str] = []
    socket_site.app.action("approve")(noting(heard))
    page = window.open()
    show(socket_site, *samples.controls())
    expect(page.get_by_role("button", name="Approve")).to_be_visible()

    page.locator("#menu").evaluate("node => document.body.focus()")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Approve":
            break
    page.keyboard.press("Enter")

    socket_site.slack.wait_for(lambda: heard)


def test_in_the_browser_people_are_let_in_from_the_head_of_the_channel(socket_site, window):
    page = window.open(member="UCHLOE", channel="CCAMPAGNE")
    head = page.locator("#people")
    expect(head).to_have_text("4")

    head.click()
    page.get_by_role("menuitem", name="Ajouter Bob Miller").click()

    expect(head).to_have_text("5")
    page.locator("#act-as").select_option("UBOB")
    expect(page.locator("#channel-name")).to_have_text("campagne")
