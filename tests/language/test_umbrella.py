"""`/parution` in front of the short commands."""

import pytest

from bot.language import split_command


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('post add "A" on ig', ("post", 'add "A" on ig')),
        ("publication ajouter A", ("post", "ajouter A")),
        ("ronde 12/14", ("checkin", "12/14")),
        ("check in away tomorrow", ("checkin", "away tomorrow")),
        ("KPI digest", ("kpi", "digest")),
        ("chiffres", ("kpi", "")),
        ("help", ("help", "")),
        ("aide", ("help", "")),
        ("banana split", ("", "banana split")),
        ("", ("", "")),
    ],
)
def test_the_first_word_names_the_command(text: str, expected: tuple[str, str]) -> None:
    assert split_command(text) == expected
