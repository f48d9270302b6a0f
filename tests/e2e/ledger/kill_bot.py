"""A nursery of bots that are there to be killed: `python -m tests.e2e.ledger.kill_bot`.

Everything is imported once. Each line of JSON on standard input (the fields of `Settings` and a *sender*) forks one
whole bot, so that a kill costs no imports. Lines on standard output: `born PID`, after each beat `beat PID MOMENT`,
and `dead PID`. The bot reads its clock from the local Slack, and beats as often as it can.

Two senders are there to show that the check can fail: "record-first" writes that a message was sent, then sends it;
"send-first" sends it, then writes that down.
"""

import json
import logging
import os
import sys
import threading
import urllib.request
from dataclasses import replace
from datetime import date, datetime, timedelta

import bot.app
import handlers.reminders.ticks
from bot.app import build
from bot.domain.errors import DeliveryFailed, TryLater
from bot.domain.reminders.deliveries import DeliveryState
from bot.i18n import Translator
from bot.ports import Sent
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.queue import CEILING, next_to_send
from bot.settings import Settings
from handlers.reminders.beats import fingerprint
from handlers.reminders.ticks import tick

BEAT_SECONDS = 0.005
PATIENCE = 1  # seconds the client waits for Slack: a time-out is a lost reply like any other
SOON_AGAIN = timedelta(seconds=30)
NOWHERE = Sent(channel_id="", ts="")


class SlackClock:
    """The local Slack's clock, asked each time."""

    def __init__(self, settings):
        self._url = settings.api_url.removesuffix("/api/") + "/sandbox/clock"

    def now(self):
        with urllib.request.urlopen(self._url, timeout=10) as answer:  # noqa: S310  # 127.0.0.1
            return datetime.fromisoformat(json.load(answer)["now"])


def say(*words):
    os.write(1, " ".join(map(str, words)).encode() + b"\n")


def record_first(beat, *, ceiling=CEILING):
    for each in next_to_send(beat.house.store, now=beat.now, ceiling=ceiling):
        message = beat.rendered(each)
        written = _written(beat, each, state=DeliveryState.SENT, sent_at=beat.now)
        if message is None or written is None:
            continue
        try:
            beat.house.messenger.post(each.recipient_id, message, key=each.key)
        except TryLater as error:  # certainly not accepted: what a careful author would still do
            _later(beat, written, error)
        except DeliveryFailed:
            continue


def send_first(beat, *, ceiling=CEILING):
    for each in next_to_send(beat.house.store, now=beat.now, ceiling=ceiling):
        message, sent = beat.rendered(each), NOWHERE
        try:
            if message:
                sent = beat.house.messenger.post(each.recipient_id, message, key=each.key)
        except DeliveryFailed as error:
            _later(beat, each, error)
            continue
        content = fingerprint(message) if message else ""
        place = {"channel_id": sent.channel_id, "ts": sent.ts}
        _written(beat, each, state=DeliveryState.SENT, sent_at=beat.now, content=content, **place)


def _later(beat, delivery, error):
    at = getattr(error, "retry_at", None) or beat.now + SOON_AGAIN
    _written(beat, delivery, state=DeliveryState.PENDING, sent_at=None, ready_at=at)


def _written(beat, delivery, **changes):
    with beat.house.store.transaction() as tx:
        current = tx.deliveries.get(delivery.key)
        return tx.deliveries.put(replace(current, **changes))


SENDERS = {"record-first": record_first, "send-first": send_first, "ledger": handlers.reminders.ticks.send_ready}


LAST = []


def beating(house, reminders, now, **options):
    """One beat for each step of the clock, which moves on when it is told of: a second one would be on its way then."""
    if [now] == LAST:
        return
    tick(house, reminders, now, **options)
    LAST[:] = [now]
    say("beat", os.getpid(), now.isoformat())


def live(wish):
    logging.disable(logging.CRITICAL)  # it is made to fail all the time
    handlers.reminders.ticks.send_ready = SENDERS[wish.pop("sender")]
    bot.app.tick = beating
    settings = Settings(**wish)
    whole = build(settings, clock=SlackClock(settings))
    whole.house.messenger._client.timeout = PATIENCE
    whole.start(ticking=False)
    whole.ticker.start(every_seconds=BEAT_SECONDS)
    threading.Event().wait()


def born(wish):
    pid = os.fork()
    if pid == 0:
        try:
            live(wish)
        except BaseException as error:  # a bot that cannot start is a finding, told to the test
            say("failed", os.getpid(), type(error).__name__, error)
            os._exit(1)
    return pid


def warm():
    """What every bot would load anew, without a thread: threads do not survive a fork."""
    is_holiday("GB", date(2026, 11, 24))
    for locale in ("en-GB", "fr-FR"):
        Translator(locale, "UTC")("notice-title")


def main():
    warm()
    for line in sys.stdin:
        pid = born(json.loads(line))
        say("born", pid)
        os.waitpid(pid, 0)
        say("dead", pid)


if __name__ == "__main__":
    main()
