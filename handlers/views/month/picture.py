"""The picture of a month: a sheet with a cell for every day, as a PNG. Drawn with what `pens` offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.plan_parts import Theme
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.plan.month import Month, MonthDay
from bot.services.plan.special_days import DaySort
from handlers.views.month import pens
from handlers.views.month.in_words import headline, month_title
from handlers.views.month.pens import Sheet, drawable, fitting

MARGIN, COLUMN = 30, 260
HEAD, DAYS_ROW, DATE, BAND, LINE, FOOT = 112, 40, 38, 28, 29, 78
FEWEST, MOST, BANDS = 3, 7, 4
"""Lines of posts in a week's cells, and how many themes stand one under the other."""
WIDTH = 2 * MARGIN + 7 * COLUMN
TEXT, SMALL = 18, 16

CODES = {
    Platform.FACEBOOK: ("FB", "#1656b8"),
    Platform.INSTAGRAM: ("IG", "#a1246b"),
    Platform.LINKEDIN: ("LI", "#0a5a8a"),
    Platform.X: ("X", "#1d1c1d"),
    Platform.YOUTUBE: ("YT", "#b00020"),
    Platform.TIKTOK: ("TT", "#0b6b69"),
    Platform.MASTODON: ("MA", "#5146c8"),
    Platform.THREADS: ("TH", "#4a4a4f"),
    Platform.PINTEREST: ("PI", "#9c1c28"),
    Platform.BLUESKY: ("BS", "#0a62b0"),
    Platform.GOOGLE_BUSINESS: ("GB", "#2d6a2f"),
    Platform.BLOG: ("BL", "#7a4b12"),
}
"""Letters first, colour only beside them; every colour carries white letters."""

STATES = {
    PostState.IDEA: ("☆", pens.SOFT),
    PostState.DRAFT: ("○", pens.INK),
    PostState.IN_REVIEW: ("◐", pens.INK),
    PostState.APPROVED: ("✓", pens.GOOD),
    PostState.PUBLISHED: ("●", pens.GOOD),
    PostState.CANCELLED: ("×", pens.SOFT),
}
OVERDUE = ("!", pens.LATE)
HELD = ("=", pens.SOFT)
"""By a pause; explained where there is one."""
SORTS = {DaySort.HOLIDAY: "", DaySort.COMPANY: "◇ ", DaySort.AWARENESS: "✦ "}
"""Before the name of a day: the tint of the days nobody works is not all that keeps them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A row of the sheet: seven cells, the themes that run through it, and where it stands."""

    cells: tuple[MonthDay | None, ...]
    themes: tuple[Theme, ...]
    top: int
    lines: int

    @property
    def bands(self) -> int:
        return min(len(self.themes), BANDS)

    @property
    def height(self) -> int:
        return DATE + self.bands * BAND + self.lines * LINE + 10


def drawn(t: Translator, month: Month) -> bytes:
    """A PNG, 1880 pixels wide, as high as the busiest day of each week asks for."""
    weeks = list(_weeks(month))
    sheet = Sheet(WIDTH, weeks[-1].top + weeks[-1].height + FOOT)
    _draw_head(sheet, t, month)
    for week in weeks:
        for column, day in enumerate(week.cells):
            _draw_cell(sheet, t, month, week, column, day)
        _draw_bands(sheet, week)
    _draw_foot(sheet, t, month, top=weeks[-1].top + weeks[-1].height)
    return sheet.png()


def mark_of(month: Month, post: Post) -> tuple[str, str]:
    if month.is_held(post):
        return HELD
    return OVERDUE if month.is_late(post) else STATES[post.state]


def _weeks(month: Month) -> Iterator[WeekRow]:
    top = HEAD + DAYS_ROW
    for cells in month.weeks:
        busiest = max(len(day.posts) if day else 0 for day in cells)
        themes = tuple(theme for theme in month.themes if any(day and theme in day.themes for day in cells))
        week = WeekRow(cells=cells, themes=themes, top=top, lines=min(max(busiest, FEWEST), MOST))
        yield week
        top += week.height


