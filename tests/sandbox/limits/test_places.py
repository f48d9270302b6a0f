"""Which block and which element may stand on which surface, and that no payload whatever breaks the checks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.limits import Fault, check_home, check_message, check_update, check_view
from tests.sandbox.limits.samples import (
    Json,
    actions,
    in_message,
    input_of,
    menu,
    modal,
    mrkdwn,
    plain,
    refused,
    section,
)

CHART: Json = {
    "type": "data_visualization",
    "title": "Rates",
    "chart": {"type": "pie", "segments": [{"label": "a", "value": 1}]},
}
PLACES: list[tuple[str, Json, str, str]] = [
    ("alert", {"type": "alert", "text": mrkdwn(), "level": "warning"}, "modal", "/type"),
    ("markdown", {"type": "markdown", "text": "x"}, "message", "/type"),
    ("table", {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}, "message", "/type"),
    ("chart", CHART, "message home", "/type"),
    ("card", {"type": "card", "title": plain()}, "message home", "/type"),
    ("section", section(), "message modal home", ""),
    ("text input", input_of(menu("plain_text_input")), "message modal home", ""),
    ("number input", input_of(menu("number_input", is_decimal_allowed=True)), "modal", "/element/type"),
    ("e-mail input", input_of(menu("email_text_input")), "modal", "/element/type"),
    ("address input", input_of(menu("url_text_input")), "modal", "/element/type"),
    ("file input", input_of(menu("file_input")), "modal", "/element/type"),
    ("rich input", input_of(menu("rich_text_input", action_id="r")), "modal home", "/element/type"),
    ("date and time", actions(menu("datetimepicker")), "message modal", "/elements/0/type"),
    ("file", {"type": "file", "external_id": "x", "source": "remote"}, "", "/type"),
    (
        "answer address",
        input_of(menu("channels_select", response_url_enabled=True)),
        "modal",
        "/element/response_url_enabled",
    ),
]


def on_surface(surface: str, block: Json) -> Fault | None:
    if surface == "message":
        return in_message(block)
    if surface == "home":
        return check_home({"type": "home", "blocks": [block]})
    return check_view(modal(block))


@pytest.mark.parametrize("surface", ["message", "modal", "home"])
@pytest.mark.parametrize(("name", "block", "allowed", "place"), PLACES, ids=[case[0] for case in PLACES])
def test_a_block_passes_on_its_surfaces_and_is_refused_on_others(
    name: str, block: Json, allowed: str, place: str, surface: str
) -> None:
    fault = on_surface(surface, block)

    if surface in allowed.split():
        assert fault is None
    else:
        assert fault is not None
        assert fault.error == ("invalid_blocks" if surface == "message" else "invalid_arguments")
        assert fault.messages[0].endswith(f"/blocks/0{place}]")


def test_an_element_in_a_container_is_held_to_the_surface_too() -> None:
    inside = {
        "type": "container",
        "title": plain(),
        "child_blocks": [input_of(menu("number_input", is_decimal_allowed=True))],
    }

    assert in_message(inside) == refused("unsupported type: number_input", "/blocks/0/child_blocks/0/element/type")


def test_an_update_refuses_text_above_4_000_characters_instead_of_cutting_it() -> None:
    assert check_update({"text": "x" * 4_000}) is None
    assert check_update({"text": "x" * 4_001}) == Fault(error="msg_too_long")
    assert check_update({"blocks": [{"type": "nope"}]}) == refused("unsupported type: nope", "/blocks/0/type")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "blocks", "elements", "element", "rows", "options", "chart"]),
            inner | st.sampled_from(["section", "actions", "input", "table", "data_table", "markdown", "plain_text"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(blocks=JSON, attachments=JSON, metadata=JSON, text=JSON)
def test_whatever_is_sent_as_a_message_is_answered(blocks: Any, attachments: Any, metadata: Any, text: Any) -> None:
    args = {"blocks": blocks, "attachments": attachments, "metadata": metadata, "text": text}

    for check in (check_message, check_update):
        assert isinstance(check(args), Fault | None)


@given(view=JSON, blocks=JSON)
def test_whatever_is_sent_as_a_view_is_answered(view: Any, blocks: Any) -> None:
    assert isinstance(check_view(view), Fault | None)
    assert isinstance(check_view({"type": "modal", "title": plain(), "blocks": blocks}), Fault | None)
    assert isinstance(check_home({"type": "home", "blocks": blocks}), Fault | None)
