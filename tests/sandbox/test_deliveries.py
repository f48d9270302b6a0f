"""Delivery: Socket Mode's connections, HTTP mode's signatures, and events until they are acknowledged."""

import json
import threading
import urllib.request
from contextlib import ExitStack
from datetime import timedelta
from time import monotonic

import pytest
from slack_bolt import App, BoltResponse
from slack_sdk.signature import SignatureVerifier
from websockets.sync.client import connect

from bot.sandbox.deliveries import Parcel
from bot.sandbox.server import LocalSlack
from bot.sandbox.transport.http_mode import HttpPosts, signature
from tests.sandbox.bolt_site import CONNECT, Heard, app_for, refused, socket_mode

MINUTE = timedelta(minutes=1)


def announce(slack: LocalSlack) -> None:
    slack.announce("app_home_opened", {"user": "UAMY", "channel": "DAMY", "tab": "home"})


# --- events


def failing_before_ack(app: App, times: int) -> list[str]:
    """Let *app* refuse its first *times* events before any listener acknowledges them."""
    tries: list[str] = []

    def refuse(request, next_):
        tries.append(",".join(request.headers.get("x-slack-retry-num", ["0"])))
        return BoltResponse(status=500) if len(tries) <= times else next_()

    app.middleware(refuse)
    app.event("app_home_opened")(lambda: None)
    return tries


def test_an_acknowledged_event_is_sent_once(site):
    tries = failing_before_ack(site.app, 0)

    announce(site.slack)
    site.slack.clock.set(site.slack.clock.now() + 10 * MINUTE)

    assert tries == ["0"]


def test_an_event_that_failed_comes_again_at_once(site):
    site.slack.core.deliveries.patience = 0.15
    tries = failing_before_ack(site.app, 1)

    announce(site.slack)

    assert tries == ["0", "1"]


def test_the_next_tries_come_after_one_and_five_minutes_and_no_more(site):
    site.slack.core.deliveries.patience = 0.15
    tries = failing_before_ack(site.app, 9)
    announce(site.slack)
    clock, seen = site.slack.clock, []

    for span in (0.9 * MINUTE, 0.2 * MINUTE, 4.8 * MINUTE, 0.3 * MINUTE, 60 * MINUTE):
        before = len(tries)
        clock.set(clock.now() + span)
        site.slack.settle()
        seen.append(tries[before:])

    assert seen == [[], ["2"], [], ["3"], []]


def test_an_event_waits_for_an_app_that_is_not_there(slack, clock):
    announce(slack)
    app = app_for(slack)
    tries = failing_before_ack(app, 0)

    with socket_mode(slack, app):
        clock.set(clock.now() + MINUTE)
        slack.settle()

    assert tries == ["2"]


def test_an_event_can_be_ordered_twice(site):
    heard = Heard()
    site.app.event("app_home_opened")(lambda body: heard.append(body["event_id"]))
    site.slack.faults.plan_event("app_home_opened", "twice")

    announce(site.slack)
    site.slack.settle()

    ids = heard.wait(2)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_a_lost_event_arrives_with_the_retry_at_once(site):
    tries = failing_before_ack(site.app, 0)
    site.slack.faults.plan_event("app_home_opened", "lost")

    announce(site.slack)

    assert tries == ["1"]


def test_events_that_the_manifest_does_not_name_are_not_sent(tmp_path, clock):
    manifest = tmp_path / "manifest.yml"
    manifest.write_text("settings: {event_subscriptions: {bot_events: [message.im]}}")
    with LocalSlack(manifest=manifest, clock=clock) as slack:
        app = app_for(slack)
        tries = failing_before_ack(app, 0)
        with socket_mode(slack, app):
            announce(slack)

    assert tries == []


# --- Socket Mode


def test_a_ticket_opens_one_connection(slack, client):
    url = client.apps_connections_open(app_token=slack.app_token)["url"]

    assert url.startswith(slack.url.replace("http", "ws"))
    assert slack.core.tickets.redeem(url.partition("ticket=")[2].partition("&")[0]) == "socket"
    assert slack.core.tickets.redeem(url.partition("ticket=")[2].partition("&")[0]) is None


def test_payloads_go_to_any_of_several_connections(slack):
    takers = []
    first, second = app_for(slack), app_for(slack)
    first.command("/tea")(lambda ack: (takers.append("first"), ack()))
    second.command("/tea")(lambda ack: (takers.append("second"), ack()))

    with socket_mode(slack, first), socket_mode(slack, second):
        for _ in range(4):
            slack.hand("UAMY").command("/tea")

    assert {*takers} == {"first", "second"}


