"""What is asked about the posts that the steps of a post became, when that post moves or is cancelled."""

from bot.domain.posts import Post
from bot.services.made_posts import made_posts
from bot.services.rights import Action, may
from handlers.context import Turn
from handlers.views.kit import Json
from handlers.views.post.steps import made_cancelled_question, made_moved_question


def asked_when_moved(turn: Turn, was: Post, post: Post) -> list[Json]:
    """Nothing where the post keeps its day, as its steps then keep theirs."""
    days = (post.due.day - was.due.day).days if was.due and post.due else 0
    made = [each for each in made_posts(turn.store, post) if each.due] if days else []
    zone = turn.the_strategy().zone
    return made_moved_question(turn.t, post, made, days=days, can_change=_can(turn, made), now=turn.now, zone=zone)


def asked_when_cancelled(turn: Turn, post: Post) -> list[Json]:
    made, zone = made_posts(turn.store, post), turn.the_strategy().zone
    return made_cancelled_question(turn.t, post, made, can_change=_can(turn, made), now=turn.now, zone=zone)


def _can(turn: Turn, made: list[Post]) -> bool:
    return any(may(turn.member, Action.CHANGE_POST, turn.the_strategy(), each) for each in made)
