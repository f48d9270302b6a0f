"""Whom a calendar file may name: for what is still open, somebody of the team who can be told."""

from dataclasses import replace

import pytest

from bot.domain.members import Member
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.services.exchange.own_file import calendar_csv
from storage.memory import MemoryStore
from tests.services.exchange.bringing import brought_in, planned

GINA = Member(id="UGINA", name="Gina")
UNFIT = [replace(GINA, is_guest=True), replace(GINA, is_active=False), replace(GINA, is_bot=True)]


def with_member(store: MemoryStore, member: Member) -> None:
    with store.transaction() as tx:
        tx.members.put(member)


@pytest.mark.parametrize("unfit", UNFIT)
@pytest.mark.parametrize("column", ["owner", "backup", "reviewer"])
def test_a_line_that_gives_an_open_post_to_somebody_who_cannot_be_told_is_refused_by_name(
    store: MemoryStore, strategy: Strategy, unfit: Member, column: str
) -> None:
    with_member(store, unfit)

    plan = planned(store, strategy, f"title,platform,due,{column}\nA,x,2026-12-01 10:00,@gina\n")

    assert plan.new == ()
    assert [(each.field, each.reason, each.what) for each in plan.refused] == [(column, "absent", "Gina")]


def test_what_was_published_by_somebody_who_left_since_comes_in_as_it_was(
    store: MemoryStore, strategy: Strategy
) -> None:
    with_member(store, UNFIT[1])

    (post,) = brought_in(store, strategy, "title,platform,state,date,owner\nA,x,published,2026-11-02 10:00,Gina\n")

    assert post.owner_id == "UGINA"


def test_a_line_that_leaves_the_owner_as_it_is_is_taken(store: MemoryStore, strategy: Strategy) -> None:
    with_member(store, GINA)
    file = "title,platform,due,owner,notes\nA,x,2026-12-01 10:00,Gina,{}\n"
    brought_in(store, strategy, file.format("one"))
    with store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UGINA"), is_active=False))

    (post,) = brought_in(store, strategy, file.format("two"))

    assert (post.owner_id, post.notes) == ("UGINA", "two")


def test_the_projects_own_file_brings_back_what_was(store: MemoryStore, strategy: Strategy) -> None:
    with_member(store, GINA)
    brought_in(store, strategy, "title,platform,due,owner\nA,x,2026-12-01 10:00,Gina\n")
    with store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UGINA"), is_active=False))
    file = calendar_csv(store, strategy).decode()
    with store.transaction() as tx:
        tx.posts.delete("P1")

    (post,) = brought_in(store, strategy, file)

    assert post.owner_id == "UGINA"


def test_a_line_without_an_owner_goes_to_the_backup_where_the_platforms_owner_has_left(
    store: MemoryStore, strategy: Strategy
) -> None:
    with_member(store, UNFIT[1])
    with store.transaction() as tx:
        plan = PlatformPlan(platform=Platform.X, owner_id="UGINA", backup_id="UBOB")
        strategy = tx.strategies.put(replace(tx.strategies.get(strategy.id), platforms=(plan,)))

    (post,) = brought_in(store, strategy, "title,platform,due\nA,x,2026-12-01 10:00\n")

    assert post.owner_id == "UBOB"
