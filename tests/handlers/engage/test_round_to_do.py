"""What the round's form lists to be done: voices whose next step is due, posts that went live not long ago."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.engage.voices import Voice
from bot.services.engage.rounds import Round
from handlers.views.engage.rounds import round_form
from tests.handlers.engage.voices.test_voices import a_voice, voices
from tests.handlers.longest import TODAY, a_check_in, a_post, assert_modal, questions, worst
from tests.handlers.measuring import live
from tests.handlers.posting import SOCIAL, shown

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday
TUESDAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _noon(stage):
    stage.slack.clock.set(NOON)


def due(stage, name: str, *, day: date = TUESDAY, **more) -> Voice:
    return a_voice(stage, name=name, step=f"thank {name}", step_day=day, **more)


def steps(stage) -> dict[str, str]:
    return {each.name: each.step for each in voices(stage)}


def test_the_form_lists_my_voices_whose_next_step_is_due_and_no_others(stage, bob):
    due(stage, "Late", day=date(2026, 11, 20))
    due(stage, "Today")
    due(stage, "Tomorrow", day=date(2026, 11, 25))
    due(stage, "Amys", by="UAMY")

    form = shown(bob.command("/checkin", channel=SOCIAL).modal)

    assert form.index("thank Late · Late · Fri 20 Nov") < form.index("thank Today · Today · Tue 24 Nov")
    assert "Tomorrow" not in form
    assert "Amys" not in form


def test_what_is_ticked_is_done_and_goes_to_the_history(stage, bob):
    due(stage, "Marie")
    due(stage, "Zoé")
    bob.command("/checkin", channel=SOCIAL)

    bob.submit({"answered": "3", "steps": ["V1"]})

    assert steps(stage) == {"Marie": "", "Zoé": "thank Zoé"}
    (line,) = voices(stage)[0].history
    assert (line.what, line.words, line.by, line.on) == ("done", "thank Marie", "UBOB", TUESDAY)


def test_a_ticked_step_can_be_taken_back(stage, bob):
    due(stage, "Marie")
    bob.command("/checkin", channel=SOCIAL)
    bob.submit({"answered": "3", "steps": ["V1"]})

    bob.command("/post undo", channel=SOCIAL)

    assert steps(stage) == {"Marie": "thank Marie"}


@pytest.mark.parametrize(
    "meanwhile",
    [
        pytest.param({"step": "", "step_day": None}, id="done"),
        pytest.param({"step": "call her", "step_day": date(2026, 12, 1)}, id="put off"),
    ],
)
def test_what_changed_while_the_form_was_open_stays_as_it_is(stage, bob, meanwhile):
    voice = due(stage, "Marie")
    bob.command("/checkin", channel=SOCIAL)
    with stage.bot.house.store.transaction() as tx:
        kept = tx.voices.put(replace(tx.voices.get(voice.id), **meanwhile))

    bob.submit({"answered": "3", "steps": ["V1"]})

    assert voices(stage) == [kept]


def test_the_form_links_what_went_live_in_the_last_48_hours_the_latest_first(stage, bob):
    for number, hours in ((1, 49), (2, 48), (3, 1)):
        at = NOON - timedelta(hours=hours)
        live(stage, number, title=f"Post {number}", link=f"https://insta.test/{number}", published_at=at)

    form = shown(bob.command("/checkin", channel=SOCIAL).modal)

    assert form.index("<https://insta.test/3|Post 3> · Instagram · P3") < form.index("<https://insta.test/2|Post 2>")
    assert "Post 1" not in form


def test_the_same_in_french(stage, amy):
    due(stage, "Marie", by="UAMY")
    live(stage, 1, title="Concours", link="https://insta.test/1", published_at=NOON - timedelta(hours=2))

    form = shown(amy.command("/checkin", channel=SOCIAL).modal)

    assert "Voix à suivre\u00a0: cochez les étapes faites" in form
    assert "En ligne depuis moins de 48 heures" in form


def test_a_round_with_nothing_to_do_shows_no_empty_list(stage, bob):
    form = shown(bob.command("/checkin", channel=SOCIAL).modal)

    assert "next step is due" not in form
    assert "48 hours" not in form


def test_the_form_at_its_longest(t, texts):
    many = [
        Voice(id=f"V{n}", strategy_id="S1", name=worst(150, texts), step=worst(200, texts), step_day=TODAY)
        for n in range(40)
    ]
    addresses = ["https://insta.test/" + "a" * (1900 if n == 1 else 400) for n in range(7)]
    fresh = [replace(a_post(texts, n), link=address) for n, address in enumerate(addresses)]
    found = Round(
        day=TODAY, check_in=a_check_in(texts), questions=questions(texts), voices=tuple(many), fresh=tuple(fresh)
    )

    form = round_form(t, found, rest=worst(12_000, texts), meta={})

    assert_modal(form)
    assert "V7'" in str(form)
    assert "V8'" not in str(form)
