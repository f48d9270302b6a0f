"""The pieces every view is made of: slackblocks' validated objects with our ids, and user text made safe.

slackblocks makes up a random block id where none is given; a message that is updated in place must stay the same,
so those are dropped. What may be longer than Slack takes it is clipped here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

import orjson
from slackblocks import (
    ActionsBlock,
    Block,
    Button,
    CheckboxGroup,
    ConfirmationDialogue,
    ContextBlock,
    ConversationFilter,
    ConversationSelectMenu,
    DatePicker,
    DispatchActionConfiguration,
    DividerBlock,
    Element,
    HeaderBlock,
    InputBlock,
    NumberInput,
    Option,
    OverflowMenu,
    PlainTextInput,
    RichText,
    RichTextBlock,
    RichTextCodeBlock,
    SectionBlock,
    StaticMultiSelectMenu,
    StaticSelectMenu,
    Text,
    TextType,
    TimePicker,
    URLInput,
    UserMultiSelectMenu,
    UserSelectMenu,
)

from bot.domain.errors import People
from bot.i18n import Translator
from handlers.views.lengths import (
    ASKED_BUTTON,
    ASKED_TEXT,
    ASKED_TITLE,
    BLOCKS,
    BUTTON,
    CHOICES,
    COPYABLE,
    FIELD,
    HEADER,
    INPUT,
    LABEL,
    MODAL_TITLE,
    OPTION,
    PLACEHOLDER,
    SECTION,
)

Json = dict[str, Any]
Choice = tuple[str, str]
"""A menu entry: the text that is read, the value that comes back."""


def clip(text: str, limit: int) -> str:
    """At most *limit* characters, ending in … when something is left out."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def escape(text: str) -> str:
    """User text for mrkdwn: no mention, link or broadcast of its own, and no formatting that leaks out.

    `&`, `<` and `>` are Slack's control characters (docs.slack.dev/messaging/formatting-message-text). Around
    `*_~` and backticks goes an invisible word joiner, so that a stray star never turns half a message bold.
    """
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_~`])", "\u2060\\1\u2060", safe)


def heard(text: str) -> str:
    """Our own mrkdwn as plain text, for a label that is read aloud: without marks, and nothing escaped."""
    unmarked = re.sub(r"(?<!\u2060)[*_~`](?!\u2060)|<@\w+>", "", text).replace("\u2060", "")
    return unescape(" ".join(unmarked.split()))


