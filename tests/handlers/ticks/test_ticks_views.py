"""Every reminder at the longest texts, in both languages: Slack takes it, and nothing leaks out of it."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.posts import Attachment, Change, Post, Step
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.posts import Phase
from bot.ports import Outgoing
from bot.sandbox.limits import check_message
from bot.services.reminders.deliveries import LATE, UNREADABLE
from tests import builders
from tests.handlers.reminding import AMY, BOB, CHANNEL, INES, TUESDAY, Site, a_post, at

NOW = at(TUESDAY, "18:30")
LONG = "<!channel> *bold* & _x_ ~y~ `z` <@UAMY> é" * 30
LINK = "https://example.com/?a=1&b=2&" + "c" * 1900
LOCALES = ["en-US", "fr-CA"]
CODES = [
    "user_disabled",
    "user_not_found",
    "cannot_dm_bot",
    "is_archived",
    "not_in_channel",
    "channel_not_found",
    "odd",
]


def worst(number: int = 1, **more: object) -> Post:
    known = replace(
        a_post(number),
        title=LONG[:150],
        text=LONG * 20,
        image=LINK,
        image_text=LONG,
        link=LINK,
        backup_id=BOB,
        history=(Change(at=NOW, by=AMY, what="edited"),),
        attachments=(Attachment(url=LINK, name=LONG[:255], alt=LONG[:500]),) * 10,
        checklist=(Step(key="", text=LONG[:100], day=NOW.date() - timedelta(days=90)),) * 9,
    )
    return replace(known, **more)  # type: ignore[arg-type]


def a_delivery(kind: ReminderKind, subject: str, revision: str = "", **more: object) -> Delivery:
    sent = {"recipient_id": INES, "owed_at": at(TUESDAY, "09:00"), "expires_at": NOW, "error": UNREADABLE, **more}
    return builders.a_delivery(kind, subject, to=AMY, day=TUESDAY, revision=revision, **sent)


def site_in(locale: str, *posts: Post) -> Site:
    site = Site()
    site.set_member(INES, locale=locale, zone="America/Toronto")
    with site.store.transaction() as tx:
        strategy = tx.strategies.get("S1")
        tx.strategies.put(replace(strategy, name=LONG[:150], review_required=True, round_ids=(INES,)))
    site.add(*posts)
    return site


def rendered(site: Site, delivery: Delivery, now: datetime = NOW) -> Outgoing:
    message = site.renders[delivery.kind](site.house, delivery, now)
    assert message is not None
    return message


def assert_slack_takes(message: Outgoing) -> None:
    fault = check_message({"channel": "D1", "text": message.text, "blocks": list(message.blocks)})
    assert fault is None, fault
    assert message.text
    written = re.findall(r"'type': 'mrkdwn', 'text': (['\"].*?['\"]), 'verbatim'", str(message.blocks))
    assert not any("<!channel>" in each for each in [message.text, *written])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("phase", list(Phase))
def test_a_due_post_at_its_longest(locale: str, phase: Phase) -> None:
    site = site_in(locale, worst())
    kind = ReminderKind.OVERDUE if phase in {Phase.OVERDUE, Phase.BACKUP, Phase.MANAGER} else ReminderKind.DUE

    assert_slack_takes(rendered(site, a_delivery(kind, "P1", f"{phase}-0-0")))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("manager", ["UNOBODY", ""])
def test_a_late_post_for_who_stands_in_for_the_manager_at_its_longest(locale: str, manager: str) -> None:
    site = site_in(locale, worst())
    site.set_strategy(manager_id=manager)

    assert_slack_takes(rendered(site, a_delivery(ReminderKind.OVERDUE, "P1", "manager-0-0")))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "change",
    [
        {"state": "published", "published_at": NOW},
        {"state": "cancelled"},
        {"due": None, "moves": 1},
        {"moves": 1},
        {"owner_id": BOB},
        {"snoozed_until": NOW + timedelta(hours=1)},
    ],
)
def test_a_settled_post_at_its_longest(locale: str, change: dict[str, object]) -> None:
    site = site_in(locale, worst())
    site.change("P1", **change)

    sent = a_delivery(ReminderKind.DUE, "P1", "now-0", sent_at=NOW, state=DeliveryState.SENT)
    assert_slack_takes(rendered(site, sent))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("sent_at", [None, NOW])
def test_an_agenda_at_its_longest(locale: str, sent_at: datetime | None) -> None:
    posts = [worst(n, owner_id=INES, due=a_post(due=NOW + timedelta(hours=n - 20)).due) for n in range(1, 41)]
    site = site_in(locale, *posts)
    agenda = a_delivery(ReminderKind.AGENDA, TUESDAY.isoformat(), parts=tuple(each.id for each in posts))

    message = rendered(site, replace(agenda, sent_at=sent_at))

    assert_slack_takes(message)
    assert "/post list" in str(message.blocks)


@pytest.mark.parametrize("locale", LOCALES)
def test_posts_without_an_owner_at_their_longest(locale: str) -> None:
    posts = [worst(n, owner_id=None) for n in range(1, 41)]
    gaps = a_delivery(ReminderKind.UNOWNED, TUESDAY.isoformat(), parts=tuple(each.id for each in posts))

    assert_slack_takes(rendered(site_in(locale, *posts), gaps))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catch_up_at_its_longest(locale: str) -> None:
    posts = [worst(n) for n in range(1, 41)]
    site = site_in(locale, *posts)
    due = [a_delivery(ReminderKind.DUE, each.id, "now-0") for each in posts[:30]]
    measures = [a_delivery(ReminderKind.MEASURE, each.id) for each in posts[30:]]
    rounds = [a_delivery(ReminderKind.CHECK_IN, (TUESDAY - timedelta(days=n)).isoformat()) for n in range(7)]
    with site.store.transaction() as tx:
        for each in (*due, *measures, *rounds):
            tx.deliveries.put(each)
    parts = tuple(each.key for each in (*due, *measures, *rounds))

    assert_slack_takes(rendered(site, a_delivery(ReminderKind.CATCH_UP, "late", parts=parts)))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_for_numbers_at_its_longest(locale: str) -> None:
    site = site_in(locale, worst())
    site.change("P1", state="published", published_at=NOW - timedelta(days=7))

    assert_slack_takes(rendered(site, a_delivery(ReminderKind.MEASURE, "P1")))


@pytest.mark.parametrize("done", ["live", "added"])
def test_a_day_of_the_channel_at_its_longest(done: str) -> None:
    then = {"state": "published", "published_at": NOW} if done == "live" else {"created_at": NOW, "history": ()}
    site = site_in("en-US", *(worst(n, **then) for n in range(1, 41)))
    digest = a_delivery(ReminderKind.DIGEST, "2026-W47", recipient_id=CHANNEL, sent_at=NOW, ts="1.000001")
    with site.store.transaction() as tx:
        tx.deliveries.put(digest)
    day = a_delivery(ReminderKind.DAY_LINE, TUESDAY.isoformat(), recipient_id=CHANNEL, parts=(digest.key,))

    message = rendered(site, day)

    assert_slack_takes(message)
    assert f"40 {'live' if done == 'live' else 'posts added'} (P1, P2, P3, P4, P5, …)" in message.text


@pytest.mark.parametrize("locale", LOCALES)
def test_an_invitation_at_its_longest(locale: str) -> None:
    assert_slack_takes(rendered(site_in(locale), a_delivery(ReminderKind.CHECK_IN, TUESDAY.isoformat())))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [ReminderKind.DUE, ReminderKind.DIGEST, ReminderKind.AGENDA])
@pytest.mark.parametrize("code", [*CODES, UNREADABLE, LATE])
def test_every_notice_says_how_to_mend_it(locale: str, kind: ReminderKind, code: str) -> None:
    site = site_in(locale)
    to = CHANNEL if kind is ReminderKind.DIGEST else AMY
    failed = a_delivery(kind, "P1", "now-0", error=code, recipient_id=to, state=DeliveryState.ABANDONED)
    with site.store.transaction() as tx:
        tx.deliveries.put(failed)

    message = rendered(site, a_delivery(ReminderKind.NOTICE, AMY, parts=(failed.key,)))

    assert_slack_takes(message)
    assert f"<#{CHANNEL}>" in message.text if to == CHANNEL else f"<@{AMY}>" in message.text


@pytest.mark.parametrize(
    ("kind", "named"), [(ReminderKind.DIGEST, "Weekly digest"), (ReminderKind.NOTICE, "Message about a post")]
)
def test_a_notice_names_what_did_not_come_into_the_channel(kind: ReminderKind, named: str) -> None:
    site = site_in("en-GB")
    failed = a_delivery(kind, "P1", error=LATE, recipient_id=CHANNEL, state=DeliveryState.ABANDONED)
    with site.store.transaction() as tx:
        tx.deliveries.put(failed)

    message = rendered(site, a_delivery(ReminderKind.NOTICE, AMY, parts=(failed.key,)))

    assert message.text.startswith(f"{named}:")
