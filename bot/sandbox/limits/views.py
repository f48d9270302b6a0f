"""What views.open, push, update and publish refuse in a view.

Figures: docs.slack.dev/reference/views/modal-views and .../home-tab-views; 250 KB in all
(docs.slack.dev/reference/methods/views.open, `view_too_large`).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from bot.sandbox.limits import composition as parts
from bot.sandbox.limits.fault import Fault, line
from bot.sandbox.limits.placement import faults_in
from bot.sandbox.limits.shapes import Check, anything, boolean, items, one_of, record, string

MOST_BYTES = 250 * 1024  # measured on JSON in ASCII, the strict reading: an accent takes six

_common: Mapping[str, Check] = {
    "blocks": items(anything),  # looked at by placement, after the rest of the view
    "private_metadata": string(3000),
    "callback_id": string(255),
    "external_id": string(255),
}

_modal = record(
    {
        **_common,
        "type": one_of("modal"),
        "title": parts.plain_text(24),
        "submit": parts.plain_text(24),
        "close": parts.plain_text(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
    },
    needs=["type", "title", "blocks"],
)

_home = record({**_common, "type": one_of("home")}, needs=["type", "blocks"])


def check_view(view: Any, *, surface: Literal["modal", "home"] = "modal") -> Fault | None:
    """The reason why Slack refuses *view* on *surface*, or None."""
    if isinstance(view, dict) and len(json.dumps(view, separators=(",", ":")).encode()) > MOST_BYTES:
        return Fault(error="view_too_large")
    shape = _modal if surface == "modal" else _home
    faults = list(shape(view, "/view")) or faults_in(view["blocks"], "/view/blocks", surface)
    if not faults and surface == "modal":
        faults = list(_inputs_without_submit(view))
    return Fault(error="invalid_arguments", messages=tuple(faults)) if faults else None


def check_home(view: Any) -> Fault | None:
    """As `check_view`, for the Home tab."""
    return check_view(view, surface="home")


def _inputs_without_submit(view: dict[str, Any]) -> Iterator[str]:
    if "submit" in view:
        return
    for place, block in enumerate(view["blocks"]):
        if block["type"] == "input":
            said = "must define `submit` to use an `input` block in modals"
            yield line(said, f"/view/blocks/{place}/input")
