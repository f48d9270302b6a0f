"""The long form of the delivery tests, `python -m tests.torture_deliveries [SEED]`: ends with 1 if anything failed.

600 messages are owed on one day, to twelve members; the bot is killed 32 times and put to sleep now and then, while
Slack fails. Two naive senders live through the same and must fail. Then 1 000 messages are owed at once, at the pace
that Slack allows.
"""

import logging
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.ledger.kill_day import Day
from tests.e2e.ledger.kill_run import Nursery, Run
from tests.e2e.ledger.test_pace import Crowd, faults_of

COUNT, MEMBERS, KILLS = 192, 12, 32
"""192 posts are announced, due and overdue: 576 messages, with 12 agendas and 12 invitations to the round."""
MUST = {"ledger": "", "record-first": "lost", "send-first": "doubled"}


def lived(seed, mode, sender):
    """Print what came of one day; whether it is as it should be."""
    day = Day(count=COUNT, members=MEMBERS, seed=seed)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Nursery() as nursery:
        run = Run(day=day, folder=Path(folder), nursery=nursery, mode=mode, sender=sender, kills=KILLS)
        verdict = run.live()
    faults = {name: len(found) for name, found in verdict.faults().items()}
    expected = MUST[sender]
    right = run.killed >= 30 and (expected in faults if expected else not faults)
    took = time.monotonic() - start
    print(
        f"{'ok ' if right else 'BAD'} {sender}, {mode}, seed {seed}: killed {run.killed} times in {took:.0f} s,",
        end=" ",
    )
    print(f"faults {faults or 'none'}\n      {verdict.counts()}", flush=True)
    if not right:
        print(*(f"      {name}: {found[:3]}" for name, found in verdict.faults().items()), sep="\n")
    return right


def paced():
    crowd = Crowd(members=100, each=4)
    start = time.monotonic()
    faults = faults_of(crowd)
    print(
        f"{'BAD' if faults else 'ok '} {crowd.owed} messages owed at once, in {time.monotonic() - start:.0f} s:",
        end=" ",
    )
    print(*faults or ["due ones first, a second apart, never limited"], flush=True)
    return not faults


def main(seed=1):
    logging.disable(logging.CRITICAL)
    results = [lived(seed, mode, "ledger") for mode in ("socket", "http")]
    results += [lived(seed, "socket", sender) for sender in list(MUST)[1:]]
    return 0 if all([*results, paced()]) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
