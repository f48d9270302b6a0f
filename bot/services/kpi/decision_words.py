"""The one thing to decide, as a sentence: what is true, without blame, and a question that somebody can answer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.kpi.comparisons import PeerComparison
from bot.domain.kpi.decisions import Decision, DecisionKind
from bot.domain.kpi.digests import Digest
from bot.i18n import Translator
from bot.services.kpi.figure_words import UNKNOWN, Ink, beside_peers, beside_the_rest, post_name
from bot.services.kpi.target_words import Aims


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """Tells the decision of one digest to one reader."""

    digest: Digest
    t: Translator
    aims: Aims
    ink: Ink = field(default_factory=Ink)

    def line(self) -> str:
        decision = self.digest.decision
        return SENTENCES[decision.kind](self, decision)

    @property
    def week(self) -> int:
        return self.digest.week.number

    @property
    def next_week(self) -> int:
        return self.digest.week.shifted(1).number

    def missed(self, decision: Decision) -> str:
        key = "digest-decide-missed-and-round" if decision.is_round_undone else "digest-decide-missed"
        return self.t(key, missed=decision.count, planned=decision.of)

    def overdue(self, decision: Decision) -> str:
        return self.t("digest-decide-overdue", count=decision.count)

    def gaps(self, decision: Decision) -> str:
        t, week = self.t, self.next_week
        if not decision.textless:
            return t("digest-decide-owners", count=decision.count, week=week)
        if not decision.unowned:
            return t("digest-decide-texts", count=decision.count, week=week)
        return t("digest-decide-gaps", unowned=decision.unowned, textless=decision.textless, week=week)

    def round(self, decision: Decision) -> str:
        return self.t("digest-decide-round", week=self.week)

    def questions(self, decision: Decision) -> str:
        oldest = decision.oldest
        since = self.t.day(oldest.asked_on, short=True) if oldest else UNKNOWN
        text = self.ink.quote(oldest.text) if oldest else UNKNOWN
        return self.t("digest-decide-questions", count=decision.count, since=since, question=text)

    def missing(self, decision: Decision) -> str:
        if not decision.older:
            return self.t("digest-decide-missing", count=decision.count)
        key = "digest-decide-missing-before" if decision.older == decision.count else "digest-decide-missing-older"
        return self.t(key, count=decision.count, older=decision.older)

    def pace(self, decision: Decision) -> str:
        against = decision.against
        if against is None:
            return self.none(decision)
        where = ", ".join([self.aims.value(against), *filter(None, [self.aims.pace(against)])])
        if decision.comparison is None:
            return self.t("digest-decide-pace", where=where)
        return self.t("digest-decide-pace-sequel", where=where, sequel=self._repeat(decision.comparison))

    def empty(self, decision: Decision) -> str:
        if decision.comparison is None:
            return self.t("digest-decide-empty", week=self.next_week)
        return self.t("digest-decide-empty-sequel", week=self.next_week, sequel=self._repeat(decision.comparison))

    def sequel(self, decision: Decision) -> str:
        return self.t("digest-decide-sequel", sequel=self._repeat(decision.comparison)) if decision.comparison else ""

    def _repeat(self, comparison: PeerComparison) -> str:
        post = self.ink.strong(post_name(comparison.post, self.ink))
        return self.t("digest-sequel", post=post, **beside_peers(self.t, comparison))

    def kind(self, decision: Decision) -> str:
        post = post_name(decision.post, self.ink) if decision.post else UNKNOWN
        beside = beside_the_rest(self.t, decision.finding) if decision.finding else {}
        return self.t("digest-decide-kind", post=self.ink.strong(post), **beside)

    def none(self, decision: Decision) -> str:
        return self.t("digest-decide-none", week=self.next_week)


SENTENCES: dict[DecisionKind, Callable[[Deciding, Decision], str]] = {
    DecisionKind.MISSED: Deciding.missed,
    DecisionKind.OVERDUE: Deciding.overdue,
    DecisionKind.GAPS: Deciding.gaps,
    DecisionKind.ROUND: Deciding.round,
    DecisionKind.QUESTIONS: Deciding.questions,
    DecisionKind.MISSING: Deciding.missing,
    DecisionKind.PACE: Deciding.pace,
    DecisionKind.EMPTY: Deciding.empty,
    DecisionKind.SEQUEL: Deciding.sequel,
    DecisionKind.KIND: Deciding.kind,
    DecisionKind.NONE: Deciding.none,
}
