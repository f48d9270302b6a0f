"""What the environment says; the only reader of it."""

import contextlib
import os
import re
import zoneinfo
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from bot.domain.errors import UserError
from storage import path_of

SLACK_API_URL = "https://slack.com/api/"
BOT, APP = "xoxb-", "xapp-"
"""What Slack's two kinds of tokens begin with (docs.slack.dev/authentication/tokens)."""
READ_BY_BOLT = (
    "SLACK_BOT_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_VERIFICATION_TOKEN",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
)
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to reach Slack and where the calendar is kept.

    With *app_token* the bot connects by Socket Mode; with *signing_secret* and *port* it listens by HTTP.
    """

    bot_token: str
    app_token: str = ""
    signing_secret: str = ""
    port: int = 0
    api_url: str = SLACK_API_URL
    store_url: str = "memory:///"
    log_level: str = "INFO"

    @property
    def is_socket_mode(self) -> bool:
        return bool(self.app_token)

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Raises `UserError("setting-…")` for the first setting that is missing or wrong, saying where to find it."""
        _refuse_swapped(environ)
        settings = cls(
            bot_token=_token(environ, "SLACK_BOT_TOKEN", BOT),
            app_token=_token(environ, "SLACK_APP_TOKEN", APP, optional=True),
            signing_secret=_secret(environ),
            port=_port(environ),
            api_url=_url(environ),
            store_url=store_url(environ),
            log_level=_log_level(environ),
        )
        if not settings.app_token and not settings.signing_secret:
            raise UserError("setting-connection")
        if not settings.app_token and not settings.port:
            raise UserError("setting-port", what="")
        path_of(settings.store_url)  # raises for an address that is none
        return settings


def store_url(environ: Mapping[str, str]) -> str:
    """Where the calendar is kept: `PARUTION_STORE`, else a file in the user's data folder."""
    folder = Path(platformdirs.user_data_dir("parution", appauthor=False))
    return environ.get("PARUTION_STORE", "").strip() or f"tinydb:///{folder / 'parution.json'}"


@contextlib.contextmanager
def hidden_from_bolt() -> Iterator[None]:
    """Bolt looks into the environment by itself: it warns of a token beside a client, and the id and secret of the
    same app make it one for many workspaces, which answers nobody (github.com/slackapi/java-slack-sdk/issues/1113)."""
    hidden = {name: os.environ.pop(name) for name in READ_BY_BOLT if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)


def language(environ: Mapping[str, str]) -> str:
    """The locale of the command line: fr-FR for LANG=fr_FR.UTF-8; English where nothing is said."""
    return said_language(environ) or "en"


def said_language(environ: Mapping[str, str]) -> str:
    """The locale that the environment asks for; empty where it asks for none."""
    said = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    name = said.partition(".")[0].partition("@")[0]
    return "" if name in ("C", "POSIX") else name.replace("_", "-")


def zone(environ: Mapping[str, str]) -> str:
    """The IANA name of TZ, which may also be the path of a zone's file, as in `:/etc/localtime`; else UTC.

    Raises `UserError("setting-zone")` for anything else, a rule like `CET-1CEST` among them.
    """
    said = environ.get("TZ", "").strip().removeprefix(":")
    if said.startswith("/"):
        return _zone_of_file(Path(said)) or "UTC"
    if said and not is_zone(said):
        raise UserError("setting-zone", name="TZ", what=said)
    return said or "UTC"


def is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # a path, a folder's name, no zone at all
        return False
    return True


def _zone_of_file(path: Path) -> str:
    """ "Europe/Paris" for /usr/share/zoneinfo/Europe/Paris, or a link to it; empty where the name does not tell."""
    _, _, name = str(path.resolve()).partition("/zoneinfo/")
    return name if name and is_zone(name) else ""


def _refuse_swapped(environ: Mapping[str, str]) -> None:
    said = [environ.get(name, "").strip() for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")]
    if said[0].startswith(APP) and said[1].startswith(BOT):
        raise UserError("setting-swapped")


def _token(environ: Mapping[str, str], name: str, prefix: str, *, optional: bool = False) -> str:
    """As a whole: what was cut off, or copied with its dots (`xoxb-…`), would break the request's head."""
    value = environ.get(name, "").strip()
    if not value and optional:
        return ""
    if not re.fullmatch(prefix + r"[A-Za-z0-9-]+", value):
        raise UserError("setting-token", name=name, prefix=prefix, state="wrong" if value else "missing")
    return value


def _secret(environ: Mapping[str, str]) -> str:
    value = environ.get("SLACK_SIGNING_SECRET", "").strip()
    if value and (value.startswith(("xox", "xapp-")) or not re.fullmatch(r"[\w-]+", value, re.ASCII)):
        raise UserError("setting-secret")
    return value


def _log_level(environ: Mapping[str, str]) -> str:
    value = environ.get("PARUTION_LOG", "").strip()
    if value and value.upper() not in LOG_LEVELS:
        raise UserError("setting-log", what=value, levels=", ".join(LOG_LEVELS))
    return value.upper() or "INFO"


def _port(environ: Mapping[str, str]) -> int:
    value = environ.get("PARUTION_PORT", "").strip()
    if not value:
        return 0
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise UserError("setting-port", what=value)
    return int(value)


def _url(environ: Mapping[str, str]) -> str:
    value = environ.get("SLACK_API_URL", "").strip() or SLACK_API_URL
    if not _is_slack(value):
        raise UserError("setting-url", what=value)
    return value.rstrip("/") + "/"


def _is_slack(url: str) -> bool:
    """Tokens go there: encrypted, or nowhere but to this machine."""
    try:
        asked = urlsplit(url)
        host = asked.hostname
    except ValueError:
        return False
    return (asked.scheme == "https" and bool(host)) or (asked.scheme == "http" and host in ("127.0.0.1", "localhost"))
