"""Figures in words: amounts, what they rest on, how a post stands beside its peers. The sentences are a catalogue's."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.kpi.care import Answered
from bot.domain.kpi.comparisons import KindComparison, PeerComparison
from bot.domain.kpi.formulas import COST_OF, DURATIONS, NEEDS, PERCENTAGES
from bot.domain.kpi.rates import Figure, FigureChange, Total
from bot.domain.kpi.targets import Lacking
from bot.domain.posts import Post
from bot.domain.strategy import Kpi
from bot.i18n import Translator

NAMED = 6
"""How many posts a line names one by one."""

UNKNOWN = "–"


def as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How words are written down: *quote* for user text, *who* for a member id, *strong* for what matters most."""

    quote: Callable[[str], str] = as_it_is
    who: Callable[[str], str] = as_it_is
    strong: Callable[[str], str] = as_it_is


def amount(t: Translator, kpi: Kpi, value: float, currency: str) -> str:
    """A KPI's value: "2.1%", "2,476", "3.4", "2 h 10", "$0.45"; *currency* is the strategy's."""
    if kpi in COST_OF:
        return t.money(round(value, 2), currency)
    return based(t, kpi, value)


def based(t: Translator, kpi: Kpi, value: float) -> str:
    """The same of a KPI that is no money."""
    if kpi in DURATIONS:
        return t.worked(timedelta(minutes=value))
    return t.percent(value, 2 if 0 < abs(value) < 0.01 else 1) if kpi in PERCENTAGES else plain(t, value)


def counted(t: Translator, name: str, value: float, currency: str) -> str:
    """A count of a post by its *name*; what was spent is money."""
    return t.money(value, currency) if name == "spend" else t.number(value)


def plain(t: Translator, value: float) -> str:
    return t.number(round(value) if abs(value) >= 100 else round(value, 1))


def total(t: Translator, of: Total) -> str:
    """A sum, with the posts it rests on where some are unknown."""
    if of.value is None:
        return UNKNOWN
    shown = plain(t, of.value)
    return shown if of.n == of.of else t("digest-part", value=shown, n=of.n, of=of.of)


def rise(t: Translator, change: FigureChange) -> str:
    if change.is_new:
        return t("digest-new")
    return UNKNOWN if change.fraction is None else t.percent(change.fraction, 0, signed=True)


def known_of(t: Translator, kpi: Kpi, figure: Figure, *, lacked: Collection[str] = ()) -> str:
    """ "14 of 16 posts measured"; of contests or of check-ins where the KPI is about those.

    *lacked*: counts that posts with other numbers do not have. "Measured" would be untrue of those that do.
    """
    n, of = figure.n, figure.of
    needs = [each for each in NEEDS.get(kpi, ()) if each in lacked]
    if needs and n < of:
        return t("digest-known-counts", n=n, of=of, counts=count_names(t, needs))
    if isinstance(figure, Answered):
        return known_answers(t, figure)
    if kpi is Kpi.TIME_TO_ANSWER:
        return t("digest-known-times" if figure.value is not None else "digest-known-half-open", n=n)
    if kpi is Kpi.UNANSWERED:
        return t("digest-known-any-age")
    if kpi is Kpi.ADVOCATE_SHARES:
        return t("digest-known-kits", n=n)
    if kpi is Kpi.PARTICIPATION:
        return t("digest-known-contests", n=n, of=of)
    return t("digest-known-posts", n=n, of=of)


def known_answers(t: Translator, answered: Answered) -> str:
    """ "from 12 kept questions and 3 rounds"; of rounds that lack a number, how many there were."""
    n, of = answered.n - answered.kept, answered.of - answered.kept
    rounds = t("digest-known-done", n=n) if n == of else t("digest-known-done-partly", n=n, of=of)
    if not answered.kept:
        return rounds
    kept = t("digest-known-kept", n=answered.kept)
    return t("digest-known-kept-and", kept=kept, rounds=rounds) if of else kept


def named(t: Translator, ids: Sequence[str]) -> str:
    first = t.listing(ids[:NAMED], "unit")
    return t("digest-missing-more", posts=first, more=len(ids) - NAMED) if len(ids) > NAMED else first


NEEDED = (
    "reach",
    "impressions",
    "engagements",
    "reactions",
    "comments",
    "shares",
    "clicks",
    "participants",
    "applications",
    "conversions",
    "spend",
)
"""The counts that some KPI is made of, in the order in which they are named."""


def count_names(t: Translator, counts: Collection[str]) -> str:
    """ "reach and shares", as those that somebody has to add."""
    wanted = {*counts}
    return t.listing([t(f"count-{name}") for name in NEEDED if name in wanted])


def lacking_line(t: Translator, lacking: Lacking) -> str:
    """ "P1 (shares)": the post, and the counts that a target needs."""
    return t("digest-lacking-of", post=lacking.post.id, counts=count_names(t, lacking.counts))


def spent(t: Translator, minutes: int) -> str:
    return t.duration(timedelta(minutes=minutes))


def post_name(post: Post, ink: Ink) -> str:
    return f"{post.id} · {ink.quote(post.title)}"


def worth_in_words(t: Translator, comparison: PeerComparison) -> str:
    value = comparison.value
    return t(f"digest-basis-{comparison.basis.value}", value=based(t, comparison.basis, value), n=value)


def comparison_line(t: Translator, comparison: PeerComparison, ink: Ink) -> str:
    """A post, its value, the median and the number of its peers."""
    return t("digest-standing", post=post_name(comparison.post, ink), **beside_peers(t, comparison))


def peers_in_words(t: Translator, comparison: PeerComparison) -> str:
    """Whom the post was compared with."""
    platform = t.platform(comparison.post.platform)
    if comparison.is_of_kind:
        return t("digest-peers-kind", kind=t.kind(comparison.post.kind), platform=platform)
    return t("digest-peers-platform", platform=platform)


def beside_peers(t: Translator, comparison: PeerComparison) -> dict[str, object]:
    return {
        "value": worth_in_words(t, comparison),
        "median": based(t, comparison.basis, comparison.median),
        "peers": peers_in_words(t, comparison),
        "n": comparison.n,
    }


def finding_line(t: Translator, finding: KindComparison) -> str:
    key = "digest-finding-better" if finding.is_better else "digest-finding-worse"
    return t(key, **beside_the_rest(t, finding))


def beside_the_rest(t: Translator, finding: KindComparison) -> dict[str, object]:
    return {
        "kind": t.kind(finding.kind),
        "platform": t.platform(finding.platform),
        "median": based(t, finding.basis, finding.median),
        "n": finding.n,
        "other": based(t, finding.basis, finding.other_median),
        "others": finding.other_n,
    }
