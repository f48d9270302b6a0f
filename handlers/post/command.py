"""`/post`: what was typed becomes an answer; what is pressed and submitted is heard in the file of each deed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.language import parse_post
from bot.language import requests as asked
from bot.language.post.series import ChangeSeries, EndSeries
from bot.language.post.steps import SharePost
from bot.language.post.undo import Undo
from handlers.context import Turn
from handlers.doubts import asked_above
from handlers.exchange import exporting
from handlers.exchange import importing as files
from handlers.listening import Listeners, OnPress
from handlers.one_transaction import at_once
from handlers.payloads import Press, Reply
from handlers.post import (
    add,
    assign,
    cancel,
    compass,
    copy,
    details,
    draft,
    echo,
    edit,
    late,
    lists,
    move,
    override,
    publish,
    reopen,
    reviews,
    series,
    show,
    snooze,
    steps,
)
from handlers.undo import command as undo
from handlers.who_is_meant import names_of, platforms_of, with_everybody, zones_of

Answer = Callable[[Turn, Any], Reply]

DEEDS = (
    add,
    assign,
    cancel,
    compass,
    copy,
    details,
    draft,
    echo,
    edit,
    override,
    late,
    lists,
    move,
    publish,
    reopen,
    reviews,
    series,
    show,
    snooze,
    steps,
    undo,
)
"""What hears the buttons and forms of posts, and what takes them back."""

IN_MENU: Mapping[str, OnPress] = MappingProxyType(
    {
        "show": show.on_show,
        "done": publish.on_done,
        "move": move.on_move,
        "assign": assign.on_assign,
        "edit": edit.on_edit,
        "snooze": snooze.on_snooze,
        "cancel": cancel.on_cancel_asked,
        "drop": cancel.on_cancel_asked,
        "reopen": reopen.on_reopen_in_modal,
    }
)
"""What the menu of a row in a list does."""


def on_help_typed(turn: Turn, request: asked.Help) -> Reply:
    """Calendars in and out have a help of their own."""
    if request.about in ("import", "export"):
        return files.import_help(turn)
    return lists.on_help_typed(turn, request)


ANSWERS: Mapping[type[asked.Request], Answer] = MappingProxyType(
    {
        asked.AddPost: add.on_add_typed,
        asked.CopyPost: at_once(copy.on_copy_typed),
        asked.MoveDay: move.on_day_typed,
        ChangeSeries: at_once(series.on_series_typed),
        EndSeries: at_once(series.on_end_typed),
        SharePost: at_once(steps.on_steps_typed),
        asked.IdeaPost: add.on_idea_typed,
        asked.EditPost: at_once(edit.on_edit_typed),
        asked.ListPosts: lists.on_list_typed,
        asked.ShowPost: at_once(show.on_show_typed),
        asked.MovePost: at_once(move.on_move_typed),
        asked.AssignPost: assign.on_assign_typed,
        asked.PublishPost: at_once(publish.on_publish_typed),
        asked.CancelPost: at_once(cancel.on_cancel_typed),
        asked.ReopenPost: at_once(reopen.on_reopen_typed),
        Undo: undo.on_undo_typed,
        asked.ReviewPost: reviews.on_review_typed,
        asked.ApprovePost: at_once(reviews.on_approve_typed),
        asked.AskChanges: at_once(reviews.on_changes_typed),
        asked.PurposePost: at_once(compass.on_purpose_typed),
        asked.ImportPosts: lambda turn, request: files.import_help(turn),
        asked.ExportPosts: exporting.on_export_typed,
        asked.OpenForm: lambda turn, request: lists.overview_reply(turn),
        asked.Help: on_help_typed,
    }
)


def register(on: Listeners) -> None:
    on.command("post", on_command)
    on.press("post.more", on_more)
    for each in DEEDS:
        each.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    turn = with_everybody(turn)
    t = turn.t
    request = parse_post(
        text,
        now=turn.now,
        zone=turn.member.zone,
        french=t.language == "fr",
        zones=zones_of(turn),
        people=names_of(turn),
        platforms=platforms_of(turn),
        dates=t.date_order,
    )
    reply = ANSWERS[type(request)](turn, request)
    return reply if reply.modal else asked_above(t, reply, request)  # forms of posts ask by themselves


def on_more(turn: Turn, press: Press) -> Reply:
    """A row's menu: the value is what to do and with which post."""
    verb, _, post_id = press.value.partition(":")
    return IN_MENU.get(verb, show.on_show)(turn, replace(press, value=post_id))
