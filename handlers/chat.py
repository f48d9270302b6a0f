"""Conversations: what is written to the bot in a direct message or by mentioning it is answered like a command."""

import re
from typing import Any

from bot.language import unescaped
from bot.ports import Outgoing
from handlers.context import House, Turn, turn_of
from handlers.files import on_files
from handlers.listening import Listeners, Reply, answered
from handlers.umbrella import anything
from handlers.views.kit import clip, escape, section


def register(on: Listeners) -> None:
    on.event("message", lambda house, event: on_message(on, house, event))
    on.event("app_mention", lambda house, event: on_mention(on, house, event))


def on_message(on: Listeners, house: House, event: dict[str, Any]) -> None:
    """Direct messages of members only: edits, joins, other bots and channels are nobody's question to us."""
    written = event.get("subtype") in (None, "file_share")
    if event.get("channel_type") != "im" or not written or event.get("bot_id") or not event.get("user"):
        return
    turn = turn_of(house, event["user"], event["channel"])
    if event.get("files"):
        say(turn, answered(turn, lambda: on_files(turn, event["files"])), event)
    else:
        say(turn, in_words(on, turn, event.get("text", "")), event)


def on_mention(on: Listeners, house: House, event: dict[str, Any]) -> None:
    """The answer comes as a direct message: a channel is not the place for somebody's list."""
    turn = turn_of(house, event["user"], event["channel"])
    say(turn, in_words(on, turn, re.sub(r"^\s*<@[^>]+>", "", event.get("text", ""))), event)


def in_words(on: Listeners, turn: Turn, text: str) -> Reply:
    """The answer of the command; a form cannot be opened from a message, so the command that opens it is named."""
    reply = answered(turn, lambda: anything(on)(turn, text), typed=unescaped(text))
    if reply.modal is None:
        return reply
    said = turn.t("chat-form", command="/" + escape(clip(unescaped(text).strip().lstrip("/"), 200)))
    return Reply(text=said, blocks=[section(said)])


def say(turn: Turn, reply: Reply, event: dict[str, Any]) -> None:
    if reply.text:
        key = f"answer:{event.get('client_msg_id') or event['ts']}"
        turn.house.messenger.post(turn.member.id, Outgoing(text=reply.text, blocks=reply.blocks), key=key)