def safe(text: str, room: int) -> str:
    """User text for mrkdwn in at most *room* characters, counted as escaped; a catalogue's placeable takes 1000."""
    kept = room
    while len(escape(clip(text, kept))) > room:
        kept -= max(1, (len(escape(clip(text, kept))) - room) // 6)
    return escape(clip(text, kept))


def link(url: str, text: str) -> str:
    """A mrkdwn link; plain text where *url* is not http(s)."""
    if not re.match(r"https?://[^\s<>|]+$", url):
        return escape(text)
    return f"<{url.replace('&', '&amp;')}|{escape(text).replace('|', '¦')}>"


def mention(member_id: str) -> str:
    """Whoever is nobody any more is one who was forgotten."""
    return f"<@{member_id}>" if member_id else "…"


def named(t: Translator, people: People) -> str:
    """Whom to ask: "@Amy or @Bob", "a workspace admin"."""
    ids = people.ids or people.admins
    return t.listing(map(mention, ids), "or") if ids else t("some-admin")


def built(block: Block, block_id: str = "") -> Json:
    """The block as Slack takes it, with our id or none."""
    found: Json = block._resolve()
    found.pop("block_id", None)
    return {**found, "block_id": block_id} if block_id else found


def plain(text: str, limit: int = SECTION) -> Text:
    return Text(clip(text, limit) or " ", type_=TextType.PLAINTEXT)


def mrkdwn(text: str) -> Text:
    return Text(clip(text, SECTION) or " ", verbatim=True)


def section(text: str, *, accessory: Element | None = None, block_id: str = "") -> Json:
    """*text* is mrkdwn: user text in it has to be escaped."""
    return built(SectionBlock(mrkdwn(text), accessory=accessory), block_id)


def fields(texts: Iterable[str]) -> Json:
    """At most ten short mrkdwn texts in two columns."""
    return built(SectionBlock(fields=[Text(clip(each, FIELD), verbatim=True) for each in list(texts)[:10]]))


def header(text: str) -> Json:
    return built(HeaderBlock(plain(text, HEADER)))


def divider() -> Json:
    return built(DividerBlock())


def context(*texts: str) -> Json:
    """Small grey mrkdwn texts, ten at most."""
    return built(ContextBlock([mrkdwn(each) for each in texts[:10]]))


def copyable(text: str, *, block_id: str = "") -> Json:
    """User text exactly as it is, in a block that is copied whole with one tap."""
    return built(RichTextBlock(RichTextCodeBlock(RichText(clip(text, COPYABLE)))), block_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a button asks before it acts."""

    title: str
    text: str
    yes: str
    no: str

    @property
    def dialogue(self) -> ConfirmationDialogue:
        return ConfirmationDialogue(
            plain(self.title, ASKED_TITLE),
            plain(self.text, ASKED_TEXT),
            plain(self.yes, ASKED_BUTTON),
            plain(self.no, ASKED_BUTTON),
        )


def button(
    text: str,
    action_id: str,
    value: str = "",
    *,
    style: Literal["primary", "danger"] | None = None,
    url: str | None = None,
    ask: Ask | None = None,
    label: str | None = None,
) -> Button:
    """*label* is what a screen reader says instead, where *text* alone would be unclear."""
    return Button(
        plain(text, BUTTON),
        action_id=action_id,
        value=value or None,
        style=style,
        url=url,
        confirm=ask.dialogue if ask else None,
        accessibility_label=clip(label, BUTTON) if label else None,
    )


def option(choice: Choice) -> Option:
    return Option(plain(choice[0], OPTION), choice[1])


def overflow(action_id: str, choices: Sequence[Choice]) -> OverflowMenu:
    """One to five entries."""
    return OverflowMenu(action_id, [option(each) for each in choices])


def menu(action_id: str, choices: Sequence[Choice], *, chosen: str = "", placeholder: str = "") -> StaticSelectMenu:
    """A menu of one to a hundred entries; *chosen* is a value."""
    options = [option(each) for each in choices[:CHOICES]]
    first = next((each for each, choice in zip(options, choices, strict=False) if choice[1] == chosen), None)
    return StaticSelectMenu(
        action_id, options, initial_option=first, placeholder=plain(placeholder, PLACEHOLDER) if placeholder else None
    )


def menu_of_many(action_id: str, choices: Sequence[Choice], *, chosen: Iterable[str] = ()) -> StaticMultiSelectMenu:
    wanted = set(chosen)
    first = [option(each) for each in choices if each[1] in wanted]
    return StaticMultiSelectMenu(action_id, [option(each) for each in choices[:CHOICES]], initial_options=first or None)


def member_menu(action_id: str, *, chosen: str | None = None, placeholder: str = "") -> UserSelectMenu:
    return UserSelectMenu(
        action_id, initial_user=chosen or None, placeholder=plain(placeholder, PLACEHOLDER) if placeholder else None
    )


def members_menu(action_id: str, *, chosen: Sequence[str] = ()) -> UserMultiSelectMenu:
    return UserMultiSelectMenu(action_id, initial_users=list(chosen) or None)


def conversation_menu(action_id: str) -> ConversationSelectMenu:
    """Channels, public and private, of this workspace alone."""
    channels = ConversationFilter(include=["public", "private"], exclude_external_shared_channels=True)
    return ConversationSelectMenu(action_id, filter=channels, default_to_current_conversation=None)


def actions(*elements: Element, block_id: str = "") -> Json:
    """Up to 25 buttons, menus and pickers in a row; more than five read badly on a phone."""
    return built(ActionsBlock(list(elements)), block_id)


def field(
    block_id: str, label: str, element: Element, *, hint: str = "", optional: bool = True, is_heard: bool = False
) -> Json:
    """An input of a modal; its value comes back under *block_id*, and while it changes where it *is_heard*."""
    shown = plain(hint, LABEL) if hint else None
    block = InputBlock(plain(label, LABEL), element, dispatch_action=is_heard, hint=shown, optional=optional)
    return built(block, block_id)


def text_field(
    block_id: str,
    label: str,
    *,
    value: str = "",
    multiline: bool = False,
    limit: int = INPUT,
    hint: str = "",
    placeholder: str = "",
    optional: bool = True,
    heard_as: str = "",
) -> Json:
    """*heard_as*: the action id under which every character that is typed comes back."""
    element = PlainTextInput(
        action_id=heard_as or block_id,
        dispatch_action_config=DispatchActionConfiguration("on_character_entered") if heard_as else None,
        initial_value=value[: min(limit, INPUT)] or None,
        multiline=multiline,
        max_length=min(limit, INPUT),
        placeholder=plain(placeholder, PLACEHOLDER) if placeholder else None,
    )
    return field(block_id, label, element, hint=hint, optional=optional, is_heard=bool(heard_as))


def number_field(
    block_id: str,
    label: str,
    *,
    value: float | None = None,
    decimals: bool = False,
    hint: str = "",
    optional: bool = True,
) -> Json:
    """A number ≥ 0, or empty for unknown."""
    element = NumberInput(decimals, block_id, initial_value=None if value is None else f"{value:.15g}", min_value="0")
    return field(block_id, label, element, hint=hint, optional=optional)


def url_field(block_id: str, label: str, *, value: str = "", hint: str = "", optional: bool = True) -> Json:
    return field(block_id, label, URLInput(block_id, initial_value=value or None), hint=hint, optional=optional)


def date_picker(action_id: str, *, day: str | None = None) -> DatePicker:
    """*day* as 2026-11-24."""
    return DatePicker(action_id, initial_date=day)


def time_picker(action_id: str, *, clock: str | None = None) -> TimePicker:
    """*clock* as 09:30, a wall time."""
    return TimePicker(action_id, initial_time=clock)


def checkboxes(action_id: str, choices: Sequence[Choice], *, chosen: Iterable[str] = ()) -> CheckboxGroup:
    wanted = set(chosen)
    first = [option(each) for each in choices if each[1] in wanted]
    return CheckboxGroup(action_id, [option(each) for each in choices], initial_options=first or None)


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Json],
    *,
    submit: str = "",
    close: str = "",
    meta: Mapping[str, Any] | None = None,
) -> Json:
    """A modal view; *meta* comes back with every press and with the submit, and is no authorisation."""
    view: Json = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, MODAL_TITLE)._resolve(),
        "blocks": list(blocks),
        "private_metadata": orjson.dumps(dict(meta or {})).decode(),
    }
    if submit:
        view["submit"] = plain(submit, MODAL_TITLE)._resolve()
    if close:
        view["close"] = plain(close, MODAL_TITLE)._resolve()
    return view


def home(blocks: Sequence[Json]) -> Json:
    return {"type": "home", "blocks": list(blocks)[:BLOCKS]}
