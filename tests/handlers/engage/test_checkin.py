"""`/checkin` as the team meets it: in one line, by form, from the invitation; the week, questions, days away."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.members import Absence

SOCIAL = "CSOCIAL"
MONDAY = date(2026, 11, 23)
NEXT_MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # in London, where Bob is


def check_in(stage, member_id="UBOB", day=MONDAY) -> CheckIn | None:
    with stage.bot.house.store.transaction() as tx:
        return tx.check_ins.find(f"S1:{member_id}:{day.isoformat()}")


def questions(stage) -> list[Question]:
    with stage.bot.house.store.transaction() as tx:
        return sorted(tx.questions.all(), key=lambda each: each.id)


def absences(stage, member_id="UBOB") -> tuple[Absence, ...]:
    with stage.bot.house.store.transaction() as tx:
        return tx.members.get(member_id).absences


def words_of(what) -> str:
    return str(what.blocks)


# --- the round


def test_a_round_in_one_line_is_kept_and_told_in_one_line(stage, bob):
    answer = bob.command("/checkin answered 12 received 14 minutes 15 replied 8", channel=SOCIAL)

    kept = check_in(stage)
    assert (kept.answered, kept.received, kept.minutes, kept.replied) == (12, 14, 15, 8)
    assert answer.text.startswith("Done: 12 answered. 2 questions have no answer yet")


def test_the_same_line_in_french(stage, amy):
    answer = amy.command("/checkin répondu 12 reçues 14", channel=SOCIAL)

    assert (check_in(stage, "UAMY").answered, check_in(stage, "UAMY").received) == (12, 14)
    assert "C’est fait : 12 réponses" in answer.text.replace("\u00a0", " ")


def test_the_numbers_of_yesterday_open_the_round_of_yesterday(stage, bob):
    answer = bob.command("/checkin yesterday 5 questions answered 5", channel=SOCIAL)

    assert "Sunday 22 November" in words_of(answer.modal)
    bob.submit()
    kept = check_in(stage, day=MONDAY - timedelta(days=1))
    assert (kept.received, kept.answered) == (5, 5)
    assert check_in(stage) is None


def test_nothing_today_is_a_form_of_none_that_says_so(stage, bob):
    answer = bob.command("/checkin nothing today", channel=SOCIAL)

    assert "the form has no questions and no answers" in words_of(answer.modal)
    bob.submit()
    assert (check_in(stage).received, check_in(stage).answered) == (0, 0)


def test_a_kept_question_hides_none_of_the_days_that_have_no_answer(stage, bob):
    bob.command("/checkin question Do you ship to Belgium?", channel=SOCIAL)

    answer = bob.command("/checkin received 9 answered 1", channel=SOCIAL)

    said = "8 questions of the day have no answer yet; 1 question is kept and comes back tomorrow."
    assert answer.text.startswith(f"Done: 1 answered. {said}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("answered 12 received 14", "2 questions have no answer yet"),
        ("answered 13 received 14", "1 question has no answer yet"),
        ("answered 14 received 14", "Nothing left open"),
    ],
)
def test_questions_without_an_answer_are_not_called_nothing(bob, typed, said):
    assert said in bob.command(f"/checkin {typed}", channel=SOCIAL).text


def test_numbers_that_are_not_typed_are_unknown(stage, bob):
    bob.command("/checkin answered 0", channel=SOCIAL)

    assert (check_in(stage).answered, check_in(stage).received) == (0, None)


def test_a_line_that_is_partly_understood_opens_the_form_with_what_was(stage, bob):
    answer = bob.command("/checkin answered 12 bananas 3", channel=SOCIAL)

    assert check_in(stage) is None
    assert "bananas" in words_of(answer.modal)
    assert "'initial_value': '12'" in words_of(answer.modal)


def test_alone_the_command_opens_the_form_and_one_number_is_enough(stage, bob):
    bob.command("/checkin", channel=SOCIAL)

    answer = bob.submit({"answered": "3"})

    assert (check_in(stage).answered, check_in(stage).received, check_in(stage).minutes) == (3, None, None)
    assert "Done: 3 answered" in words_of(answer.modal)


def test_everything_in_the_form_is_kept(stage, bob):
    bob.command("/checkin", channel=SOCIAL)

    bob.submit(
        {
            "received": "5",
            "answered": "4",
            "replied": "7",
            "minutes": "6",
            "unanswered": "Do you ship to <Belgium> & France?",
            "voices": "Léa from the bakery",
            "learned": "They want refills",
            "plan_reviewed": ["yes"],
        }
    )

    kept = check_in(stage)
    assert (kept.received, kept.replied, kept.minutes) == (5, 7, 6)
    assert (kept.unanswered, kept.voices) == ("Do you ship to <Belgium> & France?", "Léa from the bakery")
    assert (kept.learned, kept.plan_reviewed) == ("They want refills", True)
    assert (kept.submitted_at, kept.edited_late) == (stage.slack.clock.now(), False)
    again = words_of(bob.command("/checkin", channel=SOCIAL).modal)
    shown = [repr(text) in again for text in (kept.unanswered, kept.voices, kept.learned)]
    assert shown == [True, True, True]


def test_without_the_one_number_the_form_stays(bob):
    bob.command("/checkin", channel=SOCIAL)

    assert list(bob.submit({"received": "5"}).errors) == ["answered"]


def test_a_number_that_cannot_be_right_is_refused_over_the_form(stage, bob):
    bob.command("/checkin", channel=SOCIAL)

    answer = bob.submit({"answered": "1", "minutes": "2000"})

    assert "1,440" in words_of(answer.modal)
    assert check_in(stage) is None
    bob.close()
    assert bob.modal.state["minutes"]["minutes"]["value"] == "2000"


def test_on_the_same_day_the_form_comes_filled_in_and_changes_the_round(stage, bob):
    bob.command("/checkin answered 12 received 14", channel=SOCIAL)
    answer = bob.command("/checkin", channel=SOCIAL)
    assert "'initial_value': '12'" in words_of(answer.modal)

    bob.submit({"answered": "13"})

    assert (check_in(stage).answered, check_in(stage).received, check_in(stage).edited_late) == (13, 14, False)


def test_a_number_taken_out_of_the_form_is_unknown_again(stage, bob):
    bob.command("/checkin answered 12 received 14", channel=SOCIAL)
    bob.command("/checkin", channel=SOCIAL)

    bob.submit({"received": ""})

    assert (check_in(stage).answered, check_in(stage).received) == (12, None)


def test_a_second_line_adds_to_the_first(stage, bob):
    bob.command("/checkin answered 12", channel=SOCIAL)
    bob.command("/checkin minutes 9", channel=SOCIAL)

    assert (check_in(stage).answered, check_in(stage).minutes) == (12, 9)


def test_the_button_of_the_answer_opens_the_round_again(bob):
    answer = bob.command("/checkin answered 12", channel=SOCIAL)

    assert "'initial_value': '12'" in words_of(bob.press(answer.messages[0], "checkin.open").modal)


def test_a_round_changed_after_its_day_carries_a_mark(stage, bob):
    answer = bob.command("/checkin answered 12", channel=SOCIAL)
    stage.slack.clock.set(NEXT_MORNING)

    bob.press(answer.messages[0], "checkin.open")
    later = bob.submit({"answered": "13"})

    assert (check_in(stage).answered, check_in(stage).edited_late) == (13, True)
    assert check_in(stage, day=MONDAY + timedelta(days=1)) is None
    assert "Entered after" in words_of(later.modal)


def test_the_invitation_opens_the_round_of_its_own_day_even_on_the_next(stage, bob):
    stage.move_to(datetime(2026, 11, 23, 16, 5, tzinfo=UTC))
    invitation = next(each for each in bob.direct_messages() if "checkin.open" in words_of(each))
    stage.slack.clock.set(NEXT_MORNING)

    bob.press(invitation, "checkin.open")
    bob.submit({"answered": "2"})

    assert check_in(stage).answered == 2


def test_a_round_sent_twice_is_one(stage, bob):
    for _ in range(2):
        bob.command("/checkin", channel=SOCIAL)
        bob.submit({"answered": "3", "unanswered": "Do you ship?"})

    assert [each.text for each in questions(stage)] == ["Do you ship?"]


def test_where_there_is_no_strategy_the_first_step_is_named(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")

    assert "/parution setup" in bob.command("/checkin", channel=SOCIAL).text


def test_a_guest_does_no_round(stage):
    guest = stage.slack.hand("UGUEST")

    assert "invités" in guest.command("/checkin answered 1", channel="CGENERAL").text


# --- questions


def test_a_question_left_open_comes_back_tomorrow_with_its_owner(stage, bob):
    bob.command("/checkin", channel=SOCIAL)
    bob.submit({"answered": "1", "unanswered": "Do you ship to Belgium?"})
    stage.slack.clock.set(NEXT_MORNING)

    answer = bob.command("/checkin", channel=SOCIAL)

    assert "Do you ship to Belgium?" in words_of(answer.modal)
    assert [(each.owner_id, each.is_open) for each in questions(stage)] == [("UBOB", True)]


def test_an_answered_question_does_not_come_back(stage, bob):
    bob.command("/checkin question Do you ship to Belgium?", channel=SOCIAL)
    bob.command("/checkin", channel=SOCIAL)
    bob.submit({"answered": "1", "questions": ["Q1"]})

    answer = bob.command("/checkin", channel=SOCIAL)

    assert "Belgium" not in words_of(answer.modal)
    assert questions(stage)[0].answered_by == "UBOB"


# --- the team's week


def test_the_week_tells_who_did_the_round_and_ranks_nobody(stage, bob):
    bob.command("/checkin answered 12 received 14", channel=SOCIAL)

    answer = bob.command("/checkin status", channel=SOCIAL)

    said = words_of(answer.messages[0])
    assert "done: Bob" in said
    assert "not yet: Amy and Chloé" in said
    assert "Questions: 14 received, 12 answered" in said


def test_a_week_that_is_over_can_be_asked_for(stage, bob):
    bob.command("/checkin answered 12", channel=SOCIAL)
    stage.slack.clock.set(datetime(2026, 12, 1, 9, 30, tzinfo=UTC))

    answer = bob.command("/checkin status last week", channel=SOCIAL)

    assert "Week 48" in answer.text
    assert "done: Bob" in words_of(answer.messages[0])


def test_a_week_that_is_not_understood_is_not_told_as_this_one(bob):
    assert "bananas" in bob.command("/checkin status bananas", channel=SOCIAL).text


def test_help_has_examples_and_so_has_what_is_not_understood(bob):
    for typed in ("help", "frobnicate"):
        assert "/checkin away 24/12..2/1" in words_of(bob.command(f"/checkin {typed}", channel=SOCIAL).messages[0])
