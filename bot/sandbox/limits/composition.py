"""Composition objects: the texts, options and dialogs that blocks and elements are made of.

Figures: docs.slack.dev/reference/block-kit/composition-objects (text-object, confirmation-dialog-object,
option-object, option-group-object, dispatch-action-configuration-object, conversation-filter-object,
slack-file-object, trigger-object, workflow-object). None of them but text has a `type`, and an unknown key
refuses the whole payload.
"""

from bot.sandbox.limits.shapes import (
    Check,
    anything,
    at_least_one,
    boolean,
    exactly_one,
    items,
    one_of,
    pattern,
    record,
    string,
    url,
    variants,
)


def plain_text(most: int = 3000) -> Check:
    """A text object that must be `plain_text`."""
    return variants({"plain_text": _plain(most)})


def text(most: int = 3000) -> Check:
    """A text object of either type."""
    return variants({"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)})


def _plain(most: int) -> Check:
    fields = {"type": anything, "text": string(most, least=1), "emoji": boolean}
    return record(fields, needs=["text"])


def _mrkdwn(most: int) -> Check:
    fields = {"type": anything, "text": string(most, least=1), "verbatim": boolean}
    return record(fields, needs=["text"])


confirm = record(
    {
        "title": plain_text(100),
        "text": text(300),
        "confirm": plain_text(30),
        "deny": plain_text(30),
        "style": one_of("primary", "danger"),
    },
    needs=["title", "text", "confirm", "deny"],
)


def _option(words: Check, **more: Check) -> Check:
    fields = {"text": words, "value": string(150, least=1), "description": words, **more}
    return record(fields, needs=["text", "value"])


menu_option = _option(plain_text(75))
overflow_option = _option(plain_text(75), url=url(3000))
box_option = _option(text(75))  # checkboxes and radio buttons alone take mrkdwn

option_group = record(
    {"label": plain_text(75), "options": items(menu_option, least=1, most=100)}, needs=["label", "options"]
)

dispatch_action_config = record(
    {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), least=1, most=2)},
    needs=["trigger_actions_on"],
)

conversation_filter = record(
    {
        "include": items(one_of("im", "mpim", "private", "public"), least=1),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    rules=[at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users")],
)

slack_file = record(
    {"url": url(3000), "id": pattern(r"F[A-Z0-9]{8,}", said="invalid slack file")},
    rules=[exactly_one("url", "id")],
)

workflow = record(
    {
        "trigger": record(
            {
                "url": url(3000),
                "customizable_input_parameters": items(
                    record({"name": string(least=1), "value": string()}, needs=["name", "value"])
                ),
            },
            needs=["url"],
        )
    },
    needs=["trigger"],
)
