"""What a morning says of a pause: once that it holds what, and once that it is over and something waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.plan_parts import Pause
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, button, escape, section
from handlers.views.post.in_words import pause_words

NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseLine:
    """*posts*: those of its reader that it holds, or all that came due meanwhile where it *is_over*."""

    strategy: Strategy
    pause: Pause
    posts: Sequence[Post] = ()
    is_over: bool = False


def pause_rows(t: Translator, lines: Sequence[PauseLine], *, now: datetime) -> list[Json]:
    return [_over(t, each) if each.is_over else _held(t, each, now=now) for each in lines]


def _held(t: Translator, line: PauseLine, *, now: datetime) -> Json:
    said = pause_words(t, line.pause, now=now, zone=line.strategy.zone)
    text = t("morning-paused", strategy=escape(line.strategy.name), said=said)
    named = [each.id for each in line.posts[:NAMED]]
    more = [t("pause-and-more", count=len(line.posts) - NAMED)] if len(line.posts) > NAMED else []
    held = t("morning-held", count=len(line.posts), posts=t.listing([*named, *more])) if named else ""
    return section(" ".join(filter(None, [text, held])))


def _over(t: Translator, line: PauseLine) -> Json:
    go_on = button(t("pause-button-go-on"), "plan.go-on", line.strategy.id, style="primary")
    said = t("pause-part-over", count=len(line.posts))
    return section(t("morning-paused", strategy=escape(line.strategy.name), said=said), accessory=go_on)
