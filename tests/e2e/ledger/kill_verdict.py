"""What Slack has and what the ledger says after a day, held against what was owed."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.reminder_kinds import KINDS, ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import LATE_AFTER
from bot.sandbox.core import Call
from handlers.slack.messenger import opaque
from tests.e2e.ledger.kill_day import Day
from tests.e2e.living import without_odd_spaces

ACCEPTED = frozenset({"ok", "fault: 500_after", "fault: drop_after", "fault: timeout_after"})
SAYS_LATE = ("This message is late", "Ce message arrive en retard", "While I was away", "Pendant mon absence")
SETTLED = frozenset({DeliveryState.SENT, DeliveryState.MERGED, DeliveryState.EXPIRED, DeliveryState.DELETED})


def key_of(call):
    return call.args["metadata"]["event_payload"]["key"]


def words_of(call):
    return without_odd_spaces(f"{call.args['text']} {call.args['blocks']}")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    day: Day
    ledger: dict[str, Delivery]
    calls: list[Call]

    @property
    def accepted(self):
        return [call for call in self.calls if call.method == "chat.postMessage" and call.verdict in ACCEPTED]

    def lost(self):
        """Keys that nobody was told about, by a message of their own or by a catch-up that names them."""
        texts = {key_of(call): words_of(call) for call in self.accepted}
        return [key for key, words in self.day.owed.items() if not self._is_told(key, words, texts)]

    def _is_told(self, key, words, texts):
        if opaque(key) in texts:
            return words in texts[opaque(key)]
        found = self.ledger.get(key)
        if found and found.merged_into:
            return self._is_told(found.merged_into, words, texts)
        # "in one hour" is of no use any more where the due moment itself has come
        return ":soon-" in key and self._is_told(key.replace(":soon-", ":now-"), words, texts)

    def doubled(self):
        """Keys that Slack has twice, texts that a conversation has twice, what was told alone and in a list."""
        keys = Counter(key_of(call) for call in self.accepted)
        lists = [each for each in self.ledger.values() if each.kind is ReminderKind.CATCH_UP]
        in_lists = {opaque(each.key) for each in lists}
        own = [call for call in self.accepted if key_of(call) not in in_lists]
        texts = Counter((call.args["channel"], call.args["text"]) for call in own)
        parts = Counter(part for each in lists if opaque(each.key) in keys for part in each.parts)
        return [
            *(str(each) for each, times in [*keys.items(), *texts.items(), *parts.items()] if times > 1),
            *(f"alone and in a list: {part}" for part in parts if opaque(part) in keys),
        ]

    def wrongly_deleted(self):
        """What was deleted though Slack had no newer message about the same post for the same reader."""
        rows, told, wrong = {opaque(each.key): each for each in self.ledger.values()}, [], []
        by_ts = {each.ts: each for each in self.ledger.values() if each.ts}
        for call in self.calls:
            if call.method == "chat.postMessage" and call.verdict in ACCEPTED:
                told.append(rows.get(key_of(call)))
            elif call.method == "chat.delete" and call.verdict in ACCEPTED:
                gone = by_ts.get(call.args["ts"])
                wrong += [] if gone and any(_takes_the_place(each, gone) for each in told) else [call.args["ts"]]
        return wrong

    def left_standing(self):
        """Earlier messages about a post that are there still, beside the live one."""
        live = {}
        for each in self.ledger.values():
            if KINDS[each.kind].gives_way and each.state is DeliveryState.SENT and not each.lines:
                live.setdefault((each.recipient_id, each.subject), []).append(each.key)
        return [keys for keys in live.values() if len(keys) > 1]

    def unsettled(self):
        return [each.key for each in self.ledger.values() if each.state not in SETTLED]

    def silently_late(self):
        """What came more than ten minutes after it was owed, and said so neither when it came nor by an edit."""
        return [each.key for each in self._late_when_it_came() if not self._edits_that_say_so(each)]

    def late_by_an_edit(self):
        """What was held up between the bot's last look at the clock and Slack, and was put right afterwards."""
        return [each.key for each in self._late_when_it_came() if self._edits_that_say_so(each)]

    def _late_when_it_came(self):
        """The deliveries of messages that came late and did not say so."""
        owed = {opaque(each.key): each for each in self.ledger.values()}
        late = [call for call in self.accepted if call.at - owed[key_of(call)].owed_at > LATE_AFTER]
        silent = [owed[key_of(call)] for call in late if not _says_late(call)]
        return [each for each in silent if each.state is not DeliveryState.DELETED]  # nobody reads it any more

    def _edits_that_say_so(self, delivery):
        edits = [call for call in self.calls if call.method == "chat.update" and call.verdict in ACCEPTED]
        return [call for call in edits if call.args["ts"] == delivery.ts and _says_late(call)]

    def misordered(self):
        """Of messages that went through at once: one sent in the same beat before a more urgent one, or to the
        same person before an earlier one of its urgency."""
        sent = [each for each in self.ledger.values() if each.sent_at and _at_once(each)]
        sent.sort(key=lambda each: each.ts)
        return [*_of_beats(sent), *_of_people(sent)]

    def faults(self):
        names = ("lost", "doubled", "unsettled", "silently_late", "misordered", "wrongly_deleted", "left_standing")
        return {name: found for name in names if (found := getattr(self, name)())}

    def counts(self):
        states = Counter(each.state.value for each in self.ledger.values())
        met = Counter(call.verdict.removeprefix("fault: ") for call in self.calls if call.verdict.startswith("fault"))
        owed, sent, edited = len(self.day.owed), len(self.accepted), len(self.late_by_an_edit())
        return f"{owed} owed, {sent} messages, {edited} late by an edit, {dict(states)}, faults met: {dict(met)}"


def _takes_the_place(newer, gone):
    if newer is None or not (KINDS[newer.kind].gives_way and KINDS[gone.kind].gives_way):
        return False
    is_same = (newer.recipient_id, newer.subject) == (gone.recipient_id, gone.subject)
    return is_same and newer.owed_at > gone.owed_at


def _says_late(call):
    return any(sign in words_of(call) for sign in SAYS_LATE)


def _at_once(delivery):
    """Not in a later attempt that looked like the first one afterwards."""
    first = delivery.first_attempt_at
    return delivery.sent_at == first and delivery.ts and abs(float(delivery.ts) - first.timestamp()) < 1


def _grouped(sent, by):
    groups = {}
    for each in sent:
        groups.setdefault(by(each), []).append(each)
    return groups.values()


def _of_beats(sent):
    for beat in _grouped(sent, lambda each: each.sent_at):
        urgencies = [KINDS[each.kind].urgency for each in beat]
        if urgencies != sorted(urgencies):
            yield f"in the beat of {beat[0].sent_at}: {[each.key for each in beat]}"


def _of_people(sent):
    for queue in _grouped(sent, lambda each: (each.recipient_id, KINDS[each.kind].urgency)):
        yield from (
            f"{before.key} before {after.key}" for before, after in pairwise(queue) if before.owed_at > after.owed_at
        )
