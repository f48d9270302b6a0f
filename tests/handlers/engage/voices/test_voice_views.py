"""The card, the forms and the list of voices at their longest texts, in both languages, within Slack's limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.engage.voices import MARKS, MOST_LINES, Address, Voice, VoiceKind, VoiceLine
from bot.domain.limits import NAME_LIMIT, VOICE_ADDRESS_LIMIT, VOICE_ADDRESSES, VOICE_NOTES_LIMIT, VOICE_TEXT_LIMIT
from bot.domain.platforms import Platform
from bot.services.engage.voices import PAGE, Order, VoiceFacts, VoiceFilter, VoicePage
from handlers.views.engage import voice_lists as lists
from handlers.views.engage import voices as views
from tests.handlers.longest import TODAY, a_post, assert_message, assert_modal, questions, worst

YEAR_AGO = TODAY - timedelta(days=365)


def a_voice(texts: str, number: int = 10**5, **more) -> Voice:
    line, marks = worst(VOICE_TEXT_LIMIT, texts), sorted(MARKS)
    history = [
        VoiceLine(on=YEAR_AGO, by="U0000000000", what=marks[n % len(marks)], words=line) for n in range(MOST_LINES)
    ]
    address = Address(platform=Platform.GOOGLE_BUSINESS, where=worst(VOICE_ADDRESS_LIMIT, texts))
    whole = Voice(
        id=f"V{number}",
        strategy_id="S1",
        name=worst(NAME_LIMIT, texts),
        kind=VoiceKind.INFLUENCER,
        addresses=(address,) * VOICE_ADDRESSES,
        language=line,
        cares_for=line,
        notes=worst(VOICE_NOTES_LIMIT, texts),
        owner_id="U0000000000",
        created_by="U0000000000",
        step=line,
        step_day=YEAR_AGO,
        history=tuple(history),
    )
    return replace(whole, **more)


def facts_of(voice: Voice, texts: str) -> VoiceFacts:
    posts = tuple(a_post(texts, n) for n in range(40))
    return VoiceFacts(voice=voice, posts=posts, questions=questions(texts), can_change=True, undo="f" * 16)


def test_the_card_and_what_is_kept_at_their_longest(t, texts):
    facts = facts_of(a_voice(texts), texts)

    assert_message(
        views.card_text(t, facts, today=TODAY, notice="*Kept:*"),
        views.voice_card(t, facts, today=TODAY, notice="*Kept:*"),
    )
    assert_modal(views.card_modal(t, facts, today=TODAY, channel_id="C1", notice="*Kept:*"))
    assert_modal(views.voice_export(t, facts))
    assert_message(*views.forget_question(t, facts.voice))
    named = [f"P{10**6 + n}" for n in range(400)]
    assert_message(*views.forgotten(t, name=facts.voice.name, named_in=named))


def test_nothing_of_what_is_kept_is_cut_from_what_is_handed_over(t):
    whole = a_voice("x", addresses=(Address(where="tea@house.example"),))

    said = str(views.voice_export(t, facts_of(whole, "x"))["blocks"])

    told = [each for each in whole.history if each.what in ("done", "moved", "happened")]
    assert len(told) >= MOST_LINES // 2
    assert said.count("x" * VOICE_TEXT_LIMIT) >= len(told)
    assert "tea@house.example" in said
    assert "…" not in said


def test_the_forms_at_their_longest(t, texts):
    voice, meta = a_voice(texts), {"channel": "C1", "voice": "V1", "seen": 7}

    assert_modal(views.voice_form(t, voice, is_new=True, rest=worst(3000, texts), meta=meta, kind=VoiceKind.PRESS))
    assert_modal(views.voice_form(t, voice, is_new=False, meta=meta, kind=None))
    assert_modal(views.step_form(t, voice, day=TODAY, meta=meta))
    assert_modal(views.giving_form(t, voice, meta=meta))
    assert_modal(views.happening_form(t, voice, day=TODAY, meta=meta))


@pytest.mark.parametrize("wanted", [VoiceFilter(), VoiceFilter(kind=VoiceKind.CUSTOMER, owner_id="U0000000000")])
def test_the_list_at_its_longest_and_empty(t, texts, wanted):
    rows = tuple(a_voice(texts, n) for n in range(PAGE))
    page = VoicePage(wanted=wanted, voices=rows, number=2, total=2000)
    none = replace(page, voices=(), total=0, number=1)

    for each in (page, none):
        assert_message(lists.list_text(t, each), lists.voice_list(t, each, today=TODAY, reader_id="U0000000000"))
        assert_modal(lists.list_modal(t, each, today=TODAY, reader_id="U0000000000", channel_id="C1"))


def test_what_a_menu_carries_is_read_again():
    wanted = VoiceFilter(kind=VoiceKind.PRESS, platform=Platform.X, owner_id="UAMY", order=Order.NAME)

    assert lists.decoded(lists.encoded(wanted, 3)) == (wanted, 3)
    assert lists.decoded(lists.encoded(VoiceFilter())) == (VoiceFilter(), 1)
