"""users.* and dnd.*: who is there, and when they want quiet."""

from bot.sandbox.core import Core
from bot.sandbox.refusal import Refusal
from bot.sandbox.shapes import member_json
from bot.sandbox.team import Json, Member
from bot.sandbox.web_api.arguments import Args, flag, member_of, names, page_of, text
from bot.sandbox.web_api.method import Method
from bot.sandbox.workspace import BOT_USER_ID

MOST_DND_USERS = 50


def info(core: Core, args: Args) -> Json:
    member = member_of(core, text(args, "user"))
    return {"user": member_json(core, member, with_locale=flag(args, "include_locale"))}


def list_members(core: Core, args: Args) -> Json:
    page, more = page_of(list(core.workspace.members.values()), args, default_limit=1000)
    with_locale = flag(args, "include_locale")
    shown = [member_json(core, member, with_locale=with_locale) for member in page]
    return {"members": shown, "cache_ts": int(core.clock.now().timestamp()), **more}


def dnd_info(core: Core, args: Args) -> Json:
    return _quiet_hours(member_of(core, text(args, "user") or BOT_USER_ID))


def dnd_team_info(core: Core, args: Args) -> Json:
    users = names(args, "users")
    if len(users) > MOST_DND_USERS:
        raise Refusal("too_many_users")
    known = [core.workspace.members[user] for user in users if user in core.workspace.members]
    return {"users": {member.id: _quiet_hours(member) for member in known}}


def _quiet_hours(member: Member) -> Json:
    if member.do_not_disturb is None:
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    start, end = member.do_not_disturb
    return {"dnd_enabled": True, "next_dnd_start_ts": int(start), "next_dnd_end_ts": int(end)}


READ, DND = ("users:read",), ("dnd:read",)
METHODS = {
    "users.info": Method(run=info, scopes=READ, required=("user",), tier_per_minute=100),
    "users.list": Method(run=list_members, scopes=READ, tier_per_minute=20),
    "dnd.info": Method(run=dnd_info, scopes=DND),
    "dnd.teamInfo": Method(run=dnd_team_info, scopes=DND, required=("users",), tier_per_minute=20),
}
