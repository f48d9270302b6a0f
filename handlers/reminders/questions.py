"""Draws what is told about customers' questions."""

from datetime import datetime

from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.ports import Outgoing
from bot.services.engage.question_records import hours_of
from bot.services.engage.questions import facts_for
from handlers.context import House
from handlers.reminders.reading import strategies_for
from handlers.views.reminders.questions import AskedToAnswer, question_message


def render_question(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """As they stand now; those of a strategy that its reader does not see any more are none."""
    with house.store.transaction() as tx:
        reader, strategies = tx.members.find(delivery.recipient_id), strategies_for(tx, delivery.recipient_id)
        questions = [each for each in map(tx.questions.find, delivery.parts) if each]
        seen = [(each, strategies[each.strategy_id]) for each in questions if each.strategy_id in strategies]
        live = [(each, strategy) for each, strategy in seen if not strategy.is_archived]
        if reader is None or not live:
            return None
        asked = [facts_for(tx, strategy, each, by=reader, now=now) for each, strategy in live]
    found = AskedToAnswer(delivery=delivery, asked=asked, hours=hours_of(live[0][1]), now=now)
    return question_message(translator_for(reader, now), found)
