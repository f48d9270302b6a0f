"""A day that the bot does not survive: killed again and again, on a local Slack that fails.

The clock moves on when the bot has finished a beat, so that its speed is the machine's. A kill falls into the first
milliseconds after a random `chat.postMessage` came in; now and then the bot is put to sleep there instead, as a
laptop is, and wakes up to another time of day.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import sleep

from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Outage
from bot.sandbox.server import LocalSlack
from storage import open_store
from tests.e2e.ledger.kill_day import LAST_RETRY, OPENING, Day
from tests.e2e.ledger.kill_verdict import Verdict
from tests.e2e.living import MANIFEST, free_port
from tests.storage.journal.kill_model import dice

ODDS = {"429": 0.03, "500": 0.02, "500_after": 0.02, "drop_before": 0.01, "drop_after": 0.015, "timeout_after": 0.005}
"""Of each call: 3 % are limited, 4 % answered with 500, half of those after acceptance, 3 % lose their reply."""
FAILING = (
    "chat.postMessage",
    "chat.update",
    "chat.delete",
    "conversations.open",
    "conversations.history",
    "conversations.replies",
    "dnd.teamInfo",
)
STEPS = (30, 60, 120, 300, 540)
"""Seconds between two beats; shorter than what would make the next one late."""
SILENCES = (1, 5, 9, 30)
NEVER = datetime.min.replace(tzinfo=UTC)
PATIENCE = 120
"""Seconds in which something has to happen at all: only what happens is judged, a busy machine decides nothing."""


class Nursery:
    """The process that forks bots, and what the living one says; `touch` is called whenever it says something."""

    def __init__(self):
        command = [sys.executable, "-m", "tests.e2e.ledger.kill_bot"]
        self._parent = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.touch = lambda: None
        self.pid = 0
        self.failure = ""
        self.beat_at = NEVER
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self):
        for line in self._parent.stdout:
            word, pid, *rest = line.split()
            if word in ("born", "dead"):
                self.pid = int(pid) if word == "born" else 0
            elif word == "failed":
                self.failure = " ".join(rest)
            elif int(pid) == self.pid:
                self.beat_at = datetime.fromisoformat(rest[0])
            self.touch()

    def bear(self, wish):
        self.beat_at = NEVER
        self._parent.stdin.write(json.dumps(wish) + "\n")
        self._parent.stdin.flush()

    def send(self, sign):
        os.kill(self.pid, sign)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self._parent.stdin.close()
        self._parent.wait()
        self._reader.join()
        self._parent.stdout.close()


@dataclass(kw_only=True)
class Run:
    """One *day* with so many *kills*, or with one *nap* instead; `live` gives what came of it."""

    day: Day
    folder: Path
    nursery: Nursery
    mode: str = "socket"
    sender: str = "ledger"
    kills: int = 0
    nap: timedelta | None = None
    killed: int = 0
    _trap: int = 0
    _chance: Random = field(init=False)

    def __post_init__(self):
        self._chance = dice(self.day.seed)
        clock = SandboxClock(stopped_at=OPENING)
        self.slack = LocalSlack(workspace=self.day.workspace(), manifest=MANIFEST, clock=clock, mode=self.mode)
        self.clock = clock
        self.end = self.day.end

    def live(self):
        with closing(open_store(self.store_url)) as store:
            self.day.fill(store)
        self._plan_faults()
        self.nursery.touch = self.slack.workspace.touch
        with self.slack:
            try:
                self._live_through()
            finally:
                self._bury()
        with closing(open_store(self.store_url)) as store, store.transaction() as tx:
            return Verdict(
                day=self.day, ledger={each.key: each for each in tx.deliveries.all()}, calls=self.slack.calls
            )

    @property
    def store_url(self):
        return f"tinydb://{self.folder}/parution.json"

    def _plan_faults(self):
        kinds, weights = [*ODDS, "ok"], [*ODDS.values(), 1 - sum(ODDS.values())]
        for method in FAILING:
            row = self._chance.choices(kinds, weights, k=len(self.day.owed) * 3)
            self.slack.faults.plan(method, *(self._outage(kind) for kind in row))

    def _outage(self, kind):
        return Outage(kind=kind, retry_after=self._chance.choice([1, 5, 30]), hold_seconds=5)

    def _live_through(self):
        self._bear()
        self._set_trap()
        while self.clock.now() < self.end:
            self.slack.wait_for(self._something_happened, timeout=PATIENCE)
            assert not self.nursery.failure, self.nursery.failure
            if self._is_trapped():
                self._strike()
            else:
                self._pass(timedelta(seconds=self._chance.choice(STEPS)))
                if self._chance.random() < 0.02:
                    self.slack.cut_sockets()

    def _something_happened(self):
        return self.nursery.failure or self._is_trapped() or self.nursery.beat_at >= self.clock.now()

    def _pass(self, time):
        self.clock.set(self.clock.now() + time)

    # --- what the bot does not survive

    def _set_trap(self):
        share = len(self.day.owed) / (self.kills + 1)
        self._trap = self._posts() + max(1, int(self._chance.uniform(0.3, 0.9) * share))

    def _posts(self):
        return sum(call.method == "chat.postMessage" for call in self.slack.calls)

    def _is_trapped(self):
        return (self.killed < self.kills or self.nap) and self._posts() >= self._trap

    def _strike(self):
        sleep(self._chance.choice([0, 0, self._chance.uniform(0, 0.008)]))
        self._set_trap()
        if self.nap:
            self._put_to_sleep(self.nap)
            self.nap, self.end = None, self.clock.now() + LAST_RETRY
            return
        if self._chance.random() < 0.1:
            self._put_to_sleep(timedelta(minutes=self._chance.choice(SILENCES)))
            return
        self._bury()
        self.killed += 1
        if self._chance.random() < 0.2:
            self._pass(timedelta(minutes=self._chance.choice(SILENCES)))
        self._bear()

    def _put_to_sleep(self, time):
        self.nursery.send(signal.SIGSTOP)
        self._pass(time)
        self.nursery.send(signal.SIGCONT)

    def _bury(self):
        if self.nursery.pid:
            self.nursery.send(signal.SIGKILL)
            self.slack.wait_for(lambda: not self.nursery.pid, timeout=PATIENCE)

    def _bear(self):
        is_http = self.mode == "http"
        port = free_port() if is_http else 0
        if is_http:
            self.slack.listen_at(f"http://127.0.0.1:{port}/slack/events")
        self.nursery.bear(
            {
                "sender": self.sender,
                "bot_token": self.slack.bot_token,
                "app_token": "" if is_http else self.slack.app_token,
                "signing_secret": self.slack.signing_secret if is_http else "",
                "port": port,
                "api_url": self.slack.api_url,
                "store_url": self.store_url,
            }
        )
        self.slack.wait_for(lambda: self.nursery.pid, timeout=PATIENCE)
