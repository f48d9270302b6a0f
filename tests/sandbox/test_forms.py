"""Forms: what they send, what comes back, how they are stacked, with a Bolt app in both modes."""

import pytest

from tests.sandbox.bolt_site import client_for
from tests.sandbox.limits.view_samples import SORT, YES, a_modal, an_input, plain


def opened_by(site, hand, view):
    site.app.command("/open")(
        lambda ack, body, client: (client.views_open(trigger_id=body["trigger_id"], view=view), ack())
    )
    return hand.command("/open").modal


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
