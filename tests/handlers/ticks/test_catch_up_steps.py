"""The steps of a checklist in what is told after a silence: those of the agenda that did not come, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import TryLater
from bot.domain.post.checklists import checklist_of
from bot.domain.posts import Change, Post, PostKind, Step
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from handlers.views.reminders.catch_ups import CatchUp, catch_up_message
from tests.handlers.posting import shown
from tests.handlers.reminding import AMY, CHLOE, INES, TUESDAY, Site, a_post, a_strategy, at

NOON = at(TUESDAY, "12:00")


def a_contest(**more: object) -> Post:
    """Its rules are due on Tuesday."""
    due = TUESDAY + timedelta(days=7)
    post = a_post(9, due=at(due, "16:00"), kind=PostKind.CONTEST, title="Win a candle")
    return replace(post, **{"checklist": checklist_of(PostKind.CONTEST, due, ()), **more})  # type: ignore[arg-type]


def site_after_a_silence(owner: str = AMY) -> Site:
    """From six to noon nobody was told anything: neither the agenda nor the post that was due at eleven."""
    site = Site()
    site.add(a_contest(owner_id=owner), a_post(1, due=at(TUESDAY, "11:00"), owner_id=owner))
    site.tick(at(TUESDAY, "06:00"), NOON)
    return site


def test_the_steps_of_an_agenda_that_did_not_come_are_in_the_catch_up():
    site = site_after_a_silence()

    (told,) = site.slack.told(AMY)

    assert told.kind == "catch-up"
    assert "1 post came due and 1 step was to be done" in told.message.text
    assert "Publish the rules · P9 · Win a candle" in told.message.text
    assert '"action_id": "post.step-done", "value": "P9|0"' in shown(told.message)


def test_in_french():
    (told,) = site_after_a_silence(CHLOE).slack.told(CHLOE)

    assert "1 étape était à faire" in told.message.text
    assert "*À faire\u00a0:* Publier le règlement · P9" in shown(told.message)


def test_the_steps_are_named_once_that_day():
    site = site_after_a_silence()

    later = site.tick(NOON + timedelta(minutes=1), at(TUESDAY, "18:30"))

    assert "Publish the rules" not in " ".join(shown(each.message) for each in later)


@pytest.mark.parametrize("later", [timedelta(minutes=5), timedelta(days=1, minutes=5)], ids=["at once", "a day later"])
def test_a_step_done_meanwhile_is_shown_as_done(later):
    site = site_after_a_silence()
    done = replace(a_contest().checklist[0], done_at=NOON, done_by=AMY)

    site.change("P9", checklist=(done, *a_contest().checklist[1:]))
    site.tick(NOON + later)

    assert "Done: Publish the rules · P9 · Win a candle (<@UAMY>)" in shown(site.slack.updates[-1][1])


def test_a_step_handed_over_since_names_its_new_owner():
    site = site_after_a_silence()
    rules = replace(a_contest().checklist[0], owner_id=INES)
    history = (Change(at=NOON + timedelta(minutes=1), by=AMY, what="steps-assigned"),)

    site.change("P9", checklist=(rules, *a_contest().checklist[1:]), history=history)
    site.tick(NOON + timedelta(minutes=5))

    assert f"now with <@{INES}>" in shown(site.slack.updates[-1][1])


def test_a_catch_up_that_comes_the_day_after_leaves_steps_to_that_days_agenda():
    site = Site()
    site.add(a_contest(), a_post(1, due=at(TUESDAY, "11:00")))
    site.slack.fault = lambda recipient_id, key: TryLater("internal_error") if "catch-up" in key else None
    site.tick(at(TUESDAY, "06:00"), NOON)
    site.slack.fault = lambda recipient_id, key: None

    wednesday = TUESDAY + timedelta(days=1)
    told = site.tick(at(wednesday, "08:30"), at(wednesday, "09:00"))

    assert [each.kind for each in told if "Publish the rules" in shown(each.message)] == ["agenda"]


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_longest_fits(locale):
    posts = [replace(a_post(n), title="&" * 150) for n in range(1, 40)]
    long = replace(a_contest(), title="&" * 150, checklist=(Step(key="", text="&" * 100, day=TUESDAY),) * 20)
    delivery = Delivery(
        key="catch-up:S1:late:UAMY:2026-11-24",
        kind=ReminderKind.CATCH_UP,
        strategy_id="S1",
        subject="late",
        recipient_id=AMY,
        owed_at=NOON,
        expires_at=NOON + timedelta(days=3),
    )
    caught = CatchUp(
        delivery=delivery,
        posts=posts,
        measures=[],
        rounds=[TUESDAY],
        strategies={"S1": a_strategy()},
        since=NOON,
        until=NOON,
        now=NOON,
        undone_today=True,
        steps=[DayStep(post=long, place=n) for n in range(20)],
    )

    outgoing = catch_up_message(Translator(locale, "America/Argentina/ComodRivadavia"), caught)

    assert outgoing is not None
    assert check_message({"text": outgoing.text, "blocks": list(outgoing.blocks)}) is None
