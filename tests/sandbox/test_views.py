"""views.*: triggers, the stack, hashes, what stays of what was typed, and Home."""

from datetime import timedelta

import pytest

from tests.sandbox.bolt_site import refused
from tests.sandbox.limits.view_samples import a_home, a_modal, an_input, plain


@pytest.fixture
def trigger(slack):
    return slack.core.triggers.issue("UAMY")


@pytest.fixture
def opened(client, trigger):
    return client.views_open(trigger_id=trigger, view=a_modal())["view"]


def test_a_view_opens_for_the_member_who_acted(client, slack, opened):
    assert slack.hand("UAMY").modal.id == opened["id"]
    assert slack.hand("UBOB").modal is None


def test_a_trigger_is_good_for_one_view(client, trigger, opened):
    assert refused(client.views_open, trigger_id=trigger, view=a_modal()) == "exchanged_trigger_id"


def test_a_trigger_expires_after_three_seconds(client, clock, trigger):
    clock.set(clock.now() + timedelta(seconds=3.1))

    assert refused(client.views_open, trigger_id=trigger, view=a_modal()) == "expired_trigger_id"


def test_an_unknown_trigger_is_invalid(client):
    assert refused(client.views_open, trigger_id="1.2.abc", view=a_modal()) == "invalid_trigger_id"


def test_a_view_beyond_the_limits_is_refused_and_does_not_use_the_trigger(client, trigger):
    too_long = a_modal(title=plain("x" * 25))

    assert refused(client.views_open, trigger_id=trigger, view=too_long) == "invalid_arguments"
    assert client.views_open(trigger_id=trigger, view=a_modal())["ok"]


def test_three_views_lie_on_each_other_and_no_fourth(client, slack, opened):
    def trigger():
        return slack.core.triggers.issue("UAMY", view_id=opened["id"])

    client.views_push(trigger_id=trigger(), view=a_modal())
    third = client.views_push(trigger_id=trigger(), view=a_modal())["view"]

    assert refused(client.views_push, trigger_id=trigger(), view=a_modal()) == "push_limit_reached"
    assert (third["root_view_id"], len(slack.workspace.modals["UAMY"])) == (opened["id"], 3)


def test_an_update_changes_the_hash(client, opened):
    changed = client.views_update(view_id=opened["id"], view=a_modal(callback_id="b"), hash=opened["hash"])

    assert changed["view"]["hash"] != opened["hash"]


def test_an_update_with_an_old_hash_conflicts(client, slack, opened):
    client.views_update(view_id=opened["id"], view=a_modal(callback_id="first"))

    error = refused(client.views_update, view_id=opened["id"], view=a_modal(), hash=opened["hash"])

    assert error == "hash_conflict"
    assert slack.hand("UAMY").modal.callback_id == "first"


def test_an_update_of_a_closed_view_finds_nothing(client, slack, opened):
    slack.hand("UAMY").close()

    assert refused(client.views_update, view_id=opened["id"], view=a_modal()) == "not_found"


def test_what_was_typed_stays_where_the_ids_stay(client, slack, opened):
    amy = slack.hand("UAMY")
    amy.fill({"words": "Bread"})

    client.views_update(view_id=opened["id"], view=a_modal(an_input(), an_input("more")))

    assert amy.modal.state["words"]["typed"]["value"] == "Bread"
    assert amy.modal.state["more"]["typed"]["value"] is None


def test_an_external_id_names_one_view(client, slack, trigger):
    client.views_open(trigger_id=trigger, view=a_modal(external_id="mine"))
    again = slack.core.triggers.issue("UBOB")

    error = refused(client.views_open, trigger_id=again, view=a_modal(external_id="mine"))
    updated = client.views_update(external_id="mine", view=a_modal(callback_id="new"))

    assert error == "duplicate_external_id"
    assert updated["view"]["callback_id"] == "new"


def test_home_is_published_for_one_member_and_keeps_its_id(client, slack):
    first = client.views_publish(user_id="UAMY", view=a_home("one"))["view"]
    second = client.views_publish(user_id="UAMY", view=a_home("two"), hash=first["hash"])["view"]

    assert second["id"] == first["id"]
    assert slack.hand("UAMY").home.blocks[0]["text"]["text"] == "two"
    assert slack.hand("UBOB").home is None


def test_home_with_an_old_hash_conflicts(client):
    first = client.views_publish(user_id="UAMY", view=a_home("one"))["view"]
    client.views_publish(user_id="UAMY", view=a_home("two"))

    error = refused(client.views_publish, user_id="UAMY", view=a_home("three"), hash=first["hash"])

    assert error == "hash_conflict"
