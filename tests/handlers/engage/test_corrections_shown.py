"""Corrections at their longest texts, and who gets through which door."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.engage.corrections import Advice, Correction, NoticedBy, Remedy, TimeToCorrect
from bot.domain.errors import NotFound
from bot.domain.limits import ROUND_TEXT_LIMIT, STATEMENT_LIMIT
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.services.engage.corrections import (
    CorrectionFacts,
    CorrectionsSeen,
    CorrectionWish,
    change_correction,
    take_on_correction,
)
from handlers.views.engage import corrections as views
from handlers.views.post.corrections import correction_row, corrections_on_post
from storage.memory import MemoryStore
from tests.handlers.engage.doors import FULL, NOW, OTHER, gets_through, store_with, taking_back
from tests.handlers.engage.test_corrections import a_correction, corrections
from tests.handlers.longest import a_post, assert_message, assert_modal, worst
from tests.handlers.people.test_private_channels import closed
from tests.handlers.posting import SOCIAL, last, shown
from tests.services.people.test_who_may import EVERYBODY

POST = Post(
    id="P1",
    strategy_id="S1",
    title="A",
    platform=Platform.X,
    owner_id="UPLATFORM",
    state=PostState.PUBLISHED,
    published_at=NOW - timedelta(days=1),
)
WRONG = Correction(
    id="C1",
    strategy_id="S1",
    post_id="P1",
    what="wrong price",
    noticed_at=NOW - timedelta(hours=1),
    owner_id="UOWNER",
    created_by="UAUTHOR",
)


def a_long_one(texts: str, **more) -> Correction:
    whole = replace(
        WRONG,
        id="C100000",
        what=worst(STATEMENT_LIMIT, texts),
        learned=worst(STATEMENT_LIMIT, texts),
        answer=worst(ROUND_TEXT_LIMIT, texts),
        noticed_by=NoticedBy.CUSTOMER,
        remedies=tuple(Remedy),
        followed=tuple(Advice),
    )
    return replace(whole, **more)


@pytest.mark.parametrize("right", [None, NOW])
def test_every_view_of_a_correction_at_its_longest(t, texts, right):
    found = a_long_one(texts, put_right_at=right)
    facts = CorrectionFacts(correction=found, post=a_post(texts, 1), can_change=True, undo="f" * 16)
    many, took = (found,) * 40, TimeToCorrect(median=timedelta(days=300, hours=3), n=10**5, still_open=10**5)

    assert_message(views.card_text(t, facts, notice="*!*"), views.correction_card(t, facts, notice="*!*"))
    assert_modal(views.card_modal(t, facts, channel_id="C1", notice="*!*"))
    posts = [a_post(texts, n) for n in range(100)]
    assert_modal(views.correction_form(t, found, posts=posts, rest=worst(3000, texts), meta={"channel": "C1"}))
    assert_message(*views.correction_list(t, CorrectionsSeen(open=many, closed=many[:10], took=took)))
    nothing = TimeToCorrect(median=None, n=0, still_open=0)
    assert_message(*views.correction_list(t, CorrectionsSeen(open=(), closed=(), took=nothing)))
    assert correction_row(t, found) in corrections_on_post(t, many) or right
    assert_message("post", corrections_on_post(t, many))


def changed(**wish):
    return lambda store, **who: change_correction(store, **who, correction_id="C1", wish=CorrectionWish(**wish))


DOORS = {
    "open": lambda store, **who: take_on_correction(store, **who, post_id="P1", wish=CorrectionWish(what="late")),
    "change": changed(answer="Sorry"),
    "close": changed(is_put_right=True),
    "give": changed(owner_id="UBACKUP"),
    "undo": taking_back("corrections", "C1", answer="new"),
}
THEIRS = {"manager", "admin", "owner", "author", "platform"}
"""The platform's owner has the post here."""


def a_store() -> MemoryStore:
    return store_with(posts=POST, corrections=WRONG)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("role", EVERYBODY)
def test_each_role_gets_through_the_doors_that_the_table_opens_to_it(door, role):
    assert gets_through(DOORS[door], a_store(), role) == (role in (FULL if door == "open" else THEIRS))


def test_a_correction_of_another_strategy_does_not_exist():
    for door in ("open", "change"):
        with pytest.raises(NotFound):
            DOORS[door](a_store(), strategy=OTHER, by=EVERYBODY["admin"], now=NOW)


def test_a_private_channels_mistakes_do_not_exist_for_who_is_outside(stage, bob):
    closed(stage)
    a_correction(stage, what="Zanzibar price")

    for typed in ("C1", "C1 done", "corrections", 'oops P1 "late"'):
        assert "Zanzibar" not in shown(last(bob.command(f"/checkin {typed}", channel=SOCIAL)))
    assert corrections(stage)[0].is_open
    assert len(corrections(stage)) == 1
