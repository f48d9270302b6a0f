"""A local Slack with a small app of its own, in Socket Mode and in HTTP mode."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest
from slack_sdk import WebClient

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from tests.conftest import UNHURRIED
from tests.sandbox.bolt_site import CONNECT, Heard, Site, app_for, client_for, socket_mode
from tests.sandbox.page.calls import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.sandbox.page.windows import Window

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(stopped_at=START)


@pytest.fixture
def slack(clock: SandboxClock) -> Iterator[LocalSlack]:
    """Socket Mode, nobody connected."""
    with LocalSlack(clock=clock, ack_seconds=UNHURRIED) as started:
        yield started


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    return client_for(slack)


@pytest.fixture(params=["socket", "http"])
def site(request: pytest.FixtureRequest, clock: SandboxClock) -> Iterator[Site]:
    """An app without listeners, connected in each mode in turn."""
    with LocalSlack(clock=clock, mode=request.param, ack_seconds=UNHURRIED) as slack:
        app = app_for(slack)
        with CONNECT[request.param](slack, app):
            yield Site(slack, app, app.client)


@pytest.fixture
def socket_site(slack: LocalSlack) -> Iterator[Site]:
    app = app_for(slack)
    with socket_mode(slack, app):
        yield Site(slack, app, app.client)


@pytest.fixture
def amy(site: Site):
    return site.slack.hand("UAMY")


@pytest.fixture
def seen(site: Site) -> Heard:
    """The bodies of every interaction, each acknowledged with nothing."""
    bodies = Heard()

    def take(ack, body):
        bodies.append(body)
        ack()

    for pattern in ("yes", "menu", "sort", "typed", "day"):
        site.app.action(pattern)(take)
    site.app.view({"type": "view_closed", "callback_id": "idea"})(take)
    site.app.event("message")(lambda event: bodies.append(event))
    site.app.event("app_home_opened")(lambda event: bodies.append(event))
    return bodies


@pytest.fixture
def http(slack: LocalSlack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=slack.url, timeout=10) as client:
        yield client


@pytest.fixture
def page(slack: LocalSlack, http: httpx.Client) -> Page:
    return Page(slack, http)


@pytest.fixture
def window(browser: "Browser", socket_site: Site) -> Iterator["Window"]:
    from tests.sandbox.page.windows import Window  # with Playwright, which most tests do without

    opened = Window(browser, socket_site.slack.url)
    yield opened
    opened.close()
    assert opened.faults == []
