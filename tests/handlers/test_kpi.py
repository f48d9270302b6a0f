"""`/kpi` and the digest as members meet them: typed, pressed and filled in on a local Slack."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.measures import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.people import ReminderKind
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.sandbox.limits import placement

SOCIAL = "CSOCIAL"
ZONE = "America/Montreal"
NINE = datetime(2026, 11, 23, 14, tzinfo=UTC)
"""Monday nine o'clock in Montréal, when the digest of week 47 is owed."""


def keep(stage, post: Post, **counts) -> Post:
    with stage.bot.house.store.transaction() as tx:
        while tx.next_number("post") < post.number:
            pass
        kept = tx.posts.put(post)
        if counts:
            at = (post.published_at or NINE) + timedelta(hours=1)
            measurement = Measurement(id=f"{post.id}:{at.isoformat()}", post_id=post.id, at=at, counts=Counts(**counts))
            tx.measurements.put(measurement)
    return kept


def live(stage, number=1, *, day=17, owner="UBOB", title="Spring contest", counts=None, **more) -> Post:
    """A post that went live at seven (Montréal) on a day of November 2026."""
    at = datetime(2026, 11, day, 12, tzinfo=UTC)
    given = {
        "strategy_id": stage.strategy.id,
        "title": title,
        "platform": Platform.INSTAGRAM,
        "kind": PostKind.NEWS,
        "state": PostState.PUBLISHED,
        "owner_id": owner,
        "due": Due.of(at, ZONE),
        "published_at": at,
        **more,
    }
    return keep(stage, Post(id=f"P{number}", **given), **(counts or {}))


def planned(stage, number, *, day=26, owner=None) -> Post:
    return live(stage, number, day=day, owner=owner, title="Planned", state=PostState.DRAFT, published_at=None)


def a_week(stage) -> None:
    """Six posts last week, one of them outstanding, and one planned for the week that begins."""
    for number in range(1, 7):
        live(stage, number, counts={"reach": 1000, "reactions": 20 + number})
    live(stage, 7, title="The winner", counts={"reach": 1000, "reactions": 90})
    planned(stage, 8, owner="UBOB")


def begun_at(stage, moment: datetime) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), created_at=moment))


def counts_of(stage, post_id="P1") -> Counts | None:
    with stage.bot.house.store.transaction() as tx:
        found = tx.measurements.latest_of([post_id]).get(post_id)
    return found.counts if found else None


def deliveries(stage, kind):
    with stage.bot.house.store.transaction() as tx:
        return [each for each in tx.deliveries.all() if each.kind is kind]


def shown(what) -> str:
    return json.dumps(what.blocks, ensure_ascii=False)


def last(answer):
    return answer.messages[-1]


def channel_digest(stage, hand):
    found = [each for each in hand.messages(SOCIAL) if not each.ephemeral_to and "data_visualization" in shown(each)]
    return found[-1]


# --- logging


def test_counts_are_logged_by_text_and_the_answer_says_what_was_kept(stage, bob):
    live(stage)

    answer = bob.command("/kpi log P1 reach 1200 likes 30", channel=SOCIAL)

    assert (counts_of(stage).reach, counts_of(stage).reactions) == (1200, 30)
    assert "reach 1,200" in answer.text
    assert "2.5%" in shown(last(answer))


def test_a_second_log_adds_to_the_first_and_tells_what_it_was(stage, bob):
    live(stage, counts={"reach": 1000, "reactions": 20})

    answer = bob.command("/kpi log P1 likes 30", channel=SOCIAL)

    assert (counts_of(stage).reach, counts_of(stage).reactions) == (1000, 30)
    assert "reactions 30 (was 20)" in answer.text


def test_the_same_numbers_twice_are_kept_once(stage, bob):
    live(stage)
    bob.command("/kpi log P1 reach 1200", channel=SOCIAL)

    answer = bob.command("/kpi log P1 reach 1200", channel=SOCIAL)

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.measurements.of_post("P1")) == 1
    assert "1,200" in answer.text


def test_a_log_is_taken_back_within_ten_minutes(stage, bob):
    live(stage, counts={"reach": 1000})
    answer = bob.command("/kpi log P1 reach 1", channel=SOCIAL)

    undone = bob.press(last(answer), "kpi.undo")

    assert counts_of(stage).reach == 1000
    assert "reach 1,000" in undone.text


def test_a_log_is_not_taken_back_after_ten_minutes(stage, bob):
    live(stage)
    answer = bob.command("/kpi log P1 reach 1", channel=SOCIAL)
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=11))

    undone = bob.press(last(answer), "kpi.undo")

    assert counts_of(stage).reach == 1
    assert "ten minutes" in undone.text


def test_a_post_that_is_not_live_has_no_numbers(stage, bob):
    planned(stage, 1)

    assert "not published yet" in bob.command("/kpi log P1 reach 5", channel=SOCIAL).text
    assert counts_of(stage) is None


