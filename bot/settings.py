"""What the environment says; the only reader of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from bot.domain.errors import UserError

SLACK_API_URL = "https://slack.com/api/"


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
        settings = cls(
            bot_token=_token(environ, "SLACK_BOT_TOKEN", "xoxb-"),
            app_token=_token(environ, "SLACK_APP_TOKEN", "xapp-", optional=True),
            signing_secret=environ.get("SLACK_SIGNING_SECRET", "").strip(),
            port=_port(environ),
            api_url=_url(environ),
            store_url=store_url(environ),
            log_level=environ.get("PARUTION_LOG", "INFO").strip().upper(),
        )
        if not settings.app_token and not settings.signing_secret:
            raise UserError("setting-connection")
        if not settings.app_token and not settings.port:
            raise UserError("setting-port", what=environ.get("PARUTION_PORT", ""))
        return settings


def store_url(environ: Mapping[str, str]) -> str:
    """Where the calendar is kept: `PARUTION_STORE`, else a file in the user's data folder."""
    folder = Path(platformdirs.user_data_dir("parution", appauthor=False))
    return environ.get("PARUTION_STORE", "").strip() or f"tinydb:///{folder / 'parution.json'}"


def language(environ: Mapping[str, str]) -> str:
    """The locale of the command line: fr-FR for LANG=fr_FR.UTF-8; English where nothing is said."""
    said = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or "en"
    return said.split(".")[0].replace("_", "-") if said.split(".")[0] not in ("C", "POSIX") else "en"


def zone(environ: Mapping[str, str]) -> str:
    return environ.get("TZ", "").strip() or "UTC"


def _token(environ: Mapping[str, str], name: str, prefix: str, *, optional: bool = False) -> str:
    value = environ.get(name, "").strip()
    if not value and optional:
        return ""
    if not value.startswith(prefix):
        raise UserError("setting-token", name=name, prefix=prefix, state="wrong" if value else "missing")
    return value


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
