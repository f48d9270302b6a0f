from dataclasses import replace

import pytest

from bot.domain.strategy import Platform, PlatformPlan
from bot.services.text_lengths import length_on, room_of
from tests.services.post_builders import LUNE, a_post, a_store

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("hello", 5),
        ("déjà", 4),
        ("de\u0301ja\u0300", 4),
        ("日本", 4),
        ("👍", 2),
        (FAMILY, 2),
        ("🇫🇷", 2),
        ("1️⃣", 2),
        ("see https://example.com/a/very/long/path?with=query", 27),
        ("see https://example.com.", 28),
        ("maison-lune.fr now", 27),
        ("amy@example.com", 15),
        ("“quotes” – and …", 17),
    ],
)
def test_x_weighs_characters(text, length):
    assert length_on(Platform.X, text) == length


@pytest.mark.parametrize(("text", "length"), [(FAMILY, 1), ("e\u0301", 1), ("🇫🇷🇨🇦", 2), ("日本", 2)])
def test_bluesky_counts_what_a_reader_takes_for_one_character(text, length):
    assert length_on(Platform.BLUESKY, text) == length


def test_mastodon_counts_an_address_as_23():
    assert length_on(Platform.MASTODON, "a https://example.com/" + "x" * 100) == 25


def test_the_strategys_own_limit_goes_before_the_platforms():
    own = PlatformPlan(platform=Platform.MASTODON, text_limit=1000)
    post = a_post(a_store(), platform=Platform.MASTODON, text="x" * 600)

    assert room_of(post, LUNE).is_over
    assert room_of(post, replace(LUNE, platforms=(own,))).left == 400


def test_a_blog_has_no_limit():
    assert room_of(a_post(a_store(), platform=Platform.BLOG, text="x" * 99999)).left is None
