"""The calendar for other programs: `/post export buffer|hootsuite|sprout|ics|csv`, and the buttons that ask for it."""

from collections.abc import Iterable
from datetime import date

from bot.domain.errors import UserError
from bot.domain.moments import local_day
from bot.domain.plan_parts import ExportLayout
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.language.requests import ExportPosts
from bot.ports import Upload
from bot.services.exchange.formats.icalendar import calendar_ics
from bot.services.exchange.layouts import exported
from handlers.context import Turn
from handlers.exchange import importing as files
from handlers.exchange.sending import Parcel, refuse_without_scope, send_later
from handlers.payloads import Reply
from handlers.views.exchange import exports as views


def on_export_typed(turn: Turn, request: ExportPosts) -> Reply:
    if request.not_understood:
        raise UserError("export-unknown", what=" ".join(request.not_understood))
    first, last = (request.span.first, request.span.last) if request.span else (None, None)
    if request.layout in ("", "csv"):
        wanted = posts_within(turn, first, last, platform=request.platform)
        narrowed = request.span or request.platform
        return files.export_calendar(turn, wanted=[each.id for each in wanted] if narrowed else None)
    if request.layout == "ics":
        return send_ics(turn, first, last, platform=request.platform)
    return send_bulk(turn, ExportLayout(request.layout), first, last, platform=request.platform)


def posts_within(turn: Turn, first: date | None, last: date | None, *, platform: Platform | None) -> list[Post]:
    """The strategy's posts due, or gone out, on these days of its zone; without bounds, all of them."""
    strategy = turn.the_strategy()
    with turn.store.transaction() as tx:
        every = tx.posts.of_strategy(strategy.id)

    def is_within(post: Post) -> bool:
        if first is None or last is None:
            return True
        return post.stands_at is not None and first <= local_day(post.stands_at, strategy.zone) <= last

    return [post for post in every if platform in (None, post.platform) and is_within(post)]


def send_bulk(
    turn: Turn,
    layout: ExportLayout,
    first: date | None = None,
    last: date | None = None,
    *,
    platform: Platform | None = None,
) -> Reply:
    """The tool's files into the direct message; who asked sees at once what is left out of them."""
    strategy = turn.the_strategy()
    refuse_without_scope(turn)
    posts = posts_within(turn, first, last, platform=platform)
    export = exported(posts, strategy, layout, now=turn.now)
    text, blocks = views.bulk_said(turn.t, export, zone=strategy.zone)
    if export.files:
        uploads = [Upload(name=each.name, content=each.content, title=each.name) for each in export.files]
        comment = views.bulk_comment(turn.t, export, zone=strategy.zone)
        send_later(turn, turn.member.id, lambda: Parcel(uploads=uploads, comment=comment))
    return Reply(text=text, blocks=blocks)


def send_ics(
    turn: Turn, first: date | None = None, last: date | None = None, *, platform: Platform | None = None
) -> Reply:
    """The calendar as one iCalendar file in the direct message."""
    refuse_without_scope(turn)
    posts = dated(posts_within(turn, first, last, platform=platform))
    send_later(turn, turn.member.id, lambda: ics_parcel(turn, posts))
    text, blocks = views.ics_said(turn.t, len(posts))
    return Reply(text=text, blocks=blocks)


def ics_parcel(turn: Turn, posts: list[Post]) -> Parcel:
    strategy = turn.the_strategy()
    content = calendar_ics(posts, strategy, turn.t, now=turn.now)
    name = f"{strategy.id}-{strategy.today(turn.now).isoformat()}.ics"
    upload = Upload(name=name, content=content, title=name)
    return Parcel(uploads=[upload], comment=views.ics_comment(turn.t, len(posts), name=strategy.name))


def dated(posts: Iterable[Post]) -> list[Post]:
    return [post for post in posts if post.stands_at]
