"""`export --layout`: the calendar as an .ics file, or as a folder of files for a publishing tool."""

import argparse
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.cli.backup import in_words
from bot.domain.errors import UserError
from bot.domain.moments import local_day
from bot.domain.plan_parts import ExportLayout
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.language.months import read_month
from bot.ports import Store
from bot.services.exchange.formats.icalendar import calendar_ics
from bot.services.exchange.layouts import exported
from bot.services.exchange.own_file import calendar_csv
from bot.services.plan.month import shifted
from handlers.views.exchange.exports import left_out_line

LAYOUTS = ("csv", "ics", *(each.value for each in ExportLayout))


def layout_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--layout", choices=LAYOUTS, default="csv", help=t("cli-export-layout"))
    parser.add_argument("--month", metavar="2026-11", help=t("cli-export-month"))


def export_as(store: Store, strategy: Strategy, wish: argparse.Namespace, t: Translator, *, now: datetime) -> None:
    posts = posts_of_month(store, strategy, wish.month, now=now)
    if wish.layout == "csv":
        ids = [post.id for post in posts] if wish.month else None
        write(wish.file, calendar_csv(store, strategy, wanted=ids))
    elif wish.layout == "ics":
        write(wish.file, calendar_ics(posts, strategy, t, now=now))
    else:
        write_folder(posts, strategy, wish, t, now=now)


def posts_of_month(store: Store, strategy: Strategy, month: str | None, *, now: datetime) -> list[Post]:
    """Those due, or gone out, in *month* as somebody types it; all of them for none."""
    with store.transaction() as tx:
        every = tx.posts.of_strategy(strategy.id)
    if not month:
        return every
    first = read_month(month, now=now, zone=strategy.zone)
    if first is None:
        raise UserError("month-unreadable", what=month)
    return [post for post in every if is_within(post, strategy, first, shifted(first, 1) - timedelta(days=1))]


def is_within(post: Post, strategy: Strategy, first: date, last: date) -> bool:
    return post.stands_at is not None and first <= local_day(post.stands_at, strategy.zone) <= last


def write(path: Path | None, content: bytes) -> None:
    """To standard output where no file is named; a file is readable by its owner alone."""
    if path is None:
        sys.stdout.buffer.write(content)
        return
    with in_words(path):
        path.touch(mode=0o600)
        path.write_bytes(content)


def write_folder(
    posts: list[Post], strategy: Strategy, wish: argparse.Namespace, t: Translator, *, now: datetime
) -> None:
    """A file per platform into the folder that is named; what is left out is said with the reason."""
    found = exported(posts, strategy, ExportLayout(wish.layout), now=now)
    folder: Path = wish.file or Path()
    if folder.exists() and not folder.is_dir():
        raise UserError("export-folder", what=str(folder))
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for each in found.files:
        write(folder / each.name, each.content)
        print(t("cli-exported", path=str(folder / each.name), rows=each.rows))
    for left_out in found.left_out:
        print(f"  {left_out_line(t, left_out)}", file=sys.stderr)
