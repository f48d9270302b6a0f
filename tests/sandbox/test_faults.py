"""Faults on request: what a call meets, and whether Slack accepted it."""

import threading
from http.client import HTTPException
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.faults import Outage
from tests.sandbox.bolt_site import refused


def post(client: WebClient) -> str:
    """What becomes of a post: ok, a status, or a broken line."""
    try:
        client.chat_postMessage(channel="CSOCIAL", text="x")
    except SlackApiError as failure:
        return str(failure.response.status_code)
    except TimeoutError:
        return "no answer"
    except (OSError, URLError, HTTPException):
        return "broken line"
    return "ok"


def arrived(slack) -> int:
    return len(slack.hand("UBOB").messages("CSOCIAL"))


def test_a_429_says_when_to_come_back(client, slack):
    slack.faults.plan("chat.postMessage", Outage(kind="429", retry_after=7))

    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="CSOCIAL", text="x")

    assert (caught.value.response.status_code, caught.value.response["error"]) == (429, "ratelimited")
    assert caught.value.response.headers["Retry-After"] == "7"
    assert arrived(slack) == 0


@pytest.mark.parametrize(
    ("kind", "seen", "accepted"),
    [("500", "500", 0), ("500_after", "500", 1), ("drop_before", "broken line", 0), ("drop_after", "broken line", 1)],
)
def test_a_fault_is_seen_by_the_caller_and_accepted_or_not(client, slack, kind, seen, accepted):
    slack.faults.plan("chat.postMessage", kind)

    assert (post(client), arrived(slack)) == (seen, accepted)


@pytest.mark.parametrize(("kind", "accepted"), [("timeout", 0), ("timeout_after", 1)])
def test_a_time_out_lasts_until_the_caller_gives_up(slack, kind, accepted):
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=0.1)
    slack.faults.plan("chat.postMessage", kind)

    assert (post(client), arrived(slack)) == ("no answer", accepted)


@pytest.mark.parametrize("code", ["cant_delete_message", "compliance_exports_prevent_deletion"])
def test_a_workspace_that_keeps_its_messages_refuses_to_delete_one(client, slack, code):
    sent = client.chat_postMessage(channel="CSOCIAL", text="Hello")
    slack.faults.plan("chat.delete", code)

    with pytest.raises(SlackApiError, match=code):
        client.chat_delete(channel="CSOCIAL", ts=sent["ts"])

    assert client.chat_delete(channel="CSOCIAL", ts=sent["ts"])["ok"]


def test_faults_strike_in_their_order_and_then_no_more(client, slack):
    slack.faults.plan("chat.postMessage", "500", "ok", "drop_before")

    assert [post(client) for _ in range(4)] == ["500", "ok", "broken line", "ok"]


def test_a_fault_strikes_its_method_only(client, slack):
    slack.faults.plan("chat.update", "500")

    assert post(client) == "ok"


def test_a_star_strikes_every_method(client, slack):
    slack.faults.plan("*", "500", times=2)

    assert [post(client), post(client), post(client)] == ["500", "500", "ok"]


def test_the_default_client_doubles_a_message_whose_answer_was_lost(slack):
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    slack.faults.plan("chat.postMessage", "drop_after")

    client.chat_postMessage(channel="CSOCIAL", text="x")

    assert arrived(slack) == 2


def test_faults_are_listed_until_they_strike_or_are_cleared(client, slack):
    slack.faults.plan("chat.postMessage", "500", "429")
    slack.faults.plan_event("message", "twice")
    post(client)
    before = slack.faults.pending()
    slack.faults.clear()

    assert before == {"chat.postMessage": ["429"], "message": ["twice"]}
    assert slack.faults.pending() == {}


def test_the_record_says_which_fault_a_call_met(client, slack):
    slack.faults.plan("chat.postMessage", "drop_after")

    post(client)

    assert [call.verdict for call in slack.calls] == ["fault: drop_after"]


# --- rate limits


def test_rate_limits_are_off_unless_asked_for(client):
    assert {post(client) for _ in range(10)} == {"ok"}


def test_one_post_a_second_and_channel_with_short_bursts(client, slack, clock):
    slack.rates.are_on = True

    first = [post(client) for _ in range(7)]
    clock.set(clock.now().replace(second=6))
    later = post(client)

    assert first == ["ok"] * 5 + ["429"] * 2
    assert later == "ok"


def test_a_method_has_its_calls_per_minute(client, slack):
    slack.rates.are_on = True

    for _ in range(20):
        client.users_list()

    assert refused(client.users_list) == "ratelimited"


# --- many at once


def test_many_threads_post_and_read_at_once_and_nothing_is_lost(slack, client):
    def work(name: str) -> None:
        for number in range(25):
            client.chat_postMessage(channel="CSOCIAL", text=f"{name}{number}")
            client.conversations_history(channel="CSOCIAL", limit=5)
            slack.change_member("UBOB", title=f"{name}{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    stamps = [message.ts for message in slack.hand("UBOB").messages("CSOCIAL")]
    assert len({*stamps}) == 100
    assert stamps == sorted(stamps)
