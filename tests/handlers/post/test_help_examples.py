"""What the help of posts gives as examples is understood as it stands."""

from datetime import UTC, datetime

import pytest

from bot.language import parse_post
from bot.language.requests import Help, OpenForm
from handlers.views.post.lists import EXAMPLES

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
ZONE = "America/Toronto"


@pytest.mark.parametrize("verb", EXAMPLES)
def test_every_example_of_the_help_is_understood_whole(t, verb):
    line = t(f"post-help-{verb}").removeprefix("/post ").replace("…", "example.com/p")

    request = parse_post(line, now=NOW, zone=ZONE, french=t.language == "fr")

    assert not isinstance(request, Help | OpenForm)
    assert request.not_understood == ()
