"""A digest in words, line by line, the same for the channel and for a terminal; every sentence is a catalogue's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.domain.engage.corrections import time_to_correct
from bot.domain.kpi.digests import Digest, PlatformRow
from bot.domain.kpi.evidence import ALPHA
from bot.domain.kpi.formulas import COST_OF, FEWEST, is_hidden
from bot.domain.kpi.rates import PARTS, Figure, FigureChange, Gauge, Total
from bot.domain.strategy import Kpi
from bot.i18n import Translator
from bot.services.kpi.care_words import by_the_clock, care_lines
from bot.services.kpi.decision_words import Deciding
from bot.services.kpi.digest import BASELINE_WEEKS
from bot.services.kpi.figure_words import (
    UNKNOWN,
    Ink,
    amount,
    comparison_line,
    finding_line,
    known_answers,
    known_of,
    lacking_line,
    named,
    plain,
    rise,
    spent,
    total,
)
from bot.services.kpi.target_words import Aims


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Tells one digest to one reader."""

    digest: Digest
    t: Translator
    ink: Ink = field(default_factory=Ink)

    def title(self) -> str:
        t, digest, name = self.t, self.digest, self.ink.quote(self.digest.strategy.name)
        week = t.week(digest.week, year=digest.week.year != digest.made_at.year)
        if not digest.is_empty:
            return t("digest-title", week=week, name=name)
        older = [t("digest-empty-overdue", count=len(digest.overdue))] if digest.overdue else []
        rounds = [self.round()] if digest.round.count or (older and digest.round.is_undone) else []
        aimed = self.aims.about_questions(digest.targets)
        engaged = ". ".join(filter(None, [*rounds, self.care(), self.corrections(), *aimed]))
        return " ".join(filter(None, [t("digest-empty", week=week, name=name), *older, engaged]))

    def first_lines(self) -> list[str]:
        """Against target, against the week before, one decision to take."""
        return [*self.targets(), self.against(), self.decision()]

    @property
    def aims(self) -> Aims:
        digest = self.digest
        is_one = len({each.objective.id for each in digest.targets}) <= 1
        currency = digest.strategy.currency
        return Aims(
            t=self.t, currency=currency, is_over=digest.is_over, is_one=is_one, lacked=self.lacked, ink=self.ink
        )

    @property
    def lacked(self) -> frozenset[str]:
        """Counts that a target needs, and that posts with other numbers do not have."""
        return frozenset(name for each in (*self.digest.lacking, *self.digest.lacking_before) for name in each.counts)

    def targets(self) -> list[str]:
        return [self.aims.line(each) for each in self.digest.targets] or [self.t("digest-target-none")]

    def decision(self) -> str:
        return Deciding(digest=self.digest, t=self.t, aims=self.aims, ink=self.ink).line()

    def amount(self, kpi: Kpi, value: float) -> str:
        return amount(self.t, kpi, value, self.digest.strategy.currency)

    def _money(self, value: float) -> str:
        return self.t.money(round(value, 2), self.digest.strategy.currency)

    def against(self) -> str:
        change = self.digest.engagements
        notes = [] if change.now.value is None else self._partly(change)
        return " · ".join([self._against(change), *notes])

    def _against(self, change: FigureChange) -> str:
        t, now, before = self.t, change.now.value, change.before.value
        if not change.now.of and self.digest.is_over:
            return self._nothing(change.before)
        if now is None:
            return t("digest-against-unknown", before=UNKNOWN if before is None else plain(t, before))
        shown = self.ink.strong(plain(t, now))
        if not self.digest.is_over:
            return t("digest-so-far", now=shown, before=UNKNOWN if before is None else plain(t, before))
        if before is None:
            return t("digest-against-before-unknown", now=shown)
        if change.is_new:
            return t("digest-against-new", now=shown)
        if not change.is_complete:  # a percentage between sums of different completeness would mislead
            return t("digest-against-partly", now=shown, before=plain(t, before))
        if change.fraction is None:
            return t("digest-against-none")
        return t("digest-against", now=shown, change=self.ink.strong(rise(t, change)), before=plain(t, before))

    def _nothing(self, before: Figure) -> str:
        """Nothing was published: a change in percent would say less."""
        if not before.of:
            return self.t("digest-against-nothing-again")
        shown = UNKNOWN if before.value is None else plain(self.t, before.value)
        return self.t("digest-against-nothing", before=shown)

    def _partly(self, change: FigureChange) -> list[str]:
        now, before, found = change.now, change.before, []
        if now.n < now.of:
            found.append(self.t("digest-partly", now=now.n, posts=now.of))
        if 0 < before.n < before.of:
            found.append(self.t("digest-partly-before", now=before.n, posts=before.of))
        return found

    def columns(self) -> list[str]:
        names = ("platform", "posts", "reach", "engagements", "rate", "change")
        return [self.t(f"digest-column-{each}") for each in names]

    def rows(self) -> list[PlatformRow]:
        """One per platform, and all of them together where there are several."""
        rows = list(self.digest.platforms)
        return rows if len(rows) == 1 else [*rows, self.digest.total]

    def cells(self, row: PlatformRow) -> list[str]:
        t = self.t
        return [
            t.platform(row.platform) if row.platform else t("digest-all"),
            t.number(row.posts),
            total(t, row.reach),
            total(t, row.engagements),
            self._rate(row),
            self._change(row),
        ]

    def _change(self, row: PlatformRow) -> str:
        """As line 2 says it of all: none of a week that runs, of nothing published, of sums not known alike."""
        is_told = self.digest.is_over and row.posts and (row.change.is_complete or row.change.is_new)
        return rise(self.t, row.change) if is_told else UNKNOWN

    def _rate(self, row: PlatformRow) -> str:
        if row.is_hidden:
            return self.t("digest-too-few") if row.posts else UNKNOWN
        value = row.rate.value
        return UNKNOWN if value is None else self.amount(Kpi.ENGAGEMENT_RATE_BY_REACH, value)

    def row(self, row: PlatformRow) -> str:
        name, _, reach, engagements, rate, change = self.cells(row)
        return self.t(
            "digest-row",
            platform=name,
            posts=row.posts,
            reach=reach,
            engagements=engagements,
            rate=rate,
            change=change,
        )

    def worked(self) -> list[str]:
        return [comparison_line(self.t, each, self.ink) for each in self.digest.worked]

    def failed(self) -> list[str]:
        return [comparison_line(self.t, each, self.ink) for each in self.digest.failed]

    def findings(self) -> list[str]:
        return [finding_line(self.t, each) for each in self.digest.findings]

    def discipline(self) -> str:
        kept, t = self.digest.discipline, self.t
        if kept.planned:
            line = t("digest-discipline", on=kept.on_time, planned=kept.planned, late=kept.late, missed=kept.missed)
        else:
            line = t("digest-discipline-none")
        waiting = [t("digest-discipline-waiting", waiting=kept.waiting)] if kept.waiting else []
        older = [t("digest-discipline-older", older=len(self.digest.overdue))] if self.digest.overdue else []
        held = [t("digest-discipline-held", held=len(self.digest.paused))] if self.digest.paused else []
        return ", ".join([line, *waiting, *older, *held])

    def round(self) -> str:
        done, t = self.digest.round, self.t
        if done.is_silent:
            return t("digest-round-none")
        parts = [t("digest-round", done=int(done.days.numerator), days=done.days.of)]
        parts += [t("digest-round-unasked", count=done.unasked)] if done.unasked else []
        parts += self._questions()
        if done.minutes:
            parts.append(t("digest-round-minutes", spent=spent(t, done.minutes)))
        return ", ".join(parts)

    def corrections(self) -> str:
        """How many mistakes were put right, and how fast; nothing where there was none. Whose they were is nobody's."""
        found, t = time_to_correct(self.digest.corrections), self.t
        parts = [t("digest-corrected", n=found.n, span=t.duration(found.median))] if found.median is not None else []
        parts += [t("digest-uncorrected", count=found.still_open)] if found.still_open else []
        return t("digest-corrections", said=t.listing(parts, "unit")) if parts else ""

    def kept(self) -> list[str]:
        """What was kept of what was planned, how people were answered, and what comes: a line each, some empty."""
        engaged = [self.round(), self.care(), self.corrections()]
        return [self.discipline(), *engaged, self.coming(), self.missing()]

    def care(self) -> str:
        """Within what time customers were answered, where questions were kept one by one; and whatever waits."""
        found, today = self.digest.care, self.digest.strategy.today(self.digest.made_at)
        told = found is not None and self._is_care_told
        lines = care_lines(self.t, found, today=today, in_detail=False) if found is not None and told else []
        lines += self._waiting_since_before(today)
        return self.t("digest-care", said=" · ".join(lines)) if lines else ""

    def _waiting_since_before(self, today: date) -> list[str]:
        older, zone = self.digest.waiting, self.digest.strategy.zone
        if not older:
            return []
        days = (today - older[0].waits_since(zone)).days
        return [self.t("care-open-before", count=len(older), question=older[0].id, days=days)]

    @property
    def _is_care_told(self) -> bool:
        """Then the rate stands there, and not in the line of the rounds too."""
        return self.digest.round.questions.kept > 0

    def _questions(self) -> list[str]:
        """What the rounds counted; where questions were kept as well, the customers' line has all of them together."""
        done, t = self.digest.round, self.t
        asked, found = done.questions, []
        if asked.n and not self._is_care_told:
            line = t("digest-round-questions", answered=int(asked.numerator), received=int(asked.denominator))
            found.append(line if asked.n == asked.of else f"{line} ({known_answers(t, asked)})")
        if done.older:
            found.append(t("digest-round-older", older=done.older))
        if done.mixed:
            mixed = done.mixed
            found.append(t("digest-round-mixed", rounds=mixed.rounds, answered=mixed.answered, received=mixed.received))
        return found

    def coming(self) -> str:
        digest, t = self.digest, self.t
        parts = [t("digest-coming", posts=len(digest.coming), week=digest.week.shifted(1).number)]
        parts += [t("digest-coming-unowned", unowned=len(digest.unowned))] if digest.unowned else []
        parts += [t("digest-coming-textless", textless=len(digest.textless))] if digest.textless else []
        return ", ".join(parts)

    def missing(self) -> str:
        """Empty when every number is in."""
        return " · ".join(filter(None, [self._missing(), self._missing_before(), self._lacking()]))

    def _missing(self) -> str:
        if not self.digest.missing:
            return ""
        owners = dict.fromkeys(post.owner_id for post in self.digest.missing)
        return self.t("digest-missing", posts=self.t.listing([self._missing_of(each) for each in owners], "unit"))

    def _missing_before(self) -> str:
        posts = [post.id for post in self.digest.missing_before]
        return self.t("digest-missing-before", posts=named(self.t, posts)) if posts else ""

    def _lacking(self) -> str:
        """Posts that have numbers, but not those of the target."""
        lacking = (*self.digest.lacking, *self.digest.lacking_before)
        told = [lacking_line(self.t, each) for each in lacking]
        return self.t("digest-lacking", posts=named(self.t, told)) if told else ""

    def _missing_of(self, owner: str | None) -> str:
        posts = [post.id for post in self.digest.missing if post.owner_id == owner]
        who = self.ink.who(owner) if owner else self.t("digest-nobody")
        return self.t("digest-missing-of", posts=named(self.t, posts), who=who)

    def unknown_days(self) -> list[str]:
        """The days of the week whose posts have no numbers at all."""
        days = [each.day for each in self.digest.days if each.engagements.value is None]
        return [self.t.day(day, short=True) for day in days]

    def notes(self) -> list[str]:
        """What a reader has to know to read the table and the chart."""
        t, days = self.t, self.unknown_days()
        found = [t("digest-too-few-note", fewest=FEWEST)] if self.digest.measured else []
        if days:
            found.append(t("digest-chart-unknown", days=t.listing(days)))
        return [*found, *self._summed()]

    def _summed(self) -> list[str]:
        """Which parts engagements were summed from, where a platform gave no total of its own."""
        used = {part for each in self.digest.measured for part in each.counts.summed_parts}
        parts = [self.t(f"count-{part}") for part in PARTS if part in used]
        return [self.t("digest-summed", parts=self.t.listing(parts))] if parts else []

    def how(self) -> list[str]:
        """How each figure that is known was made."""
        found = [self._how(kpi, figure) for kpi, figure in self.digest.kpis if figure.n]
        older, care = self.digest.round.older, self.digest.care
        plain = by_the_clock(self.t, care) if care is not None and self._is_care_told else []
        found += [self.t("digest-care", said=each) for each in plain]
        return [*found, *([self.t("digest-how-older", older=older)] if older else [])]

    def _how(self, kpi: Kpi, figure: Figure) -> str:
        t, name = self.t, self.t(f"kpi-{kpi.value}")
        measured = known_of(t, kpi, figure, lacked=self.lacked)
        if isinstance(figure, Total):
            return t("digest-how-sum", kpi=name, value=plain(t, figure.numerator), known=measured)
        if isinstance(figure, Gauge) and figure.value is not None:
            return t("digest-how-sum", kpi=name, value=self.amount(kpi, figure.value), known=measured)
        above = self._money(figure.numerator) if kpi in COST_OF else plain(t, figure.numerator)
        below = plain(t, figure.denominator)
        if is_hidden(kpi, figure):
            return t("digest-how-hidden", kpi=name, above=above, below=below, fewest=FEWEST, known=measured)
        if figure.value is None:
            return t("digest-how-unknown", kpi=name, known=measured)
        value = self.amount(kpi, figure.value)
        return t("digest-how-rate", kpi=name, above=above, below=below, value=value, known=measured)

    def rules(self) -> list[str]:
        t = self.t
        return [
            t("digest-how-pooled", place=t.place(self.digest.strategy.zone)),
            t("digest-how-peers", weeks=BASELINE_WEEKS, fewest=FEWEST),
            t("digest-how-kinds", alpha=t.percent(ALPHA, 0)),
        ]


def digest_text(digest: Digest, t: Translator, ink: Ink | None = None) -> str:
    """The whole digest as lines of text; an empty week is one line."""
    telling = Telling(digest=digest, t=t, ink=ink or Ink())
    if digest.is_empty:
        return telling.title()
    paragraphs = [
        [telling.title(), *telling.first_lines()],
        [telling.row(row) for row in telling.rows()] if digest.platforms else [],
        _headed(t("digest-worked"), telling.worked()),
        _headed(t("digest-failed"), telling.failed()),
        telling.findings(),
        telling.kept(),
        telling.notes(),
    ]
    return "\n\n".join("\n".join(filter(None, lines)) for lines in paragraphs if lines)


def _headed(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return [title, *found] if found else []
