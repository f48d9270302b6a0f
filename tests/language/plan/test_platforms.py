"""The parts of a platform, at the edges: a name without its value, a value that is none, what was said before."""

from datetime import UTC, datetime

import pytest

from bot.domain.strategy import Platform
from bot.language.plan.command import parse_plan
from bot.language.plan.requests import Person, SetPlatform

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
AMY = Person(name="amy")

SAID = {
    "limit 280.5": {"not_understood": ("limit 280.5",)},
    "limit 50%": {"not_understood": ("limit 50%",)},
    "limit 280": {"text_limit": 280},
    "rhythm 30%": {"not_understood": ("rhythm 30%",)},
    "30% a week": {"not_understood": ("30% a week",)},
    "rhythm 1.5": {"rhythm": 1.5},
    "3 a week": {"rhythm": 3},
    "3": {"not_understood": ("3",)},
    "rhythm 3 rhythm 4": {"rhythm": 3, "not_understood": ("rhythm 4",)},
    "owner": {"not_understood": ("owner",)},
    "owner: @amy": {"owner": AMY},
    "owner : @amy rhythm 3": {"owner": AMY, "rhythm": 3},
    'owner "@amy"': {"not_understood": ('owner "@amy"',)},
    "amy": {"not_understood": ("amy",)},
    "review": {"review_required": True},
    "review non": {"review_required": False},
    "review by me": {"reviewer": Person(id="me")},
    "review @amy rhythm 3": {"reviewer": AMY, "rhythm": 3},
    "purpose": {"not_understood": ("purpose",)},
    "purpose show the team rhythm 3": {"purpose": "show the team", "rhythm": 3},
    "purpose rhythm 3": {"purpose": "rhythm 3"},
    'purpose "show the team" language fr': {"purpose": "show the team", "language": "fr"},
    'purpose: "a" public: parents': {"purpose": "a", "public": "parents"},
}


@pytest.mark.parametrize(("typed", "said"), SAID.items(), ids=SAID)
def test_of_a_platform_is_understood_what_has_a_value(typed, said):
    found = parse_plan(f"platform x {typed}", now=NOW, zone="America/Montreal", french=False)

    assert found == SetPlatform(typed=f"platform x {typed}", platform=Platform.X, **said)
