"""An idea is taken up."""

import json

from bot.domain.posts import Post, PostState

SOCIAL = "CSOCIAL"


def posts(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return sorted(tx.posts.all(), key=lambda each: each.number)


def shown(what) -> str:
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


def test_an_idea_becomes_a_draft_by_its_button(stage, bob):
    bob.command('/post idea "Behind the scenes" on linkedin by me', channel=SOCIAL)
    ideas = last(bob.command("/post ideas", channel=SOCIAL))
    assert "Behind the scenes" in shown(ideas)

    card = bob.press(ideas, "post.more", choice="show:P1").modal
    answer = bob.press(card, "post.draft")

    assert posts(stage)[0].state is PostState.DRAFT
    assert "is a draft now" in shown(answer.modal)
