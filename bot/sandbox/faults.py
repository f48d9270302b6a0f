"""Faults on request: what goes wrong with the next calls of a method, and with the next events, in order."""

import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal

OutageKind = Literal[
    "ok",
    "429",
    "500",
    "500_after",
    "timeout",
    "timeout_after",
    "drop_before",
    "drop_after",
    "cant_delete_message",
    "compliance_exports_prevent_deletion",
]
EventFault = Literal["ok", "twice", "cut_after", "lost"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """What one call meets. `…_after`: Slack accepted the call, only the answer is lost, or says that it failed.

    `retry_after` is in seconds, for 429; `hold_seconds` is how long a time-out keeps the line open. The last two are
    refusals for good, as docs.slack.dev/reference/methods/chat.delete has them: a workspace may keep its messages.
    """

    kind: OutageKind
    retry_after: int = 1
    hold_seconds: float = 60

    @property
    def is_refusal(self) -> bool:
        return self.kind in ("cant_delete_message", "compliance_exports_prevent_deletion")

    @property
    def is_accepted(self) -> bool:
        return self.kind in ("ok", "500_after", "timeout_after", "drop_after")


class Faults:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._outages: dict[str, deque[Outage]] = defaultdict(deque)
        self._events: dict[str, deque[EventFault]] = defaultdict(deque)

    def plan(self, method: str, *kinds: OutageKind | Outage, times: int = 1) -> None:
        """The next calls of *method* (`*`: of any) meet *kinds* in this order, the whole row *times* over."""
        row = [Outage(kind=kind) if isinstance(kind, str) else kind for kind in kinds]
        with self._lock:
            self._outages[method].extend(row * times)

    def plan_event(self, event_type: str, *kinds: EventFault) -> None:
        """The next events of a type meet *kinds* in this order.

        `twice`: delivered twice with one event id; `lost`: never reaches the app the first time;
        `cut_after`: the socket is cut just after it was sent.
        """
        with self._lock:
            self._events[event_type].extend(kinds)

    def outage(self, method: str) -> Outage | None:
        with self._lock:
            row = self._outages.get(method) or self._outages.get("*")
            planned = row.popleft() if row else None
        return None if planned is None or planned.kind == "ok" else planned

    def event_fault(self, event_type: str) -> EventFault:
        with self._lock:
            row = self._events.get(event_type)
            return row.popleft() if row else "ok"

    def pending(self) -> dict[str, list[str]]:
        with self._lock:
            calls = {name: [str(outage.kind) for outage in row] for name, row in self._outages.items()}
            events = {name: [str(kind) for kind in row] for name, row in self._events.items()}
        return {name: row for name, row in (calls | events).items() if row}

    def clear(self) -> None:
        with self._lock:
            self._outages.clear()
            self._events.clear()
