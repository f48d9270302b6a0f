"""The Web API: every method by its name, and the checks that come before each of them."""

from bot.sandbox.core import Core
from bot.sandbox.refusal import Refusal
from bot.sandbox.team import Json
from bot.sandbox.web_api import canvases, chat, conversations, files, people, views, workplace
from bot.sandbox.web_api.arguments import Args
from bot.sandbox.web_api.method import Method

METHODS: dict[str, Method] = {
    **canvases.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **views.METHODS,
    **workplace.METHODS,
}

READING = frozenset(
    name
    for name in METHODS
    if name.rpartition(".")[2]
    in {"conversations", "getPermalink", "history", "info", "list", "members", "replies", "teamInfo", "test"}
)
"""What may be asked by GET too, which an image's address or a link can do: nothing is written by them."""


def call(core: Core, name: str, args: Args, token: str) -> Json:
    """The body of the answer, without `ok`; raises `Refusal` as Slack refuses."""
    method = METHODS.get(name)
    if method is None:
        raise Refusal("unknown_method", req_method=name)
    _check_token(core, method, token)
    if not core.app.grants(method.scopes):
        raise Refusal("missing_scope", **scope_gap(core, method.scopes))
    missing = [field for field in method.required if args.get(field) in (None, "")]
    if missing:
        raise Refusal("invalid_arguments", *(f"[ERROR] missing required field: {field}" for field in missing))
    return method.run(core, args)


def scope_gap(core: Core, needed: tuple[str, ...]) -> dict[str, str]:
    return {"needed": ",".join(needed), "provided": ",".join(sorted(core.app.scopes or ()))}


def _check_token(core: Core, method: Method, token: str) -> None:
    if not token:
        raise Refusal("not_authed")
    wanted = core.app.app_token if method.token == "app" else core.app.bot_token  # noqa: S105 - a kind
    if token not in (core.app.app_token, core.app.bot_token):
        raise Refusal("invalid_auth")
    if token != wanted:
        raise Refusal("not_allowed_token_type")
    if core.app.is_removed:
        raise Refusal("account_inactive")
