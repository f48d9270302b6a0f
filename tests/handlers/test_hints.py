"""Two keys struck in a row: what stands under the field is about the last one, whichever hint arrives first."""

import pytest
from slack_sdk.errors import SlackApiError

from handlers.hints import FORMS, Hints
from handlers.payloads import Press


class Form:
    """A form in Slack: a change with another hash than its own is refused."""

    def __init__(self) -> None:
        self.hash, self.view = "h0", "as it was opened"

    def views_update(self, *, view_id: str, hash: str, view: str) -> dict[str, dict[str, str]]:  # noqa: A002  # Slack's
        if hash != self.hash:
            raise SlackApiError("refused", {"error": "hash_conflict"})
        self.change(view)
        return {"view": {"hash": self.hash}}

    def change(self, view: str) -> None:
        self.hash, self.view = f"h{int(self.hash[1:]) + 1}", view


def struck(at: float, seen: str = "h0", view_id: str = "V1") -> Press:
    return Press(action_id="room", view_id=view_id, view_hash=seen, at=at)


@pytest.fixture
def form() -> Form:
    return Form()


def test_of_two_keys_with_one_hash_the_later_one_is_told(form):
    hints = Hints()

    hints.show(form, struck(1.0), "10 left")
    hints.show(form, struck(1.2), "9 left")
    hints.show(form, struck(1.4), "8 left")

    assert form.view == "8 left"


def test_a_hint_that_comes_after_a_later_one_is_left_out(form):
    hints = Hints()

    hints.show(form, struck(1.2), "9 left")
    hints.show(form, struck(1.0), "10 left")

    assert form.view == "9 left"


def test_what_else_changed_the_form_is_not_written_over(form):
    hints = Hints()
    hints.show(form, struck(1.0), "10 left")
    form.change("added")

    with pytest.raises(SlackApiError):
        hints.show(form, struck(1.2), "9 left")

    assert form.view == "added"


def test_a_hint_that_failed_does_not_stop_the_next_one(form):
    hints = Hints()
    with pytest.raises(SlackApiError):
        hints.show(form, struck(1.0, seen="h9"), "10 left")

    hints.show(form, struck(1.2), "9 left")

    assert form.view == "9 left"


def test_forms_of_long_ago_are_forgotten(form):
    hints = Hints()

    for number in range(FORMS + 10):
        hints.show(Form(), struck(1.0, view_id=f"V{number}"), "10 left")

    assert len(hints._told) == FORMS
