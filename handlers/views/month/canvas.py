"""The months of a channel's canvas, in the Markdown that canvases take (docs.slack.dev/surfaces/canvases)."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.moments import Week
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.services.plan.month import Month, MonthDay
from handlers.views.kit import clip
from handlers.views.lengths import LINE, LISTED, TITLE
from handlers.views.month.in_words import headline, month_title, owner_name, special_named, state_name

MARKS = re.compile(r"([\\`*_~\[\]()#<>!|@])")


def plainly(text: str) -> str:
    """User text on one line, in which nothing is a mark, a link or a mention."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def canvas_markdown(t: Translator, months: Sequence[Month]) -> str:
    return "\n".join([*(line for month in months for line in month_lines(t, month)), "---", t("canvas-foot")]) + "\n"


def month_lines(t: Translator, month: Month) -> Iterator[str]:
    yield f"# {month_title(t, month.first)}"
    yield f"**{headline(t, month)}**"
    if month.themes:
        yield t("month-themes", themes=plainly(clip(t.listing([theme.name for theme in month.themes]), LISTED)))
    for cells in month.weeks:
        days = [day for day in cells if day is not None]
        lines = [line for day in days for line in day_lines(t, month, day)]
        if lines:
            yield f"## {t.week(Week.of(days[0].day))}"
            yield from lines


def day_lines(t: Translator, month: Month, day: MonthDay) -> Iterator[str]:
    names = [special_named(t, each, plainly(clip(each.name, TITLE))) for each in day.specials]
    names += [f"*{t('month-gap')}*"] if day.is_gap else []
    if not (names or day.posts):
        return
    yield f"### {' · '.join([t.day(day.day), *names])}"
    for post in day.posts:
        yield f"- {post_line(t, month, post)}"


def post_line(t: Translator, month: Month, post: Post) -> str:
    moment = post.stands_at or month.now
    parts = [
        t.clock(moment, zone=month.strategy.zone),
        f"**{post.id}** {plainly(clip(post.title, LINE))}",
        t.platform(post.platform),
        state_name(t, month, post),
        plainly(owner_name(t, month, post.owner_id)) if post.owner_id else t("month-nobody"),
    ]
    return " · ".join(parts)
