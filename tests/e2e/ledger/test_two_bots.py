"""Two bots on one store, as two processes on one PostgreSQL will be: whatever dies or fails, no message comes twice."""

from collections import Counter
from datetime import timedelta
from random import Random
from threading import Barrier, Lock, Thread

import pytest

from bot.app import Bot
from bot.sandbox.faults import Outage
from tests.e2e.ledger.kill_day import OPENING, Day
from tests.e2e.ledger.kill_run import FAILING, ODDS
from tests.e2e.ledger.kill_verdict import Verdict
from tests.e2e.ledger.ledger_life import Life, living
from tests.storage.journal.kill_model import dice

STEPS = (15, 30, 60, 120, 240, 400)
SECOND = timedelta(seconds=1)


class Killed(BaseException):
    """One of the bots dies here; a new one takes its place at the next beat."""


def may_die(bot: Bot, posts: Counter[int], number: int, chance: Random, lock: Lock) -> None:
    """Before a message, or when Slack has it already."""
    post = bot.house.messenger.post

    def dying(*args: object, **more: object) -> object:
        with lock:
            posts[number] += 1
            dies_before, dies_after = chance.random() < 0.03, chance.random() < 0.03
        if dies_before:
            raise Killed
        sent = post(*args, **more)  # type: ignore[arg-type]
        if dies_after:
            raise Killed
        return sent

    bot.house.messenger.post = dying  # type: ignore[method-assign, assignment]


def beat(bot: Bot, together: Barrier) -> None:
    together.wait()
    try:
        bot.tick()
    except Killed:
        return


def beat_all(life: Life) -> None:
    together = Barrier(len(life.bots))
    threads = [Thread(target=beat, args=(bot, together)) for bot in life.bots]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def live_through(life: Life, day: Day, chance: Random) -> None:
    clock = life.slack.clock
    while clock.now() < day.end:
        clock.set(clock.now() + chance.choice(STEPS) * SECOND)
        beat_all(life)


@pytest.mark.parametrize(("seed", "apart"), [(1, 0), (2, 20)])
def test_two_bots_that_beat_at_once_and_die_now_and_then_send_every_message_once(seed: int, apart: int) -> None:
    day, chance, posts = Day(count=16, members=4, seed=seed, hours=1), dice(seed), Counter[int]()
    with living(at=OPENING, workspace=day.workspace(), fill=day.fill, bots=2, apart=apart * SECOND) as life:
        for method in FAILING:
            kinds = chance.choices([*ODDS, "ok"], [*ODDS.values(), 1 - sum(ODDS.values())], k=500)
            life.slack.faults.plan(method, *(Outage(kind=kind, hold_seconds=0.2) for kind in kinds))
        lock = Lock()
        for number, bot in enumerate(life.bots):
            may_die(bot, posts, number, chance, lock)
        live_through(life, day, chance)
        with life.store.transaction() as tx:
            ledger = {each.key: each for each in tx.deliveries.all()}
    verdict = Verdict(day=day, ledger=ledger, calls=life.slack.calls)

    assert {name: found for name, found in verdict.faults().items() if name != "misordered"} == {}, verdict.counts()
    assert min(posts[0], posts[1]) > 10