def _draw_head(sheet: Sheet, t: Translator, month: Month) -> None:
    room = WIDTH - 2 * MARGIN
    sheet.text((MARGIN, 44), month_title(t, month.first), 38, is_bold=True)
    name = fitting(drawable(month.strategy.name), room // 2, 26)
    sheet.text((WIDTH - MARGIN, 44), name, 26, colour=pens.SOFT, anchor="rm")
    sheet.text((MARGIN, 88), fitting(drawable(headline(t, month)), room, 21), 21, colour=pens.SOFT)
    for column in range(7):
        middle = MARGIN + column * COLUMN + COLUMN // 2
        sheet.text((middle, HEAD + DAYS_ROW // 2), t.weekday(column), 19, colour=pens.SOFT, anchor="mm")


def _draw_cell(sheet: Sheet, t: Translator, month: Month, week: WeekRow, column: int, day: MonthDay | None) -> None:
    left = MARGIN + column * COLUMN
    box = (left, week.top, left + COLUMN, week.top + week.height)
    if day is None:
        sheet.box(box, fill="#fafafb", outline=pens.GRID)
        return
    sheet.box(box, fill=_paper(day), outline=pens.GRID)
    if day.is_gap:
        below = (left + 1, week.top + DATE + week.bands * BAND, left + COLUMN - 1, week.top + week.height - 1)
        sheet.hatch(below, "#efd9d2")
    is_today = day.day == month.today
    _draw_date(sheet, t, day, left, week.top, is_today=is_today)
    _draw_posts(sheet, t, month, week, day, left)
    if is_today:
        sheet.box((left + 1, week.top + 1, left + COLUMN - 1, week.top + week.height - 1), outline=pens.TODAY, width=4)


def _paper(day: MonthDay) -> str:
    if any(each.is_free for each in day.specials):
        return pens.HOLIDAY
    return pens.WEEKEND if day.is_free else pens.PAPER


def _draw_date(sheet: Sheet, t: Translator, day: MonthDay, left: int, top: int, *, is_today: bool) -> None:
    """The number, in a filled box and with the word for today; what day it is on the right."""
    number, middle = str(day.day.day), top + DATE // 2 + 1
    if is_today:
        number = f"{number} · {t('today')}"
        sheet.pill((left + 7, top + 7, left + 19 + int(_length(number)), top + DATE - 3), pens.TODAY)
    sheet.text((left + 13, middle), number, 20, colour=pens.PAPER if is_today else pens.INK, is_bold=True)
    room = COLUMN - 40 - int(_length(number))
    names = " · ".join(SORTS[each.sort] + drawable(each.name) for each in day.specials)
    sheet.text((left + COLUMN - 10, middle), fitting(names, room, SMALL), SMALL, colour=pens.SOFT, anchor="rm")


def _length(text: str) -> float:
    length: float = pens.font(20, is_bold=True).getlength(text)
    return length


def _draw_posts(sheet: Sheet, t: Translator, month: Month, week: WeekRow, day: MonthDay, left: int) -> None:
    top = week.top + DATE + week.bands * BAND
    if day.is_gap:
        word = fitting(t("month-gap"), COLUMN - 24, TEXT)
        sheet.text((left + 13, top + LINE // 2), word, TEXT, colour=pens.GAP)
        top += LINE
    room = week.lines - day.is_gap
    shown = day.posts if len(day.posts) <= room else day.posts[: room - 1]
    for place, post in enumerate(shown):
        _draw_post(sheet, post, left, top + place * LINE, month)
    if len(shown) < len(day.posts):
        more = t("month-more", count=len(day.posts) - len(shown))
        sheet.text((left + 13, top + len(shown) * LINE + LINE // 2), more, TEXT, is_bold=True)


def _draw_post(sheet: Sheet, post: Post, left: int, top: int, month: Month) -> None:
    """Platform, state and title, in this order."""
    (code, colour), (sign, ink), middle = CODES[post.platform], mark_of(month, post), top + LINE // 2
    sheet.pill((left + 9, top + 3, left + 41, top + LINE - 3), colour)
    sheet.text((left + 25, middle), code, 15, colour=pens.PAPER, is_bold=True, anchor="mm")
    sheet.text((left + 55, middle), sign, 20, colour=ink, is_bold=sign == "!", anchor="mm")
    title = fitting(drawable(post.title) or post.id, COLUMN - 68 - 8, TEXT)
    sheet.text((left + 68, middle), title, TEXT, colour=ink if sign == "!" else pens.INK)


def _draw_bands(sheet: Sheet, week: WeekRow) -> None:
    """Themes as bands over the days they run through, the rest of them as a number."""
    for lane, theme in enumerate(week.themes[:BANDS]):
        top = week.top + DATE + lane * BAND
        rest = len(week.themes) - BANDS if lane == BANDS - 1 else 0
        for first, last in _runs(week.cells, theme):
            box = (MARGIN + first * COLUMN + 3, top + 1, MARGIN + (last + 1) * COLUMN - 3, top + BAND - 3)
            sheet.pill(box, theme.colour)
            name = drawable(theme.name) + (f" (+{rest})" if rest > 0 else "")
            said = fitting(name, box[2] - box[0] - 16, SMALL, is_bold=True)
            sheet.text((box[0] + 9, top + BAND // 2 - 1), said, SMALL, colour=pens.on(theme.colour), is_bold=True)


def _runs(cells: Sequence[MonthDay | None], theme: Theme) -> Iterator[tuple[int, int]]:
    """First and last column of each stretch of days that *theme* covers."""
    start: int | None = None
    for column in range(8):
        day = cells[column] if column < 7 else None
        if day is not None and theme in day.themes:
            start = column if start is None else start
        elif start is not None:
            yield start, column - 1
            start = None


def _draw_foot(sheet: Sheet, t: Translator, month: Month, *, top: int) -> None:
    """What the signs and letters mean."""
    signs = [(f"{sign} {t.state(state)}    ", pens.INK) for state, (sign, _) in STATES.items() if sign != "×"]
    signs.append((f"{OVERDUE[0]} {t('state-overdue')}", pens.LATE))
    signs += [(f"    {HELD[0]} {t('state-held')}", pens.INK)] if any(map(month.is_held, month.posts)) else []
    signs += [(f"    {SORTS[each]}{t(f'plan-day-{each.value}')}", pens.INK) for each in _sorts(month)]
    sheet.row((MARGIN, top + 24), signs, TEXT, room=WIDTH - 2 * MARGIN)
    used = [each for each in Platform if any(post.platform is each for post in month.posts)]
    names = [(f"{_legend(t, each)}    ", CODES[each][1]) for each in used]
    sheet.row((MARGIN, top + 54), names, TEXT, room=WIDTH - 2 * MARGIN)


def _sorts(month: Month) -> list[DaySort]:
    """The sorts of days of the month that have a sign."""
    there = {each.sort for day in month.days for each in day.specials}
    return [each for each, sign in SORTS.items() if sign and each in there]


def _legend(t: Translator, platform: Platform) -> str:
    code, name = CODES[platform][0], t.platform(platform)
    return name if name == code else f"{code} {name}"
