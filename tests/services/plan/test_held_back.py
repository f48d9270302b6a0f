"""What an error of the plan holds back, door by door and policy by policy, and who lets it pass."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.plan_parts import Campaign, Limits, Plan, Policy, PolicyKind, Severity
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.plan.held_back import Held
from bot.services.post.adding import Wish, add_post, edit_post, wish_for
from bot.services.post.changes import cancel_post, draft_post, move_post, reopen_post
from bot.services.post.details import Details, detail_post
from bot.services.post.echo import rewrite_post
from bot.services.post.reviews import approve_post, ask_review
from storage.memory import MemoryStore
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_store, at

OWNER = Member(id="UOWNER", name="Olga")  # of the post, and nothing more
READER = Member(id="UREADER", name="Rita")
BESIDE = {"id": "P9", "strategy_id": "S1", "title": "Beside", "platform": Platform.X, "owner_id": "UBOB"}
WHY = "a quotation"

BREAKS: dict[PolicyKind, tuple[str, dict[str, Any]]] = {
    PolicyKind.AVOID_WORDS: ("cheap", {"text": "Cheap tea"}),
    PolicyKind.REQUIRE_WORDS: ("#lune", {"text": "Tea"}),
    PolicyKind.REQUIRE_LINK: ("lune.example", {"text": "Tea"}),
    PolicyKind.REQUIRE_IMAGE_TEXT: ("", {"image": "https://a.example/cat.png"}),
    PolicyKind.MOST_HASHTAGS: ("1", {"text": "#tea #lune"}),
    PolicyKind.MINUTES_APART: ("60", {"due": at(24, 10, 30)}),
    PolicyKind.WORKING_HOURS: ("9-18", {"due": at(24, 20)}),
    PolicyKind.DISCLOSURE: ("#ad", {"text": "Tea", "is_partnership": True}),
}
"""The value of a policy, and what makes a post break it."""
OF_THE_MOMENT = {PolicyKind.MINUTES_APART, PolicyKind.WORKING_HOURS}
Does = Callable[..., Any]


@pytest.fixture
def store() -> MemoryStore:
    made = a_store()
    with made.transaction() as tx:
        for each in (OWNER, READER):
            tx.members.put(each)
        tx.posts.put(Post(**BESIDE, due=at(24, 10)))
    return made


def with_plan(**parts: Any) -> Strategy:
    return replace(LUNE, plan=Plan(**parts))


def ruled(kind: PolicyKind, severity: Severity = Severity.ERROR) -> Strategy:
    return with_plan(policies=(Policy(id="L1", kind=kind, value=BREAKS[kind][0], severity=severity),))


def there(store: MemoryStore, **more: Any) -> Post:
    """A post as it came to be before there was any rule."""
    given = {**BESIDE, "id": "P1", "owner_id": "UOWNER", "reviewer_id": "UREADER", "due": at(25), **more}
    with store.transaction() as tx:
        return tx.posts.put(Post(**given))


def broken(kind: PolicyKind, **more: Any) -> dict[str, Any]:
    return {**BREAKS[kind][1], **more}


def wish(**more: Any) -> Wish:
    given = {"title": "Tea", "platform": Platform.X, "owner_id": "UOWNER", "due": at(25), **more}
    return wish_for(**{name: value for name, value in given.items() if name != "is_partnership"})


def adds(store: MemoryStore, kind: PolicyKind) -> Does:
    return lambda override="", **who: add_post(store, wish=wish(**broken(kind), override=override), **who)


def edits(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, is_partnership=kind is PolicyKind.DISCLOSURE, text="")
    return lambda override="", **who: edit_post(
        store, post_id=post.id, wish=wish(**broken(kind), override=override), **who
    )


def rewrites(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, is_partnership=kind is PolicyKind.DISCLOSURE, text="")
    return lambda **who: rewrite_post(store, post_id=post.id, text=BREAKS[kind][1]["text"], **who)


def drafts(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, state=PostState.IDEA, **broken(kind))
    return lambda **who: draft_post(store, post_id=post.id, **who)


def reopens(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, state=PostState.CANCELLED, **broken(kind))
    return lambda **who: reopen_post(store, post_id=post.id, **who)


def approves(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, state=PostState.IN_REVIEW, review_asked_at=NOW, **broken(kind))
    return lambda **who: approve_post(store, post_id=post.id, **who)


def moves(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store)
    return lambda **who: move_post(store, post_id=post.id, due=broken(kind)["due"], **who)


def details(store: MemoryStore, kind: PolicyKind) -> Does:
    post = there(store, **broken(kind, is_partnership=False))
    return lambda **who: detail_post(store, post_id=post.id, details=Details(is_partnership=True), **who)


DOORS = [
    *((adds, kind) for kind in BREAKS if kind is not PolicyKind.DISCLOSURE),  # a new post is no partnership yet
    *((edits, kind) for kind in BREAKS),
    *((rewrites, kind) for kind in BREAKS if "text" in BREAKS[kind][1]),
    *((drafts, kind) for kind in BREAKS),
    *((reopens, kind) for kind in BREAKS),
    *((approves, kind) for kind in BREAKS),
    *((moves, kind) for kind in BREAKS if kind in OF_THE_MOMENT),
    (details, PolicyKind.DISCLOSURE),
]
IDS = [f"{door.__name__} {kind.value}" for door, kind in DOORS]


def whose(door: Does) -> Member:
    """Somebody who may do it, and looks after no plan."""
    return READER if door is approves else OWNER


def test_every_policy_that_is_checked_is_in_the_table():
    assert set(BREAKS) == set(PolicyKind) - {PolicyKind.TEXT}


@pytest.mark.parametrize(("door", "kind"), DOORS, ids=IDS)
def test_an_error_holds_it_back_and_advice_does_not(store, door, kind):
    act = door(store, kind)

    with pytest.raises(Held) as held:
        act(strategy=ruled(kind), by=whose(door), now=NOW)

    assert [each.policy.kind for each in held.value.verdict.errors] == [kind]
    assert not held.value.may_override
    act(strategy=ruled(kind, Severity.ADVICE), by=whose(door), now=NOW)


@pytest.mark.parametrize(("door", "kind"), DOORS, ids=IDS)
@pytest.mark.parametrize("by", [AMY, BOB], ids=["manager", "admin"])
def test_who_looks_after_the_plan_lets_it_pass_for_a_reason_on_record(store, door, kind, by):
    act = door(store, kind)

    with pytest.raises(Held) as held:
        act(strategy=ruled(kind), by=by, now=NOW, override=" ")
    done = act(strategy=ruled(kind), by=by, now=NOW, override=WHY)

    kept = getattr(done, "post", done)
    assert held.value.may_override
    assert kept.override == WHY
    assert [(each.by, each.note) for each in kept.history if each.what == "override"] == [(by.id, WHY)]


@pytest.mark.parametrize(("door", "kind"), DOORS, ids=IDS)
def test_a_reason_of_anybody_else_is_refused(store, door, kind):
    with pytest.raises(UserError, match="rights-override"):
        door(store, kind)(strategy=ruled(kind), by=whose(door), now=NOW, override=WHY)


@pytest.mark.parametrize("door", [drafts, reopens, approves])
def test_what_was_passed_for_a_reason_is_not_held_again(store, door):
    act = door(store, PolicyKind.AVOID_WORDS)
    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P1"), override=WHY))

    done = act(strategy=ruled(PolicyKind.AVOID_WORDS), by=whose(door), now=NOW)

    assert done.override == WHY


def test_asking_for_a_review_cancelling_and_coming_back_as_an_idea_are_never_held(store):
    there(store, **broken(PolicyKind.AVOID_WORDS))
    who = {"strategy": ruled(PolicyKind.AVOID_WORDS), "by": OWNER, "now": NOW, "post_id": "P1"}

    assert ask_review(store, **who).state is PostState.IN_REVIEW
    cancel_post(store, **who)
    idea = reopen_post(store, **who, as_idea=True)

    assert (idea.state, idea.due) == (PostState.IDEA, None)


# --- limits and budgets: 80 % is said, 100 % is reached, what passes it is held back


def spending(store: MemoryStore, amount: float, **plan: Any) -> Does:
    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P9"), spend=50.0, campaign="Winter"))
    post = there(store, campaign="Winter")
    return lambda **who: detail_post(store, post_id=post.id, details=Details(spend=amount, campaign="Winter"), **who)


MONTH = {"limits": Limits(spend_a_month=100.0)}
CAMPAIGN = {"limits": Limits(campaigns=(Campaign(name="winter", amount=100.0),))}


@pytest.mark.parametrize("plan", [MONTH, CAMPAIGN], ids=["month", "campaign"])
@pytest.mark.parametrize(("amount", "said"), [(29.99, None), (30.0, 80.0), (49.99, 99.99), (50.0, 100.0)])
def test_money_is_kept_up_to_the_limit_and_said_with_both_numbers_from_four_fifths(store, plan, amount, said):
    from bot.services.post.adding import facts_of

    spending(store, amount)(strategy=with_plan(**plan), by=OWNER, now=NOW)

    facts = facts_of(store, strategy=with_plan(**plan), by=OWNER, now=NOW, post_id="P1")
    assert [(each.used, each.limit) for each in facts.verdict.usages] == ([(said, 100.0)] if said else [])


@pytest.mark.parametrize("plan", [MONTH, CAMPAIGN], ids=["month", "campaign"])
def test_a_cent_more_is_held_back_with_both_numbers_and_passed_by_who_may(store, plan):
    act, strategy = spending(store, 50.01), with_plan(**plan)

    with pytest.raises(Held) as held:
        act(strategy=strategy, by=OWNER, now=NOW)

    assert [(each.used, each.limit) for each in held.value.verdict.passed] == [(100.01, 100.0)]
    assert act(strategy=strategy, by=AMY, now=NOW, override=WHY).spend == 50.01


@pytest.mark.parametrize(
    ("limit", "there_are", "said"), [(5, 2, None), (5, 3, 4), (5, 4, 5), (10, 6, None), (10, 7, 8)]
)
def test_a_day_takes_posts_up_to_its_limit_and_says_both_numbers_from_four_fifths(store, limit, there_are, said):
    from bot.services.post.adding import facts_of

    strategy = with_plan(limits=Limits(posts_a_day=limit))
    for number in range(there_are):
        there(store, id=f"P2{number}")

    made = add_post(store, strategy=strategy, by=OWNER, now=NOW, wish=wish()).post

    facts = facts_of(store, strategy=strategy, by=OWNER, now=NOW, post_id=made.id)
    assert [(each.used, each.limit) for each in facts.verdict.usages] == ([(said, limit)] if said else [])


@pytest.mark.parametrize("door", [adds, drafts, reopens, moves])
def test_a_full_day_takes_none_by_any_door(store, door):
    strategy = with_plan(limits=Limits(posts_a_day=1))
    there(store, id="P8", due=at(24, 8))
    act = door(store, PolicyKind.WORKING_HOURS)  # on the 24th

    with pytest.raises(Held) as held:
        act(strategy=strategy, by=OWNER, now=NOW)

    assert [(each.used, each.limit) for each in held.value.verdict.passed] == [(3, 1)]


def test_approving_fills_no_limit(store):
    strategy = with_plan(limits=Limits(posts_a_day=1))
    there(store, id="P8")
    there(store, state=PostState.IN_REVIEW, review_asked_at=NOW)

    assert approve_post(store, strategy=strategy, by=READER, now=NOW, post_id="P1").state is PostState.APPROVED
