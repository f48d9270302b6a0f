"""*Sort out…*: all that is late and theirs to settle, the list again after each act, rights asked for at each."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.members import Absence
from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Outgoing, Sent
from bot.sandbox.acting import interactions
from bot.sandbox.acting.finding import find_control
from handlers.views.kit import actions, button
from tests.builders import put_post
from tests.handlers.posting import LINK, post, shown

DAYS = tuple(date(2026, 11, day) for day in (18, 19, 20))
TUESDAY = datetime(2026, 11, 24, 10, tzinfo=UTC)
"""After Bob's morning, in London."""
A_DAY = timedelta(days=1)


def rows(view):
    """What the list says of each post, the newest first."""
    found = [each for each in view.blocks if each["type"] == "section" and each["text"]["text"].startswith("*P")]
    return [each["text"]["text"].replace("\u00a0", " ") for each in found if "is late" not in each["text"]["text"]]


def listed(view):
    """The posts that it offers something for."""
    return [each["value"] for each in buttons_in(view) if each["action_id"] == "post.done"]


def buttons_in(view):
    return [one for each in view.blocks if each["type"] == "actions" for one in each["elements"]]


def change(stage, post_id, **more):
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get(post_id), **more))


def change_member(stage, member_id, **more):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get(member_id), **more))


@pytest.fixture
def three(stage):
    """Late posts of Bob's, P3 the newest."""
    for number, day in enumerate(DAYS, 1):
        put_post(stage, number, day=day, title=f"Title {number}", created_at=datetime(2026, 11, 2, tzinfo=UTC))
    return stage


@pytest.fixture
def morning(three, bob):
    """Bob's message of Tuesday."""
    three.move_to(TUESDAY - 2 * timedelta(hours=1))
    three.move_to(TUESDAY)
    return morning_of(bob)


def morning_of(hand):
    return [each for each in hand.direct_messages() if each.text.startswith(("Good morning", "Bonjour"))][-1]


def sort_out(hand):
    """The list, as any of their mornings opens it."""
    return hand.press(morning_of(hand), "late.sort").modal


def test_the_list_has_the_newest_first(morning, bob):
    view = bob.press(morning, "late.sort").modal

    assert listed(view) == ["P3", "P2", "P1"]
    assert "3 posts are late" in shown(view)


# --- After each act the list is there again, and the morning says so


ACTS = {
    "published": ("post.done:P2", {"link": LINK}, "P2 has been live since", PostState.PUBLISHED),
    "moved": ("post.move:P2", {"day": "2026-11-30"}, "P2 is moved to", PostState.DRAFT),
    "cancelled": ("post.drop:P2", {"way": "cancel"}, "P2 is cancelled", PostState.CANCELLED),
    "back to the ideas": ("post.drop:P2", {"way": "idea"}, "P2 is back among the ideas", PostState.IDEA),
}


@pytest.mark.parametrize(("control", "filled", "said", "state"), ACTS.values(), ids=ACTS)
def test_the_list_comes_back_without_what_was_settled(three, morning, bob, control, filled, said, state):
    bob.press(bob.press(morning, "late.sort").modal, control)

    answer = bob.submit(filled)

    assert listed(answer.modal) == ["P3", "P1"]
    assert said in shown(answer.modal)
    assert post(three, "P2").state is state


@pytest.mark.parametrize("control", ["published", "moved", "cancelled"])
def test_the_morning_follows(three, morning, bob, control):
    before = morning_of(bob).text
    bob.press(bob.press(morning, "late.sort").modal, ACTS[control][0])
    bob.submit(ACTS[control][1])

    three.move_to(TUESDAY + timedelta(minutes=1))

    assert "3 late" in before
    assert "2 late" in morning_of(bob).text


def test_one_after_the_other_until_nothing_is_late(three, morning, bob):
    bob.press(morning, "late.sort")
    for number in (1, 2, 3):
        bob.press(bob.modal, f"post.done:P{number}")
        bob.submit({"link": f"{LINK}{number}"})

    assert "Nothing of yours is late." in shown(bob.modal)


def test_what_was_done_can_be_undone_from_the_list(three, morning, bob):
    bob.press(bob.press(morning, "late.sort").modal, "post.done:P2")
    view = bob.submit({"link": LINK}).modal

    bob.press(view, "post.undo")

    assert post(three, "P2").is_open


def test_a_field_that_is_wrong_keeps_the_form_and_then_the_list_comes_back(three, morning, bob):
    bob.press(bob.press(morning, "late.sort").modal, "post.done:P2")
    wrong = bob.submit({"link": "not a link"})

    answer = bob.submit({"link": LINK})

    assert wrong.errors
    assert listed(answer.modal) == ["P3", "P1"]


def test_a_form_from_elsewhere_shows_the_post_as_before(three, morning, bob):
    card = bob.command("/post show P2", channel="CSOCIAL").messages[-1]
    bob.press(card, "post.done")

    answer = bob.submit({"link": LINK})

    assert "P2 has been live since" in shown(answer.modal)
    assert "late.sort" not in shown(answer.modal)


# --- Kept


@pytest.fixture
def asked(three, morning, bob):
    """On the sixth working day each of them is asked about."""
    day = TUESDAY
    while day.date() < date(2026, 11, 27):
        day += A_DAY
        three.move_to(day)
    return three


