"""The clock over HTTP, for an app or a test in another process.

`GET /sandbox/clock` → `{"now": "2026-11-23T09:00:00+00:00", "stopped": true}`; `POST` with one of
`{"move_to": moment}`, `{"set": moment}`, `{"stop_at": moment}` or `{"run": true}` answers the same.
"""

from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.clock import SandboxClock
from bot.sandbox.team import Json


def control_routes(clock: SandboxClock) -> list[Route]:
    async def show(request: Request) -> Response:
        return JSONResponse(_shown(clock))

    async def order(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return JSONResponse({"error": "send JSON"}, status_code=415)
        try:
            await run_in_threadpool(_obey, clock, await request.json())
        except (TypeError, ValueError) as fault:
            return JSONResponse({"error": str(fault)}, status_code=409)
        return JSONResponse(_shown(clock))

    return [
        Route("/sandbox/clock", show, methods=["GET"]),
        Route("/sandbox/clock", order, methods=["POST"]),
    ]


def _shown(clock: SandboxClock) -> Json:
    return {"now": clock.now().isoformat(), "stopped": clock.is_stopped}


def _obey(clock: SandboxClock, order: Json) -> None:
    if order.get("run"):
        clock.run()
        return
    orders = {"move_to": clock.move_to, "set": clock.set, "stop_at": clock.stop_at}
    for name, moment in order.items():
        if name not in orders:
            raise ValueError(f"there is no order {name!r}, only {[*orders, 'run']}")
        orders[name](datetime.fromisoformat(moment))
