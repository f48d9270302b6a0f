"""The compass at its longest: question, answers, form and list fit what Slack takes."""

from dataclasses import replace

import pytest

from bot.domain.objective.compass import CompassQuestion, Waiting
from bot.domain.posts import Post
from bot.domain.strategy import Objective, ObjectiveKind, Platform
from bot.sandbox.limits import check_message, check_view
from bot.services.plan.text_lengths import room_of
from bot.services.post.adding import PostFacts
from handlers.views.post.compass import compass_blocks, purpose_form, waiting_line, waiting_modal, waiting_said

LONG = tuple(
    Objective(id=f"O{n}", kind=ObjectiveKind.SALES, statement="&" * 300, platforms=(Platform.BLOG,))
    for n in range(1, 6)
)


@pytest.mark.parametrize("answer", ["", "O1", "&" * 300])
def test_the_question_and_its_answer_at_their_longest(stage, t, answer):
    strategy = replace(stage.strategy, objectives=LONG)
    long = Post(
        id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.GOOGLE_BUSINESS, compass_answer=answer
    )
    facts = PostFacts(post=long, strategy=strategy, room=room_of(long), can_plan=True)

    assert check_message({"text": "x", "blocks": compass_blocks(t, facts)}) is None


def test_the_form_and_the_list_at_their_longest(stage, t):
    strategy = replace(stage.strategy, objectives=LONG)
    posts = [
        Post(id=f"P{10**6 + n}", strategy_id="S1", title="&" * 150, platform=Platform.GOOGLE_BUSINESS)
        for n in range(500)
    ]
    found = [Waiting(doubt=CompassQuestion.PLATFORM, platform=each, posts=tuple(posts)) for each in Platform]
    found.append(Waiting(doubt=CompassQuestion.OBJECTIVE, posts=tuple(posts)))
    text, blocks = waiting_said(t, found, "S1")

    for each in (posts, posts[:1]):
        form = purpose_form(
            t, each, strategy, doubt=CompassQuestion.PLATFORM, can_plan=True, meta={"group": "platform|blog"}
        )
        assert check_view(form) is None
    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_view(waiting_modal(t, found, strategy, notice="&" * 3000)) is None
    assert check_message({"text": "x", "blocks": waiting_line(t, found, "S1")}) is None
