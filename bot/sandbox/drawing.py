"""Views as the app describes them become views as a member has them open, with ids, hash and state."""

from typing import Any

from bot.sandbox import limits
from bot.sandbox.core import Core
from bot.sandbox.elements import initial_state
from bot.sandbox.refusal import Refusal
from bot.sandbox.team import Json, View


def draw_modal(core: Core, given: Any, user: str, *, below: View | None = None) -> View:
    """A new modal of *user*; *below* is the one it lies on. Raises Slack's refusals."""
    _check(limits.check_view(given))
    _check_external_id(core, given)
    view_id = core.workspace.new_id("V")
    return _drawn(
        core,
        given,
        id=view_id,
        user=user,
        root_view_id=below.root_view_id if below else view_id,
        previous_view_id=below.id if below else None,
    )


def redraw(core: Core, given: Any, old: View) -> View:
    """*old* with a new content; what was typed stays where block and action ids stay."""
    _check(limits.check_home(given) if old.type == "home" else limits.check_view(given))
    _check_external_id(core, given, old)
    return _drawn(
        core,
        given,
        typed=old.state,
        id=old.id,
        user=old.user,
        root_view_id=old.root_view_id,
        previous_view_id=old.previous_view_id,
    )


def draw_home(core: Core, given: Any, user: str, old: View | None) -> View:
    if old is not None:
        return redraw(core, given, old)
    _check(limits.check_home(given))
    view_id = core.workspace.new_id("V")
    return _drawn(core, given, id=view_id, user=user, root_view_id=view_id)


def _drawn(core: Core, given: Json, *, typed: dict[str, dict[str, Json]] | None = None, **identity: Any) -> View:
    blocks = core.with_block_ids(given["blocks"])
    return View(
        hash=f"{core.workspace.next_ts(core.clock.now())}.{core.workspace.new_id('h')}",
        type=given["type"],
        callback_id=given.get("callback_id") or "",
        title=given.get("title"),
        submit=given.get("submit"),
        close=given.get("close"),
        blocks=blocks,
        private_metadata=given.get("private_metadata") or "",
        external_id=given.get("external_id") or "",
        clear_on_close=bool(given.get("clear_on_close")),
        notify_on_close=bool(given.get("notify_on_close")),
        submit_disabled=bool(given.get("submit_disabled")),
        state=initial_state(blocks, typed or {}),
        **identity,
    )


def _check(fault: limits.Fault | None) -> None:
    if fault is not None:
        raise Refusal(fault.error, *fault.messages)


def _check_external_id(core: Core, given: Json, old: View | None = None) -> None:
    external_id = given.get("external_id")
    if not external_id:
        return
    other = core.workspace.find_view(lambda view: view.external_id == external_id)
    if other is not None and (old is None or other.id != old.id):
        raise Refusal("duplicate_external_id")
