"""Commands, controls and forms, with a Bolt app in both modes."""

import threading

import pytest

from bot.sandbox.team import Member, Upload
from tests.sandbox.bolt_site import Heard, client_for
from tests.sandbox.view_samples import a_home, a_modal, an_input, plain

YES = {"type": "button", "action_id": "yes", "text": plain("Yes"), "value": "1"}
MENU = {
    "type": "overflow",
    "action_id": "menu",
    "options": [{"text": plain(text), "value": text.lower()} for text in ("Move", "Cancel")]
    + [{"text": plain("Open P1"), "value": "open:P1"}],
}
SORT = {
    "type": "static_select",
    "action_id": "sort",
    "placeholder": plain("Sort"),
    "options": [{"text": plain(text), "value": text.lower()} for text in ("Green", "Black")],
}


@pytest.fixture
def amy(site):
    return site.slack.hand("UAMY")


@pytest.fixture
def seen(site):
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
def card(site, amy):
    """A message with controls in #social."""
    section = {"type": "section", "text": plain("Tea?"), "accessory": MENU}
    actions = {"type": "actions", "block_id": "row", "elements": [YES, SORT]}
    site.client.chat_postMessage(channel="CSOCIAL", text="Tea?", blocks=[section, actions])
    return amy.messages("CSOCIAL")[-1]


def opened_by(site, hand, view):
    site.app.command("/open")(
        lambda ack, body, client: (client.views_open(trigger_id=body["trigger_id"], view=view), ack())
    )
    return hand.command("/open").modal


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


# --- forms


def test_every_kind_of_input_arrives_in_slacks_shape(site, amy):
    inputs = [
        an_input("words"),
        an_input("day", type="datepicker"),
        an_input("hour", type="timepicker", timezone="Europe/Paris"),
        an_input("moment", type="datetimepicker"),
        an_input("number", type="number_input", is_decimal_allowed=False),
        an_input("link", type="url_text_input"),
        an_input("one", type="static_select", options=SORT["options"]),
        an_input("many", type="checkboxes", options=SORT["options"]),
        an_input("who", type="users_select"),
        an_input("all", type="multi_users_select"),
    ]
    states = []
    site.app.view("all")(lambda ack, view: (states.append(view["state"]["values"]), ack()))
    opened_by(site, amy, a_modal(*inputs, callback_id="all"))

    amy.submit(
        {
            "words": "Bread",
            "day": "2026-12-01",
            "hour": "09:30",
            "moment": 1796115600,
            "number": 7,
            "link": "https://a.example",
            "one": "green",
            "many": ["Green", "Black"],
            "who": "UBOB",
            "all": ["UBOB", "UAMY"],
        }
    )

    values = {block: held["typed"] for block, held in states[0].items()}
    assert values["words"] == {"type": "plain_text_input", "value": "Bread"}
    assert values["day"]["selected_date"] == "2026-12-01"
    assert (values["hour"]["selected_time"], values["hour"]["timezone"]) == ("09:30", "Europe/Paris")
    assert values["moment"]["selected_date_time"] == 1796115600
    assert values["number"]["value"] == "7"
    assert values["one"]["selected_option"]["value"] == "green"
    assert [each["value"] for each in values["many"]["selected_options"]] == ["green", "black"]
    assert (values["who"]["selected_user"], values["all"]["selected_users"]) == ("UBOB", ["UBOB", "UAMY"])


def test_initial_values_are_sent_when_nobody_touches_them(site, amy):
    states = []
    site.app.view("idea")(lambda ack, view: (states.append(view["state"]["values"]), ack()))
    opened_by(site, amy, a_modal(an_input(initial_value="as before"), callback_id="idea"))

    amy.submit()

    assert states[0]["words"]["typed"]["value"] == "as before"


@pytest.mark.parametrize(
    ("element", "typed"),
    [
        ({}, ""),
        ({"min_length": 3}, "ab"),
        ({"max_length": 3}, "abcd"),
        ({"type": "number_input", "is_decimal_allowed": False}, "seven"),
        ({"type": "number_input", "is_decimal_allowed": False}, "7.5"),
        ({"type": "number_input", "is_decimal_allowed": True, "min_value": "1"}, "0.5"),
        ({"type": "url_text_input"}, "a.example"),
        ({"type": "email_text_input"}, "amy"),
    ],
)
def test_what_slacks_client_refuses_never_reaches_the_app(slack, element, typed):
    amy = slack.hand("UAMY")
    trigger = slack.core.triggers.issue("UAMY")
    client_for(slack).views_open(trigger_id=trigger, view=a_modal(an_input(**element)))

    answer = amy.submit({"words": typed})

    assert list(answer.errors) == ["words"]
    assert amy.modal is not None


