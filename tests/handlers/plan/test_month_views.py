"""The month as a list at its longest: whatever titles, names and themes hold, it fits and harms nobody."""

from dataclasses import replace
from datetime import date

from bot.domain.plan_parts import Plan, SpecialDay, Theme
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.sandbox.limits import check_message, check_view
from bot.services.plan.month import Month, month_with
from handlers.views.month.in_words import alternative
from handlers.views.month.list import month_blocks, month_comment, month_modal, month_text
from tests.handlers import months

EVIL = '<!channel> <@UEVIL> <https://evil.example|x> *loud* _i_ `c` & "q" \n'


def worst(length: int) -> str:
    return (EVIL * length)[:length]


def longest(locale: str) -> Month:
    """Eight posts on every day and forty on one, all of them with the longest of titles."""
    posts = [months.a_post(number, number % 30 + 1, title=worst(150)) for number in range(1, 241)]
    posts += [months.a_post(number, 19, title=worst(150)) for number in range(241, 281)]
    themes = tuple(Theme(id=f"T{n}", name=worst(200), first=date(2026, 11, 1)) for n in range(30))
    days = tuple(SpecialDay(name=worst(200), day=date(2026, 11, day)) for day in range(1, 31))
    strategy = replace(months.LUNE, name=worst(200), plan=Plan(themes=themes, days=days))
    return month_with(posts, strategy, months.FIRST, months.NOW, locale=locale)


def test_the_fullest_of_months_fits_into_a_message_and_a_modal(t: Translator) -> None:
    month = longest(t.locale)

    blocks = month_blocks(t, month, notice="n" * 900, may_post=True)

    assert check_message({"channel": "C", "text": month_text(t, month), "blocks": blocks}) is None
    assert check_view(month_modal(t, month)) is None
    assert len(alternative(t, month)) <= 1000


def test_nothing_that_somebody_typed_mentions_or_links(t: Translator) -> None:
    month = longest(t.locale)

    said = str(month_blocks(t, month)) + month_comment(t, month) + month_text(t, month)

    assert "<!channel>" not in said.replace(str(month_blocks(t, month)[0]), "")
    assert "<@UEVIL>" not in said.replace(str(month_blocks(t, month)[0]), "")


def test_the_comment_of_the_picture_stays_short_and_says_how_many_it_leaves_out(t: Translator) -> None:
    said = month_comment(t, longest(t.locale))

    assert len(said) < 4000


def test_a_day_without_posts_or_reason_is_not_listed() -> None:
    t = Translator("en-GB", months.ZONE)

    said = month_comment(t, months.crowded())

    assert "Sun 22 Nov" not in said
    assert "Thu 19 Nov" in said


def test_an_empty_month_says_so() -> None:
    t = Translator("fr-CA", months.ZONE)

    assert "aucune publication" in month_text(t, months.empty())


def posts_listed(said: str, posts: list[Post]) -> int:
    return sum(f" {post.id} " in said for post in posts)


def test_every_post_of_a_month_of_a_usual_size_is_listed() -> None:
    t, month = Translator("en-GB", months.ZONE), months.full()

    said = str(month_blocks(t, month))

    assert posts_listed(said, month.posts) == len(month.posts) == 60
