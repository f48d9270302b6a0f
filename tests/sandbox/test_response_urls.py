"""Response URLs: five uses, thirty minutes, new messages and the message itself."""

from datetime import timedelta

import pytest
from slack_sdk.webhook import WebhookClient

from bot.sandbox.transport.response_urls import issue_response_url
from tests.sandbox.limits.view_samples import plain


@pytest.fixture
def hook(slack):
    """A response URL as a command of Amy's in #social would carry it."""
    return WebhookClient(issue_response_url(slack.core, user="UAMY", channel="CSOCIAL"), retry_handlers=[])


@pytest.fixture
def hook_of_message(slack, client):
    """A response URL as a press of Amy's on a message in #social would carry it."""
    client.chat_postMessage(channel="CSOCIAL", text="old")
    [source] = slack.hand("UAMY").messages("CSOCIAL")
    url = issue_response_url(slack.core, user="UAMY", channel="CSOCIAL", source=source)
    return WebhookClient(url, retry_handlers=[])


def texts(slack, user):
    return [message.text for message in slack.hand(user).messages("CSOCIAL")]


def test_an_answer_is_ephemeral_unless_it_says_otherwise(slack, hook):
    hook.send(text="for Amy")
    hook.send(text="for all", response_type="in_channel")

    assert texts(slack, "UAMY") == ["for Amy", "for all"]
    assert texts(slack, "UBOB") == ["for all"]


@pytest.mark.parametrize(("pressed", "in_thread"), [("first", False), ("reply", True)])
def test_an_answer_to_a_button_stands_where_the_button_is_read(slack, client, pressed, in_thread):
    first = client.chat_postMessage(channel="CSOCIAL", text="first")["ts"]
    client.chat_postMessage(channel="CSOCIAL", text="reply", thread_ts=first)
    source = next(each for each in slack.hand("UAMY").messages("CSOCIAL") if each.text == pressed)
    hook = WebhookClient(
        issue_response_url(slack.core, user="UAMY", channel="CSOCIAL", source=source), retry_handlers=[]
    )

    hook.send(text="for Amy")

    answer = slack.hand("UAMY").messages("CSOCIAL")[-1]
    assert (answer.text, answer.thread_ts) == ("for Amy", first if in_thread else None)


def test_it_may_be_used_five_times(hook):
    answers = [hook.send(text=str(n)) for n in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[-1].body == "used_url"


def test_it_expires_after_thirty_minutes(hook, clock):
    clock.set(clock.now() + timedelta(minutes=30, seconds=1))

    answer = hook.send(text="late")

    assert (answer.status_code, answer.body) == (404, "expired_url")


def test_what_breaks_a_limit_is_refused_and_costs_no_use(slack, hook):
    refused = hook.send(blocks=[{"type": "header", "text": plain("x" * 151)}], text="x")

    assert (refused.status_code, refused.body) == (400, "invalid_blocks")
    assert [hook.send(text="x").status_code for _ in range(5)] == [200] * 5


def test_the_message_itself_can_be_replaced(slack, hook_of_message):
    hook_of_message.send(text="new", replace_original=True)

    assert texts(slack, "UBOB") == ["new"]


def test_the_message_itself_can_be_deleted(slack, hook_of_message):
    hook_of_message.send_dict({"delete_original": True})

    assert texts(slack, "UBOB") == []


def test_an_ephemeral_message_can_be_replaced_too(slack, client):
    client.chat_postEphemeral(channel="CSOCIAL", user="UAMY", text="old")
    [source] = slack.hand("UAMY").messages("CSOCIAL")
    url = issue_response_url(slack.core, user="UAMY", channel="CSOCIAL", source=source)

    WebhookClient(url, retry_handlers=[]).send(text="new", replace_original=True)

    assert texts(slack, "UAMY") == ["new"]


def test_an_unknown_address_answers_nothing(slack):
    answer = WebhookClient(f"{slack.url}/commands/T/unknown", retry_handlers=[]).send(text="x")

    assert answer.status_code == 404
