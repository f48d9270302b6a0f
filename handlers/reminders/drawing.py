"""Reads what each reminder is about, and has it drawn for its reader. What is gone says nothing any more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import Joined, ReminderKind, row_of
from bot.domain.reminders import daily
from bot.domain.reminders.day_steps import DayStep, post_ids_of, steps_named
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reviews import is_asked_still, is_with_reviewer, tells_of_absence
from bot.domain.reminders.routing import Roster, is_there, responsible_for
from bot.domain.strategy import Strategy
from bot.i18n import translator_for, translator_of
from bot.ports import Outgoing, Transaction
from bot.services.people.sight import insiders, is_shut_out
from bot.services.people.who_may import Action, may
from bot.services.plan.holidays import is_holiday
from bot.services.post.echo import echoes_of, texts_beside
from bot.services.post.reviews import who_is_asked
from bot.services.reminders.facts import LOOK_BACK
from bot.services.reminders.notices import NoticeTopic, told_of
from bot.services.reminders.silences import silence_told
from handlers.context import House
from handlers.listening import Listeners
from handlers.views.reminders.agendas import Agenda, Gaps, RoundLine, agenda_message, gaps_message
from handlers.views.reminders.catch_ups import CatchUp, catch_up_message
from handlers.views.reminders.day_steps import is_to_do
from handlers.views.reminders.invitations import Invitation, invitation_message, notice_message
from handlers.views.reminders.post import Ping, due_message, measure_message, owed_to
from handlers.views.reminders.reviews import post_notice, review_message, reviewer_away, thread_message


def register(on: Listeners) -> None:
    on.reminder(ReminderKind.AGENDA, render_agenda)
    on.reminder(ReminderKind.DUE, render_due)
    on.reminder(ReminderKind.OVERDUE, render_due)
    on.reminder(ReminderKind.CHECK_IN, render_invitation)
    on.reminder(ReminderKind.MEASURE, render_measure)
    on.reminder(ReminderKind.REVIEW, render_review)
    on.reminder(ReminderKind.UNOWNED, render_gaps)
    on.reminder(ReminderKind.CATCH_UP, render_catch_up)
    on.reminder(ReminderKind.NOTICE, render_notice)


def render_due(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    found = _ping(house, delivery, now)
    return due_message(translator_for(found[0], now), found[1]) if found else None


def render_review(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    found = _ping(house, delivery, now)
    if found is None:
        return None
    reader, ping = found
    if not tells_of_absence(delivery) or not is_asked_still(ping.post, delivery):
        return review_message(translator_for(reader, now), ping)
    with house.store.transaction() as tx:
        asked = who_is_asked(tx, ping.post, ping.strategy, at=now)
    return reviewer_away(translator_for(reader, now), ping, asked)


def render_measure(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    found = _ping(house, delivery, now)
    return measure_message(translator_for(found[0], now), found[1]) if found else None


def _ping(house: House, delivery: Delivery, now: datetime) -> tuple[Member, Ping] | None:
    with house.store.transaction() as tx:
        reader, post = tx.members.find(delivery.recipient_id), tx.posts.find(delivery.subject)
        strategy = _strategy_for(tx, delivery)
        if reader is None or post is None or strategy is None:
            return None
        ping = Ping(
            delivery=delivery,
            post=post,
            strategy=strategy,
            now=now,
            is_followed=_is_followed(tx, delivery),
            is_measured=post.id in tx.measurements.latest_of([post.id]),
            can_change=may(reader, Action.CHANGE_POST, strategy, post),
            why=_why_instead(tx, owed_to(delivery), strategy),
            is_lead_there=is_there(tx.members.find(strategy.manager_id), at=delivery.sent_at or now),
        )
        others = texts_beside(tx, post)
    return reader, replace(ping, echoes=echoes_of(post, others))


def _why_instead(tx: Transaction, person: str, strategy: Strategy) -> str:
    """The text that says why somebody else gets what is owed to *person*."""
    member = tx.members.find(person)
    if member is not None and not member.can_be_messaged:
        return "due-unreachable"
    return "due-outsider" if person and is_shut_out(tx, person, strategy) else "due-stand-in"


def _strategy_for(tx: Transaction, delivery: Delivery) -> Strategy | None:
    """What a message to a member is about; None where that is over, or they do not see it any more."""
    strategy = tx.strategies.find(delivery.strategy_id)
    if strategy is None or strategy.is_archived or is_shut_out(tx, delivery.recipient_id, strategy):
        return None
    return strategy


def _strategies_for(tx: Transaction, reader_id: str) -> dict[str, Strategy]:
    return {each.id: each for each in tx.strategies.all() if not is_shut_out(tx, reader_id, each)}


def _posts_in(tx: Transaction, post_ids: Iterable[str], strategies: Mapping[str, Strategy]) -> list[Post]:
    found = [post for post in map(tx.posts.find, post_ids) if post]
    return [post for post in found if post.strategy_id in strategies]


def _is_followed(tx: Transaction, delivery: Delivery) -> bool:
    """Whether the same reader was sent something newer about the same post."""
    if delivery.sent_at is None:
        return False
    others = tx.deliveries.of_subject(delivery.strategy_id, delivery.subject)
    return any(
        each.recipient_id == delivery.recipient_id
        and row_of(each.kind).gives_way
        and each.state is DeliveryState.SENT
        and each.key != delivery.key
        and each.owed_at > delivery.owed_at
        for each in others
    )


def render_agenda(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader = tx.members.find(delivery.recipient_id)
        if reader is None:
            return None
        agenda = _agenda(tx, delivery, reader, now=now)
    return agenda_message(translator_for(reader, now), agenda)


def _agenda(tx: Transaction, delivery: Delivery, reader: Member, *, now: datetime) -> Agenda:
    strategies = _strategies_for(tx, reader.id)
    day = date.fromisoformat(delivery.subject)
    named = _posts_in(tx, delivery.parts, strategies)
    reviews = [post for post in tx.posts.in_review() if _is_to_read(post, strategies, reader)]
    rosters = {each: _roster(tx, strategies[each]) for each in {post.strategy_id for post in named}}
    listed = [
        post
        for post in named
        if not _was_to_read(post, strategies[post.strategy_id], reader, delivery, rosters[post.strategy_id])
    ]
    here = listed if reader.today(now) != day else [*listed, *_since(tx, delivery, reader, strategies, now=now)]
    return Agenda(
        delivery=delivery,
        reader_id=reader.id,
        day=day,
        posts=sorted(here, key=lambda post: (post.due_at or now, post.id)),
        strategies=strategies,
        now=now,
        may_change=_may_change(reader, strategies),
        reviews=reviews if reader.today(now) == day else [post for post in reviews if post in named],
        steps=steps_named(delivery.parts, _posts_in(tx, post_ids_of(delivery.parts), strategies)),
        rounds=[
            RoundLine(strategy=each, check_in=tx.check_ins.find(f"{each.id}:{reader.id}:{day.isoformat()}"))
            for each in strategies.values()
            if reader.id in each.round_ids and not each.is_archived
        ],
    )


def _may_change(reader: Member, strategies: Mapping[str, Strategy]) -> Callable[[Post], bool]:
    return lambda post: may(reader, Action.CHANGE_POST, strategies[post.strategy_id], post)


def _is_to_read(post: Post, strategies: dict[str, Strategy], reader: Member) -> bool:
    strategy = strategies.get(post.strategy_id)
    return strategy is not None and not strategy.is_archived and is_with_reviewer(post, strategy, reader.id)


def _roster(tx: Transaction, strategy: Strategy) -> Roster:
    """Who may be told of *strategy*, as when the agenda was decided on."""
    return Roster(people=insiders(tx, tx.members.all(), strategy), is_holiday=is_holiday)


def _was_to_read(post: Post, strategy: Strategy, reader: Member, delivery: Delivery, roster: Roster) -> bool:
    """Listed as something to read, not as something to publish: also where somebody else reads it by now."""
    if reader.id == responsible_for(post, strategy):
        return False
    if reader.id == post.reviewer_id:
        return True
    is_as_listed = all(
        change.what not in {"assigned", "moved"} or change.at < delivery.owed_at for change in post.history
    )
    return is_as_listed and daily.doer_of(post, strategy, roster, now=delivery.owed_at) != reader.id


def _since(
    tx: Transaction, delivery: Delivery, reader: Member, strategies: dict[str, Strategy], *, now: datetime
) -> Iterable[Post]:
    """Posts of today that came into the reader's hands after the agenda was decided on."""
    roster = Roster(people={reader.id: reader}, is_holiday=is_holiday)
    own = [post for post in tx.posts.open_of_owner(reader.id) if post.strategy_id in strategies]
    recent = [post for post in own if post.due and post.due.at > now - LOOK_BACK]
    return [post for post in daily.agenda_posts(reader, recent, roster, now=now) if post.id not in delivery.parts]


