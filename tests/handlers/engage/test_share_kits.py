"""Share kits on the local Slack: agreed to, made, told once in working hours, answered; by number, never by name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.engage.share_kits import ShareKit
from bot.domain.posts import PostState
from tests.handlers.engage.voices.test_voices import voices
from tests.handlers.posting import LINK, SOCIAL, last, post_with, shown

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
ANGLES = {"angle.0": "What did you try first?", "angle.1": "Who packed the prizes?", "angle.2": "", "angle.3": ""}


def kits(stage) -> list[ShareKit]:
    with stage.bot.house.store.transaction() as tx:
        return tx.share_kits.all()


@pytest.fixture
def live(stage):
    """P1, Bob's, out since yesterday."""
    day = timedelta(days=1)
    return post_with(stage, state=PostState.PUBLISHED, published_at=NOW - day, link=LINK, published_by="UBOB")


@pytest.fixture
def chloe(stage):
    return stage.slack.hand("UCHLOE")


def agree(*hands) -> None:
    for hand in hands:
        hand.command("/checkin advocate on", channel=SOCIAL)


def make(bob, post_id="P1", **more):
    bob.press(last(bob.command(f"/post show {post_id}", channel=SOCIAL)), "Share kit…")
    return bob.submit({**ANGLES, "facts": "30 candles, until Sunday", **more})


def messages_to(stage, who: str) -> list:
    said = stage.slack.hand(who).direct_messages()
    return [each for each in said if "post is live" in each.text or "est en ligne" in each.text]


def test_somebody_agrees_to_share_and_takes_it_back_for_themselves_alone(stage, bob):
    said = bob.command("/checkin advocate on", channel=SOCIAL)
    assert "at most 2 kits a week" in said.text
    assert [(each.member_id, each.kits_a_week) for each in voices(stage)] == [("UBOB", 2)]

    bob.command("/checkin ambassadeur non", channel=SOCIAL)

    assert voices(stage) == []


def test_how_often_is_theirs_to_say(stage, bob):
    bob.command("/checkin advocate on 1", channel=SOCIAL)
    assert voices(stage)[0].kits_a_week == 1

    refused = bob.command("/checkin advocate on 9", channel=SOCIAL)

    assert "From 1 to 5" in refused.text


def test_a_kit_is_made_of_questions_and_told_to_those_who_agreed(stage, live, bob, amy, chloe):
    agree(amy, chloe)

    made = make(bob)
    stage.move_to(NOW + timedelta(hours=3))

    assert "it goes to 2 colleagues" in shown(made.modal)
    assert "UAMY" not in shown(made.modal)
    (message,) = messages_to(stage, "UCHLOE")
    assert "What did you try first?" in shown(message)
    assert "30 candles, until Sunday" in shown(message)
    assert LINK.removeprefix("https://") in shown(message)
    assert messages_to(stage, "UBOB") == []


def test_the_form_suggests_angles_by_the_kind_of_post_and_no_text(stage, live, bob, amy):
    agree(amy)

    form = bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "Share kit…").modal

    assert "Which of us made it?" in shown(form)
    assert "Spring contest" in shown(form)
    assert not [each for each in form.blocks if each.get("block_id") == "text"]


def test_nobody_is_told_twice_and_nobody_outside_of_their_working_hours(stage, live, bob, amy, chloe):
    stage.slack.clock.set(datetime(2026, 11, 28, 13, tzinfo=UTC))  # a Saturday
    agree(amy, chloe)
    make(bob)

    stage.move_to(datetime(2026, 11, 29, 20, tzinfo=UTC))
    assert messages_to(stage, "UCHLOE") == []
    stage.move_to(datetime(2026, 12, 2, 20, tzinfo=UTC))

    assert len(messages_to(stage, "UCHLOE")) == 1


def test_a_week_brings_no_more_kits_than_somebody_wants(stage, bob, amy):
    amy.command("/checkin ambassadeur oui 1", channel=SOCIAL)
    for n in range(1, 3):
        post_with(stage, state=PostState.PUBLISHED, published_at=NOW - timedelta(days=n), link=f"{LINK}{n}")
        make(bob, f"P{n}", link=f"{LINK}{n}")

    stage.move_to(datetime(2026, 11, 27, 20, tzinfo=UTC))
    assert len(messages_to(stage, "UAMY")) == 1
    stage.move_to(datetime(2026, 11, 30, 20, tzinfo=UTC))

    assert len(messages_to(stage, "UAMY")) == 2


def test_what_was_shared_counts_for_its_post_without_a_name(stage, live, bob, amy, chloe):
    agree(amy, chloe)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))

    chloe.press(messages_to(stage, "UCHLOE")[0], "kit.shared")
    chloe.submit({"link": "https://linkedin.example/1"})
    amy.press(messages_to(stage, "UAMY")[0], "kit.not-now")
    stage.move_to(NOW + timedelta(hours=4))

    card = shown(last(bob.command("/post show P1", channel=SOCIAL)))
    assert "Shared by 1 of us" in card
    assert "UCHLOE" not in card
    assert "Merci d’avoir partagé" in messages_to(stage, "UCHLOE")[0].text
    assert "Pas cette fois" in messages_to(stage, "UAMY")[0].text
    assert [each.member_id for each in kits(stage)[0].shares] == ["UCHLOE"]


