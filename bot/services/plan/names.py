"""Posts carry the names of their theme and campaign: where the plan renames one, they follow."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.plan_parts import Campaign, Plan
from bot.domain.posts import Post
from bot.ports import Transaction

Names = Mapping[str, str]
"""The new name by the old one, case folded."""


NAMED = ("theme", "campaign", "labels")


def rename_on_posts(
    tx: Transaction, strategy_id: str, was: Plan, made: Plan, *, by: str, at: datetime, but: Collection[str] = ()
) -> list[tuple[Post, Post]]:
    """Each post that follows, but these, has a line of history; as they were and as they are."""
    themes, campaigns = _themes(was, made), _campaigns(was, made)
    if not themes and not campaigns:
        return []
    found: list[tuple[Post, Post]] = []
    for post in tx.posts.of_strategy(strategy_id):
        renamed = _renamed(post, themes, campaigns)
        changed = [name for name in NAMED if getattr(renamed, name) != getattr(post, name)]
        if changed and post.id not in but:
            found.append((post, tx.posts.put(renamed.noted("edited", by=by, at=at, note=",".join(changed)))))
    return found


def bearing_new_names(tx: Transaction, strategy_id: str, was: Plan, made: Plan) -> list[str]:
    """The posts that have the new name before anything is renamed: they keep it when the old one comes back."""
    themes, campaigns = _themes(made, was), _campaigns(made, was)
    if not themes and not campaigns:
        return []
    return [each.id for each in tx.posts.of_strategy(strategy_id) if _renamed(each, themes, campaigns) != each]


def _renamed(post: Post, themes: Names, campaigns: Names) -> Post:
    return replace(
        post,
        theme=themes.get(post.theme.casefold(), post.theme),
        campaign=campaigns.get(post.campaign.casefold(), post.campaign),
        labels=tuple(campaigns.get(each.casefold(), each) for each in post.labels),
    )


def _themes(was: Plan, made: Plan) -> Names:
    known = {each.id: each.name for each in was.themes}
    return {known[each.id].casefold(): each.name for each in made.themes if known.get(each.id, each.name) != each.name}


def _campaigns(was: Plan, made: Plan) -> Names:
    """Where one name is gone and one is new: they are lines of a form, without an id."""
    gone = [each for each in was.limits.campaigns if each.name not in _names(made)]
    new = [each for each in made.limits.campaigns if each.name not in _names(was)]
    is_one = len(gone) == len(new) == 1 and _is_same(gone[0], new[0])
    return {gone[0].name.casefold(): new[0].name} if is_one else {}


def _names(plan: Plan) -> set[str]:
    return {each.name for each in plan.limits.campaigns}


def _is_same(old: Campaign, new: Campaign) -> bool:
    """By its amount, or one name in the other; else another campaign took its place."""
    names = sorted((old.name.casefold(), new.name.casefold()), key=len)
    return old.amount == new.amount or names[0] in names[1]
