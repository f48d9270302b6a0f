"""A calendar that comes back from a backup: what was sent since is not in it, so nothing may be taken for unsent."""

from __future__ import annotations

from datetime import datetime

from bot.domain.reminders.deliveries import DeliveryState
from bot.ports import RESTORED
from storage.records import Document, Tables


def marked(tables: Tables, *, now: datetime) -> Tables:
    """*tables* with a note of the moment, and with every message that waited then to be looked up first."""
    deliveries = {n: _doubted(row, now) for n, row in tables.get("deliveries", {}).items()}
    notes = {n: row for n, row in tables.get("notes", {}).items() if row.get("id") != RESTORED}
    note: Document = {"id": RESTORED, "body": {"at": now.isoformat()}, "rev": 1}
    return {**tables, "deliveries": deliveries, "notes": {**notes, max(notes, default=0) + 1: note}}


def _doubted(delivery: Document, now: datetime) -> Document:
    is_waiting = delivery.get("state", DeliveryState.PENDING) == DeliveryState.PENDING
    if not is_waiting or datetime.fromisoformat(delivery["owed_at"]) > now:
        return delivery
    doubt = {"state": DeliveryState.UNKNOWN.value, "lease_until": now.isoformat()}
    return {**delivery, **doubt, "first_attempt_at": delivery.get("first_attempt_at") or delivery["owed_at"]}
