"""Conversations: what is written to the bot in a direct message or by mentioning it is answered like a command."""

import re
from typing import Any

from bot.language import unescaped
from bot.ports import Outgoing
from bot.services.workspace.heard_once import hear
from handlers.answering import answered
from handlers.context import House, Turn, turn_of
from handlers.exchange.dropping import in_parts
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.views.kit import clip, escape, section
from handlers.views.lengths import PHRASE
from handlers.workspace.umbrella import anything, command_of


def register(on: Listeners) -> None:
    on.event("message", lambda house, event: on_message(on, house, event))
    on.event("app_mention", lambda house, event: on_mention(on, house, event))


def on_message(on: Listeners, house: House, event: dict[str, Any]) -> None:
    """Direct messages of members only: edits, joins, other bots and channels are nobody's question to us."""
    written = event.get("subtype") in (None, "file_share")
    if event.get("channel_type") != "im" or not written or event.get("bot_id") or not event.get("user"):
        return
    if not is_new(house, event):
        return
    turn = turn_of(house, event["user"], event["channel"])
    if event.get("files"):
        parts = in_parts(turn, event["files"], unescaped(event.get("text") or ""))
        for place, part in enumerate(parts):
            say(turn, answered(turn, part), event, place=place)
    else:
        say(turn, in_words(on, turn, event.get("text", "")), event)


def on_mention(on: Listeners, house: House, event: dict[str, Any]) -> None:
    """The answer comes as a direct message: a channel is not the place for somebody's list."""
    if not is_new(house, event):
        return
    turn = turn_of(house, event["user"], event["channel"], is_there=True)
    say(turn, in_words(on, turn, re.sub(r"^\s*<@[^>]+>", "", event.get("text", ""))), event)


def is_new(house: House, event: dict[str, Any]) -> bool:
    return hear(house.store, f"{event['channel']}:{event['ts']}", now=house.clock.now())


def in_words(on: Listeners, turn: Turn, text: str) -> Reply:
    """The answer of the command; a form cannot be opened from a message, so the command that opens it is named."""
    reply = answered(turn, lambda: anything(on)(turn, text), typed=unescaped(text))
    if reply.modal is None:
        return reply
    said = turn.t("chat-form", command=escape(clip(command_of(unescaped(text)), PHRASE)))
    return Reply(text=said, blocks=[section(said)])


def say(turn: Turn, reply: Reply, event: dict[str, Any], *, place: int = 0) -> None:
    """*place*: of several answers to one message, which this is."""
    if reply.text:
        key = f"answer:{event.get('client_msg_id') or event['ts']}" + (f":{place}" if place else "")
        turn.house.messenger.post(turn.member.id, Outgoing(text=reply.text, blocks=reply.blocks), key=key)
