"""A calendar in which everything that people type calls a channel and a person, and what must hold of what is shown."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Ending, Question
from bot.domain.engage.share_kits import Shared, ShareKit
from bot.domain.engage.voices import Address, Voice, VoiceLine
from bot.domain.members import Member, RoundChoice
from bot.domain.plan_parts import Campaign, Plan, PlanChange, Policy, SpecialDay, Theme, Tool
from bot.domain.posts import Attachment, Change, Post, Step
from bot.domain.strategy import Objective, PlatformPlan, Strategy
from tests.handlers.longest import mrkdwn_in

SPELL = "<!channel> & <@UEVIL> *b*"
ADDRESS = "https://evil.example/<!channel>&<@UEVIL>"

TYPED: dict[type, str] = {
    Member: "name full_name",
    Strategy: "name",
    Objective: "statement result",
    PlatformPlan: "purpose public language",
    Policy: "text value",
    Campaign: "name",
    Tool: "name note",
    Theme: "name",
    SpecialDay: "name",
    PlanChange: "note",
    Post: "title text theme labels notes image_text campaign echo_reason compass_answer override",
    Step: "text",
    Attachment: "name alt",
    Change: "note",
    CheckIn: "unanswered voices learned",
    ShareKit: "angles facts",
    Shared: "words",
    Voice: "name language cares_for notes step",
    VoiceLine: "words",
    Address: "where",
    Correction: "what answer learned",
    Question: "text asked_by dropped_why",
    Ending: "why",
}
"""The fields that hold what people type, by what they stand in."""

ADDRESSES: dict[type, str] = {
    ShareKit: "link",
    Shared: "link",
    Post: "image link",
    Attachment: "url",
    Question: "link answer_link",
    Ending: "link",
}

NOT_TYPED: dict[type, str] = {
    Member: "id zone locale country strategy_id",
    RoundChoice: "strategy_id",
    Strategy: "id channel_id zone manager_id locale country round_ids",
    Objective: "id closed_by",
    PlatformPlan: "owner_id backup_id reviewer_id",
    Policy: "id",
    Theme: "id rrule colour owner_id",
    PlanChange: "by what",
    Post: "id strategy_id owner_id backup_id reviewer_id objective_id published_by platform_post_id created_by"
    " approved_by review_asked_by copied_from parent_id series_id source_uid asked_for",
    Step: "key done_by post_id owner_id",
    Attachment: "file_id",
    Change: "by what",
    CheckIn: "strategy_id member_id",
    ShareKit: "id strategy_id post_id made_by asked_ids closed_ids",
    Shared: "member_id",
    Voice: "id strategy_id owner_id created_by member_id",
    VoiceLine: "by what",
    Correction: "id strategy_id post_id owner_id created_by",
    Question: "id strategy_id owner_id answered_by dropped_by kept_by backup_id given_by",
    Ending: "by",
}
"""Ids, codes and words of the catalogues."""


def spelled(value: Any) -> Any:
    """*value* with the spell in every field of it that people type, however deep."""
    if isinstance(value, tuple):
        return tuple(spelled(each) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{each.name: _field(value, each.name) for each in fields(value)})


def _field(value: Any, name: str) -> Any:
    content = getattr(value, name)
    if name in ADDRESSES.get(type(value), "").split():
        return ADDRESS
    if name not in TYPED.get(type(value), "").split():
        return spelled(content)
    return (SPELL,) if isinstance(content, tuple) else SPELL


def faults(text: str, blocks: Any) -> list[str]:
    """What is wrong with a message or view: something that was typed calls somebody, or its marks are seen."""
    read = [text, *mrkdwn_in(blocks)]
    called = [each for each in read if re.search(r"<!|<@UEVIL|&(?!amp;|lt;|gt;)", each)]
    return [*called, *(each for each in plain_in(blocks) if marked(each))]


def marked(text: str) -> bool:
    """Whether plain text holds what is only for mrkdwn."""
    return bool(re.search("&(?:amp|lt|gt);|\u2060", text))


def plain_in(node: Any) -> Iterator[str]:
    """Every text that Slack shows as it is."""
    if isinstance(node, dict):
        if node.get("type") in ("plain_text", "raw_text", "text"):
            yield str(node.get("text", ""))
        for name in ("alt_text", "title", "label", "initial_value", "accessibility_label"):
            if isinstance(node.get(name), str):
                yield node[name]
        for each in node.values():
            yield from plain_in(each)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from plain_in(each)


PARTS = (*TYPED, Plan)
