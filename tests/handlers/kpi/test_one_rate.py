"""The response rate is one number, wherever it is told: kept questions count, and of rounds what nobody kept."""

from datetime import UTC, datetime

import pytest

SOCIAL = "CSOCIAL"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday, 12:00 in Toronto


@pytest.fixture
def care(stage, amy, bob):
    """Bob kept three questions and answered two; his round counts them and two more, one of them answered."""
    stage.slack.clock.set(NOON)
    amy.command("/kpi target response rate 90%", channel=SOCIAL)
    for n in (1, 2, 3):
        bob.command(f'/checkin question "Question {n}, of three?" on facebook', channel=SOCIAL)
    for n in (1, 2):
        bob.command(f"/checkin answered Q{n}", channel=SOCIAL)
    bob.command("/checkin received 5 answered 3, 10 min", channel=SOCIAL)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)
    return stage


def said(answer) -> str:
    return str([each.blocks for each in answer.messages]).replace("\u00a0", " ")


def test_the_week_and_the_digest_tell_the_same(care, bob):
    assert "3 of 5 questions answered" in said(bob.command("/kpi care", channel=SOCIAL))

    digest = said(bob.command("/kpi digest this week", channel=SOCIAL))

    assert "Customers: 3 of 5 questions answered" in digest
    assert digest.count("questions answered") == 1


def test_a_target_stands_on_it_and_says_from_what(care, bob, amy):
    digest = bob.command("/kpi digest this week", channel=SOCIAL).text.replace("\u00a0", " ")

    assert "response rate 60.0%" in digest
    assert "from 3 questions that were kept, and from the one round that was done" in digest
    french = amy.command("/kpi digest this week", channel=SOCIAL).text.replace("\u00a0", " ")
    assert "d’après 3 questions notées, et d’après la seule ronde faite" in french


def test_an_objective_is_closed_with_it(care, amy):
    form = amy.command("/objective close", channel=SOCIAL).modal

    assert "taux de réponse 60,0\\xa0%, cible" in str(form.blocks)


def test_a_round_without_kept_questions_is_told_as_before(stage, bob):
    stage.slack.clock.set(NOON)
    bob.command("/checkin received 5 answered 3, 10 min", channel=SOCIAL)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)

    digest = said(bob.command("/kpi digest this week", channel=SOCIAL))

    assert "done, 3 of 5 questions answered, 10 min spent" in digest
    assert "Customers:" not in digest
