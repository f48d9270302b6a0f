"""Messages are brought up to date in place when what they are about changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.errors import TryLater
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Absence
from bot.domain.moments import Due
from bot.domain.posts import Change
from bot.ports import Outgoing, Sent
from bot.services.reminders.owing import mark_changed
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, Site, a_post, a_strategy, at

NINE, DUE = at(TUESDAY, "09:00"), at(TUESDAY, "16:00")
A_MINUTE = timedelta(minutes=1)
LINK = "https://www.instagram.com/p/1"


def told_site(*posts: object) -> Site:
    """After the due moment, with everything told and nothing to update."""
    site = Site()
    site.add(*posts)  # type: ignore[arg-type]
    site.tick(at(TUESDAY, "08:00"), NINE, at(TUESDAY, "15:00"), DUE)
    site.slack.updates.clear()
    return site


def updated(site: Site) -> list[str]:
    return [message.text for _, message in site.slack.updates]


def test_a_published_post_is_live_in_every_message_about_it() -> None:
    site = told_site(a_post())

    site.change("P1", state="published", published_at=DUE + 4 * A_MINUTE, link=LINK)
    site.tick(DUE + 5 * A_MINUTE)

    assert sorted(set(updated(site))) == [
        "Good morning! Tuesday 24 November · all done",
        "P1 · Title 1 has been live since 16:04",
    ]
    live = site.slack.updates[-1][1]
    assert LINK in str(live.blocks)


def test_the_live_message_offers_undo_for_ten_minutes_and_the_numbers() -> None:
    site = told_site(a_post())
    change = Change(at=DUE, by=AMY, what="published")

    site.change("P1", state="published", published_at=DUE, history=(change,))
    site.tick(DUE + A_MINUTE)

    buttons = [each["action_id"] for each in site.slack.updates[-1][1].blocks[-1]["elements"]]
    assert buttons == ["post.undo", "kpi.log", "post.show"]


def test_undo_goes_after_ten_minutes_by_itself() -> None:
    site = told_site(a_post())
    site.change("P1", state="published", published_at=DUE, history=(Change(at=DUE, by=AMY, what="published"),))
    site.tick(DUE + A_MINUTE, DUE + 2 * A_MINUTE)
    site.slack.updates.clear()

    site.tick(DUE + 9 * A_MINUTE)
    assert site.slack.updates == []
    site.tick(DUE + 10 * A_MINUTE, DUE + 11 * A_MINUTE)

    assert [message for _, message in site.slack.updates if "post.undo" in str(message.blocks)] == []
    assert len(site.slack.updates) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"state": "cancelled"}, "P1 · Title 1 is cancelled; there is nothing left to do."),
        (
            {"due": Due.of(DUE + timedelta(days=2), "Europe/Paris"), "moves": 1},
            "P1 · Title 1 has moved: it is due Thu 26 Nov 16:00.",
        ),
        ({"owner_id": BOB}, "P1 · Title 1 is with <@UBOB> now."),
        ({"snoozed_until": DUE + timedelta(hours=1), "snoozes": 1}, "P1 · Title 1, next reminder: 17:00."),
    ],
)
def test_a_message_tells_what_became_of_its_post(change: dict[str, object], expected: str) -> None:
    site = told_site(a_post())

    site.change("P1", **change)
    site.tick(DUE + A_MINUTE)

    assert expected in updated(site)


def test_whoever_gets_a_post_that_is_due_hears_of_it() -> None:
    site = told_site(a_post())

    site.change("P1", owner_id=BOB)
    told = site.tick(DUE + A_MINUTE)

    assert [(each.recipient_id, each.kind) for each in told] == [(BOB, "due")]
    assert "late" not in str(told[0].message.blocks)


def test_whoever_gets_an_overdue_post_hears_of_it_once() -> None:
    site = told_site(a_post())
    site.tick(at(TUESDAY, "18:00"))

    site.change("P1", owner_id=BOB)
    told = site.tick(at(TUESDAY, "18:30"), at(TUESDAY, "18:31"), at(TUESDAY, "18:45"))

    assert [(each.recipient_id, each.kind) for each in told] == [(BOB, "overdue")]


def test_a_snooze_that_ends_at_the_due_moment_makes_one_message() -> None:
    site = Site()
    site.add(a_post(snoozed_until=DUE, snoozes=1))
    site.tick(at(TUESDAY, "08:00"), NINE)

    told = site.tick(DUE, DUE + A_MINUTE)

    assert [each.key.rpartition(":")[2] for each in told] == ["snoozed-0-1"]


def test_what_reads_the_same_is_not_sent() -> None:
    site = told_site(a_post())

    site.change("P1", theme="spring")
    site.tick(DUE + A_MINUTE)

    assert site.slack.updates == []


def test_a_change_while_a_message_is_on_its_way_is_not_lost() -> None:
    site = Site()
    site.add(a_post())
    site.tick(NINE, at(TUESDAY, "15:00"))

    def publish(recipient_id: str, key: str) -> None:
        site.change("P1", state="published", published_at=DUE, link=LINK)

    site.slack.fault = publish  # type: ignore[assignment]
    site.tick(DUE)

    assert "P1 · Title 1 has been live since 16:00" in updated(site)


def test_a_change_while_an_update_is_on_its_way_is_not_lost() -> None:
    site = told_site(a_post())
    site.change("P1", owner_id=BOB)
    update = site.slack.update

    def change_meanwhile(sent: object, message: object) -> None:
        site.slack.update = update  # type: ignore[method-assign]
        update(sent, message)  # type: ignore[arg-type]
        site.change("P1", state="cancelled")

    site.slack.update = change_meanwhile  # type: ignore[method-assign]
    site.tick(DUE + A_MINUTE, DUE + 2 * A_MINUTE)

    assert "P1 · Title 1 is cancelled; there is nothing left to do." in updated(site)


def test_messages_older_than_a_month_stay_as_they_are() -> None:
    site = told_site(a_post())

    site.change("P1", state="published", published_at=DUE)
    site.tick(DUE + timedelta(days=31))

    assert site.slack.updates == []


def test_todays_agenda_takes_up_a_post_that_came_later() -> None:
    site = told_site(a_post())

    site.add(a_post(2, due=at(TUESDAY, "18:00")))
    site.change("P2", theme="late")
    site.tick(DUE + A_MINUTE)

    assert "P2 · Title 2" in updated(site)[0]


def test_an_agenda_lets_a_post_go_that_was_handed_over() -> None:
    site = told_site(a_post())

    site.change("P1", owner_id=BOB, history=(Change(at=DUE, by=INES, what="assigned"),))
    site.tick(DUE + A_MINUTE)

    assert "all done" in updated(site)[0]
    assert "now with <@UBOB>" in str(site.slack.updates[0][1].blocks)


def test_a_round_that_is_done_says_so_in_its_invitation() -> None:
    site = Site()
    site.set_round(CHLOE)
    site.tick(at(TUESDAY, "08:00"), DUE)

    with site.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id=CHLOE, day=TUESDAY, answered=3, submitted_at=DUE))
        mark_changed(tx, "S1", TUESDAY.isoformat())
    site.tick(DUE + A_MINUTE)

    assert updated(site) == ["Ronde du mardi 24 novembre faite à 16\u00a0h"]
    invitation, done = site.slack.posted[-1].message, site.slack.updates[0][1]
    assert [each.blocks[-1]["elements"][0]["value"] for each in (invitation, done)] == ["S1:2026-11-24"] * 2


def test_the_agenda_tells_that_the_round_is_done() -> None:
    site = Site()
    site.set_round(AMY)
    site.add(a_post())
    site.tick(at(TUESDAY, "08:00"), NINE)

    with site.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id=AMY, day=TUESDAY, answered=3, submitted_at=NINE))
        mark_changed(tx, "S1", TUESDAY.isoformat())
    site.tick(NINE + A_MINUTE)

    assert "Today's round is done." in str(site.slack.updates[0][1].blocks)


def test_no_invitation_to_a_round_that_is_done() -> None:
    site = Site()
    site.set_round(CHLOE)
    with site.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id=CHLOE, day=TUESDAY, answered=3, submitted_at=NINE))

    assert site.tick(at(TUESDAY, "08:00"), DUE) == []


def test_somebody_away_is_not_invited() -> None:
    site = Site()
    site.set_round(CHLOE)
    site.set_member(CHLOE, absences=(Absence(first=TUESDAY, last=TUESDAY),))

    assert site.tick(at(TUESDAY, "08:00"), DUE) == []


def test_numbers_are_asked_for_after_a_week_and_the_question_goes_when_they_are_in() -> None:
    site = Site()
    published = at(TUESDAY - timedelta(days=7), "12:00")
    site.add(a_post(state="published", published_at=published, link=LINK))

    morning = at(TUESDAY + timedelta(days=1), "09:00")
    told = site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "12:00"), morning)
    with site.store.transaction() as tx:
        tx.measurements.put(Measurement(id="P1:1", post_id="P1", at=DUE, counts=Counts(reach=10)))
        mark_changed(tx, "S1", "P1")
    site.tick(morning + A_MINUTE)

    assert [(each.recipient_id, each.kind) for each in told] == [(AMY, "agenda"), (AMY, "measure")]
    assert updated(site) == ["Good morning! Wednesday 25 November · all done"]


def test_a_measured_post_is_not_asked_about() -> None:
    site = Site()
    site.add(a_post(state="published", published_at=at(TUESDAY - timedelta(days=7), "12:00")))
    with site.store.transaction() as tx:
        tx.measurements.put(Measurement(id="P1:1", post_id="P1", at=NINE, counts=Counts(reach=10)))

    assert site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "12:00")) == []


def test_the_manager_hears_of_posts_without_an_owner_until_they_have_one() -> None:
    site = Site(strategy=replace(a_strategy(), platforms=()))
    site.add(a_post(due=at(TUESDAY + timedelta(days=3), "10:00"), owner_id=None))

    told = site.tick(at(TUESDAY, "08:00"), NINE)
    site.change("P1", owner_id=BOB)
    site.tick(NINE + A_MINUTE)

    assert [(each.recipient_id, each.kind) for each in told] == [(INES, "agenda"), (INES, "unowned")]
    assert "no owner yet" in str(told[0].message.blocks)
    assert updated(site) == ["Good morning! Tuesday 24 November · all done"]


def test_an_update_that_slack_does_not_take_holds_up_no_other_and_is_tried_less_and_less_often() -> None:
    site = Site()
    site.add(a_post(1), a_post(2, owner_id=BOB))
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "16:00"))
    told = {each.recipient_id: f"{n}.0" for n, each in enumerate(site.slack.posted, 1)}
    tries = []

    def update(sent: Sent, message: Outgoing) -> None:
        tries.append(sent.ts)
        if sent.ts == told[AMY]:
            raise TryLater("internal_error")

    site.slack.update = update  # type: ignore[method-assign]
    for each in ("P1", "P2"):
        site.change(each, state="published", published_at=at(TUESDAY, "16:00"))
    site.tick_through(at(TUESDAY, "16:01"), at(TUESDAY, "18:00"), timedelta(seconds=15))

    assert told[BOB] in tries
    assert 8 <= tries.count(told[AMY]) <= 20  # 15 to 45 seconds apart, then up to a quarter of an hour


def test_a_post_whose_ping_stands_for_an_earlier_one_can_be_changed() -> None:
    site = Site()
    site.add(a_post())
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "16:00"))  # nobody looked an hour before: one message tells both

    site.change("P1", state="published", published_at=at(TUESDAY, "16:00"))
    site.tick(at(TUESDAY, "16:01"))

    [ping] = [f"{n}.0" for n, told in enumerate(site.slack.posted, 1) if told.kind == "due"]
    assert ping in [ts for ts, _ in site.slack.updates]


def test_the_days_agenda_is_done_only_once_the_round_is_done_too(stage):
    """Bob's only post is out at two; his round is still open, and the headline does not say otherwise."""
    bob = stage.slack.hand("UBOB")
    bob.command('/post add "Tea" on linkedin by me 2026-11-24 14:00', channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 24, 14, 5, tzinfo=UTC))

    bob.command("/post done P1 https://www.linkedin.com/posts/1", channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 24, 14, 10, tzinfo=UTC))
    before = agenda_of(bob)
    bob.command("/checkin received 2 answered 2", channel="CSOCIAL")
    stage.move_to(datetime(2026, 11, 24, 14, 15, tzinfo=UTC))

    assert before.startswith("Good morning! Tuesday 24 November · only today's round is left")
    assert agenda_of(bob).startswith("Good morning! Tuesday 24 November · all done")


def agenda_of(hand) -> str:
    [found] = [each.text for each in hand.direct_messages() if each.text.startswith("Good morning!")]
    return found
