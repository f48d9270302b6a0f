"""What stands before every method of the Web API: names, tokens, scopes, arguments."""

import json
import urllib.request
from pathlib import Path

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.installation import read_manifest
from bot.sandbox.server import LocalSlack
from tests.sandbox.bolt_site import client_for, refused

MANIFEST = """
display_information: {name: Kettle}
features:
  bot_user: {display_name: kettle}
  slash_commands:
    - {command: /tea, description: Make tea, usage_hint: "[sort]", should_escape: true}
    - {command: /raw, description: As typed}
oauth_config: {scopes: {bot: [commands, "chat:write", "files:read"], bot_optional: ["files:read"]}}
settings: {event_subscriptions: {bot_events: [app_home_opened]}}
"""


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.yml"
    path.write_text(MANIFEST)
    return path


@pytest.fixture
def kettle(manifest: Path):
    with LocalSlack(manifest=manifest) as started:
        yield started


def test_auth_test_names_the_team_the_bot_and_the_app(client):
    who = client.auth_test()

    assert (who["team"], who["user_id"], who["bot_id"]) == ("Maison Lune", "UAPP", "B0LOCALBOT")


def test_an_unknown_method_is_refused(client):
    assert refused(client.api_call, "chat.whisper") == "unknown_method"


def test_a_call_without_token_is_not_authed(slack):
    client = WebClient(base_url=slack.api_url)

    assert refused(client.auth_test) == "not_authed"


def test_a_wrong_token_is_invalid(slack):
    assert refused(client_for(slack, "xoxb-somebody-else").auth_test) == "invalid_auth"


def test_the_app_token_opens_connections_only(slack):
    assert refused(client_for(slack, slack.app_token).chat_postMessage, channel="CSOCIAL", text="x") == (
        "not_allowed_token_type"
    )


def test_the_bot_token_opens_no_connection(client, slack):
    assert refused(client.apps_connections_open, app_token=slack.bot_token) == "not_allowed_token_type"


def test_a_missing_argument_is_named(client):
    with pytest.raises(SlackApiError) as caught:
        client.api_call("conversations.info")

    assert caught.value.response["error"] == "invalid_arguments"
    assert caught.value.response["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


def test_a_scope_that_the_manifest_lacks_is_named_with_those_it_has(kettle):
    with pytest.raises(SlackApiError) as caught:
        client_for(kettle).users_info(user="UAMY")

    body = caught.value.response
    assert (body["error"], body["needed"]) == ("missing_scope", "users:read")
    assert body["provided"] == "chat:write,commands,files:read"


def test_the_granted_scopes_stand_in_the_headers(kettle):
    assert client_for(kettle).auth_test().headers["x-oauth-scopes"] == "chat:write,commands,files:read"


def test_without_the_optional_scopes_only_the_others_are_granted(manifest):
    with LocalSlack(manifest=manifest, optional_scopes=False) as slack:
        assert client_for(slack).auth_test().headers["x-oauth-scopes"] == "chat:write,commands"


def test_an_optional_scope_that_is_not_among_all_is_never_asked_for(manifest):
    manifest.write_text(
        MANIFEST.replace('bot: [commands, "chat:write", "files:read"]', 'bot: [commands, "chat:write"]')
    )

    assert read_manifest(manifest).scopes == {"commands", "chat:write"}


def test_an_event_is_sent_only_with_its_scope(manifest):
    manifest.write_text(MANIFEST.replace("[app_home_opened]", "[app_home_opened, app_mention]"))

    app = read_manifest(manifest)

    assert (app.subscribes_to("app_home_opened"), app.subscribes_to("app_mention")) == (True, False)


def test_the_bot_has_the_names_of_the_manifest(kettle):
    assert (kettle.workspace.bot.name, kettle.workspace.bot.real_name) == ("kettle", "Kettle")


def test_a_command_that_the_manifest_lacks_does_not_exist(kettle):
    answer = kettle.hand("UAMY").command("/coffee")

    assert (answer.acknowledged, answer.error) == (False, "invalid_command")


def test_after_the_removal_of_the_app_its_token_is_dead(client, slack):
    slack.uninstall()

    assert refused(client.auth_test) == "account_inactive"


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8"])
def test_json_bodies_are_read_like_forms(slack, kind):
    body = json.dumps({"channel": "CSOCIAL", "blocks": [{"type": "divider"}], "text": "in JSON"}).encode()

    answer = posted(slack, "chat.postMessage", body, kind)

    assert answer["message"]["text"] == "in JSON"


def test_a_token_in_the_form_is_as_good_as_one_in_the_header(slack):
    request = urllib.request.Request(slack.api_url + "auth.test", f"token={slack.bot_token}".encode())  # noqa: S310

    with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
        assert json.load(response)["ok"]


def test_broken_json_is_refused(slack):
    assert posted(slack, "chat.postMessage", b"{", "application/json")["error"] == "invalid_json"


def test_every_call_is_recorded_with_its_verdict_and_without_the_token(client, slack):
    client.chat_postMessage(channel="CSOCIAL", text="noted")
    refused(client.chat_postMessage, channel="CNOWHERE", text="lost")

    assert [(call.method, call.verdict) for call in slack.calls] == [
        ("chat.postMessage", "ok"),
        ("chat.postMessage", "channel_not_found"),
    ]
    assert slack.bot_token not in repr(slack.calls)


def posted(slack, method, body, kind):
    headers = {"Content-Type": kind, "Authorization": f"Bearer {slack.bot_token}"}
    request = urllib.request.Request(slack.api_url + method, body, headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
        return json.load(response)
