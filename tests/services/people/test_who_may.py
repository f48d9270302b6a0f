"""Who may do what, as a table."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.engage.questions import Question
from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.services.engage.question_records import may_change_question
from bot.services.people.who_may import Action, may, refuse_unless, who_can

STRATEGY = Strategy(
    id="S1",
    name="A",
    channel_id="C1",
    zone="UTC",
    manager_id="UMANAGER",
    round_ids=("UROUND",),
    platforms=(PlatformPlan(platform=Platform.X, owner_id="UPLATFORM", backup_id="UBACKUP", reviewer_id="UREVIEWER"),),
)
POST = Post(id="P1", strategy_id="S1", title="A", platform=Platform.X, owner_id="UOWNER", created_by="UAUTHOR")
EVERYBODY = {
    "manager": Member(id="UMANAGER", name="m"),
    "admin": Member(id="UADMIN", name="a", is_admin=True),
    "owner": Member(id="UOWNER", name="o"),
    "author": Member(id="UAUTHOR", name="w"),
    "platform": Member(id="UPLATFORM", name="p"),
    "backup": Member(id="UBACKUP", name="b"),
    "reviewer": Member(id="UREVIEWER", name="r"),
    "round": Member(id="UROUND", name="t"),
    "stranger": Member(id="USTRANGER", name="s"),
    "guest": Member(id="UGUEST", name="g", is_guest=True),
    "gone": Member(id="UGONE", name="x", is_active=False),
}
OWN = ("UOWNER", "UAUTHOR")
"""Whose a thing is that is no post: who holds it, and who kept it."""

MEMBERS = set(EVERYBODY) - {"guest", "gone"}
ALLOWED = {
    Action.READ: MEMBERS | {"guest"},
    Action.ADD_IDEA: MEMBERS | {"guest"},
    Action.ADD_POST: MEMBERS,
    Action.CHANGE_POST: {"manager", "admin", "owner", "author", "platform", "backup"},
    Action.APPROVE: {"manager", "admin", "reviewer"},
    Action.IMPORT: {"manager", "admin", "platform", "backup", "reviewer", "round"},
    Action.KEEP: MEMBERS,
    Action.CHANGE_VOICE: {"manager", "admin", "owner", "author"},
    Action.CHANGE_CORRECTION: {"manager", "admin", "owner", "author"},
    Action.MEASURE: MEMBERS,
    Action.CHANGE_PLAN: {"manager", "admin"},
    Action.OVERRIDE: {"manager", "admin"},
    Action.CHANGE_QUESTION: {"manager", "admin", "owner", "author"},
}


@pytest.mark.parametrize("action", Action)
def test_each_role_may_do_what_the_table_says_and_nothing_else(action: Action) -> None:
    allowed = {name for name, member in EVERYBODY.items() if may(member, action, STRATEGY, POST, own=OWN)}

    assert allowed == ALLOWED[action]


def test_a_question_is_for_its_holder_backup_and_keeper_and_for_no_others_of_its_platform() -> None:
    question = Question(
        id="Q1",
        strategy_id="S1",
        text="?",
        asked_on=date(2026, 12, 1),
        owner_id="UOWNER",
        backup_id="UBACKUP",
        kept_by="UAUTHOR",
        platform=Platform.X,
    )

    allowed = {name for name, member in EVERYBODY.items() if may_change_question(member, STRATEGY, question)}

    assert allowed == {"manager", "admin", "owner", "backup", "author"}


def test_nobody_approves_a_post_of_their_own_not_even_the_manager() -> None:
    own = replace(POST, owner_id="UMANAGER")

    assert not may(EVERYBODY["manager"], Action.APPROVE, STRATEGY, own)
    assert who_can(Action.APPROVE, STRATEGY, own) == ["UREVIEWER"]


def test_a_post_that_nobody_owns_may_be_taken_in_hand_by_anybody_of_the_team() -> None:
    assert may(EVERYBODY["stranger"], Action.CHANGE_POST, STRATEGY, replace(POST, owner_id=None))


def test_a_refusal_names_who_can_the_nearest_first() -> None:
    with pytest.raises(UserError) as refusal:
        refuse_unless(EVERYBODY["stranger"], Action.CHANGE_POST, STRATEGY, POST)

    assert refusal.value.key == "rights-change_post"
    assert refusal.value.params["people"].ids[0] == "UOWNER"


def test_a_refusal_sends_nobody_to_themselves_nor_to_a_guest_who_added_it() -> None:
    idea = replace(POST, owner_id=None, created_by="UGUEST")

    with pytest.raises(UserError) as refusal:
        refuse_unless(EVERYBODY["guest"], Action.CHANGE_POST, STRATEGY, idea)

    assert refusal.value.params["people"].ids == ("UBACKUP", "UPLATFORM", "UMANAGER")
    assert "UGUEST" not in who_can(Action.CHANGE_POST, STRATEGY, replace(POST, created_by="UGUEST"))
