"""The invitation to the daily round, and the notice that a message could not be delivered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.engage.check_ins import CheckIn
from bot.domain.members import RoundRhythm
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.reminders.deliveries import LATE, UNREADABLE
from handlers.views.kit import actions, button, context, escape, mention, section
from handlers.views.reminders.post import instead_of_lead, marks, message
from handlers.views.reminders.rounds import round_value

WHY = {
    "user_disabled": "inactive",
    "user_not_found": "unknown",
    "user_not_visible": "unknown",
    "users_not_found": "unknown",
    "cannot_dm_bot": "closed",
    "channel_not_found": "closed",
    "is_archived": "closed",
    "not_in_channel": "closed",
    "messages_tab_disabled": "closed",
    "method_not_supported_for_channel_type": "closed",
}
CHANNEL = {
    "is_archived": "notice-channel-archived",
    "not_in_channel": "notice-channel-not-in",
    "channel_not_found": "notice-channel-gone",
    UNREADABLE: "notice-unreadable",
    LATE: "notice-expired",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    delivery: Delivery
    strategy: Strategy
    now: datetime
    check_in: CheckIn | None = None
    questions: int = 0
    is_away: bool = False
    is_over: bool = False


def invitation_message(t: Translator, invitation: Invitation) -> Outgoing | None:
    is_settled = invitation.check_in is not None or invitation.is_away
    if is_settled and invitation.delivery.sent_at is None:
        return None
    if invitation.check_in is not None:
        return done_message(t, invitation.check_in, strategy=invitation.strategy)
    if invitation.is_away:
        return message(t("invite-away"))
    if invitation.is_over and invitation.delivery.sent_at is not None:
        return _over_message(t, invitation)
    text, day = t("invite-text", strategy=escape(invitation.strategy.name)), invitation.delivery.subject
    waiting = [context(t("invite-questions", n=invitation.questions))] if invitation.questions else []
    return message(
        f"{t('invite-title')} · {text}",
        section(f"*{t('invite-title')}*\n{text}"),
        *marks(t, invitation.delivery, now=invitation.now),
        *waiting,
        actions(button(t("invite-open"), "checkin.open", round_value(invitation.strategy, day), style="primary")),
    )


def _over_message(t: Translator, invitation: Invitation) -> Outgoing:
    """Of a day before: it is today's no more, and can still be noted."""
    day = invitation.delivery.subject
    text = t("invite-over", day=t.day(date.fromisoformat(day)))
    go = button(t("invite-open"), "checkin.open", round_value(invitation.strategy, day))
    return message(text, section(text), actions(go))


def round_asked_message(
    t: Translator,
    strategy: Strategy,
    *,
    day: str,
    answer: RoundRhythm | None = None,
    two: Sequence[int] = (),
    name: str = "",
) -> Outgoing:
    """*two*: the days of a week on which it would be asked for twice; Monday is 0."""
    if answer is not None:
        return message(said_rhythm(t, answer, two, name=name))
    text = t("round-asked", strategy=escape(strategy.name))
    go = button(t("invite-open"), "checkin.open", round_value(strategy, day), style="primary")
    ways = [button(t(f"round-rhythm-{each}"), f"round.rhythm.{each}", f"{strategy.id}|{each}") for each in RoundRhythm]
    return message(text, section(text), actions(go, *ways))


def said_rhythm(t: Translator, rhythm: RoundRhythm, two: Sequence[int], *, name: str = "") -> str:
    """*name* of the strategy, for whoever does several rounds."""
    said = t(f"round-said-{rhythm}", days=t.listing([t.weekday(each) for each in two]))
    return f"{escape(name)} · {said}" if name else said


def done_message(t: Translator, check_in: CheckIn, *, strategy: Strategy) -> Outgoing:
    clock = t.clock(check_in.submitted_at) if check_in.submitted_at else ""
    text = t("invite-done", day=t.day(check_in.day), clock=clock)
    change = button(t("invite-change"), "checkin.open", round_value(strategy, check_in.day.isoformat()))
    return message(text, section(text), actions(change))


def notice_message(t: Translator, failed: Delivery, delivery: Delivery, strategy: Strategy) -> Outgoing:
    """What could not be delivered, why, how to mend it, and why its reader is asked to."""
    text = notice_text(t, failed)
    is_about_lead = failed.recipient_id == strategy.manager_id
    why = [] if is_about_lead else instead_of_lead(t, strategy, delivery, manager_id=strategy.manager_id)
    return message(text, section(f"*{t('notice-title')}*\n{text}"), *([context(*why)] if why else []))


def notice_text(t: Translator, failed: Delivery) -> str:
    code = failed.error
    is_channel = not failed.recipient_id.startswith(("U", "W"))
    is_thread = is_channel and failed.kind is ReminderKind.NOTICE
    what = t("notice-what-thread") if is_thread else t.reminder(failed.kind)
    who = f"<#{failed.recipient_id}>" if is_channel else mention(failed.recipient_id)
    if is_channel and code in CHANNEL:
        return t(CHANNEL[code], what=what, channel=who)
    if not is_channel and code in WHY:
        return t("notice-member-gone", who=who, why=t(f"notice-why-{WHY[code]}"))
    return t("notice-other", what=what, who=who, code=code)
