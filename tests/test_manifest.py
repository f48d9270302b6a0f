"""The manifest against Slack's schema, against what is registered, and against what the bot calls."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from slack_sdk import WebClient

from bot.app import Bot, build
from bot.cli.manifest import for_http, read_manifest
from bot.i18n import Translator
from bot.sandbox import web_api
from bot.settings import Settings
from handlers.views.workspace.umbrella import help_of_all
from storage.memory import MemoryStore

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT.parent / "shared/schemas/slack-manifest.2.0.0.json"
COMMAND = re.compile(r"(?<![\w/.])/(?:post|checkin|kpi|plan|objective|parution)\b")

SCOPES_OF_METHODS: Mapping[str, set[str]] = {
    "apps.connections.open": set(),  # the app-level token
    "auth.test": set(),
    "bots.info": {"users:read"},
    "canvases.create": {"canvases:write"},
    "canvases.edit": {"canvases:write"},
    "chat.delete": {"chat:write"},
    "chat.getPermalink": set(),
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.canvases.create": {"canvases:write"},
    "conversations.history": {"im:history", "channels:history", "groups:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.members": {"channels:read", "groups:read"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"im:history", "channels:history", "groups:history"},
    "dnd.teamInfo": {"dnd:read"},
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "files.info": {"files:read"},
    "users.info": {"users:read"},
    "users.list": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
"""Each method that the bot calls, with the scopes it is granted by (docs.slack.dev/reference/methods)."""

SCOPES_OF_EVENTS: Mapping[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
    "user_change": {"users:read"},
}
WITHOUT_A_CALL = {"commands": "slash commands", "files:read": "fetching a dropped file from files.slack.com"}
HELPERS = {"files_upload_v2": ("files.getUploadURLExternal", "files.completeUploadExternal")}


URL = "https://parution.example.com/slack/events"


@pytest.fixture(scope="module", params=["socket", "http"])
def manifest(request: pytest.FixtureRequest) -> dict[str, Any]:
    """As it is pasted, for each of the two ways."""
    socket = read_manifest(ROOT / "manifest.yml")
    return socket if request.param == "socket" else for_http(socket, URL)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return build(Settings(bot_token="xoxb-1", signing_secret="s", port=1), store=MemoryStore())


def sources() -> Iterator[ast.AST]:
    for folder in ("bot", "handlers"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "sandbox" not in path.parts:
                yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def dotted(attribute: str) -> str:
    """The Web API's name of a method of the SDK's client: `chat_postMessage` is `chat.postMessage`."""
    return attribute.replace("_", ".")


def called_methods() -> set[str]:
    """What the sources ask of the SDK's client, by attribute or by the method's own name."""
    of_client = {name for name in dir(WebClient) if re.match(r"[a-z]+_[a-z]", name) and name != "api_call"}
    named = {node.attr for node in sources() if isinstance(node, ast.Attribute)} & of_client
    helpers = {each for name in named & HELPERS.keys() for each in HELPERS[name]}
    texts = {node.value for node in sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {dotted(name) for name in named - HELPERS.keys()} | helpers | (texts & set(map(dotted, of_client)))


def granted(manifest: Mapping[str, Any]) -> set[str]:
    return set(manifest["oauth_config"]["scopes"]["bot"])


def commands(manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manifest["features"]["slash_commands"]
    return found


def events(manifest: Mapping[str, Any]) -> set[str]:
    return set(manifest["settings"]["event_subscriptions"]["bot_events"])


def scopes_used(manifest: Mapping[str, Any]) -> set[str]:
    of_calls = [SCOPES_OF_METHODS[each] for each in called_methods() & SCOPES_OF_METHODS.keys()]
    return set().union(*of_calls, *(SCOPES_OF_EVENTS[each] for each in events(manifest)))


def test_the_manifest_is_valid_by_slacks_own_schema(manifest):
    if not SCHEMA.exists():
        pytest.skip("Slack's schema of manifests is not beside this checkout")

    faults = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).iter_errors(manifest)

    assert [f"{list(fault.path)}: {fault.message}" for fault in faults] == []


def test_its_commands_are_the_registered_ones(manifest, bot):
    assert {each["command"] for each in commands(manifest)} == {f"/{name}" for name in bot.listeners.commands}


def test_its_shortcuts_are_the_registered_ones(manifest, bot):
    offered = {each["callback_id"]: each["type"] for each in manifest["features"]["shortcuts"]}

    assert offered == dict.fromkeys(bot.listeners.shortcuts, "message")


def test_its_events_are_the_registered_ones(manifest, bot):
    assert {each.partition(".")[0] for each in events(manifest)} == set(bot.listeners.events)


def test_every_command_escapes_what_is_typed_and_says_what_it_is_for(manifest):
    for each in commands(manifest):
        assert each["should_escape"] is True
        assert each["description"]
        assert each["usage_hint"]


def test_every_hint_names_words_that_the_command_understands(manifest):
    for each in commands(manifest):
        assert "help" in each["usage_hint"]


def test_every_method_that_is_called_is_known_here_and_to_the_local_slack():
    assert called_methods() - SCOPES_OF_METHODS.keys() == set()
    assert called_methods() - web_api.METHODS.keys() == set()


def test_the_search_for_calls_finds_both_ways_of_calling():
    assert {"views.open", "users.info", "chat.update", "conversations.history"} <= called_methods()


def test_every_scope_that_a_call_or_an_event_needs_is_asked_for(manifest):
    assert scopes_used(manifest) - granted(manifest) == set()


def test_every_scope_that_is_asked_for_is_used(manifest):
    assert granted(manifest) - scopes_used(manifest) - WITHOUT_A_CALL.keys() == set()


def test_only_scopes_that_the_bot_cannot_do_without_are_required(manifest):
    required = granted(manifest) - set(manifest["oauth_config"]["scopes"]["bot_optional"])

    assert required == {"commands", "chat:write", "im:write", "im:history", "users:read"}


def test_every_optional_scope_is_asked_for_among_all(manifest):
    """Slack asks for those of `bot` alone (docs.slack.dev/authentication/installing-with-oauth)."""
    scopes = manifest["oauth_config"]["scopes"]

    assert set(scopes["bot_optional"]) - set(scopes["bot"]) == set()
    for each in scopes.values():
        assert len(each) == len(set(each))


def test_the_app_has_a_home_and_takes_messages_and_presses(manifest):
    features, settings = manifest["features"], manifest["settings"]

    assert settings["interactivity"]["is_enabled"] is True
    assert features["app_home"]["home_tab_enabled"] is True
    assert features["app_home"]["messages_tab_enabled"] is True
    assert features["app_home"]["messages_tab_read_only_enabled"] is False


def test_texts_are_as_long_as_slack_allows(manifest):
    """Seen as `failed_constraint` of apps.manifest.validate; the schema does not hold them all."""
    about = manifest["display_information"]

    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert len(about["long_description"]) <= 4000


def addresses(part: Any) -> Iterator[str]:
    """Every address that Slack is told to call."""
    if isinstance(part, dict):
        yield from (str(value) for name, value in part.items() if name in ("url", "request_url"))
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from addresses(each)


def test_in_socket_mode_it_names_no_address():
    manifest = read_manifest(ROOT / "manifest.yml")

    assert manifest["settings"]["socket_mode_enabled"] is True
    assert list(addresses(manifest)) == []


def test_for_http_every_command_the_events_and_what_is_pressed_have_the_address(bot):
    manifest = for_http(read_manifest(ROOT / "manifest.yml"), URL)

    assert manifest["settings"]["socket_mode_enabled"] is False
    assert [each["url"] for each in commands(manifest)] == [URL] * len(bot.listeners.commands)
    assert manifest["settings"]["event_subscriptions"]["request_url"] == URL
    assert manifest["settings"]["interactivity"]["request_url"] == URL
    assert len(list(addresses(manifest))) == len(bot.listeners.commands) + 2


def test_the_two_differ_in_nothing_else():
    socket = read_manifest(ROOT / "manifest.yml")
    http = for_http(socket, URL)

    for part in (*commands(http), http["settings"]["event_subscriptions"], http["settings"]["interactivity"]):
        part.pop("url", None)
        part.pop("request_url", None)
    http["settings"]["socket_mode_enabled"] = True

    assert http == socket


def test_the_address_is_one_that_the_bot_serves(bot):
    served = {route.path for route in bot.connection.asgi.routes}

    assert URL.removeprefix("https://parution.example.com") in served


def test_no_menu_asks_the_app_for_choices_for_which_there_is_no_address():
    names = {node.id for node in sources() if isinstance(node, ast.Name)}

    assert {each for each in names if "External" in each and "Select" in each} == set()


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "bot/i18n").rglob("*.ftl"))], ids=lambda path: path.name
)
def test_every_command_that_a_text_names_exists(manifest, path):
    known = {each["command"] for each in commands(manifest)}

    assert set(COMMAND.findall(path.read_text(encoding="utf-8"))) - known == set()


def test_the_help_of_all_names_every_command(manifest):
    for language in ("en", "fr"):
        _, blocks = help_of_all(Translator(language, "UTC"))
        assert {each["command"] for each in commands(manifest)} <= set(COMMAND.findall(json.dumps(blocks)))
