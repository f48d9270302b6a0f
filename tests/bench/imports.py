"""Another member's `/post list` while a file of 20 000 lines is imported, beside the same list with nothing else.

The bot runs as a process of its own with its calendar on disk. Slack cuts a command off after three seconds: the
slowest answer is printed against that limit too, the preview and the writing apart.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from threading import Thread

from bot.sandbox.acting.hand import Answer
from bot.sandbox.team import Message, Upload
from tests.bench.commands import BOT, Running, a_calendar, started

LINES, ALONE, LIMIT = 20_000, 30, 3.0
IMPORTING, WATCHING = "UAMY", "/post list"
PATIENCE = timedelta(minutes=20)


def a_file(now: datetime) -> Upload:
    first = (now + timedelta(days=30)).date()
    lines = [
        f"Line {n},instagram,{first + timedelta(days=n % 300)} {8 + n % 12:02}:{n % 60:02},Text number {n}"
        for n in range(LINES)
    ]
    table = "\n".join(["title,platform,due,text", *lines])
    return Upload(name="calendar.csv", content=table.encode(), mimetype="text/csv")


def preview_of(own: Running) -> Message:
    """The message with the button that starts the import, once it is there."""

    def found() -> Message | None:
        told = own.slack.hand(IMPORTING).direct_messages()
        return next((each for each in reversed(told) if "import.confirm" in str(each.blocks)), None)

    message = own.slack.wait_for(found, PATIENCE.total_seconds())
    assert message is not None
    return message


def answers_during(own: Running, act: Callable[[], object]) -> list[float]:
    """Seconds of each answer of the other member, one after the other, as long as *act* takes."""
    acting = Thread(target=act)
    acting.start()
    times = []
    while acting.is_alive():
        times.append(own.answer_to(WATCHING))
    acting.join()
    return times


def imported(own: Running, confirm: Callable[[], Answer]) -> None:
    def is_over() -> bool:
        told = own.slack.hand(IMPORTING).direct_messages()
        return any("import.undo" in str(each.blocks) for each in told)

    if not confirm().acknowledged:
        raise RuntimeError("the press that starts the import was not acknowledged")
    own.slack.wait_for(is_over, PATIENCE.total_seconds())


def line(name: str, during: list[float], alone: list[float]) -> str:
    usual, slow = median(alone), median(during)
    return (
        f"/post list of another member {name}: {slow / usual:.2f} × alone ({len(during)} answers, "
        f"slowest {max(during) / LIMIT:.2f} × the three seconds)"
    )


def run() -> list[str]:
    with tempfile.TemporaryDirectory() as temporary:
        now = datetime.now(UTC)
        calendar = a_calendar(Path(temporary) / "parution.json", now)
        with started(BOT, calendar) as own:
            alone = [own.answer_to(WATCHING) for _ in range(ALONE)]
            hand = own.slack.hand(IMPORTING)
            upload = a_file(now)

            def dropped() -> None:
                hand.say("", files=[upload])
                preview_of(own)

            looking = answers_during(own, dropped)
            preview = preview_of(own)
            writing = answers_during(own, lambda: imported(own, lambda: hand.press(preview, "import.confirm")))
    return [
        line(f"while {LINES} lines are read for their preview", looking, alone),
        line(f"while {LINES} lines are written", writing, alone),
    ]


if __name__ == "__main__":
    print(*run(), sep="\n")
