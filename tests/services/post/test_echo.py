import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.post.echo import ALIKE, has_voice, is_compared
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.services.post.adding import facts_of
from bot.services.post.echo import (
    BLOCK,
    PostsToCompare,
    compare_ahead,
    echoes_of,
    is_near,
    keep_echo,
    likeness,
    rewrite_post,
    words,
)
from bot.services.post.records import Outdated
from tests.bench._texts import a_text
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, SOLEIL, a_post, a_store, later, stored

TEXT = "Bring your best tea story to the bakery on Friday and win a basket of bread for the whole week."
NEAR = TEXT.replace("Friday", "Saturday")


def texted(number: int, text: str, platform: Platform = Platform.FACEBOOK, **more: object) -> Post:
    return Post(**{"id": f"P{number}", "strategy_id": "S1", "title": "A", "platform": platform, "text": text, **more})


def test_says_with_which_post_and_how_alike_the_most_alike_first():
    post = texted(1, TEXT, Platform.INSTAGRAM)

    found = echoes_of(post, [texted(2, NEAR), texted(3, TEXT.upper() + " 🎉"), texted(4, "Something else"), post])

    assert [(each.post.id, each.is_exact) for each in found] == [("P3", True), ("P2", False)]
    assert ALIKE <= found[1].likeness < 1


def test_what_is_not_the_same_never_reads_as_a_hundred_percent():
    assert likeness(TEXT * 50, TEXT * 50 + " x") < 1


def test_of_short_texts_only_copies_are_told():
    post = texted(1, "Happy new year 2027")

    found = echoes_of(post, [texted(2, "Happy new year 2026"), texted(3, "Happy New Year 2027!")])

    assert [each.post.id for each in found] == ["P3"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12), st.data())
def test_every_exact_copy_is_found_and_echoes_back(texts, data):
    text = data.draw(st.sampled_from(texts))
    posts = [texted(n, each, list(Platform)[n % 3]) for n, each in enumerate(texts, 2)]
    post = texted(1, text)

    found = {each.post.id for each in echoes_of(post, posts)}

    assert found >= {each.id for each in posts if each.text == text and text.strip()}
    assert all("P1" in {back.post.id for back in echoes_of(each, [post])} for each in posts if each.id in found)


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_check_over_many_posts_says_what_comparing_two_of_them_says(one, other):
    found = echoes_of(texted(1, one), [texted(2, other)])

    is_told = bool(one.strip() and other.strip()) and is_near(words(one), words(other))
    is_alike = is_told and likeness(one, other) >= ALIKE
    assert [each.likeness for each in found] == ([likeness(one, other)] if is_alike else [])


@settings(max_examples=12)
@given(st.integers())
def test_beside_a_large_calendar_the_check_says_what_comparing_pair_by_pair_says(seed):
    chance = random.Random(seed)  # noqa: S311 sample texts, no secret
    posts = a_calendar(chance, 2 * BLOCK + 30)
    post = posts[chance.randrange(len(posts))]

    found = echoes_of(post, posts)

    beside = PostsToCompare.of(posts, stay=True)
    assert found == echoes_of(post, beside)
    assert {each.post.id: each.likeness for each in found} == pair_by_pair(post, posts)
    assert all(post.id in pair_by_pair(each.post, [post]) for each in found if has_voice(each.post))


def test_what_was_compared_ahead_is_told_as_if_it_were_compared_alone():
    store, posts = a_store(), a_calendar(random.Random(1), BLOCK + 30)  # noqa: S311 sample texts, no secret
    with store.transaction() as tx:
        posts = [tx.posts.put(each) for each in posts]
    asked = [each for each in posts if each.is_open and has_voice(each)][:15]

    compare_ahead(store, ["P0", *(each.id for each in asked)])

    for post in asked:
        echoes = facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id).echoes
        assert {each.post.id: each.likeness for each in echoes} == pair_by_pair(post, posts)


def a_calendar(chance: random.Random, size: int) -> list[Post]:
    """Texts of every length, and of each about two that are like it: copied, or changed here and there."""
    models = [a_text(number)[: chance.randrange(1, 300)] for number in range(size // 3)]
    texts = [changed(chance, chance.choice(models)) for _ in range(size)]
    states = (PostState.DRAFT, PostState.DRAFT, PostState.CANCELLED)
    return [
        texted(
            number, text, chance.choice(list(Platform)[:3]), state=chance.choice(states), created_at=later(days=number)
        )
        for number, text in enumerate(texts, 1)
    ]


def changed(chance: random.Random, text: str) -> str:
    share = chance.choice((0, 0.1, 0.2, 0.3))
    return "".join(chance.choice(("", "é", "xx")) if chance.random() < share else letter for letter in text)


def pair_by_pair(post: Post, others: list[Post]) -> dict[str, float]:
    """What the echo check says, in its plainest form."""
    spoken = [each for each in others if has_voice(post) and has_voice(each)]
    likenesses = [(each, likeness(post.text, each.text)) for each in spoken]
    return {
        each.id: alike
        for each, alike in likenesses
        if alike >= ALIKE
        and is_near(words(post.text), words(each.text))
        and is_compared(post, each, is_exact=alike == 1)
    }


def test_a_saved_post_tells_its_echo_and_a_published_one_does_not():
    store = a_store()
    a_post(store, text=TEXT, platform=Platform.FACEBOOK)
    a_post(store, text=TEXT, strategy=SOLEIL)
    copy = a_post(store, text=TEXT)

    echoes = facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id=copy.id).echoes

    assert [each.post.id for each in echoes] == ["P1"]
    with store.transaction() as tx:
        tx.posts.put(replace(copy, state=PostState.PUBLISHED, published_at=NOW))
    assert facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id=copy.id).echoes == ()


def test_a_reason_is_kept_until_the_text_changes():
    store = a_store()
    post = a_post(store, text=TEXT)

    keep_echo(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, reason=" Both publics want it ")
    assert stored(store, post.id).echo_reason == "Both publics want it"

    rewrite_post(store, strategy=LUNE, by=AMY, now=later(minutes=1), post_id=post.id, text=NEAR)
    changed = stored(store, post.id)
    assert (changed.text, changed.echo_reason) == (NEAR, "")
    assert [each.what for each in changed.history] == ["added", "echo-kept", "edited"]


@pytest.mark.parametrize(("reason", "seen", "key"), [("  ", 1, "echo-reason-missing"), ("because", 0, "post-changed")])
def test_a_reason_that_cannot_be_kept_is_refused(reason, seen, key):
    store = a_store()
    post = a_post(store, text=TEXT)

    with pytest.raises(UserError) as refusal:
        keep_echo(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, reason=reason, seen=seen)

    assert refusal.value.key == key


def test_whoever_rewrites_too_late_is_told_what_stands():
    store = a_store()
    post = a_post(store, text=TEXT)
    rewrite_post(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, text=NEAR, seen=1)

    with pytest.raises(Outdated) as late:
        rewrite_post(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, text="Mine", seen=1)

    assert late.value.post.text == NEAR


def test_a_closed_post_is_not_rewritten():
    store = a_store()
    post = a_post(store, text=TEXT)
    with store.transaction() as tx:
        tx.posts.put(replace(post, state=PostState.CANCELLED))

    with pytest.raises(UserError, match="post-not-open"):
        rewrite_post(store, strategy=LUNE, by=BOB, now=NOW, post_id=post.id, text="Mine")
