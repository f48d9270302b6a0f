"""What Slack sends, as plain values; secrets are taken out of what is logged."""

import pytest

from bot.logs import redacted
from handlers.payloads import Form, meta_of, plain_value


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ({"value": "Tea"}, "Tea"),
        ({"selected_option": {"value": "a"}}, "a"),
        ({"selected_option": None}, None),
        ({"selected_options": [{"value": "a"}, {"value": "b"}]}, ["a", "b"]),
        ({"selected_users": ["U1"]}, ["U1"]),
        ({"selected_user": "U1"}, "U1"),
        ({"selected_date": "2026-11-24"}, "2026-11-24"),
        ({"selected_time": None}, None),
        ({"selected_conversation": "C1"}, "C1"),
    ],
)
def test_a_value_is_plain_whatever_was_entered(element, expected):
    assert plain_value(element) == expected


@pytest.mark.parametrize("metadata", ["", "{", "[1]", "null", None])
def test_metadata_that_is_no_object_counts_as_none(metadata):
    assert meta_of({"private_metadata": metadata}) == {}


def test_a_text_of_a_form_is_stripped_and_never_none():
    form = Form(callback_id="x", values={"a": "  Tea ", "b": None})

    assert (form.text("a"), form.text("b"), form.text("c")) == ("Tea", "", "")


@pytest.mark.parametrize(
    "secret",
    [
        "xoxb-123-abc",
        "xapp-1-A0-99-f",
        "xoxe.xoxp-1-abc",
        "https://hooks.slack.com/commands/T1/2/abc",
        "http://127.0.0.1:8425/actions/T1/2/abc",
    ],
)
def test_secrets_are_taken_out_of_a_text(secret):
    assert secret.rpartition("-")[2].rpartition("/")[2] not in redacted(f"before {secret} after").split(" ")[1]
    assert redacted(f"before {secret} after").startswith("before ")
    assert redacted(f"before {secret} after").endswith(" after")
