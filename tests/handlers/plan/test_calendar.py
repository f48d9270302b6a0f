"""`/plan calendar` on the local Slack: the list, its months, the picture in the direct message and in the channel."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.domain.moments import Due
from bot.domain.plan_parts import SpecialDay
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, MONDAY, settings_of
from tests.handlers.posting import SOCIAL, shown

ZONE = "America/Montreal"
CALENDAR = "/plan calendar"


def planned(stage, *days, month=11, title="Spring contest", **more) -> None:
    with stage.bot.house.store.transaction() as tx:
        for day in days:
            given = {"platform": Platform.INSTAGRAM, "state": PostState.DRAFT, "owner_id": "UBOB", **more}
            due = Due.local(date(2026, month, day), time(10), ZONE)
            number = tx.next_number("post")
            tx.posts.put(Post(id=f"P{number}", strategy_id=stage.strategy.id, title=title, due=due, **given))


def picture_in(hand, messages):
    return hand.wait_for(lambda: [file for message in messages() for file in message.files])[0]


def test_the_month_is_listed_with_its_posts_gaps_and_holidays(stage, bob):
    planned(stage, 24, 25)

    answer = bob.command(f"{CALENDAR} november", channel=SOCIAL)

    assert "November 2026" in answer.text
    assert "2 posts" in answer.text
    blocks = shown(answer.messages[-1])
    for part in ("Spring contest", "P1", "Instagram", "draft", "10:00", "<@UBOB>", "_no content_", "Montréal"):
        assert part in blocks, part
    assert answer.messages[-1].ephemeral_to == "UBOB"


def test_the_months_before_and_after_are_named_as_in_the_radar(stage, amy):
    calendar = amy.command(f"{CALENDAR} novembre", channel=SOCIAL).messages[-1]
    radar = amy.command("/plan vérifier novembre", channel=SOCIAL).messages[-1]

    for said in (shown(calendar), shown(radar)):
        assert "← octobre 2026" in said
        assert "décembre 2026 →" in said


def test_holidays_company_days_and_awareness_days_are_told_apart_by_words(stage, bob, amy):
    days = (
        SpecialDay(name="Inventory", day=date(2026, 12, 28), is_free=True),
        SpecialDay(name="Tea day", day=date(2026, 12, 15)),
    )
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, country="CA", plan=replace(known.plan, days=days)))

    english = shown(bob.command(f"{CALENDAR} december", channel=SOCIAL).messages[-1])
    french = shown(amy.command("/plan calendrier décembre", channel=SOCIAL).messages[-1])

    for said in ("Christmas Day (public holiday)", "Inventory (company day)", "Tea day (a reason to post)"):
        assert said in english, said
    assert "Jour de Noël (jour férié)" in french
    assert "Tea day (une raison de publier)" in french


def test_the_picture_comes_in_the_direct_message_with_the_list_and_an_alternative_text(stage, bob):
    planned(stage, 24, 25)

    answer = bob.command(f"{CALENDAR} november", channel=SOCIAL)
    file = picture_in(bob, bob.direct_messages)

    assert "on its way" in shown(answer.messages[-1])
    assert file.name == "S1-2026-11.png"
    assert file.content.startswith(b"\x89PNG")
    assert "Days without content: 23, 26, 27" in file.alt_text
    assert "Spring contest" in bob.direct_messages()[-1].text


def test_months_are_turned_in_place_without_more_pictures(stage, bob):
    planned(stage, 2, month=12, title="Advent calendar")
    message = bob.command(CALENDAR, channel=SOCIAL).messages[-1]
    picture_in(bob, bob.direct_messages)

    turned = bob.press(message, "calendar.turn.after").messages[-1]

    assert turned.ts == message.ts
    assert "December 2026" in turned.text
    assert "Advent calendar" in shown(turned)
    assert len(bob.direct_messages()) == 1


def test_a_month_that_is_not_understood_shows_the_present_one_and_says_so(stage, bob):
    answer = bob.command(f"{CALENDAR} tuesdayish", channel=SOCIAL)

    assert "November 2026" in answer.text
    assert "tuesdayish" in shown(answer.messages[-1])


def test_the_manager_posts_the_month_in_the_channel_in_its_own_language(stage, amy):
    planned(stage, 24)
    message = amy.command("/plan calendrier décembre", channel=SOCIAL).messages[-1]

    amy.press(message, "calendar.post")
    file = picture_in(amy, lambda: [each for each in amy.messages(SOCIAL) if not each.ephemeral_to])

    assert "Décembre 2026" in message.text
    assert file.title == "December 2026 · Maison Lune"


def test_who_does_not_look_after_the_plan_is_not_offered_to_post_it(stage, bob):
    message = bob.command(CALENDAR, channel=SOCIAL).messages[-1]

    assert "calendar.post" not in shown(message)


def test_a_guest_sees_the_list_of_the_channel_without_a_picture(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UINES"), is_guest=True))
    guest = stage.slack.hand("UINES")

    answer = guest.command(CALENDAR, channel=SOCIAL)

    assert "November 2026" in answer.text or "Novembre 2026" in answer.text
    assert not guest.direct_messages()


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        (".ics", {"Spring contest", "Snow"}),
        ("ics", {"Spring contest", "Snow"}),
        ("ics december", {"Snow"}),
        ("décembre .ics", {"Snow"}),
        ("fichier ics pour novembre", {"Spring contest"}),
    ],
)
def test_the_calendar_file_comes_whole_or_of_the_month_that_is_named(stage, bob, typed, titles):
    planned(stage, 24)
    planned(stage, 24, month=12, title="Snow")

    bob.command(f"{CALENDAR} {typed}", channel=SOCIAL)
    file = picture_in(bob, bob.direct_messages)

    assert file.name.endswith(".ics")
    assert {each for each in ("Spring contest", "Snow") if each.encode() in file.content} == titles


@pytest.mark.parametrize(
    ("who", "typed", "said"),
    [
        ("UBOB", "calendar ics", "Guests have no direct message"),
        ("UINES", "calendrier ics", "aucun fichier ne peut"),
    ],
)
def test_a_guest_is_told_why_no_calendar_file_comes(stage, who, typed, said):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get(who), is_guest=True))

    answer = stage.slack.hand(who).command(f"/plan {typed}", channel=SOCIAL)

    assert said in answer.text


def test_without_the_scope_there_is_the_list_and_a_word_about_the_picture(tmp_path):
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(MANIFEST.read_text().replace("      - files:write\n", ""))
    with LocalSlack(manifest=manifest, clock=SandboxClock(stopped_at=MONDAY)) as slack:
        bot = build(settings_of(slack), clock=slack.clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        found_team(bot.house, MONDAY, with_posts=False)

        answer = slack.hand("UBOB").command(CALENDAR, channel=SOCIAL)

        assert "files:write" in shown(answer.messages[-1])
        bot.stop()


def test_two_hundred_posts_in_a_month_fit_into_one_message(stage, bob):
    planned(stage, *([24] * 40), *range(1, 31), *range(1, 31), *range(1, 31), *range(1, 31), title="Long title " * 12)

    message = bob.command(CALENDAR, channel=SOCIAL).messages[-1]

    assert sum(len(json.dumps(block)) for block in message.blocks) < 20_000
    assert "more posts" in shown(message)
