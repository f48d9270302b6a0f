"""A month in words: its title, its counts, its alternative text; what the picture and the list have in common."""

from datetime import date

from babel import Locale
from babel.dates import format_date

from bot.domain.posts import Post, PostState
from bot.i18n import Translator
from bot.services.plan.month import Month
from bot.services.plan.special_days import NamedDay
from handlers.views.kit import clip
from handlers.views.lengths import ALT_TEXT, CELL, GLIMPSE, IN_COLUMN, TITLE


def month_title(t: Translator, first: date) -> str:
    """ "November 2026", "Novembre 2026"."""
    written = format_date(first, "LLLL y", locale=Locale.parse(t.locale, sep="-"))
    return written[:1].upper() + written[1:]


def headline(t: Translator, month: Month) -> str:
    """How many posts, gaps and posts without an owner there are."""
    unowned = sum(post.owner_id is None and post.is_open for post in month.posts)
    late = sum(month.is_late(post) for post in month.posts)
    said = [t("month-posts", count=len(month.posts))]
    said += [t("month-gaps", count=len(month.gaps))] if month.gaps else []
    said += [t("month-unowned", count=unowned)] if unowned else []
    said += [t("month-overdue", count=late)] if late else []
    published = sum(post.state is PostState.PUBLISHED for post in month.posts)
    said += [t("month-published", count=published)] if published else []
    return " · ".join(said)


def alternative(t: Translator, month: Month) -> str:
    """All that the picture shows, but for the posts' titles, which stand in the list under it."""
    name, counts = clip(month.strategy.name, TITLE), headline(t, month)
    parts = [t("month-alt", month=t.month(month.first), name=name, counts=counts)]
    if month.first <= month.today <= month.days[-1].day:
        parts.append(t("month-alt-today", day=t.day(month.today)))
    if month.gaps:
        parts.append(t("month-alt-gaps", days=days_named(t, month.gaps)))
    special = [
        f"{day.day.day} {', '.join(special_named(t, each, clip(each.name, CELL)) for each in day.specials[:3])}"
        for day in month.days
        if day.specials
    ]
    if special:
        parts.append(t("month-alt-special", days=clip(t.listing(special), IN_COLUMN)))
    if month.themes:
        themes = t.listing([clip(theme.name, GLIMPSE) for theme in month.themes])
        parts.append(t("month-alt-themes", themes=clip(themes, IN_COLUMN)))
    busy = [f"{each.day.day}: {len(each.posts)}" for each in month.days if each.posts]
    if busy:
        parts.append(t("month-alt-days", days=t.listing(busy, "unit")))
    return clip(" ".join(parts), ALT_TEXT)


def special_named(t: Translator, special: NamedDay, name: str) -> str:
    """*name*, made safe for where it goes, with what sort of day it is: a holiday is no mere reason to post."""
    return t("month-special", name=name, sort=t(f"plan-day-{special.sort.value}"))


def state_name(t: Translator, month: Month, post: Post) -> str:
    if month.is_held(post):
        return t("state-held")
    return t("state-overdue") if month.is_late(post) else t.state(post.state)


def owner_name(t: Translator, month: Month, owner_id: str) -> str:
    """Whose a post is, by name: it goes to many, and none of them is called."""
    return clip(month.names.get(owner_id) or t("somebody"), CELL)


def days_named(t: Translator, days: list[date]) -> str:
    """Numbers of days; of a whole month they read as a list."""
    return t.listing([str(day.day) for day in days])
