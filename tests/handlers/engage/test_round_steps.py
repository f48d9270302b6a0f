"""Steps of posts in the round's list: those of the day that are mine; a tick finishes them where they belong."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.posts import Step
from bot.domain.reminders.day_steps import DayStep
from bot.services.engage.rounds import Round
from handlers.views.engage.rounds import round_form
from tests.handlers.longest import TODAY, a_post, assert_modal, worst
from tests.handlers.posting import SOCIAL, post, shown

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday
CONTEST = '/post add "Tea story" on instagram by @bob due fri 10:00 kind contest'


@pytest.fixture(autouse=True)
def contest(stage, bob):
    """Bob's P1 is due on Friday: its rules are for today, its start is on Friday, two steps are posts."""
    stage.slack.clock.set(NOON)
    bob.command(CONTEST, channel=SOCIAL)


def checklist(stage) -> dict[str, str | None]:
    return {each.key: each.done_by for each in post(stage).checklist}


def offered(form) -> list[str]:
    boxes = [each["element"]["options"] for each in form.blocks if each.get("block_id") == "checklist"]
    return [option["text"]["text"] for options in boxes for option in options]


def test_the_form_lists_the_steps_of_today_that_are_mine(stage, bob, amy):
    assert offered(bob.command("/checkin", channel=SOCIAL).modal) == ["Publish the rules · P1 · Tea story · Tue 24 Nov"]

    assert offered(amy.command("/checkin", channel=SOCIAL).modal) == []


def test_what_is_ticked_is_done_on_its_post_and_can_be_taken_back(stage, bob):
    bob.command("/checkin", channel=SOCIAL)

    bob.submit({"answered": "3", "checklist": ["P1#0#rules"]})

    assert checklist(stage)["rules"] == "UBOB"
    assert offered(bob.command("/checkin", channel=SOCIAL).modal) == []
    bob.command("/post undo", channel=SOCIAL)
    assert checklist(stage)["rules"] is None


def test_a_step_that_is_a_post_is_not_ticked_away(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), checklist=(Step(key="winner", day=NOON.date()),)))

    assert offered(bob.command("/checkin", channel=SOCIAL).modal) == []


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param((Step(key="rules", done_at=NOON, done_by="UAMY"),), id="done"),
        pytest.param((Step(key="terms"),), id="made anew"),
        pytest.param((), id="gone"),
    ],
)
def test_what_changed_while_the_form_was_open_stays_as_it_is_and_the_round_is_kept(stage, bob, meanwhile):
    bob.command("/checkin", channel=SOCIAL)
    with stage.bot.house.store.transaction() as tx:
        kept = tx.posts.put(replace(tx.posts.get("P1"), checklist=meanwhile))

    answer = bob.submit({"answered": "3", "checklist": ["P1#0#rules"]})

    assert "3" in shown(answer.modal)
    assert post(stage) == kept


def test_a_step_that_is_somebody_elses_by_now_is_not_finished(stage):
    dan = stage.slack.hand("UDAN")
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), checklist=(Step(key="rules", day=NOON.date(), owner_id="UDAN"),)))
    dan.command("/checkin", channel=SOCIAL)
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), checklist=(Step(key="rules", day=NOON.date()),)))

    answer = dan.submit({"answered": "3", "checklist": ["P1#0#rules"]})

    assert answer.modal is not None
    assert checklist(stage) == {"rules": None}


def test_the_same_in_french(stage, amy):
    amy.command('/post ajouter "Thé" sur instagram par @amy pour vendredi 10h genre concours', channel=SOCIAL)

    form = shown(amy.command("/checkin", channel=SOCIAL).modal)

    assert "Étapes du jour\u00a0: cochez ce qui est fait" in form
    assert "P2 · Thé · mar. 24 nov." in form


def test_the_form_at_its_longest(t, texts):
    steps = tuple(Step(key="", text=worst(200, texts), day=date(2026, 11, 20)) for _ in range(12))
    one = replace(a_post(texts, 7), checklist=steps)
    mine = tuple(DayStep(post=one, place=n) for n in range(12))
    found = Round(day=TODAY, check_in=None, questions=(), steps=mine)

    form = round_form(t, found, meta={})

    assert_modal(form)
    assert len(next(each for each in form["blocks"] if each.get("block_id") == "checklist")["element"]["options"]) == 8
