"""A digest as JSON values for scripts: every figure with its numerator, denominator and n."""

from typing import Any

from bot.domain.kpi.comparisons import KindComparison, PeerComparison
from bot.domain.kpi.decisions import Decision
from bot.domain.kpi.digests import Digest, PlatformRow
from bot.domain.kpi.discipline import RoundsOfSpan
from bot.domain.kpi.formulas import Measured, is_hidden
from bot.domain.kpi.rates import Figure, FigureChange
from bot.domain.kpi.targets import AgainstTarget, Pace
from bot.domain.posts import Post

Json = dict[str, Any]


def digest_json(digest: Digest) -> Json:
    """Dates and moments in ISO 8601, rates as fractions, unknown as null. A sum's denominator is 1."""
    return {
        "strategy": digest.strategy.id,
        "name": digest.strategy.name,
        "week": str(digest.week),
        "first_day": digest.week.monday.isoformat(),
        "last_day": digest.week.sunday.isoformat(),
        "zone": digest.strategy.zone,
        "currency": digest.strategy.currency,
        "made_at": digest.made_at.isoformat(),
        "empty": digest.is_empty,
        "posts": [measured_json(each) for each in digest.measured],
        "targets": [target_json(each) for each in digest.targets],
        "engagements": change_json(digest.engagements),
        "days": [
            {
                "day": each.day.isoformat(),
                "engagements": figure_json(each.engagements),
                "before": figure_json(each.before),
            }
            for each in digest.days
        ],
        "platforms": [row_json(each) for each in digest.platforms],
        "total": row_json(digest.total),
        "kpis": {kpi.value: {**figure_json(figure), "hidden": is_hidden(kpi, figure)} for kpi, figure in digest.kpis},
        "worked": [comparison_json(each) for each in digest.worked],
        "did_not_work": [comparison_json(each) for each in digest.failed],
        "findings": [finding_json(each) for each in digest.findings],
        "decision": decision_json(digest.decision),
        **_rest(digest),
    }


def _rest(digest: Digest) -> Json:
    discipline = digest.discipline
    return {
        "discipline": {
            **_same(discipline, "planned", "on_time", "late", "missed", "waiting"),
            "rate": figure_json(discipline.rate),
        },
        "round": round_json(digest.round),
        "next_week": {
            "posts": _ids(digest.coming),
            "without_owner": _ids(digest.unowned),
            "without_text": _ids(digest.textless),
        },
        "missing": [{"post": each.id, "owner": each.owner_id} for each in digest.missing],
        "missing_before": [{"post": each.id, "owner": each.owner_id} for each in digest.missing_before],
        "lacking": [
            {"post": each.post.id, "owner": each.post.owner_id, "counts": list(each.counts)}
            for each in (*digest.lacking, *digest.lacking_before)
        ],
        "overdue": _ids(digest.overdue),
    }


def round_json(done: RoundsOfSpan) -> Json:
    """*answered_older* is in no rate; *mixed* are rounds that counted such answers among the day's."""
    mixed = done.mixed
    return {
        "days": figure_json(done.days),
        "questions": figure_json(done.questions),
        "answered_older": done.older,
        "mixed": mixed and {"rounds": mixed.rounds, "answered": mixed.answered, "received": mixed.received},
        "minutes": done.minutes,
    }


def figure_json(figure: Figure) -> Json:
    return _same(figure, "value", "numerator", "denominator", "n", "of")


def change_json(change: FigureChange) -> Json:
    return {
        "now": figure_json(change.now),
        "before": figure_json(change.before),
        "fraction": change.fraction,
        "new": change.is_new,
        "complete": change.is_complete,
    }


def target_json(against: AgainstTarget) -> Json:
    """*weeks*: how many the figure is pooled over."""
    return {
        "objective": against.objective.id,
        "kpi": against.target.kpi.value,
        "target": against.target.value,
        "figure": {**figure_json(against.figure), "hidden": against.is_hidden},
        "weeks": against.weeks,
        "met": against.is_met,
        "pace": pace_json(against.pace) if against.pace else None,
    }


def pace_json(pace: Pace) -> Json:
    """*share*: of the planned posts, else of the time, that is over; *posts*: what is missing as posts' worth."""
    return _same(pace, "ratio", "share", "short", "posts")


def measured_json(measured: Measured) -> Json:
    post, counts = measured.post, measured.counts
    return {
        "id": post.id,
        "title": post.title,
        "platform": post.platform.value,
        "kind": post.kind.value,
        "published_at": post.published_at.isoformat() if post.published_at else None,
        **_same(counts, "reach", "impressions"),
        "engagements": counts.total,
        "summed_from": list(counts.summed_parts),
    }


def row_json(row: PlatformRow) -> Json:
    return {
        "platform": row.platform.value if row.platform else None,
        "posts": row.posts,
        "reach": figure_json(row.reach),
        "engagements": figure_json(row.engagements),
        "rate": {**figure_json(row.rate), "hidden": row.is_hidden},
        "change": change_json(row.change),
    }


def comparison_json(comparison: PeerComparison) -> Json:
    return {
        "post": comparison.post.id,
        "title": comparison.post.title,
        "basis": comparison.basis.value,
        **_same(comparison, "value", "median", "n", "beats", "ties"),
        "peers": "kind" if comparison.is_of_kind else "platform",
    }


def finding_json(finding: KindComparison) -> Json:
    return {
        "platform": finding.platform.value,
        "kind": finding.kind.value,
        "basis": finding.basis.value,
        **_same(finding, "median", "n", "other_median", "other_n", "chance"),
    }


def decision_json(decision: Decision) -> Json:
    return {
        "kind": decision.kind.value,
        "post": decision.post.id if decision.post else None,
        "standing": comparison_json(decision.comparison) if decision.comparison else None,
        "finding": finding_json(decision.finding) if decision.finding else None,
        **_same(decision, "count", "of", "older"),
        "without_owner": decision.unowned,
        "without_text": decision.textless,
        "question": decision.oldest.id if decision.oldest else None,
        "target": target_json(decision.against) if decision.against else None,
        "no_round": decision.is_round_undone,
    }


def _same(value: object, *names: str) -> Json:
    """The fields of *value* that are called the same in JSON."""
    return {name: getattr(value, name) for name in names}


def _ids(posts: tuple[Post, ...]) -> list[str]:
    return [post.id for post in posts]
