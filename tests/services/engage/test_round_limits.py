"""What a round may say at most and at least: the last that is kept, and the first that is refused."""

from datetime import date, timedelta

import pytest

from bot.domain.errors import UserError
from bot.services.engage.rounds import RoundWish, refuse_unusable

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("kept", "refused", "key"),
    [
        ({"day": TODAY}, {"day": TODAY + timedelta(days=1)}, "round-too-early"),
        ({"day": TODAY - timedelta(days=31)}, {"day": TODAY - timedelta(days=32)}, "round-too-late"),
        ({"minutes": 24 * 60}, {"minutes": 24 * 60 + 1}, "round-number"),
        *(({name: 0}, {name: -1}, "round-number") for name in ("received", "answered", "answered_older", "replied")),
        *(({name: 100_000}, {name: 100_001}, "round-number") for name in ("received", "answered", "replied")),
    ],
)
def test_what_stands_at_the_edge_is_kept_and_what_is_beyond_it_refused(kept, refused, key):
    refuse_unusable(RoundWish(**{"day": TODAY, **kept}), TODAY)

    with pytest.raises(UserError, match=key):
        refuse_unusable(RoundWish(**{"day": TODAY, **refused}), TODAY)