def test_a_post_that_does_not_exist_is_refused_in_words(stage, bob):
    assert "P99" in bob.command("/kpi log P99 reach 5", channel=SOCIAL).text


def test_without_a_number_the_answer_asks_which_post(stage, bob):
    assert "/kpi log P12" in bob.command("/kpi log reach 5", channel=SOCIAL).text


def test_odd_counts_are_kept_with_a_piece_of_advice(stage, bob):
    live(stage)

    answer = bob.command("/kpi log P1 reach 1200 impressions 1000", channel=SOCIAL)

    assert counts_of(stage).reach == 1200
    assert "Reach is higher than impressions" in shown(last(answer))


def test_what_is_partly_understood_opens_the_form_with_the_rest(stage, bob):
    live(stage, counts={"comments": 4})

    answer = bob.command("/kpi log P1 reach 1200 blorp", channel=SOCIAL)

    assert "blorp" in shown(answer.modal)
    assert '"initial_value": "1200"' in shown(answer.modal)
    assert '"initial_value": "4"' in shown(answer.modal)
    assert counts_of(stage).reach is None


def test_the_form_shows_earlier_values_and_an_emptied_field_becomes_unknown(stage, bob):
    live(stage, counts={"reach": 1000, "reactions": 20, "shares": 3})
    opened = bob.command("/kpi log P1", channel=SOCIAL)
    assert "reach 1,000" in shown(opened.modal)

    answer = bob.submit({"reach": "1100", "shares": ""})

    found = counts_of(stage)
    assert (found.reach, found.reactions, found.shares) == (1100, 20, None)
    assert "1,100" in shown(answer.modal)


def test_zero_is_kept_as_zero(stage, bob):
    live(stage)
    bob.command("/kpi log P1", channel=SOCIAL)

    bob.submit({"comments": "0"})

    assert counts_of(stage).comments == 0
    assert counts_of(stage).shares is None


def test_a_log_in_the_form_is_taken_back_from_its_result(stage, bob):
    live(stage)
    bob.command("/kpi log P1", channel=SOCIAL)
    result = bob.submit({"reach": "12"})

    undone = bob.press(result.modal, "kpi.undo")

    assert counts_of(stage) is None
    assert "No numbers are known" in shown(undone.modal)


# --- the numbers of now, targets, best, help


def test_the_numbers_of_now_list_the_posts_without_numbers(stage, bob):
    live(stage, 1, day=17)
    live(stage, 2, day=23, counts={"reach": 100, "reactions": 5})

    answer = bob.command("/kpi", channel=SOCIAL)
    opened = bob.press(last(answer), "kpi.log:P1")

    assert "1 post published, 5 engagements" in answer.text
    assert "P1" in shown(opened.modal)


def test_the_numbers_of_one_platform_leave_out_the_others(stage, bob):
    live(stage, 2, day=23, counts={"reach": 100, "reactions": 5})
    live(stage, 3, day=23, platform=Platform.LINKEDIN, counts={"reach": 100, "reactions": 50})

    assert "5 engagements" in bob.command("/kpi numbers instagram", channel=SOCIAL).text


def test_a_target_is_set_in_words_and_stands_in_the_numbers(stage, amy):
    answer = amy.command("/kpi cible taux d’engagement 2,5 %", channel=SOCIAL)

    assert "2,5\u00a0%" in answer.text.replace("\u202f", "\u00a0")
    with stage.bot.house.store.transaction() as tx:
        targets = tx.strategies.get(stage.strategy.id).objective.targets
    assert [each.value for each in targets] == [0.025]


def test_a_target_without_its_value_is_asked_for(stage, bob):
    assert "/kpi target reach 500" in bob.command("/kpi target reach", channel=SOCIAL).text
    assert "/kpi target" in bob.command("/kpi target", channel=SOCIAL).text


def test_what_did_best_comes_with_the_median_and_n(stage, bob):
    a_week(stage)

    answer = bob.command("/kpi best", channel=SOCIAL)

    assert "The winner: 9.0% engagement by reach, median 2.4% (n = 6, news on Instagram)" in shown(last(answer))


@pytest.mark.parametrize("typed", ["help", "aide", "what is this", "target blorp 5", "digest blorp"])
def test_what_is_not_understood_is_answered_with_usage(stage, bob, typed):
    assert "/kpi log P12 reach 1200" in bob.command(f"/kpi {typed}", channel=SOCIAL).text or "/kpi target" in (
        bob.command(f"/kpi {typed}", channel=SOCIAL).text
    )


def test_a_guest_sets_no_target(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))

    stage.slack.hand("UBOB").command("/kpi target reach 500", channel=SOCIAL)

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.strategies.get(stage.strategy.id).objective.targets) == 1


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
    stage.move_to(NINE + timedelta(minutes=5))

    assert [each.recipient_id for each in deliveries(stage, ReminderKind.MEASURE)] == ["UBOB"]
    assert "<@UBOB>" in first.text
    assert "déjà" in second.text
    assert any("P9" in each.text for each in bob.direct_messages())


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
