"""An idea is taken up."""

from bot.domain.posts import PostState
from tests.handlers.posting import SOCIAL, last, posts, shown


def test_an_idea_becomes_a_draft_by_its_button(stage, bob):
    bob.command('/post idea "Behind the scenes" on linkedin by me', channel=SOCIAL)
    ideas = last(bob.command("/post ideas", channel=SOCIAL))
    assert "Behind the scenes" in shown(ideas)

    card = bob.press(ideas, "post.more", choice="show:P1").modal
    answer = bob.press(card, "post.draft")

    assert posts(stage)[0].state is PostState.DRAFT
    assert "is a draft now" in shown(answer.modal)
