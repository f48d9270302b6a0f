"""Line 3 of the digest as the channel meets it: what is true of the week, and buttons that help."""

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.engage.questions import Question
from bot.domain.posts import PostState
from tests.handlers.kpi.test_digest import channel_digest
from tests.handlers.measuring import NINE, a_round, a_week, live, planned
from tests.handlers.posting import SOCIAL, last, shown


def missed(stage, *numbers: int) -> None:
    for number in numbers:
        live(stage, number, day=18, state=PostState.DRAFT, published_at=None, title=f"Forgotten {number}", text="Soon")


def posted(hand):
    """The digest that came, whatever is in it; its thread comes after it."""
    return next(each for each in hand.messages(SOCIAL) if each.bot_id and "Week 47" in each.text)


def test_a_week_in_which_nothing_went_out_says_so_and_leads_to_the_posts(stage, bob):
    missed(stage, 1, 2, 3, 4, 5, 6, 7, 8)
    stage.move_to(NINE)

    digest = posted(bob)
    sorted_out = bob.press(digest, "digest.sort")
    week = bob.press(digest, "digest.week")

    assert "8 of 8 planned posts did not go out, and nobody did a round. Who has time this week?" in digest.text
    assert "Nothing to decide" not in digest.text
    assert "Forgotten 1" in shown(last(sorted_out))
    assert "post.more" in shown(last(sorted_out))
    assert "Forgotten 8" in shown(last(week))


def test_where_nothing_was_published_or_noticed_no_thread_promises_it(stage, bob):
    missed(stage, 1)
    stage.move_to(NINE)
    stage.move_to(NINE + timedelta(minutes=1))

    digest = posted(bob)

    assert [each for each in bob.messages(SOCIAL) if each.thread_ts == digest.ts and each.ts != digest.ts] == []


def test_half_a_week_is_told_as_half(stage, bob):
    a_week(stage)
    missed(stage, 21, 22, 23)
    stage.move_to(NINE)

    assert "3 of 10 planned posts did not go out. Who has time" in posted(bob).text


def test_what_is_sorted_out_is_no_decision_any_more(stage, bob):
    a_week(stage)
    missed(stage, 21)
    stage.move_to(NINE)
    bob.command("/post move P21 friday 10:00", channel=SOCIAL)

    assert "did not go out" not in bob.command("/kpi digest", channel=SOCIAL).text


def test_posts_that_come_without_owner_or_text_lead_to_both_mends(stage, bob):
    a_week(stage)
    planned(stage, 10)
    stage.move_to(NINE)

    digest = posted(bob)
    gaps = bob.press(digest, "digest.gaps")

    assert "who takes" in digest.text or "no owner" in digest.text
    assert "Planned" in gaps.text
    assert "no owner, no text yet" in gaps.text
    assert bob.press(last(gaps), "post.edit:P10").modal is not None


def test_the_gaps_of_a_week_without_plans_are_not_called_none(stage, bob):
    live(stage, counts={"reach": 10, "reactions": 1})
    a_round(stage)
    stage.move_to(NINE)
    digest = last(bob.command("/kpi digest", channel=SOCIAL))

    assert "No posts are planned for week 48" in shown(digest) or "nothing is planned for week 48" in shown(digest)


def test_a_round_that_nobody_did_is_asked_for_by_its_button(stage, bob):
    live(stage, counts={"reach": 10})
    planned(stage, 8, owner="UBOB", text="Come")
    stage.move_to(NINE)

    digest = posted(bob)
    form = bob.press(digest, f"checkin.open:{stage.strategy.id}:")

    assert "nobody did a round in week 47. Who has five minutes a day?" in digest.text
    assert form.modal is not None


def test_a_question_that_waits_for_days_is_named_with_its_words_and_harmless(stage, bob):
    live(stage, counts={"reach": 10})
    planned(stage, 8, owner="UBOB", text="Come")
    a_round(stage)
    with stage.bot.house.store.transaction() as tx:
        given = {"strategy_id": stage.strategy.id, "owner_id": "UAMY", "asked_on": date(2026, 11, 17)}
        tx.questions.put(Question(id="Q1", text="Do you ship to <!channel> *Belgium*?", **given))
    stage.move_to(NINE)

    digest = posted(bob)
    answers, listed = bob.press(digest, "question.show"), bob.press(digest, "checkin.status")

    assert "To decide: “Do you ship to &lt;!channel&gt;" in digest.text
    assert "has waited since Tue, Nov 17. Who answers?" in digest.text
    assert "Belgium" in shown(answers.modal)
    assert "Belgium" in shown(last(listed))


