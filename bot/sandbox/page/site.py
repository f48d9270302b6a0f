"""The page of the local Slack: its files, one member's view of the workspace, and what the member does.

Its JSON, all under `/page/`:

- `GET state?as=U…&channel=C…` → `team`, `me` (the acting member's id), `members`, `channels` (`kind` is public,
  private, im, mpim or app; `people` are in it; `recent` are the ts of others' messages), `channel`, `messages`
  (Slack's blocks; `ephemeral`, `is_reply`, `files`), `modals` (the stack, the top one last), `home`, `commands`,
  `clock` (`now`, `stopped`, `next_reminder`), `faults`, `revision`
- `GET events` → server-sent events `{"revision": n}` at each change
- `GET calls?after=n` → `calls` (`n`, `at`, `method`, `args`, `verdict`), `last`
- `GET files/F…` → a file's content
- `POST command|say|press|suggest|submit|close|upload|home|reloaded|clock|faults|people|private`, each with `as` in its
  JSON body; what reaches the app answers `acknowledged`, `error` (Slack's code) and `errors` (by block id)
- a refusal of the page itself has status 4xx and `{"error": words}`
"""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.sandbox.core import Core
from bot.sandbox.page import actions, state
from bot.sandbox.page.clock import move_clock
from bot.sandbox.team import Json

FILES = Path(__file__).parent / "files"
POLL_SECONDS = 0.1
BEAT_SECONDS = 15.0
SHOWN_INLINE = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
RULES = {  # nothing but this server's own files runs or loads, whatever a message says
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
}


def page_routes(core: Core) -> list[BaseRoute]:
    page = _Page(core)
    return [
        Route("/", page.index),
        Route("/page/events", page.events),
        Route("/page/state", page.state),
        Route("/page/calls", page.calls),
        Route("/page/files/{file_id}", page.file),
        Route("/page/{action}", page.act, methods=["POST"]),
        Mount("/page/static", StaticFiles(directory=FILES)),
    ]


class _Page:
    def __init__(self, core: Core) -> None:
        self._core = core
        self._clock_moves = threading.Lock()

    async def index(self, request: Request) -> Response:
        return FileResponse(FILES / "index.html", headers=RULES)

    async def state(self, request: Request) -> Response:
        query = request.query_params
        member_id, channel_id = query.get("as", ""), query.get("channel", "")
        return JSONResponse(await run_in_threadpool(self._state, member_id, channel_id))

    def _state(self, member_id: str, channel_id: str) -> Json:
        return state.state_json(self._core, member_id=member_id, channel_id=channel_id)

    async def calls(self, request: Request) -> Response:
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            return _refusal(400, "after must be a number")
        return JSONResponse(state.calls_json(self._core, after=int(after)))

    async def file(self, request: Request) -> Response:
        record = self._core.workspace.files.get(request.path_params["file_id"])
        if record is None or record.deleted:
            return _refusal(404, "there is no such file")
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        if record.mimetype not in SHOWN_INLINE:
            headers["Content-Disposition"] = "attachment"
        return Response(record.content, media_type=record.mimetype, headers=headers)

    async def act(self, request: Request) -> Response:
        """Do what the member did; only JSON is taken, which no other site's form can send."""
        action = actions.ACTIONS.get(request.path_params["action"])
        if action is None:
            return _refusal(404, "there is no such action")
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return _refusal(415, "send JSON")
        try:
            return JSONResponse(await run_in_threadpool(self._do, action, await request.json()))
        except (KeyError, TypeError, json.JSONDecodeError) as fault:
            return _refusal(400, f"this is not understood: {fault}")
        except (LookupError, ValueError) as fault:
            return _refusal(409, str(fault))

    def _do(self, action: Callable[[Core, Json], Json], body: Json) -> Json:
        body["as"] = state.acting_member(self._core, body.get("as", "")).id
        if action is not move_clock:
            return action(self._core, body)
        with self._clock_moves:
            return action(self._core, body)

    async def events(self, request: Request) -> Response:
        return StreamingResponse(
            self._revisions(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _revisions(self) -> AsyncIterator[str]:
        seen, silence = -1, 0.0
        while True:
            revision = self._core.workspace.revision
            if revision != seen:
                seen, silence = revision, 0.0
                yield f"data: {json.dumps({'revision': revision})}\n\n"
            elif silence >= BEAT_SECONDS:
                silence = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(POLL_SECONDS)
            silence += POLL_SECONDS


def _refusal(status: int, words: str) -> Response:
    return JSONResponse({"error": words}, status_code=status)
