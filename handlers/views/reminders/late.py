"""The view that goes through what is late."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.post.late import Whose
from handlers.views.kit import Json, actions, button, context, mention, modal, section
from handlers.views.reminders.waiting import row_title

LATE_LIST = "late"
"""By its name a press knows that it came from there."""
ROWS = 30
"""Two blocks each; a modal holds a hundred."""


def late_modal(
    t: Translator,
    posts: Sequence[Post],
    strategies: Mapping[str, Strategy],
    *,
    whose: Mapping[str, Whose] = MappingProxyType({}),
    asked: Collection[str] = (),
    said: Sequence[Json] = (),
) -> Json:
    """*posts*: the newest last, as they are due; without *whose* the reader's. *asked*: those that can be kept.

    *said*: what was just done, above the list as it is after that.
    """
    newest = list(reversed(posts))
    rows = [block for post in newest[:ROWS] for block in _row(t, post, strategies[post.strategy_id], whose, asked)]
    more = [context(t("agenda-more", n=len(newest) - ROWS))] if len(newest) > ROWS else []
    again = actions(button(t("button-refresh"), "late.sort"))
    intro = section(t("late-intro", n=len(newest)) if newest else t("late-none"))
    blocks = [*said, intro, *rows, *more, *([again] if newest else [])]
    return modal(LATE_LIST, t("late-title"), blocks, close=t("button-close"))


def _row(
    t: Translator, post: Post, strategy: Strategy, whose: Mapping[str, Whose], asked: Collection[str]
) -> list[Json]:
    when = t.moment(post.due.at, zone=strategy.zone) if post.due else ""
    said = [row_title(post), t.platform(post.platform), t("agenda-overdue-since", when=when)]
    buttons = {"published": "post.done", "move": "post.move", "drop": "post.drop"}
    buttons |= {"keep-late": "late.keep"} if post.id in asked else {}
    named = [(t(f"button-{name}"), action) for name, action in buttons.items()]
    return [
        section(" · ".join([*said, *_whose(t, post, whose.get(post.id, Whose.OWN))])),
        actions(*(button(name, action, post.id, label=f"{name} {post.id}") for name, action in named)),
    ]


def _whose(t: Translator, post: Post, whose: Whose) -> list[str]:
    if whose is Whose.OWN:
        return []
    if post.owner_id is None:
        return [t("morning-ownerless")]
    key = "agenda-stands-in" if whose is Whose.STOOD_IN else "late-with"
    return [t(key, owner=mention(post.owner_id))]
