"""The posts that answer what customers want: found, and counted again where the same is asked once more."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.wants import want_of_round
from bot.domain.errors import NotFound
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.post.records import keep, post_to_change


def post_answering(tx: Transaction, strategy: Strategy, sources: Collection[str]) -> Post | None:
    """The first that lives and answers any of *sources*."""
    wanted = set(sources)
    living = (each for each in tx.posts.calendar_of(strategy.id).posts if each.state is not PostState.CANCELLED)
    return next((each for each in living if wanted.intersection(each.asked_for)), None)


def round_heard(tx: Transaction, strategy: Strategy, source: str) -> CheckIn:
    """The round whose line *source* is. Raises `NotFound` where it was changed or forgotten since."""
    day = datetime.fromisoformat(source[:10]).date()
    rounds = (each for each in tx.check_ins.between(strategy.id, day, day) if each.learned)
    found = next((each for each in rounds if want_of_round(each).source == source), None)
    if found is None:
        raise NotFound("round", source[:10])
    return found


def count_asked(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, source: str) -> Post:
    """*source* asks what the post answers already."""
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if source in was.asked_for:
            return was
        post = replace(was, asked_for=(*was.asked_for, source))
        return keep(tx, was, post, what="asked", by=by, now=now, note=source)
