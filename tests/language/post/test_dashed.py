"""Two figures with a dash between them, in a title: asked about where they can be a day, else part of the title."""

import pytest

from tests.language.post.test_commands import parse


@pytest.mark.parametrize(
    ("typed", "title", "asked"),
    [
        ("31-12", "Tea time", ("31-12",)),
        ("12-31", "Tea time", ("12-31",)),
        ("1-1", "Tea time", ("1-1",)),
        ("12-12", "Tea time", ("12-12",)),
        ("32-12", "Tea time 32-12", ()),
        ("13-13", "Tea time 13-13", ()),
        ("0-12", "Tea time 0-12", ()),
    ],
)
def test_figures_are_asked_about_where_they_can_be_a_day(typed, title, asked):
    found = parse(f"add Tea time {typed} on x")

    assert (found.title, found.not_understood) == (title, asked)
