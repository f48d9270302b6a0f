"""Commands, controls, messages and the Home tab, with a Bolt app in both modes."""

import threading

import pytest

from bot.sandbox.team import Member, Upload
from tests.sandbox.bolt_site import Heard
from tests.sandbox.limits.view_samples import MENU, SORT, YES, a_home, plain


@pytest.fixture
def card(site, amy):
    """A message with controls in #social."""
    section = {"type": "section", "text": plain("Tea?"), "accessory": MENU}
    actions = {"type": "actions", "block_id": "row", "elements": [YES, SORT]}
    site.client.chat_postMessage(channel="CSOCIAL", text="Tea?", blocks=[section, actions])
    return amy.messages("CSOCIAL")[-1]


# --- commands


def test_a_command_has_the_fields_that_slack_sends(site, amy):
    bodies = []
    site.app.command("/tea")(lambda ack, body: (bodies.append(body), ack()))

    amy.command("/tea green, please", channel="CSOCIAL")

    [body] = bodies
    assert {name: body[name] for name in ("command", "text", "user_id", "user_name", "channel_id")} == {
        "command": "/tea",
        "text": "green, please",
        "user_id": "UAMY",
        "user_name": "amy",
        "channel_id": "CSOCIAL",
    }
    assert {"token", "team_id", "team_domain", "channel_name", "api_app_id", "response_url"} <= set(body)


def test_members_channels_and_links_in_a_command_are_escaped(site, amy):
    texts = []
    site.app.command("/tea")(lambda ack, body: (texts.append(body["text"]), ack()))

    amy.command("/tea for @bob in #social & see https://a.example/?b=1&c=2")

    assert texts == [
        "for <@UBOB|bob> in <#CSOCIAL|social> &amp; see <https://a.example/?b=1&amp;c=2>",
    ]


def test_an_answer_with_blocks_beyond_the_limits_is_not_shown(site, amy):
    site.app.command("/tea")(lambda ack: ack(text="x", blocks=[{"type": "divider"}] * 51))

    answer = amy.command("/tea")

    assert (answer.messages, answer.error) == ([], "invalid_command_response: invalid_blocks")


def test_the_answer_stands_last_also_where_something_came_elsewhere_after_it(site, amy):
    def on_tea(ack, respond, client):
        respond(text="the answer")
        client.chat_postMessage(channel="UAMY", text="the file")
        ack()

    site.app.command("/tea")(on_tea)

    answer = amy.command("/tea", channel="CSOCIAL")

    assert [message.text for message in answer.messages] == ["the file", "the answer"]


def test_an_answer_in_the_channel_is_seen_by_everybody(site, amy):
    site.app.command("/tea")(lambda ack: ack(text="Tea!", response_type="in_channel"))

    amy.command("/tea", channel="CSOCIAL")

    assert [message.text for message in site.slack.hand("UBOB").messages("CSOCIAL")] == ["Tea!"]


def test_an_acknowledgement_that_comes_too_late_shows_nothing(site, amy):
    site.slack.core.deliveries.patience = 0.2
    given_up = threading.Event()
    site.app.command("/slow")(lambda ack: (given_up.wait(5), ack("too late")))

    answer = amy.command("/slow")
    given_up.set()
    site.slack.core.deliveries.patience = 3
    site.app.command("/next")(lambda ack: ack())
    amy.command("/next")

    assert (answer.acknowledged, answer.error) == (False, "operation_timeout")
    assert amy.direct_messages() == []


def test_what_comes_after_the_acknowledgement_can_be_waited_for(site, amy):
    @site.app.command("/tea")
    def on_tea(ack, client):
        ack()
        client.chat_postMessage(channel="UAMY", text="Here it is.")

    amy.command("/tea")

    assert amy.wait_for(amy.direct_messages)[0].text == "Here it is."


# --- controls of messages


def test_a_button_is_found_by_its_text_and_sends_its_value(amy, seen, card):
    amy.press(card, "Yes")

    [body] = seen.wait()
    [action] = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"]) == ("yes", "row", "1")
    assert body["container"]["message_ts"] == card.ts
    assert body["message"]["text"] == "Tea?"


