"""What holds for a message as a whole."""

import pytest

from bot.sandbox.limits import Fault, check_message, cut_text
from tests.sandbox.limits.samples import Json, actions, in_message, menu, mrkdwn, plain, refused, section, too_many


def test_fifty_blocks_pass_in_a_message_and_fifty_one_are_refused() -> None:
    assert in_message(*[section()] * 50) is None
    assert in_message(*[section()] * 51) == refused(too_many(50), "/blocks")


def test_two_blocks_of_the_same_id_are_refused() -> None:
    fault = in_message(section(block_id="b"), section(), section(block_id="b"))

    assert fault == refused('`block_id` "b" already exists', "/blocks/2/block_id")


def test_blocks_as_json_text_are_read_and_broken_json_is_named() -> None:
    assert check_message({"blocks": '[{"type": "divider"}]'}) is None
    assert check_message({"blocks": '[{"type": "divider"'}) == Fault(error="invalid_blocks_format")
    assert check_message({"blocks": '{"type": "divider"}'}) == Fault(error="invalid_blocks_format")


@pytest.mark.parametrize("nothing", [{}, {"text": ""}, {"text": " \n"}, {"blocks": []}, {"blocks": "[]"}])
def test_a_message_without_anything_is_refused(nothing: Json) -> None:
    assert check_message(nothing) == Fault(error="no_text")


def test_text_is_cut_above_40_000_characters_and_not_refused() -> None:
    assert check_message({"text": "x" * 50_000}) is None
    assert cut_text("x" * 40_001) == "x" * 40_000


def test_all_text_in_blocks_together_has_a_limit() -> None:
    fitting = [section(text=mrkdwn("x" * 2640)) for _ in range(5)]

    assert in_message(*fitting) is None
    assert in_message(*fitting, section(text=mrkdwn("x"))) == Fault(error="msg_blocks_too_long")


def test_what_a_closed_menu_hides_is_not_counted_as_text() -> None:
    offered = [{"text": plain("x" * 75), "value": str(number)} for number in range(100)]

    assert in_message(*[actions(menu(options=offered)) for _ in range(2)]) is None


def test_markdown_blocks_share_12_000_characters() -> None:
    half = {"type": "markdown", "text": "x" * 6000}

    assert in_message(half, half) is None
    assert in_message(half, half, {"type": "markdown", "text": "x"}) == refused(
        "markdown text must be less than 12001 characters", "/blocks"
    )


def test_markdown_text_stands_alone() -> None:
    assert check_message({"markdown_text": "# Hello"}) is None
    assert check_message({"markdown_text": "# Hello", "text": "x"}) == Fault(error="markdown_text_conflict")
    assert check_message({"markdown_text": "x" * 12_001}) == Fault(error="msg_too_long")


def test_a_hundred_attachments_pass_and_their_blocks_are_looked_at() -> None:
    assert check_message({"attachments": [{"text": "x"}] * 100}) is None
    assert check_message({"attachments": [{"text": "x"}] * 101}) == Fault(error="too_many_attachments")
    assert check_message({"attachments": [{"blocks": [{"type": "nope"}]}]}) == refused(
        "unsupported type: nope", "/attachments/0/blocks/0/type", error="invalid_attachments"
    )


def test_metadata_needs_a_type_and_a_payload_and_holds_16_kb() -> None:
    key = {"event_type": "post_due", "event_payload": {"key": "due:P1"}}
    long = {"event_type": "post_due", "event_payload": {"key": "x" * 17_000}}

    assert check_message({"text": "x", "metadata": key}) is None
    assert check_message({"text": "x", "metadata": '{"event_type": "a", "event_payload": {}}'}) is None
    assert check_message({"text": "x", "metadata": {"event_type": "a"}}) == Fault(error="invalid_metadata_format")
    assert check_message({"text": "x", "metadata": "nonsense"}) == Fault(error="invalid_metadata_format")
    assert check_message({"text": "x", "metadata": long}) == Fault(error="metadata_too_large")


def test_a_fault_answers_as_the_web_api_does() -> None:
    fault = in_message(*[section()] * 51)

    assert fault is not None
    assert fault.as_answer() == {
        "ok": False,
        "error": "invalid_blocks",
        "response_metadata": {"messages": ["[ERROR] no more than 50 items allowed [json-pointer:/blocks]"]},
    }
    assert Fault(error="no_text").as_answer() == {"ok": False, "error": "no_text"}
