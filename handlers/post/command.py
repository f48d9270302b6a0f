"""`/post`: what was typed becomes an answer; buttons and forms are heard in the files beside this one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.language import parse_post
from bot.language import requests as asked
from bot.language.post.series import ChangeSeries, EndSeries
from bot.language.post.steps import SharePost
from bot.language.post.undo import UndoPost
from handlers.asking import asked_above
from handlers.context import Turn
from handlers.exchange import exporting
from handlers.exchange import importing as files
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.post import (
    acting,
    assign,
    batches,
    cancel,
    compass,
    details,
    echo,
    held,
    lists,
    move,
    publish,
    reviews,
    series,
    steps,
    typed,
    writing,
)
from handlers.team import names_of, platforms_of, zones_of
from handlers.undo import command

Answer = Callable[[Turn, Any], Reply]


def help_typed(turn: Turn, request: asked.Help) -> Reply:
    """Calendars in and out have a help of their own."""
    if request.about in ("import", "export"):
        return files.import_help(turn)
    return lists.help_typed(turn, request)


ANSWERS: Mapping[type[asked.Request], Answer] = MappingProxyType(
    {
        asked.AddPost: batches.add_typed,
        asked.CopyPost: batches.copy_typed,
        asked.MoveDay: move.day_typed,
        ChangeSeries: series.series_typed,
        EndSeries: series.end_typed,
        SharePost: steps.steps_typed,
        asked.IdeaPost: writing.idea_typed,
        asked.EditPost: writing.edit_typed,
        asked.ListPosts: lists.list_typed,
        asked.ShowPost: typed.show_typed,
        asked.MovePost: move.move_typed,
        asked.AssignPost: assign.assign_typed,
        asked.PublishPost: publish.publish_typed,
        asked.CancelPost: cancel.cancel_typed,
        asked.ReopenPost: typed.reopen_typed,
        UndoPost: command.undo_typed,
        asked.ReviewPost: reviews.review_typed,
        asked.ApprovePost: reviews.approve_typed,
        asked.AskChanges: reviews.changes_typed,
        asked.PurposePost: compass.purpose_typed,
        asked.ImportPosts: lambda turn, request: files.import_help(turn),
        asked.ExportPosts: exporting.export_typed,
        asked.OpenForm: lambda turn, request: lists.overview_reply(turn),
        asked.Help: help_typed,
    }
)


def register(on: Listeners) -> None:
    on.command("post", on_command)
    writing.register(on)
    acting.register(on)
    cancel.register(on)
    move.register(on)
    assign.register(on)
    publish.register(on)
    echo.register(on)
    compass.register(on)
    reviews.register(on)
    held.register(on)
    steps.register(on)
    batches.register(on)
    series.register(on)
    details.register(on)
    lists.register(on)
    command.register(on)


def on_command(turn: Turn, text: str) -> Reply:
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
