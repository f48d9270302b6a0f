"""`/post export` for other programs, and their files dropped into the direct message, on the local Slack."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
from icalendar import Calendar

from bot.domain.moments import Due
from bot.domain.plan_parts import ExportLayout
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from bot.sandbox.team import Upload
from bot.services.exchange.layouts import Export, ExportFile, LeftOut
from handlers.views.exchange.exports import bulk_comment, bulk_said, ics_comment, ics_said
from tests.handlers.posting import SOCIAL, shown

ZONE = "America/Montreal"


def planned(stage, *days, **more) -> None:
    with stage.bot.house.store.transaction() as tx:
        for day in days:
            number = tx.next_number("post")
            given = {"platform": Platform.INSTAGRAM, "text": f"Hello {number}", "owner_id": "UBOB", **more}
            due = Due.local(date(2026, 12, day), time(10), ZONE)
            tx.posts.put(Post(id=f"P{number}", strategy_id=stage.strategy.id, title="Advent", due=due, **given))


def posts(stage) -> list[Post]:
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.of_strategy(stage.strategy.id)


def files_sent(bob, count=1, ending=""):
    """Once there are *count* of them; a month's picture comes among them when it is drawn, so *ending* says which."""

    def sent():
        files = [file for message in bob.direct_messages() for file in message.files]
        found = [file for file in files if file.name.endswith(ending)]
        return found if len(found) >= count else None

    return bob.wait_for(sent)


def answer_to(hand, file: Upload):
    """What the bot writes once the file was taken."""
    before = len(hand.direct_messages())
    hand.say("", files=[file])
    return hand.wait_for(lambda: hand.direct_messages()[before + 1 :])[-1]


def test_an_export_for_buffer_comes_as_a_file_per_platform_and_says_what_it_leaves_out(stage, bob):
    planned(stage, 1, 2)
    planned(stage, 3, platform=Platform.LINKEDIN)
    planned(stage, 4, text="")

    answer = bob.command("/post export buffer", channel=SOCIAL)
    files = files_sent(bob, 2)

    assert [each.name for each in files] == ["buffer-instagram.csv", "buffer-linkedin.csv"]
    assert "3 posts" in answer.text
    said = [each for each in answer.messages if each.channel == SOCIAL]  # the file may be there already
    assert "P4 Advent · Instagram: no text yet" in shown(said[-1])
    assert "Montréal" in bob.direct_messages()[-1].text


def test_a_month_and_a_platform_narrow_an_export(stage, bob):
    planned(stage, 1, 2)
    planned(stage, 3, platform=Platform.LINKEDIN)

    bob.command("/post export hootsuite linkedin december", channel=SOCIAL)
    none = bob.command("/post export hootsuite linkedin january", channel=SOCIAL)

    assert [each.name for each in files_sent(bob)] == ["hootsuite-linkedin.csv"]
    assert "No post qualifies" in none.text


def test_an_export_of_days_has_the_first_and_the_last_of_them_and_none_beside(stage, bob):
    planned(stage, 1, 2, 5, 8, 9)

    bob.command("/post export ics 2026-12-02 to 2026-12-08", channel=SOCIAL)
    [file] = files_sent(bob)

    events = Calendar.from_ical(file.content).walk("VEVENT")
    assert [each.start.day for each in events] == [2, 5, 8]


def test_a_program_that_nobody_knows_is_said_and_nothing_is_sent(stage, bob):
    before = len(bob.direct_messages())

    answer = bob.command("/post export excelsior december", channel=SOCIAL)

    assert "I don't know “excelsior”, so nothing was sent" in answer.text
    assert len(bob.direct_messages()) == before


