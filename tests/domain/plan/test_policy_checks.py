"""Each policy as a table of cases: what a post must look like to break it, and what is none of its business."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import Due
from bot.domain.plan.policy_checks import clock_span, findings_of, has_word, hashtags
from bot.domain.plan_parts import Plan, Policy, PolicyKind, Severity, SpecialDay
from bot.domain.posts import Attachment, Post, PostState
from bot.domain.strategy import Platform, Strategy
from tests import builders

ZONE = "America/Montreal"
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
BASE = Strategy(id="S1", name="Lune", channel_id="C1", zone=ZONE, manager_id="UAMY", country="CA")


def due(day: int = 24, hour: int = 10, minute: int = 0) -> Due:
    return Due.local(date(2026, 11, day), time(hour, minute), ZONE)


def a_post(text: str = "Come and see.", **more: object) -> Post:
    return builders.a_post(**{"title": "T", "text": text, "due": due(), **more})


def policy(kind: PolicyKind, value: str = "", **more: object) -> Policy:
    return Policy(id="L1", kind=kind, value=value, **more)


def found(
    rule: Policy, post: Post, others: tuple[Post, ...] = (), *, is_holiday=None, days=()
) -> tuple[str, ...] | None:
    strategy = replace(BASE, plan=Plan(policies=(rule,), days=days))
    findings = findings_of(post, strategy, others, now=NOW, is_holiday=is_holiday)
    return findings[0].what if findings else None


@pytest.mark.parametrize(
    ("words", "text", "what"),
    [
        ("cheap, best", "The best tea, and CHEAP!", ("cheap", "best")),
        ("cheap", "cheaper than ever", None),
        ("cheap*", "cheaper than ever", ("cheap*",)),
        ("pas cher", "C’est pas  cher du tout", ("pas cher",)),
        ("l'offre", "Voici l’offre", ("l'offre",)),
        ("pêche", "Un péché mignon", None),
        ("café", "Un cafe\u0301 au lait", ("café",)),
        ("c++", "We write c++ here", ("c++",)),
        ("best", "", None),
        ("", "anything", None),
        (" , ;", "anything", None),
    ],
)
def test_words_to_avoid_are_found_whole_whatever_their_case(words, text, what):
    assert found(policy(PolicyKind.AVOID_WORDS, words), a_post(text)) == what


@pytest.mark.parametrize(
    ("words", "text", "what"),
    [
        ("#maisonlune", "Tea #MaisonLune", None),
        ("#maisonlune", "Tea #maisonlunes", ("#maisonlune",)),
        ("Maison Lune, tea", "Maison Lune sells coffee", ("tea",)),
        ("tea", "   ", None),
    ],
)
def test_words_to_require_are_asked_of_a_text_that_is_written(words, text, what):
    assert found(policy(PolicyKind.REQUIRE_WORDS, words), a_post(text)) == what


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        ("See https://www.maisonlune.example/tea", False),
        ("See http://maisonlune.example.", False),
        ("See https://MAISONLUNE.example?utm=1", False),
        ("See https://maisonlune.example.org", True),
        ("See https://other.example/maisonlune.example", True),
        ("See maisonlune", True),
        ("See maisonlune.example", False),
        ("Tea (www.maisonlune.example/tea).", False),
        ("See https://shop.maisonlune.example", False),
        ("See boutique.maisonlune.example/the", False),
        ("Write to hello@maisonlune.example", True),
        ("See notmaisonlune.example", True),
        ("", False),
    ],
)
def test_a_link_to_the_site_is_one_that_begins_with_it(text, is_broken):
    rule = policy(PolicyKind.REQUIRE_LINK, "https://maisonlune.example/")

    assert (found(rule, a_post(text)) is not None) is is_broken


@pytest.mark.parametrize(
    ("address", "is_broken"),
    [
        ("maisonlune.example/tea", False),
        ("shop.maisonlune.example/tea/green", False),
        ("maisonlune.example/tea?utm=1", False),
        ("maisonlune.example/teapots", True),
        ("maisonlune.example", True),
    ],
)
def test_a_link_to_a_page_is_one_that_begins_with_the_page(address, is_broken):
    rule = policy(PolicyKind.REQUIRE_LINK, "https://maisonlune.example/tea")

    assert (found(rule, a_post(f"See {address}")) is not None) is is_broken


@pytest.mark.parametrize(
    ("kind", "value", "title", "what"),
    [
        (PolicyKind.AVOID_WORDS, "gratuit", "Thé gratuit", ("gratuit",)),
        (PolicyKind.REQUIRE_WORDS, "#lune", "Thé #lune", None),
        (PolicyKind.MOST_HASHTAGS, "1", "#tea #lune", ("2", "1")),
        (PolicyKind.DISCLOSURE, "#ad", "Tea #ad", None),
    ],
)
def test_a_title_that_goes_out_is_checked_as_the_text_is(kind, value, title, what):
    rule = policy(kind, value)

    for platform in (Platform.YOUTUBE, Platform.PINTEREST, Platform.BLOG):
        assert found(rule, a_post(title=title, platform=platform, is_partnership=True)) == what
    elsewhere = found(rule, a_post(title=title, is_partnership=True))
    assert (elsewhere is None) is (what is not None)


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({}, None),
        ({"image": "https://a.example/cat.png"}, ("https://a.example/cat.png",)),
        ({"image": "https://a.example/cat.png", "image_text": "A cat"}, None),
        ({"image": "https://a.example/cat.png", "image_text": "  "}, ("https://a.example/cat.png",)),
        ({"attachments": (Attachment(name="cat.JPG"),)}, ("cat.JPG",)),
        ({"attachments": (Attachment(name="cat.jpg", alt="A cat"),)}, None),
        ({"attachments": (Attachment(name="rules.pdf"),)}, None),
        ({"attachments": (Attachment(url="https://a.example/c.webp?x=1"),)}, ("https://a.example/c.webp?x=1",)),
    ],
)
def test_every_image_needs_its_alternative_text(more, what):
    assert found(policy(PolicyKind.REQUIRE_IMAGE_TEXT), a_post(**more)) == what


@pytest.mark.parametrize(
    ("most", "text", "what"),
    [
        ("2", "#tea #lune", None),
        ("2", "#tea #lune #noël", ("3", "2")),
        ("0", "#tea", ("1", "0")),
        ("1", "We are #1 and see https://a.example/#tea", None),
        ("1", "a#b #c", None),
        ("many", "#a1 #b2", None),
    ],
)
def test_hashtags_are_counted_as_people_count_them(most, text, what):
    assert found(policy(PolicyKind.MOST_HASHTAGS, most), a_post(text)) == what


def test_a_hashtag_has_a_letter():
    assert hashtags("#2026 #tea2026 #été") == ["#tea2026", "#été"]


@pytest.mark.parametrize(
    ("other", "is_near"),
    [
        ({"due": due(24, 10, 29)}, True),
        ({"due": due(24, 9, 31)}, True),
        ({"due": due(24, 10, 30)}, False),
        ({"due": due(24, 10, 5), "platform": Platform.X}, False),
        ({"due": due(24, 10, 5), "state": PostState.CANCELLED}, False),
        ({"due": due(24, 10, 5), "state": PostState.IDEA}, False),
        ({"due": due(24, 10, 5), "state": PostState.PUBLISHED}, True),
        ({"due": due(24, 10, 5), "state": PostState.PUBLISHED, "published_at": due(24, 12).at}, False),
        ({"due": due(22, 9), "state": PostState.PUBLISHED, "published_at": due(24, 9, 50).at}, True),
        ({"due": None}, False),
        ({"id": "P1", "due": due(24, 10, 5)}, False),
    ],
)
def test_two_posts_of_a_platform_are_minutes_apart(other, is_near):
    rule = policy(PolicyKind.MINUTES_APART, "30")
    beside = replace(a_post(id="P2"), **other)

    assert found(rule, a_post(), (beside,)) == (("P2",) if is_near else None)


@pytest.mark.parametrize(
    ("moment", "what"),
    [
        (due(24, 9, 0), None),
        (due(24, 18, 0), None),
        (due(24, 8, 59), ("9h-18h",)),
        (due(24, 18, 1), ("9h-18h",)),
        (due(28, 10), ("9h-18h", "free")),  # a Saturday
        (due(25, 10), ("9h-18h", "free")),  # a public holiday here
        (due(26, 10), ("9h-18h", "free")),  # the company's own
        (due(27, 10), None),  # an awareness day
        (None, None),
    ],
)
def test_working_hours_are_those_of_the_strategys_zone_and_days(moment, what):
    days = (
        SpecialDay(name="Company day", day=date(2026, 11, 26), is_free=True),
        SpecialDay(name="Black Friday", day=date(2026, 11, 27)),
    )

    broken = found(
        policy(PolicyKind.WORKING_HOURS, "9h-18h"),
        a_post(due=moment),
        is_holiday=lambda country, day: (country, day) == ("CA", date(2026, 11, 25)),
        days=days,
    )

    assert broken == what


@pytest.mark.parametrize(
    ("text", "is_partnership", "what"),
    [
        ("Thanks to Lune", True, ("#ad", "partenariat")),
        ("Thanks to Lune #ad", True, None),
        ("En partenariat avec Lune", True, None),
        ("Thanks to Lune", False, None),
        ("", True, None),
    ],
)
def test_a_paid_partnership_is_disclosed_by_one_of_the_words(text, is_partnership, what):
    rule = policy(PolicyKind.DISCLOSURE, "#ad, partenariat")

    assert found(rule, a_post(text, is_partnership=is_partnership)) == what


@pytest.mark.parametrize("state", [PostState.IDEA, PostState.CANCELLED])
def test_an_idea_and_a_cancelled_post_break_nothing(state):
    assert found(policy(PolicyKind.AVOID_WORDS, "best"), a_post("best", state=state)) is None


def test_a_published_post_is_checked_for_its_words_and_not_for_its_moment():
    live = a_post("best", state=PostState.PUBLISHED, due=due(24, 3))

    assert found(policy(PolicyKind.AVOID_WORDS, "best"), live) == ("best",)
    assert found(policy(PolicyKind.WORKING_HOURS, "9-18"), live) is None


def test_a_policy_of_other_platforms_is_not_asked():
    rule = policy(PolicyKind.AVOID_WORDS, "best", platforms=(Platform.X,))

    assert found(rule, a_post("best")) is None
    assert found(rule, a_post("best", platform=Platform.X)) == ("best",)


def test_a_text_that_people_read_checks_nothing():
    assert found(policy(PolicyKind.TEXT, text="Be kind"), a_post()) is None


def test_the_severity_of_a_finding_is_its_policys():
    rules = (
        policy(PolicyKind.AVOID_WORDS, "best", severity=Severity.ERROR),
        policy(PolicyKind.REQUIRE_WORDS, "tea"),
    )

    findings = findings_of(a_post("best"), replace(BASE, plan=Plan(policies=rules)), now=NOW)

    assert [each.is_error for each in findings] == [True, False]


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("09:00-18:00", (time(9), time(18))),
        ("9-18", (time(9), time(18))),
        ("9 h – 17h30", (time(9), time(17, 30))),
        ("8h30-12h", (time(8, 30), time(12))),
        ("9am-5pm", (time(9), time(17))),
        ("9 a.m. to 5:30 p.m.", (time(9), time(17, 30))),
        ("12am-12pm", (time(0), time(12))),
        ("de 9h à 18h", (time(9), time(18))),
        ("13pm-14pm", None),
        ("0am-5pm", None),
        ("18-9", None),
        ("9-9", None),
        ("25-26", None),
        ("9:75-18", None),
        ("office hours", None),
    ],
)
def test_working_hours_are_read_as_people_write_them(value, span):
    assert clock_span(value) == span


def test_a_word_of_nothing_but_a_star_is_in_no_text():
    assert not has_word("anything", "*")
