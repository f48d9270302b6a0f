"""canvases.*: a channel has one canvas of its own and any number of others; a canvas is replaced as a whole."""

import pytest

from bot.sandbox.server import LocalSlack
from tests.sandbox.bolt_site import client_for, refused

WORDS = {"type": "markdown", "markdown": "# November"}


def create(client, **more):
    return client.api_call("conversations.canvases.create", json={"document_content": WORDS, **more})


def test_a_canvas_of_a_channel_holds_what_is_written_into_it_last(client, slack):
    made = create(client, channel_id="CSOCIAL", title="Calendar")["canvas_id"]
    changed = [{"operation": "replace", "document_content": {"type": "markdown", "markdown": "# December"}}]

    client.canvases_edit(canvas_id=made, changes=changed)

    record = slack.workspace.files[made]
    assert (record.title, record.content, record.channels) == ("Calendar", b"# December", ("CSOCIAL",))


def test_a_channel_has_one_canvas_of_its_own_and_others_as_tabs(client):
    create(client, channel_id="CSOCIAL")

    second = refused(create, client, channel_id="CSOCIAL")
    tab = client.api_call("canvases.create", json={"channel_id": "CSOCIAL", "document_content": WORDS})

    assert second == "channel_canvas_already_exists"
    assert tab["canvas_id"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel_id": "CNOWHERE"}, "channel_not_found"),
        ({"channel_id": "CGENERAL"}, "restricted_action"),
        ({"channel_id": "CSOCIAL", "document_content": {"type": "html", "markdown": ""}}, "invalid_arguments"),
    ],
)
def test_a_canvas_that_may_not_be_is_refused(client, arguments, error):
    assert refused(create, client, **arguments) == error


@pytest.mark.parametrize(
    ("canvas_id", "changes", "error"),
    [
        ("F404", [{"operation": "replace", "document_content": WORDS}], "canvas_not_found"),
        (None, [{"operation": "replace", "document_content": WORDS}] * 2, "invalid_arguments"),
        (None, [{"operation": "shuffle"}], "invalid_arguments"),
        (None, [{"operation": "delete", "section_id": "temp:C:1"}], "canvas_editing_failed"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(client, canvas_id, changes, error):
    made = create(client, channel_id="CSOCIAL")["canvas_id"]

    assert refused(client.canvases_edit, canvas_id=canvas_id or made, changes=changes) == error


def test_without_the_scope_there_are_no_canvases(tmp_path):
    manifest = tmp_path / "manifest.yml"
    manifest.write_text("oauth_config: {scopes: {bot: [commands]}}")
    with LocalSlack(manifest=manifest) as slack:
        assert refused(create, client_for(slack), channel_id="CSOCIAL") == "missing_scope"