def test_missing_numbers_are_asked_for_or_added(stage, bob):
    a_week(stage)
    live(stage, 9)
    stage.move_to(NINE)

    digest = posted(bob)

    assert "who adds the numbers of 1 post?" in digest.text
    assert "P9" in bob.press(digest, "kpi.numbers").text or "P9" in shown(last(bob.press(digest, "kpi.numbers")))
    assert "<@UBOB>" in bob.press(digest, "digest.ask").text


def test_nobody_to_ask_is_not_told_as_nothing_missing(stage, bob):
    a_week(stage)
    live(stage, 9, owner="UGONE")
    with stage.bot.house.store.transaction() as tx:
        for each in [each for each in tx.members.all() if each.id != "UBOB"]:
            tx.members.put(replace(each, is_active=False))
    stage.move_to(NINE)

    said = bob.press(posted(bob), "digest.ask").text

    assert "no numbers are missing" not in said
    assert "P9" in said


def test_a_target_off_its_pace_comes_with_what_is_worth_another(stage, bob):
    a_week(stage)
    stage.move_to(NINE)

    digest = posted(bob)

    assert "To decide: engagement rate by reach 3.3% (target 4.5%). P7 · The winner had 9.0%" in digest.text
    assert "plan a sequel?" in digest.text
    assert bob.press(digest, "digest.sequel").modal is not None


def test_nothing_planned_and_nothing_published_is_one_line_and_a_button(stage, bob):
    stage.move_to(NINE)

    digest = posted(bob)

    assert digest.text == "Week 47 · November 16–22 · Maison Lune: nothing was published or planned."
    assert bob.press(digest, "post.add").modal is not None


def test_the_one_line_of_a_week_without_plans_names_what_is_still_overdue(stage, bob):
    live(stage, 1, day=10, state=PostState.DRAFT, published_at=None, title="Forgotten 1", text="Soon")
    live(stage, 2, day=12, state=PostState.DRAFT, published_at=None, title="Forgotten 2", text="Soon")
    stage.move_to(NINE)

    digest = posted(bob)

    said = "nothing was published or planned. 2 older posts are still late. Rounds: 0 of 15 done"
    assert digest.text == f"Week 47 · November 16–22 · Maison Lune: {said}"
    assert "Forgotten 1" in shown(last(bob.press(digest, "digest.sort")))


def test_a_week_that_went_well_says_what_is_still_overdue_from_before(stage, bob):
    a_week(stage)
    live(stage, 10, day=10, state=PostState.DRAFT, published_at=None, title="Forgotten", text="Soon")
    stage.move_to(NINE)

    digest = posted(bob)

    assert "one older post is still late. Publish it, move it, or cancel it?" in digest.text
    assert "7 of 7 on time, 0 late, 0 missed, one older post still late" in digest.text
    assert "Forgotten" in shown(last(bob.press(digest, "digest.sort")))


def test_numbers_missing_from_earlier_weeks_are_asked_for_with_those_of_the_week(stage, bob):
    a_week(stage)
    live(stage, 9)
    live(stage, 10, day=9)
    live(stage, 11, day=4)
    stage.move_to(NINE)

    digest = posted(bob)
    asked = bob.press(digest, "digest.ask")

    assert "who adds the numbers of 3 posts? 2 are of earlier weeks" in digest.text
    assert "Numbers missing for P9 (<@UBOB>) · Of earlier weeks: P11, P10" in digest.text
    assert "<@UBOB>" in asked.text
    bob.command("/kpi log P10 reach 10 likes 1", channel=SOCIAL)
    stage.move_to(NINE + timedelta(minutes=5))
    assert "who adds the numbers of 2 posts? One is of an earlier week" in channel_digest(stage, bob).text


def test_the_one_line_says_that_rounds_were_done_and_its_thread_what_was_heard(stage, bob):
    a_round(stage, received=3, answered=2, learned="They want refills")
    stage.move_to(NINE)
    stage.move_to(NINE + timedelta(minutes=1))

    digest = posted(bob)

    assert digest.text.endswith("nothing was published or planned. Rounds: 1 of 15 done, 2 of 3 questions answered")
    thread = [each for each in bob.messages(SOCIAL) if each.thread_ts == digest.ts and each.ts != digest.ts]
    assert "They want refills" in shown(thread[0])


def test_the_digest_in_the_channel_forgets_what_was_decided_once_numbers_come(stage, bob):
    a_week(stage)
    live(stage, 9)
    stage.move_to(NINE)

    bob.command("/kpi log P9 reach 1000 likes 20", channel=SOCIAL)
    stage.move_to(NINE + timedelta(minutes=5))

    assert "who adds the numbers" not in channel_digest(stage, bob).text
