"""The weekly digest as messages: for the channel, for one asker, the thread with every post. Owns its action ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from slackblocks import Button

from bot.domain.kpi.decisions import DecisionKind
from bot.domain.kpi.digests import Digest
from bot.domain.kpi.formulas import Measured
from bot.domain.kpi.rates import PARTS, Counts
from bot.i18n import Translator
from bot.ports import Outgoing, Upload
from bot.services.kpi.digest_words import Telling
from bot.services.kpi.figure_words import UNKNOWN, Ink, named, plain
from handlers.views.kit import Json, actions, button, clip, context, escape, header, mention, safe, section
from handlers.views.kpi.chart import BarPicture, drawn
from handlers.views.kpi.decisions import ask_button, decision_blocks, empty_buttons, gaps_button, reference
from handlers.views.lengths import NAME, PHRASE, TABLE_CELL, TOP_TEXT
from handlers.views.tables_and_charts import Bars, bar_chart, table

TEXT = TOP_TEXT - 100
"""Longer, an update of the message would be refused."""

HEARD = 12

ROWS = 60
"""Posts that the thread lists: with more, a message comes near the 13 000 characters that Slack takes."""

CHANNEL_INK = Ink(
    quote=lambda text: escape(clip(text, NAME)), who=mention, strong=lambda text: f"*{text}*"
)  # what stands inside of *strong* is quoted already
PLAIN_INK = Ink(quote=lambda text: escape(clip(text, NAME)), who=mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What happened since the digest was sent: *late*, when numbers came in; *put_off_by*, who said "not now"."""

    late: datetime | None = None
    put_off_by: str = ""


def digest_message(digest: Digest, t: Translator, *, marks: Marks | None = None) -> Outgoing:
    """As the channel reads it; where Slack refuses the chart, lines and a picture say the same."""
    if digest.is_empty:
        title = Telling(digest=digest, t=t, ink=PLAIN_INK).title()
        return Outgoing(text=title, blocks=[section(title), actions(*empty_buttons(t, digest))])
    marks = marks or Marks()
    blocks = digest_blocks(digest, t, marks=marks)
    return Outgoing(
        text=digest_short(digest, t),
        blocks=blocks,
        plain_blocks=digest_blocks(digest, t, marks=marks, is_plain=True),
        uploads=Picture(digest, t) if digest.measured else (),
    )


def digest_short(digest: Digest, t: Translator) -> str:
    """The numbers alone, for a notification and for a screen reader."""
    telling = Telling(digest=digest, t=t, ink=PLAIN_INK)
    if digest.is_empty:
        return telling.title()
    rows = [telling.row(row) for row in telling.rows()] if digest.platforms else []
    rest = telling.kept()
    return clip("\n".join(filter(None, [telling.title(), *telling.first_lines(), *rows, *rest])), TEXT)


def digest_blocks(
    digest: Digest, t: Translator, *, marks: Marks, is_plain: bool = False, for_asker: Sequence[Button] = ()
) -> list[Json]:
    """*is_plain*: without chart and table. *for_asker*: buttons of whoever asked for it, alone."""
    telling = Telling(digest=digest, t=t, ink=CHANNEL_INK)
    week = t.week(digest.week, year=digest.week.year != digest.made_at.year)
    return [
        header(t("digest-title", week=week, name=clip(digest.strategy.name, NAME))),
        section("\n".join(telling.first_lines())),
        *decision_blocks(t, digest, put_off_by=marks.put_off_by),
        *(_as_lines(telling) if is_plain else _drawn(telling)),
        *(context(each) for each in telling.notes()),
        *_comparisons(telling),
        section(
            "\n".join(
                filter(
                    None,
                    telling.kept(),
                )
            )
        ),
        actions(*_buttons(digest, t), *for_asker),
        *([context(t("digest-late", at=t.moment(marks.late)))] if marks.late else []),
    ]


def _drawn(telling: Telling) -> list[Json]:
    if not telling.digest.platforms:
        return []
    rows = [telling.columns(), *(telling.cells(row) for row in telling.rows())]
    return [bar_chart(*chart_parts(telling.digest, telling.t)), table(rows)]


def _as_lines(telling: Telling) -> list[Json]:
    lines = [telling.row(row) for row in telling.rows()] if telling.digest.platforms else []
    return [section("\n".join(lines))] if lines else []


def chart_parts(digest: Digest, t: Translator) -> tuple[str, list[str], list[Bars]]:
    """Title, categories and bars: the days of the week against those of the week before."""
    days = [t.weekday(each.day.weekday(), short=True) for each in digest.days]  # of both weeks: without their dates
    now = t("digest-chart-this", number=digest.week.number)
    before = t("digest-chart-this", number=digest.week.shifted(-1).number)
    series: list[Bars] = [
        (now, [each.engagements for each in digest.days]),
        (before, [each.before for each in digest.days]),
    ]
    return t("digest-chart"), days, series


