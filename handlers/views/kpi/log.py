"""The modal in which a post's counts are written down, and what it shows afterwards. Owns its block ids."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.posts import Post, PostKind
from bot.i18n import Translator
from handlers.views.kit import Json, clip, context, escape, modal, number_field, section
from handlers.views.kpi.numbers import about, counts_line
from handlers.views.lengths import SENTENCE

USUAL = ("reach", "impressions", "reactions", "comments", "shares", "saves", "clicks", "engagements", "video_views")
OF_KIND = {PostKind.CONTEST: ("participants",), PostKind.RECRUITING: ("applications",)}
LAST = ("conversions", "spend")
EARLIER = 3
"""How many earlier measurements the form tells."""


def asked_counts(post: Post, counts: Counts) -> list[str]:
    """Which counts the form asks for: the usual ones, those of the kind of post, and whatever is known already."""
    known = [each for each in ("participants", "applications") if getattr(counts, each) is not None]
    return [*USUAL, *dict.fromkeys([*OF_KIND.get(post.kind, ()), *known]), *LAST]


def log_form(
    t: Translator,
    post: Post,
    earlier: Sequence[Measurement],
    *,
    typed: Counts | None = None,
    missing: str = "",
    meta: Mapping[str, Any],
    zone: str,
    currency: str,
) -> Json:
    """*typed* counts go before those that are kept; *missing* is what of the text was not understood."""
    known = earlier[-1].counts if earlier else Counts()
    blocks = [
        section(about(t, post, zone=zone)),
        *_heard(t, missing),
        context(t("kpi-log-hint")),
        *(context(_earlier(t, each, zone=zone, currency=currency)) for each in reversed(earlier[-EARLIER:])),
        *(_field(t, name, known, typed, currency=currency) for name in asked_counts(post, typed or known)),
    ]
    title = t("kpi-log-title", post=post.id)
    return modal(
        "kpi.log",
        title,
        blocks,
        submit=t("button-save"),
        close=t("button-cancel"),
        meta={**meta, "post": post.id},
    )


def _heard(t: Translator, missing: str) -> list[Json]:
    return [section(t("kpi-log-not-heard", what=escape(clip(missing, SENTENCE))))] if missing else []


def _earlier(t: Translator, measurement: Measurement, *, zone: str, currency: str) -> str:
    at: datetime = measurement.at
    return t("kpi-log-earlier", at=t.moment(at, zone=zone), counts=counts_line(t, measurement.counts, currency))


def _field(t: Translator, name: str, known: Counts, typed: Counts | None, *, currency: str) -> Json:
    value = getattr(typed, name) if typed else None
    kept = getattr(known, name) if value is None else value
    label = t(f"count-{name}")
    hint = t(f"kpi-log-{name}-hint", currency=currency) if name in ("engagements", "spend") else ""
    return number_field(name, label[:1].upper() + label[1:], value=kept, decimals=name == "spend", hint=hint)


def done_modal(t: Translator, post: Post, blocks: Sequence[Json], *, meta: Mapping[str, Any]) -> Json:
    """What the form becomes once it is sent."""
    return modal("kpi.done", t("kpi-log-title", post=post.id), blocks, close=t("button-close"), meta=meta)
