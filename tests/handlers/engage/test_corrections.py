"""Corrections on the local Slack: taken on in words, by the button and the form, put right, undone, told by number."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.engage.corrections import Advice, Correction, NoticedBy, Remedy, time_to_correct
from bot.domain.posts import PostState
from tests.handlers.posting import LINK, SOCIAL, last, post_with, shown

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)


def corrections(stage) -> list[Correction]:
    with stage.bot.house.store.transaction() as tx:
        return tx.corrections.all()


@pytest.fixture
def live(stage):
    """P1, Bob's, out since yesterday."""
    day = timedelta(days=1)
    return post_with(stage, state=PostState.PUBLISHED, published_at=NOW - day, link=LINK, published_by="UBOB")


def a_correction(stage, **more) -> Correction:
    given = {"what": "wrong price", "noticed_at": NOW - timedelta(hours=3), "owner_id": "UBOB", "created_by": "UBOB"}
    with stage.bot.house.store.transaction() as tx:
        number = tx.next_number("correction")
        return tx.corrections.put(Correction(id=f"C{number}", strategy_id="S1", post_id="P1", **{**given, **more}))


def test_one_line_takes_a_mistake_on(stage, live, bob):
    answer = bob.command(
        '/checkin oops P1 "wrong price" noticed by a customer yesterday 15:00 corrected answer "Sorry, it is 9"',
        channel=SOCIAL,
    )

    (found,) = corrections(stage)
    assert (found.post_id, found.what, found.noticed_by) == ("P1", "wrong price", NoticedBy.CUSTOMER)
    assert (found.remedies, found.answer) == ((Remedy.CORRECTED,), "Sorry, it is 9")
    assert found.noticed_at == datetime(2026, 11, 22, 15, tzinfo=UTC)
    assert (found.owner_id, found.is_open) == ("UBOB", True)
    assert "Say it openly" in shown(last(answer))


def test_a_french_line_without_quotes_takes_all_of_it_as_what_was_wrong(stage, live, amy):
    amy.command("/checkin oups P1 mauvais prix pour un client", channel=SOCIAL)

    assert corrections(stage)[0].what == "mauvais prix pour un client"


def test_the_button_on_a_published_posts_card_opens_the_form(stage, live, bob):
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "We made a mistake…")
    bob.submit({"what": "wrong price", "remedies": ["apologised"], "followed": ["openly", "team"], "owner": "UAMY"})

    (found,) = corrections(stage)
    assert (found.post_id, found.owner_id, found.remedies) == ("P1", "UAMY", (Remedy.APOLOGISED,))
    assert found.followed == (Advice.OPENLY, Advice.TEAM)
    assert found.noticed_at == NOW


def test_a_post_that_is_not_out_has_nothing_to_put_right(stage, bob):
    post_with(stage)

    answer = bob.command('/checkin oops P1 "wrong price"', channel=SOCIAL)

    assert "is not out" in answer.text
    assert "We made a mistake" not in shown(last(bob.command("/post show P1", channel=SOCIAL)))


def test_without_a_number_the_form_asks_which_post(stage, live, bob):
    form = bob.command("/checkin oops", channel=SOCIAL).modal
    assert "P1 · Spring contest" in shown(form)

    bob.submit({"post": "P1", "what": "wrong price"})

    assert corrections(stage)[0].post_id == "P1"


@pytest.mark.parametrize("typed", ["C1 done", "C1 réglé", "oops C1 done"])
def test_it_is_put_right_in_words(stage, live, bob, typed):
    a_correction(stage)

    bob.command(f"/checkin {typed}", channel=SOCIAL)

    assert corrections(stage)[0].put_right_at == NOW


def test_it_is_put_right_by_the_button_and_by_the_form_at_its_own_moment(stage, live, bob):
    a_correction(stage)
    a_correction(stage, what="wrong link")
    bob.press(last(bob.command("/checkin C1", channel=SOCIAL)), "Put right")

    bob.press(last(bob.command("/checkin C2", channel=SOCIAL)), "Change…")
    moment = {"put_right_day": "2026-11-23", "put_right_clock": "11:30"}
    bob.submit({"right": ["yes"], **moment, "learned": "Check prices twice"})

    first, second = corrections(stage)
    assert first.put_right_at == NOW
    assert second.took == timedelta(hours=1, minutes=30)
    assert second.learned == "Check prices twice"


def test_it_cannot_be_put_right_before_it_was_noticed(stage, live, bob):
    a_correction(stage)
    bob.press(last(bob.command("/checkin C1", channel=SOCIAL)), "Change…")

    refused = bob.submit({"right": ["yes"], "put_right_day": "2026-11-22", "put_right_clock": "11:30"})

    assert "after it was noticed" in refused.errors["put_right_day"]


def test_an_open_one_stands_on_its_posts_card_and_in_the_list_with_how_long_they_took(stage, live, bob):
    a_correction(stage)
    a_correction(stage, what="wrong link", put_right_at=NOW - timedelta(hours=1))

    card = shown(last(bob.command("/post show P1", channel=SOCIAL)))
    seen = bob.command("/checkin corrections", channel=SOCIAL)

    assert "C1 · wrong price" in card
    assert "correction.show" in card
    assert "1 put right within 2 h, 1 still open" in seen.text


def test_what_was_done_to_a_correction_is_undone(stage, live, bob):
    bob.command('/checkin oops P1 "wrong price"', channel=SOCIAL)
    bob.command("/checkin C1 done", channel=SOCIAL)

    first = bob.command("/post undo", channel=SOCIAL)
    assert "marking C1 as put right" in first.text
    assert corrections(stage)[0].is_open
    bob.command("/post undo", channel=SOCIAL)

    assert corrections(stage) == []


def test_the_form_has_no_field_for_whose_fault_it_was(stage, live, bob):
    form = bob.command('/checkin oops P1 "wrong price" zork', channel=SOCIAL).modal

    assert {block["block_id"] for block in form.blocks if block["type"] == "input"} == {
        *("what", "noticed_day", "noticed_clock", "noticed_by", "owner", "remedies", "followed", "answer", "learned"),
        *("right", "put_right_day", "put_right_clock"),
    }
    assert "couldn't make sense of “zork”" in shown(form)


def test_the_median_is_of_those_put_right_and_the_open_ones_are_told_apart():
    def of(hours):
        right = None if hours is None else NOW + timedelta(hours=hours)
        return Correction(id="C1", strategy_id="S1", post_id="P1", what="x", noticed_at=NOW, put_right_at=right)

    even = time_to_correct([of(1), of(4), of(2), of(30), of(None)])

    assert (even.median, even.n, even.still_open) == (timedelta(hours=3), 4, 1)
    assert time_to_correct([of(None)]).median is None


def test_the_digest_tells_the_number_and_what_was_learned_and_no_name(stage, live, bob):
    last_week = datetime(2026, 11, 18, 12, tzinfo=UTC)
    right = last_week + timedelta(hours=2)
    a_correction(stage, noticed_at=last_week, put_right_at=right, learned="Check prices twice", owner_id="UAMY")
    a_correction(stage, noticed_at=last_week)

    answer = bob.command("/kpi digest last week", channel=SOCIAL)
    details = shown(last(bob.press(last(answer), "Details")))

    assert "Mistakes: 1 put right within 2 h, 1 still open" in answer.text
    assert "learned from a mistake: Check prices twice" in details
    assert "UAMY" not in details.partition("learned from a mistake")[2][:60]


def test_without_mistakes_the_digest_says_nothing_of_them(stage, live, bob):
    assert "Mistakes" not in bob.command("/kpi digest last week", channel=SOCIAL).text
