"""The page's requests, made without a browser."""

from typing import Any

import httpx

from bot.sandbox.server import LocalSlack

Json = dict[str, Any]


class Page:
    """The page's requests, as one member's browser sends them."""

    def __init__(self, slack: LocalSlack, http: httpx.Client, member: str = "UBOB") -> None:
        self._slack = slack
        self.http = http
        self.member = member

    def state(self, channel: str = "") -> Json:
        answer = self.http.get("/page/state", params={"as": self.member, "channel": channel})
        return dict(answer.json())

    def post(self, do: str, /, **body: Any) -> Json:
        answer = self.http.post(f"/page/{do}", json={"as": self.member, **body})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def only_modal(self) -> Json:
        (modal,) = self.state()["modals"]
        return dict(modal)
