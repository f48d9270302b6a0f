"""`/kpi` as members meet it: numbers logged, shown and aimed at, typed and filled in on a local Slack."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from tests.handlers.measuring import NINE, a_week, counts_of, live, planned
from tests.handlers.posting import SOCIAL, last, shown

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


def test_numbers_that_a_target_needs_are_missing_though_others_are_there(stage, amy, bob):
    amy.command("/kpi target shares 20", channel=SOCIAL)
    live(stage, 1, day=23, counts={"reach": 100, "reactions": 1})

    answer = bob.command("/kpi", channel=SOCIAL)

    assert "No numbers yet (shares known of 0 of 1 post)" in answer.text
    assert "Every post of the last weeks has its numbers" not in answer.text + shown(last(answer))
    assert "One post lacks a number that a target needs:" in shown(last(answer))
    assert bob.press(last(answer), "kpi.log:P1").modal is not None


def test_targets_are_said_once(stage, amy, bob):
    live(stage, 1, day=23, counts={"reach": 100, "reactions": 1})

    told = amy.command("/kpi target engagements 20", channel=SOCIAL).text
    now = bob.command("/kpi", channel=SOCIAL).text

    assert now.count("Target: engagements") == 1
    assert len(set(told.split("\n"))) == len(told.split("\n"))


def test_a_week_that_runs_says_what_was_missed_so_far(stage, bob):
    for number in (1, 2):
        live(stage, number, day=23, state=PostState.DRAFT, published_at=None)
    stage.move_to(NINE.replace(day=27))

    answer = bob.command("/kpi", channel=SOCIAL)

    assert "Nothing was published yet." in shown(last(answer))
    assert "On schedule: 0 of 2 on time, 0 late, 2 missed" in answer.text


def test_the_plan_of_another_platform_is_no_miss_of_this_one(stage, bob):
    live(stage, 1, day=23, state=PostState.DRAFT, published_at=None)
    stage.move_to(NINE.replace(day=27))

    assert "On schedule" not in bob.command("/kpi numbers linkedin", channel=SOCIAL).text


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


def test_a_target_is_for_whoever_looks_after_the_plan_and_the_refusal_names_them(stage, bob):
    answer = bob.command("/kpi target reach 500", channel=SOCIAL)

    assert "<@UAMY>" in answer.text
    with stage.bot.house.store.transaction() as tx:
        assert len(tx.strategies.get(stage.strategy.id).objective.targets) == 1


def test_a_guest_sets_no_target(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))

    stage.slack.hand("UBOB").command("/kpi target reach 500", channel=SOCIAL)

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.strategies.get(stage.strategy.id).objective.targets) == 1


def test_a_percentage_of_what_is_counted_is_asked_with_the_rate_that_may_be_meant(stage, bob):
    answer = bob.command("/kpi target engagement 4.5", channel=SOCIAL)

    assert "4.5% of those reached? Then write /kpi target engagement rate by reach 4.5%" in answer.text
