"""`manifest`: the app's manifest ready to paste, for Socket Mode or for HTTP at an address of one's own."""

import argparse
import copy
import ipaddress
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import yaml

from bot.cli.command import Command
from bot.connections import EVENTS_PATH
from bot.domain.errors import UserError
from bot.i18n import Translator

Manifest = dict[str, Any]
HOST_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-:[]")


def own_manifest() -> Path:
    """Beside the packages in a checkout, inside of `bot` in an installation."""
    here = Path(__file__).resolve().parent.parent
    return next(each for each in (here.parent / "manifest.yml", here / "manifest.yml") if each.exists())


def read_manifest(path: Path) -> Manifest:
    found: Manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def required_scopes(manifest: Mapping[str, Any]) -> set[str]:
    """`bot` names all, `bot_optional` those of them that may be left out."""
    return set(manifest["oauth_config"]["scopes"]["bot"]) - optional_scopes(manifest)


def optional_scopes(manifest: Mapping[str, Any]) -> set[str]:
    return set(manifest["oauth_config"]["scopes"].get("bot_optional", ()))


def manifest_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    if wish.url is None:
        print(own_manifest().read_text(encoding="utf-8"), end="")
        return
    made = for_http(read_manifest(own_manifest()), request_url(wish.url))
    print(yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=110), end="")


def for_http(manifest: Mapping[str, Any], url: str) -> Manifest:
    """The same app with Socket Mode off and *url* wherever Slack asks for a request URL.

    Source: docs.slack.dev/reference/app-manifest. Menus whose choices the app sends would need theirs, too
    (`message_menu_options_url`); this app has none.
    """
    made = copy.deepcopy(dict(manifest))
    for each in made["features"]["slash_commands"]:
        each["url"] = url
    settings = made["settings"]
    settings["event_subscriptions"] = {"request_url": url, **settings["event_subscriptions"]}
    settings["interactivity"] |= {"request_url": url}
    settings["socket_mode_enabled"] = False
    return made


def request_url(said: str) -> str:
    """Where Slack calls, for the address at which this machine is reached from outside: https, a host, no more.

    Raises `UserError("manifest-url")` with what is wrong: scheme, host, secret, path, or one Slack cannot reach.
    """
    try:
        asked = urlsplit(said.strip())
        host, port = _ascii_host(asked.hostname or ""), asked.port
    except ValueError:  # also `UnicodeError`, of a host that is none
        raise UserError("manifest-url", what=said, why="host") from None
    if asked.username is not None:
        raise UserError("manifest-url", what=f"…@{host}", why="secret")
    if why := _fault_of(asked, host):
        raise UserError("manifest-url", what=said, why=why)
    return f"https://{host}{f':{port}' if port else ''}{EVENTS_PATH}"


def _ascii_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")


def _fault_of(asked: SplitResult, host: str) -> str:
    if asked.scheme != "https":
        return "scheme"
    if not host.strip(".") or not set(host) <= HOST_CHARACTERS:
        return "host"
    if not _is_public(host):
        return "local"
    return "path" if asked.path.strip("/") or asked.query or asked.fragment else ""


def _is_public(host: str) -> bool:
    """Slack calls from outside: `localhost`, a bare name or a private address lead nowhere from there."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return "." in host.strip(".") and not host.endswith((".local", ".localhost", ".internal"))


def arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--url", metavar="https://…", help=t("cli-manifest-url"))


MANIFEST = Command(act=manifest_command, arguments=arguments)
