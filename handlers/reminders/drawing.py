"""Which message is drawn by what. What is gone says nothing any more."""

from datetime import date, datetime

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.ports import Outgoing
from handlers.context import House
from handlers.listening import Listeners
from handlers.reminders import rounds
from handlers.reminders.catch_ups import render_catch_up
from handlers.reminders.changes import render_changes
from handlers.reminders.day_lines import render_day_line
from handlers.reminders.mornings import render_agenda
from handlers.reminders.notices import render_notice
from handlers.reminders.posts import render_due, render_measure, render_review
from handlers.reminders.questions import render_question
from handlers.reminders.reading import strategy_for
from handlers.views.reminders.agendas import Gaps, gaps_message
from handlers.views.reminders.invitations import Invitation, invitation_message


def register(on: Listeners) -> None:
    on.reminder(ReminderKind.AGENDA, render_agenda)
    on.reminder(ReminderKind.DUE, render_due)
    on.reminder(ReminderKind.OVERDUE, render_due)
    on.reminder(ReminderKind.CHECK_IN, render_invitation)
    on.reminder(ReminderKind.MEASURE, render_measure)
    on.reminder(ReminderKind.REVIEW, render_review)
    on.reminder(ReminderKind.UNOWNED, render_gaps)
    on.reminder(ReminderKind.ESCALATION, render_due)
    on.reminder(ReminderKind.REVIEW_AGAIN, render_review)
    on.reminder(ReminderKind.LATE, render_due)
    rounds.register(on)
    on.reminder(ReminderKind.CATCH_UP, render_catch_up)
    on.reminder(ReminderKind.NOTICE, render_notice)
    on.reminder(ReminderKind.QUESTION, render_question)
    on.reminder(ReminderKind.QUESTION_AGAIN, render_question)
    on.reminder(ReminderKind.CHANGE, render_changes)
    on.reminder(ReminderKind.CHANGE_LINE, render_changes)
    on.reminder(ReminderKind.DAY_LINE, render_day_line)
    on.reminder(ReminderKind.RADAR_LINE, no_message)


def no_message(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """What is only ever a line of a morning."""
    return None


def render_gaps(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), strategy_for(tx, delivery)
        posts = [post for post in map(tx.posts.find, delivery.parts) if post]
    if reader is None or strategy is None:
        return None
    return gaps_message(translator_for(reader, now), Gaps(delivery=delivery, strategy=strategy, posts=posts, now=now))


def render_invitation(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    day = date.fromisoformat(delivery.subject)
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), strategy_for(tx, delivery)
        if reader is None or strategy is None:
            return None
        invitation = Invitation(
            delivery=delivery,
            strategy=strategy,
            now=now,
            check_in=tx.check_ins.find(f"{strategy.id}:{reader.id}:{day.isoformat()}"),
            questions=sum(1 for each in tx.questions.open_of(strategy.id) if each.owner_id == reader.id),
            is_away=reader.is_away(day),
            is_over=reader.today(now) > day,
        )
    return invitation_message(translator_for(reader, now), invitation)
