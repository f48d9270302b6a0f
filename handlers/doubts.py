"""What a line may mean otherwise, above whatever answers it."""

from dataclasses import replace

from bot.i18n import Translator
from bot.language.requests import Request
from handlers.payloads import Reply
from handlers.views.kit import Json, context
from handlers.views.post.understood import doubt_in_words


def asked_above(t: Translator, reply: Reply, request: Request) -> Reply:
    """*reply* below the questions of *request*: in its form, and in its message."""
    if not request.doubts:
        return reply
    said = [doubt_in_words(t, each, is_form=reply.modal is not None) for each in request.doubts]
    asks: list[Json] = [context(*said)]
    if reply.modal:
        reply = replace(reply, modal={**reply.modal, "blocks": [*asks, *reply.modal["blocks"]]})
    if reply.text or reply.blocks:
        reply = replace(reply, text=" ".join([*said, reply.text]), blocks=[*asks, *reply.blocks])
    return reply
