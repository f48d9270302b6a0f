"""The Home tab: useful to somebody new, one's own posts and round, settings that are kept and obeyed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.strategy import Platform
from bot.sandbox import team
from bot.services.post.adding import Wish, add_post
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL


def home_of(hand):
    """What stands on the Home tab once it is opened."""
    before = hand.home.hash if hand.home else ""
    hand.open_home()
    return hand.wait_for(lambda: hand.home if hand.home and hand.home.hash != before else None)


def words_of(what) -> str:
    return str(what.blocks)


def a_post_in(stage, owner="UBOB", title="Spring & contest", **span):
    """Due after *span*, if any."""
    due = Due.of(stage.slack.clock.now() + timedelta(**span), stage.strategy.zone) if span else None
    return add_post_on(stage, owner=owner, title=title, due=due)


def member(stage, member_id="UBOB") -> Member:
    with stage.bot.house.store.transaction() as tx:
        return tx.members.get(member_id)


# --- what stands there


def test_somebody_new_without_a_strategy_finds_the_first_steps(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")
    stage.slack.add_member(team.Member(id="UNEW", name="nora", real_name="Nora Ek", tz="Europe/Paris", locale="fr-FR"))

    view = home_of(stage.slack.hand("UNEW"))

    assert "Bienvenue" in words_of(view)
    for button in ("setup.open", "objective.new", "import.help", "home.settings"):
        assert button in words_of(view)


def test_the_first_step_taken_from_home_shows_the_strategy_there(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")
    home = home_of(bob)

    bob.press(home, "setup.open")
    bob.submit({"name": "Feux", "conversation": SOCIAL})

    assert "*Feux*" in words_of(bob.wait_for(lambda: bob.home if bob.home.hash != home.hash else None))


def test_a_guest_is_offered_no_step_that_guests_cannot_take(stage):
    view = home_of(stage.slack.hand("UGUEST"))

    for button in ("setup.open", "home.settings", "checkin.away"):
        assert button not in words_of(view)
    assert "/post liste" in words_of(view)


def test_somebody_new_with_a_strategy_sees_it_and_is_remembered(stage):
    stage.slack.add_member(team.Member(id="UNEW", name="nora", real_name="Nora Ek", tz="Asia/Tokyo"))

    view = home_of(stage.slack.hand("UNEW"))

    assert "Maison Lune" in words_of(view)
    assert "post.add" in words_of(view)
    assert member(stage, "UNEW").zone == "Asia/Tokyo"


def test_a_guest_sees_no_strategy_of_channels_they_are_not_in(stage):
    assert "Maison Lune" not in words_of(home_of(stage.slack.hand("UGUEST")))


def test_ones_own_posts_stand_there_by_urgency_and_nobody_elses(stage, bob):
    a_post_in(stage, days=3, title="Later")
    a_post_in(stage, hours=2, title="Today")
    a_post_in(stage, owner="UDAN", hours=2, title="Somebody's")

    said = words_of(home_of(bob))

    assert said.index("Today") < said.index("Later")
    assert "Somebody's" not in said


def test_what_was_typed_formats_nothing(stage, bob):
    a_post_in(stage, hours=2)

    assert "Spring &amp; contest" in words_of(home_of(bob))


def test_the_round_is_offered_to_its_members_only(stage, bob):
    assert "checkin.open" in words_of(home_of(bob))
    assert "checkin.open" not in words_of(home_of(stage.slack.hand("UDAN")))


def test_the_month_counts_what_is_planned(stage, bob):
    a_post_in(stage, days=3)
    a_post_in(stage, days=20)

    assert "0 live, 1 still planned" in words_of(home_of(bob))


@pytest.mark.parametrize(("member", "title"), [("UBOB", "November 2026"), ("UAMY", "Novembre 2026")])
def test_the_month_opens_from_there_with_its_list_and_its_picture(stage, bob, member, title):
    a_post_in(stage, days=3)
    hand = stage.slack.hand(member)

    month = hand.press(home_of(hand), "calendar.show").modal

    assert title in words_of(month)
    assert "Spring &amp; contest" in words_of(month)
    assert "calendar.picture" in words_of(month)
    assert "calendar.turn." in words_of(month)


def test_the_messages_tab_draws_nothing(stage, bob):
    bob.open_messages()
    stage.slack.settle()

    assert bob.home is None


def test_what_is_done_from_home_is_drawn_there_at_once(stage, bob):
    before = home_of(bob)

    bob.press(before, "checkin.open")
    bob.submit({"answered": "3"})

    assert bob.wait_for(lambda: "is done" in words_of(bob.home))


def test_a_post_moved_from_home_is_drawn_where_it_goes(stage, bob):
    a_post_in(stage, hours=2, title="Tea")
    before = home_of(bob)

    bob.press(before, "post.more", choice="move:P1")
    bob.submit({"day": "2026-11-30", "clock": "10:00"})

    assert bob.wait_for(lambda: "30 Nov" in words_of(bob.home))


@pytest.mark.parametrize(
    ("button", "said"), [("help.show", "/checkin"), ("checkin.status", "Mon 23 Nov"), ("post.help", "/post add")]
)
def test_what_is_asked_for_on_the_home_tab_is_shown_over_it(bob, button, said):
    before = home_of(bob)

    answer = bob.press(before, button)

    assert said in words_of(answer.modal)
    assert bob.direct_messages() == []


def test_days_away_show_and_end(stage, bob):
    bob.command("/checkin away 24/12..2/1", channel=SOCIAL)

    view = home_of(bob)

    assert "Thu 24 Dec" in words_of(view)


def test_days_away_noted_from_home_are_drawn_there_at_once(stage, bob):
    before = home_of(bob)

    bob.press(before, "checkin.away")
    bob.submit({"first": "2026-12-24", "last": "2027-01-02"})

    assert bob.wait_for(lambda: "Thu 24 Dec" in words_of(bob.home))


def test_a_change_of_zone_shows_the_next_time(stage, bob):
    home_of(bob)
    stage.slack.change_member("UBOB", tz="Asia/Tokyo")

    seen = (words_of(home_of(bob)) for _ in range(100))  # until the event has been taken

    assert any("Tokyo" in each for each in seen)


# --- settings


def save(bob, values):
    bob.press(home_of(bob), "home.settings")
    return bob.submit(values)


def test_settings_are_kept_and_told(stage, bob):
    answer = save(
        bob,
        {
            "wanted": ["agenda", "due"],
            "agenda_at": "07:30",
            "check_in_at": "15:00",
            "working_days": ["0", "1", "2"],
            "round.S1": "off",
        },
    )

    kept = member(stage)
    assert (kept.agenda_at.isoformat("minutes"), kept.check_in_at.isoformat("minutes")) == ("07:30", "15:00")
    assert kept.working_days == {0, 1, 2}
    assert kept.wants(ReminderKind.AGENDA)
    assert not kept.wants(ReminderKind.CHECK_IN)
    assert "07:30" in words_of(answer.modal)
    assert "Daily round" in words_of(answer.modal)


def test_the_form_shows_what_is_kept(bob):
    save(bob, {"wanted": ["due"], "agenda_at": "07:30"})

    bob.press(bob.home, "home.settings")

    assert "'initial_time': '07:30'" in words_of(bob.modal)
    chosen = next(each for each in bob.modal.blocks if each["block_id"] == "wanted")["element"]["initial_options"]
    assert [each["value"] for each in chosen] == ["due"]


def test_everything_can_be_turned_off(stage, bob):
    save(bob, {"wanted": [], "wanted-lines": []})

    kept = member(stage)
    assert not any(kept.wants(kind) for kind in (ReminderKind.AGENDA, ReminderKind.DUE, ReminderKind.UNOWNED))
    assert kept.wants(ReminderKind.NOTICE)


def test_without_a_working_day_the_form_stays(stage, bob):
    answer = save(bob, {"working_days": []})

    assert list(answer.errors) == ["working_days"]
    assert member(stage).working_days == set(range(5))


def messages_of(stage, hand, until: datetime) -> str:
    stage.move_to(until)
    return "\n".join(each.text for each in hand.direct_messages())


TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # on Tuesday, in London
SIX = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


def test_what_is_on_is_sent(stage, bob):
    a_post_in(stage, days=1, title="Tea")

    said = messages_of(stage, bob, TEN)

    assert "Good morning" in said


def test_what_is_off_is_not_sent(stage, bob):
    a_post_in(stage, days=1, title="Tea")
    save(bob, {"wanted": [], "round.S1": "off"})

    assert messages_of(stage, bob, SIX) == ""


def test_the_agenda_comes_at_the_hour_that_was_chosen(stage, bob):
    a_post_in(stage, days=1, title="Tea")
    save(bob, {"agenda_at": "06:30"})

    assert messages_of(stage, bob, datetime(2026, 11, 24, 6, 29, tzinfo=UTC)).count("Good morning") == 0
    assert messages_of(stage, bob, datetime(2026, 11, 24, 6, 31, tzinfo=UTC)).count("Good morning") == 1


def test_on_a_day_off_no_agenda_comes(stage, bob):
    a_post_in(stage, days=1, title="Tea")
    save(bob, {"working_days": ["0", "2", "3", "4"]})

    assert "Good morning" not in messages_of(stage, bob, TEN)


def test_posts_of_another_strategy_stand_at_home_too_with_their_own_buttons(stage):
    """Inès looks after a second strategy in a private channel; her commands are the first one's by default."""
    store, now, ines = stage.bot.house.store, stage.slack.clock.now(), stage.slack.hand("UINES")
    with store.transaction() as tx:
        second = replace(stage.strategy, id="S2", name="Lune & Cie", channel_id="CSECRET", manager_id="UINES", rev=0)
        tx.strategies.put(second)
        by = tx.members.put(replace(tx.members.get("UINES"), strategy_id=stage.strategy.id))
    due = Due.of(now + timedelta(days=1), second.zone)
    wish = Wish(title="Quagga", platform=Platform.INSTAGRAM, owner_id="UINES", due=due)
    post = add_post(store, strategy=second, by=by, now=now, wish=wish).post

    home = home_of(ines)
    ines.press(home, "post.more", choice=f"show:{post.id}")

    said = words_of(home)
    assert "Maison Lune" in said
    assert "Mes publications dans d’autres stratégies" in said
    assert "Lune &amp; Cie" in said
    assert "Quagga" in said
    assert "aucune publication en cours dans cette stratégie" in said
    assert "Quagga" in words_of(ines.modal)
    assert "Quagga" not in words_of(home_of(stage.slack.hand("UBOB")))
