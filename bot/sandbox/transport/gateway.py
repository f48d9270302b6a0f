"""The HTTP doors of the local Slack: Web API, uploads, downloads, response URLs; faults strike here."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.sandbox import web_api
from bot.sandbox.core import Core
from bot.sandbox.faults import Outage
from bot.sandbox.refusal import Refusal
from bot.sandbox.team import Json
from bot.sandbox.transport.connections import reset
from bot.sandbox.transport.response_urls import respond
from bot.sandbox.web_api.files import receive_upload

SIGN_IN = "<!DOCTYPE html><title>Sign in</title><p>Sign in to this workspace to see the file."


def routes(core: Core) -> list[Route]:
    doors = Gateway(core)
    hook = "/{kind:str}/{team:str}/{secret:str}"
    return [
        Route("/api/{method:path}", doors.web_api, methods=["GET", "POST"]),
        Route("/upload/v1/{ticket}", doors.upload, methods=["POST"]),
        Route("/files-pri/{file}/{path:path}", doors.download),
        Route(hook.replace("{kind:str}", "commands"), doors.response_url, methods=["POST"]),
        Route(hook.replace("{kind:str}", "actions"), doors.response_url, methods=["POST"]),
    ]


class Gateway:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def web_api(self, request: Request) -> Response:
        name = request.path_params["method"]
        if request.method == "GET" and name not in web_api.READING:
            return JSONResponse({"ok": False, "error": "post_required"}, status_code=405, headers={"Allow": "POST"})
        args, broken = await _arguments(request)
        token = _token(request, args)
        return await self._meet(request, name, args, lambda: self._answer(name, args, token, broken))

    async def response_url(self, request: Request) -> Response:
        body, broken = await _arguments(request)
        if isinstance(body.get("payload"), str):
            body = json.loads(body["payload"])
        status, words = (400, "invalid_payload") if broken else (0, "")

        def answer() -> tuple[Response, str]:
            code, said = (status, words) if status else respond(self._core, request.path_params["secret"], body)
            return PlainTextResponse(said, status_code=code), said

        return await self._meet(request, "response_url", body, answer)

    async def upload(self, request: Request) -> Response:
        content = await _uploaded(request)

        def answer() -> tuple[Response, str]:
            taken = receive_upload(self._core, request.path_params["ticket"], content)
            said = f"OK - {len(content)}" if taken else "upload refused"
            return PlainTextResponse(said, status_code=200 if taken else 400), "ok" if taken else said

        return await self._meet(request, "upload", {"bytes": len(content)}, answer)

    async def download(self, request: Request) -> Response:
        file_id = request.path_params["file"].rpartition("-")[2]
        return await self._meet(request, "download", {"file": file_id}, lambda: self._file(request, file_id))

    def _file(self, request: Request, file_id: str) -> tuple[Response, str]:
        """The file, or Slack's sign-in page with status 200 for a caller without the right to it."""
        record = self._core.workspace.files.get(file_id)
        may_read = _token(request, {}) == self._core.app.bot_token and self._core.app.grants(("files:read",))
        if not may_read:
            return HTMLResponse(SIGN_IN), "sign-in page"
        if record is None or record.deleted:
            return PlainTextResponse("not found", status_code=404), "file_not_found"
        return Response(record.content, media_type=record.mimetype), "ok"

    def _answer(self, name: str, args: Json, token: str, broken: bool) -> tuple[Response, str]:
        try:
            if broken:
                raise Refusal("invalid_json")
            with self._core.workspace.lock:
                self._core.rates.spend(self._core.clock, name, args)
                body = {"ok": True, **web_api.call(self._core, name, args, token)}
        except Refusal as refusal:
            return _refused(self._core, refusal), refusal.error
        return JSONResponse(body, headers=_scope_headers(self._core)), "ok"

    async def _meet(self, request: Request, name: str, args: Json, answer: Any) -> Response:
        """Answer a call, by way of the fault that is planned for it, and record it with its verdict."""
        outage = self._core.faults.outage(name)
        if outage is None:
            response, verdict = answer()
        else:
            verdict = f"fault: {outage.kind}"
            accepted = answer()[0] if outage.is_accepted else None
            response = _failure(outage) if accepted is None or outage.kind == "500_after" else accepted
        self._core.record(name, args, verdict)
        if outage is not None:
            await _strike(request, outage)
        return response  # type: ignore[no-any-return]


def _failure(outage: Outage) -> Response:
    if outage.is_refusal:
        return JSONResponse({"ok": False, "error": outage.kind})
    if outage.kind == "429":
        return _rate_limited(outage.retry_after)
    return PlainTextResponse("Internal Server Error", status_code=500)


def _rate_limited(seconds: int) -> Response:
    body = {"ok": False, "error": "ratelimited"}
    return JSONResponse(body, status_code=429, headers={"Retry-After": str(seconds)})


def _refused(core: Core, refusal: Refusal) -> Response:
    if refusal.error == "ratelimited":
        return _rate_limited(refusal.extra["retry_after"])
    return JSONResponse(refusal.to_json(), headers=_scope_headers(core))


def _scope_headers(core: Core) -> dict[str, str]:
    return {"x-oauth-scopes": ",".join(sorted(core.app.scopes))} if core.app.scopes else {}


async def _strike(request: Request, outage: Outage) -> None:
    """Hold the line, or drop it; returns when the answer may go out after all."""
    if outage.kind.startswith("timeout"):
        await _wait_for_hang_up(request, outage.hold_seconds)
    elif outage.kind.startswith("drop"):
        reset(request.state.transport)
        await _wait_for_hang_up(request, 1)


async def _wait_for_hang_up(request: Request, seconds: float) -> None:
    async def hung_up() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    try:
        await asyncio.wait_for(hung_up(), seconds)
    except TimeoutError:
        return


async def _arguments(request: Request) -> tuple[Json, bool]:
    """The arguments of a call from query and body, and whether the body could not be read."""
    args: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/"):
        form = await request.form()
        return args | {name: value for name, value in form.items() if isinstance(value, str)}, False
    body = await request.body()
    if not kind.startswith("application/json"):
        return args | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)), False
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        return args, True
    return (args | parsed, False) if isinstance(parsed, dict) else (args, True)


def _token(request: Request, args: Json) -> str:
    """The token of the header, or of the form; it leaves the arguments, and so the records."""
    in_form = str(args.pop("token", "") or "")
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else in_form


async def _uploaded(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return await request.body()
    for part in (await request.form()).values():
        if not isinstance(part, str):
            return await part.read()
    return b""
