"""Who may look after a strategy of a private channel, and be given something of it: on the local Slack."""

from dataclasses import replace

import pytest

from bot.domain.strategy import Strategy
from bot.sandbox.team import Upload
from bot.services.people.channels import look_again
from bot.services.people.sight import sees
from bot.services.workspace.forgetting import forget
from tests.builders import add_post_on
from tests.handlers.posting import due_in, post, shown

CLOSED, SOCIAL, GENERAL, SECRET = "CCAMPAGNE", "CSOCIAL", "CGENERAL", "CSECRET"
NOT_THERE = "n’est pas dans le canal privé"


@pytest.fixture
def closed(stage):
    """Its strategy lives in a private channel that Bob and Dan are not in; Chloé has a post of it."""
    with stage.bot.house.store.transaction() as tx:
        strategy = tx.strategies.put(replace(tx.strategies.get("S1"), channel_id=CLOSED))
    add_post_on(stage, owner="UCHLOE", due=due_in(days=2))
    look_again(stage.bot.house.store, stage.bot.house.directory, [strategy], now=stage.slack.clock.now())
    return stage


def strategies(stage) -> dict[str, Strategy]:
    with stage.bot.house.store.transaction() as tx:
        return {each.id: each for each in tx.strategies.all()}


# --- setting up


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (CLOSED, "seulement les membres de <#CCAMPAGNE>"),
        (GENERAL, "tout l’espace de travail. Les invités ne la voient que dans <#CGENERAL>"),
        (None, "seulement ses membres s’il est privé"),
    ],
    ids=["private", "public", "elsewhere"],
)
def test_the_form_says_who_will_see_it(amy, channel, words):
    assert words in shown(amy.command("/parution setup", channel=channel).modal)


def test_where_slack_does_not_tell_the_form_says_so(stage, amy):
    stage.slack.faults.plan("conversations.info", "500", times=9)

    assert "Slack ne me dit pas qui est dans ce canal" in shown(amy.command("/parution setup", channel=CLOSED).modal)


def test_nobody_looks_after_it_or_does_its_round_who_would_not_see_it(stage, amy):
    amy.command("/parution setup", channel=CLOSED)

    answer = amy.submit({"name": "Feux", "manager": "UBOB", "round": ["UINES", "UBOB", "UDAN"]})

    assert sorted(answer.errors) == ["manager", "round"]
    assert answer.errors["manager"].startswith(f"Bob {NOT_THERE}")
    assert "Bob et Dan" in answer.errors["round"]
    assert list(strategies(stage)) == ["S1"]
    assert not [each for each in amy.messages(CLOSED) if each.bot_id]


def test_once_they_were_let_in_the_same_form_goes_through(stage, amy):
    amy.command("/parution setup", channel=CLOSED)
    amy.submit({"name": "Feux", "manager": "UBOB", "round": ["UINES"]})
    stage.slack.join("UBOB", CLOSED)

    amy.submit()

    assert strategies(stage)["S2"].manager_id == "UBOB"


def test_settings_stay_open_to_change_where_somebody_left(closed, amy):
    with closed.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), round_ids=("UAMY", "UBOB")))
    amy.command("/parution setup", channel=CLOSED)

    amy.submit({"name": "Feux"})

    assert strategies(closed)["S1"].name == "Feux"


def test_who_set_it_up_sees_it_at_once_and_no_stranger_does(stage, amy):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")
    amy.command("/parution setup")
    amy.submit({"name": "Feux", "conversation": CLOSED})

    with stage.bot.house.store.transaction() as tx:
        made = next(each for each in tx.strategies.all())
        assert [sees(tx, each, made) for each in ("UAMY", "UINES", "UBOB")] == [True, True, False]


@pytest.mark.parametrize("channel", [CLOSED, SECRET, "CNOWHERE"], ids=["taken", "without the bot", "none"])
def test_a_private_channel_that_one_is_not_in_is_like_none(closed, bob, channel):
    bob.command("/parution setup")

    answer = bob.submit({"name": "Feux", "conversation": channel})

    said = shown(answer.modal).replace("\u2060", "")
    assert "I can't write in this channel yet (channel_not_found)" in said
    assert len(strategies(closed)) == 1


def test_nor_is_it_told_whether_a_strategy_lives_there_where_slack_names_nobody(closed, bob):
    closed.slack.faults.plan("conversations.info", "500", times=9)
    bob.command("/parution setup")

    answer = bob.submit({"name": "Feux", "conversation": CLOSED})

    assert "Maison Lune" not in shown(answer.modal)
    assert len(strategies(closed)) == 1


