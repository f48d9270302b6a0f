"""A file that is dropped into the direct message: to its post, a calendar to its preview, anything else by its name.

A calendar among other files is answered by itself. A post is named by its number beside the file, or was asked about
just before, or is chosen below the answer.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.domain.errors import UserError
from bot.domain.posts import Attachment
from bot.language.post.numbers import posts_named, words_after_colon
from bot.services.post.details import attach_files, dropped_files, file_asked_of, keep_dropped
from bot.services.post.lists import posts_nearest
from handlers.cards import card_message
from handlers.context import Turn, look_up_strategy
from handlers.exchange.importing import preview_import
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.turns import turn_for
from handlers.views.exchange.dropped import which_post

CALENDARS = (".csv", ".txt", ".tsv", ".ics")
TABLES = (".csv", ".tsv", ".ics")
"""Calendars that nobody takes for something else; a text may well belong to a post."""
SHOWN = ("image/", "video/")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".mp4", ".mov", ".webm")
SORTS = {
    "pdf": (".pdf",),
    "document": (".doc", ".docx", ".odt", ".rtf", ".pages"),
    "spreadsheet": (".xls", ".xlsx", ".ods", ".numbers"),
    "slides": (".ppt", ".pptx", ".odp", ".key"),
    "archive": (".zip", ".rar", ".7z", ".gz"),
    "sound": (".mp3", ".m4a", ".wav", ".ogg"),
}
"""What a file is called that is neither a calendar nor a picture, by its ending."""


def register(on: Listeners) -> None:
    on.press("files.attach", on_chosen)


def in_parts(turn: Turn, files: Sequence[dict[str, Any]], text: str) -> list[Callable[[], Reply]]:
    """What answers them, each part by itself. *text* is what was written beside them."""
    calendars = [each for each in files if _name(each).lower().endswith(TABLES)]
    others = [each for each in files if each not in calendars]
    if not (calendars and others):
        return [partial(on_files, turn, files, text)]
    return [partial(on_files, turn, others, text), partial(on_calendars, turn, calendars)]


def on_files(turn: Turn, files: Sequence[dict[str, Any]], text: str) -> Reply:
    if turn.member.is_guest:
        raise UserError("guest")
    known = [turn.house.files.known(each) for each in files]
    post_id = _meant(turn, text)
    if post_id:
        return attach(turn, post_id, [_attachment(each, words_after_colon(text)) for each in known])
    if all(_is_picture(each) for each in known):
        return ask_which_post(turn, [_attachment(each) for each in known], named=posts_named(text))
    if len(known) != 1:
        raise UserError("file-one-at-a-time")
    if not _name(known[0]).lower().endswith(CALENDARS):
        raise UserError("file-other", what=_name(known[0]), sort=_sort(_name(known[0])))
    return preview_import(turn, known[0])


def on_calendars(turn: Turn, files: Sequence[dict[str, Any]]) -> Reply:
    """Those among other files: the number beside them is that of the others' post."""
    if turn.member.is_guest:
        raise UserError("guest")
    if len(files) != 1:
        raise UserError("file-one-at-a-time")
    return preview_import(turn, turn.house.files.known(files[0]))


def _meant(turn: Turn, text: str) -> str | None:
    """The one post that is named, else the one whose file was asked for just before, if they still see it."""
    named = posts_named(text)
    if named:
        return named[0] if len(named) == 1 else None
    awaited = file_asked_of(turn.store, by=turn.member, now=turn.now)
    return awaited[1] if awaited and look_up_strategy(turn, awaited[0]) else None


def attach(turn: Turn, post_id: str, files: Sequence[Attachment]) -> Reply:
    turn = turn_for(turn, post_id)
    post = attach_files(**turn.act, post_id=post_id, files=files)
    is_mute = any(not each.alt for each in post.attachments if each.file_id in {file.file_id for file in files})
    key = "detail-said-attached" if is_mute else "detail-said-attached-told"
    return card_message(turn, post.id, notice=turn.t(key, post=post.id, count=len(files)))


def ask_which_post(turn: Turn, files: Sequence[Attachment], *, named: Sequence[str]) -> Reply:
    """Which post they belong to: one press on its name, or its number beside them."""
    strategy = turn.the_strategy()
    nearest = posts_nearest(turn.store, strategy=strategy, by=turn.member, now=turn.now, first=named)
    if not nearest:
        raise UserError("file-no-post", what=files[0].name)
    token = secrets.token_hex(8)
    keep_dropped(turn.store, by=turn.member, now=turn.now, token=token, files=files)
    text, blocks = which_post(turn.t, files, nearest, token=token)
    return Reply(text=text, blocks=blocks)


def on_chosen(turn: Turn, press: Press) -> Reply:
    token, _, post_id = press.value.partition("|")
    files = dropped_files(turn.store, by=turn.member, now=turn.now, token=token)
    if not files:
        raise UserError("file-gone")
    return replace(attach(turn, post_id, files), in_place=True)


def _attachment(file: dict[str, Any], alt: str = "") -> Attachment:
    permalink = str(file.get("permalink") or "")
    return Attachment(file_id=str(file.get("id") or ""), name=_name(file), url=permalink, alt=alt)


def _name(file: dict[str, Any]) -> str:
    return str(file.get("name") or "")


def _is_picture(file: dict[str, Any]) -> bool:
    return str(file.get("mimetype") or "").startswith(SHOWN) or _name(file).lower().endswith(PICTURES)


def _sort(name: str) -> str:
    return next((sort for sort, endings in SORTS.items() if name.lower().endswith(endings)), "other")
