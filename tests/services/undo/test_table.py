"""Every deed, taken back at once, after somebody else's change, after ten minutes, by others, and twice."""

from dataclasses import replace

import pytest

from bot.domain.care_rules import CareRules
from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.plan_parts import Pause, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.posts import PostState
from bot.domain.strategy import Platform, PlatformPlan
from bot.i18n import translator_for
from bot.ports import Store
from bot.services.kpi.measures import log_counts
from bot.services.undo.deeds import Deed, remember
from bot.services.ways_back.table import last_deeds, outlook_of, undo_deed
from handlers.views.undo import deed_in_words
from tests.i18n.test_catalogues import messages
from tests.services.post.post_builders import AMY, BOB, later
from tests.services.undo import engage_deeds
from tests.services.undo.deeds import ACTS, a_full_store, done, everything, strategy_in

FIRST = {
    "end a series": ["series"],
    "change a series": ["series"],
    "cancel what steps made": ["make a step a post"],
    "reopen": ["cancel"],
    "share no more": ["agree to share"],
    "publish unapproved": ["people"],
    "go on after a pause": ["pause"],
    "approve": ["ask for review"],
    "ask for changes": ["ask for review"],
    "reopen an objective": ["close an objective"],
    "hand it back": ["hand over"],
    "other numbers": ["numbers"],
    "write the result again": ["close an objective"],
    "move what steps made": ["make a step a post"],
}
"""What has to be done before it can be done."""
NO_DEEDS = {"posts", "many", "plan", "none", "older", "with", "moved-from", "assigned-to", "changed", "undone"}
NO_DEEDS |= {"override", "compass-widened"}
"""What else is called so: words around a deed, and what nothing takes back."""
ON = {
    "take up": "P2",
    "numbers": "P3",
    "other numbers": "P3",
    "end a series": "P6",
    "change a series": "P6",
}
"""Where it is not done to P1."""


def after(deed: str) -> tuple[Store, Deed, dict[str, object]]:
    """A store in which Bob has done it, and what stood before."""
    store, post_id = a_full_store(), ON.get(deed, "P1")
    for each in FIRST.get(deed, ()):
        assert done(store, each, post_id)
    before, count = everything(store), len(last_deeds(store, by=BOB, now=later(minutes=1)))
    assert done(store, deed, post_id)
    deeds = last_deeds(store, by=BOB, now=later(minutes=1))
    assert len(deeds) == count + 1
    return store, deeds[0], before


def change_all(store: Store, deed: Deed) -> None:
    """Amy changes each thing that the deed wrote."""
    with store.transaction() as tx:
        for post_id in deed.post_ids:
            post = tx.posts.get(post_id)
            tx.posts.put(replace(post, notes="Mine").noted("edited", by=AMY.id, at=later(minutes=2), note="notes"))
        for part in deed.parts:
            if part.also in engage_deeds.TABLES:
                engage_deeds.change(tx, part)
            if part.also == "questions":
                tx.questions.put(replace(tx.questions.get(part.key), link="https://example.com/mine"))
        was = tx.strategies.get("S1")
        objectives = tuple(replace(each, statement="Mine") for each in was.objectives)
        limits = replace(was.plan.limits, posts_a_day=77)
        days = (*was.plan.days, SpecialDay(name="Mine", day=later().date()))
        themes = (*was.plan.themes, Theme(id="T9", name="Mine", first=later().date()))
        tools = (*was.plan.tools, Tool(name="Mine"))
        policies = (*was.plan.policies, Policy(id="L99", kind=PolicyKind.TEXT, text="Mine"))
        platforms = (*was.platforms, PlatformPlan(platform=Platform.THREADS))
        pause = Pause(began_at=later(minutes=2), by=AMY.id)
        parts = replace(was.plan, pause=pause, limits=limits, days=days, themes=themes, tools=tools, policies=policies)
        care = CareRules(due_days=5)
        made = replace(was, plan=parts, objectives=objectives, platforms=platforms, manager_id="UCHLOE", care=care)
        tx.strategies.put(made)
    if deed.what == "counts":
        log_counts(
            store, strategy=strategy_in(store), post_id="P3", changes={"reach": 70}, by=AMY, now=later(minutes=2)
        )


