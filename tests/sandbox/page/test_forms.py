"""Modals of the page, filled in in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless
from tests.sandbox.page import samples as samples
from tests.sandbox.page.windows import choose, offer_form, say

leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


def test_a_modal_takes_every_kind_of_input(socket_site, window, tmp_path):
    heard: list[samples.Json] = []

    @socket_site.app.view("form")
    def on_submit(ack: Any, view: Any) -> None:
        heard.append(view["state"]["values"])
        ack()

    socket_site.app.options("value")(lambda ack, payload: ack(options=[samples.option("s1", "A survey")]))
    offer_form(socket_site, samples.every_input())
    picture = tmp_path / "basket.txt"
    picture.write_text("flowers")
    page = window.open()
    say(page, "/form")
    expect(page.locator("#modal")).to_be_visible()

    fill_every_input(page, picture)
    page.locator("#modal-submit").click()

    expect(page.locator("#modal")).to_have_count(0)
    assert {name: _held(row["value"]) for name, row in heard[0].items()} == EXPECTED


def fill_every_input(page: Page, picture: Path) -> None:
    for label, text in (("Title", "Spring"), ("Text", "One\nTwo"), ("Day", "2026-12-01"), ("Hour", "10:30")):
        page.get_by_label(label, exact=True).or_(page.get_by_label(f"{label} (optional)", exact=True)).fill(text)
    rest = {"Due": "2026-12-01T09:00", "Minutes": "12", "Mail": "a@b.example", "Address": "https://b.example/x"}
    for label, text in ({**rest, "Notes": "rich"}).items():
        page.get_by_label(f"{label} (optional)", exact=True).fill(text)
    choose(page, "Platform", "insta", "Instagram")
    choose(page, "Tags", "", "Extra")
    choose(page, "Tags", "", "Yearly")
    choose(page, "Owner", "chloe", "Chloé Martin")
    choose(page, "Reviewers", "dan", "Dan Lee")
    choose(page, "Channel", "social", "#social")
    choose(page, "Places", "gen", "#general")
    choose(page, "Source", "sur", "A survey")
    page.get_by_label("Image text").check()
    page.get_by_label("Story").check()
    page.get_by_label("Picture (optional)").set_input_files(picture)
    expect(page.locator(".file-names li")).to_have_text("basket.txt")


EXPECTED = {
    "title": "Spring",
    "text": "One\nTwo",
    "platform": "ig",
    "tags": ["x", "y"],
    "owner": "UCHLOE",
    "reviewers": ["UDAN"],
    "channel": "CSOCIAL",
    "places": ["CGENERAL"],
    "source": "s1",
    "day": "2026-12-01",
    "hour": "10:30",
    "due": 1_796_115_600,  # 09:00 in London, where Bob is
    "minutes": "12",
    "mail": "a@b.example",
    "address": "https://b.example/x",
    "checks": ["alt"],
    "kind": "story",
    "notes": "rich",
    "picture": ["basket.txt"],
}


def _held(value: samples.Json) -> Any:
    (held,) = [each for key, each in value.items() if key != "type"]
    return _plain(held)


def _plain(held: Any) -> Any:
    if isinstance(held, list):
        return [_plain(each) for each in held]
    if not isinstance(held, dict):
        return held
    if held.get("type") == "rich_text":
        return held["elements"][0]["elements"][0]["text"]
    return held.get("value") or held.get("name")


def test_a_form_with_gaps_is_not_sent_and_says_what_is_missing(socket_site, window):
    title = samples.field("Title", "plain_text_input", max_length=5)
    offer_form(socket_site, [title, samples.field("Mail", "email_text_input", optional=True)])
    page = window.open()
    say(page, "/form")

    page.get_by_label("Title").fill("far too long")
    page.get_by_label("Mail (optional)").fill("nobody")
    page.locator("#modal-submit").click()

    expect(page.locator("[data-block-id=title] .field-error")).to_have_text("7 characters too many.")
    expect(page.locator("[data-block-id=mail] .field-error")).to_have_text("Enter a valid e-mail address.")
    expect(page.get_by_label("Title")).to_be_focused()


def test_the_apps_errors_stand_at_their_field_and_what_was_typed_stays(socket_site, window):
    socket_site.app.view("form")(lambda ack: ack(response_action="errors", errors={"title": "Too plain"}))
    offer_form(socket_site, [samples.field("Title", "plain_text_input")])
    page = window.open()
    say(page, "/form")

    page.get_by_label("Title").fill("Tea")
    page.get_by_label("Title").press("Enter")

    expect(page.locator(".field-error")).to_have_text("Too plain")
    expect(page.get_by_label("Title")).to_have_value("Tea")


def test_an_updated_view_keeps_what_was_typed(socket_site, window):
    @socket_site.app.action("value")
    def on_choice(ack: Any, body: Any, client: Any) -> None:
        ack()
        view = samples.form([*blocks, samples.section("More fields")])
        client.views_update(view_id=body["view"]["id"], view=view)

    kinds = [samples.option("a", "Contest"), samples.option("b", "Story")]
    blocks = [
        samples.field("Title", "plain_text_input"),
        samples.field("Kind", "radio_buttons", options=kinds, dispatch_action=True),
    ]
    offer_form(socket_site, blocks)
    page = window.open()
    say(page, "/form")

    page.get_by_label("Title").fill("Tea")
    page.get_by_label("Story").check()

    expect(page.locator("#modal")).to_contain_text("More fields")
    expect(page.get_by_label("Title")).to_have_value("Tea")
    expect(page.get_by_label("Story")).to_be_checked()


def test_forms_are_stacked_and_escape_goes_back_one(socket_site, window):
    second = samples.form([samples.section("the second")], title=samples.plain("Second"))
    socket_site.app.view("form")(lambda ack: ack(response_action="push", view=second))
    offer_form(socket_site, [samples.field("Title", "plain_text_input", optional=True)])
    page = window.open()
    say(page, "/form")
    page.locator("#modal-submit").click()
    expect(page.locator("#modal-title")).to_have_text("Second")

    page.keyboard.press("Escape")
    expect(page.locator("#modal-title")).to_have_text("Add a post")
    page.keyboard.press("Escape")

    expect(page.locator("#modal")).to_have_count(0)
    expect(page.locator("#composer")).to_be_focused()


def test_a_form_whose_listener_stays_silent_says_so_and_stays(socket_site, window):
    socket_site.app.view("form")(lambda: None)
    offer_form(socket_site, [samples.field("Title", "plain_text_input")])
    socket_site.slack.core.deliveries.patience = 0.5
    page = window.open()
    say(page, "/form")

    page.get_by_label("Title").fill("Tea")
    page.locator("#modal-submit").click()

    expect(page.locator("#modal-alert")).to_contain_text("3 seconds")
    expect(page.get_by_label("Title")).to_have_value("Tea")
