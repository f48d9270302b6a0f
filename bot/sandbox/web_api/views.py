"""views.*: modals and home tabs."""

from bot.sandbox.core import Core
from bot.sandbox.drawing import draw_home, draw_modal, redraw
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import view_json
from bot.sandbox.team import Json, View
from bot.sandbox.triggers import Trigger
from bot.sandbox.web_api.arguments import Args, member_of, nested, text
from bot.sandbox.web_api.method import Method

DEEPEST = 3


def open_view(core: Core, args: Args) -> Json:
    trigger = _trigger(core, args)
    view = draw_modal(core, nested(args, "view"), trigger.user)
    trigger.is_used = True
    core.workspace.show_modal(view)
    return {"view": view_json(core, view)}


def push(core: Core, args: Args) -> Json:
    trigger = _trigger(core, args)
    stack = core.workspace.modals.get(trigger.user, [])
    if trigger.view_id is None or not stack:
        raise Refusal("not_found")
    if len(stack) >= DEEPEST:
        raise Refusal("push_limit_reached")
    view = draw_modal(core, nested(args, "view"), trigger.user, below=stack[-1])
    trigger.is_used = True
    core.workspace.show_modal(view, on_top=True)
    return {"view": view_json(core, view)}


def update(core: Core, args: Args) -> Json:
    with core.workspace.lock:
        old = _existing(core, args)
        _check_hash(args, old)
        view = redraw(core, nested(args, "view"), old)
        core.workspace.replace_view(view)
    return {"view": view_json(core, view)}


def publish(core: Core, args: Args) -> Json:
    member = member_of(core, text(args, "user_id"))
    if member.is_bot or member.deleted:
        raise Refusal("not_enabled")
    with core.workspace.lock:
        old = core.workspace.homes.get(member.id)
        _check_hash(args, old)
        view = draw_home(core, nested(args, "view"), member.id, old)
        core.workspace.replace_view(view)
    return {"view": view_json(core, view)}


def _trigger(core: Core, args: Args) -> Trigger:
    return core.triggers.look_up(text(args, "trigger_id") or text(args, "interactivity_pointer"))


def _existing(core: Core, args: Args) -> View:
    view_id, external_id = text(args, "view_id"), text(args, "external_id")
    if not view_id and not external_id:
        raise Refusal("invalid_arguments", "[ERROR] missing required field: view_id")
    found = core.workspace.find_view(lambda view: view.id == view_id if view_id else view.external_id == external_id)
    if found is None:
        raise Refusal("not_found")
    return found


def _check_hash(args: Args, old: View | None) -> None:
    given = text(args, "hash")
    if given and (old is None or old.hash != given):
        raise Refusal("hash_conflict")


OPEN = ("trigger_id", "view")
METHODS = {
    "views.open": Method(run=open_view, required=OPEN, tier_per_minute=100),
    "views.push": Method(run=push, required=OPEN, tier_per_minute=100),
    "views.update": Method(run=update, required=("view",), tier_per_minute=100),
    "views.publish": Method(run=publish, required=("user_id", "view"), tier_per_minute=100),
}
