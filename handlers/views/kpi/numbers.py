"""The numbers of now, logging them, targets, what did best. Owns its action and block ids."""

from collections.abc import Sequence
from dataclasses import dataclass

from slackblocks import Button

from bot.domain.kpi.comparisons import KindComparison, PeerComparison
from bot.domain.kpi.digests import Digest
from bot.domain.kpi.formulas import DURATIONS, FEWEST, LESS_IS_BETTER, NONE_IS_BEST, PERCENTAGES
from bot.domain.kpi.rates import Counts, Measurement, Total
from bot.domain.kpi.targets import AgainstTarget, Lacking
from bot.domain.posts import Post
from bot.domain.strategy import Kpi, Strategy
from bot.i18n import Translator
from bot.services.kpi.digest_words import Telling
from bot.services.kpi.figure_words import based, comparison_line, count_names, counted, finding_line
from bot.services.kpi.measures import Logged, differences
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    escape,
    header,
    section,
)
from handlers.views.kpi.digest import CHANNEL_INK, PLAIN_INK
from handlers.views.lengths import NAME, PHRASE
from handlers.views.tables_and_charts import table

Said = tuple[str, list[Json]]

LISTED = 5
"""Posts with a button each: more would be a wall."""

NAMES = tuple(Counts.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A week's figures, and the posts of the last weeks without any.

    *lacking*: those without what a target needs; *is_all_in*: there were posts, none lacks any.
    """

    digest: Digest
    missing: Sequence[Post]
    lacking: Sequence[Lacking] = ()
    platform: str = ""
    is_all_in: bool = False


def numbers_now(t: Translator, numbers: Numbers) -> Said:
    """What a week brought so far, and what is still to be written down."""
    digest, telling = numbers.digest, Telling(digest=numbers.digest, t=t, ink=CHANNEL_INK)
    title = _title(t, numbers)
    posts = _published(t, digest, escape(title))
    text = "\n".join([posts, *_targets(Telling(digest=digest, t=t, ink=PLAIN_INK), numbers)])
    against = [telling.against() if digest.measured else t("kpi-nothing-yet"), *_schedule(telling)]
    rows = [telling.columns(), *(telling.cells(row) for row in telling.rows())] if digest.measured else []
    blocks = [
        header(title),
        section("\n".join([*_targets(telling, numbers), *against])),
        *([table(rows)] if rows else []),
        *(context(each) for each in telling.notes()),
        *_missing(t, numbers, zone=digest.strategy.zone),
        *_lacking(t, numbers, zone=digest.strategy.zone),
        actions(
            button(t("kpi-button-last-week"), "kpi.digest"),
            button(t("kpi-button-best"), "kpi.best"),
        ),
    ]
    return text, blocks


def _published(t: Translator, digest: Digest, title: str) -> str:
    engagements, posts = digest.engagements.now.value, len(digest.measured)
    if engagements is None:
        return t("kpi-now-unmeasured", title=title, posts=posts)
    return t("kpi-now-text", title=title, posts=posts, engagements=round(engagements))


def _targets(telling: Telling, numbers: Numbers) -> list[str]:
    """A sum of one platform alone is held against no target of them all."""
    if not numbers.platform:
        return telling.targets()
    return [telling.aims.line(each) for each in numbers.digest.targets if not isinstance(each.figure, Total)]


def _title(t: Translator, numbers: Numbers) -> str:
    digest = numbers.digest
    week = t.week(digest.week, year=digest.week.year != digest.made_at.year)
    name = clip(digest.strategy.name, NAME)
    if numbers.platform:
        return t("kpi-platform-title", week=week, name=name, platform=numbers.platform)
    return t("kpi-week-title", week=week, name=name) if digest.is_over else t("kpi-now-title", week=week, name=name)


def _missing(t: Translator, numbers: Numbers, *, zone: str) -> list[Json]:
    posts = numbers.missing
    if not posts:
        return [context(t("kpi-all-in"))] if numbers.is_all_in else []
    shown = [
        section(about(t, post, zone=zone), accessory=button(t("button-numbers"), "kpi.log", post.id))
        for post in posts[:LISTED]
    ]
    more = len(posts) - LISTED
    return [
        section(t("kpi-no-numbers", count=len(posts))),
        *shown,
        *([context(t("kpi-missing-more", more=more))] if more > 0 else []),
    ]


def _schedule(telling: Telling) -> list[str]:
    """What of the plan was kept, or missed, by now; nothing where nothing was planned and nothing is late."""
    digest = telling.digest
    return [telling.discipline()] if digest.discipline.planned or digest.overdue else []


def _lacking(t: Translator, numbers: Numbers, *, zone: str) -> list[Json]:
    posts = numbers.lacking
    if not posts:
        return []
    told = [(each.post.id, _lacks(t, each, zone=zone)) for each in posts[:LISTED]]
    shown = [section(line, accessory=button(t("button-numbers"), "kpi.log", post_id)) for post_id, line in told]
    more = len(posts) - LISTED
    return [
        section(t("kpi-lacking", count=len(posts))),
        *shown,
        *([context(t("kpi-missing-more", more=more))] if more > 0 else []),
    ]


def _lacks(t: Translator, lacking: Lacking, *, zone: str) -> str:
    counts = count_names(t, lacking.counts)
    return t("kpi-lacking-post", post=about(t, lacking.post, zone=zone), counts=counts)


def about(t: Translator, post: Post, *, zone: str) -> str:
    at = t.moment(post.published_at, zone=zone) if post.published_at else ""
    return t("kpi-missing-post", post=named(post), platform=t.platform(post.platform), at=at)


def named(post: Post) -> str:
    return f"{post.id} · {escape(clip(post.title, NAME))}"


def logged_said(t: Translator, logged: Logged, *, currency: str, in_modal: bool = False) -> Said:
    """What was kept, what it replaced, what looks odd, and what one does next."""
    before = logged.before.counts if logged.before else Counts()
    changes = differences(before, logged.measurement.counts)
    told = _changes(t, changes, currency) or counts_line(t, logged.measurement.counts, currency)
    key = "kpi-logged" if changes else "kpi-logged-same"
    lines = [t(key, post=named(logged.post), changes=told), *_rate(t, logged.measurement.counts)]
    advice = [context(t(f"kpi-advice-{each}")) for each in logged.advice]
    text = t("kpi-logged-text", post=named(logged.post), changes=told)
    return text, [section("\n".join(lines)), *advice, actions(*_after_logging(t, logged, in_modal=in_modal))]


def _changes(t: Translator, changes: dict[str, tuple[float | None, float | None]], currency: str) -> str:
    """New counts as they are, changed ones with what they were."""
    told = []
    for name, (before, now) in changes.items():
        shown = t("kpi-unknown") if now is None else counted(t, name, now, currency)
        if before is None:
            told.append(t("kpi-count", name=t(f"count-{name}"), value=shown))
        else:
            was = counted(t, name, before, currency)
            told.append(t("kpi-count-changed", name=t(f"count-{name}"), now=shown, before=was))
    return t.listing(told, "unit") + "." if told else ""


def counts_line(t: Translator, counts: Counts, currency: str) -> str:
    known = [(name, value) for name in NAMES if (value := getattr(counts, name)) is not None]
    told = [t("kpi-count", name=t(f"count-{name}"), value=counted(t, name, value, currency)) for name, value in known]
    return t.listing(told, "unit") + "." if told else t("kpi-nothing-stands")


def _rate(t: Translator, counts: Counts) -> list[str]:
    """The post's own rate: one post is told as it is, it claims nothing about others."""
    total, reach = counts.total, counts.reach
    if total is None or not reach:
        return []
    rate = based(t, Kpi.ENGAGEMENT_RATE_BY_REACH, total / reach)
    return [t("kpi-logged-rate", rate=rate, engagements=t.number(total), reach=t.number(reach))]


def _after_logging(t: Translator, logged: Logged, *, in_modal: bool) -> list[Button]:
    return [
        button(t("button-undo"), "kpi.undo", logged.measurement.id),
        button(t("kpi-button-change"), "kpi.log", logged.post.id),
        *_to_numbers(t, in_modal=in_modal),
    ]


def _to_numbers(t: Translator, *, in_modal: bool) -> list[Button]:
    """A modal has no room for a table."""
    return [] if in_modal else [button(t("kpi-button-now"), "kpi.numbers")]


def taken_back_said(
    t: Translator,
    post: Post,
    stands: Measurement | None,
    *,
    currency: str,
    following: str = "",
    in_modal: bool = False,
) -> Said:
    """*following*: what another undo would take back."""
    counts = t("kpi-stands", counts=counts_line(t, stands.counts, currency)) if stands else t("kpi-nothing-stands")
    text = " ".join(filter(None, [t("kpi-taken-back", post=named(post), counts=counts), following]))
    again = button(t("button-numbers"), "kpi.log", post.id)
    return text, [section(text), actions(again, *_to_numbers(t, in_modal=in_modal))]


def target_said(t: Translator, against: AgainstTarget, digest: Digest, *, undo: str = "") -> Said:
    """The target that was set, and where all of them stand this week. *undo*: what its button carries."""
    target, telling = against.target, Telling(digest=digest, t=t, ink=CHANNEL_INK)
    amount = telling.amount(target.kpi, target.value)
    text = t(
        "kpi-target-set-most" if target.kpi in LESS_IS_BETTER else "kpi-target-set",
        kpi=t(f"kpi-{target.kpi.value}"),
        target=amount,
    )
    now = telling.targets()
    back = [button(t("button-undo"), "objective.undo", undo)] if undo else []
    return text, [section("\n".join([text, *now])), actions(*back, button(t("kpi-button-now"), "kpi.numbers"))]


def rate_asked(t: Translator, rate: float) -> Said:
    """ "engagement 4.5%": of what is counted or of what is a rate?"""
    text = t("kpi-target-rate-or-count", kpi=t(f"kpi-{Kpi.ENGAGEMENT_RATE_BY_REACH.value}"), rate=t.percent(rate))
    return text, [section(text)]


def target_help(t: Translator, kpi: Kpi | None) -> Said:
    """How a target is written, with the KPI that was understood."""
    if kpi is not None:
        name = t(f"kpi-{kpi.value}")
        key = "kpi-target-missing-most" if kpi in LESS_IS_BETTER else "kpi-target-missing-value"
        text = t(key, kpi=name, example=t(_example(kpi), kpi=name))
        return text, [section(text)]
    text = t("kpi-target-how")
    kpis = t.listing([t(f"kpi-{each.value}") for each in Kpi], "unit")
    return text, [section(text), context(t("kpi-target-known", kpis=kpis))]


def _example(kpi: Kpi) -> str:
    if kpi in PERCENTAGES:
        return "kpi-target-rate-example"
    if kpi in DURATIONS:
        return "kpi-target-time-example"
    return "kpi-target-few-example" if kpi in NONE_IS_BEST else "kpi-target-plain-example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The posts of half a year that can be compared, the best first; *of* how many were published."""

    strategy: Strategy
    ranked: Sequence[PeerComparison]
    findings: Sequence[KindComparison]
    of: int


def best_said(t: Translator, best: Best) -> Said:
    """Top and bottom beside the median of their kind, and which kinds differ."""
    title = t("kpi-best-title", name=clip(best.strategy.name, NAME))
    text = t("kpi-best-text", title=escape(title), count=len(best.ranked))
    if not best.ranked:
        return text, [header(title), section(t("digest-no-standing", fewest=FEWEST))]
    half = min(LISTED, (len(best.ranked) + 1) // 2)
    top, bottom = best.ranked[:half], best.ranked[half:][-half:]
    kinds = [finding_line(t, each) for each in best.findings[:LISTED]] or [t("kpi-best-kinds-none")]
    blocks = [
        header(title),
        _list(t, t("kpi-best-top"), top),
        *([_list(t, t("kpi-best-bottom"), list(reversed(bottom)))] if bottom else []),
        section("\n".join(f"• {each}" for each in kinds)),
        context(t("kpi-best-compared", compared=len(best.ranked), of=best.of)),
    ]
    return text, blocks


def _list(t: Translator, title: str, comparisons: Sequence[PeerComparison]) -> Json:
    return section("\n".join([f"*{title}*", *(f"• {comparison_line(t, each, CHANNEL_INK)}" for each in comparisons)]))


def help_said(t: Translator, *, not_understood: str = "") -> Said:
    title = t("kpi-help-title")
    if not_understood:
        title = t("help-not-understood", what=escape(clip(not_understood, PHRASE)))
    return f"{title}\n{t('kpi-help')}", [section(title), section(t("kpi-help"))]


def plain_said(text: str) -> Said:
    return text, [section(text)]
