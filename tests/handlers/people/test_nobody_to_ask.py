"""Refusals that have nobody to name: each is an answer, says what to do next, and gives back what was typed."""

from dataclasses import replace

import pytest

from bot.domain.plan_parts import Policy, PolicyKind, Severity
from bot.i18n import MissingText, Translator
from bot.services.workspace.forgetting import forget
from tests.builders import add_post_on, unbound_strategy
from tests.handlers.posting import SOCIAL, shown

PLAN = ("/plan policy no links", "/kpi target reach 500", "/objective engagement more talk")


def change(stage, **more) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), **more))


def without_admins(stage) -> None:
    """The bot knows of no admin: those there are never wrote to it."""
    with stage.bot.house.store.transaction() as tx:
        for each in tx.members.all():
            tx.members.put(replace(each, is_admin=False))


@pytest.fixture(params=["UGUEST", "UGONE", ""], ids=["a guest", "somebody who left", "nobody"])
def managed(request, stage):
    """A strategy that somebody looks after who can't, as older versions let the form choose them."""
    found = [stage.bot.house.directory.member(each) for each in ("UGUEST", "UGONE")]
    with stage.bot.house.store.transaction() as tx:
        for each in found:
            tx.members.put(each)
    change(stage, manager_id=request.param)
    return stage


@pytest.mark.parametrize("typed", PLAN)
def test_who_may_not_change_the_plan_is_sent_to_an_admin_where_its_manager_cannot_be_asked(managed, bob, typed):
    answer = bob.command(typed, channel=SOCIAL)

    assert "Nobody looks after this plan right now. Ask <@UAMY>" in answer.text


@pytest.mark.parametrize("typed", PLAN)
def test_where_the_bot_knows_no_admin_either_it_says_that_one_can(managed, bob, typed):
    without_admins(managed)

    answer = bob.command(typed, channel=SOCIAL)

    assert "Ask a workspace admin" in answer.text
    assert typed in shown(answer.messages[-1])


def test_a_guest_who_was_made_manager_is_answered_with_what_they_typed(managed):
    guest = managed.slack.hand("UGUEST")
    managed.slack.join("UGUEST", SOCIAL)

    for typed in ('/post add "Tea" on x', "/plan policy no links", "/kpi log P1 reach 5", "/parution setup"):
        answer = guest.command(typed, channel=SOCIAL)

        assert answer.text, typed
        assert "<@UGUEST>" not in answer.text
        assert typed.partition('"')[0] in shown(answer.messages[-1])


def test_what_the_plan_blocks_names_an_admin_where_nobody_looks_after_it(managed, bob):
    rule = Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value="cheap", severity=Severity.ERROR)
    change(managed, plan=replace(managed.strategy.plan, policies=(rule,)))
    bob.command("/post add", channel=SOCIAL)

    answer = bob.submit({"title": "Tea", "platform": "instagram", "text": "Cheap tea"})

    assert "Ask <@UAMY>" in shown(answer.modal)


def test_the_settings_name_an_admin_where_nobody_looks_after_the_strategy(managed, bob):
    bob.command("/parution setup", channel=SOCIAL)

    answer = bob.submit({"name": "Bob's", "manager": "UBOB"})

    assert "Nobody looks after this strategy right now. Ask <@UAMY>" in shown(answer.modal)


def test_the_plan_says_that_nobody_looks_after_it(stage, bob):
    change(stage, manager_id="")

    answer = bob.command("/plan", channel=SOCIAL)

    assert "nobody looks after it" in shown(answer.messages[-1])


@pytest.mark.parametrize("typed", PLAN)
def test_a_calendar_that_came_by_file_is_to_be_set_up_first(stage, bob, typed):
    house = stage.bot.house
    with house.store.transaction() as tx:
        tx.strategies.delete(stage.strategy.id)
    unbound_strategy(house.store, name="file", zone="UTC", locale="en-US", now=stage.slack.clock.now())

    answer = bob.command(typed, channel=SOCIAL)

    assert "has no channel yet" in answer.text
    assert "setup.open" in shown(answer.messages[-1])
    assert typed in shown(answer.messages[-1])


@pytest.mark.parametrize("typed", PLAN)
def test_after_its_manager_was_forgotten_whoever_owns_a_platform_is_asked(stage, typed):
    forget(stage.bot.house.store, "UAMY")

    answer = stage.slack.hand("UDAN").command(typed, channel=SOCIAL)

    assert "<@UCHLOE>" in answer.text


def test_a_post_of_somebody_who_left_sends_to_those_who_are_there(managed, bob):
    add_post_on(managed, owner="UBOB")
    with managed.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), owner_id="UGONE", created_by="UGONE"))

    answer = managed.slack.hand("UINES").command("/post cancel P1", channel=SOCIAL)

    assert "<@UGONE>" not in answer.text
    assert "<@UCHLOE>" in answer.text


def test_where_a_refusal_cannot_be_put_into_words_there_is_an_answer_with_what_was_typed(stage, monkeypatch):
    says = Translator.__call__

    def speechless(self, key, **params):
        if key.startswith("refusal-"):
            raise MissingText(key)
        return says(self, key, **params)

    monkeypatch.setattr(Translator, "__call__", speechless)

    answer = stage.slack.hand("UDAN").command("/plan policy no links", channel=SOCIAL)

    assert "our fault" in answer.text
    assert "/plan policy no links" in shown(answer.messages[-1])


def test_where_nobody_can_tell_who_asks_there_is_an_answer_with_what_was_typed(stage, bob, monkeypatch):
    monkeypatch.setattr("handlers.answering.turn_of", lambda *given: 1 / 0)

    answer = bob.command("/post add Tea", channel=SOCIAL)

    assert "our fault" in answer.text
    assert "/post add Tea" in shown(answer.messages[-1])
