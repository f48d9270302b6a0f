"""`/plan check` on the local Slack: each finding with the button that mends it."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.plan_parts import SpecialDay, Theme
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from tests.builders import put_post
from tests.handlers.posting import SOCIAL, last, posts, shown

ZONE = "America/Montreal"


def keep_plan(stage, **parts) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, plan=replace(known.plan, **parts)))


def test_it_names_the_month_the_posts_and_what_is_missing(stage, bob):
    put_post(stage, owner_id=None)

    answer = bob.command("/plan check december", channel=SOCIAL)

    assert "December 2026: 1 post, " in last(answer).text
    assert "No owner" in shown(last(answer))
    assert "No content" in shown(last(answer))


def test_the_same_in_french(stage, amy):
    put_post(stage, owner_id=None)

    answer = amy.command("/plan vérifier décembre", channel=SOCIAL)

    assert "décembre 2026" in last(answer).text
    assert "Sans responsable" in shown(last(answer))


@pytest.mark.parametrize(
    ("who", "typed", "title", "said"),
    [
        ("UBOB", "check october", "October 2026: 0 posts, the month is over", "can't be fixed any more"),
        ("UAMY", "vérifier octobre", "octobre 2026 : 0 publication, mois terminé", "ne se rattrape plus"),
    ],
)
def test_a_month_that_is_over_is_not_called_complete(stage, who, typed, title, said):
    answer = stage.slack.hand(who).command(f"/plan {typed}", channel=SOCIAL)

    assert title in last(answer).text.replace("\u00a0", " ")
    assert said in shown(last(answer))
    assert "Nothing is missing" not in shown(last(answer))
    assert "Rien ne manque" not in shown(last(answer))


def test_what_is_overdue_or_has_no_text_is_found_as_long_as_it_is_open(stage, bob):
    put_post(stage, 1, day=date(2026, 11, 20), text="Words", title="Late")
    put_post(stage, 2, day=date(2026, 10, 30), title="Later", owner_id=None)

    now = last(bob.command("/plan check", channel=SOCIAL))
    moved = bob.press(now, "post.move:P1")
    october = last(bob.command("/plan check october", channel=SOCIAL))
    december = last(bob.command("/plan check december", channel=SOCIAL))

    assert [now.text.count(each) for each in ("Late · P1", "Late · P2", "No text yet · P2")] == [1, 1, 1]
    assert "No owner · P2" in now.text
    assert moved.modal is not None
    assert "Late · P2" in october.text
    assert "not looked for" not in october.text
    assert "Late" not in december.text


@pytest.mark.parametrize("state", [PostState.PUBLISHED, PostState.CANCELLED, PostState.IDEA])
def test_what_is_not_waited_for_is_not_overdue(stage, bob, state):
    put_post(stage, 1, day=date(2026, 11, 20), title="Late", state=state)

    assert "Late" not in last(bob.command("/plan check", channel=SOCIAL)).text


def test_a_month_that_is_not_understood_is_said_and_the_present_one_is_shown(stage, bob):
    answer = bob.command("/plan check whenever", channel=SOCIAL)

    assert "whenever" in shown(last(answer))
    assert "November 2026" in last(answer).text


@pytest.mark.parametrize(
    ("who", "typed", "said"),
    [
        ("UBOB", "check next week", "so here is all of December 2026"),
        ("UAMY", "vérifier la semaine prochaine", "voici décembre 2026 en entier"),
    ],
)
def test_a_week_gets_its_month_and_that_is_said(stage, who, typed, said):
    answer = stage.slack.hand(who).command(f"/plan {typed}", channel=SOCIAL)

    assert said in shown(last(answer))


def test_a_day_without_content_is_mended_by_its_button(stage, bob):
    radar = last(bob.command("/plan check december", channel=SOCIAL))
    gap = next(each for each in radar.blocks if "No content" in json.dumps(each))

    bob.press(radar, f"plan.gap:{gap['accessory']['value']}")
    bob.submit({"title": "Tea time", "platform": "instagram"})

    [made] = posts(stage)
    assert made.due.day == date(2026, 12, 1)
    again = last(bob.press(radar, "plan.check.again"))
    assert "1 post, " in again.text
    assert again.ts == radar.ts


def test_a_theme_without_posts_is_mended_by_a_post_that_carries_it(stage, bob):
    keep_plan(stage, themes=(Theme(id="T1", name="Winter", first=date(2026, 12, 7), last=date(2026, 12, 24)),))
    radar = last(bob.command("/plan check december", channel=SOCIAL))
    gap = next(each for each in radar.blocks if "Theme without posts" in json.dumps(each))

    bob.press(radar, f"plan.gap:{gap['accessory']['value']}")
    bob.submit({"title": "Snow", "platform": "instagram"})

    [made] = posts(stage)
    assert (made.theme, made.due.day) == ("Winter", date(2026, 12, 7))
    assert "Theme without posts" not in shown(last(bob.press(radar, "plan.check.again")))


def test_a_contest_gets_its_winner_post_a_week_later(stage, bob):
    put_post(stage, kind=PostKind.CONTEST, title="Spring contest", text="Rules in bio, until Friday")
    radar = last(bob.command("/plan check december", channel=SOCIAL))
    gap = next(each for each in radar.blocks if "without winner" in json.dumps(each))

    bob.press(radar, f"plan.gap:{gap['accessory']['value']}")
    bob.submit({})

    made = posts(stage)[-1]
    assert (made.title, made.due.day) == ("Winner: Spring contest", date(2026, 12, 17))
    assert "without winner" not in shown(last(bob.press(radar, "plan.check.again")))


ADD_CONTEST = '/post add "Spring contest" on instagram by me due 2026-12-10 10:00 kind contest'
AJOUTER_CONCOURS = '/post ajouter "Concours" sur instagram par moi le 2026-12-10 à 10 h genre concours'


@pytest.mark.parametrize(
    ("who", "typed", "check", "lacks"),
    [
        ("UBOB", ADD_CONTEST, "/plan check december", "Contest without"),
        ("UAMY", AJOUTER_CONCOURS, "/plan vérifier décembre", "Concours sans"),
    ],
)
def test_a_contest_with_its_checklist_lacks_its_winner_post_alone_and_the_finding_makes_it(
    stage, who, typed, check, lacks
):
    hand = stage.slack.hand(who)
    hand.command(typed, channel=SOCIAL)
    radar = last(hand.command(check, channel=SOCIAL))
    [gap] = [each for each in radar.blocks if lacks in json.dumps(each)]

    hand.press(radar, f"plan.gap:{gap['accessory']['value']}")

    contest, winner = sorted(posts(stage), key=lambda each: each.number)
    assert (winner.due.day, winner.parent_id) == (date(2026, 12, 21), contest.id)
    assert [each.post_id for each in contest.checklist if each.key == "winner"] == [winner.id]
    assert lacks not in shown(last(hand.press(radar, "plan.check.again")))


def spaced(blocks) -> str:
    return re.sub(r"\s", " ", json.dumps(blocks, ensure_ascii=False))


@pytest.mark.parametrize(
    ("who", "platform", "text", "said"),
    [
        ("UBOB", Platform.INSTAGRAM, "é" * 2201, "2,201 of 2,200 characters"),
        ("UAMY", Platform.INSTAGRAM, "é" * 2201, "2 201 caractères sur 2 200"),
        ("UBOB", Platform.BLUESKY, "👩🏽\u200d🚀" * 201, "3,015 of 3,000 bytes"),
        ("UAMY", Platform.BLUESKY, "👩🏽\u200d🚀" * 201, "3 015 octets sur 3 000"),
    ],
)
def test_a_text_that_is_too_long_is_mended_from_its_finding(stage, who, platform, text, said):
    put_post(stage, platform=platform, text=text)
    hand = stage.slack.hand(who)
    radar = last(hand.command("/plan check december", channel=SOCIAL))
    [gap] = [each for each in radar.blocks if said in spaced(each)]

    hand.press(radar, f"post.edit:{gap['accessory']['value']}")
    hand.submit({"text": "Come by"})

    assert said not in spaced(last(hand.press(radar, "plan.check.again")).blocks)


@pytest.mark.parametrize(
    ("who", "said"), [("UBOB", "title, 101 of 100 characters"), ("UAMY", "titre, 101 caractères sur 100")]
)
@pytest.mark.parametrize("platform", [Platform.YOUTUBE, Platform.PINTEREST])
def test_a_title_that_its_platform_does_not_take_whole_is_found_and_mended_as_a_text_is(stage, who, said, platform):
    put_post(stage, platform=platform, title="é" * 101)
    hand = stage.slack.hand(who)
    radar = last(hand.command("/plan check december", channel=SOCIAL))
    [gap] = [each for each in radar.blocks if said in spaced(each)]

    hand.press(radar, f"post.edit:{gap['accessory']['value']}")
    hand.submit({"title": "é" * 100})

    assert said not in spaced(last(hand.press(radar, "plan.check.again")).blocks)


def test_the_plans_own_text_limit_counts_before_the_platforms(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        own = tuple(replace(each, text_limit=10) for each in known.platforms)
        tx.strategies.put(replace(known, platforms=own))
    put_post(stage, text="Eleven char")

    assert "11 of 10 characters" in shown(last(bob.command("/plan check december", channel=SOCIAL)))


def test_in_french_the_winner_post_that_the_button_begins_is_known_as_one(stage, amy):
    put_post(stage, kind=PostKind.CONTEST, title="Concours de neige", text="Règlement en bio, jusqu’à dimanche")
    radar = last(amy.command("/plan vérifier décembre", channel=SOCIAL))
    gap = next(each for each in radar.blocks if "sans annonce du résultat" in json.dumps(each, ensure_ascii=False))

    amy.press(radar, f"plan.gap:{gap['accessory']['value']}")
    amy.submit({})

    assert posts(stage)[-1].title == "Résultat\u00a0: Concours de neige"
    assert "sans annonce" not in shown(last(amy.press(radar, "plan.check.again")))


def test_a_mix_that_is_off_is_mended_by_a_post_of_another_kind_on_a_quiet_day(stage, bob):
    for number in range(1, 7):
        put_post(stage, number, day=date(2026, 12, number), kind=PostKind.PROMOTION if number < 5 else PostKind.NEWS)
    radar = last(bob.command("/plan check december", channel=SOCIAL))
    gap = next(each for each in radar.blocks if "Mix of kinds" in json.dumps(each))

    for title in ("What would you burn?", "Behind the door"):
        bob.press(radar, f"plan.gap:{gap['accessory']['value']}")
        bob.submit({"title": title, "platform": "instagram"})

    made = posts(stage)[-1]
    assert (made.kind, made.due.day) == (PostKind.QUESTION, date(2026, 12, 7))
    assert "Mix of kinds" not in shown(last(bob.press(radar, "plan.check.again")))


def test_a_post_without_an_owner_is_handed_over_from_the_finding(stage, bob):
    put_post(stage, owner_id=None)
    radar = last(bob.command("/plan check december", channel=SOCIAL))

    bob.press(radar, "post.assign")
    bob.submit({"owner": "UDAN"})

    assert posts(stage)[0].owner_id == "UDAN"
    assert "No owner" not in shown(last(bob.press(radar, "plan.check.again")))


def test_a_post_on_a_public_holiday_is_pointed_out_with_its_name(stage, bob):
    put_post(stage, day=date(2026, 12, 25))

    answer = bob.command("/plan check december", channel=SOCIAL)

    assert "Christmas Day" in shown(last(answer))
    assert "post.move" in shown(last(answer))


@pytest.mark.parametrize("is_free", [True, False], ids=["a company day", "an awareness day"])
def test_a_company_day_is_free_and_an_awareness_day_is_a_working_day_like_others(stage, bob, is_free):
    keep_plan(stage, days=(SpecialDay(name="Tea day", day=date(2026, 12, 10), is_free=is_free),))
    before = shown(last(bob.command("/plan check december", channel=SOCIAL)))
    put_post(stage)

    answer = shown(last(bob.command("/plan check december", channel=SOCIAL)))

    assert ("Tea day" in answer) is is_free
    assert "Tea day" not in before


def test_somebodys_load_opens_their_posts_to_be_handed_over(stage, bob):
    for number in range(1, 8):
        put_post(stage, number, owner_id="UBOB")
    put_post(stage, 8, owner_id="UDAN")
    radar = last(bob.command("/plan check december", channel=SOCIAL))

    opened = bob.press(radar, "plan.load")

    assert shown(opened.modal).count("post.assign") == 7


def test_the_months_beside_it_are_a_press_away(stage, bob):
    radar = last(bob.command("/plan check december", channel=SOCIAL))

    assert "January 2027" in last(bob.press(radar, "plan.check.after")).text
