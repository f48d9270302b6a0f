"""Whether the round is still of use: the question after three that were skipped, and its answers."""

from datetime import datetime

from bot.domain.members import RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.ports import Outgoing
from bot.services.reminders.rhythms import answer_rhythm, day_of, name_among, two_days
from handlers.context import House, Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.reminders.reading import strategy_for
from handlers.views.reminders.invitations import round_asked_message, said_rhythm


def register(on: Listeners) -> None:
    on.reminder(ReminderKind.ROUND_ASKED, render_round_asked)


def listen(on: Listeners) -> None:
    on.press("round.rhythm.", on_rhythm)


def on_rhythm(turn: Turn, press: Press) -> Reply:
    """The message that asked changes with the next beat; whoever answers reads at once what holds now."""
    strategy_id, _, word = press.value.partition("|")
    member = answer_rhythm(turn.store, turn.member.id, strategy_id, RoundRhythm(word), now=turn.now)
    with turn.store.transaction() as tx:
        name = name_among(tx, member, tx.strategies.find(strategy_id))
    return Reply(text=said_rhythm(turn.t, RoundRhythm(word), two_days(member), name=name))


def render_round_asked(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), strategy_for(tx, delivery)
        if reader is None or strategy is None:
            return None
        name = name_among(tx, reader, strategy)
    answer = RoundRhythm(delivery.parts[0]) if delivery.parts else None
    day, two = day_of(delivery).isoformat(), two_days(reader)
    return round_asked_message(translator_for(reader, now), strategy, day=day, answer=answer, two=two, name=name)
