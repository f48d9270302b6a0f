from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moments import Due
from bot.domain.post.echo import RECENT, has_voice, is_compared, words_of
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
POST = Post(
    id="P1", strategy_id="S1", title="A", platform=Platform.INSTAGRAM, text="Tea at four", due=Due.of(NOON, "UTC")
)


@pytest.mark.parametrize(
    "dressed",
    [
        "TEA AT FOUR",
        "Tea at four! 🎉🎉",
        "Tea at four https://example.com/tea?utm=1",
        "Tea at four: www.example.com",
        "@maison.lune Tea at four",
        "Tea at four <@U123>",
        "Tea at four\n\n#tea #bread 🍞 #montréal",
        "#Tea at four",
        "Ｔｅａ at four",
        "  Tea\u00a0at\n four  ",
    ],
)
def test_case_links_hashtags_mentions_emoji_and_spacing_make_no_other_text(dressed):
    assert words_of(dressed) == words_of("Tea at four") == "tea at four"


def test_a_composed_and_a_decomposed_accent_are_one():
    assert words_of("de\u0301jeuner") == words_of("déjeuner")


@pytest.mark.parametrize("bare", ["🎉", "#tea #bread", "https://example.com", "!?"])
def test_a_text_without_any_word_is_compared_as_it_is_written(bare):
    assert words_of(bare) == bare


def test_everything_on_another_platform_is_compared_whenever_it_was():
    old = replace(POST, id="P2", platform=Platform.FACEBOOK, due=Due.of(NOON - timedelta(days=700), "UTC"))

    assert is_compared(POST, old)
    assert is_compared(old, POST)


@pytest.mark.parametrize(("apart", "compared"), [(RECENT, True), (RECENT + timedelta(seconds=1), False)])
def test_on_the_same_platform_ninety_days_either_way_are_compared(apart, compared):
    for shift in (apart, -apart):
        other = replace(POST, id="P2", due=Due.of(NOON + shift, "UTC"))

        assert is_compared(POST, other) is is_compared(other, POST) is compared


def test_an_exact_copy_on_the_same_platform_is_never_too_old():
    assert is_compared(POST, replace(POST, id="P2", due=Due.of(NOON - timedelta(days=700), "UTC")), is_exact=True)


def test_a_post_is_no_echo_of_itself_nor_of_another_strategys():
    assert not is_compared(POST, POST, is_exact=True)
    assert not is_compared(POST, replace(POST, id="P2", strategy_id="S2"), is_exact=True)


def test_what_was_called_off_or_has_no_text_echoes_nothing():
    assert has_voice(POST)
    assert not has_voice(replace(POST, state=PostState.CANCELLED))
    assert not has_voice(replace(POST, text=" \n"))
