"""Above the form that says which of several posts is live: what stands against them, and how many are named."""

from dataclasses import replace

from tests.builders import put_post
from tests.handlers.plan.test_holds import AVOID, keep_plan
from tests.handlers.posting import LINK, SOCIAL, shown

TEN = "P1, P2, P3, P4, P5, P6, P7, P8, P9 and P10"


def require_reviews(stage) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), review_required=True))


def test_of_many_that_are_not_approved_or_break_the_plan_the_first_ten_are_named(stage, bob):
    keep_plan(stage, policies=(AVOID,))
    require_reviews(stage)
    for number in range(1, 12):
        put_post(stage, number, text="Cheap tea!")

    form = shown(bob.command(f"/post done {LINK}", channel=SOCIAL).modal)

    assert f"Not approved: {TEN}.*" in form
    assert f"A word on {TEN}: they break a strict rule" in form
    assert '"P11"' in form, "it can be chosen all the same"


def test_of_one_post_three_of_its_errors_are_named(stage, bob):
    four = [replace(AVOID, id=f"L{n}", value=word) for n, word in enumerate(("cheap", "tea", "sale", "gift"), 1)]
    keep_plan(stage, policies=tuple(four))
    put_post(stage, text="A cheap sale of gift tea")

    form = shown(bob.command("/post done P1", channel=SOCIAL).modal)

    assert [word in form for word in ("“cheap”", "“tea”", "“sale”", "“gift”")] == [True, True, True, False]
