"""The line of a day in the thread of the week: how much was done, of which posts; nobody's name."""

from collections.abc import Sequence

from bot.domain.posts import Post
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.reminders.day_lines import DayDone
from handlers.views.kit import context
from handlers.views.reminders.post import message

NAMED = 5
"""Posts that one part of the line names."""


def day_line(t: Translator, done: DayDone) -> Outgoing:
    parts = [t("day-line-rounds", count=done.rounds)] if done.rounds else []
    for what, posts in (("added", done.added), ("moved", done.moved), ("live", done.live)):
        if posts:
            parts.append(t(f"day-line-{what}", count=len(posts), posts=_numbers(posts)))
    said = " · ".join(parts) or t("day-line-nothing")
    day = t.day(done.day)
    text = t("day-line", day=day[0].upper() + day[1:], said=said)
    return message(text, context(text))


def _numbers(posts: Sequence[Post]) -> str:
    named = ", ".join(each.id for each in posts[:NAMED])
    return named + ", …" if len(posts) > NAMED else named