def test_a_calendar_file_comes_with_a_word_that_it_is_a_snapshot(stage, bob):
    planned(stage, 1, 2)
    planned(stage, 3, state=PostState.CANCELLED)

    answer = bob.command("/post export ics", channel=SOCIAL)
    [file] = files_sent(bob)

    events = list(Calendar.from_ical(file.content).walk("VEVENT"))
    assert [str(each["STATUS"]) for each in events] == ["TENTATIVE", "TENTATIVE", "CANCELLED"]
    assert "snapshot" in shown([each for each in answer.messages if each.channel == SOCIAL][-1])
    assert "snapshot" in bob.direct_messages()[-1].text


def test_the_calendars_button_and_its_word_give_the_same_file(stage, bob):
    planned(stage, 1)
    message = bob.command("/parution calendar december", channel=SOCIAL).messages[-1]

    bob.press(message, "calendar.ics")
    bob.command("/parution calendar ics", channel=SOCIAL)

    by_button, by_word = files_sent(bob, 2, ".ics")
    assert by_button.content == by_word.content


def test_a_calendar_file_that_is_dropped_is_previewed_and_comes_in_once(stage, bob):
    content = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20261101T000000Z\r\n"
        "SUMMARY:LinkedIn: Open day\r\nDTSTART;TZID=Europe/London:20261205T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    preview = answer_to(bob, Upload(name="agenda.ics", content=content.encode()))

    bob.press(preview, "import.confirm")
    again = answer_to(bob, Upload(name="agenda.ics", content=content.encode()))

    assert "1 new post" in preview.text
    assert [(each.title, each.platform) for each in posts(stage)] == [("Open day", Platform.LINKEDIN)]
    assert "1 already here" in again.text


def test_who_may_not_import_sees_the_preview_and_who_to_ask(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), round_ids=()))
        tx.members.put(replace(tx.members.get("UINES"), is_admin=False))
    ines = stage.slack.hand("UINES")
    preview = answer_to(ines, Upload(name="x.csv", content=b"title,platform\nA,x\n"))

    refused = ines.press(preview, "import.confirm")

    assert posts(stage) == []
    assert "<@UAMY>" in refused.text


def test_a_bulk_file_that_is_dropped_takes_its_platform_from_its_name(stage, bob):
    content = b"12/01/2026 10:05,Hello there,\n"
    preview = answer_to(bob, Upload(name="hootsuite-x.csv", content=content))

    bob.press(preview, "import.confirm")
    lost = answer_to(bob, Upload(name="posts.csv", content=content))

    assert "mm/dd/yyyy" in shown(preview)
    assert [(each.platform, each.due.wall) for each in posts(stage)] == [(Platform.X, "2026-12-01T10:05")]
    assert "buffer-instagram.csv" in lost.text


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
@pytest.mark.parametrize("layout", list(ExportLayout))
def test_an_export_that_leaves_out_a_thousand_posts_fits_into_a_message(locale, layout):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    evil = "<!channel> & *x* " * 9
    strategy = Strategy(id="S1", name=evil, channel_id="C", zone=ZONE, manager_id="U")
    reasons = ("undated", "past", "no-text", "not-approved", "too-near", "repeated")
    left_out = tuple(
        LeftOut(
            post=Post(id=f"P{n}", strategy_id="S1", title=evil, platform=Platform.GOOGLE_BUSINESS),
            reason=reasons[n % len(reasons)],
            what="P1000",
        )
        for n in range(1000)
    )
    files = tuple(ExportFile(name="x", content=b"", rows=100) for _ in range(12))
    export = Export(layout=layout, files=files, left_out=left_out, dates="mm/dd/yyyy")

    text, blocks = bulk_said(t, export, zone=strategy.zone)

    assert check_message({"channel": "C", "text": text, "blocks": blocks}) is None
    assert "<!channel>" not in json.dumps(blocks)
    assert len(bulk_comment(t, export, zone=ZONE)) < 4000
    said, shown_blocks = ics_said(t, 0)
    assert check_message({"channel": "C", "text": said, "blocks": shown_blocks}) is None
    assert "<!channel>" not in ics_comment(t, 3, name=evil)
