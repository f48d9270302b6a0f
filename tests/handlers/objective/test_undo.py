"""`/objective undo` and its button: what was done last, for ten minutes."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.acting.hand import Hand
from tests.conftest import MONDAY, Stage
from tests.handlers.aiming import SOCIAL, change, make_admin, objectives, open_more, shown

DEEDS = ["set", "edit", "close", "reopen"]
AIM = "« More people who talk with us before Christmas »"
UNDONE = {
    "set": "*Défait :* le nouvel objectif O2 (« More visits »).",
    "edit": f"*Défait :* le changement de O1 : phrase « More visits » (avant : {AIM}), type",
    "close": f"*Défait :* la fin de O1 ({AIM}).",
    "reopen": f"*Défait :* la réouverture de O1 ({AIM}).",
}


def do(amy: Hand, deed: str) -> Any:
    """What *deed* says, and what is seen after it."""
    if deed == "reopen":
        return amy.command("/objective reopen O1", channel=SOCIAL).messages[-1]
    amy.command(
        {"set": "/objective set", "edit": "/objective edit O1", "close": "/objective close O1 Done"}[deed],
        channel=SOCIAL,
    )
    if deed == "close":
        return amy.submit({}).modal
    amy.submit({"kind": "traffic", "statement": "More visits"})
    return amy.submit({}).modal


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_done_is_taken_back_where_it_is_told(stage: Stage, amy: Hand, deed: str) -> None:
    if deed == "reopen":
        change(stage, closed_at=MONDAY, closed_by="UBOB", result="Old")
    before = objectives(stage)

    told = do(amy, deed)
    after = objectives(stage)
    answer = amy.press(told, "objective.undo")

    assert after != before
    assert objectives(stage) == before
    assert UNDONE[deed] in plain(shown(answer.modal or answer.messages[-1]))


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("typed", ["undo", "défaire {number}"])
def test_what_was_done_is_taken_back_by_typing(stage: Stage, amy: Hand, deed: str, typed: str) -> None:
    if deed == "reopen":
        change(stage, closed_at=MONDAY, closed_by="UBOB", result="Old")
    before = objectives(stage)
    do(amy, deed)

    amy.command(f"/objective {typed.format(number='O2' if deed == 'set' else 'O1')}", channel=SOCIAL)

    assert objectives(stage) == before


def test_the_last_of_several_is_taken_back_first(stage: Stage, amy: Hand) -> None:
    do(amy, "set")
    do(amy, "edit")

    amy.command("/objective undo", channel=SOCIAL)
    first = [each.statement for each in objectives(stage)]
    amy.command("/objective undo", channel=SOCIAL)
    nothing = amy.command("/objective undo", channel=SOCIAL)

    assert first == ["More people who talk with us before Christmas", "More visits"]
    assert [each.id for each in objectives(stage)] == ["O1"]
    assert "Vous n’avez rien à défaire" in nothing.text


def test_after_ten_minutes_for_others_and_once_it_was_changed_it_stays(stage: Stage, amy: Hand, bob: Hand) -> None:
    make_admin(stage, "UBOB")
    do(amy, "edit")
    others = bob.command("/objective undo O1", channel=SOCIAL)
    change(stage, statement="Changed since")
    since = amy.command("/objective undo O1", channel=SOCIAL)
    do(amy, "close")
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))
    late = amy.command("/objective undo O1", channel=SOCIAL)

    assert "nothing of yours" in others.text
    assert "Vous avez changé le plan depuis" in since.text
    assert "Vous n’avez rien à défaire" in late.text
    assert objectives(stage)[0].closed_at == MONDAY


def test_a_new_one_that_posts_serve_is_not_taken_back(stage: Stage, amy: Hand) -> None:
    change(stage, closed_at=MONDAY)
    do(amy, "set")
    amy.command('/post add "Tea" on linkedin by @amy due fri 10:00', channel=SOCIAL)

    refused = amy.command("/objective undo O2", channel=SOCIAL)
    amy.command("/objective undo", channel=SOCIAL)
    amy.command("/objective undo", channel=SOCIAL)

    assert "O2 ne se défait plus" in refused.text
    assert [each.id for each in objectives(stage)] == ["O1"]


def test_no_more_are_open_after_an_undo_than_may_be_set(stage: Stage, amy: Hand) -> None:
    do(amy, "close")
    open_more(stage, 5)

    answer = amy.command("/objective undo", channel=SOCIAL)

    assert "5 objectifs ouverts" in answer.text
    assert objectives(stage)[0].closed_at == MONDAY


def test_what_is_taken_back_stays_in_the_plans_history(stage: Stage, amy: Hand) -> None:
    do(amy, "set")
    amy.command("/objective undo", channel=SOCIAL)

    plan = amy.command("/plan", channel=SOCIAL).messages[-1]

    assert "a défait un changement d’objectif · More visits" in shown(plan)
