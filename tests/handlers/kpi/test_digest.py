"""The digest as members meet it: on Monday at nine, on demand, mended where numbers come late."""

from datetime import date, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.reminder_kinds import ReminderKind
from bot.sandbox.limits import placement
from tests.handlers.measuring import NINE, a_week, begun_at, deliveries, live, planned
from tests.handlers.posting import SOCIAL, last, shown


def channel_digest(stage, hand):
    found = [each for each in hand.messages(SOCIAL) if not each.ephemeral_to and "data_visualization" in shown(each)]
    return found[-1]


# --- the digest


def test_the_channel_gets_the_digest_once_on_monday_at_nine(stage, amy):
    a_week(stage)

    stage.move_to(NINE)
    stage.move_to(NINE + timedelta(minutes=5))

    found = [each for each in amy.messages(SOCIAL) if "data_visualization" in shown(each)]
    assert len(found) == 1
    assert "Week 47" in found[0].text
    assert "The winner" in found[0].text


def test_a_team_that_begins_on_monday_at_eight_hears_at_nine_nothing_of_a_week_before_its_time(stage, amy):
    begun_at(stage, NINE - timedelta(hours=1))

    stage.move_to(NINE + timedelta(minutes=5))

    assert [each for each in amy.messages(SOCIAL) if each.bot_id] == []


def test_what_a_new_team_brings_along_of_the_week_before_is_told(stage, amy):
    a_week(stage)
    begun_at(stage, NINE - timedelta(hours=1))

    stage.move_to(NINE + timedelta(minutes=5))

    assert any("Week 47" in each.text for each in amy.messages(SOCIAL))


def test_where_slack_refuses_the_chart_a_picture_with_its_words_goes_along(stage, amy, monkeypatch):
    a_week(stage)
    monkeypatch.delitem(placement.BLOCKS, "data_visualization")

    stage.move_to(NINE)

    posted = [each for each in amy.messages(SOCIAL) if "Week 47" in each.text]
    assert posted
    assert "data_visualization" not in shown(posted[0])
    pictures = [file for each in amy.messages(SOCIAL) for file in each.files]
    assert [file.name for file in pictures] == ["2026-W47.png"]


def test_a_digest_on_demand_is_for_the_asker_in_their_language(stage, amy, bob):
    a_week(stage)

    english, french = bob.command("/kpi digest", channel=SOCIAL), amy.command("/kpi bilan", channel=SOCIAL)

    assert last(english).ephemeral_to == "UBOB"
    assert "Week 47" in english.text
    assert "Semaine 47" in french.text
    assert "digest.post" in shown(last(french))
    assert "digest.post" not in shown(last(english))


def test_the_digest_of_a_named_week_is_shown(stage, bob):
    a_week(stage)

    assert "Week 46" in bob.command("/kpi digest 2026-W46", channel=SOCIAL).text


def test_the_manager_posts_it_in_the_channel_and_monday_does_not_repeat_it(stage, amy):
    a_week(stage)
    answer = amy.command("/kpi digest", channel=SOCIAL)

    amy.press(last(answer), "digest.post")
    stage.move_to(NINE - timedelta(minutes=30))
    stage.move_to(NINE + timedelta(minutes=5))

    found = [each for each in amy.messages(SOCIAL) if not each.ephemeral_to and "data_visualization" in shown(each)]
    assert len(found) == 1
    assert "déjà" in amy.press(last(answer), "digest.post").text


def test_numbers_that_come_late_change_the_digest_and_are_flagged(stage, bob):
    a_week(stage)
    live(stage, 9)
    stage.move_to(NINE)
    assert "P9 (<@UBOB>)" in channel_digest(stage, bob).text
    stage.move_to(NINE + timedelta(minutes=2))

    bob.command("/kpi log P9 reach 1000 likes 50", channel=SOCIAL)
    stage.move_to(NINE + timedelta(minutes=5))

    digest = channel_digest(stage, bob)
    assert "P9 (" not in digest.text
    assert "Numbers added after this was sent are in" in shown(digest)


