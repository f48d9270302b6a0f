"""What is said and asked of the steps of a post, and of the posts they became, when that post gets another date."""

from bot.domain.post.checklists import due_day, hurried_steps
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.services.people.rights import Action, may
from bot.services.post.made_by_steps import made_posts
from handlers.context import Turn
from handlers.views.kit import Json
from handlers.views.post.steps import hurried_line, made_cancelled_question, made_moved_question


def asked_when_moved(turn: Turn, was: Post, post: Post) -> list[Json]:
    """Nothing where the post keeps its day, as its steps then keep theirs."""
    before, after = (due_day(each.due, turn.the_strategy()) for each in (was, post))
    days = (after - before).days if before and after else 0
    made = [each for each in made_posts(turn.store, post) if each.due] if days else []
    zone = turn.the_strategy().zone
    return made_moved_question(turn.t, post, made, days=days, can_change=_can(turn, made), now=turn.now, zone=zone)


def asked_when_cancelled(turn: Turn, post: Post) -> list[Json]:
    made, zone = made_posts(turn.store, post), turn.the_strategy().zone
    return made_cancelled_question(turn.t, post, made, can_change=_can(turn, made), now=turn.now, zone=zone)


def with_steps_said(turn: Turn, notice: str, *posts: Post, was: Post | None = None) -> str:
    """*notice*, and which steps are for today because they should have been done by now.

    *was*: the post before a change that may have kept its day and kind, and its steps with them.
    """
    strategy, today = turn.the_strategy(), turn.the_strategy().today(turn.now)
    if was is not None and not any(_has_new_steps(was, each, strategy) for each in posts):
        return notice
    found = [(each, step) for each in posts for step in hurried_steps(each, strategy, today=today)]
    return " ".join(filter(None, [notice, hurried_line(turn.t, found)]))


def said_reopened(turn: Turn, post: Post) -> str:
    return with_steps_said(turn, turn.t("post-said-reopened", post=post.id), post)


def _has_new_steps(was: Post, post: Post, strategy: Strategy) -> bool:
    return (was.kind, due_day(was.due, strategy)) != (post.kind, due_day(post.due, strategy))


def _can(turn: Turn, made: list[Post]) -> bool:
    return any(may(turn.member, Action.CHANGE_POST, turn.the_strategy(), each) for each in made)
