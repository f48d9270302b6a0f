"""Response URLs: five uses within thirty minutes, for new messages and for the one they belong to."""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.sandbox import limits, posts
from bot.sandbox.clock import Mark
from bot.sandbox.core import Core
from bot.sandbox.team import Json, Message

MOST_USES = 5
LIFE = timedelta(minutes=30)


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """*source* is the message in which the member acted; a command has none."""

    user: str
    channel: str
    issued: Mark
    source: Message | None = None
    uses: int = 0


def issue_response_url(core: Core, *, user: str, channel: str, source: Message | None = None) -> str:
    kind = "commands" if source is None else "actions"
    secret = secrets.token_urlsafe(18)
    hook = ResponseUrl(user=user, channel=channel, issued=core.clock.mark(), source=source)
    core.response_urls[secret] = hook
    return f"{core.url}/{kind}/{core.workspace.team.id}/{secret}"


def respond(core: Core, secret: str, body: Json) -> tuple[int, str]:
    """What Slack answers to a POST of *body* to a response URL, as status and text."""
    hook = core.response_urls.get(secret)
    if hook is None:
        return 404, "no_service"
    if core.clock.seconds_since(hook.issued) > LIFE.total_seconds():
        return 404, "expired_url"
    error = None if body.get("delete_original") else _fault(body)
    if error:
        return 400, error
    with core.workspace.lock:
        hook.uses += 1
        if hook.uses > MOST_USES:
            return 404, "used_url"
        return 200, show_answer(core, hook, body)


def _fault(body: Json) -> str | None:
    fault = limits.check_message(body)
    return None if fault is None else fault.error


def show_answer(core: Core, hook: ResponseUrl, body: Json) -> str:
    """Show an answer that came by response URL or with the acknowledgement of a command; gives `ok`."""
    source = _current(core, hook)
    if body.get("delete_original") and source is not None:
        core.workspace.remove_message(source.channel, source.ts)
    elif body.get("replace_original") and source is not None:
        changed = replace(source, **posts.changes(core, source, {"blocks": [], **body}))
        core.workspace.put_message(replace(changed, edited=source.edited))
        hook.source = changed
    elif not body.get("delete_original"):
        _show_new(core, hook, body)
    return "ok"


def _current(core: Core, hook: ResponseUrl) -> Message | None:
    if hook.source is None:
        return None
    return core.workspace.message(hook.source.channel, hook.source.ts)


def _thread_of(source: Message | None) -> str | None:
    """An answer to a button in a thread stands there; to one on the message that began it, in the channel."""
    return source.thread_ts if source and source.thread_ts != source.ts else None


def _show_new(core: Core, hook: ResponseUrl, body: Json) -> None:
    in_channel = body.get("response_type") == "in_channel"
    thread_ts = body.get("thread_ts") or _thread_of(hook.source)
    message = core.bot_message(hook.channel, body, ephemeral_to=None if in_channel else hook.user, thread_ts=thread_ts)
    if in_channel:
        posts.publish(core, message)
    else:
        core.workspace.put_message(message)
