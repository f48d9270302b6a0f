"""What was changed of the plan, by whom, and how it is taken back."""

from dataclasses import replace

import pytest

from tests.handlers.plan.test_plan import FORMS, keep, plan, strategy
from tests.handlers.posting import SOCIAL, last


def test_undo_takes_the_last_change_back_and_is_offered_to_who_made_it(stage, amy):
    answer = amy.command("/plan limit 4 a day", channel=SOCIAL)

    undone = amy.press(last(answer), "plan.undo")

    assert plan(stage).limits.posts_a_day is None
    assert "défait" in last(undone).text
    assert [each.what for each in plan(stage).changes] == ["limits", "undone"]


CHANGES = {f"plan.add.{part}": values for part, (values, _) in FORMS.items()} | {
    "plan.edit:limits|": {"posts_a_day": "4", "spend_a_month": "500", "campaigns": "Winter = 80", "currency": "CAD"},
    "plan.edit:people|": {"manager": "UDAN", "review": "yes", "again": "no", "thread": "yes", "country": "FR"},
}


@pytest.mark.parametrize("button", CHANGES)
def test_undo_brings_back_all_that_a_form_changed(stage, amy, button):
    keep(stage, country="CA")
    before = strategy(stage)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), button)
    changed = amy.submit(CHANGES[button])

    amy.press(changed.modal, "plan.undo")

    undone = strategy(stage)
    assert len(undone.plan.changes) == len(before.plan.changes) + 2
    assert replace(undone, rev=before.rev, plan=replace(undone.plan, changes=before.plan.changes)) == before


def test_undo_is_refused_once_somebody_changed_the_plan_since(stage, amy):
    answer = amy.command("/plan limit 4 a day", channel=SOCIAL)
    amy.command("/plan budget 500 a month", channel=SOCIAL)

    amy.press(last(answer), "plan.undo")

    assert plan(stage).limits.posts_a_day == 4


def test_everybody_reads_who_changed_what_of_the_plan_and_when(stage, amy, bob):
    for typed in ("limit 4 a day", "budget 500 a month", "tool Buffer", 'awareness "Tea day" 15/12'):
        amy.command(f"/plan {typed}", channel=SOCIAL)

    history = bob.press(last(bob.command("/plan", channel=SOCIAL)), "plan.history").modal

    lines = history.blocks[0]["text"]["text"].splitlines()
    assert len(lines) == 4
    assert lines[0] == "<@UAMY>, Mon 23 Nov 2026 13:00: changed a special day · Tea day"
