"""How the local Slack says no: its own error codes, with the messages that go with them."""

from typing import Any


class Refusal(Exception):
    """`{"ok": false, "error": error}`; *extra* goes beside it (`needed`, `provided`)."""

    def __init__(self, error: str, *messages: str, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages
        self.extra = extra

    def to_json(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            body["response_metadata"] = {"messages": list(self.messages)}
        return body
