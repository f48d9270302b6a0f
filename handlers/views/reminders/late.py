"""The view that goes through what is late."""

from collections.abc import Mapping, Sequence

from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, context, modal, section
from handlers.views.reminders.waiting import row_title

ROWS = 30
"""Two blocks each; a modal holds a hundred."""


def late_modal(t: Translator, posts: Sequence[Post], strategies: Mapping[str, Strategy]) -> Json:
    """*posts*: the newest last, as they are due."""
    newest = list(reversed(posts))
    rows = [block for post in newest[:ROWS] for block in _row(t, post, strategies[post.strategy_id])]
    more = [context(t("agenda-more", n=len(newest) - ROWS))] if len(newest) > ROWS else []
    again = actions(button(t("button-refresh"), "late.sort"))
    said = section(t("late-intro", n=len(newest)) if newest else t("late-none"))
    return modal("late", t("late-title"), [said, *rows, *more, *([again] if newest else [])], close=t("button-close"))


def _row(t: Translator, post: Post, strategy: Strategy) -> list[Json]:
    when = t.moment(post.due.at, zone=strategy.zone) if post.due else ""
    said = " · ".join([row_title(post), t.platform(post.platform), t("agenda-overdue-since", when=when)])
    return [
        section(said),
        actions(
            button(t("button-published"), "post.done", post.id, label=f"{t('button-published')} {post.id}"),
            button(t("button-move"), "post.move", post.id, label=f"{t('button-move')} {post.id}"),
            button(t("button-drop"), "post.drop", post.id, label=f"{t('button-drop')} {post.id}"),
        ),
    ]
