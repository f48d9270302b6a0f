"""Handing a post over, by text and by form."""

import pytest

from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, post, shown


def test_handing_over_by_text_and_by_form(stage, bob):
    add_post_on(stage)

    bob.command("/post assign P1 <@UDAN>", channel=SOCIAL)
    assert post(stage).owner_id == "UDAN"

    bob.command("/post assign P1", channel=SOCIAL)
    answer = bob.submit({"owner": "UAMY"})
    assert post(stage).owner_id == "UAMY"
    assert "handed over to <@UAMY>" in shown(answer.modal)


def test_words_beside_a_new_owner_open_the_form_with_the_one_who_was_understood(stage, bob):
    add_post_on(stage)

    form = bob.command("/post assign P1 <@UDAN> and @zoe", channel=SOCIAL).modal

    assert post(stage).owner_id == "UBOB"
    assert "/post assign P1" in shown(form)
    assert "make sense of “@zoe”" in shown(form)
    bob.submit({})
    assert post(stage).owner_id == "UDAN"


def test_an_owner_whom_nobody_knows_is_named_above_the_form(stage, bob):
    add_post_on(stage)

    assert "make sense of “zoe”" in shown(bob.command("/post assign P1 @zoe", channel=SOCIAL).modal)


@pytest.mark.parametrize("owner", ["UGUEST", "UGONE", "UAPP"])
def test_nobody_gets_a_post_who_cannot_be_reminded(stage, bob, owner):
    add_post_on(stage)
    bob.command("/post assign P1", channel=SOCIAL)

    assert list(bob.submit({"owner": owner}).errors) == ["owner"]
    assert post(stage).owner_id == "UBOB"
