"""Logs without secrets: tokens and hook addresses never reach a handler."""

import logging
import re

SECRETS = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|https?://[^\s\"']*?/(?:services|commands|actions|workflows)/[^\s\"']+"
)

NOISY = ("slack_sdk", "slack_bolt", "matplotlib", "uvicorn", "websockets", "asyncio")
"""What these say below a warning holds texts and requests whole, or helps nobody."""


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
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.root.level))
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a nudge that is skipped is one too many, no trouble


def bolt_logger() -> logging.Logger:
    """Whose level every logger of Bolt takes over; by itself it would take that of the root, and log bodies whole."""
    quiet = logging.getLogger("slack_bolt")
    quiet.setLevel(max(logging.WARNING, logging.root.level))
    return quiet
