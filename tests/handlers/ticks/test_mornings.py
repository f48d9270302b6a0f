"""One message a morning: the day in order of time, what waits for its reader, what is late, the first post after it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import OutcomeUnknown, TryLater
from bot.domain.members import Absence
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.i18n import translator_for
from bot.sandbox.limits import check_message
from handlers.views.reminders.late import late_modal
from tests.e2e.living import without_odd_spaces
from tests.handlers.longest import assert_modal
from tests.handlers.reminding import (
    AMY,
    BOB,
    CHLOE,
    INES,
    TUESDAY,
    Site,
    a_member,
    a_plan,
    a_post,
    a_strategy,
    at,
    kinds,
)

EARLY, NINE = at(TUESDAY, "08:00"), at(TUESDAY, "09:00")
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)
YESTERDAY, TOMORROW = TUESDAY - A_DAY, TUESDAY + A_DAY


def late(number, days):
    day = TUESDAY - timedelta(days=days)
    return a_post(number, due=at(day, "16:00"), created_at=at(day - 7 * A_DAY, "09:00"))


def lines(message):
    """What stands in each block, and the buttons below."""
    found = []
    for block in message.blocks:
        if block["type"] == "section":
            found.append(block["text"]["text"])
        elif block["type"] == "context":
            found += [each["text"] for each in block["elements"]]
        elif block["type"] == "actions":
            names = [each["text"]["text"] for each in block["elements"] if each["type"] == "button"]
            found.append(" ".join(f"[{name}]" for name in names))
    return [without_odd_spaces(each) for each in found]


ASKED = {"state": "in_review", "review_asked_at": at(YESTERDAY, "15:00")}


def much_on(reader=AMY, **more):
    site = Site(strategy=a_strategy(manager_id=reader, round_ids=(reader,), platforms=(a_plan(reviewer_id=reader),)))
    site.add(
        a_post(1, due=at(TUESDAY, "18:00"), owner_id=reader),
        a_post(2, due=at(TUESDAY, "12:00"), owner_id=reader, text=""),
        *(replaced(late(number, days), reader) for number, days in ((3, 1), (4, 4), (5, 5), (6, 5), (7, 8))),
        a_post(
            8,
            due=at(TUESDAY + 2 * A_DAY, "10:00"),
            owner_id=BOB,
            state="in_review",
            review_asked_at=at(YESTERDAY, "15:00"),
        ),
        a_post(9, due=at(TUESDAY + 3 * A_DAY, "10:00"), owner_id=None),
        a_post(10, due=at(TOMORROW, "11:00"), owner_id=reader),
    )
    return site


def replaced(post, owner):
    return replace(post, owner_id=owner)


MUCH = [
    "*Good morning! Tuesday 24 November* · 2 posts today, 2 wait for you, 5 late",
    "*P2 · Title 2* · Instagram · today 12:00 · no text yet",
    "[Write…]",
    "*P1 · Title 1* · Instagram · today 18:00 · draft",
    "*Waits for you*",
    "*To review: P8 · Title 8* · Instagram · Thu 26 Nov 10:00 · <@UBOB>",
    "[Approve] [Ask for a change…] [Open]",
    "*P9 · Title 9* · Instagram · Fri 27 Nov 10:00 · no owner yet",
    "*Late*",
    "*P3 · Title 3* · Instagram · late since Mon 23 Nov 16:00 · draft",
    "*P4 · Title 4* · Instagram · late since Fri 20 Nov 16:00 · draft",
    "*P5 · Title 5* · Instagram · late since Thu 19 Nov 16:00 · draft",
    "And 1 more.",
    "P7 · Title 7 has been late for five working days. Drop it, move it, or keep it in your list?",
    "[Sort out…]",
    "Next: Wed 25 Nov 11:00 · *P10 · Title 10* · Instagram",
    "Today's round takes five minutes.",
    "[Do my round]",
]


def test_the_morning_of_somebody_with_much_on():
    told = much_on().tick(EARLY, NINE)

    [message] = {id(each.message): each.message for each in told if each.recipient_id == AMY}.values()
    assert lines(message) == MUCH
    assert check_message({"text": message.text, "blocks": list(message.blocks)}) is None


def test_each_line_has_its_row_with_the_message_it_went_into():
    site = much_on()
    told = [each for each in site.tick(EARLY, NINE) if each.recipient_id == AMY]

    assert [each.kind for each in told] == ["agenda", "late", "review", "unowned"]
    assert {site.delivery(each.key).state for each in told[1:]} == {DeliveryState.MERGED}
    assert {site.delivery(each.key).merged_into for each in told[1:]} == {told[0].key}


def test_what_was_asked_about_leaves_the_morning():
    site = much_on()
    site.tick(EARLY, NINE)

    next_day = [each for each in site.tick(at(TOMORROW, "09:00")) if each.recipient_id == AMY]

    assert [each.kind for each in next_day if each.key.startswith("late:S1:P7:")] == []
    assert "P7" not in str(next_day[0].message.blocks)


def test_nothing_to_say_no_message():
    site = Site()
    site.add(a_post(due=at(TOMORROW, "11:00")))

    assert site.tick(EARLY, NINE) == []


def test_a_line_alone_makes_a_morning():
    site = Site()
    site.add(a_post(due=at(TUESDAY + 3 * A_DAY, "10:00"), owner_id=None))

    assert kinds(site.tick(EARLY, NINE)) == [(INES, "agenda"), (INES, "unowned")]


def test_who_turned_the_morning_off_gets_what_waits_for_them_and_the_word_an_hour_before():
    site = much_on()
    site.set_member(AMY, muted=frozenset({ReminderKind.AGENDA}))

    told = [each for each in site.tick(EARLY, NINE, at(TUESDAY, "11:00")) if each.recipient_id == AMY]

    assert [each.kind for each in told] == ["agenda", "review", "unowned", "due"]
    assert lines(told[0].message)[1:5] == MUCH[4:8]
    assert "P1" not in str(told[0].message.blocks).replace("P10", "")


def test_with_the_morning_off_and_nothing_that_waits_there_is_none():
    site = Site()
    site.add(a_post(due=at(TUESDAY, "18:00")))
    site.set_member(AMY, muted=frozenset({ReminderKind.AGENDA}))

    assert site.tick(EARLY, NINE) == []


def test_a_morning_that_did_not_arrive_leaves_its_lines_to_the_next_message():
    site = Site()
    site.add(a_post(due=at(TUESDAY + 3 * A_DAY, "10:00"), owner_id=None))
    site.slack.fault = lambda recipient_id, key: TryLater("internal_error")
    site.tick(EARLY, NINE)
    [row] = [each for each in site.states(DeliveryState.PENDING) if each.kind is ReminderKind.UNOWNED]
    assert row.merged_into == ""
    site.slack.fault = lambda recipient_id, key: None

    assert kinds(site.tick(NINE + 2 * A_MINUTE)) == [(INES, "agenda"), (INES, "unowned")]


def test_while_nobody_knows_whether_it_arrived_a_line_stays_with_its_morning():
    site = Site()
    site.add(a_post(due=at(TUESDAY + 3 * A_DAY, "10:00"), owner_id=None))
    site.slack.fault, site.slack.accepts = lambda recipient_id, key: OutcomeUnknown("timeout"), True
    site.tick(EARLY, NINE)
    site.slack.fault = lambda recipient_id, key: None

    told = site.tick(NINE + 2 * A_MINUTE)

    assert told == []
    [agenda] = [each for each in site.states(DeliveryState.SENT) if each.kind is ReminderKind.AGENDA]
    assert [key.split(":")[0] for key in agenda.lines] == ["unowned"]


def test_a_line_changes_in_place_when_it_is_done():
    site = much_on()
    site.tick(EARLY, NINE)

    site.change("P9", owner_id=BOB)
    site.tick(NINE + A_MINUTE)

    assert "*P9 · Title 9* · Instagram · Fri 27 Nov 10:00 · with <@UBOB>" in lines(site.slack.updates[-1][1])


def test_a_manager_who_is_away_has_their_lines_in_the_morning_of_who_stands_in():
    site = Site(strategy=a_strategy(platforms=(a_plan(owner_id=CHLOE),)))
    site.set_member(INES, absences=(Absence(first=TUESDAY, last=TUESDAY),))
    site.add(a_post(due=at(TUESDAY + 3 * A_DAY, "10:00"), owner_id=None))

    told = site.tick(EARLY, NINE)

    assert kinds(told) == [(CHLOE, "agenda"), (CHLOE, "unowned")]


def test_on_a_weekend_nobody_has_a_morning():
    site = Site()
    saturday = date(2026, 11, 28)
    site.add(a_post(due=at(saturday + 3 * A_DAY, "10:00"), owner_id=None))

    assert site.tick(at(saturday, "08:00"), at(saturday, "09:00"), at(saturday + A_DAY, "09:00")) == []


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_the_view_of_what_is_late_fits(locale):
    t = translator_for(a_member(AMY, locale=locale), NINE)
    posts = [a_post(number, title="x" * 150) for number in range(1, 60)]

    view = late_modal(t, posts, {"S1": a_strategy()})

    assert_modal(view)


def test_the_menu_of_a_late_post_drops_it_and_that_of_one_of_today_puts_it_off():
    site = Site()
    site.add(late(1, 1), a_post(2, due=at(TUESDAY, "18:00")))

    [morning] = site.tick(EARLY, NINE)

    menus = [
        [each["value"] for each in block["accessory"]["options"]]
        for block in morning.message.blocks
        if block.get("accessory", {}).get("type") == "overflow"
    ]
    assert menus == [
        ["done:P2", "snooze:P2", "move:P2", "assign:P2", "show:P2"],
        ["done:P1", "move:P1", "drop:P1", "assign:P1", "show:P1"],
    ]


def test_a_late_post_is_asked_about_with_its_owner_once_they_are_back():
    site = Site()
    site.set_member(AMY, absences=(Absence(first=TUESDAY, last=TUESDAY + A_DAY),))
    site.add(a_post(due=at(TUESDAY, "10:00"), backup_id=BOB))

    days = [TUESDAY + n * A_DAY for n in range(14)]
    told = site.tick(at(TUESDAY, "08:00"), *(at(day, clock) for day in days for clock in ("09:00", "16:00")))

    mornings = [each for each in told if each.kind == "agenda"]
    asked = [each.recipient_id for each in mornings if "late for five working days" in str(each.message.blocks)]
    assert asked == [AMY]


def test_an_overdue_message_says_at_which_hour_and_that_nobody_has_it():
    site = Site()
    site.add(a_post(due=at(TUESDAY, "11:00"), owner_id=None))

    told = site.tick(at(TUESDAY, "08:00"), *(at(TUESDAY, clock) for clock in ("09:00", "10:00", "11:00", "13:00")))

    last = [each.message for each in told if each.kind == "overdue"][-1]
    assert "is late: it was due on Instagram at 11:00" in last.text
    assert "This post has no owner yet: publish it, or hand it over." in str(last.blocks)
