"""The main job, clicked through in a real browser: plan, be reminded, publish, do the round, read the digest."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.cli.demo import fill, prepare_bot
from bot.cli.sample import opening_of
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from tests.conftest import MANIFEST, UNHURRIED
from tests.needed import HAS_CHROMIUM, NO_CHROMIUM, leave_out_unless

SIZES = {"desk": {"width": 1200, "height": 860}, "phone": {"width": 400, "height": 800}}
FRIDAY = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)  # 09:30 in Montréal
PICTURES = os.environ.get("PARUTION_PICTURES", "")

leave_out_unless(HAS_CHROMIUM, NO_CHROMIUM)
pytestmark = pytest.mark.browser


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """The demo as a newcomer meets it on a Friday morning."""
    with LocalSlack(
        manifest=MANIFEST, clock=SandboxClock(stopped_at=opening_of(FRIDAY)), ack_seconds=UNHURRIED
    ) as local:
        bot = prepare_bot(local, "memory:///")
        fill(bot, local.clock, FRIDAY, None)
        bot.ticker.start()
        yield local
        bot.stop()


def picture(page: Page, name: str, size: str) -> None:
    """Kept where `make pictures` asks for it."""
    if PICTURES:
        page.wait_for_timeout(400)
        page.screenshot(path=str(Path(PICTURES) / f"{name}-{size}.png"))


def visit(page: Page, member: str, channel: str, tab: str = "messages") -> None:
    origin = page.evaluate("location.origin")
    page.goto(f"{origin}/?as={member}&channel={channel}&tab={tab}")
    expect(page.locator("#composer")).to_be_attached()
    expect(page.locator("#channel-name")).not_to_be_empty()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("combobox", name=label).fill(option)
    page.locator(".option", has_text=option).first.click()


def send(page: Page, text: str) -> None:
    page.locator("#composer").fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("size", SIZES)
def test_a_post_is_planned_announced_published_and_stands_in_the_digest(
    browser: Browser, slack: LocalSlack, size: str
) -> None:
    context = browser.new_context(viewport=SIZES[size], locale="en-GB")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(slack.url)

    plan_a_post(page, size)
    publish_it(page, slack, size)
    do_the_round(page, size)
    read_the_digest(page, size)

    assert faults == []
    context.close()


def plan_a_post(page: Page, size: str) -> None:
    visit(page, "UBOB", "CSOCIAL")
    send(page, "/post add")
    expect(page.locator("#modal")).to_be_visible()
    page.get_by_label("Title", exact=True).fill("A candle for the first snow")
    choose(page, "Platform", "LinkedIn")
    page.locator('[data-block-id="day"] input').fill("2026-11-20")
    page.locator('[data-block-id="clock"] input').fill("17:00")
    page.get_by_label("Text (optional)", exact=True).fill(
        "The first snow fell on our kettle this morning. Come and see."
    )
    expect(page.locator("#modal")).to_contain_text("2,939 characters left")
    picture(page, "add", size)
    page.locator("#modal-submit").click()
    expect(page.locator("#modal")).to_contain_text("A candle for the first snow")
    picture(page, "added", size)
    page.locator("#modal-close").click()


def publish_it(page: Page, slack: LocalSlack, size: str) -> None:
    visit(page, "UBOB", "app")
    mine = page.locator("#messages .message", has_text="A candle for the first snow").filter(has_text="in 1 hour")
    for _ in range(30):
        if is_announced(slack):
            break
        page.locator("#clock-next").click()
        expect(page.locator("#clock-next")).to_be_enabled()  # the step is over, and all that came with it was sent
    expect(mine.last).to_be_visible()
    mine.last.scroll_into_view_if_needed()
    picture(page, "due", size)
    mine.last.get_by_role("button", name="Published…").click()
    page.locator("#modal input[type=url]").fill("https://linkedin.example/maison-lune/first-snow")
    page.locator("#modal-submit").click()
    expect(page.locator("#modal")).to_contain_text("https://linkedin.example/maison-lune/first-snow")
    page.locator("#modal-close").click()
    live = page.locator("#messages .message", has_text="has been live since")
    expect(live.filter(has_text="A candle for the first snow").last).to_be_visible()
    picture(page, "live", size)


def is_announced(slack: LocalSlack) -> bool:
    """Whether Bob was told that the post is due soon; a click more, and that message would say something else."""
    texts = [message.text for message in slack.hand("UBOB").direct_messages()]
    return any("A candle for the first snow" in text and "in 1 hour" in text for text in texts)


def do_the_round(page: Page, size: str) -> None:
    visit(page, "UCHLOE", "app")
    send(page, "/checkin")
    expect(page.locator("#modal")).to_be_visible()
    page.get_by_label("Questions du jour traitées", exact=True).fill("12")
    picture(page, "round", size)
    page.locator("#modal-submit").click()
    expect(page.locator("#modal")).to_contain_text("C’est fait : 12 réponses.")
    page.locator("#modal-close").click()


def read_the_digest(page: Page, size: str) -> None:
    visit(page, "UBOB", "CSOCIAL")
    page.locator("#clock-monday").click()
    expect(page.locator("#clock-now")).to_contain_text("Mon 23 Nov", timeout=60_000)
    expect(page.locator("#clock-monday")).to_be_enabled(timeout=60_000)
    page.locator("#clock-hour").click()  # Monday comes to London five hours before the strategy's
    for _ in range(5):
        expect(page.locator("#clock-hour")).to_be_enabled(timeout=60_000)
        page.locator("#clock-hour").click()
    digest = page.locator("#messages .message", has_text="Week 47 · November 16–22")
    expect(digest.first).to_be_visible(timeout=60_000)
    expect(page.locator("#clock-hour")).to_be_enabled(timeout=60_000)
    expect(digest.locator(".chart svg").first).to_be_visible()
    expect(digest.first).to_contain_text("Maison Lune")
    page.set_viewport_size({"width": SIZES[size]["width"], "height": 1700})
    digest.first.scroll_into_view_if_needed()
    picture(page, "digest", size)
