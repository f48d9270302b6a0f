"""chat.*: who may post what where, and what becomes of it."""

from datetime import timedelta

import pytest

from tests.sandbox.bolt_site import refused

SECTION = {"type": "section", "block_id": "b", "text": {"type": "mrkdwn", "text": "*hello*"}}
KEY = {"event_type": "parution", "event_payload": {"key": "due:P1"}}


def test_a_message_has_the_time_of_the_sandbox_clock(client, clock):
    clock.set(clock.now() + timedelta(days=3))

    ts = client.chat_postMessage(channel="CSOCIAL", text="later")["ts"]

    assert float(ts) == pytest.approx(clock.now().timestamp(), abs=0.001)


def test_timestamps_grow_even_when_the_clock_stands(client):
    stamps = [client.chat_postMessage(channel="CSOCIAL", text=str(n))["ts"] for n in range(5)]

    assert stamps == sorted(set(stamps))


def test_blocks_without_an_id_get_one(client):
    posted = client.chat_postMessage(channel="CSOCIAL", text="x", blocks=[{"type": "divider"}])

    assert posted["message"]["blocks"][0]["block_id"]


def test_a_message_to_a_member_goes_to_the_direct_message_with_the_app(client, slack):
    posted = client.chat_postMessage(channel="UBOB", text="for you")

    assert posted["channel"] == "DBOB"
    assert [message.text for message in slack.hand("UBOB").direct_messages()] == ["for you"]
    assert slack.hand("UAMY").direct_messages() == []


def test_a_channel_is_also_known_by_its_name(client):
    assert client.chat_postMessage(channel="#social", text="x")["channel"] == "CSOCIAL"


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("CNOWHERE", "channel_not_found"),
        ("CSECRET", "channel_not_found"),
        ("CGENERAL", "not_in_channel"),
        ("COLD", "is_archived"),
        ("UAPP", "cannot_dm_bot"),
        ("UNOBODY", "channel_not_found"),
        ("UGONE", "channel_not_found"),
    ],
)
def test_a_place_where_the_app_may_not_post_is_refused(client, channel, error):
    assert refused(client.chat_postMessage, channel=channel, text="x") == error


def test_what_breaks_a_limit_is_refused_with_the_place_of_the_fault(client, slack):
    long = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}

    assert refused(client.chat_postMessage, channel="CSOCIAL", text="x", blocks=[long]) == "invalid_blocks"
    assert refused(client.api_call, "chat.postMessage", json={"channel": "CSOCIAL"}) == "no_text"
    assert slack.hand("UBOB").messages("CSOCIAL") == []


def test_metadata_is_kept_with_the_message(client, slack):
    client.chat_postMessage(channel="CSOCIAL", text="x", metadata=KEY)

    assert [message.key for message in slack.hand("UBOB").messages("CSOCIAL")] == ["due:P1"]


def test_an_ephemeral_message_is_seen_by_one_member_until_a_reload(client, slack):
    client.chat_postEphemeral(channel="CSOCIAL", user="UBOB", text="psst")
    bob, amy = slack.hand("UBOB"), slack.hand("UAMY")

    seen = [[message.text for message in hand.messages("CSOCIAL")] for hand in (bob, amy)]
    bob.reload()

    assert seen == [["psst"], []]
    assert bob.messages("CSOCIAL") == []


def test_an_ephemeral_message_to_somebody_outside_of_the_channel_is_refused(client):
    assert refused(client.chat_postEphemeral, channel="CSOCIAL", user="UGUEST", text="x") == ("user_not_in_channel")


def test_an_ephemeral_message_can_be_neither_updated_nor_deleted(client):
    ts = client.chat_postEphemeral(channel="CSOCIAL", user="UBOB", text="psst")["message_ts"]

    assert refused(client.chat_update, channel="CSOCIAL", ts=ts, text="y") == "message_not_found"
    assert refused(client.chat_delete, channel="CSOCIAL", ts=ts) == "message_not_found"


