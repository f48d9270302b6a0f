"""A clock that stands still: a member's second write in one moment is kept like the first, and nobody is blamed."""

import pytest

from bot.domain.kpi.rates import Counts
from tests.handlers.measuring import counts_of, live, planned
from tests.handlers.posting import SOCIAL, last

TWICE = {
    "log": ("/kpi log P1 reach 1200", "/kpi log P1 reach 1300"),
    "target": ("/kpi cible portée 500", "/kpi cible portée 600"),
    "round": ("/checkin répondu 3", "/checkin répondu 4"),
    "question": ("/checkin question Livrez-vous ?", "/checkin question Ouvrez-vous ?"),
    "away": ("/checkin absence demain", "/checkin absence vendredi"),
    "back": ("/checkin retour", "/checkin retour"),
    "post": ('/post ajouter "Un" sur instagram', '/post ajouter "Deux" sur instagram'),
    "move": ("/post déplacer P2 vendredi 10h", "/post déplacer P2 samedi 10h"),
    "assign": ("/post confier P2 à @bob", "/post confier P2 à moi"),
    "idea": ("/post idée Une", "/post idée Deux"),
    "budget": ("/plan budget 500", "/plan budget 600"),
    "theme": ('/plan thème "Avent" 1/12..24/12', '/plan thème "Noël" 25/12..26/12'),
}


@pytest.mark.parametrize("typed", TWICE.values(), ids=TWICE)
def test_a_second_write_in_one_moment_is_no_quarrel_with_somebody_else(stage, amy, typed):
    live(stage)
    planned(stage, 2, owner="UBOB")

    said = [amy.command(each, channel=SOCIAL) for each in typed]

    assert not [each.text for each in said if "Quelqu’un a changé" in each.text]


def test_the_second_log_of_a_moment_stands_and_is_taken_back_alone(stage, bob):
    live(stage)
    bob.command("/kpi log P1 reach 1200", channel=SOCIAL)

    second = bob.command("/kpi log P1 reach 1300 likes 4", channel=SOCIAL)

    assert "reach 1,300 (was 1,200)" in second.text
    assert counts_of(stage) == Counts(reach=1300, reactions=4)
    bob.press(last(second), "kpi.undo")
    assert counts_of(stage) == Counts(reach=1200)


def test_eleven_logs_of_a_moment_stand_in_their_order(stage, bob):
    live(stage)

    for number in range(1, 12):
        bob.command(f"/kpi log P1 reach {number}", channel=SOCIAL)

    assert counts_of(stage) == Counts(reach=11)
