"""Lists of posts and the overview: pages, filters in buttons, what is left out."""

from datetime import date

import pytest

from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.services.post.lists import Only, Overview, PostFilter, PostPage
from handlers.views.post.lists import (
    decoded,
    encoded,
    overview,
    post_list,
)
from tests.handlers.post.test_views import ALL, EN, NOW, ZONE, a_post, words_of


@pytest.mark.parametrize(
    "wanted",
    [
        PostFilter(),
        PostFilter(only=Only.OVERDUE, owner_id="UAMY", platform=Platform.X, state=PostState.DRAFT, kind=PostKind.NEWS),
        PostFilter(first=date(2026, 11, 23), last=date(2026, 11, 29)),
    ],
)
def test_a_filter_travels_in_a_button(wanted):
    assert decoded(encoded(wanted, 3)) == (wanted, 3)


def test_a_list_turns_its_pages_in_both_directions_where_there_are_any():
    def turns(number):
        page = PostPage(posts=(a_post(),), wanted=PostFilter(), number=number, total=25)
        shown = words_of(post_list(EN, page, reader_id="UAMY", now=NOW, zone=ZONE, can=ALL))
        return "post.page.previous" in shown, "post.page.next" in shown

    assert [turns(1), turns(2), turns(3)] == [(False, True), (True, True), (True, False)]


def test_an_empty_list_says_what_to_do():
    page = PostPage(posts=(), wanted=PostFilter(only=Only.OVERDUE), number=1, total=0)

    shown = words_of(post_list(EN, page, reader_id="UAMY", now=NOW, zone=ZONE, can=ALL))

    assert "post.add" in shown
    assert "post.list.all" in shown


def test_the_overview_counts_what_it_leaves_out():
    posts = tuple(a_post(id=f"P{n}") for n in range(1, 8))
    found = Overview(late=(), today=posts, next=(), undated=(), total=7, others=2, unowned=1)

    shown = words_of(overview(EN, found, reader_id="UAMY", now=NOW, zone=ZONE, can=ALL))

    assert "and 3 more" in shown
    assert "2 open posts are other people's · one post has no owner" in shown
