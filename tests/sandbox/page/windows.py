"""A browser window on the local Slack, and what is done in it again and again."""

import base64
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import PATIENCE_MS
from tests.sandbox.page import samples as samples

PHONE = {"width": 400, "height": 800}
DESK = {"width": 1200, "height": 800}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Window:
    """One browser window on the local Slack, which collects what goes wrong in it."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.faults: list[str] = []
        self._url = url
        self._context = browser.new_context(viewport=DESK)
        self.page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
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


def noting(heard: list[str]) -> Any:
    def on_action(ack: Any, action: Any, client: Any) -> None:
        ack()
        chosen = action.get("selected_option", {}).get("value")
        heard.append(f"{action['action_id']}:{chosen}" if chosen else action["action_id"])
        client.chat_postMessage(channel="CSOCIAL", text="noted")

    return on_action
