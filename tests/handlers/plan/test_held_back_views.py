"""What is held back by the plan, at its longest, in both languages."""

from dataclasses import replace

import pytest

from bot.domain.errors import People
from bot.domain.posts import PostState
from bot.services.plan.held_back import Held
from handlers.post.override import HeldAction
from handlers.views.plan import forms as plan_forms
from handlers.views.post import override
from tests.handlers.longest import assert_message, assert_modal, worst
from tests.handlers.plan.at_length import META, a_post, a_strategy, a_verdict

PEOPLE = [People(("UAMY",)), People(())]


@pytest.mark.parametrize("manager", PEOPLE)
@pytest.mark.parametrize("may_override", [True, False])
def test_what_is_held_back_at_its_longest(t, texts, may_override, manager):
    refused = Held(a_verdict(texts), strategy=a_strategy(texts), manager=manager, may_override=may_override)
    form = plan_forms.tool_form(t, None, is_new=True, meta=META)

    assert_message("held", override.held_intro(t, refused))
    assert_modal(override.with_reason_asked(t, form, refused))
    assert_modal(override.with_reason_field(t, form, refused))


@pytest.mark.parametrize("manager", PEOPLE)
@pytest.mark.parametrize("may_override", [True, False])
@pytest.mark.parametrize("step", HeldAction)
def test_a_step_that_is_held_back_at_its_longest(t, texts, may_override, step, manager):
    refused = Held(a_verdict(texts), strategy=a_strategy(texts), manager=manager, may_override=may_override)
    post = replace(a_post(texts, 1), state=PostState.IN_REVIEW)

    assert_modal(override.held_form(t, refused, post, step=step, can_change=True, meta=META))


def test_what_the_card_says_of_the_plan_at_its_longest(t, texts):
    assert_message("card", override.verdict_blocks(t, a_verdict(texts), "CAD", override=worst(300, texts)))
