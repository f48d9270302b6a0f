"""conversations.*, users.* and dnd.*: channels, history, members."""

import pytest

from tests.sandbox.bolt_site import refused

PAGE = 3


@pytest.fixture
def seven(client):
    """The timestamps of seven messages in #social."""
    return [client.chat_postMessage(channel="CSOCIAL", text=str(n))["ts"] for n in range(7)]


def texts(response):
    return [message["text"] for message in response["messages"]]


def test_history_comes_newest_first_and_in_pages(client, seven):
    pages = [texts(page) for page in client.conversations_history(channel="CSOCIAL", limit=PAGE)]

    assert pages == [["6", "5", "4"], ["3", "2", "1"], ["0"]]


def test_a_wrong_cursor_is_refused(client):
    assert refused(client.conversations_history, channel="CSOCIAL", cursor="nonsense") == "invalid_cursor"


def test_oldest_and_latest_bound_the_history_and_are_outside_of_it(client, seven):
    between = client.conversations_history(channel="CSOCIAL", oldest=seven[1], latest=seven[4])

    assert texts(between) == ["3", "2"]


def test_inclusive_takes_the_bounds_in(client, seven):
    between = client.conversations_history(channel="CSOCIAL", oldest=seven[1], latest=seven[4], inclusive=True)

    assert texts(between) == ["4", "3", "2", "1"]


def test_one_message_is_found_by_its_time(client, seven):
    found = client.conversations_history(channel="CSOCIAL", latest=seven[2], inclusive=True, limit=1)

    assert texts(found) == ["2"]


def test_bounds_may_be_short(client, seven):
    assert len(texts(client.conversations_history(channel="CSOCIAL", oldest="1"))) == len(seven)


def test_metadata_is_shown_only_on_request(client):
    key = {"event_type": "parution", "event_payload": {"key": "due:P1"}}
    client.chat_postMessage(channel="CSOCIAL", text="x", metadata=key)

    plain = client.conversations_history(channel="CSOCIAL")["messages"][0]
    whole = client.conversations_history(channel="CSOCIAL", include_all_metadata=True)["messages"][0]

    assert "metadata" not in plain
    assert whole["metadata"] == key


def test_ephemeral_messages_are_not_in_the_history(client):
    client.chat_postEphemeral(channel="CSOCIAL", user="UBOB", text="psst")

    assert texts(client.conversations_history(channel="CSOCIAL")) == []


def test_the_history_of_a_channel_without_the_app_is_closed(client):
    assert refused(client.conversations_history, channel="CGENERAL") == "not_in_channel"
    assert refused(client.conversations_history, channel="CSECRET") == "channel_not_found"


def test_open_gives_the_direct_message_with_a_member(client):
    assert client.conversations_open(users="UBOB")["channel"]["id"] == "DBOB"


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "users_list_not_supplied"),
        ("UNOBODY", "user_not_found"),
        ("UAPP", "cannot_dm_bot"),
        ("UGONE", "user_disabled"),
    ],
)
def test_open_refuses_whom_one_cannot_write_to(client, users, error):
    assert refused(client.conversations_open, users=users) == error


def test_a_group_of_several_is_the_same_each_time(client):
    first = client.conversations_open(users="UAMY,UBOB")["channel"]["id"]

    assert client.conversations_open(users="UBOB,UAMY")["channel"]["id"] == first


def test_the_list_shows_public_channels_and_those_private_ones_that_the_app_is_in(client):
    found = client.conversations_list(types="public_channel,private_channel", exclude_archived=True)

    assert [each["id"] for each in found["channels"]] == ["CGENERAL", "CSOCIAL", "CCAMPAGNE"]


def test_the_list_comes_in_pages(client):
    pages = [[each["id"] for each in page["channels"]] for page in client.conversations_list(limit=2)]

    assert pages == [["CGENERAL", "CSOCIAL"], ["COLD"]]


def test_info_says_whether_the_app_is_a_member(client):
    flags = {name: client.conversations_info(channel=name)["channel"]["is_member"] for name in ("CGENERAL", "CSOCIAL")}

    assert flags == {"CGENERAL": False, "CSOCIAL": True}


def test_members_are_listed_by_id(client):
    assert "UCHLOE" in client.conversations_members(channel="CSOCIAL")["members"]


def test_the_app_joins_a_public_channel_and_may_post_there(client):
    client.conversations_join(channel="CGENERAL")

    assert client.chat_postMessage(channel="CGENERAL", text="here I am")["ok"]


def test_the_app_joins_neither_archived_nor_private_channels(client):
    assert refused(client.conversations_join, channel="COLD") == "is_archived"
    assert refused(client.conversations_join, channel="CCAMPAGNE") == "method_not_supported_for_channel_type"


def test_the_channels_of_a_member_are_listed(client):
    found = client.users_conversations(user="UGUEST")["channels"]

    assert [each["id"] for each in found] == ["CGENERAL"]


def test_a_member_has_zone_offset_and_locale(client):
    user = client.users_info(user="UCHLOE", include_locale=True)["user"]

    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Europe/Paris", 3600, "fr-FR")


def test_the_offset_follows_the_sandbox_clock_into_summer(client, clock):
    clock.set(clock.now().replace(year=2027, month=7))

    assert client.users_info(user="UCHLOE")["user"]["tz_offset"] == 7200


def test_guests_bots_and_the_deactivated_are_marked(client):
    users = {user["id"]: user for user in client.users_list()["members"]}

    assert users["UGUEST"]["is_restricted"]
    assert users["UAPP"]["is_bot"]
    assert users["UGONE"]["deleted"]


def test_a_stranger_is_not_found(client):
    assert refused(client.users_info, user="UNOBODY") == "user_not_found"


def test_quiet_hours_of_a_team_are_asked_fifty_at_a_time(client, slack):
    slack.change_member("UBOB", do_not_disturb=(1.0, 2.0))

    told = client.dnd_teamInfo(users=["UBOB", "UAMY"])["users"]

    assert (told["UBOB"]["dnd_enabled"], told["UAMY"]["dnd_enabled"]) == (True, False)
    assert refused(client.dnd_teamInfo, users=["UBOB"] * 51) == "too_many_users"
