"""A bot of this version takes up the calendar of an earlier one that was killed in the middle of a beat.

What Slack has already is not sent again; what was owed, or may not have arrived, goes out once.
"""

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.cli.demo import step
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Json, Message
from bot.sandbox.workspace import BOT_USER_ID
from handlers.slack.messenger import opaque
from storage import open_store
from tests.storage.keep import KEPT, THE_NEXT_DAY, accepted, keyed
from tests.storage.keep_life import born, local_slack

WAITING = frozenset({DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.UNKNOWN})


@dataclass(frozen=True, kw_only=True)
class Upgrade:
    """What the earlier version left, and what came of it a day later; *told* are opaque keys, as they were sent."""

    was: Json
    told: list[str]
    ledger: dict[str, Delivery]

    def times(self, key: str) -> int:
        """How often *key* was told: by a message of its own, or as a line of another."""
        row = self.ledger.get(key)
        carrier = self.ledger.get(row.merged_into) if row else None
        as_line = carrier is not None and key in carrier.lines
        return self.told.count(opaque(key)) + (self.told.count(opaque(carrier.key)) if carrier and as_line else 0)

    def is_asked_whether(self, key: str) -> bool:
        """Whether *key* is a round of somebody who had skipped three: they are asked if rounds are of use instead."""
        kind, strategy_id, _, member_id, _ = key.split(":")
        asked = [each for each in self.ledger.values() if each.kind is ReminderKind.ROUND_ASKED]
        whom = [(each.strategy_id, each.recipient_id) for each in asked if each.state is DeliveryState.SENT]
        return kind == "check-in" and (strategy_id, member_id) in whom


@pytest.fixture(scope="module", params=sorted(KEPT.iterdir()), ids=lambda each: each.name)
def upgrade(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Upgrade:
    folder = shutil.copytree(request.param, tmp_path_factory.mktemp("upgrade") / "kept")
    was = json.loads((folder / "slack.json").read_text(encoding="utf-8"))
    with slack_as_it_was(was) as slack:
        bot = born(slack, folder)
        try:
            bot.tick()
            step(bot, slack.clock, THE_NEXT_DAY)
        finally:
            bot.stop()
        told = keyed(accepted(slack.calls))
    with closing(open_store(f"tinydb://{folder}/parution.json")) as store, store.transaction() as tx:
        return Upgrade(was=was, told=told, ledger={each.key: each for each in tx.deliveries.all()})


def slack_as_it_was(was: Mapping[str, Any]) -> LocalSlack:
    slack = local_slack(datetime.fromisoformat(was["at"]))
    for member_id in slack.workspace.members:
        slack.workspace.direct_channel(member_id)
    for each in was["messages"]:
        slack.workspace.put_message(Message(user=BOT_USER_ID, bot_id=slack.app.bot_id, **each))
    return slack


def test_what_slack_has_already_is_not_sent_again(upgrade: Upgrade) -> None:
    assert set(upgrade.told) & set(upgrade.was["sent"]) == set()
    assert [key for key, times in Counter(upgrade.told).items() if times > 1] == []


def test_what_the_earlier_version_owed_goes_out_once(upgrade: Upgrade) -> None:
    owed = [key for key in upgrade.was["after"] if upgrade.times(key) or not upgrade.is_asked_whether(key)]

    assert owed
    assert {key: upgrade.times(key) for key in owed} == dict.fromkeys(owed, 1)


def test_nothing_waits_any_more_a_day_later(upgrade: Upgrade) -> None:
    due = THE_NEXT_DAY - timedelta(hours=1)

    assert [each.key for each in upgrade.ledger.values() if each.state in WAITING and each.owed_at < due] == []


def test_what_slack_had_taken_when_the_bot_died_is_known_to_be_sent(upgrade: Upgrade) -> None:
    taken = [each for key, each in upgrade.ledger.items() if opaque(key) in upgrade.was["sent"]]

    assert len(taken) > 50
    assert {each.state for each in taken} <= {DeliveryState.SENT, DeliveryState.DELETED}
