"""Single-use addresses that the local Slack hands out: sockets and file uploads."""

import secrets
import threading
from typing import Any


class Tickets:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, Any] = {}

    def issue(self, purpose: Any) -> str:
        ticket = secrets.token_urlsafe(16)
        with self._lock:
            self._open[ticket] = purpose
        return ticket

    def redeem(self, ticket: str) -> Any:
        """What the ticket was issued for; None when there is none, or it was redeemed already."""
        with self._lock:
            return self._open.pop(ticket, None)
