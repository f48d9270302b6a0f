"""Posts on a local Slack, for the tests that type, press and fill in."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.ports import Outgoing
from bot.services.post.changes import cancel_post
from handlers.views.kit import actions
from tests.builders import add_post_on

SOCIAL = "CSOCIAL"
LINK = "https://www.instagram.com/p/abc/"


def post(stage, post_id="P1") -> Post:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get(post_id)


def posts(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return sorted(tx.posts.all(), key=lambda each: each.number)


def post_with(stage, **more) -> Post:
    """What no form takes in: it came by file."""
    bare = add_post_on(stage)
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.put(replace(bare, **more))


def shown(what) -> str:
    """All the words and ids of a message or a view."""
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


def due_in(**ahead):
    return Due.of(datetime(2026, 11, 23, 13, 0, tzinfo=UTC) + timedelta(**ahead), "Europe/London")


def cancelled(stage) -> None:
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UAMY")
    cancel_post(stage.bot.house.store, strategy=stage.strategy, by=by, now=stage.slack.clock.now(), post_id="P1")


def a_reminder(stage, *buttons):
    """A message that everybody who gets it sees alike, as the tick sends it."""
    sent = stage.bot.house.messenger.post(
        "UBOB", Outgoing(text="due", blocks=[actions(*buttons)]), key="due:S1:P1:UBOB:2026-11-23"
    )
    return stage.slack.workspace.message(sent.channel_id, sent.ts)


def another_strategy(stage):
    return replace(stage.strategy, id="S2", name="Other", channel_id="CGENERAL", rev=0)
