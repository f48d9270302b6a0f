from dataclasses import replace

import pytest

from bot.domain.platform_limits import title_room
from bot.domain.strategy import Platform, PlatformPlan
from bot.services.plan.character_counts import COUNTS
from bot.services.plan.text_lengths import OWN_WAYS, length_on, room_of, room_on
from tests.services.post.post_builders import LUNE, a_post, a_store

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


@pytest.mark.parametrize(
    "address",
    [
        "bit.ly/3abcdef",
        "youtu.be/abc",
        "shop.store",
        "MAISON.AI",
        "maison-lune.paris/concours?annee=2026",
        "lune.co.uk",
        "épicerie.museum",
        "shop.online:8080/the",
        "shop.site/the?from=x",
        "https://anything.at/all",
    ],
)
def test_an_address_counts_23_on_x_whatever_its_ending_and_with_or_without_https(address):
    assert length_on(Platform.X, f"See {address}, now") == 32


@pytest.mark.parametrize(
    "text",
    ["amy.it@lune.fr", "@lune.fr", "#lune.fr", "$TVI.CA", "notes.tar.bz2", "lune.comm", "/lune.fr", "v1.2", "e.g."],
)
def test_what_x_does_not_link_counts_as_it_is_written(text):
    assert length_on(Platform.X, text) == len(text)


def test_an_address_between_words_of_another_script_is_one_all_the_same():
    assert length_on(Platform.X, "日本lune.com日本") == 31


@pytest.mark.parametrize("text", ["bit.ly/3abcdef", "maison-lune.fr"])
def test_mastodon_links_only_what_says_https(text):
    assert length_on(Platform.MASTODON, text) == len(text)


@pytest.mark.parametrize(("text", "length"), [(FAMILY, 1), ("e\u0301", 1), ("🇫🇷🇨🇦", 2), ("日本", 2)])
def test_bluesky_counts_what_a_reader_takes_for_one_character(text, length):
    assert length_on(Platform.BLUESKY, text) == length


def test_mastodon_counts_an_address_as_23():
    assert length_on(Platform.MASTODON, "a https://example.com/" + "x" * 100) == 25


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("@bob@lune.social", 4),
        ("Merci @bob@lune.social, @amy et @léa@x.org !", len("Merci @bob, @amy et @léa@x.org !")),
        ("(@bob.roy@lune-media.example)", 10),
        ("bob@lune.social", 15),
        ("https://lune.social/@bob@x.org", 23),
        ("https://lune.fr/thé_日本_👍", 23),
        ("https://lune.fr/thé.", 24),
    ],
)
def test_mastodon_counts_the_name_of_somebody_elsewhere_without_the_server(text, length):
    assert length_on(Platform.MASTODON, text) == length


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://lune.fr/", "lune.fr"),
        ("See https://www.Lune.fr/the?de=x, now", "See www.lune.fr/the?de=x, now"),
        ("(https://lune.fr/les-nouveautes-de-l-hiver)", "(lune.fr/les-nouveaut...)"),
        ("https://lune.fr:8080/#prix", "lune.fr:8080#prix"),
        ("https://lune.fr/d%C3%A9j%C3%A0", "lune.fr/d%C3%A9j%C3%A0"),
        ("https://lune.fr/déjà", "lune.fr/d%C3%A9j%C3%A0"),
        ("https://été.fr/a", "xn--t-9fab.fr/a"),
        ("lune.fr/les-nouveautes-de-l-hiver", "lune.fr/les-nouveautes-de-l-hiver"),
        ("«https://lune.fr/les-nouveautes»", "«https://lune.fr/les-nouveautes»"),
        ("https://[", "https://["),
    ],
)
def test_bluesky_counts_a_link_as_its_app_shortens_it(text, shown):
    assert length_on(Platform.BLUESKY, text) == len(shown)


def test_bluesky_takes_no_more_than_3000_bytes_however_few_characters_these_are():
    few, many = room_on(Platform.BLUESKY, FAMILY * 120), room_on(Platform.BLUESKY, FAMILY * 121)

    assert (few.used, few.limit, few.unit, few.is_over) == (120, 300, "character", False)
    assert (many.used, many.limit, many.unit, many.left) == (3025, 3000, "byte", -25)
    assert room_on(Platform.BLUESKY, FAMILY * 301).unit == "character"


