"""Typed in the page, key by key: commands that name people and channels, and texts whose room is told meanwhile."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.domain.moments import Due
from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from bot.services.post.adding import Wish, add_post
from tests.browsing import PATIENCE_MS
from tests.builders import add_post_on
from tests.conftest import Stage
from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless

leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 400, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def sit_down(page: Page, stage: Stage, member: str) -> None:
    page.goto(f"{stage.slack.url}/?as={member}&channel=CSOCIAL")
    expect(page.locator("#channel-name")).to_have_text("#social")


def type_and_enter(page: Page, text: str) -> None:
    page.locator("#composer").press_sequentially(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("member", "command", "said"),
    [("UBOB", "/post review P1 @amy", "asked"), ("UAMY", "/post relecture P1 @dan", "relecture")],
)
def test_enter_after_a_mention_that_is_typed_in_full_sends_the_command(stage, page, member, command, said):
    add_post_on(stage, text="Win a candle.")
    sit_down(page, stage, member)

    type_and_enter(page, command)

    expect(page.locator("#messages .message").last).to_contain_text(said)
    with stage.bot.house.store.transaction() as tx:
        assert tx.posts.get("P1").state is PostState.IN_REVIEW


def test_enter_on_a_name_begun_completes_it_and_the_next_enter_sends(stage, page):
    sit_down(page, stage, "UBOB")

    type_and_enter(page, "hello @am")
    expect(page.locator("#composer")).to_have_value("hello @amy ")
    page.keyboard.press("Enter")

    expect(page.locator("#messages .message").last).to_contain_text("hello @Amy")


def test_enter_after_a_channel_that_is_typed_in_full_sends(stage, page):
    sit_down(page, stage, "UBOB")

    type_and_enter(page, "see #social")

    expect(page.locator("#messages .message").last).to_contain_text("see #social")


def test_a_name_with_an_accent_is_found_without_it(stage, page):
    sit_down(page, stage, "UAMY")

    type_and_enter(page, "bonjour @chloe")

    expect(page.locator("#composer")).to_have_value("bonjour @chloé ")


@pytest.mark.parametrize(
    ("member", "platform", "left"),
    [("UBOB", "Bluesky", "{} characters left"), ("UAMY", "Bluesky", "Il reste {} caractères")],
)
def test_the_hint_counts_down_as_the_text_grows_and_the_caret_stays(stage, page, member, platform, left):
    sit_down(page, stage, member)
    type_and_enter(page, "/post add")
    pick(page, platform)
    text = page.locator('#modal [data-block-id="text"] textarea')
    hint = page.locator('#modal [data-block-id="text"] .hint')

    text.press_sequentially("world")
    expect(hint).to_contain_text(left.format(295))
    text.press("Home")
    page.keyboard.type("Hello, ")
    expect(hint).to_contain_text(left.format(288))
    page.keyboard.type("dear ")

    expect(text).to_have_value("Hello, dear world")
    expect(hint).to_contain_text(left.format(283))


def test_an_accent_that_is_being_composed_survives_the_hint(stage, page):
    sit_down(page, stage, "UAMY")
    type_and_enter(page, "/post add")
    pick(page, "Bluesky")
    text = page.locator('#modal [data-block-id="text"] textarea')
    hint = page.locator('#modal [data-block-id="text"] .hint')
    keyboard = page.context.new_cdp_session(page)

    text.press_sequentially("for")
    keyboard.send("Input.imeSetComposition", {"text": "^", "selectionStart": 1, "selectionEnd": 1})
    expect(hint).to_contain_text("Il reste 296")
    keyboard.send("Input.insertText", {"text": "ê"})
    page.keyboard.type("t")

    expect(text).to_have_value("forêt")


def test_another_platform_tells_its_room_at_once(stage, page):
    sit_down(page, stage, "UBOB")
    type_and_enter(page, "/post add")
    page.locator('#modal [data-block-id="text"] textarea').press_sequentially("Hello")

    pick(page, "Bluesky")

    expect(page.locator('#modal [data-block-id="text"] .hint')).to_contain_text("295 characters left")
    expect(page.locator('#modal [data-block-id="text"] textarea')).to_have_value("Hello")


def test_a_long_modal_without_fields_opens_at_its_beginning(stage, page):
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    for n in range(1, 25):
        due = Due.local(date(2026, 11, 24) + timedelta(days=n % 6), time(10), by.zone)
        wish = Wish(title=f"Post {n}", platform=Platform.INSTAGRAM, owner_id="UBOB", due=due)
        add_post(stage.bot.house.store, strategy=stage.strategy, by=by, now=stage.slack.clock.now(), wish=wish)
    page.goto(f"{stage.slack.url}/?as=UBOB&channel=app&tab=home")
    page.locator("#tab-home").click()

    page.get_by_role("button", name="Month").click()

    expect(page.locator("#modal")).to_contain_text("Post 24")
    assert page.locator("#modal .dialog-body").evaluate(
        "body => [body.scrollTop, body.scrollHeight > body.clientHeight]"
    ) == [
        0,
        True,
    ]


def pick(page: Page, platform: str) -> None:
    box = page.locator('#modal [data-block-id="platform"]').get_by_role("combobox")
    box.fill(platform)
    page.locator(".option", has_text=platform).first.click()
