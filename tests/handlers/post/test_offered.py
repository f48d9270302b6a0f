"""Menus and buttons offer what their reader may do, and nothing else; pressing is asked again all the same."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.moments import Due
from bot.domain.plan.findings import Gap
from bot.domain.posts import PostKind, PostState
from bot.i18n import Translator
from tests.builders import add_post_on
from tests.handlers.plan.test_radar import spaced
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, post_with, shown
from tests.handlers.reminding import CHLOE, TUESDAY, Site, a_plan, a_strategy, at
from tests.handlers.reminding import a_post as reminded

CHANGES = ("post.more", "post.done", "post.edit", "post.move", "post.assign", "post.details", "post.cancel")


@pytest.fixture
def ines(stage):
    """A member who has nothing to do with Bob's post."""
    return stage.slack.hand("UINES")


def offered(what) -> list[str]:
    """The action ids of everything that can be pressed."""
    return [
        each["action_id"]
        for block in what.blocks
        for each in [*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else [])]
        if "action_id" in each
    ]


def changing(what) -> list[str]:
    return [each for each in offered(what) if each in CHANGES]


@pytest.fixture
def bobs(stage):
    """A post that only Bob, the manager and admins may change: he added it and he has it."""
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, platforms=()))
    return add_post_on(stage, due=due_in(hours=4))


@pytest.mark.parametrize("listed", ["/post list all", "/post list instagram", "/post list this week"])
def test_a_list_offers_whoever_may_not_change_a_post_to_look_at_it(bobs, bob, ines, listed):
    mine, theirs = (last(hand.command(listed, channel=SOCIAL)) for hand in (bob, ines))

    assert changing(mine) == ["post.more"]
    assert changing(theirs) == []
    ines.press(theirs, "post.show")
    assert "P1" in shown(ines.modal)


def test_pressed_all_the_same_it_is_refused(stage, bobs, bob, ines):
    mine = last(bob.command("/post list all", channel=SOCIAL))

    answer = ines.press(mine, "post.more", choice="move:P1")

    assert "<@UBOB>" in answer.text
    assert post(stage).moves == 0


def test_a_guest_is_offered_to_look_and_not_to_add(stage, bobs):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UINES"), is_guest=True))
    guest = stage.slack.hand("UINES")

    for typed in ("/post list all", "/post", "/post help"):
        answer = last(guest.command(typed, channel=SOCIAL))
        assert changing(answer) == [], typed
        assert "post.add" not in offered(answer), typed


def test_a_series_that_is_handed_on_is_shown_to_whoever_gave_it_without_what_they_may_not_do(stage, bob, ines):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, platforms=()))
    for day in (1, 8):
        due = Due.local(date(2026, 12, day), time(10), "Europe/London")
        kept = add_post_on(stage, due=due)
        with stage.bot.house.store.transaction() as tx:
            tx.posts.put(replace(tx.posts.get(kept.id), series_id="P1", created_by="UDAN"))

    question = last(bob.command("/post series P1 @ines", channel=SOCIAL))
    done = last(bob.press(question, "post.series-change"))

    assert changing(question) == ["post.more", "post.more"]
    assert changing(done) == []


def gaps(radar) -> dict[str, list[str]]:
    """What each finding of a radar offers, by its first words."""
    rows = [each for each in radar.blocks if each["type"] == "section" and each["text"]["text"].startswith("*")]
    return {
        spaced(each).partition("*")[2].partition("*")[0]: [each["accessory"]["action_id"]]
        if "accessory" in each
        else []
        for each in rows
    }


def test_the_radar_offers_to_mend_only_what_its_reader_may(stage, bobs, bob, ines):
    post_with(stage, kind=PostKind.CONTEST, due=due_in(hours=5), text="")
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        [objective, *_] = known.objectives
        tx.strategies.put(replace(known, objectives=(replace(objective, platforms=("tiktok",)),)))

    mine, theirs = (gaps(last(hand.command("/plan check november", channel=SOCIAL))) for hand in (bob, ines))

    for gap in (Gap.NO_TEXT, Gap.CONTEST_RULES, Gap.COMPASS_PLATFORM):
        assert mine[named(gap, "en-US")], gap
        assert theirs[named(gap, "fr-FR")] == [], gap
    assert theirs[named(Gap.EMPTY_DAYS, "fr-FR")] == ["plan.gap"]


def named(gap: Gap, locale: str) -> str:
    return Translator(locale, "UTC")(f"radar-gap-{gap.value}")


def test_whoever_gave_a_post_away_is_not_offered_to_publish_it(stage, bob, amy):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, platforms=()))
    kept = add_post_on(stage, due=due_in(hours=1))
    with stage.bot.house.store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get(kept.id), created_by="UDAN"))
    stage.move_to(stage.slack.clock.now())
    soon = next(each for each in bob.direct_messages() if "P1" in each.text)

    amy.command("/post assign P1 <@UINES>", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now())

    now = next(each for each in bob.direct_messages() if each.ts == soon.ts)
    assert "post.done" in offered(soon)
    assert offered(now) == ["post.show"]


def test_undo_stands_on_the_message_of_whoever_did_it(stage, bob, amy):
    add_post_on(stage, due=due_in(hours=1))
    stage.move_to(stage.slack.clock.now())

    amy.command(f"/post publiée P1 {LINK}", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now())

    [message] = [each for each in bob.direct_messages() if "P1" in each.text]
    assert post(stage).state is PostState.PUBLISHED
    assert "post.undo" not in offered(message)


def test_a_reviewer_who_catches_up_is_offered_to_look_at_what_is_not_theirs_to_move():
    site = Site(strategy=a_strategy(platforms=(a_plan(reviewer_id=CHLOE),)))
    asked_at = at(TUESDAY, "10:00")
    site.tick(asked_at)
    site.add(
        reminded(state="in_review", reviewer_id=CHLOE, review_asked_at=asked_at, due=at(date(2026, 12, 1), "16:00"))
    )

    told = site.tick(at(date(2026, 11, 27), "10:00"))

    [message] = [each.message for each in told if each.recipient_id == CHLOE and each.kind == "agenda"]
    assert "P1" in message.text
    assert changing(message) == []
