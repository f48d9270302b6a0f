"""Draws what is told because somebody did something, or because a message could not be delivered."""

from datetime import datetime

from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for, translator_of
from bot.ports import Outgoing
from bot.services.reminders.notices import NoticeTopic, told_of
from handlers.context import House
from handlers.reminders.posts import ping_of
from handlers.reminders.reading import strategy_for
from handlers.views.reminders.invitations import notice_message
from handlers.views.reminders.reviews import post_notice, thread_message


def render_notice(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    told = told_of(delivery)
    if told is not None and told[0] is NoticeTopic.THREAD:
        return _thread(house, delivery, now)
    if told is not None:
        return _about_post(house, delivery, *told, now=now)
    with house.store.transaction() as tx:
        reader, failed = tx.members.find(delivery.recipient_id), tx.deliveries.find(delivery.parts[0])
        strategy = strategy_for(tx, delivery)
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
    found = ping_of(house, delivery, now)
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
