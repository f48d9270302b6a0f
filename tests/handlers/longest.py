"""The longest and nastiest that can be typed, and what must hold of a view that shows it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.members import Absence, Member
from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, Strategy
from bot.sandbox.limits import check_message, check_view
from tests.literal import read_as_marks

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
EVIL = '<!channel> <@UEVIL> <https://evil.example|x> *loud* _i_ ~s~ `c` & "q" | \u202e\u05e9\u05dc\u05d5\u05dd 😀 é\n'
AMPERSANDS = "&"
"""What grows most when it is made safe."""


def worst(length: int, texts: str = EVIL) -> str:
    return (texts * (length // len(texts) + 1))[:length]


def mrkdwn_in(node: Any) -> Iterator[str]:
    """Every text that Slack reads as mrkdwn."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            yield node["text"]
        for each in node.values():
            yield from mrkdwn_in(each)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from mrkdwn_in(each)


def assert_harmless(*said: str) -> None:
    """Nothing that was typed calls, links or shouts."""
    for each in said:
        assert not re.search(r"<!|<@UEVIL|<https://evil|\*loud\*", each), each


def assert_message(text: str, blocks: Any) -> None:
    assert check_message({"channel": "C1", "text": text, "blocks": list(blocks)}) is None
    assert text.strip()
    assert_harmless(text, *mrkdwn_in(list(blocks)))
    assert_rendered(list(blocks))


def assert_rendered(blocks: Any) -> None:
    """Nothing stands there with its marks; in a plain text those of somebody who typed them do."""
    found = read_as_marks(blocks, typed="<!chan")
    assert not found, found[:3]


def assert_modal(view: Any) -> None:
    assert check_view(view) is None
    assert_rendered(view)
    assert_harmless(*mrkdwn_in(view))


def a_member(texts: str, number: int = 0, **more: Any) -> Member:
    known = Member(id=f"U{number:010}", name=worst(80, texts), zone="America/Argentina/ComodRivadavia")
    return replace(known, **more)


def a_strategy(texts: str, **more: Any) -> Strategy:
    known = Strategy(id="S1", name=worst(80, texts), channel_id="C" + "0" * 10, zone="Europe/Paris", manager_id="UAMY")
    return replace(known, round_ids=tuple(f"U{n:010}" for n in range(30)), **more)


def a_post(texts: str, number: int) -> Post:
    return Post(
        id=f"P{10**5 + number}",
        strategy_id="S1",
        title=worst(150, texts),
        text=worst(63_206, texts),
        platform=Platform.GOOGLE_BUSINESS,
        kind=PostKind.RECRUITING,
        owner_id="U0000000000",
        due=Due(at=NOW - timedelta(hours=3), wall="2026-11-25T13:30", zone="Europe/Paris"),
    )


def questions(texts: str, count: int = 40) -> tuple[Question, ...]:
    return tuple(
        Question(id=f"Q{n}", strategy_id="S1", text=worst(1000, texts), asked_on=TODAY, owner_id="U0000000000")
        for n in range(count)
    )


def absences(count: int = 60) -> tuple[Absence, ...]:
    return tuple(
        Absence(first=TODAY + timedelta(days=9 * n), last=TODAY + timedelta(days=9 * n + 5)) for n in range(count)
    )


def a_check_in(texts: str) -> CheckIn:
    return CheckIn(
        strategy_id="S1",
        member_id="U0000000000",
        day=TODAY,
        received=100_000,
        answered=100_000,
        answered_older=100_000,
        replied=100_000,
        minutes=1440,
        unanswered=worst(1000, texts),
        voices=worst(1000, texts),
        learned=worst(1000, texts),
        plan_reviewed=True,
        edited_late=True,
    )
