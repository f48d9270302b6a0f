"""What holds for modals and the Home tab."""

import pytest

from bot.sandbox.limits import Fault, check_home, check_view
from tests.sandbox.limits.samples import input_of, menu, modal, mrkdwn, plain, refused, section, too_long, too_many


def test_every_kind_of_input_stands_in_a_modal() -> None:
    typed = menu("plain_text_input", multiline=True, min_length=1, max_length=3000, initial_value="é")
    on_enter = {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]}
    number = menu("number_input", is_decimal_allowed=False, min_value="0", max_value="10", initial_value="3")
    rich = menu("rich_text_input", action_id="r", initial_value={"type": "rich_text", "elements": []}, max_lines=100)
    inputs = [
        typed,
        number,
        rich,
        menu("email_text_input", initial_value="amy@example.com", dispatch_action_config=on_enter),
        menu("url_text_input", initial_value="https://example.com", focus_on_load=True),
        menu("file_input", filetypes=["csv"], max_files=10),
    ]

    assert check_view(modal(*[input_of(element, optional=True) for element in inputs])) is None


@pytest.mark.parametrize(("field", "most"), [("title", 24), ("submit", 24), ("close", 24)])
def test_the_texts_around_a_modal_have_limits(field: str, most: int) -> None:
    assert check_view(modal(**{field: plain("é" * most)})) is None
    assert check_view(modal(**{field: plain("é" * (most + 1))})) == refused(
        too_long(most), f"/view/{field}/text", error="invalid_arguments"
    )


@pytest.mark.parametrize(("field", "most"), [("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)])
def test_the_keys_of_a_view_have_limits(field: str, most: int) -> None:
    for check, view in ((check_view, modal()), (check_home, {"type": "home", "blocks": []})):
        assert check(view | {field: "x" * most}) is None
        assert check(view | {field: "x" * (most + 1)}) == refused(
            too_long(most), f"/view/{field}", error="invalid_arguments"
        )


def test_a_hundred_blocks_pass_in_a_view_and_one_more_is_refused() -> None:
    assert check_view(modal(*[section()] * 100)) is None
    assert check_home({"type": "home", "blocks": [section()] * 100}) is None
    assert check_view(modal(*[section()] * 101)) == refused(too_many(100), "/view/blocks", error="invalid_arguments")


def test_a_modal_with_inputs_needs_a_submit_button() -> None:
    view = modal(section(), input_of(menu("plain_text_input")))
    del view["submit"]

    assert check_view(view) == refused(
        "must define `submit` to use an `input` block in modals",
        "/view/blocks/1/input",
        error="invalid_arguments",
    )
    assert check_view(modal(section())) is None


def test_a_view_needs_its_type_and_title() -> None:
    fault = check_view({"blocks": []})

    assert fault is not None
    assert fault.messages == (
        "[ERROR] missing required field: type [json-pointer:/view]",
        "[ERROR] missing required field: title [json-pointer:/view]",
    )
    assert check_view(modal(), surface="home") is not None
    assert check_view("view") == refused("must provide an object", "/view", error="invalid_arguments")


def test_a_view_above_250_kb_is_too_large() -> None:
    wide = section(fields=[mrkdwn("x" * 2000)] * 10)

    assert check_view(modal(*[wide] * 12)) is None
    assert check_view(modal(*[wide] * 13)) == Fault(error="view_too_large")


def test_one_element_of_a_view_has_the_focus() -> None:
    focused = input_of(menu("users_select", focus_on_load=True))

    assert check_view(modal(focused)) is None
    assert check_view(modal(focused, focused)) == refused(
        "`focus_on_load` can be true for one element only",
        "/view/blocks/1/element/focus_on_load",
        error="invalid_arguments",
    )


def test_bounds_of_an_input_that_contradict_each_other_are_refused() -> None:
    for element, place in [
        (menu("plain_text_input", min_length=5, max_length=4), "min_length"),
        (menu("plain_text_input", max_length=2, initial_value="abc"), "initial_value"),
        (menu("number_input", is_decimal_allowed=True, min_value="2", max_value="1"), "min_value"),
        (menu("number_input", is_decimal_allowed=True, max_value="1", initial_value="2"), "initial_value"),
        (menu("rich_text_input", action_id="r", min_lines=3, max_lines=2), "min_lines"),
    ]:
        fault = check_view(modal(input_of(element)))

        assert fault is not None
        assert fault.messages[0].endswith(f"[json-pointer:/view/blocks/0/element/{place}]")
