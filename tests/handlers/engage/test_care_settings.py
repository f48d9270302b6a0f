"""How customers' questions are answered: the manager's form, what it changes, and how it is taken back."""

from datetime import time, timedelta

import pytest

from bot.domain.care_rules import CareRules
from tests.handlers.plan.test_plan import SOCIAL, last, plan, strategy

SENT = {"working_days": ["1", "2", "5"], "opens": "10:00", "closes": "00:00", "due_days": "2", "forget_days": "30"}
KEPT = CareRules(working_days=frozenset({1, 2, 5}), opens=time(10), closes=time(0), due_days=2, forget_days=30)
TYPED = ["/checkin settings", "/checkin réglages", "/plan questions", "/plan care", "/plan réponses"]


@pytest.mark.parametrize("line", TYPED)
def test_its_words_open_the_form_with_the_rules_of_now(amy, line):
    form = amy.command(line, channel=SOCIAL).modal

    values = {each["block_id"]: str(each) for each in form.blocks if each["type"] == "input"}
    assert list(values) == ["working_days", "opens", "closes", "due_days", "forget_days"]
    assert "18:00" in values["closes"]
    assert "180" in values["forget_days"]


def test_the_form_is_kept_shown_on_the_card_and_told_in_the_history(stage, amy):
    amy.command("/checkin settings", channel=SOCIAL)

    card = amy.submit(SENT).modal

    assert strategy(stage).care == KEPT
    assert [each.what for each in plan(stage).changes] == ["care"]
    said = str(card.blocks)
    assert "mar. mer. sam., 10" in said
    assert "à traiter en 2 jours de travail" in said
    assert "a changé la réponse aux questions des clients" in said


def test_its_undo_brings_back_the_rules_of_before(stage, amy):
    amy.command("/checkin settings", channel=SOCIAL)
    card = amy.submit(SENT).modal

    undone = amy.press(card, "plan.undo").modal

    assert strategy(stage).care == CareRules()
    assert "jours de travail" in str(undone.blocks[0])


def test_a_question_kept_afterwards_is_due_by_the_new_rule(stage, amy, bob):
    bob.command('/checkin question "Before?"', channel=SOCIAL)
    amy.command("/checkin settings", channel=SOCIAL)
    amy.submit(SENT | {"working_days": list("01234"), "closes": "17:00", "due_days": "3"})

    bob.command('/checkin question "After?"', channel=SOCIAL)

    with stage.bot.house.store.transaction() as tx:
        before, after = (tx.questions.find(each).due_at for each in ("Q1", "Q2"))
    assert after - before == timedelta(days=2, hours=-1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"opens": "18:00", "closes": "09:00"}, "closes"),
        ({"forget_days": "0"}, "forget_days"),
        ({"forget_days": "900"}, "forget_days"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(stage, amy, wrong, field):
    amy.command("/checkin settings", channel=SOCIAL)

    answer = amy.submit(SENT | wrong)

    assert list(answer.errors) == [field]
    assert strategy(stage).care == CareRules()


def test_only_the_manager_opens_it(stage, bob):
    answer = bob.command("/checkin settings", channel=SOCIAL)

    assert answer.modal is None
    assert "<@UAMY>" in answer.text + str(last(answer).blocks)


def test_the_card_says_the_rules_to_everybody_and_offers_the_change_to_who_may(amy, bob):
    for member, offered in ((amy, True), (bob, False)):
        said = str(last(member.command("/plan", channel=SOCIAL)).blocks)

        assert ("care|" in said) is offered
    assert "Mon Tue Wed Thu Fri, " in said
    assert "due at the end of the next working day" in said
