"""What all doors of the local Slack share: the Web API, the sockets, the hooks and the members' hands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.sandbox.clock import SandboxClock
from bot.sandbox.deliveries import Deliveries
from bot.sandbox.elements import identified
from bot.sandbox.faults import Faults
from bot.sandbox.installation import Installation
from bot.sandbox.limits import cut_text
from bot.sandbox.rates import Rates
from bot.sandbox.team import Json, Message
from bot.sandbox.tickets import Tickets
from bot.sandbox.triggers import Triggers
from bot.sandbox.workspace import BOT_USER_ID, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of the Web API or of a response URL; *verdict* is `ok`, Slack's error or the fault shown."""

    at: datetime
    method: str
    args: Json
    verdict: str


@dataclass(slots=True, kw_only=True)
class Core:
    workspace: Workspace
    clock: SandboxClock
    app: Installation
    faults: Faults
    deliveries: Deliveries
    triggers: Triggers
    rates: Rates
    tickets: Tickets = field(default_factory=Tickets)
    response_urls: dict[str, Any] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    uses_sockets: bool = True

    def record(self, method: str, args: Mapping[str, Any], verdict: str) -> None:
        self.calls.append(Call(at=self.clock.now(), method=method, args=dict(args), verdict=verdict))
        self.workspace.touch()

    def name_bot(self) -> None:
        """Give the bot user the names of the manifest."""
        bot = replace(self.workspace.bot, name=self.app.bot_name.lower(), real_name=self.app.name, is_bot=True)
        self.workspace.put_member(bot)

    def bot_message(self, channel_id: str, content: Json, **more: Any) -> Message:
        """A message of the app, not yet put anywhere; *content* has text, blocks, attachments, metadata."""
        return Message(
            ts=self.workspace.next_ts(self.clock.now()),
            channel=channel_id,
            user=BOT_USER_ID,
            bot_id=self.app.bot_id,
            text=cut_text(content.get("text") or content.get("markdown_text") or ""),
            blocks=self.with_block_ids(content.get("blocks") or _markdown(content)),
            attachments=content.get("attachments") or [],
            metadata=content.get("metadata") or None,
            **more,
        )

    def with_block_ids(self, blocks: list[Json] | None) -> list[Json]:
        return identified(blocks or [], self.workspace.new_id)


def _markdown(content: Json) -> list[Json]:
    words = content.get("markdown_text")
    return [{"type": "markdown", "text": words}] if words else []
