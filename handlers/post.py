"""`/post`: what was typed becomes an answer; buttons and forms are heard in the files beside this one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.language import parse_post
from bot.language import requests as asked
from bot.language.series import ChangeSeries, EndSeries
from bot.language.steps import SharePost
from bot.language.undo import UndoPost
from handlers import (
    exporting,
    files,
    post_acting,
    post_batches,
    post_compass,
    post_details,
    post_echo,
    post_holds,
    post_listing,
    post_reviews,
    post_sending,
    post_series,
    post_steps,
    post_typed,
    post_undo,
    post_writing,
)
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Reply

Answer = Callable[[Turn, Any], Reply]


def help_typed(turn: Turn, request: asked.Help) -> Reply:
    """Calendars in and out have a help of their own."""
    if request.about in ("import", "export"):
        return files.import_help(turn)
    return post_listing.help_typed(turn, request)


ANSWERS: Mapping[type[asked.Request], Answer] = MappingProxyType(
    {
        asked.AddPost: post_batches.add_typed,
        asked.CopyPost: post_batches.copy_typed,
        asked.MoveDay: post_batches.day_typed,
        ChangeSeries: post_series.series_typed,
        EndSeries: post_series.end_typed,
        SharePost: post_steps.steps_typed,
        asked.IdeaPost: post_writing.idea_typed,
        asked.EditPost: post_writing.edit_typed,
        asked.ListPosts: post_listing.list_typed,
        asked.ShowPost: post_typed.show_typed,
        asked.MovePost: post_typed.move_typed,
        asked.AssignPost: post_typed.assign_typed,
        asked.PublishPost: post_typed.publish_typed,
        asked.CancelPost: post_typed.cancel_typed,
        asked.ReopenPost: post_typed.reopen_typed,
        UndoPost: post_undo.undo_typed,
        asked.ReviewPost: post_reviews.review_typed,
        asked.ApprovePost: post_reviews.approve_typed,
        asked.AskChanges: post_reviews.changes_typed,
        asked.PurposePost: post_compass.purpose_typed,
        asked.ImportPosts: lambda turn, request: files.import_help(turn),
        asked.ExportPosts: exporting.export_typed,
        asked.OpenForm: lambda turn, request: post_listing.overview_reply(turn),
        asked.Help: help_typed,
    }
)


def register(on: Listeners) -> None:
    on.command("post", on_command)
    post_writing.register(on)
    post_acting.register(on)
    post_sending.register(on)
    post_echo.register(on)
    post_compass.register(on)
    post_reviews.register(on)
    post_holds.register(on)
    post_steps.register(on)
    post_batches.register(on)
    post_series.register(on)
    post_details.register(on)
    post_listing.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    request = parse_post(text, now=turn.now, zone=turn.member.zone, french=turn.t.language == "fr")
    return ANSWERS[type(request)](turn, request)