def test_asking_again_asks_the_owner_once_a_day(stage, amy, bob):
    a_week(stage)
    live(stage, 9)
    stage.move_to(NINE)

    first = amy.press(channel_digest(stage, amy), "digest.ask")
    second = amy.press(channel_digest(stage, amy), "digest.ask")
    stage.move_to(NINE + timedelta(days=1, minutes=5))

    assert [each.recipient_id for each in deliveries(stage, ReminderKind.MEASURE)] == ["UBOB"]
    assert "<@UBOB>" in first.text
    assert "déjà" in second.text
    assert ["P9" in shown(each) for each in bob.direct_messages()].count(True) == 1


def test_the_gaps_are_listed_with_the_button_that_mends_them(stage, bob):
    a_week(stage)
    planned(stage, 10)
    stage.move_to(NINE)

    answer = bob.press(channel_digest(stage, bob), "digest.gaps")
    opened = bob.press(last(answer), "post.assign:P10")

    assert "P10" in answer.text
    assert opened.modal is not None


def test_a_decision_that_is_put_off_says_by_whom(stage, amy):
    a_week(stage)
    stage.move_to(NINE)

    amy.press(channel_digest(stage, amy), "digest.later")
    stage.move_to(NINE + timedelta(minutes=5))

    digest = channel_digest(stage, amy)
    assert "digest.sequel" not in shown(digest)
    assert "<@UAMY>" in shown(digest)


def test_a_sequel_opens_the_form_of_a_new_post_of_the_same_sort(stage, bob):
    a_week(stage)
    stage.move_to(NINE)

    opened = bob.press(channel_digest(stage, bob), "digest.sequel")
    answer = bob.submit({"title": "The winner, from another side", "day": "2026-11-27", "clock": "10:00"})

    assert "Sequel to The winner" in shown(opened.modal)
    assert answer.errors == {}
    with stage.bot.house.store.transaction() as tx:
        titles = {each.title for each in tx.posts.all()}
    assert "The winner, from another side" in titles


def test_the_details_hold_every_post_with_its_numbers(stage, bob):
    a_week(stage)
    stage.move_to(NINE)

    answer = bob.press(channel_digest(stage, bob), "digest.details")

    assert "P7 · The winner" in shown(last(answer))
    assert "÷" in shown(last(answer))


def test_the_thread_tells_what_was_noticed_in_the_rounds_and_keeps_it_harmless(stage, bob):
    a_week(stage)
    with stage.bot.house.store.transaction() as tx:
        kept = {"strategy_id": stage.strategy.id, "member_id": "UBOB"}
        tx.check_ins.put(CheckIn(**kept, day=date(2026, 11, 18), voices="A journalist from <!channel> *Le Devoir*"))
        tx.check_ins.put(CheckIn(**kept, day=date(2026, 11, 17), learned="They want refills"))
        tx.check_ins.put(CheckIn(**kept, day=date(2026, 11, 24), learned="Of another week"))

    told = shown(last(bob.press(last(bob.command("/kpi digest", channel=SOCIAL)), "digest.details")))

    assert "Tue 17 Nov · learned: They want refills" in told
    assert "A journalist from &lt;!channel&gt;" in told
    assert "Of another week" not in told


def test_the_thread_of_a_digest_holds_every_post(stage, bob):
    a_week(stage)
    stage.move_to(NINE)
    digest = channel_digest(stage, bob)

    stage.move_to(NINE + timedelta(minutes=1))

    (told,) = [each for each in bob.messages(SOCIAL) if each.thread_ts == digest.ts and each.ts != digest.ts]
    assert "P7 · The winner" in shown(told)


def test_an_empty_week_is_told_in_one_line(stage, bob):
    answer = bob.command("/kpi digest", channel=SOCIAL)

    assert answer.text == "Week 47 · 16–22 November · Maison Lune: nothing was published or planned."
