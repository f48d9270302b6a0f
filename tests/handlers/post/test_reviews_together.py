"""Reviews asked of one person: the first at once, what comes within ten minutes of it in one message."""

from datetime import timedelta

from bot.domain.errors import TryLater
from bot.domain.reminders.deliveries import DeliveryState
from tests.e2e.living import without_odd_spaces
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, Site, a_plan, a_post, a_strategy, at, kinds
from tests.handlers.ticks.test_mornings import lines

TEN = at(TUESDAY, "10:00")
MINUTE = timedelta(minutes=1)


def asked(number, minutes=0, **more):
    usual = {"due": at(TUESDAY + timedelta(days=2), "16:00"), "owner_id": AMY, "review_asked_by": AMY}
    known = {"state": "in_review", "review_asked_at": TEN + minutes * MINUTE, **usual, **more}
    return a_post(number, **known)


def a_site(reader=BOB):
    site = Site(strategy=a_strategy(platforms=(a_plan(reviewer_id=reader),)))
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"))
    return site


def several(reader=BOB):
    """P1 is told at once; P2 and P3, a few minutes later, at ten past ten."""
    site = a_site(reader)
    site.add(asked(1))
    first = site.tick(TEN)
    site.add(asked(2, 2), asked(3, 4))
    assert site.tick(TEN + 5 * MINUTE) == []
    return site, first, site.tick(TEN + 11 * MINUTE)


def test_the_first_comes_at_once_and_what_follows_within_ten_minutes_in_one_message():
    site, first, then = several()

    assert kinds(first) == [(BOB, "review")]
    assert kinds(then) == [(BOB, "review"), (BOB, "review")]
    assert len(site.slack.told(BOB, "review")) == 2
    said = lines(then[0].message)
    assert said[0] == "*2 posts wait for your review: P2 · Title 2 and P3 · Title 3*"
    assert said[1] == "P2 · Title 2 waits for your review: Instagram, Thu 26 Nov 16:00, asked by <@UAMY>"
    assert said[2].startswith("[Approve]")
    assert said[3].startswith("P3 · Title 3 waits for your review")


def test_it_reads_well_in_french():
    _, _, then = several(CHLOE)

    text = without_odd_spaces(then[0].message.text)
    assert text == "2 publications attendent votre relecture : P2 · Title 2 et P3 · Title 3"


def test_each_has_its_row_with_the_message_that_it_went_into():
    site, _, (carrier, line) = several()

    row = site.delivery(line.key)
    assert (row.state, row.merged_into) == (DeliveryState.MERGED, carrier.key)
    assert site.delivery(carrier.key).state is DeliveryState.SENT


def test_what_is_answered_reads_so_in_the_message_whichever_row_it_has():
    site, _, (_, line) = several()

    site.change(line.key.split(":")[2], state="approved", approved_by=INES)
    site.tick(TEN + 12 * MINUTE)

    said = without_odd_spaces(str(site.slack.updates[-1][1].blocks))
    assert "is approved by <@UINES>" in said
    assert "1 post waits for your review" in said


def test_what_was_answered_before_it_is_told_is_not_told():
    site = a_site()
    site.add(asked(1))
    site.tick(TEN)
    site.add(asked(2, 2), asked(3, 4))
    site.tick(TEN + 5 * MINUTE)
    site.change("P2", state="approved", approved_by=INES)

    then = site.tick(TEN + 11 * MINUTE)

    assert [each.key.split(":")[2] for each in then] == ["P3"]


def test_a_message_that_did_not_arrive_leaves_both_to_the_next_one():
    site = a_site()
    site.add(asked(1), asked(2))
    site.slack.fault = lambda recipient_id, key: TryLater("ratelimited", retry_at=TEN + 3 * MINUTE)
    site.tick(TEN)
    site.slack.fault = lambda recipient_id, key: None

    then = site.tick(TEN + 4 * MINUTE)

    assert kinds(then) == [(BOB, "review"), (BOB, "review")]
    assert len(site.slack.told(BOB, "review")) == 1


def test_one_that_is_due_within_the_hour_waits_for_no_other():
    site = a_site()
    site.add(asked(1))
    site.tick(TEN)
    site.add(asked(2, 1, due=TEN + 40 * MINUTE))

    assert (BOB, "review") in kinds(site.tick(TEN + 2 * MINUTE))
