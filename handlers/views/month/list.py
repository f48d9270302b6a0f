"""A month as a list: under its picture, in an answer with buttons, in a modal, and as the text of a canvas."""

from collections.abc import Callable, Iterator
from datetime import date

from slackblocks import Button

from bot.domain.moments import Week
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.services.plan.month import Month, MonthDay, shifted
from handlers.views.kit import Json, actions, button, clip, context, escape, header, mention, modal, safe, section
from handlers.views.lengths import COMMENT, EXCERPT, GLIMPSE, MONTH, PHRASE, WEEK
from handlers.views.month.in_words import headline, month_title, owner_name, special_named, state_name

Who = Callable[[str], str]
"""How a post's owner is named: a mention calls them, so it is for who reads the list alone."""


def month_blocks(t: Translator, month: Month, *, notice: str = "", may_post: bool = False) -> list[Json]:
    """*notice* is mrkdwn, above all else. *may_post* offers to show everybody in the channel."""
    blocks = [context(notice)] if notice else []
    blocks += [header(f"{month_title(t, month.first)} · {month.strategy.name}"), section(f"*{headline(t, month)}*")]
    blocks += [context(each) for each in remarks(t, month)]
    blocks += [section(each) for each in packed(week_texts(t, month, room=MONTH, who=mention))]
    return [*blocks, *_buttons(t, month, may_post=may_post)]


def month_modal(t: Translator, month: Month) -> Json:
    meta = {"channel": month.strategy.channel_id}
    return modal("calendar.month", t("month-modal"), month_blocks(t, month), close=t("button-close"), meta=meta)


def month_text(t: Translator, month: Month) -> str:
    """The top-level text of a list."""
    said = t("month-said", month=month_title(t, month.first), name=safe(month.strategy.name, PHRASE))
    return f"{said} {headline(t, month)}"


def month_comment(t: Translator, month: Month) -> str:
    """The whole message that the picture comes with: what it shows, and the list, which calls nobody."""
    head = [
        f"*{month_title(t, month.first)} · {safe(month.strategy.name, PHRASE)}*",
        headline(t, month),
        *remarks(t, month),
    ]
    room = COMMENT - sum(map(len, head))
    return "\n".join([*head, *week_texts(t, month, room=room, who=lambda owner: escape(owner_name(t, month, owner)))])


def remarks(t: Translator, month: Month) -> list[str]:
    """Themes with their days, and whose clock the list goes by."""
    said = []
    if month.themes:
        names = t.listing([clip(theme.name, GLIMPSE) for theme in month.themes])
        said.append(t("month-themes", themes=safe(names, EXCERPT)))
    if month.strategy.zone != t.zone:
        said.append(t("month-zone", place=t.place(month.strategy.zone)))
    return said


def week_texts(t: Translator, month: Month, *, room: int, who: Who) -> list[str]:
    """One text a week; of a day as many posts as let the whole list stay within *room* characters."""
    for most in (100, 40, 20, 12, 8, 5, 3, 2, 1, 0):
        texts = [week_text(t, month, cells, most=most, who=who) for cells in month.weeks]
        texts = [each for each in texts if each]
        if sum(map(len, texts)) <= room:
            return texts
    return [clip("\n".join(texts), room)]


def week_text(t: Translator, month: Month, cells: tuple[MonthDay | None, ...], *, most: int, who: Who) -> str:
    days = [day for day in cells if day is not None]
    lines = [line for day in days for line in day_lines(t, month, day, most=most, who=who)]
    return "\n".join([f"*{t.week(Week.of(days[0].day))}*", *lines]) if lines else ""


def day_lines(t: Translator, month: Month, day: MonthDay, *, most: int, who: Who) -> Iterator[str]:
    """The day with what is special about it, then its posts; nothing for a day on which nothing is."""
    names = [special_named(t, each, escape(clip(each.name, GLIMPSE))) for each in day.specials]
    names += [f"_{t('month-gap')}_"] if day.is_gap else []
    names += [t("today")] if day.day == month.today else []
    if not (names or day.posts):
        return
    yield " · ".join([f"*{t.day(day.day, short=True)}*", *names])
    for post in day.posts[:most]:
        yield f"• {post_line(t, month, post, who=who)}"
    if len(day.posts) > most:
        yield f"• {t('month-more-posts', count=len(day.posts) - most)}"


def post_line(t: Translator, month: Month, post: Post, *, who: Who) -> str:
    moment = post.stands_at or month.now
    parts = [
        t.clock(moment, zone=month.strategy.zone),
        f"{post.id} {escape(clip(post.title, GLIMPSE))}",
        t.platform(post.platform),
        state_name(t, month, post),
        who(post.owner_id) if post.owner_id else t("month-nobody"),
    ]
    return " · ".join(parts)


def packed(texts: list[str]) -> Iterator[str]:
    """*texts* cut at line ends, so that each fits into a section."""
    for text in texts:
        piece = ""
        for line in text.splitlines():
            if piece and len(piece) + 1 + len(line) > WEEK:
                yield piece
                piece = line
            else:
                piece = f"{piece}\n{line}" if piece else line
        yield piece


def _buttons(t: Translator, month: Month, *, may_post: bool) -> list[Json]:
    """Months before and after, then what can be had of this one."""
    before, after = shifted(month.first, -1), shifted(month.first, 1)
    move = [
        button(f"← {t.month(before)}", "calendar.turn.before", reference(month, before)),
        button(f"{t.month(after)} →", "calendar.turn.after", reference(month, after)),
    ]
    have: list[Button] = [
        button(t("calendar-picture"), "calendar.picture", reference(month, month.first)),
        button(t("calendar-ics"), "calendar.ics", reference(month, month.first)),
    ]
    if may_post:
        have.append(button(t("calendar-post"), "calendar.post", reference(month, month.first)))
        have.append(button(t("calendar-canvas"), "calendar.canvas", reference(month, month.first)))
    return [actions(*move), actions(*have)]


def reference(month: Month, first: date) -> str:
    """The strategy and a month, as a button carries them."""
    return f"{month.strategy.id}|{first.isoformat()}"
