"""auth.test, apps.connections.open, team.info, bots.info and reactions."""

from dataclasses import replace

from bot.sandbox.core import Core
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import bot_json
from bot.sandbox.team import Json, Message
from bot.sandbox.web_api.arguments import Args, channel_of, text
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID


def auth_test(core: Core, args: Args) -> Json:
    return {
        "url": f"https://{core.workspace.team.domain}.slack.com/",
        "team": core.workspace.team.name,
        "team_id": core.workspace.team.id,
        "user": core.workspace.bot.name,
        "user_id": BOT_USER_ID,
        "bot_id": core.app.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(core: Core, args: Args) -> Json:
    if core.deliveries.transport is not None and not core.uses_sockets:
        raise Refusal("socket_mode_not_enabled")
    ticket = core.tickets.issue("socket")
    return {"url": f"{core.url.replace('http', 'ws', 1)}/link?ticket={ticket}&app_id={core.app.app_id}"}


def team_info(core: Core, args: Args) -> Json:
    team = core.workspace.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


def bots_info(core: Core, args: Args) -> Json:
    if text(args, "bot", core.app.bot_id) != core.app.bot_id:
        raise Refusal("bot_not_found")
    return {"bot": bot_json(core)}


def add_reaction(core: Core, args: Args) -> Json:
    message, reaction = _reaction(core, args)
    if reaction in message.reactions:
        raise Refusal("already_reacted")
    core.workspace.put_message(replace(message, reactions=(*message.reactions, reaction)))
    return {}


def remove_reaction(core: Core, args: Args) -> Json:
    message, reaction = _reaction(core, args)
    if reaction not in message.reactions:
        raise Refusal("no_reaction")
    kept = tuple(each for each in message.reactions if each != reaction)
    core.workspace.put_message(replace(message, reactions=kept))
    return {}


def _reaction(core: Core, args: Args) -> tuple[Message, tuple[str, str]]:
    channel = channel_of(core, args)
    message = core.workspace.message(channel.id, text(args, "timestamp"))
    if message is None or message.ephemeral_to is not None:
        raise Refusal("message_not_found")
    return message, (text(args, "name").strip(":"), BOT_USER_ID)


REACT = ("channel", "timestamp", "name")
METHODS = {
    "auth.test": Method(run=auth_test, tier_per_minute=1000),
    "apps.connections.open": Method(run=open_connection, token="app"),  # noqa: S106 - a kind of token
    "team.info": Method(run=team_info, scopes=("team:read",)),
    "bots.info": Method(run=bots_info, scopes=("users:read",)),
    "reactions.add": Method(run=add_reaction, scopes=("reactions:write",), required=REACT),
    "reactions.remove": Method(run=remove_reaction, scopes=("reactions:write",), required=REACT),
}