def test_settings_that_stand_open_are_sent_for_nothing_by_who_has_left(closed):
    ines = closed.slack.hand("UINES")
    ines.command("/parution setup", channel=CLOSED)
    closed.slack.leave("UINES", CLOSED)

    answer = ines.submit({"name": "Feux"})

    assert "Il n’y a pas de stratégie S1" in shown(answer.modal)


# --- giving


def test_a_post_typed_for_somebody_outside_says_why_not_and_stays(closed, amy):
    answer = amy.command("/post assign P1 @bob", channel=CLOSED)

    assert f"Bob {NOT_THERE}" in answer.text
    assert post(closed).owner_id == "UCHLOE"


@pytest.mark.parametrize(
    ("typed", "field"),
    [("/post assign P1", "owner"), ("/post review P1 @chloé look", "reviewer"), ("/post edit P1", "owner")],
)
def test_in_a_form_the_field_says_so(closed, amy, typed, field):
    amy.command(typed, channel=CLOSED)

    answer = amy.submit({field: "UBOB"})

    assert NOT_THERE in answer.errors[field]


def test_in_the_form_of_a_new_post_as_well(closed, amy):
    amy.command("/post add", channel=CLOSED)

    answer = amy.submit({"title": "Tea", "platform": "x", "owner": "UBOB"})

    assert NOT_THERE in answer.errors["owner"]


def test_the_plan_is_handed_over_to_nobody_outside(closed, amy):
    card = amy.command("/plan", channel=CLOSED).messages[-1]
    amy.press(card, "plan.edit:people|")

    answer = amy.submit({"manager": "UBOB"})

    assert NOT_THERE in answer.errors["manager"]
    assert strategies(closed)["S1"].manager_id == "UAMY"


def test_somebody_who_was_just_let_in_is_given_a_post_at_once(closed, amy):
    closed.slack.faults.plan_event("member_joined_channel", "lost", "lost", "lost", "lost")
    closed.slack.join("UBOB", CLOSED)
    closed.slack.clock.set(closed.slack.clock.now().replace(minute=5))

    amy.command("/post assign P1 @bob", channel=CLOSED)

    assert post(closed).owner_id == "UBOB"


def test_a_line_of_a_file_that_names_somebody_outside_stays_out_and_says_why(closed, amy):
    rows = b"Title,Platform,Owner\nTea,x,Chlo\xc3\xa9\nMilk,x,Bob\n"
    amy.say("here", files=[Upload(name="tea.csv", content=rows, mimetype="text/csv")])
    preview = amy.wait_for(lambda: [each for each in amy.direct_messages() if "import.confirm" in str(each.blocks)])[-1]

    amy.press(preview, "import.confirm")

    assert f"Bob {NOT_THERE}" in shown(preview)
    with closed.bot.house.store.transaction() as tx:
        assert [each.title for each in tx.posts.all()] == ["Spring contest", "Tea"]


def test_a_file_that_says_what_stands_already_is_no_gift(closed, amy):
    with closed.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), owner_id="UBOB"))
    rows = b"Number,Title,Platform,Owner,Theme\nP1,Spring contest,instagram,Bob,Tea\n"
    amy.say("here", files=[Upload(name="tea.csv", content=rows, mimetype="text/csv")])
    preview = amy.wait_for(lambda: [each for each in amy.direct_messages() if "import.confirm" in str(each.blocks)])[-1]

    amy.press(preview, "import.confirm")

    assert (post(closed).owner_id, post(closed).theme) == ("UBOB", "Tea")


# --- forgetting


def test_who_is_forgotten_stands_in_no_list_and_the_others_stay_where_they_are(closed):
    store = closed.bot.house.store

    forget(store, "UINES")
    forget(store, "UDAN")

    with store.transaction() as tx:
        known = tx.notes.get("channel:CCAMPAGNE").body
    assert known["inside"] == ["UAMY", "UCHLOE"]
    assert known["outside"] == ["UBOB"]


def test_only_somebody_who_sees_it_follows_a_manager_who_is_forgotten(closed):
    store = closed.bot.house.store
    with store.transaction() as tx:
        plans = [replace(each, owner_id="UBOB") for each in tx.strategies.get("S1").platforms]
        tx.strategies.put(replace(tx.strategies.get("S1"), platforms=tuple(plans), round_ids=("UDAN", "UINES")))

    forget(store, "UAMY")

    assert strategies(closed)["S1"].manager_id == "UINES"