def test_the_second_of_two_who_say_nearly_the_same_is_told(stage, live, bob, amy, chloe):
    agree(amy, chloe)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))
    chloe.press(messages_to(stage, "UCHLOE")[0], "kit.shared")
    first = chloe.submit({"words": "Our contest is live, come and win thirty candles!"})
    amy.press(messages_to(stage, "UAMY")[0], "kit.shared")

    second = amy.submit({"words": "Our contest is live: come and win 30 candles!"})

    assert "presque la même chose" not in shown(first.modal)
    assert "presque la même chose" in shown(second.modal)
    assert "Chlo" not in shown(second.modal)


def test_fewer_of_these_is_one_form_away(stage, live, bob, amy):
    agree(amy)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))

    amy.press(messages_to(stage, "UAMY")[0], "kit.fewer")
    amy.submit({"most": "1"})
    assert voices(stage)[0].kits_a_week == 1
    amy.press(messages_to(stage, "UAMY")[0], "kit.fewer")
    amy.submit({"most": "0"})

    assert voices(stage) == []


def test_who_stops_before_it_is_sent_gets_none(stage, live, bob, amy):
    stage.slack.clock.set(datetime(2026, 11, 28, 13, tzinfo=UTC))
    agree(amy)
    make(bob)
    amy.command("/checkin ambassadeur non", channel=SOCIAL)

    stage.move_to(datetime(2026, 12, 1, 20, tzinfo=UTC))

    assert messages_to(stage, "UAMY") == []


def test_a_kit_that_nobody_can_get_is_not_made(stage, live, bob):
    agree(bob)

    answer = bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "Share kit…")

    assert "Nobody else agreed to share yet" in shown(last(answer))


def test_a_kit_is_undone_and_an_answer_too(stage, live, bob, amy):
    agree(amy)
    make(bob)
    bob.command("/post undo", channel=SOCIAL)

    assert kits(stage) == []
    stage.move_to(NOW + timedelta(hours=3))
    assert messages_to(stage, "UAMY") == []


@pytest.mark.parametrize("control", ["kit.shared", "kit.not-now"])
def test_what_somebody_answered_is_taken_back_in_the_message_itself(stage, live, bob, amy, control):
    agree(amy)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))
    answer = amy.press(messages_to(stage, "UAMY")[0], control)
    if answer.modal:
        amy.submit({})
    stage.move_to(NOW + timedelta(hours=3, minutes=1))
    assert kits(stage)[0].closed_ids == ("UAMY",)

    amy.press(messages_to(stage, "UAMY")[0], "undo.this")
    stage.move_to(NOW + timedelta(hours=3, minutes=2))

    assert (kits(stage)[0].closed_ids, kits(stage)[0].shares) == ((), ())
    assert control in shown(messages_to(stage, "UAMY")[0])


def test_whoever_may_not_change_the_post_is_offered_no_kit(stage, live, amy):
    agree(amy)
    card = last(stage.slack.hand("UDAN").command("/post show P1", channel=SOCIAL))

    assert "kit.new" not in shown(card)


def test_a_kit_is_answered_by_those_only_who_got_it(stage, live, bob, amy, chloe):
    agree(amy)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))

    chloe.press(messages_to(stage, "UAMY")[0], "kit.not-now")

    assert kits(stage)[0].closed_ids == ()


@pytest.mark.parametrize("control", ["kit.shared", "kit.not-now"])
def test_an_answer_is_taken_back_also_after_a_colleague_answered_and_theirs_stays(
    stage, live, bob, amy, chloe, control
):
    agree(amy, chloe)
    make(bob)
    stage.move_to(NOW + timedelta(hours=3))
    for hand, pressed in ((amy, control), (chloe, "kit.shared")):
        if hand.press(messages_to(stage, hand.user_id)[0], pressed).modal:
            hand.submit({"link": "https://linkedin.example/1"})
    stage.move_to(NOW + timedelta(hours=3, minutes=1))

    amy.press(messages_to(stage, "UAMY")[0], "undo.this")
    stage.move_to(NOW + timedelta(hours=3, minutes=2))

    [kit] = kits(stage)
    assert (kit.closed_ids, [each.member_id for each in kit.shares]) == (("UCHLOE",), ["UCHLOE"])
    assert control in shown(messages_to(stage, "UAMY")[0])
    assert "Merci d’avoir partagé" in messages_to(stage, "UCHLOE")[0].text


def test_an_end_to_sharing_is_taken_back_where_it_was_said(stage, bob):
    bob.command("/checkin advocate on 3", channel=SOCIAL)
    said = bob.command("/checkin advocate off", channel=SOCIAL)
    assert voices(stage) == []

    bob.press(last(said), "undo.this")

    assert [(each.member_id, each.kits_a_week) for each in voices(stage)] == [("UBOB", 3)]


def test_who_agreed_anew_meanwhile_is_no_advocate_twice(stage, bob):
    agree(bob)
    said = bob.command("/checkin advocate off", channel=SOCIAL)
    bob.command("/checkin advocate on 1", channel=SOCIAL)

    bob.press(last(said), "undo.this")

    assert [each.kits_a_week for each in voices(stage)] == [1]


def test_a_form_that_stood_open_while_its_reader_became_a_guest_counts_for_nothing(stage, live, bob, chloe):
    agree(chloe)
    make(bob)
    stage.move_to(NOW + timedelta(hours=6))
    chloe.press(messages_to(stage, "UCHLOE")[-1], "kit.shared")

    stage.slack.change_member("UCHLOE", is_guest=True)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UCHLOE"), is_guest=True))
    answer = chloe.submit({"words": "my own"})

    assert "kit.done" not in str(answer.body)
    assert [(each.shares, each.closed_ids) for each in kits(stage)] == [((), ())]
