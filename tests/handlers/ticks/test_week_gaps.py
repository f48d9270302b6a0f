"""Once a week, in the morning of whoever looks after the plan: what the week still lacks, as one line of it."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.members import Absence
from bot.domain.plan.findings import Finding, Gap
from bot.domain.plan_parts import Pause, Theme
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.strategy import Platform
from bot.sandbox.limits import check_message
from handlers.views.reminders.week_gaps import WeekGaps, week_gap_rows
from tests.e2e.living import without_odd_spaces
from tests.handlers.longest import TODAY, assert_message, worst
from tests.handlers.longest import a_post as longest_post
from tests.handlers.longest import a_strategy as longest_strategy
from tests.handlers.reminding import BOB, CHLOE, INES, TUESDAY, Site, a_plan, a_post, a_strategy, at
from tests.handlers.ticks.test_mornings import lines

A_DAY = timedelta(days=1)
MONDAY = TUESDAY - A_DAY
BEFORE, NINE = at(MONDAY - A_DAY, "12:00"), at(MONDAY, "09:00")


def a_site(**more):
    """Bob has Monday to Wednesday in hands; Thursday and Friday have nothing."""
    site = Site(strategy=a_strategy(**{"platforms": (a_plan(owner_id=BOB),), **more}))
    site.add(*(a_post(n + 1, due=at(MONDAY + n * A_DAY, "11:00"), owner_id=BOB) for n in range(3)))
    site.tick(BEFORE)
    return site


def of_lead(told, who=INES):
    return [each for each in told if each.recipient_id == who]


def test_the_first_morning_of_the_week_says_what_it_lacks_and_where_to_settle_it():
    [morning, line] = of_lead(a_site().tick(NINE))

    assert (morning.kind, line.kind) == ("agenda", "radar-line")
    assert lines(morning.message) == [
        "*Good morning! Monday 23 November* · 1 waits for you",
        "*Waits for you*",
        "*To settle this week* · Maison Lune\n• No content · Thu 26 Nov – Fri 27 Nov (2 working days)",
    ]
    button = morning.message.blocks[-1]["accessory"]
    assert (button["text"]["text"], button["action_id"], button["value"]) == (
        "See the gaps",
        "plan.check",
        "S1|2026-11-23",
    )
    assert "No content · Thu 26 Nov" in without_odd_spaces(morning.message.text)


def test_it_is_said_in_french_to_who_reads_french():
    [morning, _] = of_lead(a_site(manager_id=CHLOE).tick(NINE), CHLOE)

    assert "*À régler cette semaine* · Maison Lune\n• Sans contenu · jeu. 26 nov." in without_odd_spaces(
        str(lines(morning.message)[-1])
    )


def test_it_is_said_once_a_week():
    site = a_site()

    told = site.tick_through(NINE, at(MONDAY + 13 * A_DAY, "12:00"), timedelta(hours=1))

    said = [each for each in told if each.kind == "radar-line"]
    assert [(each.recipient_id, each.at.date()) for each in said] == [
        (INES, MONDAY),
        (INES, MONDAY + 7 * A_DAY),
    ]


def test_a_week_without_gaps_needs_no_line_and_no_morning():
    site = a_site()
    site.add(*(a_post(n + 1, due=at(MONDAY + n * A_DAY, "11:00"), owner_id=BOB) for n in (3, 4)))

    assert of_lead(site.tick(NINE)) == []


def test_a_plan_that_nobody_uses_is_not_told_of_every_week():
    site = Site()
    site.tick(BEFORE)

    assert of_lead(site.tick(NINE)) == []


def test_what_an_owner_mends_is_not_told_to_the_manager():
    site = a_site()
    site.add(*(a_post(n + 1, due=at(MONDAY + n * A_DAY, "12:00"), owner_id=BOB, text="") for n in (3, 4)))

    assert of_lead(site.tick(NINE)) == []


def test_once_all_of_it_is_settled_the_same_message_says_so():
    site = a_site()
    site.tick(NINE)
    site.add(*(a_post(n + 1, due=at(MONDAY + n * A_DAY, "11:00"), owner_id=BOB) for n in (3, 4)))
    site.change("P5", title="Friday")

    site.tick(at(MONDAY, "10:00"))

    said = [without_odd_spaces(str(each.blocks)) for _, each in site.slack.updates]
    assert any("To settle this week* · Maison Lune · all done" in each for each in said)


def test_many_gaps_are_three_and_a_count():
    site = a_site(platforms=(a_plan(owner_id=BOB, rhythm=5),))
    site.set_member(BOB, absences=(Absence(first=MONDAY, last=MONDAY + 6 * A_DAY),))

    [morning, *_] = of_lead(site.tick(NINE))

    text = lines(morning.message)[-1]
    assert text.count("•") == 3
    assert text.endswith("And 2 more.")
    assert check_message({"text": morning.message.text, "blocks": list(morning.message.blocks)}) is None


def test_who_turned_the_radar_off_has_none():
    site = a_site()
    site.set_member(INES, muted=frozenset({ReminderKind.RADAR}))

    assert [each for each in site.tick(NINE) if each.kind == "radar-line"] == []


def test_who_stands_in_for_a_manager_who_is_away_reads_it_and_the_manager_does_not_again():
    site = a_site(platforms=(a_plan(owner_id=CHLOE),))
    site.set_member(INES, absences=(Absence(first=MONDAY, last=TUESDAY),))

    told = site.tick(NINE, *(at(MONDAY + n * A_DAY, "09:00") for n in range(1, 4)))

    assert [each.recipient_id for each in told if each.kind == "radar-line"] == [CHLOE]


def test_nothing_is_missing_in_a_pause():
    site = a_site()
    pause = Pause(began_at=BEFORE, until=None, reason="flood", by=INES)
    with site.store.transaction() as tx:
        strategy = tx.strategies.get("S1")
        tx.strategies.put(replace(strategy, plan=replace(strategy.plan, pause=pause)))

    assert [each for each in site.tick(NINE) if each.kind == "radar-line"] == []


def test_a_line_that_no_message_about_a_silence_tells_waits_for_the_next_morning():
    site = a_site()
    site.add(*(a_post(n, due=at(MONDAY, "11:30"), owner_id=INES) for n in (18, 19)))

    told = of_lead(site.tick(at(MONDAY, "13:00")))
    later = of_lead(site.tick(at(TUESDAY, "09:00")))

    assert "catch-up" in {each.kind for each in told}
    assert [each.kind for each in later if each.kind in ("agenda", "radar-line")] == ["agenda", "radar-line"]
    assert site.states(DeliveryState.EXPIRED) == []


def test_what_the_morning_says_of_it_at_its_longest(t, texts):
    found = [
        Finding(
            gap=gap,
            first=TODAY,
            last=TODAY + 30 * A_DAY,
            post=longest_post(texts, 10**5),
            platform=Platform.GOOGLE_BUSINESS,
            theme=Theme(id="T1", name=worst(200, texts), first=TODAY),
            member_id="U0000000000",
            count=10**5,
            wanted=10**5,
            name=worst(200, texts),
        )
        for gap in (Gap.AWAY, Gap.DAY_FULL, Gap.THEME, Gap.HOLIDAY)
    ]
    week = WeekGaps(strategy=longest_strategy(texts), day=TODAY, findings=found)

    assert_message("week", week_gap_rows(t, [week, week]))
