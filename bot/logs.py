"""Logs without secrets: tokens and hook addresses never reach a handler."""

import logging
import re

SECRETS = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|https?://[^\s\"']*?/(?:services|commands|actions|workflows)/[^\s\"']+"
)


def redacted(text: str) -> str:
    return SECRETS.sub("…", text)


class RedactingFormatter(logging.Formatter):
    """Formats as usual, traceback included, then takes the secrets out of the whole."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


def configure(level: str) -> None:
    """One handler on standard error; the SDK's own debug lines hold message text and stay off."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("slack_sdk", "slack_bolt", "matplotlib", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a nudge that is skipped is one too many, no trouble
