"""A step of a checklist comes to whoever has the post, on its day, in the agenda, and is ticked off there."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.members import Absence
from bot.domain.post.checklists import checklist_of
from bot.domain.posts import Change, Post, PostKind, PostState, Step
from bot.domain.reminders.daily import agenda
from bot.domain.reminders.day_steps import DayStep
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.exchange.own_file import in_json
from bot.services.exchange.rows import steps
from bot.services.reminders.upcoming import next_moment
from handlers.views.post.steps import sharing_form
from handlers.views.reminders.day_steps import day_step_rows
from tests.handlers.posting import SOCIAL
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, Site, a_member, a_post, at, kinds

WEDNESDAY, THURSDAY, FRIDAY = (TUESDAY + timedelta(days=n) for n in (1, 2, 3))
NINE = at(TUESDAY, "09:00")


def a_contest(due: date = TUESDAY + timedelta(days=7), **more: object) -> Post:
    """Its rules are due a week before."""
    post = a_post(due=at(due, "16:00"), kind=PostKind.CONTEST, title="Win a candle")
    return replace(post, **{"checklist": checklist_of(PostKind.CONTEST, due, ()), **more})  # type: ignore[arg-type]


def site_at_dawn(*posts: Post) -> Site:
    site = Site()
    site.add(*posts)
    site.tick(at(TUESDAY, "06:00"))
    return site


def shown(told) -> str:
    return json.dumps(told.message.blocks, ensure_ascii=False)


def ticked(post: Post, place: int) -> tuple[Step, ...]:
    done = replace(post.checklist[place], done_at=NINE, done_by=AMY)
    return (*post.checklist[:place], done, *post.checklist[place + 1 :])


def test_a_step_is_in_its_days_agenda_though_its_post_is_due_a_week_later():
    site = site_at_dawn(a_contest())

    told = site.tick(NINE, at(TUESDAY, "09:01"), at(TUESDAY, "11:00"))

    assert kinds(told) == [(AMY, "agenda")]
    assert "1 waits for you" in told[0].message.text
    assert "Publish the rules · P1 · Win a candle" in told[0].message.text
    assert '"action_id": "post.step-done", "value": "P1|0"' in shown(told[0])


def test_in_french():
    site = site_at_dawn(a_contest(owner_id=CHLOE))

    told = site.tick(NINE)

    assert "1 chose en attente" in told[0].message.text
    assert "*À faire\u00a0:* Publier le règlement · P1" in shown(told[0])


def test_a_step_that_is_done_does_not_come_again():
    contest = a_contest()
    site = site_at_dawn(contest)
    site.tick(NINE)

    site.change("P1", checklist=ticked(contest, 0))

    assert site.tick(at(WEDNESDAY, "09:00")) == []


def test_a_step_that_nobody_did_comes_again_for_a_week_saying_since_when():
    site = site_at_dawn(a_contest(due=TUESDAY + timedelta(days=20), checklist=(Step(key="rules", day=TUESDAY),)))

    site.tick(*(at(TUESDAY + timedelta(days=n), "09:00") for n in range(10)))

    agendas = site.slack.told(AMY, "agenda")
    assert "since Tue 24 Nov" in shown(agendas[1])
    assert agendas[-1].key.split(":")[2] == "2026-12-01"


def test_the_message_shows_that_the_step_was_done_meanwhile():
    contest = a_contest()
    site = site_at_dawn(contest)
    site.tick(NINE)

    site.change("P1", checklist=ticked(contest, 0))
    site.tick(at(TUESDAY, "10:00"))

    (_, update) = site.slack.updates[-1]
    assert "all done" in update.text
    assert f"Done: Publish the rules · P1 · Win a candle (<@{AMY}>)" in json.dumps(update.blocks, ensure_ascii=False)


def test_the_steps_after_a_post_went_out_still_come():
    contest = a_contest(due=TUESDAY - timedelta(days=10), state="published", published_at=NINE - timedelta(days=10))
    site = site_at_dawn(replace(contest, state=PostState.PUBLISHED))

    told = site.tick(NINE)

    assert "Draw the winner" in told[0].message.text


def test_a_cancelled_posts_steps_do_not_come():
    site = site_at_dawn(replace(a_contest(), state=PostState.CANCELLED))

    assert site.tick(NINE) == []


def test_the_steps_of_free_days_are_told_before_them():
    site = site_at_dawn(a_contest(due=FRIDAY + timedelta(days=8)))  # the rules are for Saturday

    told = site.tick(at(FRIDAY, "09:00"))

    assert "*To do:* Publish the rules · P1 · Win a candle · Sat 28 Nov" in shown(told[0])


def test_the_backup_has_them_while_the_owner_is_away():
    site = site_at_dawn(a_contest(backup_id=BOB))
    site.set_member(AMY, absences=(Absence(first=TUESDAY, last=TUESDAY + timedelta(days=30)),))

    assert kinds(site.tick(NINE)) == [(BOB, "agenda")]


def test_after_a_hand_over_the_old_agenda_names_the_new_owner():
    site = site_at_dawn(a_contest())
    site.tick(NINE)

    site.change("P1", owner_id=INES, history=(Change(at=at(TUESDAY, "09:30"), by=AMY, what="assigned"),))
    site.tick(at(TUESDAY, "10:00"))

    assert f"now with <@{INES}>" in json.dumps(site.slack.updates[-1][1].blocks)


def test_an_agenda_from_before_steps_were_listed_still_reads_as_it_did():
    post = a_post()
    old = agenda(a_member(AMY), [post], day=TUESDAY)

    assert old.parts == ("P1",)
    site = site_at_dawn(post)
    assert "1 post today" in site.tick(NINE)[0].message.text


def test_the_clock_that_can_be_moved_on_knows_of_them():
    site = site_at_dawn(a_contest(due=FRIDAY + timedelta(days=7)))  # the rules are for Friday

    assert next_moment(site.store, at(WEDNESDAY, "12:00")) == at(FRIDAY, "09:00")


def test_a_contest_that_is_out_is_ticked_off_on_its_card(stage):
    bob = stage.slack.hand("UBOB")
    bob.command('/post add "Tea" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL)
    card = bob.command(
        "/post done P1 https://www.linkedin.com/feed/update/urn:li:activity:1/", channel=SOCIAL
    ).messages[-1]

    done = bob.press(card, "post.step-done:P1|3").messages[-1]

    assert "Draw the winner" in json.dumps(done.blocks)
    with stage.bot.house.store.transaction() as tx:
        assert tx.posts.get("P1").checklist[3].done_by == "UBOB"


def test_a_step_is_ticked_off_in_the_agenda_itself(stage):
    bob = stage.slack.hand("UBOB")
    bob.command('/post add "Tea" on linkedin by me 1/12 10:00 kind contest', channel=SOCIAL)
    stage.move_to(datetime(2026, 11, 24, 9, 5, tzinfo=UTC))
    (told,) = [each for each in bob.direct_messages() if "Publish the rules" in json.dumps(each.blocks)]

    bob.press(told, "post.step-done:P1|0")
    stage.move_to(datetime(2026, 11, 24, 9, 10, tzinfo=UTC))

    (now,) = [each for each in bob.direct_messages() if each.ts == told.ts]
    assert "Done: Publish the rules · P1 · Tea (<@UBOB>)" in json.dumps(now.blocks, ensure_ascii=False)
    assert len([each for each in bob.direct_messages() if "Publish the rules" in json.dumps(each.blocks)]) == 1


def test_a_step_comes_to_whoever_was_named_for_it_and_to_the_posts_owner_while_they_are_away():
    contest = a_contest()
    rules = replace(contest.checklist[0], owner_id=BOB)
    site = site_at_dawn(replace(contest, checklist=(rules, *contest.checklist[1:])))
    site.set_member(BOB, absences=(Absence(first=WEDNESDAY, last=WEDNESDAY),))

    assert kinds(site.tick(NINE, at(WEDNESDAY, "09:00"))) == [(BOB, "agenda"), (AMY, "agenda")]


def test_a_step_given_to_somebody_else_leaves_the_agenda_it_was_in():
    contest = a_contest()
    site = site_at_dawn(contest)
    site.tick(NINE)

    rules = replace(contest.checklist[0], owner_id=INES)
    history = (Change(at=at(TUESDAY, "09:30"), by=AMY, what="steps-assigned"),)
    site.change("P1", checklist=(rules, *contest.checklist[1:]), history=history)
    site.tick(at(TUESDAY, "10:00"))

    assert f"now with <@{INES}>" in json.dumps(site.slack.updates[-1][1].blocks)


def test_steps_are_shared_out_in_a_form_and_whoever_is_named_may_tick_theirs_off(stage):
    bob, dan = stage.slack.hand("UBOB"), stage.slack.hand("UDAN")
    card = bob.command('/post add "Tea" on linkedin by me 1/12 10:00 kind contest', channel=SOCIAL).messages[-1]

    bob.press(card, "post.steps")
    shared = bob.submit({"step.0": "UDAN"}).modal
    assert "Publish the rules · Tue 24 Nov · <@UDAN>" in json.dumps(shared.blocks, ensure_ascii=False)
    stage.move_to(datetime(2026, 11, 24, 17, 5, tzinfo=UTC))
    (told,) = [each for each in dan.direct_messages() if "Publish the rules" in json.dumps(each.blocks)]
    dan.press(told, "post.step-done:P1|0")

    with stage.bot.house.store.transaction() as tx:
        steps = tx.posts.get("P1").checklist
    assert [steps[0].done_by, steps[1].owner_id] == ["UDAN", None]


def test_somebody_else_ticks_nothing_off(stage):
    bob, dan = stage.slack.hand("UBOB"), stage.slack.hand("UDAN")
    bob.command('/post add "Tea" on linkedin by me 1/12 10:00 kind contest', channel=SOCIAL)
    card = dan.command("/post show P1", channel=SOCIAL).messages[-1]

    refused = dan.command("/post steps P1 @dan", channel=SOCIAL).messages[-1]

    assert "post.steps" not in json.dumps(card.blocks)
    assert "<@UBOB>" in json.dumps(refused.blocks)


def test_who_was_typed_is_offered_for_every_step_that_nobody_has(stage):
    amy = stage.slack.hand("UAMY")
    amy.command('/post ajouter "Thé" sur linkedin par moi 1/12 10h genre concours', channel=SOCIAL)

    amy.command("/post étapes P1 @dan", channel=SOCIAL)
    answer = amy.submit({"step.1": "UBOB"})

    assert "Les étapes de P1 sont réparties" in json.dumps(answer.modal.blocks, ensure_ascii=False)
    with stage.bot.house.store.transaction() as tx:
        assert [each.owner_id for each in tx.posts.get("P1").checklist] == ["UDAN", "UBOB", "UDAN", "UDAN", "UDAN"]


def test_a_post_without_steps_says_so(stage):
    bob = stage.slack.hand("UBOB")
    bob.command('/post add "Tea" on linkedin by me', channel=SOCIAL)

    assert "no step that waits" in json.dumps(bob.command("/post steps P1", channel=SOCIAL).messages[-1].blocks)


def test_who_does_a_step_survives_a_round_through_our_own_file():
    contest = a_contest()
    named = (replace(contest.checklist[0], owner_id=BOB), *contest.checklist[1:])

    assert tuple(steps(in_json(named))) == named


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_form_of_steps_fits(locale):
    long = replace(a_contest(), title="&" * 150, checklist=(Step(key="", text="&" * 100, day=TUESDAY),) * 40)
    t = Translator(locale, "Europe/Paris")

    assert check_view(sharing_form(t, long, chosen="UXXXXXXXXXX", meta={"post": "P1"})) is None


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_steps_fit(locale):
    long = replace(a_contest(), title="&" * 150, checklist=(Step(key="", text="&" * 100, day=TUESDAY),) * 20)
    rows = day_step_rows(
        Translator(locale, "America/Argentina/ComodRivadavia"),
        [(DayStep(post=long, place=n), "UXXXXXXXXXX" if n % 2 else "") for n in range(20)],
        day=WEDNESDAY,
    )

    assert len(rows) == 4
    assert check_message({"text": "x", "blocks": rows}) is None
