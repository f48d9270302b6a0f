"""How X counts: the cases of twitter-text, and the ways an address begins and ends.

Source: github.com/twitter/twitter-text, conformance/validate.yml, weightedLength of the groups of version 3:
WeightedTweetsWithDiscountedEmojiCounterTest, UnicodeDirectionalMarkerCounterTest.
"""

import pytest

from bot.domain.strategy import Platform
from bot.services.plan.text_lengths import length_on
from tests.growth import LINEAR, growth, repeated

LINE = "xxxxxxxxxx-"
POEM = "故人西辞黄鹤楼，烟花三月下扬州。"
LONG_URL = "somesuperlongurl"
KANA = "あいうえおかきくけこ"
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
SPACES = "".join(map(chr, range(0x2000, 0x200C)))
MARKS = "‐ ‑ ‒ – — ― ‖  \u2017 ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷"

VALIDATED = {
    "a text with a link": ("Hi http://test.co", 26),
    "a link alone": ("http://test.co", 23),
    "285 characters": ("285 chars-" + LINE * 25, 285),
    "a link in the middle": ("285 chars- http://www.twitter.com/jack " + LINE * 24, 299),
    "a link at the end": (LINE * 24 + " http://www.twitter.com/jack ", 289),
    "ten links": ("https://www.twitter.com/aloha " * 10, 240),
    "160 Chinese characters": (POEM * 10, 320),
    "160 emoji": ("😷" * 160, 320),
    "three Latin ones and 160 Chinese": ("the" + POEM * 10, 323),
    "normalised to one": ("282 chars-" + LINE * 24 + "xxxxxA\u0301x", 281),
    "letters and emoji": (f"H🐱☺{FAMILY}", 7),
    "emoji of one code point": ("😷👾😡🔥💩", 10),
    "skin and profession": ("🙋🏽👨\u200d🎤", 4),
    "spaces and dashes": (f"This is a tweet with general punctuation characters: {SPACES} {MARKS}", 110),
    "a label of 64 characters": ("randomurl" * 7 + "s.com", 68),
    "a label of more than 63 in Punycode": (KANA * 12 + f" http://{KANA * 5}あいう.com", 358),
    "a label of less": (KANA * 12 + f" http://{KANA * 5}あい.com", 264),
    "140 families": (FAMILY * 140, 280),
    "emoji of 2017": (
        "Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        34,
    ),
    "emoji of 2016": ("Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29),
    "characters that are none": ("ABC\u202a\uffffABC\ufffe", 12),
    "marks of direction": ("\u2066\u202ahttp://foobar.پاکستان/\u202c\u2069", 31),
}


@pytest.mark.parametrize(("text", "length"), VALIDATED.values(), ids=VALIDATED)
def test_x_counts_as_twitter_text_validates(text, length):
    assert length_on(Platform.X, text) == length


@pytest.mark.parametrize("light", "\u10ff\u2000\u200d\u2010\u201f\u2032\u2037")
def test_the_first_and_the_last_of_the_light_characters_count_one(light):
    """U+0000–10FF, U+2000–200D, U+2010–201F and U+2032–2037 (docs.x.com, counting-characters)."""
    assert length_on(Platform.X, f"a{light}a") == 3


@pytest.mark.parametrize("heavy", "\u1100\u1fff\u200e\u200f\u2020\u2031\u2038")
def test_those_beside_the_light_characters_count_two(heavy):
    assert length_on(Platform.X, f"a{heavy}a") == 4


def test_a_name_that_is_too_long_to_be_one_does_not_hide_the_link_after_it():
    long = f"https://{LONG_URL * 250}.com/foo"

    assert length_on(Platform.X, f"Look: {long} https://validurl.com") == len(f"Look: {long} ") + 23


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("«https://lune.fr/thé»", 25),
        ("https://lune.fr/thé»", 24),
        ("https://lune.fr/the…", 25),
        ("https://lune.fr/the’s", 25),
        ("https://lune.fr/the👍", 25),
        ("https://lune.fr/茶", 25),
        ("👍https://lune.fr", 25),
        ("“https://lune.fr”", 25),
        ("(https://lune.fr/the)", 25),
        ("https://lune.fr/the_(vert)", 23),
        ("https://lune.fr/the.", 24),
        ("https://lune.fr?de=x,", 24),
        ("https://lune.fr/\u202cthé", 28),
        ("https://t.co/abc/thé", 27),
        ("lune.fr/the?de=x", 23),
    ],
)
def test_a_link_ends_where_x_ends_it(text, length):
    assert length_on(Platform.X, text) == length


@pytest.mark.parametrize(
    "text",
    [
        f"https://{'a' * 64}.com",
        f"{'a' * 64}.com/the",
        "https://lune.nowhere/the",
        "http://localhost:3000/the",
        "http://192.168.0.1/the",
        "https://-lune.fr",
        "https://lune-.fr",
        "https://la_lune.fr",
        "ftp://lune.fr@x",
    ],
)
def test_what_cannot_be_an_address_counts_as_it_is_written(text):
    assert length_on(Platform.X, text) == len(text)


def test_without_https_nothing_behind_the_name_but_a_path_is_in_the_link():
    assert length_on(Platform.X, "shop.online:8080") == 23 + len(":8080")
    assert length_on(Platform.X, "shop.site?from=x") == 23 + len("?from=x")
    assert length_on(Platform.X, "shop.online:8080/the?from=x") == 23


@pytest.mark.parametrize(
    "piece",
    ["日", "a.", "a_", "日.", "(", "/((", ".com", "http://", "com.fr", "xn--", "日_", "https://a.b/(", "👍", "e\u0301"],
)
@pytest.mark.parametrize("platform", [Platform.X, Platform.MASTODON])
def test_counting_costs_what_the_text_is_long(platform, piece):
    assert growth(lambda text: length_on(platform, text), repeated(piece)) < LINEAR
