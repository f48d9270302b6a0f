"""One beat of the clock: due posts and agendas, each told once."""

from datetime import timedelta

from bot.domain.members import Absence
from tests.handlers.reminding import AMY, BOB, CHLOE, DAN, TORONTO, TUESDAY, Site, a_post, at, kinds

EARLY = at(TUESDAY, "06:00")


def site_with(*posts: object) -> Site:
    site = Site()
    site.add(*posts)  # type: ignore[arg-type]
    site.tick(EARLY, at(TUESDAY, "09:00"))
    return site


def test_a_due_post_is_announced_once_however_often_the_clock_ticks() -> None:
    site = site_with(a_post())

    for _ in range(3):
        site.tick(at(TUESDAY, "16:00"))

    assert [each.key for each in site.slack.told(AMY, "due")] == ["due:S1:P1:UAMY:2026-11-24:now-0"]


def test_a_post_is_announced_an_hour_before_and_at_its_moment() -> None:
    site = site_with(a_post())

    told = site.tick(at(TUESDAY, "14:59"), at(TUESDAY, "15:00"), at(TUESDAY, "15:59"), at(TUESDAY, "16:00"))

    assert [each.key.rpartition(":")[2] for each in told] == ["soon-0", "now-0"]


def test_the_message_of_a_due_post_carries_its_text_and_the_five_buttons() -> None:
    site = site_with(a_post())

    told = site.tick(at(TUESDAY, "15:00"))[-1]

    assert "P1 · Title 1 is due on Instagram at 16:00, in 1 hour" in told.message.text
    assert "Copy me" in str(told.message.blocks)
    buttons = [each["action_id"] for each in told.message.blocks[-1]["elements"]]
    assert buttons == ["post.done", "post.snooze", "post.move", "post.assign", "post.show"]


def test_a_post_entered_half_an_hour_before_says_how_long_is_left() -> None:
    site = site_with()
    site.add(a_post(created_at=at(TUESDAY, "15:30"), created_by=BOB))

    assert "at 16:00, in 30 min" in site.tick(at(TUESDAY, "15:30"))[0].message.text


def test_a_reader_in_another_zone_reads_both_times() -> None:
    site = site_with(a_post(owner_id=DAN))

    told = next(each for each in site.tick(at(TUESDAY, "15:00"), at(TUESDAY, "16:00")) if each.kind == "due")

    assert "10\u00a0h (16\u00a0h à Paris)" in told.message.text


def test_the_agenda_comes_at_the_members_hour_and_lists_the_day() -> None:
    site = Site()
    site.add(a_post(1), a_post(2, due=at(TUESDAY, "18:00"), owner_id=BOB))

    told = site.tick(at(TUESDAY, "08:59"), at(TUESDAY, "09:00"), at(TUESDAY, "09:01"))

    assert kinds(told) == [(AMY, "agenda"), (BOB, "agenda")]
    assert "Tuesday 24 November" in told[0].message.text
    assert "1 post today" in told[0].message.text
    assert "P2" not in told[0].message.text


def test_an_agenda_with_nothing_is_not_sent_and_not_made_up_later_in_the_day() -> None:
    site = site_with()
    site.add(a_post())

    assert site.tick(at(TUESDAY, "11:00")) == []


def test_the_agenda_of_somebody_in_toronto_comes_at_nine_in_toronto() -> None:
    site = site_with(a_post(owner_id=DAN, due=at(TUESDAY, "16:00", TORONTO)))

    told = site.tick_through(at(TUESDAY, "09:00"), at(TUESDAY, "15:00"))

    assert kinds(told) == [(DAN, "agenda")]
    assert "Bonjour" in told[0].message.text


def test_an_overdue_post_is_said_to_be_so_after_two_hours() -> None:
    site = site_with(a_post())

    told = site.tick(at(TUESDAY, "16:00"), at(TUESDAY, "17:59"), at(TUESDAY, "18:00"), at(TUESDAY, "18:01"))

    assert kinds(told) == [(AMY, "due"), (AMY, "overdue")]
    assert "is late" in told[1].message.text


def test_a_due_post_of_somebody_away_goes_to_the_backup_who_reads_why() -> None:
    site = Site()
    site.set_member(AMY, absences=(Absence(first=TUESDAY, last=TUESDAY + timedelta(days=3)),))
    site.add(a_post(backup_id=CHLOE))

    site.tick(EARLY, at(TUESDAY, "09:00"))
    told = site.tick(at(TUESDAY, "16:00"))

    assert kinds(told) == [(CHLOE, "due")]
    assert "<@UAMY>" in str(told[-1].message.blocks)


def test_a_published_post_is_told_to_nobody() -> None:
    site = site_with(a_post())
    site.change("P1", state="published", published_at=at(TUESDAY, "12:00"))

    assert site.tick(at(TUESDAY, "16:00")) == []
