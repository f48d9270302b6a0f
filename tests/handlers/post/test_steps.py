"""The checklist on a post's card: done, made into posts; at its longest."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.checklists import checklist_of
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from handlers.views.post.steps import made_title, step_rows

SOCIAL = "CSOCIAL"


def shown(what) -> str:
    return json.dumps(what.blocks, ensure_ascii=False)


def post(stage, post_id="P1") -> Post:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get(post_id)


def test_a_contest_shows_its_steps_and_each_is_done_or_made_from_the_card(stage):
    bob = stage.slack.hand("UBOB")
    card = bob.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL).messages[-1]

    done = bob.press(card, "post.step-done:P1|0").messages[-1]
    made = bob.press(done, "post.step-make:P1|4").messages[-1]

    assert "Publish the rules · Tue 8 Dec" in shown(card)
    assert "Done: Publish the rules (<@UBOB>)" in shown(done)
    assert "needs a text of its own" in shown(made)
    assert (post(stage, "P2").title, post(stage, "P2").due.wall) == ("Winner post: Tea story", "2026-12-26T10:00")
    assert "Winner post is P2" in shown(bob.command("/post show P1", channel=SOCIAL).messages[-1])


@pytest.mark.parametrize("back", ["the card's button", "/post undo", "/post undo P1", "/post undo P2"])
def test_a_step_made_into_a_post_is_undone_on_both_and_can_be_made_again(stage, back):
    bob = stage.slack.hand("UBOB")
    card = bob.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL).messages[-1]
    made = bob.press(card, "post.step-make:P1|4").messages[-1]

    undone = bob.command(back, channel=SOCIAL) if back.startswith("/") else bob.press(made, "post.undo")

    assert "*Taken back on P1 and P2:*" in shown(undone.messages[-1])
    assert (post(stage, "P1").checklist[4].post_id, post(stage, "P2").state) == ("", PostState.CANCELLED)
    bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], "post.step-make:P1|4")
    assert post(stage, "P1").checklist[4].post_id == "P3"


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
@pytest.mark.parametrize("is_done", [False, True])
def test_the_longest_checklist_fits_beside_a_card(locale, is_done):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    steps = checklist_of(PostKind.BLOG, date(2026, 11, 24), Platform)
    if is_done:
        steps = tuple(
            replace(each, done_at=datetime(2026, 11, 24, tzinfo=UTC), done_by="UXXXXXXXXXX") for each in steps
        )
    long = Post(id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.BLOG, checklist=steps * 2)

    assert check_message({"text": "x", "blocks": step_rows(t, long, can_change=True)}) is None
    assert len(made_title(t, long, steps[-1])) <= 150
