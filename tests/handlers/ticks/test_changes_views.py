"""What others did to somebody's posts at its longest, in both languages, against the local Slack's limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.posts import Change
from bot.domain.reminders.changes import ChangeTopic
from handlers.views.reminders.changes import ToldChange, changed_rows, changes_message, sentence
from handlers.views.reminders.live_lines import LIVE, live_lines
from tests.handlers.longest import NOW, a_post, a_strategy, assert_harmless, assert_message, mrkdwn_in, worst

BEFORE = {ChangeTopic.MOVED: NOW.isoformat(), ChangeTopic.PLATFORM: "facebook"}


def told(texts, topic, number=1, **more):
    change = Change(at=NOW, by="U0000000000", what="edited", note=worst(1000, texts))
    known = ToldChange(
        topic=topic, post=a_post(texts, number), strategy=a_strategy(texts), change=change, can_change=True
    )
    return replace(known, before=BEFORE.get(topic, ""), **more)


@pytest.mark.parametrize("topic", ChangeTopic)
def test_each_change_alone(t, texts, topic):
    found = changes_message(t, [told(texts, topic)], is_new=True)

    assert found is not None
    assert_message(found.text, found.blocks)


def test_all_that_can_be_done_to_many_posts_in_one_message(t, texts):
    every = [told(texts, topic, number) for number in range(30) for topic in ChangeTopic]

    found = changes_message(t, every, is_new=False)

    assert found is not None
    assert_message(found.text, found.blocks)
    assert sum(block["type"] == "section" for block in found.blocks) == 9


@pytest.mark.parametrize("topic", ChangeTopic)
def test_what_was_taken_back_is_told_only_to_who_has_read_it(t, texts, topic):
    undone = told(texts, topic, is_undone=True)

    assert changes_message(t, [undone], is_new=True) is None
    assert sentence(t, undone) != sentence(t, told(texts, topic))


def test_what_a_live_message_says_below_itself(t, texts):
    lines = tuple(Change(at=NOW, by="U0000000001", what=each, note=worst(500, texts)) for each in sorted(LIVE))
    post = replace(a_post(texts, 1), history=lines)

    shown = live_lines(t, post, since=NOW - timedelta(minutes=1), reader_id="U0000000000")

    assert_message("changed", shown)
    assert_harmless(*mrkdwn_in(shown))
    assert live_lines(t, post, since=NOW, reader_id="U0000000000") == []
    assert live_lines(t, post, since=None, reader_id="U0000000000") == []


def test_all_that_was_done_to_many_posts_in_a_morning(t, texts):
    every = [told(texts, topic, number) for number in range(30) for topic in ChangeTopic]

    assert_message("morning", changed_rows(t, every, is_new=False))
