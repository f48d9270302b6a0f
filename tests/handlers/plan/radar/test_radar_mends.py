"""Findings of the radar whose button has to mend what nothing else in the way lets be mended."""

import json
from datetime import UTC, date, datetime

import pytest

from bot.domain.plan_parts import Limits, Policy, PolicyKind, Severity, Theme
from bot.domain.posts import Attachment, PostState
from tests.builders import put_post
from tests.handlers.plan.test_radar import keep_plan, spaced
from tests.handlers.posting import SOCIAL, last, posts, shown

MUTE = (Attachment(file_id="F1", name="cup.png"), Attachment(url="https://a.example/tea.jpg"), Attachment(name="a.pdf"))
ALT = Policy(id="L1", kind=PolicyKind.REQUIRE_IMAGE_TEXT, severity=Severity.ERROR)
AVOID = Policy(id="L2", kind=PolicyKind.AVOID_WORDS, value="cheap", severity=Severity.ERROR)


def the_gap(radar, said):
    [found] = [each for each in radar.blocks if "accessory" in each and said in spaced(each)]
    return found


def checked(hand):
    return last(hand.command("/plan check december", channel=SOCIAL))


@pytest.mark.parametrize("text", ["Tea", "Cheap tea"])
def test_attached_images_get_their_alternative_text_in_the_form_of_the_finding(stage, bob, text):
    keep_plan(stage, policies=(ALT, AVOID))
    put_post(stage, attachments=MUTE, text=text, image="https://a.example/c.png")
    radar = checked(bob)
    radar.blocks[:] = [the_gap(radar, "alternative text")]

    bob.press(radar, "post.edit")
    held = bob.submit({"text": "Good tea", "alt.F1": "A cup", "image_text": "A cat"})
    bob.submit({"alt.https://a.example/tea.jpg": "Leaves"})

    assert "A cup" in shown(held.modal)
    assert [(each.alt, each.name or each.url) for each in posts(stage)[0].attachments] == [
        ("A cup", "cup.png"),
        ("Leaves", "https://a.example/tea.jpg"),
        ("", "a.pdf"),
    ]
    assert "*Error:*" not in shown(checked(bob))


def test_a_post_that_goes_out_in_two_days_without_a_text_gets_one_from_the_finding(stage, bob):
    put_post(stage, day=date(2026, 11, 25))
    radar = last(bob.command("/plan check november", channel=SOCIAL))

    gap = the_gap(radar, "No text yet")
    radar.blocks[:] = [gap]
    bob.press(radar, "post.edit")
    bob.submit({"text": "Tea for two"})

    assert gap["accessory"]["text"]["text"] == "Write the text…"
    assert posts(stage)[0].text == "Tea for two"
    assert "No text yet" not in shown(last(bob.command("/plan check november", channel=SOCIAL)))


def test_the_post_of_a_theme_is_proposed_to_whoever_answers_for_the_theme(stage, bob):
    winter = Theme(id="T1", name="Winter", first=date(2026, 12, 7), last=date(2026, 12, 24), owner_id="UDAN")
    keep_plan(stage, themes=(winter,))
    radar = checked(bob)

    bob.press(radar, f"plan.gap:{the_gap(radar, 'Theme without posts')['accessory']['value']}")
    bob.submit({"title": "Snow", "platform": "instagram"})

    assert (posts(stage)[0].theme, posts(stage)[0].owner_id) == ("Winter", "UDAN")


def test_a_day_with_too_many_that_are_all_live_is_not_found(stage, bob):
    keep_plan(stage, limits=Limits(posts_a_day=1))
    for number in (1, 2):
        live = datetime(2026, 12, 10, 15, tzinfo=UTC)
        put_post(stage, number, state=PostState.PUBLISHED, published_at=live)

    assert "Too many on a day" not in shown(checked(bob))


@pytest.mark.parametrize("limits", ['{"spend_a_month": 500}', '{"campaigns": "Winter = 500"}'])
def test_a_paid_post_without_an_amount_gets_it_from_the_finding(stage, amy, bob, limits):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:limits|")
    amy.submit({name: str(value) for name, value in json.loads(limits).items()})
    put_post(stage, 1, title="Free")
    put_post(stage, 2, is_paid=True, campaign="Winter")
    radar = checked(bob)

    bob.press(radar, f"post.details:{the_gap(radar, '1 paid post has no amount')['accessory']['value']}")
    bob.submit({"spend": "50"})

    assert posts(stage)[1].spend == 50
    assert "no amount" not in shown(checked(bob))
