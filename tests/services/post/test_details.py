from dataclasses import replace

import pytest

from bot.domain.errors import UserError
from bot.domain.plan_parts import Limits
from bot.domain.posts import Attachment, PostState
from bot.services.plan.held_back import Held
from bot.services.post.details import MOST, Details, ask_for_file, attach_files, detail_post, file_asked_of, linked
from bot.services.ways_back.table import undo_last
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, at, later, stored

BY = {"strategy": LUNE, "by": AMY, "now": NOW}
PHOTO = Attachment(file_id="F1", name="cup.png", url="https://slack.example/F1")
WHOLE = Details(
    theme="Advent",
    labels=("tea", "cake"),
    campaign="Winter",
    spend=12.5,
    is_partnership=True,
    links=("https://example.com/a.png | Amy holds a cup", "https://example.com/b.pdf"),
)


@pytest.fixture
def store():
    return a_store()


def test_everything_beside_the_text_is_kept_and_named_in_the_history(store):
    post = a_post(store)

    kept = detail_post(store, **BY, post_id=post.id, details=WHOLE)

    assert (kept.theme, kept.labels, kept.campaign, kept.spend, kept.is_partnership) == (
        "Advent",
        ("tea", "cake"),
        "Winter",
        12.5,
        True,
    )
    assert kept.attachments == (
        Attachment(url="https://example.com/a.png", alt="Amy holds a cup"),
        Attachment(url="https://example.com/b.pdf"),
    )
    assert kept.history[-1].note == "theme,labels,spend,campaign,is_partnership,attachments"


def test_saving_it_unchanged_leaves_no_line_and_undo_brings_all_of_it_back(store):
    post = a_post(store)
    for _ in range(2):
        detail_post(store, **BY, post_id=post.id, details=WHOLE)
    assert len(stored(store, post.id).history) == 2

    undone = undo_last(store, **BY, post_id=post.id).post

    assert (undone.spend, undone.labels, undone.attachments) == (None, (), ())


def test_a_spend_over_the_budget_is_held_back_and_passes_with_a_reason(store):
    tight = replace(LUNE, plan=replace(LUNE.plan, limits=Limits(spend_a_month=10)))
    post = a_post(store, due=at(28))
    asked = {**BY, "strategy": tight, "post_id": post.id, "details": WHOLE}

    with pytest.raises(Held):
        detail_post(store, **asked)

    assert detail_post(store, **asked, override="The boss said so").override == "The boss said so"


@pytest.mark.parametrize("line", ["cup.png", "javascript:alert(1)", "ftp://example.com/a"])
def test_only_web_addresses_are_links(line):
    with pytest.raises(UserError, match="link-unreadable"):
        linked(line)


def test_a_file_goes_to_the_post_that_waits_for_it_once(store):
    post = a_post(store)
    ask_for_file(store, **BY, post_id=post.id)
    assert file_asked_of(store, by=AMY, now=NOW) == ("S1", "P1")
    assert file_asked_of(store, by=BOB, now=NOW) is None
    assert file_asked_of(store, by=AMY, now=later(minutes=30)) is None

    for _ in range(2):
        attach_files(store, **BY, post_id=post.id, files=[PHOTO])

    assert stored(store, post.id).attachments == (PHOTO,)
    assert file_asked_of(store, by=AMY, now=NOW) is None


def test_a_file_gets_its_alternative_text_and_is_taken_off(store):
    post = a_post(store)
    attach_files(store, **BY, post_id=post.id, files=[PHOTO])

    named = detail_post(store, **BY, post_id=post.id, details=Details(alts=(("F1", "A cup"),)))
    bare = detail_post(store, **BY, post_id=post.id, details=Details())

    assert (named.attachments, bare.attachments) == ((replace(PHOTO, alt="A cup"),), ())


def test_no_more_files_than_a_card_can_name(store):
    post = a_post(store)
    many = [replace(PHOTO, file_id=f"F{n}") for n in range(MOST + 1)]

    with pytest.raises(UserError, match="attachments-full"):
        attach_files(store, **BY, post_id=post.id, files=many)


def test_what_is_cancelled_is_reopened_first(store):
    post = a_post(store)
    with store.transaction() as tx:
        tx.posts.put(replace(post, state=PostState.CANCELLED))

    with pytest.raises(UserError, match="post-cancelled"):
        detail_post(store, **BY, post_id=post.id, details=WHOLE)