@pytest.mark.parametrize(
    ("text", "length"), [("😀", 4), (FAMILY, 25), ("❤️", 6), ("❤", 1), ("™ ©", 3), ("🇫🇷", 8), ("1️⃣", 7), ("déjà 日本", 7)]
)
def test_threads_counts_an_emoji_by_its_bytes(text, length):
    assert length_on(Platform.THREADS, text) == length


def test_each_platform_takes_a_long_link_by_its_own_rule():
    link = f"https://alongurlforasitethatdoesntexistsite.com?utm_source={'a' * 84}"

    assert length_on(Platform.BLUESKY, f"{'a' * 200} {link}") == 256
    assert length_on(Platform.MASTODON, f"{'a' * 470} {link}") == 494
    assert length_on(Platform.X, f"{'a' * 250} {link}") == 274


def test_the_strategys_own_limit_goes_before_the_platforms():
    own = PlatformPlan(platform=Platform.MASTODON, text_limit=1000)
    post = a_post(a_store(), platform=Platform.MASTODON, text="x" * 600)

    assert room_of(post, LUNE).is_over
    assert room_of(post, replace(LUNE, platforms=(own,))).left == 400


def test_a_blog_has_no_limit():
    assert room_of(a_post(a_store(), platform=Platform.BLOG, text="x" * 99999)).left is None


@pytest.mark.parametrize(
    ("platform", "limit"),
    [
        (Platform.X, 280),
        (Platform.LINKEDIN, 3000),
        (Platform.INSTAGRAM, 2200),
        (Platform.FACEBOOK, 63206),
        (Platform.YOUTUBE, 5000),
        (Platform.TIKTOK, 2200),
        (Platform.MASTODON, 500),
        (Platform.THREADS, 500),
        (Platform.PINTEREST, 500),
        (Platform.BLUESKY, 300),
        (Platform.GOOGLE_BUSINESS, 1500),
    ],
)
def test_a_text_that_is_full_fits_and_one_character_more_does_not(platform, limit):
    full = a_post(a_store(), platform=platform, text="é" * limit)

    assert (room_of(full).left, room_of(full).is_over) == (0, False)
    assert room_of(replace(full, text=f"{full.text}x")).is_over


@pytest.mark.parametrize(
    ("text", "on_x", "on_mastodon", "on_bluesky", "elsewhere"),
    [
        ("x" * 280, 280, 280, 280, 280),
        ("日" * 140, 280, 140, 140, 140),
        ("日本語", 6, 3, 3, 3),
        ("Ça va\u202f?", 8, 7, 7, 7),  # X weighs the narrow no-break space as two
        ("#concours @maison", 17, 17, 17, 17),
        ("https://a.fr/1 https://b.fr/2", 47, 47, 13, 29),
        (f"https://a.fr/{'x' * 300}", 23, 23, 20, 313),
        ("https://a.example/1", 19, 19, 11, 19),  # no such ending
        ("http://a.fr", 23, 23, 4, 11),
        ("Fin.Début", 9, 9, 9, 9),
        ("a\nb", 3, 3, 3, 3),
    ],
)
def test_the_same_text_is_as_long_as_each_platform_counts(text, on_x, on_mastodon, on_bluesky, elsewhere):
    counted = {each: length_on(each, text) for each in Platform}

    assert counted.pop(Platform.X) == on_x
    assert counted.pop(Platform.MASTODON) == on_mastodon
    assert counted.pop(Platform.BLUESKY) == on_bluesky
    assert set(counted.values()) == {elsewhere}


@pytest.mark.parametrize("platform", [Platform.YOUTUBE, Platform.PINTEREST])
@pytest.mark.parametrize(("length", "left"), [(0, 100), (100, 0), (101, -1)])
def test_youtube_and_pinterest_count_the_title_as_well(platform, length, left):
    assert title_room(platform, "é" * length).left == left


@pytest.mark.parametrize("platform", [each for each in Platform if each not in (Platform.YOUTUBE, Platform.PINTEREST)])
def test_no_other_platform_has_a_title_to_count(platform):
    assert title_room(platform, "x" * 150) is None


def test_who_counts_in_an_own_way_has_a_rule_for_it() -> None:
    assert COUNTS.keys() == OWN_WAYS
