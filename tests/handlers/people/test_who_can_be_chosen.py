"""Wherever a person is chosen, it is somebody of the team who can be told: no guest, no bot and nobody who left."""

from dataclasses import replace

import pytest

from bot.domain.post.checklists import Step
from bot.sandbox.workspace import BOT_USER_ID
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, due_in, post, posts, shown

CAMPAIGN = "CCAMPAGNE"
SETUP = {"name": "Feux"}


@pytest.fixture(params=["UGUEST", "UGONE", BOT_USER_ID], ids=["guest", "gone", "bot"])
def unfit(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def strategies(stage):
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.all()


def plan_of(stage):
    return strategies(stage)[0]


@pytest.mark.parametrize("field", ["manager", "round"])
def test_a_strategy_is_set_up_with_people_who_can_be_told_alone(stage, amy, unfit, field):
    amy.command("/parution setup", channel=CAMPAIGN)

    answer = amy.submit({**SETUP, field: unfit if field == "manager" else ["UAMY", unfit]})

    assert list(answer.errors) == [field]
    assert "ne peut pas recevoir" in answer.errors[field]
    assert [each.id for each in strategies(stage)] == ["S1"]
    assert amy.messages(CAMPAIGN) == []
    assert amy.modal.state["name"]["name"]["value"] == "Feux"


@pytest.mark.parametrize("field", ["manager", "round"])
def test_its_settings_take_nobody_else_either(stage, amy, unfit, field):
    amy.command("/parution setup", channel=SOCIAL)

    answer = amy.submit({field: unfit if field == "manager" else ["UAMY", unfit]})

    assert list(answer.errors) == [field]
    assert plan_of(stage) == stage.strategy


def test_who_left_stays_in_the_round_without_stopping_the_form(stage, amy):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UINES"), is_active=False))
        tx.strategies.put(replace(stage.strategy, round_ids=("UAMY", "UINES")))
    amy.command("/parution setup", channel=SOCIAL)

    amy.submit({"name": "Soleil"})

    assert plan_of(stage).name == "Soleil"


def test_a_manager_who_became_a_guest_changes_no_settings_any_more(stage, amy):
    bob = stage.slack.hand("UBOB")
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(stage.strategy, manager_id="UBOB"))
    bob.command("/parution setup", channel=SOCIAL)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))

    answer = bob.submit({"name": "Bob's"})

    assert "Guests" in shown(answer.modal)
    assert plan_of(stage).name == "Maison Lune"


FORMS = {
    "new post": ("/post add", {"title": "Tea", "platform": "x", "owner": "{}"}, "owner"),
    "edit": ("/post edit P1", {"owner": "{}"}, "owner"),
    "hand over": ("/post assign P1", {"owner": "{}"}, "owner"),
    "review": ("/post review P1 @nobody", {"reviewer": "{}"}, "reviewer"),
    "steps": ("/post steps P1", {"step.0": "{}"}, "step.0"),
    "series": ("/post series P1", {"owner": "{}"}, "owner"),
    "platform's owner": ("/plan platform instagram rhythm many", {"owner": "{}"}, "owner"),
    "platform's backup": ("/plan platform instagram rhythm many", {"backup": "{}"}, "backup"),
    "platform's reviewer": ("/plan platform instagram rhythm many", {"reviewer": "{}"}, "reviewer"),
    "theme": ("/plan theme Winter", {"owner": "{}", "first": "2026-12-01", "last": "2026-12-24"}, "owner"),
    "plan's manager": ("/plan people", {"manager": "{}"}, "manager"),
}


@pytest.fixture
def a_series(stage):
    add_post_on(stage, due=due_in(days=5))
    with stage.bot.house.store.transaction() as tx:
        step = Step(key="winner")
        tx.posts.put(replace(tx.posts.get("P1"), series_id="P1", checklist=(step,)))
    return stage


@pytest.mark.parametrize("where", FORMS)
def test_a_form_says_under_its_field_that_somebody_cannot_be_told(a_series, amy, unfit, where):
    typed, values, field = FORMS[where]
    before = posts(a_series), strategies(a_series)
    amy.command(typed, channel=SOCIAL)

    answer = amy.submit({name: value.format(unfit) for name, value in values.items()})

    assert list(answer.errors) == [field]
    assert (posts(a_series), strategies(a_series)) == before


TYPED = {
    "new post": '/post add "Tea" on x by <@{}>',
    "hand over": "/post assign P1 <@{}>",
    "review": "/post review P1 <@{}>",
    "platform": "/plan platform instagram owner <@{}>",
}


@pytest.mark.parametrize("where", TYPED)
def test_what_is_typed_is_answered_so_and_changes_nothing(a_series, amy, unfit, where):
    before = posts(a_series), strategies(a_series)

    answer = amy.command(TYPED[where].format(unfit), channel=SOCIAL)

    assert "ne peut pas recevoir mes messages" in answer.text + shown(answer.messages[-1]) + str(answer.modal)
    assert (posts(a_series), strategies(a_series)) == before


def test_a_new_post_goes_to_the_backup_where_the_platforms_owner_has_left(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UCHLOE"), is_active=False))

    bob.command('/post add "Tea" on instagram', channel=SOCIAL)

    assert post(stage).owner_id == "UAMY"
