"""The page in a real browser, against a small app in Socket Mode."""

import base64
import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.sandbox import page_samples as samples

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
ARGS += ["--disable-component-update", "--disable-sync"]
PHONE = {"width": 400, "height": 800}
DESK = {"width": 1200, "height": 800}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HOSTILE = "<img src=x onerror=document.title='owned'> <script>document.title='owned'</script>"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield launched
        launched.close()


class Window:
    """One browser window on the local Slack, which collects what goes wrong in it."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.faults: list[str] = []
        self._url = url
        self._context = browser.new_context(viewport=DESK)
        self.page = self._context.new_page()
        self.page.set_default_timeout(8000)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", self._check_address)

    def _check_address(self, request: Any) -> None:
        if not request.url.startswith((self._url, "data:", "blob:")):
            self.faults.append(f"left this machine: {request.url}")

    def open(self, *, member: str = "UBOB", channel: str = "CSOCIAL", size: Any = None) -> Page:
        self.page.set_viewport_size(size or DESK)
        self.page.goto(f"{self._url}/?as={member}&channel={channel}")
        expect(self.page.locator("#composer")).to_be_attached()
        expect(self.page.locator(".channel").first).to_be_attached()
        return self.page

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def window(browser: Browser, socket_site: Any) -> Iterator[Window]:
    opened = Window(browser, socket_site.slack.url)
    yield opened
    opened.close()
    assert opened.faults == []


def say(page: Page, text: str) -> None:
    page.locator("#composer").fill(text)
    page.locator("#composer").press("Enter")


def messages(page: Page) -> Locator:
    return page.locator("#messages .message")


def show(site: Any, *blocks: samples.Json, channel: str = "CSOCIAL") -> None:
    site.client.chat_postMessage(channel=channel, text="x", blocks=list(blocks))


def offer_form(site: Any, blocks: list[samples.Json], **more: Any) -> None:
    @site.app.command("/form")
    def on_form(ack: Any, body: Any, client: Any) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=samples.form(blocks, **more))


def choose(page: Page, label: str, typed: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(typed)
    page.locator(".option", has_text=option).click()


def test_a_message_of_the_app_appears_by_itself(socket_site, window):
    page = window.open()

    socket_site.client.chat_postMessage(channel="CSOCIAL", text="*hello* <@UBOB>")

    expect(messages(page)).to_have_count(1)
    expect(messages(page).locator("strong").last).to_have_text("hello")
    expect(messages(page).locator(".mention")).to_have_text("@Bob")


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


def test_a_slow_listener_is_reported_as_slack_does(socket_site, window):
    socket_site.app.command("/slow")(lambda: None)
    page = window.open()

    say(page, "/slow")

    expect(page.locator(".notice.error")).to_contain_text("operation_timeout")


def test_a_button_a_menu_and_a_confirmed_button_reach_the_app(socket_site, window):
    heard: list[str] = []
    for name in ("approve", "menu", "drop"):
        socket_site.app.action(name)(_note(heard))
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


def _note(heard: list[str]) -> Any:
    def on_action(ack: Any, action: Any, client: Any) -> None:
        ack()
        chosen = action.get("selected_option", {}).get("value")
        heard.append(f"{action['action_id']}:{chosen}" if chosen else action["action_id"])
        client.chat_postMessage(channel="CSOCIAL", text="noted")

    return on_action


def test_selects_in_a_message_are_filtered_by_typing(socket_site, window):
    heard: list[str] = []
    socket_site.app.action("pick")(_note(heard))
    socket_site.app.action("find")(_note(heard))
    socket_site.app.options("find")(lambda ack, payload: ack(options=[samples.option("t", f"{payload['value']}!")]))
    page = window.open()
    show(socket_site, *samples.controls())

    choose(page, "Choose an option", "two", "Two")
    choose(page, "Find", "tea", "tea!")

    socket_site.slack.wait_for(lambda: len(heard) == 2)
    assert heard == ["pick:2", "find:t"]


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
    page = window.open()
    say(page, "/form")

    page.get_by_label("Title").fill("Tea")
    page.locator("#modal-submit").click()

    expect(page.locator("#modal-alert")).to_contain_text("3 seconds")
    expect(page.get_by_label("Title")).to_have_value("Tea")


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
    socket_site.app.action("approve")(_note(heard))
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
