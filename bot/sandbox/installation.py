"""The app as this workspace installed it: its names, tokens, scopes, events and commands, by its manifest."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.sandbox.team import Json

SCOPES_OF_EVENTS: Mapping[str, tuple[str, ...]] = {
    "app_mention": ("app_mentions:read",),
    "channel_archive": ("channels:read",),
    "channel_left": ("channels:read",),
    "file_shared": ("files:read",),
    "group_archive": ("groups:read",),
    "group_left": ("groups:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "team_join": ("users:read",),
    "user_change": ("users:read",),
}
"""What an app hears of only with one of these scopes (docs.slack.dev/reference/events); of others with any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlashCommand:
    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(slots=True, kw_only=True)
class Installation:
    """Without a manifest every scope is granted, every event is sent and every command exists.

    Tokens and secrets are new in every run: one that is known beforehand would let any web site act as the bot.
    """

    app_id: str = "A0LOCALAPP"
    bot_id: str = "B0LOCALBOT"
    name: str = "App"
    bot_name: str = "app"
    bot_token: str = field(default_factory=lambda: f"xoxb-local-{secrets.token_hex(12)}")
    app_token: str = field(default_factory=lambda: f"xapp-1-local-{secrets.token_hex(12)}")
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    verification_token: str = field(default_factory=lambda: secrets.token_hex(12))
    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None
    commands: Mapping[str, SlashCommand] | None = None
    is_removed: bool = False
    manifest: Json = field(default_factory=dict)

    def grants(self, any_of: tuple[str, ...]) -> bool:
        return not any_of or self.scopes is None or not self.scopes.isdisjoint(any_of)

    def subscribes_to(self, event: str) -> bool:
        is_asked_for = self.events is None or event in self.events
        return not self.is_removed and is_asked_for and self.grants(SCOPES_OF_EVENTS.get(event, ()))

    def command(self, name: str) -> SlashCommand | None:
        if self.commands is None:
            return SlashCommand(command=name, should_escape=True)
        return self.commands.get(name)


def read_manifest(path: Path | None, *, optional_scopes: bool = True) -> Installation:
    """The installation that the manifest at *path* asks for, with the optional scopes or without.

    As in Slack, `bot` names all scopes and `bot_optional` those of them that may be left out; one that stands
    only there is never asked for (docs.slack.dev/authentication/installing-with-oauth). Raises `ValueError` for
    a file that is no manifest.
    """
    if path is None:
        return Installation()
    manifest = _read(path)
    features, settings = _part(manifest, "features"), _part(manifest, "settings")
    return Installation(
        name=_part(manifest, "display_information").get("name", "App"),
        bot_name=_part(features, "bot_user").get("display_name", "app"),
        scopes=_granted(_part(_part(manifest, "oauth_config"), "scopes"), optional_scopes=optional_scopes),
        events=frozenset(_part(settings, "event_subscriptions").get("bot_events", ())),
        commands={entry["command"]: _command(entry) for entry in features.get("slash_commands", ())},
        manifest=manifest,
    )


def _read(path: Path) -> Json:
    """Raises `ValueError` for what is no YAML, or no manifest."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ValueError(f"{path} is no YAML") from error
    if not isinstance(found, dict):
        raise ValueError(f"{path} is no manifest")
    return found


def _part(whole: Json, name: str) -> Json:
    part = whole.get(name, {})
    if not isinstance(part, dict):
        raise ValueError(f"{name} is no mapping")
    return part


def _granted(scopes: Json, *, optional_scopes: bool) -> frozenset[str]:
    left_out = () if optional_scopes else scopes.get("bot_optional", ())
    return frozenset(scopes.get("bot", ())).difference(left_out)


def _command(entry: Json) -> SlashCommand:
    return SlashCommand(
        command=entry["command"],
        description=entry.get("description", ""),
        usage_hint=entry.get("usage_hint", ""),
        should_escape=bool(entry.get("should_escape", False)),
    )