def undo(store: Store, deed: Deed, *, by: Member = BOB, minutes: float = 3) -> None:
    undo_deed(store, by=by, now=later(minutes=minutes), token=deed.token)


def test_the_table_has_every_deed_that_there_are_words_for():
    words = {each.removeprefix("undo-deed-") for each in messages("en") if each.startswith("undo-deed-")}
    words |= {each.removeprefix("history-") for each in messages("en") if each.startswith("history-")}

    assert {after(each)[1].what for each in ACTS} == words - NO_DEEDS


@pytest.mark.parametrize("deed", ACTS)
def test_at_once_all_is_as_it_was(deed):
    store, last, before = after(deed)

    undo(store, last, minutes=10.9)

    assert everything(store) == before


@pytest.mark.parametrize("deed", ACTS)
def test_after_somebody_elses_change_it_stays_and_says_whose(deed):
    store, last, _ = after(deed)
    change_all(store, last)
    changed = everything(store)

    outlook = outlook_of(store, by=BOB, now=later(minutes=3), token=last.token)
    with pytest.raises(UserError, match="undo-stays"):
        undo(store, last)

    assert everything(store) == changed
    assert outlook.stops
    assert outlook.changes
    assert all(each.who in (AMY.id, BOB.id, "") for each in outlook.changes)


@pytest.mark.parametrize("deed", ACTS)
@pytest.mark.parametrize(("by", "minutes"), [(BOB, 11), (AMY, 3)], ids=["after ten minutes", "by somebody else"])
def test_too_late_or_by_others_it_stays(deed, by, minutes):
    store, last, _ = after(deed)
    stands = everything(store)

    with pytest.raises(UserError, match="undo-gone"):
        undo(store, last, by=by, minutes=minutes)

    assert everything(store) == stands


@pytest.mark.parametrize("deed", ACTS)
def test_twice_is_once(deed):
    store, last, before = after(deed)
    undo(store, last)

    with pytest.raises(UserError, match="undo-gone"):
        undo(store, last)

    assert everything(store) == before


@pytest.mark.parametrize("deed", ACTS)
def test_who_lost_the_right_meanwhile_takes_nothing_back(deed):
    store, last, _ = after(deed)
    stands = everything(store)

    with pytest.raises(UserError, match="rights-"):
        undo(store, last, by=replace(BOB, is_guest=True))

    assert everything(store) == stands


@pytest.mark.parametrize("deed", ACTS)
@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
def test_each_has_words(deed, locale):
    _, last, _ = after(deed)
    t = translator_for(replace(BOB, locale=locale), later())

    said = deed_in_words(t, last)

    assert said
    assert said != t("undo-deed-plan")
    assert t("history-changed") not in said


def test_what_was_done_before_somebody_elses_change_that_was_taken_back_can_be_taken_back():
    store, mine, before = after("move")
    assert done(store, "hand over", "P1")
    amys = last_deeds(store, by=BOB, now=later(minutes=1))[0]

    undo(store, amys)
    undo(store, mine)

    assert everything(store) == before


def test_of_several_posts_only_those_go_back_that_nobody_changed_since():
    store, series, _ = after("series")
    with store.transaction() as tx:
        tx.posts.put(tx.posts.get("P7").noted("edited", by=AMY.id, at=later(minutes=2)))

    outlook = undo_deed(store, by=BOB, now=later(minutes=3), token=series.token)

    assert (outlook.post_ids, outlook.left_ids) == (("P6", "P8"), ("P7",))
    with store.transaction() as tx:
        states = [tx.posts.get(each).state for each in ("P6", "P7", "P8")]
    assert states == [PostState.CANCELLED, PostState.DRAFT, PostState.CANCELLED]


def test_a_deed_of_anybody_that_is_over_goes_with_the_next_deed():
    store, mine, _ = after("move")
    with store.transaction() as tx:
        remember(tx, replace(mine, by=AMY.id, token=""), now=later(minutes=12))
        left = tx.notes.starting("deed:")

    assert [each.id.split(":")[1] for each in left] == [AMY.id]