@pytest.mark.parametrize(
    ("control", "value"), [("Move", "move"), ("menu:move", "move"), ("Open P1", "open:P1"), ("menu:open:P1", "open:P1")]
)
def test_an_overflow_menu_sends_the_option(amy, seen, card, control, value):
    amy.press(card, control)

    assert seen.wait()[0]["actions"][0]["selected_option"]["value"] == value


def test_a_choice_stands_in_the_state_of_the_message(amy, seen, card):
    amy.press(card, "sort", choice="Green")

    assert seen.wait()[0]["state"]["values"]["row"]["sort"]["selected_option"]["value"] == "green"


def test_what_is_not_on_a_message_cannot_be_pressed(amy, card):
    with pytest.raises(LookupError, match="No, thanks"):
        amy.press(card, "No, thanks")
    with pytest.raises(LookupError, match="offers no 'White'"):
        amy.press(card, "sort", choice="White")


def test_a_press_lands_on_the_message_as_it_is_now(site, amy, seen, card):
    site.client.chat_update(channel="CSOCIAL", ts=card.ts, text="Gone")

    with pytest.raises(LookupError):
        amy.press(card, "Yes")


# --- messages, files, home


def test_a_direct_message_reaches_the_app_with_its_files(site, amy, seen):
    amy.say("my calendar", files=[Upload(name="posts.csv", content=b"a;b")])

    [event] = seen.wait()
    assert (event["channel_type"], event["subtype"]) == ("im", "file_share")
    assert event["files"][0]["name"] == "posts.csv"


def test_words_in_a_message_are_escaped(amy, seen):
    amy.say("a < b & @bob")

    assert seen.wait()[0]["text"] == "a &lt; b &amp; <@UBOB>"


def test_nobody_writes_where_they_are_not_a_member(site):
    with pytest.raises(LookupError):
        site.slack.hand("UDAN").say("hello", channel="CCAMPAGNE")


def test_a_mention_of_the_app_is_an_event_of_its_own(site, amy):
    mentions = Heard()
    site.app.event("app_mention")(lambda event: mentions.append(event["text"]))
    site.app.event("message")(lambda: None)

    amy.say("<@UAPP> hello", channel="CSOCIAL")

    assert mentions.wait() == ["<@UAPP> hello"]


def test_opening_home_lets_the_app_publish_it(site, amy):
    site.app.event("app_home_opened")(
        lambda event, client: client.views_publish(user_id=event["user"], view=a_home("Welcome"))
    )

    amy.open_home()

    assert amy.wait_for(lambda: amy.home).blocks[0]["text"]["text"] == "Welcome"


def test_the_second_time_home_is_opened_its_view_comes_with_the_event(site, amy, seen):
    site.client.views_publish(user_id="UAMY", view=a_home())

    amy.open_home()

    assert seen.wait()[0]["view"]["type"] == "home"


def test_a_change_of_a_member_is_told(site):
    zones = Heard()
    site.app.event("user_change")(lambda event: zones.append(event["user"]["tz"]))

    site.slack.change_member("UBOB", tz="America/Toronto")

    assert zones.wait() == ["America/Toronto"]


def test_the_app_hears_that_it_was_invited_and_that_a_channel_closed(site):
    told = Heard()
    for name in ("member_joined_channel", "channel_archive"):
        site.app.event(name)(lambda event: told.append(event["type"]))

    site.slack.join("UAPP", "CGENERAL")
    site.slack.archive("CGENERAL")

    assert told.wait(2) == ["member_joined_channel", "channel_archive"]


def test_somebody_new_is_told_and_can_be_asked_about(site):
    new = Heard()
    site.app.event("team_join")(lambda event: new.append(event["user"]["id"]))

    site.slack.add_member(Member(id="UNEW", name="noa", real_name="Noa Roux", is_stranger=True))

    assert new.wait() == ["UNEW"]
    assert site.client.users_info(user="UNEW")["user"]["is_stranger"]