def test_ten_connections_are_the_most(slack, client):
    with ExitStack() as connections:
        words = []
        for _ in range(11):
            url = client.apps_connections_open(app_token=slack.app_token)["url"]
            words.append(json.loads(connections.enter_context(connect(url, proxy=None)).recv(5)))

    assert [word["type"] for word in words] == ["hello"] * 10 + ["disconnect"]
    assert words[-1]["reason"] == "too_many_websockets"


@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
def test_an_app_that_is_asked_to_connect_anew_does_so(socket_site, reason):
    slack = socket_site.slack
    socket_site.app.command("/tea")(lambda ack: ack("Tea!"))
    before = slack.connections.opened_count

    slack.refresh_sockets(reason)
    slack.wait_for(lambda: slack.connections.opened_count > before)

    assert slack.hand("UAMY").command("/tea").acknowledged


def test_a_command_without_any_connection_fails(slack):
    answer = slack.hand("UAMY").command("/tea")

    assert (answer.acknowledged, answer.error) == (False, "dispatch_failed")


def test_a_cut_socket_fails_what_was_on_its_way(socket_site):
    slack = socket_site.slack
    socket_site.app.command("/tea")(
        lambda ack: (slack.cut_sockets(), slack.wait_for(lambda: not slack.connections.count), ack())
    )

    answer = slack.hand("UAMY").command("/tea")

    assert (answer.acknowledged, answer.error) == (False, "dispatch_failed")


# --- HTTP mode


def test_requests_are_signed_as_slacks_verifier_expects():
    body = b"command=%2Ftea"

    assert SignatureVerifier("secret").is_valid_request(body, dict(signature("secret", body)))
    assert not SignatureVerifier("other").is_valid_request(body, dict(signature("secret", body)))


def test_an_app_with_another_secret_refuses_the_request(clock):
    with LocalSlack(clock=clock, mode="http") as slack:
        app = app_for(slack)
        slack.core.app.signing_secret = "another"
        with CONNECT["http"](slack, app):
            answer = slack.hand("UAMY").command("/tea")

    assert (answer.acknowledged, answer.status, answer.error) == (False, 401, "http_error")


def test_the_request_url_is_verified_by_a_challenge(clock):
    with LocalSlack(clock=clock, mode="http", request_url="http://127.0.0.1:9/") as slack:
        alone = slack.verify_request_url()
        with CONNECT["http"](slack, app_for(slack)):
            answered = slack.verify_request_url()

    assert (alone, answered) == (False, True)


def test_an_address_where_nobody_listens_fails(clock):
    with LocalSlack(clock=clock, mode="http", request_url="http://127.0.0.1:9/") as slack:
        answer = slack.hand("UAMY").command("/tea")

    assert (answer.acknowledged, answer.error) == (False, "dispatch_failed")


def test_in_http_mode_no_socket_can_be_opened(clock):
    with LocalSlack(clock=clock, mode="http", request_url="http://127.0.0.1:9/") as slack:
        error = refused(app_for(slack).client.apps_connections_open, app_token=slack.app_token)

    assert error == "socket_mode_not_enabled"


def test_a_retry_carries_its_number_and_reason(slack):
    posts = HttpPosts(slack.core, "http://127.0.0.1:9/")
    parcel = Parcel(kind="events_api", payload={}, attempt=2, reason="http_timeout")

    headers = posts.headers(b"{}", parcel)
    posts.close()

    assert (headers["X-Slack-Retry-Num"], headers["X-Slack-Retry-Reason"]) == ("2", "http_timeout")


# --- the clock over HTTP


def test_the_clock_is_read_and_moved_over_http(slack, clock):
    goal = (clock.now() + MINUTE).isoformat()
    order = urllib.request.Request(  # noqa: S310
        f"{slack.url}/sandbox/clock",
        json.dumps({"move_to": goal}).encode(),
        {"Content-Type": "application/json"},
    )

    with urllib.request.urlopen(order, timeout=20) as response:  # noqa: S310
        moved = json.load(response)
    with urllib.request.urlopen(f"{slack.url}/sandbox/clock", timeout=20) as response:  # noqa: S310
        read = json.load(response)

    assert moved == read == {"now": goal, "stopped": True}


def test_a_wait_for_what_the_local_slack_does_not_hold_ends_when_it_is_there(slack):
    there = threading.Event()
    timer = threading.Timer(0.1, there.set)
    timer.start()
    began = monotonic()

    assert slack.wait_for(there.is_set)
    assert monotonic() - began < 10