def test_errors_are_shown_at_their_inputs_and_keep_the_form(site, amy):
    site.app.view("idea")(lambda ack: ack(response_action="errors", errors={"words": "Too dull."}))
    opened_by(site, amy, a_modal(callback_id="idea"))

    answer = amy.submit({"words": "Bread"})

    assert answer.errors == {"words": "Too dull."}
    assert amy.modal.state["words"]["typed"]["value"] == "Bread"


def test_errors_for_an_unknown_block_are_an_error_of_the_app(site, amy):
    site.app.view("idea")(lambda ack: ack(response_action="errors", errors={"nowhere": "?"}))
    opened_by(site, amy, a_modal(callback_id="idea"))

    assert amy.submit({"words": "Bread"}).error.startswith("invalid_errors")


def test_a_submission_can_update_push_and_clear(site, amy):
    actions = iter(
        [
            {"response_action": "update", "view": a_modal(callback_id="idea", private_metadata="second")},
            {"response_action": "push", "view": a_modal(callback_id="idea", private_metadata="third")},
            {"response_action": "clear"},
        ]
    )
    site.app.view("idea")(lambda ack: ack(next(actions)))
    opened_by(site, amy, a_modal(callback_id="idea", private_metadata="first"))

    shown = [amy.submit({"words": "x"}).modal for _ in range(3)]

    assert [view and view.private_metadata for view in shown] == ["second", "third", None]


def test_an_invalid_view_in_the_acknowledgement_is_not_shown(site, amy):
    site.app.view("idea")(lambda ack: ack(response_action="update", view=a_modal(title=plain("x" * 25))))
    opened_by(site, amy, a_modal(callback_id="idea"))

    answer = amy.submit({"words": "x"})

    assert answer.error == "invalid_arguments"
    assert amy.modal.title == plain("Idea")


def test_a_submission_that_nobody_acknowledges_leaves_the_form_open(site, amy):
    opened_by(site, amy, a_modal(callback_id="nobody-listens"))
    site.slack.core.deliveries.patience = 0.2

    answer = amy.submit({"words": "x"})

    assert not answer.acknowledged
    assert amy.modal.state["words"]["typed"]["value"] == "x"


def test_closing_is_told_only_when_the_view_asks_for_it(site, amy, seen):
    row = {"type": "actions", "elements": [YES | {"action_id": "push"}]}
    site.app.action("push")(
        lambda ack, body, client: (client.views_push(trigger_id=body["trigger_id"], view=a_modal()), ack())
    )
    lower = opened_by(site, amy, a_modal(row, callback_id="idea", notify_on_close=True))
    amy.press(lower, "Yes")

    amy.close()
    amy.close()

    [closed] = seen.wait()
    assert (closed["type"], closed["view"]["id"]) == ("view_closed", lower.id)
    assert amy.modal is None


def test_a_dispatching_input_tells_the_app_at_once(site, amy, seen):
    block = an_input("day", type="datepicker", action_id="day") | {"dispatch_action": True}
    modal = opened_by(site, amy, a_modal(block))

    amy.press(modal, "day", choice="2026-12-01")

    assert seen.wait()[0]["view"]["state"]["values"]["day"]["day"]["selected_date"] == "2026-12-01"


def test_an_action_in_a_modal_may_push_another_one(site, amy):
    site.app.action("yes")(
        lambda ack, body, client: (client.views_push(trigger_id=body["trigger_id"], view=a_modal()), ack())
    )
    first = opened_by(site, amy, a_modal({"type": "actions", "elements": [YES]}))

    second = amy.press(first, "Yes").modal

    assert second.previous_view_id == first.id


def test_an_external_select_asks_the_app_for_its_options(site, amy):
    element = {"type": "external_select", "action_id": "find", "min_query_length": 1}
    site.app.options("find")(lambda ack, payload: ack(options=[{"text": plain(payload["value"]), "value": "1"}]))
    modal = opened_by(site, amy, a_modal(an_input("one", **element)))

    assert [option["text"]["text"] for option in amy.options(modal, "find", "bre")] == ["bre"]


def test_a_shortcut_reaches_the_app(site, amy):
    callbacks = []
    site.app.shortcut("new_idea")(lambda ack, shortcut: (callbacks.append(shortcut["callback_id"]), ack()))

    amy.shortcut("new_idea")

    assert callbacks == ["new_idea"]


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
