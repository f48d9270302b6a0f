"""Policies of the plan as they are typed and filled in: none stands there twice."""

import pytest

from bot.domain.plan_parts import PolicyKind, Severity
from tests.handlers.plan.test_plan import plan
from tests.handlers.posting import SOCIAL, last


@pytest.mark.parametrize(
    "again", ["policy avoid Best, cheap", "policy error avoid cheap, best", "règle éviter cheap; best"]
)
def test_a_policy_that_asks_the_same_takes_the_place_of_the_first_with_its_reason(stage, amy, again):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.add.policy")
    amy.submit({"kind": "avoid_words", "value": "cheap, best", "text": "We are not", "severity": "advice"})

    amy.command(f"/plan {again}", channel=SOCIAL)

    [policy] = plan(stage).policies
    assert (policy.id, policy.text) == ("L1", "We are not")
    assert policy.severity is (Severity.ERROR if "error" in again else Severity.ADVICE)


@pytest.mark.parametrize("other", ["avoid cheap", "avoid cheap, best on x", "require cheap, best", '"cheap, best"'])
def test_a_policy_that_asks_something_else_or_elsewhere_stands_beside_it(stage, amy, other):
    amy.command("/plan policy avoid cheap, best", channel=SOCIAL)

    amy.command(f"/plan policy {other}", channel=SOCIAL)

    assert len(plan(stage).policies) == 2


def test_a_policy_that_is_edited_into_another_becomes_one_with_it(stage, amy):
    for typed in ("avoid best", "avoid cheap"):
        amy.command(f"/plan policy {typed}", channel=SOCIAL)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:policy|L2")

    amy.submit({"value": "best"})

    assert [(each.kind, each.value) for each in plan(stage).policies] == [(PolicyKind.AVOID_WORDS, "best")]
