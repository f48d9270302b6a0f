"""A step of a checklist comes to whoever has the post, on its day, in the agenda, and is ticked off there."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.checklists import checklist_of
from bot.domain.daily import agenda
from bot.domain.day_steps import DayStep
from bot.domain.people import Absence
from bot.domain.posts import Change, Post, PostKind, PostState, Step
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from bot.services.upcoming import next_moment
from handlers.views.day_steps import day_step_rows
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, Site, a_member, a_post, at, kinds

SOCIAL = "CSOCIAL"
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
    assert "1 step to do" in told[0].message.text
    assert "Publish the rules · P1 · Win a candle" in told[0].message.text
    assert '"action_id": "post.step-done", "value": "P1|0"' in shown(told[0])


def test_in_french():
    site = site_at_dawn(a_contest(owner_id=CHLOE))

    told = site.tick(NINE)

    assert "1 étape à faire" in told[0].message.text
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


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_steps_fit(locale):
    long = replace(a_contest(), title="&" * 150, checklist=(Step(key="", text="&" * 100, day=TUESDAY),) * 20)
    rows = day_step_rows(
        Translator(locale, "America/Argentina/ComodRivadavia"),
        [(DayStep(post=long, place=n), "UXXXXXXXXXX" if n % 2 else "") for n in range(20)],
        day=WEDNESDAY,
    )

    assert len(rows) == 9
    assert check_message({"text": "x", "blocks": rows}) is None
