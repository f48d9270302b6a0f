"""Where the targets stand, a line each: the figure, what it rests on, its pace; and whose it is, of several."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.kpi.formulas import DURATIONS, FEWEST, OF_QUESTIONS
from bot.domain.kpi.targets import POOLED_WEEKS, AgainstTarget, Pace
from bot.domain.strategy import Kpi
from bot.i18n import Translator
from bot.services.kpi.figure_words import Ink, amount, known_of

NOTHING = {
    Kpi.RESPONSE_RATE: "digest-known-no-round",
    Kpi.TIME_TO_ANSWER: "digest-known-no-question",
    Kpi.UNANSWERED: "digest-known-no-question",
    Kpi.PARTICIPATION: "digest-known-no-contest",
    Kpi.ADVOCATE_SHARES: "digest-known-no-kit",
}
"""What is said where there was nothing that a KPI counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """Tells targets to one reader. *is_over*: the whole week lies behind. *is_one*: all are of one objective.

    *lacked*: counts that posts with other numbers do not have.
    """

    t: Translator
    currency: str
    is_over: bool
    is_one: bool = True
    lacked: frozenset[str] = frozenset()
    ink: Ink = field(default_factory=Ink)

    def line(self, against: AgainstTarget) -> str:
        said = self._line(against)
        if self.is_one:
            return said
        objective = against.objective
        return self.t("digest-target-of", line=said, id=objective.id, objective=self.ink.quote(objective.statement))

    def about_questions(self, targets: Iterable[AgainstTarget]) -> list[str]:
        """Those that a week without posts has a figure for, too."""
        return [self.line(each) for each in targets if each.target.kpi in OF_QUESTIONS and each.figure.of]

    def _line(self, against: AgainstTarget) -> str:
        t, figure = self.t, against.figure
        named = {"kpi": t(f"kpi-{against.target.kpi.value}"), "target": self.amount(against, against.target.value)}
        if against.is_hidden and figure.n:
            return t("digest-target-hidden", **named, n=figure.n, weeks=POOLED_WEEKS, fewest=FEWEST)
        if figure.value is None or against.is_met is None:
            return t(_unknown(against), **named, known=self._known(against))
        key = "digest-target-met" if against.is_met else "digest-target-below"
        return t(key, **named, value=self.ink.strong(self.amount(against, figure.value)), rest=self._rest(against))

    def value(self, against: AgainstTarget) -> str:
        """The figure beside its target, as within a sentence."""
        named = {"kpi": self.t(f"kpi-{against.target.kpi.value}"), "target": self.amount(against, against.target.value)}
        shown = self.ink.strong(self.amount(against, against.figure.value or 0))
        return self.t("digest-target-value", **named, value=shown)

    def amount(self, against: AgainstTarget, value: float) -> str:
        return amount(self.t, against.target.kpi, value, self.currency)

    def _rest(self, against: AgainstTarget) -> str:
        pace = [self.pace(against)] if against.pace is not None else []
        four = [self.t("digest-four-weeks", weeks=against.weeks)] if against.weeks > 1 else []
        return ", ".join([*filter(None, pace), *four, self._known(against)])

    def _known(self, against: AgainstTarget) -> str:
        kpi, figure = against.target.kpi, against.figure
        if not figure.of:
            return self.t(NOTHING.get(kpi, "digest-known-no-post"))
        return known_of(self.t, kpi, figure, lacked=self.lacked)

    def pace(self, against: AgainstTarget) -> str:
        """How far behind, as posts' worth; empty where the week is over and the target is reached."""
        pace = against.pace
        if pace is None or (self.is_over and not pace.short):
            return ""
        if not self.is_over:
            return self._running(against, pace)
        if pace.posts is None:
            return self.t("digest-pace-short-plain", short=self.amount(against, pace.short))
        return self.t("digest-pace-short", posts=pace.posts) if pace.posts else self.t("digest-pace-nearly")

    def _running(self, against: AgainstTarget, pace: Pace) -> str:
        over = {"share": self.t.percent(pace.share, 0), "of": "time" if pace.is_of_time else "posts"}
        if not pace.is_behind:
            return self.t("digest-pace-on", **over)
        if pace.posts is None:
            return self.t("digest-pace-behind-plain", **over, short=self.amount(against, pace.short))
        return self.t("digest-pace-behind", **over, posts=pace.posts)


def _unknown(against: AgainstTarget) -> str:
    if not against.figure.of:
        return "digest-target-nothing"
    return "digest-target-not-yet" if against.target.kpi in DURATIONS else "digest-target-unknown"
