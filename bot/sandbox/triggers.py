"""Trigger ids: good for three seconds and for one view."""

import secrets
from dataclasses import dataclass

from bot.sandbox.clock import Mark, SandboxClock
from bot.sandbox.refusal import Refusal

LIFE_SECONDS = 3.0


@dataclass(slots=True, kw_only=True)
class Trigger:
    user: str
    issued: Mark
    view_id: str | None = None
    is_used: bool = False


class Triggers:
    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._known: dict[str, Trigger] = {}

    def issue(self, user: str, *, view_id: str | None = None) -> str:
        """A fresh id for *user*; *view_id* is the modal in which the member acted, if any."""
        trigger_id = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._known[trigger_id] = Trigger(user=user, issued=self._clock.mark(), view_id=view_id)
        return trigger_id

    def look_up(self, trigger_id: str) -> Trigger:
        """The trigger of that id, still unused; raises Slack's refusals."""
        trigger = self._known.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.is_used:
            raise Refusal("exchanged_trigger_id")
        if self._clock.seconds_since(trigger.issued) > LIFE_SECONDS:
            raise Refusal("expired_trigger_id")
        return trigger
