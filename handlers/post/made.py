"""What is said and asked of the steps of a post, and of the posts they became, when that post gets another date."""

from bot.domain.posts import Post
from handlers.context import Turn
from handlers.post.steps import with_steps_said


def said_reopened(turn: Turn, post: Post) -> str:
    return with_steps_said(turn, turn.t("post-said-reopened", post=post.id), post)
