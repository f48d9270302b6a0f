"""Who is let in: the page of the local Slack and programs of this machine, and no other web site.

A page elsewhere can make its reader's browser send requests to a known port of this machine (as an image, a form, a
script), and by DNS rebinding read the answers. The browser says from where: in `Origin`, in `Sec-Fetch-Site`
(w3c.github.io/webappsec-fetch-metadata), and with a rebound name in `Host`. A program sends none of the first two.
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

REFUSED = "The local Slack answers its own page and programs of this machine only.\n"
POLICY_VIOLATION = 1008
OWN_SITES = frozenset({"", "same-origin", "none"})
"""`none` is an address that somebody typed, or a bookmark."""


class OwnDoors:
    """Stands before every route, WebSockets too; *port* is the one that is served."""

    def __init__(self, app: ASGIApp, *, port: int) -> None:
        self._app = app
        self._origins = frozenset({f"http://127.0.0.1:{port}", f"http://localhost:{port}"})
        named = {each.removeprefix("http://") for each in self._origins}
        self._hosts = frozenset({*named, "127.0.0.1", "localhost"})  # Slack's SDK leaves the port out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, send)

    def _is_own(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        return (
            headers.get("host", "").lower() in self._hosts
            and (origin is None or origin in self._origins)
            and headers.get("sec-fetch-site", "").lower() in OWN_SITES
        )
