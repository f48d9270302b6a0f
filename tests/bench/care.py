"""One tick with 2 000 open questions and 2 000 voices, beside one of the same calendar without them.

Both calendars lie on disk, with 10 000 posts of which 60 come due; the two take turns. A quarter of the voices have a
step that is due, and a quarter of the questions are late: nothing of that is owed at noon, and all of it is looked at.
"""

import tempfile
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.strategy import Platform
from bot.ports import Transaction
from tests.bench._texts import a_text
from tests.bench.ticks import BEGINNING, DUE, ROUNDS, STEP, a_site, owner, timed_tick

MANY = 2_000
BOUND = 1.5
"""Times a tick without them."""


def a_question(number: int) -> Question:
    asked = BEGINNING - timedelta(days=20, minutes=number)
    return Question(
        id=f"Q{number + 1}",
        strategy_id="S1",
        text=a_text(number)[:200],
        asked_on=asked.date(),
        owner_id=owner(number % DUE),
        platform=Platform.FACEBOOK,
        asked_by=f"Customer {number}",
        asked_at=asked,
        seen_at=asked,
        kept_by=owner(number % DUE),
        given_at=asked,
        due_at=BEGINNING + timedelta(days=number % 40 - 10, minutes=number),
    )


def a_voice(number: int) -> Voice:
    return Voice(
        id=f"V{number + 1}",
        strategy_id="S1",
        name=f"Somebody Who Moves {number}",
        kind=VoiceKind.INFLUENCER,
        owner_id=owner(number % DUE),
        created_by=owner(number % DUE),
        created_at=BEGINNING,
        step="thank them",
        step_day=BEGINNING.date() + timedelta(days=number % 40 - 10),
    )


def put_all(tx: Transaction) -> None:
    for number in range(MANY):
        tx.questions.put(a_question(number))
        tx.voices.put(a_voice(number))


def run() -> list[str]:
    idle: dict[str, list[float]] = {"with": [], "without": []}
    busy: dict[str, list[float]] = {"with": [], "without": []}
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        sites = {}
        for name, more in (("with", put_all), ("without", lambda tx: None)):
            folder = Path(temporary) / name
            folder.mkdir()
            sites[name] = stack.enter_context(a_site(folder, more))
        for turn in range(ROUNDS):
            for name, (slack, bot) in sites.items():
                timed_tick(slack, bot, expected=0)
                idle[name].append(timed_tick(slack, bot, expected=0))
                slack.clock.set(BEGINNING + STEP * turn)
                busy[name].append(timed_tick(slack, bot, expected=DUE))
    return [_line("nothing due", idle), _line(f"{DUE} due", busy)]


def _line(what: str, took: dict[str, list[float]]) -> str:
    """The first round, which also opens conversations and builds orders, is left out."""
    more, less = (median(took[name][1:]) for name in ("with", "without"))
    said = f"{more * 1000:.1f} ms, {more / less:.2f} × without ({less * 1000:.1f} ms; bound {BOUND} ×)"
    return f"one tick, {MANY} open questions and {MANY} voices, {what}: {said}"


if __name__ == "__main__":
    print(*run(), sep="\n")