def test_an_update_with_text_alone_removes_the_blocks_and_shows_as_edited(client, slack):
    ts = client.chat_postMessage(channel="CSOCIAL", text="old", blocks=[SECTION])["ts"]

    client.chat_update(channel="CSOCIAL", ts=ts, text="new")

    [message] = slack.hand("UBOB").messages("CSOCIAL")
    assert (message.text, message.blocks, bool(message.edited)) == ("new", [], True)


def test_an_update_with_blocks_keeps_metadata_and_does_not_show_as_edited(client, slack):
    ts = client.chat_postMessage(channel="CSOCIAL", text="old", metadata=KEY)["ts"]

    client.chat_update(channel="CSOCIAL", ts=ts, text="new", blocks=[SECTION])

    [message] = slack.hand("UBOB").messages("CSOCIAL")
    assert (message.text, message.blocks, message.edited, message.key) == ("new", [SECTION], None, "due:P1")


def test_only_the_apps_own_messages_can_be_changed(client, slack):
    slack.hand("UBOB").say("mine", channel="CSOCIAL")
    [message] = slack.hand("UBOB").messages("CSOCIAL")

    assert refused(client.chat_update, channel="CSOCIAL", ts=message.ts, text="x") == "cant_update_message"
    assert refused(client.chat_delete, channel="CSOCIAL", ts=message.ts) == "cant_delete_message"


def test_an_update_does_not_take_a_member_for_a_channel(client):
    ts = client.chat_postMessage(channel="UBOB", text="x")["ts"]

    assert refused(client.chat_update, channel="UBOB", ts=ts, text="y") == "channel_not_found"


def test_a_deleted_message_is_gone(client, slack):
    ts = client.chat_postMessage(channel="CSOCIAL", text="x")["ts"]

    client.chat_delete(channel="CSOCIAL", ts=ts)

    assert slack.hand("UBOB").messages("CSOCIAL") == []
    assert refused(client.chat_update, channel="CSOCIAL", ts=ts, text="y") == "message_not_found"


def test_a_permalink_leads_to_channel_and_time(client):
    ts = client.chat_postMessage(channel="CSOCIAL", text="x")["ts"]

    link = client.chat_getPermalink(channel="CSOCIAL", message_ts=ts)["permalink"]

    assert link == f"https://maison-lune.slack.com/archives/CSOCIAL/p{ts.replace('.', '')}"


def test_replies_are_counted_at_their_parent_and_stay_out_of_the_history(client):
    ts = client.chat_postMessage(channel="CSOCIAL", text="question")["ts"]
    client.chat_postMessage(channel="CSOCIAL", text="answer", thread_ts=ts)

    history = client.conversations_history(channel="CSOCIAL")["messages"]
    thread = client.conversations_replies(channel="CSOCIAL", ts=ts)["messages"]

    assert [(each["text"], each.get("reply_count")) for each in history] == [("question", 1)]
    assert [each["text"] for each in thread] == ["question", "answer"]


def test_a_removed_reply_no_longer_counts(client):
    ts = client.chat_postMessage(channel="CSOCIAL", text="question")["ts"]
    reply = client.chat_postMessage(channel="CSOCIAL", text="answer", thread_ts=ts)["ts"]

    client.chat_delete(channel="CSOCIAL", ts=reply)

    [parent] = client.conversations_replies(channel="CSOCIAL", ts=ts)["messages"]
    assert "reply_count" not in parent


def test_a_reaction_is_added_once(client):
    ts = client.chat_postMessage(channel="CSOCIAL", text="x")["ts"]
    client.reactions_add(channel="CSOCIAL", timestamp=ts, name="tada")

    assert refused(client.reactions_add, channel="CSOCIAL", timestamp=ts, name="tada") == "already_reacted"


def test_of_ten_thousand_messages_a_page_of_history_holds_the_newest(client, slack):
    core = slack.core
    for number in range(10_000):
        slack.workspace.put_message(core.bot_message("CSOCIAL", {"text": str(number)}))

    page = client.conversations_history(channel="CSOCIAL", limit=10)

    assert [each["text"] for each in page["messages"]] == [str(number) for number in range(9_999, 9_989, -1)]
    assert page["has_more"]