def test_what_is_asked_about_can_be_kept_and_the_morning_asks_no_more(asked, bob):
    before = shown(morning_of(bob))
    view = sort_out(bob)

    answer = bob.press(view, "late.keep:P1")
    asked.move_to(asked.slack.clock.now() + timedelta(minutes=1))

    assert "late for five working days" in before
    assert "P1 stays in your list." in shown(answer.modal)
    assert "P1" in listed(answer.modal)
    assert [each["value"] for each in buttons_in(answer.modal) if each["action_id"] == "late.keep"] == ["P3", "P2"]
    assert not any("P1 · Title 1" in each and "five working days" in each for each in texts(morning_of(bob)))


def texts(message):
    return [each["text"]["text"] for each in message.blocks if each["type"] == "section"]


# --- Of others


def test_whoever_stands_in_finds_the_post_with_whose_it_is(three, morning, bob):
    change(three, "P2", owner_id="UCHLOE", backup_id="UBOB")
    change_member(three, "UCHLOE", absences=(Absence(first=date(2026, 11, 1), last=date(2026, 12, 1)),))

    view = sort_out(bob)

    assert listed(view) == ["P3", "P2", "P1"]
    assert "you stand in for <@UCHLOE>" in rows(view)[1]
    bob.press(view, "post.done:P2")
    assert listed(bob.submit({"link": LINK}).modal) == ["P3", "P1"]


def test_while_its_owner_is_there_a_backup_does_not_find_it(three, morning, bob):
    change(three, "P2", owner_id="UCHLOE", backup_id="UBOB")

    assert listed(sort_out(bob)) == ["P3", "P1"]


def test_the_manager_finds_what_was_escalated_to_them_in_french(three, amy):
    three.move_to(TUESDAY)
    three.move_to(TUESDAY + timedelta(hours=5))

    view = amy.press(reminder(three, "UAMY"), "late.sort").modal

    assert listed(view) == ["P2", "P1"]  # silent for two working days; P3 is not yet
    assert "confiée à <@UBOB>" in rows(view)[0]


def escalated(stage, post_id, reader):
    late = stage.slack.clock.now()
    row = Delivery(
        key=f"escalation:S1:{post_id}:UBOB:2026-11-24:manager",
        kind=ReminderKind.ESCALATION,
        strategy_id="S1",
        subject=post_id,
        recipient_id=reader,
        owed_at=late,
        expires_at=late + A_DAY,
        state=DeliveryState.MERGED,
    )
    with stage.bot.house.store.transaction() as tx:
        tx.deliveries.put(row)


def reminder(stage, reader, day="2026-11-24"):
    """A morning with the button."""
    blocks = [actions(button("Sort out…", "late.sort", day))]
    sent = stage.bot.house.messenger.post(reader, Outgoing(text="late", blocks=blocks), key=f"agenda::{day}:{reader}:x")
    return stage.slack.workspace.message(sent.channel_id, sent.ts)


def test_somebody_who_may_not_act_does_not_find_it(three):
    escalated(three, "P2", "UDAN")

    view = three.slack.hand("UDAN").press(reminder(three, "UDAN"), "late.sort").modal

    assert listed(view) == []
    assert "Nothing of yours is late." in shown(view)


def test_a_right_that_is_gone_by_the_act_is_refused_and_says_who_can(three, morning, bob):
    change(three, "P2", owner_id="UCHLOE", backup_id="UBOB", created_by="UCHLOE")
    change_member(three, "UCHLOE", absences=(Absence(first=date(2026, 11, 1), last=date(2026, 12, 1)),))
    bob.press(sort_out(bob), "post.move:P2")
    change(three, "P2", backup_id=None)
    before = post(three, "P2")

    answer = bob.submit({"day": "2026-11-30"})

    assert post(three, "P2").due == before.due
    assert "<@UCHLOE>" in str(answer.errors) + shown(bob.modal)


# --- A message that is not of now


def test_the_message_of_an_old_day_opens_what_is_late_now_and_says_so(three, morning, bob):
    three.move_to(TUESDAY + A_DAY)

    view = bob.press(morning, "late.sort").modal

    assert "That message is of Tuesday 24 November. This is what is late now." in shown(view)
    assert listed(view) == ["P3", "P2", "P1"]


def test_a_message_that_was_deleted_meanwhile_opens_the_list_all_the_same(three, morning, bob):
    found, value = find_control(morning, "late.sort", None)
    three.bot.house.messenger.delete(Sent(channel_id=morning.channel, ts=morning.ts))

    interactions.send_action(bob._core, "UBOB", morning, found, value)  # pressed before it was gone

    assert listed(bob.modal) == ["P3", "P2", "P1"]


def test_what_a_colleague_settled_meanwhile_is_refused_kindly_and_gone_when_drawn_anew(three, morning, bob, amy):
    view = bob.press(morning, "late.sort").modal
    amy.command(f"/post done P2 {LINK}", channel="CSOCIAL")

    bob.press(view, "post.move:P2")
    told = shown(bob.modal)
    bob.close()

    assert "P2 is published" in told
    assert listed(bob.press(bob.modal, "late.sort").modal) == ["P3", "P1"]
