"""Copies of a post for other platforms."""

from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from tests.handlers.posting import SOCIAL, last, posts, shown


def test_a_copy_shows_the_text_to_be_rewritten(stage, bob):
    bob.command('/post add "Tea" on linkedin by me "Bring your best tea story to the bakery"', channel=SOCIAL)

    answer = bob.command("/post copy P1 to facebook", channel=SOCIAL)

    assert "P2: copied from P1" in shown(last(answer))
    assert "post.rewrite" in shown(last(answer))


def test_the_card_copies_to_several_platforms_and_takes_them_back(stage, bob):
    card = last(bob.command('/post add "Tea" on linkedin by me', channel=SOCIAL))

    bob.press(card, "post.copy-to")
    answer = bob.submit({"platforms": ["facebook", "x"]})

    assert [each.platform for each in posts(stage)] == [Platform.LINKEDIN, Platform.FACEBOOK, Platform.X]
    bob.press(bob.press(answer.modal, "post.undo-batch").modal, "undo.yes")
    assert [each.state for each in posts(stage)][1:] == [PostState.CANCELLED] * 2
