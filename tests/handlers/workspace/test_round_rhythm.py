"""How often the round is asked for: chosen in the settings or typed, by strategy, shown as it stands, and obeyed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.members import RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.services.reminders.rhythms import answer_rhythm, choose_rhythms, last_asked, rhythms_of
from tests.handlers.posting import SOCIAL, another_strategy
from tests.handlers.reminding import AMY, TUESDAY, Site, at
from tests.handlers.ticks.test_rounds import A_DAY, rounds, skipping
from tests.handlers.workspace.test_home import home_of, member, words_of

GENERAL = "CGENERAL"


def settings(hand):
    hand.press(home_of(hand), "home.settings")
    return hand.modal


def shown(modal):
    """By field: its label, and the choice that it begins with."""
    fields = [each for each in modal.blocks if each.get("block_id", "").startswith("round.")]
    chosen = {each["block_id"]: each["element"].get("initial_option", {}).get("value") for each in fields}
    return {each["block_id"]: (each["label"]["text"], chosen[each["block_id"]]) for each in fields}


def with_two(stage):
    """Another brand in a channel of its own, whose round Bob does as well."""
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(another_strategy(stage))


def rhythms(stage):
    return {each.strategy_id: each.rhythm.value for each in member(stage).rounds}


def test_the_settings_show_every_working_day_until_somebody_chooses(stage, bob):
    assert shown(settings(bob)) == {"round.S1": ("My round", "daily")}


def test_twice_a_week_is_kept_said_with_its_days_and_shown_again(stage, bob):
    settings(bob)

    answer = bob.submit({"round.S1": "twice"})

    assert "You are asked for your round on Tuesday and Thursday." in words_of(answer.modal)
    assert rhythms(stage) == {"S1": "twice"}
    assert shown(settings(bob)) == {"round.S1": ("My round", "twice")}


def test_the_settings_in_french(stage, amy):
    modal = settings(amy)

    answer = amy.submit({"round.S1": "twice"})

    assert shown(modal) == {"round.S1": ("Ma ronde", "daily")}
    assert "mardi et jeudi." in words_of(answer.modal)


def test_off_turns_the_kind_off_and_every_working_day_turns_it_on_again(stage, bob):
    settings(bob)
    bob.submit({"round.S1": "off"})
    off = member(stage).wants(ReminderKind.CHECK_IN)

    before = shown(settings(bob))
    bob.submit({"round.S1": "daily"})

    assert (off, before["round.S1"][1]) == (False, "off")
    assert member(stage).wants(ReminderKind.CHECK_IN)
    assert shown(settings(bob))["round.S1"][1] == "daily"


def test_of_several_strategies_each_has_its_own(stage, bob):
    with_two(stage)
    modal = settings(bob)

    answer = bob.submit({"round.S1": "off", "round.S2": "twice"})

    assert shown(modal) == {
        "round.S1": (f"My round · {stage.strategy.name}", "daily"),
        "round.S2": ("My round · Other", "daily"),
    }
    assert member(stage).wants(ReminderKind.CHECK_IN)
    assert "Other · You are asked for your round on Tuesday and Thursday." in words_of(answer.modal)
    assert [each[1] for each in shown(settings(bob)).values()] == ["off", "twice"]


def test_turned_on_in_one_it_stays_off_in_the_others(stage, bob):
    with_two(stage)
    settings(bob)
    bob.submit({"round.S1": "off", "round.S2": "off"})
    off = member(stage).wants(ReminderKind.CHECK_IN)

    bob.command("/checkin every day", channel=GENERAL)

    assert not off
    assert [each[1] for each in shown(settings(bob)).values()] == ["off", "daily"]


def in_no_round(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), round_ids=()))


def test_who_does_no_round_has_no_field_and_what_they_turned_off_stays(stage, bob):
    settings(bob)
    bob.submit({"round.S1": "off"})
    in_no_round(stage)

    modal = settings(bob)
    bob.submit({})

    assert shown(modal) == {}
    assert not member(stage).wants(ReminderKind.CHECK_IN)


def test_a_round_that_was_taken_from_them_meanwhile_is_left_out(stage, bob):
    settings(bob)
    in_no_round(stage)

    answer = bob.submit({"round.S1": "twice", "agenda_at": "07:30"})

    assert "Saved." in words_of(answer.modal)
    assert rhythms(stage) == {}


TYPED = {
    "/checkin twice a week": "twice",
    "/checkin round twice a week": "twice",
    "/checkin every working day": "daily",
    "/checkin daily": "daily",
    "/checkin no more rounds": "off",
    "/checkin deux fois par semaine": "twice",
    "/checkin 2 fois par semaine": "twice",
    "/checkin tous les jours": "daily",
    "/checkin plus de ronde": "off",
    "/parution checkin twice a week": "twice",
}


@pytest.mark.parametrize(("typed", "rhythm"), TYPED.items())
def test_it_is_typed_in_either_language(stage, bob, typed, rhythm):
    bob.command("/checkin twice a week" if rhythm == "daily" else "/checkin daily", channel=SOCIAL)

    answer = bob.command(typed, channel=SOCIAL)

    assert answer.text.startswith("You are ")
    assert shown(settings(bob))["round.S1"][1] == rhythm


def test_typed_in_french_it_is_answered_in_french(stage, amy):
    assert amy.command("/checkin deux fois par semaine", channel=SOCIAL).text == (
        "La ronde vous est proposée deux fois par semaine\u00a0: mardi et jeudi."
    )


def test_what_follows_and_is_not_understood_changes_nothing(stage, bob):
    answer = bob.command("/checkin twice a week on tuesdays", channel=SOCIAL)

    assert "on tuesdays" in words_of(answer.messages[0])
    assert rhythms(stage) == {}


def test_who_does_not_do_that_round_is_told_so(stage, bob):
    in_no_round(stage)

    answer = bob.command("/checkin twice a week", channel=SOCIAL)

    assert "not among those who do the round" in answer.text
    assert rhythms(stage) == {}
    assert shown(settings(bob)) == {}


# --- Obeyed


def chosen(site, rhythm, strategy_id="S1"):
    return choose_rhythms(site.store, AMY, {strategy_id: rhythm}, now=site.clock.at)


def asked(site, first, last):
    return [day for kind, day in rounds(site, first, last) if kind == "check-in"]


def test_twice_a_week_is_asked_on_two_days_also_of_somebody_who_was_never_asked():
    site = Site()
    site.set_round(AMY)
    site.tick(at(TUESDAY, "09:00"))

    chosen(site, RoundRhythm.TWICE)

    assert asked(site, TUESDAY, TUESDAY + 6 * A_DAY) == [24, 26]


def test_who_chose_is_not_asked_whether_it_is_of_use_for_what_they_skipped_before():
    site = skipping()

    chosen(site, RoundRhythm.TWICE)

    assert rounds(site, TUESDAY + 3 * A_DAY, TUESDAY + 9 * A_DAY) == [("check-in", 1), ("check-in", 3)]


def test_a_choice_in_the_settings_answers_the_question_that_was_left_open():
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))

    chosen(site, RoundRhythm.TWICE)

    assert asked(site, TUESDAY + 6 * A_DAY, TUESDAY + 9 * A_DAY) == [1, 3]
    assert site.slack.updates[-1][1].text == "You are asked for your round on Tuesday and Thursday."


def test_the_settings_overrule_what_was_answered_before():
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))
    answer_rhythm(site.store, AMY, "S1", RoundRhythm.TWICE, now=site.clock.at)

    chosen(site, RoundRhythm.DAILY)

    assert asked(site, TUESDAY + 6 * A_DAY, TUESDAY + 8 * A_DAY) == [30, 1, 2]


def test_an_answer_of_a_version_before_stands_in_the_row_of_the_question_and_holds():
    site = skipping()
    site.tick(at(TUESDAY + 3 * A_DAY, "16:00"))
    with site.store.transaction() as tx:
        row = last_asked(tx, "S1", AMY)
        tx.deliveries.put(replace(row, parts=("twice",)))
        assert rhythms_of(tx, tx.members.get(AMY))[0][1] is RoundRhythm.TWICE

    assert asked(site, TUESDAY + 6 * A_DAY, TUESDAY + 9 * A_DAY) == [1, 3]


def left_open(stage):
    """Bob was asked on Friday whether the round is of use, and did not answer."""
    friday = stage.slack.clock.now() - timedelta(days=3)
    row = Delivery(
        key="round-asked:S1:round-UBOB:UBOB:2026-11-20",
        kind=ReminderKind.ROUND_ASKED,
        strategy_id="S1",
        subject="round-UBOB",
        recipient_id="UBOB",
        owed_at=friday,
        expires_at=friday,
        state=DeliveryState.EXPIRED,
    )
    with stage.bot.house.store.transaction() as tx:
        tx.deliveries.put(row)


def answered(stage):
    with stage.bot.house.store.transaction() as tx:
        return last_asked(tx, "S1", "UBOB").parts


def test_a_question_left_open_is_shown_as_open_and_saving_other_things_does_not_answer_it(stage, bob):
    left_open(stage)
    modal = settings(bob)

    bob.submit({"agenda_at": "07:30"})

    assert shown(modal) == {"round.S1": ("My round", None)}
    assert (answered(stage), rhythms(stage)) == ((), {})


def test_choosing_every_working_day_there_answers_it(stage, bob):
    left_open(stage)
    settings(bob)

    bob.submit({"round.S1": "daily"})

    assert (answered(stage), rhythms(stage)) == (("daily",), {"S1": "daily"})


def test_the_round_of_one_strategy_turned_off_leaves_the_other():
    site = Site()
    site.set_round(AMY)
    with site.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), id="S2", name="Other", rev=0))
    site.tick(at(TUESDAY, "09:00"))

    chosen(site, RoundRhythm.OFF)

    told = site.tick(at(TUESDAY, "15:59"), at(TUESDAY, "16:00"))
    assert [each.message.text.split(":")[0] for each in told if each.kind == "check-in"] == [
        "Time for today's round · Five minutes for Other"
    ]


@pytest.mark.parametrize(("typed", "owed"), [("", 5), ("twice a week", 2), ("no more rounds", 0)])
def test_the_teams_week_and_the_digest_count_the_rounds_that_were_chosen(stage, bob, typed, owed):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), round_ids=("UBOB",)))
    bob.command("/post add Tea on instagram wed 10:00", channel=SOCIAL)
    if typed:
        bob.command(f"/checkin {typed}", channel=SOCIAL)
    stage.move_to(at(TUESDAY + timedelta(days=5), "12:00"))

    status = words_of(bob.command("/checkin status", channel=SOCIAL).messages[-1])
    assert status.count("not yet: Bob") == owed, status

    stage.move_to(at(TUESDAY + timedelta(days=6), "16:00"))
    digest = words_of(bob.command("/kpi digest week 48", channel=SOCIAL).messages[-1])
    assert (f"0 of {owed}" in digest) == (owed > 0), digest
