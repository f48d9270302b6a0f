"""Failures that last, and what the app itself lacks: whoever can mend it is told, and no message is lost."""

from datetime import timedelta

from slack_sdk.errors import SlackApiError

from bot.domain.errors import GiveUp
from bot.domain.plan_parts import Plan
from bot.domain.reminders.deliveries import DeliveryState
from handlers.slack.errors import failure_of
from tests.handlers.reminding import AMY, CHANNEL, CHLOE, INES, TUESDAY, Site, a_post, a_strategy, at, kinds
from tests.handlers.ticks.test_ticks_outages import A_MINUTE, DUE, NOW_KEY, site_with


class FakeAnswer(dict[str, str]):
    """Slack's refusal, as its SDK holds it."""

    status_code, headers = 200, {}


def test_a_lasting_failure_is_told_to_the_manager_once() -> None:
    site = site_with(a_post(1), a_post(2))
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled") if recipient_id == AMY else None

    site.tick(DUE, DUE + A_MINUTE, DUE + 2 * A_MINUTE)

    assert kinds(site.slack.posted) == [(INES, "notice")]
    assert "I cannot write to <@UAMY>: the account is deactivated" in site.slack.posted[0].message.text
    assert len(site.states(DeliveryState.ABANDONED)) == 2


def test_there_is_no_notice_about_a_notice() -> None:
    site = site_with(a_post())
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled")

    site.tick(DUE, DUE + A_MINUTE, DUE + 2 * A_MINUTE)

    assert [each.kind for each in site.states(DeliveryState.ABANDONED)] == ["due", "notice"]


def test_the_manager_is_not_told_that_they_cannot_be_reached() -> None:
    site = site_with(a_post(owner_id=INES))
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled")

    site.tick(DUE, DUE + A_MINUTE)

    assert len(site.states(DeliveryState.ABANDONED)) == 1


def test_where_the_manager_is_gone_as_well_an_admin_is_told() -> None:
    site = site_with(a_post())
    site.set_member(CHLOE, is_admin=True)
    site.set_member(INES, is_active=False)
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled") if recipient_id == AMY else None

    site.tick(DUE, DUE + A_MINUTE)

    assert kinds(site.slack.posted) == [(CHLOE, "notice")]


def test_a_message_for_a_channel_that_is_closed_to_the_bot_is_told_to_the_manager() -> None:
    site = Site(strategy=a_strategy(plan=Plan(thread_per_post=True)))
    site.add(a_post().noted("added", by=AMY, at=at(TUESDAY, "07:59")))
    site.slack.fault = lambda recipient_id, key: GiveUp("not_in_channel") if recipient_id == CHANNEL else None

    told = site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "08:01"))

    assert kinds(told) == [(INES, "notice")]
    assert "/invite @Parution" in told[0].message.text


def test_an_app_that_is_switched_off_for_a_while_loses_nothing() -> None:
    site = site_with(a_post())
    off = SlackApiError("off", FakeAnswer(error="account_inactive"))
    site.slack.fault = lambda recipient_id, key: failure_of(off, now=site.clock.at, is_sending=True)
    site.tick_through(DUE, DUE + timedelta(hours=1))
    site.slack.fault = lambda recipient_id, key: None

    told = site.tick_through(DUE + timedelta(hours=1), DUE + timedelta(hours=1, minutes=30))

    assert [each.key for each in told] == [NOW_KEY]
