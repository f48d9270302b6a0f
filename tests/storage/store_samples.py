"""Values for the tests of the stores."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from tests import builders

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOON.date()
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def a_post(number: int = 1, *, due_at: datetime | None = None, **fields: Any) -> Post:
    due = Due.of(due_at, "America/Toronto") if due_at else None
    return builders.a_post(number, **{"title": f"Post {number}", "due": due, **fields})


def a_delivery(key: str = "due:P1", **fields: Any) -> Delivery:
    given = {
        "kind": ReminderKind.DUE,
        "strategy_id": "S1",
        "subject": "P1",
        "recipient_id": "U1",
        "owed_at": NOON,
        "expires_at": NOON + DAY,
        **fields,
    }
    return Delivery(key=key, **given)


def a_measurement(post_id: str = "P1", *, at: datetime = NOON, **counts: Any) -> Measurement:
    return Measurement(id=f"{post_id}:{at.isoformat()}", post_id=post_id, at=at, counts=Counts(**counts))


def a_check_in(member_id: str = "U1", *, day: date = TODAY, **fields: Any) -> CheckIn:
    return CheckIn(**{"strategy_id": "S1", "member_id": member_id, "day": day, **fields})


def a_correction(number: int = 1, **fields: Any) -> Correction:
    given = {
        "strategy_id": "S1",
        "post_id": "P1",
        "what": "wrong price",
        "noticed_at": NOON,
        "owner_id": "U1",
        **fields,
    }
    return Correction(id=f"C{number}", **given)


def a_voice(number: int = 1, **fields: Any) -> Voice:
    return Voice(**{"id": f"V{number}", "strategy_id": "S1", "name": f"Voice {number}", "owner_id": "U1", **fields})


def a_question(number: int = 1, *, asked_on: date = TODAY, **fields: Any) -> Question:
    given = {"strategy_id": "S1", "text": "Is it vegan?", "owner_id": "U1", **fields}
    return Question(id=f"Q{number}", asked_on=asked_on, **given)
