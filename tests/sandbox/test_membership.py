"""Who is in a channel: asked for, told by events, and changed by whoever takes part."""

from dataclasses import replace

import pytest

from bot.sandbox.server import LocalSlack
from tests.conftest import MANIFEST
from tests.sandbox.bolt_site import Heard, refused

COMING = ("member_joined_channel", "member_left_channel", "group_left", "channel_left")


def allow(slack: LocalSlack, *scopes: str) -> None:
    slack.core.app = replace(slack.core.app, scopes=frozenset({"chat:write", *scopes}))


@pytest.fixture
def told(site):
    """What the app hears of people who come and go."""
    heard = Heard()
    for name in COMING:
        site.app.event(name)(lambda event: heard.append((event["type"], event["channel"])))
    return heard


# --- conversations.members and conversations.info


def test_members_come_in_pages_and_the_last_has_no_cursor(client):
    asked = client.conversations_members(channel="CSOCIAL", limit=4)

    pages = [(page["members"], bool(page["response_metadata"]["next_cursor"])) for page in asked]

    assert pages == [(["UAMY", "UAPP", "UBOB", "UCHLOE"], True), (["UDAN", "UINES"], False)]


@pytest.mark.parametrize("limit", [-1, 1000])
def test_a_page_of_no_size_that_slack_knows_is_refused(client, limit):
    assert refused(client.conversations_members, channel="CSOCIAL", limit=limit) == "invalid_limit"


def test_a_private_channel_is_known_to_an_app_that_is_in_it_and_to_no_other(client):
    assert client.conversations_info(channel="CCAMPAGNE")["channel"]["is_private"]
    assert "UCHLOE" in client.conversations_members(channel="CCAMPAGNE")["members"]
    for ask in (client.conversations_info, client.conversations_members):
        assert refused(ask, channel="CSECRET") == "channel_not_found"


@pytest.mark.parametrize(
    ("scope", "open_one", "closed_one"),
    [("channels:read", "CSOCIAL", "CCAMPAGNE"), ("groups:read", "CCAMPAGNE", "CSOCIAL")],
)
def test_each_sort_of_channel_has_a_scope_of_its_own(slack, client, scope, open_one, closed_one):
    allow(slack, scope)

    for ask in (client.conversations_info, client.conversations_members):
        assert ask(channel=open_one)["ok"]
        assert refused(ask, channel=closed_one) == "missing_scope"


def test_a_channel_made_private_is_one_from_then_on(slack, client):
    slack.make_private("CSOCIAL")

    assert client.conversations_info(channel="CSOCIAL")["channel"]["is_private"]
    assert "UBOB" in client.conversations_members(channel="CSOCIAL")["members"]


# --- events


def test_the_app_hears_who_comes_and_goes_where_it_is_and_of_its_own_going(site, told):
    site.slack.join("UBOB", "CCAMPAGNE")
    site.slack.leave("UBOB", "CCAMPAGNE")
    site.slack.join("UBOB", "CSECRET")
    site.slack.leave("UAPP", "CCAMPAGNE")
    site.slack.leave("UINES", "CCAMPAGNE")

    assert told.wait(3) == [
        ("member_joined_channel", "CCAMPAGNE"),
        ("member_left_channel", "CCAMPAGNE"),
        ("group_left", "CCAMPAGNE"),
    ]


def test_of_private_channels_it_hears_with_their_scope_alone(site, told):
    allow(site.slack, "channels:read")

    site.slack.join("UBOB", "CCAMPAGNE")
    site.slack.leave("UDAN", "CSOCIAL")

    assert told.wait() == [("member_left_channel", "CSOCIAL")]


def test_an_app_that_did_not_subscribe_hears_nothing():
    with LocalSlack(manifest=MANIFEST) as slack:
        slack.core.app = replace(slack.core.app, events=frozenset({"app_home_opened"}))

        slack.join("UBOB", "CCAMPAGNE")

        assert not slack.core.deliveries.waiting_count


# --- members and the page


def test_nobody_types_in_a_private_channel_that_they_are_not_in(slack):
    with pytest.raises(LookupError, match="UBOB is not in CCAMPAGNE"):
        slack.hand("UBOB").command("/tea", channel="CCAMPAGNE")


def test_on_the_page_somebody_in_a_private_channel_lets_others_in_and_out(slack, page):
    page.member = "UCHLOE"

    page.post("people", channel="CCAMPAGNE", user="UBOB", is_in=True)
    page.post("people", channel="CCAMPAGNE", user="UINES", is_in=False)

    shown = {each["id"]: each for each in page.state()["channels"]}["CCAMPAGNE"]
    assert shown["people"] == ["UAMY", "UAPP", "UBOB", "UCHLOE"]
    page.member = "UINES"
    assert "CCAMPAGNE" not in [each["id"] for each in page.state()["channels"]]


def test_on_the_page_nobody_comes_into_a_private_channel_by_themselves(slack, page, http):
    answer = http.post("/page/people", json={"as": "UBOB", "channel": "CCAMPAGNE", "user": "UBOB", "is_in": True})

    assert answer.status_code == 409
    assert "UBOB" not in slack.workspace.channels["CCAMPAGNE"].members


def test_on_the_page_a_public_channel_is_made_private(slack, page):
    page.post("private", channel="CSOCIAL")

    assert {each["id"]: each["kind"] for each in page.state()["channels"]}["CSOCIAL"] == "private"
