"""One live message for a post and a reader: what came before goes once the newer one is confirmed, or is one line."""

from datetime import timedelta

import pytest

from bot.domain.errors import GiveUp, HistoryUnreadable, OutcomeUnknown, TryLater
from bot.domain.reminders.deliveries import DeliveryState
from handlers.reminders.ticks import tick
from tests.handlers.reminding import AMY, BOB, TUESDAY, Site, a_post, at

DUE = at(TUESDAY, "16:00")
SOON_KEY, NOW_KEY = "due:S1:P1:UAMY:2026-11-24:soon-0", "due:S1:P1:UAMY:2026-11-24:now-0"
A_MINUTE = timedelta(minutes=1)


def told_soon(*posts):
    """An hour before."""
    site = Site()
    site.add(*(posts or [a_post()]))
    site.tick(at(TUESDAY, "09:00"), at(TUESDAY, "15:00"))
    return site


def gone(site):
    return [told.key for told in site.slack.posted if told.ts in site.slack.deleted]


def line(site):
    return site.slack.updates[-1][1]


def test_the_word_beforehand_goes_when_the_post_comes_due():
    site = told_soon()

    site.tick(DUE)

    assert gone(site) == [SOON_KEY]
    assert site.delivery(SOON_KEY).state is DeliveryState.DELETED
    assert site.delivery(NOW_KEY).state is DeliveryState.SENT


def test_two_hours_late_there_is_one_message_about_the_post():
    site = told_soon()

    site.tick(DUE, DUE + timedelta(hours=2))

    assert gone(site) == [SOON_KEY, NOW_KEY]


def test_as_long_as_the_newer_one_is_not_confirmed_the_earlier_one_stays():
    site = told_soon()
    site.slack.fault = lambda recipient_id, key: OutcomeUnknown("timeout") if key == NOW_KEY else None
    site.slack.unreadable = TryLater("internal_error")

    site.tick(DUE, DUE + A_MINUTE)

    assert gone(site) == []


def test_one_that_may_not_have_arrived_goes_only_once_it_was_looked_up():
    site = Site()
    site.add(a_post())
    site.tick(at(TUESDAY, "09:00"))
    site.slack.fault, site.slack.accepts = lambda recipient_id, key: OutcomeUnknown("timeout"), True
    site.tick(at(TUESDAY, "15:00"))
    site.slack.fault, site.slack.unreadable = lambda recipient_id, key: None, TryLater("internal_error")

    site.tick(DUE)
    assert (gone(site), site.delivery(SOON_KEY).state) == ([], DeliveryState.UNKNOWN)

    site.slack.unreadable = None
    site.tick(DUE + timedelta(minutes=30))
    assert gone(site) == [SOON_KEY]


def test_what_somebody_answered_becomes_one_line_that_names_the_post():
    site = told_soon()
    site.slack.answered.add(site.slack.posted[-1].ts)

    site.tick(DUE)

    assert gone(site) == []
    assert line(site).text == "P1 · Title 1 · Instagram, 16:00"
    assert len(line(site).blocks) == 1


@pytest.mark.parametrize("code", ["cant_delete_message", "compliance_exports_prevent_deletion"])
def test_what_slack_lets_nobody_delete_becomes_one_line_and_is_not_tried_again(code):
    site = told_soon()
    site.slack.delete_fault = GiveUp(code)
    site.tick(DUE)
    site.slack.delete_fault = None

    site.tick(DUE + A_MINUTE)

    assert gone(site) == []
    assert line(site).text == "P1 · Title 1 · Instagram, 16:00"


def test_where_the_thread_cannot_be_read_nothing_is_deleted():
    site = told_soon()
    site.slack.unreadable = HistoryUnreadable("missing_scope")

    site.tick(DUE)

    assert gone(site) == []
    assert line(site).text == "P1 · Title 1 · Instagram, 16:00"


@pytest.mark.parametrize("error", [TryLater("internal_error"), OutcomeUnknown("timeout")])
def test_a_deletion_that_failed_is_tried_again(error):
    site = told_soon()
    site.slack.delete_fault = error
    site.tick(DUE)
    site.slack.delete_fault = None

    site.tick(DUE + A_MINUTE)

    assert gone(site) == [SOON_KEY]


def test_messages_that_wait_go_before_deletions():
    site = told_soon(a_post(), a_post(2, due=DUE, owner_id=BOB))
    site.clock.at = DUE

    tick(site.house, site.renders, DUE, ceiling=1)
    assert (len(site.slack.told(kind="due")), gone(site)) == (3, [])  # two an hour before, one now; one waits

    tick(site.house, site.renders, DUE)
    assert len(gone(site)) == 2


def test_a_stand_in_keeps_a_message_of_their_own():
    site = told_soon(a_post(backup_id=BOB))
    site.directory.quiet[AMY] = DUE + timedelta(minutes=30)

    site.tick(DUE)

    assert [told.recipient_id for told in site.slack.posted if told.key == NOW_KEY] == [BOB]
    assert gone(site) == []


def test_a_change_while_the_newer_one_is_told_leaves_the_live_one_true():
    site = told_soon()

    def hand_over(recipient_id, key):
        if key == NOW_KEY:
            site.change("P1", owner_id=BOB)

    site.slack.fault = hand_over
    site.tick(DUE)

    assert gone(site) == [SOON_KEY]
    assert line(site).text == "P1 · Title 1 is with <@UBOB> now."
