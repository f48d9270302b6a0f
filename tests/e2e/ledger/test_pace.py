"""Many messages owed at once: the urgent first, one a second into a conversation, so many a beat for the workspace."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from bot.domain.members import Member
from bot.domain.reminder_kinds import KINDS, ReminderKind
from bot.sandbox.core import Call
from bot.sandbox.sample import sample_workspace
from bot.sandbox.team import Member as Person
from bot.sandbox.workspace import Workspace
from bot.services.reminders.queue import CEILING
from handlers.slack.messenger import opaque
from tests.e2e.ledger.kill_verdict import key_of
from tests.e2e.ledger.ledger_life import A_MINUTE, Life, a_post, a_strategy, living

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
BEAT = timedelta(seconds=15)


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Each of *members* is owed an agenda, and at nine twice *each* posts, one with the round."""

    members: int
    each: int

    @property
    def ids(self) -> list[str]:
        return [f"UC{number:03}" for number in range(self.members)]

    @property
    def owed(self) -> int:
        return self.members * (1 + 2 * self.each)

    def workspace(self) -> Workspace:
        people = [Person(id=each, name=each.lower(), real_name=each, tz="Europe/London") for each in self.ids]
        return Workspace(team=sample_workspace().team, members=people)

    def team(self) -> list[Member]:
        return [Member(id=each, name=each, zone="UTC", check_in_at=time(9)) for each in self.ids]

    def fill(self, life: Life) -> None:
        numbers = iter(range(1, self.members * self.each * 2 + 1))
        for owner in self.ids:
            for due in [NINE] * (2 * self.each):
                life.add(a_post(next(numbers), due=due, owner=owner))


@contextmanager
def crowded(crowd: Crowd) -> Iterator[Life]:
    """Slack counts, and the seconds that the bot waits pass on Slack's clock."""
    strategy = a_strategy(manager_id=crowd.ids[0], round_ids=tuple(crowd.ids))
    before = NINE - A_MINUTE
    with living(at=before, workspace=crowd.workspace(), team=crowd.team(), strategy=strategy) as life:
        crowd.fill(life)
        life.bot.tick()
        clock, messenger = life.slack.clock, life.bot.house.messenger
        messenger._is_paced = True  # type: ignore[attr-defined]
        messenger._pause = lambda seconds: clock.set(clock.now() + timedelta(seconds=seconds))  # type: ignore[attr-defined]
        life.slack.rates.are_on = True
        yield life


def beat_until_sent(life: Life, count: int) -> list[list[Call]]:
    """The messages of each beat, of which there is one every quarter of a minute."""
    beats: list[list[Call]] = []
    moment = NINE
    while sum(map(len, beats)) < count and len(beats) < count:
        beats.append(life.tick(max(moment, life.slack.clock.now())))
        moment += BEAT
    return beats


def kinds(life: Life, calls: list[Call]) -> list[ReminderKind]:
    known = {opaque(each.key): each.kind for each in life.deliveries()}
    return [known[key_of(call)] for call in calls]


def faults_of(crowd: Crowd) -> list[str]:
    """What is wrong with how *crowd* is told; one post comes due while the others still wait."""
    with crowded(crowd) as life:
        life.add(a_post(9_999, due=NINE + 40 * BEAT / 15, owner=crowd.ids[-1]))
        beats = beat_until_sent(life, crowd.owed + 1)
        sent = [call for calls in beats for call in calls]
        urgent = [KINDS[kind].urgency for calls in beats for kind in kinds(life, calls)]
        by_channel: dict[str, list[datetime]] = {}
        for call in sent:
            by_channel.setdefault(call.args["channel"], []).append(call.at)
        [late_key] = [opaque(each.key) for each in life.deliveries() if each.subject == "P9999"]
        late_one = [key_of(call) for call in sent].index(late_key)
        first_agenda = urgent.index(KINDS[ReminderKind.AGENDA].urgency)
        gaps = [after - before for moments in by_channel.values() for before, after in pairwise(moments)]
        limited = [call for call in life.calls("chat.postMessage") if call.verdict == "ratelimited"]
        checks = {
            "all sent, once": len(sent) == crowd.owed + 1 and life.doubled() == [],
            "due before agendas": sorted(urgent[:first_agenda]) == urgent[:first_agenda],
            "a due one overtakes what waits": urgent[late_one] == 0 and late_one < len(sent) - 1,
            "no due one after an agenda but the late one": Counter(urgent[first_agenda:])[0] <= 1,
            "a second apart": min(gaps) >= timedelta(seconds=1),
            "a ceiling": max(map(len, beats)) <= CEILING,
            "posting is never limited": limited == [],
        }
        return [name for name, is_right in checks.items() if not is_right]


def test_what_is_due_overtakes_the_agendas_and_nothing_goes_faster_than_slack_allows() -> None:
    assert faults_of(Crowd(members=20, each=4)) == []