def render_gaps(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), _strategy_for(tx, delivery)
        posts = [post for post in map(tx.posts.find, delivery.parts) if post]
    if reader is None or strategy is None:
        return None
    return gaps_message(translator_for(reader, now), Gaps(delivery=delivery, strategy=strategy, posts=posts, now=now))


def render_invitation(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    day = date.fromisoformat(delivery.subject)
    with house.store.transaction() as tx:
        reader, strategy = tx.members.find(delivery.recipient_id), _strategy_for(tx, delivery)
        if reader is None or strategy is None:
            return None
        invitation = Invitation(
            delivery=delivery,
            strategy=strategy,
            now=now,
            check_in=tx.check_ins.find(f"{strategy.id}:{reader.id}:{day.isoformat()}"),
            questions=len(tx.questions.open_of(strategy.id)),
            is_away=reader.is_away(day),
        )
    return invitation_message(translator_for(reader, now), invitation)


def render_notice(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    told = told_of(delivery)
    if told is not None and told[0] is NoticeTopic.THREAD:
        return _thread(house, delivery, now)
    if told is not None:
        return _about_post(house, delivery, *told, now=now)
    with house.store.transaction() as tx:
        reader, failed = tx.members.find(delivery.recipient_id), tx.deliveries.find(delivery.parts[0])
        strategy = _strategy_for(tx, delivery)
    if reader is None or failed is None or strategy is None:
        return None
    return notice_message(translator_for(reader, now), failed, delivery, strategy)


def _thread(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        post, strategy = tx.posts.find(delivery.subject), tx.strategies.find(delivery.strategy_id)
        if post is None or strategy is None or strategy.is_archived:
            return None
        owner = tx.members.find(post.owner_id) if post.owner_id else None
    return thread_message(translator_of(strategy, now), post, strategy, owner=owner, is_new=delivery.sent_at is None)


def _about_post(house: House, delivery: Delivery, told: NoticeTopic, line: int, *, now: datetime) -> Outgoing | None:
    found = _ping(house, delivery, now)
    if found is None or len(found[1].post.history) < line:
        return None
    post = found[1].post
    return post_notice(
        translator_for(found[0], now),
        found[1],
        told,
        post.history[line - 1],
        more=_theirs_along(house, delivery),
        is_undone=line - 1 not in post.not_taken_back,
    )


def _theirs_along(house: House, delivery: Delivery) -> int:
    """How many of the posts that came along are still with the reader."""
    with house.store.transaction() as tx:
        along = [post for post in map(tx.posts.find, delivery.parts) if post]
    return sum(1 for post in along if post.owner_id == delivery.recipient_id and post.is_open)


def render_catch_up(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader = tx.members.find(delivery.recipient_id)
        caught = _caught(tx, delivery, now=now)
        if reader is None:
            return None
        today = reader.today(now)
        steps = _missed_steps(tx, delivery, today=today)
        may_change = _may_change(reader, caught.strategies)
        caught = replace(caught, undone_today=today in caught.rounds, steps=steps, may_change=may_change)
    return catch_up_message(translator_for(reader, now), caught)


def _caught(tx: Transaction, delivery: Delivery, *, now: datetime) -> CatchUp:
    parts = [each for each in map(tx.deliveries.find, delivery.parts) if each]
    asked = {each.subject for each in _told_as(Joined.NUMBERS, parts)}
    measures = asked - tx.measurements.latest_of(sorted(asked)).keys()
    strategies = _strategies_for(tx, delivery.recipient_id)
    about = [each.subject for each in _told_as(Joined.POST, parts)]
    listed = [post_id for each in _told_as(Joined.LIST, parts) for post_id in each.parts]
    is_new = delivery.sent_at is None
    since, until = silence_told(tx, delivery)
    posts = _posts_in(tx, dict.fromkeys([*about, *listed]), strategies)
    return CatchUp(
        delivery=delivery,
        posts=[post for post in posts if post.is_open or not is_new],
        measures=_posts_in(tx, sorted(measures), strategies),
        rounds=_rounds_not_done(tx, [each for each in parts if each.strategy_id in strategies]),
        strategies=strategies,
        since=since,
        until=until,
        now=now,
    )


def _told_as(joined: Joined, parts: Iterable[Delivery]) -> list[Delivery]:
    return [each for each in parts if row_of(each.kind).joined is joined]


def _missed_steps(tx: Transaction, delivery: Delivery, *, today: date) -> list[DayStep]:
    """Those of lists that did not come; not for the first time on a later day, whose own agenda lists them."""
    is_new = delivery.sent_at is None
    lists = _told_as(Joined.LIST, [each for each in map(tx.deliveries.find, delivery.parts) if each])
    told = [each for each in lists if not is_new or each.subject == today.isoformat()]
    parts = list(dict.fromkeys(part for each in told for part in each.parts))
    steps = steps_named(parts, _posts_in(tx, post_ids_of(parts), _strategies_for(tx, delivery.recipient_id)))
    return [each for each in steps if is_to_do(each) or not is_new]


def _rounds_not_done(tx: Transaction, parts: list[Delivery]) -> list[date]:
    """The days, once each, also where somebody is in the rounds of two strategies."""
    rounds = _told_as(Joined.ROUND, parts)
    undone = [
        each for each in rounds if tx.check_ins.find(f"{each.strategy_id}:{each.recipient_id}:{each.subject}") is None
    ]
    return sorted({date.fromisoformat(each.subject) for each in undone})
