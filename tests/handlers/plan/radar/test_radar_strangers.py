"""The radar of one strategy among several, and what a guest sees and may press of it."""

import pytest

from bot.domain.plan_parts import Plan
from bot.domain.strategy import Strategy
from tests.builders import put_post
from tests.handlers.plan.test_radar import ZONE
from tests.handlers.posting import last, shown


def second_strategy(stage) -> Strategy:
    other = Strategy(
        id="S9",
        name="Maison Soleil",
        channel_id="CGENERAL",
        zone=ZONE,
        manager_id="UDAN",
        locale="en-CA",
        plan=Plan(),
    )
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.put(other)


def test_each_channel_checks_its_own_strategy_and_sees_nothing_of_the_other(stage, bob):
    other = second_strategy(stage)
    put_post(stage, title="Secret of Lune", owner_id=None)

    there = last(bob.command("/plan check december", channel=other.channel_id))
    card = last(bob.command("/plan", channel=other.channel_id))

    assert "Maison Soleil" in there.text
    assert "Secret of Lune" not in shown(there)
    assert "Maison Soleil" in card.text
    assert "Maison Lune" not in shown(card)


@pytest.mark.parametrize("typed", ["/plan", "/plan check december"])
def test_a_guest_sees_the_strategy_of_their_channel_and_nothing_of_another(stage, typed):
    put_post(stage, title="Secret of Lune", owner_id=None)
    guest = stage.slack.hand("UGUEST")

    before = last(guest.command(typed, channel="CGENERAL"))
    second_strategy(stage)
    after = last(guest.command(typed, channel="CGENERAL"))

    assert "Lune" not in f"{before.text} {shown(before)} {after.text} {shown(after)}"
    assert "Maison Soleil" in f"{after.text} {shown(after)}"


def test_a_guest_reads_the_findings_without_buttons_that_would_be_refused(stage, bob):
    second_strategy(stage)
    mine = last(bob.command("/plan check december", channel="CGENERAL"))

    theirs = last(stage.slack.hand("UGUEST").command("/plan check december", channel="CGENERAL"))

    assert "plan.gap" in shown(mine)
    assert "plan.gap" not in shown(theirs)
    assert "plan.check.after" in shown(theirs)


def test_a_button_with_another_strategy_on_it_is_refused_to_a_guest(stage, bob):
    second_strategy(stage)
    guest = stage.slack.hand("UGUEST")
    radar = last(guest.command("/plan check december", channel="CGENERAL"))
    forged = [
        {**each, "elements": [_forged(button, stage) for button in each["elements"]]} for each in radar.blocks[-1:]
    ]
    radar.blocks[-1:] = forged

    answer = guest.press(radar, "plan.check.again")

    assert "Lune" not in f"{last(answer).text} {shown(last(answer))}"


def _forged(button, stage):
    return {**button, "value": f"{stage.strategy.id}|2026-12-01"}
