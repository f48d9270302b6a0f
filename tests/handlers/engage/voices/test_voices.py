"""Voices on the local Slack: kept in words and by the form, their next step, the list, undo; in both languages."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.engage.voices import Address, Voice, VoiceKind
from bot.domain.platforms import Platform
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, last, shown

MARIE = 'voice "Marie Café" influencer on instagram @mariecafe cares for coffee next "thank her" thu'


def voices(stage) -> list[Voice]:
    with stage.bot.house.store.transaction() as tx:
        return tx.voices.all()


def a_voice(stage, name="Marie Café", by="UBOB", **more) -> Voice:
    with stage.bot.house.store.transaction() as tx:
        given = {"kind": VoiceKind.INFLUENCER, "owner_id": by, "created_by": by, **more}
        return tx.voices.put(Voice(id=f"V{tx.next_number('voice')}", strategy_id="S1", name=name, **given))


def test_one_line_keeps_a_voice_with_all_that_was_said(stage, bob):
    answer = bob.command(f"/checkin {MARIE}", channel=SOCIAL)

    (voice,) = voices(stage)
    assert (voice.id, voice.name, voice.kind) == ("V1", "Marie Café", VoiceKind.INFLUENCER)
    assert voice.addresses == (Address(platform=Platform.INSTAGRAM, where="@mariecafe"),)
    assert (voice.cares_for, voice.step, voice.step_day) == ("coffee", "thank her", date(2026, 11, 26))
    assert (voice.owner_id, voice.created_by) == ("UBOB", "UBOB")
    assert "thank her · Thu 26 Nov" in answer.text
    assert "Instagram @mariecafe" in shown(last(answer))


def test_a_french_line_in_another_order_keeps_her_too(stage, amy):
    amy.command(
        "/checkin voix presse prochaine étape lui écrire jeudi sur linkedin «Le Devoir» <@UBOB>", channel=SOCIAL
    )

    (voice,) = voices(stage)
    assert (voice.name, voice.kind, voice.step) == ("Le Devoir", VoiceKind.PRESS, "lui écrire")
    assert (voice.step_day, voice.owner_id) == (date(2026, 11, 26), "UBOB")
    assert voice.platforms == (Platform.LINKEDIN,)


def test_what_is_partly_understood_opens_the_form_with_the_rest_filled_in(stage, bob):
    answer = bob.command('/checkin voice "Marie Café" on instagram wibble', channel=SOCIAL)

    assert voices(stage) == []
    assert "couldn't make sense of “wibble”" in shown(answer.modal)
    bob.submit({"kind": "influencer"})
    (voice,) = voices(stage)
    assert (voice.name, voice.kind, voice.platforms) == ("Marie Café", VoiceKind.INFLUENCER, (Platform.INSTAGRAM,))


def test_the_form_says_whom_not_to_write_down_and_keeps_every_field(stage, bob):
    form = bob.command("/checkin voice", channel=SOCIAL).modal
    assert "Only what the work needs" in shown(form)

    bob.submit(
        {
            "name": "Tea House",
            "kind": "partner",
            "addresses": "Instagram @teahouse\nhttps://www.linkedin.com/in/tea\ntea@house.example",
            "step": "send samples",
            "day": "2026-11-27",
            "language": "French",
            "notes": "Likes to be called",
        }
    )

    (voice,) = voices(stage)
    assert voice.addresses == (
        Address(platform=Platform.INSTAGRAM, where="@teahouse"),
        Address(platform=Platform.LINKEDIN, where="https://www.linkedin.com/in/tea"),
        Address(platform=None, where="tea@house.example"),
    )
    assert (voice.step, voice.step_day, voice.language, voice.notes) == (
        "send samples",
        date(2026, 11, 27),
        "French",
        "Likes to be called",
    )


def test_no_form_asks_for_followers_or_a_score(stage, bob):
    form = bob.command("/checkin voice", channel=SOCIAL).modal

    assert {block["block_id"] for block in form.blocks if block["type"] == "input"} == {
        *("name", "kind", "addresses", "step", "day", "owner", "cares_for", "language", "notes")
    }


def test_a_second_card_for_the_same_name_is_refused_at_the_field(stage, bob):
    a_voice(stage)
    bob.command("/checkin voice", channel=SOCIAL)

    refused = bob.submit({"name": "marie café", "kind": "press"})

    assert "V1 has that name already" in refused.errors["name"]
    assert len(voices(stage)) == 1


def test_a_known_name_alone_shows_the_card(stage, bob):
    a_voice(stage, cares_for="coffee")

    answer = bob.command("/checkin voice marie", channel=SOCIAL)

    assert "coffee" in shown(last(answer))


def test_a_step_is_done_and_goes_to_the_record(stage, bob):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 23))

    answer = bob.command("/checkin V1 done", channel=SOCIAL)

    (voice,) = voices(stage)
    assert (voice.step, voice.step_day) == ("", None)
    assert (voice.history[-1].what, voice.history[-1].words, voice.history[-1].on) == (
        "done",
        "thank her",
        date(2026, 11, 23),
    )
    assert "done: thank her" in shown(last(answer))


@pytest.mark.parametrize(
    ("typed", "step", "day"),
    [
        ("V1 friday", "thank her", date(2026, 11, 27)),
        ('voice V1 next "send samples" 1 dec', "send samples", date(2026, 12, 1)),
        ('V1 ensuite "envoyer" jeudi', "envoyer", date(2026, 11, 26)),
        ("V1 reporter vendredi", "thank her", date(2026, 11, 27)),
    ],
)
def test_the_next_step_is_moved_or_replaced_in_words(stage, bob, typed, step, day):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 23))

    bob.command(f"/checkin {typed}", channel=SOCIAL)

    (voice,) = voices(stage)
    assert (voice.step, voice.step_day) == (step, day)


def test_the_buttons_of_the_card_plan_note_and_hand_over(stage, bob):
    a_voice(stage)
    card = last(bob.command("/checkin V1", channel=SOCIAL))

    bob.press(card, "Next step…")
    bob.submit({"step": "invite her", "day": "2026-11-30"})
    card = last(bob.command("/checkin V1", channel=SOCIAL))
    bob.press(card, "Note what happened…")
    bob.submit({"words": "shared our story", "day": "2026-11-22"})
    card = last(bob.command("/checkin V1", channel=SOCIAL))
    bob.press(card, "Hand over…")
    bob.submit({"owner": "UAMY"})

    (voice,) = voices(stage)
    assert (voice.step, voice.step_day, voice.owner_id) == ("invite her", date(2026, 11, 30), "UAMY")
    assert [each.what for each in voice.history] == ["moved", "happened", "given"]


def test_a_day_to_come_cannot_have_happened(stage, bob):
    a_voice(stage)
    bob.press(last(bob.command("/checkin V1", channel=SOCIAL)), "Note what happened…")

    refused = bob.submit({"words": "shared our story", "day": "2026-11-24"})

    assert "has not begun yet" in refused.errors["day"]


def test_everything_done_to_a_voice_is_undone_by_the_one_undo(stage, bob):
    bob.command(f"/checkin {MARIE}", channel=SOCIAL)
    bob.command("/checkin V1 done", channel=SOCIAL)

    first = bob.command("/post undo", channel=SOCIAL)
    assert "the step of V1 that was done" in first.text
    assert voices(stage)[0].step == "thank her"
    second = bob.command("/post undo", channel=SOCIAL)

    assert "the new voice V1" in second.text
    assert voices(stage) == []


def test_the_undo_button_of_the_card_takes_back_what_was_just_done(stage, bob):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 23))
    card = last(bob.command("/checkin V1 done", channel=SOCIAL))

    bob.press(card, "Undo")

    assert voices(stage)[0].step == "thank her"


def test_what_a_colleague_changed_since_stays(stage, bob, amy):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 23))
    bob.command("/checkin V1 done", channel=SOCIAL)
    amy.command("/checkin V1 noter a partagé", channel=SOCIAL)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "V1 was changed since" in answer.text
    assert voices(stage)[0].step == ""


def test_a_form_that_somebody_was_faster_than_changes_nothing(stage, bob, amy):
    a_voice(stage)
    bob.press(last(bob.command("/checkin V1", channel=SOCIAL)), "Edit…")
    amy.command("/checkin V1 noter a partagé", channel=SOCIAL)

    refused = bob.submit({"name": "Mary"})

    assert "Somebody changed V1 meanwhile" in shown(refused.modal)
    assert voices(stage)[0].name == "Marie Café"


def test_the_list_begins_with_who_waits_longest_and_is_narrowed(stage, bob):
    a_voice(stage, name="Late", step="write", step_day=date(2026, 11, 20))
    a_voice(stage, name="Later", step="write", step_day=date(2026, 12, 20), kind=VoiceKind.PRESS)
    a_voice(stage, name="Latest", step="write", step_day=date(2026, 11, 19), by="UAMY")

    every = bob.command("/checkin voices", channel=SOCIAL)
    press = bob.command("/checkin voices press", channel=SOCIAL)
    mine = bob.command("/checkin voices mine", channel=SOCIAL)

    assert every.text.index("V3 Latest") < every.text.index("V1 Late") < every.text.index("V2 Later")
    assert "V2 Later" in press.text
    assert "V1" not in press.text
    assert "V3" not in mine.text
    assert "waits since Thu 19 Nov" in shown(last(every))


def test_a_long_list_has_pages(stage, bob):
    for n in range(12):
        a_voice(stage, name=f"Voice {n}")
    first = last(bob.command("/checkin voices", channel=SOCIAL))
    assert "1–10 of 12" in shown(first)

    second = last(bob.press(first, "Next"))

    assert "11–12 of 12" in shown(second)


def test_a_voice_named_in_a_post_is_shown_on_both_cards(stage, bob):
    a_voice(stage, addresses=(Address(platform=Platform.INSTAGRAM, where="@mariecafe"),))
    add_post_on(stage, title="A coffee with @mariecafe")
    add_post_on(stage, title="Mariecafeteria")

    card = shown(last(bob.command("/checkin V1", channel=SOCIAL)))
    assert "P1 A coffee with @mariecafe" in card
    assert "P2" not in card

    assert "V1 Marie Café" in shown(last(bob.command("/post show P1", channel=SOCIAL)))


def test_a_step_long_ago_is_refused(stage, bob):
    a_voice(stage)
    bob.press(last(bob.command("/checkin V1", channel=SOCIAL)), "Next step…")

    refused = bob.submit({"step": "call", "day": "2026-11-20"})

    assert "today or later" in refused.errors["day"]


def test_days_are_the_readers(stage, bob):
    stage.slack.clock.set(datetime(2026, 11, 24, 1, tzinfo=UTC))  # still Monday in Toronto, Tuesday in London
    bob.command('/checkin voice "Tea House" partner next "call" today', channel=SOCIAL)

    assert voices(stage)[0].step_day == date(2026, 11, 24)
