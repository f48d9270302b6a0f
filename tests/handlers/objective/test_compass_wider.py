"""An answer to the compass that makes an objective wider says so, and how that is taken back: no undo does."""

import json
from dataclasses import replace

import pytest

from bot.domain.strategy import Platform
from tests.handlers.posting import SOCIAL, last, shown


@pytest.fixture(autouse=True)
def _wanted_on_instagram(stage):
    """Amy manages the plan."""
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, objectives=(replace(known.objectives[0], platforms=(Platform.INSTAGRAM,)),)))


def objective(stage):
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.get(stage.strategy.id).objectives[0]


def test_the_answer_says_that_the_objective_stays_wider_and_what_to_type(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id="UBOB"))
    card = last(bob.command('/post add "Dance" on tiktok by me', channel=SOCIAL))

    said = last(bob.press(card, "post.widen"))
    undone = last(bob.command("/post undo P1", channel=SOCIAL))

    assert "`/objective edit O1` takes it out again" in shown(said)
    assert "That answer changed the objective O1 too" in shown(undone)
    assert objective(stage).platforms == (Platform.INSTAGRAM, Platform.TIKTOK)


def test_the_answer_in_the_form_says_so_in_french(stage, amy):
    card = last(amy.command('/post ajouter "Danse" sur tiktok par moi', channel=SOCIAL))
    amy.press(card, "post.purpose")

    answer = amy.submit({"purpose": "O1", "widen": ["widen"]})

    assert "`/objective modifier O1` l’en retire" in json.dumps(answer.modal.blocks, ensure_ascii=False)
