"""A post of Bob's that is to be read, for the tests of reviews."""

from datetime import timedelta

from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.services.post.adding import Wish, add_post
from tests.handlers.posting import SOCIAL


def bobs(stage, *, due: timedelta = timedelta(days=3)) -> Post:
    house, now = stage.bot.house, stage.slack.clock.now()
    with house.store.transaction() as tx:
        by, strategy = tx.members.get("UBOB"), tx.strategies.get(stage.strategy.id)
    moment = Due.of(now + due, "Europe/London")
    wish = Wish(title="Tea", platform=Platform.INSTAGRAM, owner_id="UBOB", text="Tea at four", due=moment)
    return add_post(house.store, strategy=strategy, by=by, now=now, wish=wish).post


def asked(stage, bob, *, due: timedelta = timedelta(days=3)) -> Post:
    made = bobs(stage, due=due)
    bob.command("/post review P1 <@UAMY>", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))
    return made
