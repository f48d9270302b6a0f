"""The posts of a catch-up: counted by when they came due, in their order, with whose they are."""

import json
import re
from datetime import timedelta

from bot.domain.members import Absence
from tests.handlers.reminding import AMY, BOB, TUESDAY, Site, a_post, at

WEDNESDAY = TUESDAY + timedelta(days=1)


def told_after_a_silence(site: Site, reader: str = AMY):
    """From six on Tuesday to noon on Wednesday nobody was told anything."""
    site.tick(at(TUESDAY, "06:00"), at(WEDNESDAY, "12:00"))
    return next(each for each in site.slack.told(reader) if each.kind == "catch-up")


def lines(told) -> list[str]:
    texts = [block["text"]["text"] for block in told.message.blocks if block["type"] == "section"]
    return [text for text in texts if text.startswith("*P")]


def test_what_was_late_before_the_silence_is_not_counted_as_due_in_it():
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY - timedelta(days=1), "10:00"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "11:00"), owner_id=AMY),
        a_post(3, due=at(WEDNESDAY, "18:00"), owner_id=AMY),
    )

    told = told_after_a_silence(site)

    assert "1 post came due, 1 post was already late" in told.message.text
    assert "1 post is still to come" in told.message.text


def test_what_was_missed_first_is_counted_once():
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY, "06:30"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "11:00"), owner_id=AMY),
    )

    told = told_after_a_silence(site)

    assert "2 posts came due" in told.message.text
    assert "already late" not in told.message.text


def test_posts_stand_in_the_order_of_their_moments():
    site = Site()
    site.add(
        a_post(1, due=at(WEDNESDAY, "10:00"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "15:00"), owner_id=AMY),
        a_post(3, due=at(TUESDAY, "11:00"), owner_id=AMY),
    )

    told = told_after_a_silence(site)

    assert [line[1:3] for line in lines(told)] == ["P3", "P2", "P1"]
    assert told.message.text.index("P3") < told.message.text.index("P2") < told.message.text.index("P1")


def test_a_post_of_somebody_else_says_whose_it_is_and_an_own_one_does_not():
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY, "11:00"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "11:30"), owner_id=AMY),
        a_post(3, due=at(TUESDAY, "12:00"), owner_id=BOB, backup_id=AMY),
    )
    site.set_member(BOB, absences=(Absence(first=TUESDAY, last=WEDNESDAY),))

    told = told_after_a_silence(site)

    own, _, theirs = lines(told)
    assert f"<@{BOB}>" in theirs
    assert "<@" not in own
    assert json.dumps(told.message.blocks).count("post.more") == 3


def silence_in(told) -> str:
    return re.findall(r"\((.*?)\)", told.message.text)[0]


def test_everybody_is_told_of_the_same_silence():
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY, "11:00"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "13:00"), owner_id=AMY),
        a_post(3, due=at(WEDNESDAY, "10:30"), owner_id=BOB),
        a_post(4, due=at(WEDNESDAY, "10:45"), owner_id=BOB),
    )
    site.tick(at(TUESDAY, "09:30"), at(WEDNESDAY, "12:00"))

    said = {each.recipient_id: silence_in(each) for each in site.slack.told(kind="catch-up")}

    assert said == {AMY: "Tue 24 Nov 10:00 – Wed 25 Nov 12:00", BOB: "Tue 24 Nov 10:00 – Wed 25 Nov 12:00"}


def test_a_reader_who_slept_longer_is_told_of_the_same_silence():
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY, "11:00"), owner_id=AMY),
        a_post(2, due=at(TUESDAY, "13:00"), owner_id=AMY),
        a_post(3, due=at(TUESDAY, "14:30"), owner_id=BOB),
        a_post(4, due=at(TUESDAY, "14:45"), owner_id=BOB),
    )
    site.tick(at(TUESDAY, "09:30"))
    site.directory.quiet = {BOB: at(TUESDAY, "19:00")}

    site.tick(at(TUESDAY, "18:00"), at(TUESDAY, "19:00"))

    said = {each.recipient_id: silence_in(each) for each in site.slack.told(kind="catch-up")}
    assert said == {AMY: "Tue 24 Nov 10:00 – Tue 24 Nov 18:00", BOB: "Tue 24 Nov 10:00 – Tue 24 Nov 18:00"}


def test_what_one_reader_missed_before_is_no_part_of_the_others_silence():
    """Bob's do-not-disturb goes on over the next silence, into which his first catch-up is joined."""
    site = Site()
    site.add(
        a_post(1, due=at(TUESDAY, "11:00"), owner_id=BOB),
        a_post(2, due=at(TUESDAY, "13:00"), owner_id=BOB),
        a_post(3, due=at(WEDNESDAY, "11:00"), owner_id=AMY),
        a_post(4, due=at(WEDNESDAY, "13:00"), owner_id=AMY),
    )
    site.directory.quiet = {BOB: at(WEDNESDAY, "07:00")}
    site.tick(at(TUESDAY, "09:30"), at(TUESDAY, "18:00"), at(TUESDAY, "18:01"))

    site.directory.quiet = {}
    site.tick(at(WEDNESDAY, "18:00"))

    [told] = site.slack.told(AMY, "catch-up")
    assert silence_in(told).startswith("Wed 25 Nov")


def test_what_goes_live_after_it_was_told_stays_in_the_catch_up_and_what_did_before_is_not_in_it():
    site = Site()
    site.add(*(a_post(n, due=at(TUESDAY, f"1{n}:00"), owner_id=AMY) for n in (1, 2, 3)))
    site.tick(at(TUESDAY, "06:00"))
    site.change("P3", state="published", published_at=at(TUESDAY, "13:00"))
    site.tick(at(WEDNESDAY, "12:00"))
    [told] = site.slack.told(AMY, "catch-up")

    site.change("P2", state="published", published_at=at(WEDNESDAY, "12:01"))
    site.tick(at(WEDNESDAY, "12:05"))

    assert [line[1:3] for line in lines(told)] == ["P1", "P2"]
    [now] = [message for ts, message in site.slack.updates if ts == told.ts]
    assert [f"{each} · Title" in json.dumps(now.blocks, ensure_ascii=False) for each in ("P1", "P2")] == [True, True]
