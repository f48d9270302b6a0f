"""How many findings of each gap the radar shows: six, or as many as a message has room for; the rest is counted."""

from datetime import date

import pytest

from bot.domain.plan.findings import Finding, Gap, Radar
from bot.i18n import Translator
from handlers.views.plan.radar import Mends, radar_blocks
from tests.builders import a_post, a_strategy

EN = Translator("en-US", "UTC")
GAPS = (Gap.UNOWNED, Gap.NO_TEXT, Gap.OVERDUE, Gap.AWAY, Gap.CONTEST_RULES, Gap.CONTEST_DEADLINE)
MENDS = Mends(plan=False, add=False, change=lambda post: False)


def rows(*sizes: int) -> list[int]:
    """The findings that are shown of each gap, of which there are so many."""
    day, found = date(2026, 12, 1), []
    for gap, size in zip(GAPS, sizes, strict=False):
        posts = (a_post(n, owner_id="UAMY") for n in range(size))
        found += [Finding(gap=gap, post=post, first=day, last=day, member_id="UAMY") for post in posts]
    radar = Radar(
        strategy=a_strategy(),
        first=day,
        last=date(2026, 12, 31),
        total=1,
        kinds={},
        loads={},
        usages=(),
        findings=tuple(found),
    )
    words = [str(each) for each in radar_blocks(EN, radar, mends=MENDS)]
    titles = [f"*{EN(f'radar-gap-{gap.value}')}* · " for gap in GAPS[: len(sizes)]]
    return [sum(title in each for each in words) for title in titles]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((6,), [6]),
        ((7,), [6]),
        ((6, 6, 6, 6, 6, 4), [6, 6, 6, 6, 6, 4]),  # thirty-four rows, which is all there is room for
        ((6, 6, 6, 6, 6, 5), [4, 4, 4, 4, 4, 4]),  # each that is cut has a row that counts its rest
    ],
)
def test_as_many_of_each_as_there_is_room_for(sizes, shown):
    assert rows(*sizes) == shown