class Picture(Sequence[Upload]):
    """The one upload that goes with a digest, drawn when somebody looks: most digests never need it."""

    def __init__(self, digest: Digest, t: Translator) -> None:
        self._digest, self._t = digest, t

    def __len__(self) -> int:
        return 1

    @overload
    def __getitem__(self, index: int) -> Upload: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Upload]: ...
    def __getitem__(self, index: int | slice) -> Upload | Sequence[Upload]:
        return [chart_upload(self._digest, self._t)][index]


def chart_upload(digest: Digest, t: Translator) -> Upload:
    title, days, series = chart_parts(digest, t)
    picture = BarPicture(title=title, categories=days, series=series, number=t.number)
    return Upload(name=f"{digest.week}.png", content=drawn(picture), title=title, alt=chart_alt(digest, t))


def chart_alt(digest: Digest, t: Translator) -> str:
    """Every number of the chart in words."""
    told = [
        t(
            "digest-chart-alt-day",
            day=t.day(each.day, short=True),
            now=_counted(t, each.engagements.value),
            before=_counted(t, each.before.value),
        )
        for each in digest.days
    ]
    week, before = digest.week.number, digest.week.shifted(-1).number
    return t("digest-chart-alt", week=week, before=before, days=t.listing(told, "unit"))


def _counted(t: Translator, value: float | None) -> str:
    return t("digest-no-numbers") if value is None else plain(t, value)


def _comparisons(telling: Telling) -> list[Json]:
    """What worked and what didn't, each with the median and the number of its peers."""
    t, found = telling.t, []
    for title, lines in ((t("digest-worked"), telling.worked()), (t("digest-failed"), telling.failed())):
        if lines:
            found.append(section("\n".join([f"*{title}*", *(f"• {line}" for line in lines)])))
    compared = telling.findings()
    return [*found, *([context("\n".join(compared[:5]))] if compared else [])]


def _buttons(digest: Digest, t: Translator) -> list[Button]:
    """What else there is to do, beside what the decision is about."""
    found, kind = [], digest.decision.kind
    if (digest.unowned or digest.textless) and kind is not DecisionKind.GAPS:
        found.append(gaps_button(t, digest))
    if (digest.missing or digest.missing_before) and kind is not DecisionKind.MISSING:
        found.append(ask_button(t, digest))
    return [*found, button(t("digest-button-details"), "digest.details", reference(digest))]


def details_text(digest: Digest, t: Translator) -> str:
    week = t.week(digest.week, year=digest.week.year != digest.made_at.year)
    return t("digest-thread-text", week=week, posts=len(digest.measured))


def details_blocks(digest: Digest, t: Translator) -> list[Json]:
    """Every post with its numbers, and how each figure was made."""
    telling = Telling(digest=digest, t=t, ink=CHANNEL_INK)
    week = t.week(digest.week, year=digest.week.year != digest.made_at.year)
    more = len(digest.measured) - ROWS
    return [
        header(t("digest-thread-title", week=week)),
        *([table([_columns(t), *(_cells(each, t) for each in digest.measured[:ROWS])])] if digest.measured else []),
        *([context(t("digest-thread-more", more=more))] if more > 0 else []),
        *_totals(digest, t),
        *_heard(digest, t),
        section("\n".join([f"*{t('digest-how')}*", *(f"• {line}" for line in telling.how())])),
        *(context(each) for each in telling.rules()),
    ]


def _totals(digest: Digest, t: Translator) -> list[Json]:
    """Which rows need not add up: those with the platform's own total."""
    own = [each.post.id for each in digest.measured[:ROWS] if each.counts.engagements is not None]
    return [context(t("digest-own-totals", count=len(own), posts=named(t, own)))] if own else []


def _heard(digest: Digest, t: Translator) -> list[Json]:
    """What the rounds brought beside numbers: people worth noticing, what customers want. Without names of ours."""
    lines = [
        t(f"digest-heard-{what}", day=t.day(each.day, short=True), text=safe(said, PHRASE))
        for each in digest.heard
        for what, said in (("voices", each.voices), ("learned", each.learned))
        if said
    ]
    learned = [each.learned for each in digest.corrections if each.learned]
    lines += [t("digest-heard-mistake", text=safe(each, PHRASE)) for each in learned]
    more = [t("digest-heard-more", more=len(lines) - HEARD)] if len(lines) > HEARD else []
    told = [f"*{t('digest-heard')}*", *(f"• {line}" for line in lines[:HEARD]), *more]
    return [section("\n".join(told))] if lines else []


SHOWN = ("reach", "impressions", "total", *PARTS)
"""A post's row in the thread: where the platform gives no total of its own, the parts add up to it."""


def _columns(t: Translator) -> list[str]:
    names = [t("digest-column-engagements") if each == "total" else t(f"count-{each}") for each in SHOWN]
    return [t("digest-column-post"), t("digest-column-platform"), *names]


def _cells(measured: Measured, t: Translator) -> list[str]:
    post = measured.post
    return [clip(f"{post.id} · {post.title}", TABLE_CELL), t.platform(post.platform), *_numbers(measured.counts, t)]


def _numbers(counts: Counts, t: Translator) -> list[str]:
    found = [getattr(counts, each) for each in SHOWN]
    return [UNKNOWN if value is None else t.number(value) for value in found]
