"""Rate limits, when somebody asks for them: per method and minute, and one post a second per channel."""

import threading
from collections import defaultdict, deque
from collections.abc import Mapping
from math import ceil
from typing import Any

from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusal import Refusal

POSTS_PER_BURST, POST_SPAN = 5, 5.0


class Rates:
    """Counts by the sandbox clock. Source: docs.slack.dev/apis/web-api/rate-limits."""

    def __init__(self, per_minute: Mapping[str, int]) -> None:
        self.are_on = False
        self._per_minute = per_minute
        self._lock = threading.Lock()
        self._spent: dict[str, deque[float]] = defaultdict(deque)

    def spend(self, clock: SandboxClock, method: str, args: Mapping[str, Any]) -> None:
        """Count one call; raises `Refusal("ratelimited", retry_after=seconds)` when it is one too many."""
        if not self.are_on:
            return
        now = clock.now().timestamp()
        with self._lock:
            if method == "chat.postMessage":
                self._count(f"{method} {args.get('channel')}", now, most=POSTS_PER_BURST, span=POST_SPAN)
            elif method in self._per_minute:
                self._count(method, now, most=self._per_minute[method], span=60.0)

    def _count(self, key: str, now: float, *, most: int, span: float) -> None:
        spent = self._spent[key]
        while spent and spent[0] <= now - span:
            spent.popleft()
        if len(spent) >= most:
            raise Refusal("ratelimited", retry_after=max(1, ceil(spent[0] + span - now)))
        spent.append(now)
