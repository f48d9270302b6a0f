"""A customer's question through the local Slack: kept, answered, given, dropped, reopened, listed, taken back."""

from datetime import UTC, datetime

import pytest

from bot.domain.engage.questions import Question
from bot.domain.strategy import Platform

SOCIAL = "CSOCIAL"
BELGIUM = "Do you ship to Belgium?"
LINK = "https://facebook.com/lune/posts/7"
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday, 12:00 in Toronto, 17:00 in London


@pytest.fixture(autouse=True)
def _noon(stage):
    stage.slack.clock.set(NOON)


def question(stage, question_id: str = "Q1") -> Question | None:
    with stage.bot.house.store.transaction() as tx:
        return tx.questions.find(question_id)


def keep(bob, text: str = f'"{BELGIUM}" on facebook from "Marie" asked yesterday 15:00'):
    return bob.command(f"/checkin question {text}", channel=SOCIAL)


def words_of(what) -> str:
    return str(what.blocks)


def test_a_question_with_every_piece_is_kept_at_once_and_answered_by_its_number(stage, bob):
    answer = keep(bob)

    kept = question(stage)
    assert (kept.text, kept.platform, kept.asked_by, kept.owner_id) == (BELGIUM, Platform.FACEBOOK, "Marie", "UBOB")
    assert kept.asked_at == datetime(2026, 11, 23, 15, tzinfo=UTC)  # in London
    assert "Q1 is kept" in answer.text
    assert "Facebook · from Marie · asked Mon" in words_of(answer.messages[0])

    answer = bob.command(f"/checkin answered Q1 {LINK}", channel=SOCIAL)

    assert (question(stage).answered_by, question(stage).answer_link) == ("UBOB", LINK)
    assert "Answered by <@UBOB>" in words_of(answer.messages[0])


def test_the_same_in_french(stage, amy):
    answer = amy.command(f"/checkin question « {BELGIUM} » sur facebook de « Marie » posée hier 15h", channel=SOCIAL)

    assert "Q1 est notée" in answer.text
    assert question(stage).asked_at == datetime(2026, 11, 23, 20, tzinfo=UTC)  # in Toronto
    assert "Q1 a sa réponse" in amy.command("/checkin répondu à Q1", channel=SOCIAL).text
    assert "Q1 est rouverte" in amy.command("/checkin rouvrir Q1", channel=SOCIAL).text
    assert "Q1 est écartée" in amy.command("/checkin écarter Q1 spam", channel=SOCIAL).text


def test_what_is_partly_understood_opens_the_form_with_the_rest_filled_in(stage, bob):
    answer = keep(bob, f'"{BELGIUM}" on facebook asked yesterday zzz')

    assert question(stage) is None
    said = words_of(answer.modal)
    assert "zzz" in said
    assert BELGIUM in said
    assert "'initial_date': '2026-11-23'" in said


def test_the_form_says_who_reads_it_whom_not_to_write_down_and_when_it_is_due(bob):
    said = words_of(bob.command("/checkin question", channel=SOCIAL).modal)

    assert "can read what you keep here" in said
    assert "No address, no phone number" in said
    assert "180 days" in said
    assert "the end of the next working day" in said


def test_the_form_keeps_a_question_and_asks_for_the_other_half_of_a_moment(stage, bob):
    bob.command("/checkin question", channel=SOCIAL)

    refused = bob.submit({"text": BELGIUM, "day": "2026-11-23"})
    assert refused.errors == {"clock": "At about what time?"}
    refused = bob.submit({"text": BELGIUM, "day": "2026-11-25", "clock": "09:00"})
    assert "still to come" in refused.errors["day"]
    bob.submit({"text": BELGIUM, "day": "2026-11-23", "clock": "09:00", "owner": "UCHLOE", "backup": "UAMY"})

    kept = question(stage)
    assert (kept.owner_id, kept.backup_id, kept.kept_by) == ("UCHLOE", "UAMY", "UBOB")
    assert kept.due_at == datetime(2026, 11, 25, 23, tzinfo=UTC)  # 18:00 in Toronto, the next working day


