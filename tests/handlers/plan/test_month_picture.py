"""The picture of a month, held against snapshots that somebody looked at.

A change that is meant: PARUTION_SNAPSHOTS=1 writes them anew; look at each before it is kept.
"""

import os
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import numpy
import pytest
from PIL import Image

from bot.domain.plan_parts import Plan, Theme
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.plan.month import month_with
from bot.services.plan.special_days import DaySort
from handlers.views.month import pens
from handlers.views.month.in_words import alternative
from handlers.views.month.picture import CODES, SORTS, STATES, drawn
from tests.handlers import months

SNAPSHOTS = Path(__file__).resolve().parents[2] / "snapshots"
TILE = 24
TOLERANCE = 0.12
"""The part of the pixels of any tile that may differ: another FreeType sets an edge otherwise; a missing word, sign or
border is more than that of the tile it stands in."""


def pixels(png: bytes) -> numpy.ndarray:
    return numpy.asarray(Image.open(BytesIO(png)).convert("L"), dtype=int)


def differing(one: numpy.ndarray, other: numpy.ndarray) -> float:
    """The part of the pixels that are clearly another grey, in the tile where it is largest."""
    if one.shape != other.shape:
        return 1.0
    height, width = (length // TILE * TILE for length in one.shape)
    other_grey = (abs(one - other) > 48)[:height, :width]
    tiles = other_grey.reshape(height // TILE, TILE, width // TILE, TILE)
    return float(tiles.mean(axis=(1, 3)).max())


def picture(name: str, locale: str) -> bytes:
    return drawn(Translator(locale, months.ZONE), getattr(months, name)(locale))


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
@pytest.mark.parametrize("name", ["full", "empty", "crowded"])
def test_the_picture_of_a_month_is_the_one_that_was_looked_at(name: str, locale: str) -> None:
    file = SNAPSHOTS / f"month-{name}-{locale[:2]}.png"
    found = picture(name, locale)
    if os.environ.get("PARUTION_SNAPSHOTS"):
        file.write_bytes(found)

    assert differing(pixels(found), pixels(file.read_bytes())) <= TOLERANCE


@pytest.mark.parametrize(
    "other",
    [
        [months.a_post(2, 20)],
        [months.a_post(1, 19), months.a_post(2, 20, state=PostState.APPROVED)],
        [months.a_post(1, 19), months.a_post(2, 20, platform=Platform.X)],
        [months.a_post(1, 19), months.a_post(2, 20, title="Recette")],
    ],
    ids=["a post is missing", "another state", "another platform", "another title"],
)
def test_a_difference_that_somebody_would_see_is_more_than_the_tolerance(other: list[Post]) -> None:
    t = Translator("en-CA", months.ZONE)
    posts = [months.a_post(1, 19), months.a_post(2, 20, state=PostState.DRAFT)]
    one, two = (month_with(each, months.LUNE, months.FIRST, months.NOW, locale="en-CA") for each in (posts, other))

    assert differing(pixels(drawn(t, one)), pixels(drawn(t, two))) > TOLERANCE


def test_every_platform_and_state_has_a_sign_of_its_own_that_the_fonts_know() -> None:
    signs = [sign for sign, _ in STATES.values()]

    assert len({code for code, _ in CODES.values()}) == len(CODES) == len(Platform)
    assert len(set(signs)) == len(PostState)
    assert all(ord(sign) in pens.known_characters() for sign in signs)


def test_a_day_nobody_works_and_a_reason_to_post_differ_by_more_than_their_tint() -> None:
    signs = [sign.strip() for sign in SORTS.values()]

    assert len(set(signs)) == len(DaySort)
    assert all(ord(letter) in pens.known_characters() for sign in signs for letter in sign)
    assert not set(signs) & {sign for sign, _ in STATES.values()}


def test_letters_on_platforms_and_themes_have_enough_contrast() -> None:
    assert {pens.on(colour) for _, colour in CODES.values()} == {pens.PAPER}
    assert (pens.on("#f2c14e"), pens.on("#7a3e9d")) == (pens.INK, pens.PAPER)


@pytest.mark.parametrize(
    ("text", "drawn_as"),
    [
        ("We are hiring ★🎉", "We are hiring ★"),
        ("Œuvre\nd’été", "Œuvre d’été"),
        ("e\u0301te\u0301", "été"),
        ("🎉", ""),
    ],
)
def test_what_the_fonts_cannot_draw_is_left_out_and_accents_stay(text: str, drawn_as: str) -> None:
    assert pens.drawable(text) == drawn_as


def test_a_text_that_is_too_long_ends_in_an_ellipsis_within_its_room() -> None:
    said = pens.fitting("Recette de la tarte à l’érable", 120, 18)

    assert said.endswith("…")
    assert pens.font(18).getlength(said) <= 120
    assert pens.fitting("x", 1, 18) == ""


def test_more_themes_than_bands_are_counted_on_the_last_band() -> None:
    themes = tuple(Theme(id=f"T{n}", name=f"Theme {n}", first=date(2026, 11, 2)) for n in range(6))
    strategy = replace(months.LUNE, plan=Plan(themes=themes))
    month = month_with([], strategy, months.FIRST, months.NOW, locale="en-CA")

    few = month_with([], replace(strategy, plan=Plan(themes=themes[:4])), months.FIRST, months.NOW, locale="en-CA")
    t = Translator("en-CA", months.ZONE)

    assert pixels(drawn(t, month)).shape == pixels(drawn(t, few)).shape
    assert differing(pixels(drawn(t, month)), pixels(drawn(t, few))) > 0


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_the_alternative_text_says_what_the_picture_shows(locale: str) -> None:
    t = Translator(locale, months.ZONE)

    said = alternative(t, months.full(locale))

    for part in ("60", "18", "24", "26", "Semaine du goût", "Monday tips", "13", "17: 3"):
        assert part in said, part
    assert f"27 Inventaire ({t('plan-day-company')})" in said
    assert f"gentillesse ({t('plan-day-awareness')})" in said
    assert len(said) <= 1000


def test_a_month_within_a_sentence_is_written_as_the_language_does() -> None:
    said = alternative(Translator("fr-CA", months.ZONE), months.full("fr-CA"))

    assert said.startswith("Calendrier, novembre 2026, Maison Lune")