def test_the_buttons_of_its_card_do_what_they_say(stage, bob):
    card = keep(bob).messages[0]

    bob.press(card, "Answered…")
    bob.submit({"link": LINK})
    assert question(stage).answer_link == LINK

    card = bob.command("/checkin Q1", channel=SOCIAL).messages[0]
    bob.press(card, "Reopen")
    assert question(stage).is_open

    card = bob.command("/checkin Q1", channel=SOCIAL).messages[0]
    bob.press(card, "Give to…")
    bob.submit({"owner": "UCHLOE"})
    assert question(stage).owner_id == "UCHLOE"

    card = bob.command("/checkin Q1", channel=SOCIAL).messages[0]
    bob.press(card, "Drop…")
    bob.submit({"why": "asked twice"})
    assert question(stage).dropped_why == "asked twice"


def test_still_open_gives_it_the_time_of_the_rule_once_more(stage, bob):
    card = keep(bob).messages[0]
    stage.slack.clock.set(datetime(2026, 11, 25, 17, tzinfo=UTC))

    bob.press(card, "Still open")

    assert question(stage).due_at == datetime(2026, 11, 26, 23, tzinfo=UTC)


def test_a_question_is_given_by_name_and_taken_back_by_undo(stage, bob):
    keep(bob)

    assert "Q1 is with <@UCHLOE> now" in words_of(bob.command("/checkin Q1 to @chloé", channel=SOCIAL).messages[0])
    said = bob.command("/post undo", channel=SOCIAL).text

    assert "the hand-over of Q1" in said
    assert question(stage).owner_id == "UBOB"


def test_undoing_a_new_question_leaves_none(stage, bob):
    card = keep(bob).messages[0]

    bob.press(card, "Undo")

    assert question(stage) is None


def test_who_may_not_change_a_question_is_told_who_can(stage, bob):
    stage.slack.hand("UCHLOE").command(f'/checkin question "{BELGIUM}"', channel=SOCIAL)

    answer = bob.command("/checkin answered Q1", channel=SOCIAL)

    assert "<@UCHLOE>" in answer.text
    assert question(stage).is_open


def test_a_question_that_is_over_says_how_it_opens_again(bob):
    keep(bob)
    bob.command("/checkin answered Q1", channel=SOCIAL)

    assert "/checkin reopen Q1" in bob.command("/checkin answered Q1", channel=SOCIAL).text


def test_nearly_the_same_question_is_pointed_out(bob):
    keep(bob)

    answer = keep(bob, '"do you ship to Belgium ??"')

    assert "Nearly the same was asked before: Q1" in words_of(answer.messages[0])
    assert "Nearly the same" not in words_of(keep(bob, '"Is the candle vegan, or is it bees wax?"').messages[0])


def test_the_list_shows_mine_then_all_by_platform_oldest_first_in_pages(stage, bob):
    for n in range(9):
        keep(bob, f'"Question number {n}, of nine?" on {"facebook" if n % 2 else "instagram"}')
    stage.slack.hand("UCHLOE").command(f'/checkin question "{BELGIUM}" on facebook', channel=SOCIAL)

    answer = bob.command("/checkin questions", channel=SOCIAL)
    assert "9 questions wait for you" in answer.text
    assert "Q8" in words_of(answer.messages[0])
    assert "Q9" not in words_of(answer.messages[0])
    after = bob.press(answer.messages[0], "Next")
    assert "Q9" in words_of(after.messages[0])

    assert "10 questions wait" in bob.command("/checkin questions all", channel=SOCIAL).text
    assert "5 questions wait" in bob.command("/checkin questions all on facebook", channel=SOCIAL).text


def test_who_asked_is_forgotten_by_a_press_and_comes_back_by_no_undo(stage, bob):
    keep(bob)
    bob.command("/checkin answered Q1", channel=SOCIAL)

    bob.press(bob.command("/checkin Q1", channel=SOCIAL).messages[0], "Forget who asked")

    assert question(stage).asked_by == ""
    bob.command("/post undo", channel=SOCIAL)
    assert (question(stage).is_open, question(stage).asked_by) == (True, "")
    with stage.bot.house.store.transaction() as tx:
        assert not [each for each in tx.notes.all() if "Marie" in str(each)]


def test_a_guest_keeps_no_question(stage):
    guest = stage.slack.hand("UGUEST")

    assert "invités" in guest.command(f"/checkin question {BELGIUM}", channel="CGENERAL").text


def test_a_number_that_is_none_and_one_of_another_channel_read_the_same(bob):
    assert "Q77" in bob.command("/checkin Q77", channel=SOCIAL).text
