"""Who asked a question is forgotten: at once, in backups too, or by itself some time after it was closed."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.engage.questions import Question
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.engage.question_records import question_to_change
from bot.services.reminders.owing import mark_changed, mark_forgotten, mark_mornings
from bot.services.undo.deeds import follow
from bot.services.undo.kept import scrub

MOST_AT_ONCE = 200
"""Questions of one beat: some forty milliseconds."""


def forget_asker(store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str) -> Question:
    """Nobody knows any more who asked: not the question, not what can be undone, not what Slack shows of it.

    Raises as what changes one.
    """
    with store.transaction() as tx:
        was = question_to_change(tx, strategy, by, question_id)
        mark_mornings(tx, strategy, now=now, of={was.owner_id}, since=was.given_at)
        _mark_told(tx, strategy, was, now=now)
        return without_asker(tx, was)


def erase_asker(store: Store, *, question_id: str) -> None:
    """The same in a copy, which may not hold the question."""
    with store.transaction() as tx:
        question = tx.questions.find(question_id)
        if question is not None:
            without_asker(tx, question)


def forget_askers_of_old(store: Store, *, now: datetime, most: int = MOST_AT_ONCE) -> tuple[str, ...]:
    """Who asked what was closed as long ago as its strategy says (`care.forget_days`); the numbers of those questions.

    At most *most* of them, the longest closed first: after an upgrade there can be years of them, and the clock beats
    on. An order of the store finds them: where there is nothing to forget, nothing is read but the strategies.
    """
    with store.transaction() as tx:
        every = ((strategy, each) for strategy in tx.strategies.all() for each in _old(tx, strategy, now, most))
        found = list(islice(every, most))
        for strategy, each in found:
            _mark_told(tx, strategy, each, now=now)
        return tuple(without_asker(tx, each).id for _, each in found)


def _mark_told(tx: Transaction, strategy: Strategy, question: Question, *, now: datetime) -> None:
    """Where Slack shows who asked: what was sent about the question, and the mornings of the days it waited."""
    told = [each.recipient_id for each in tx.deliveries.of_subject(strategy.id, question.id)]
    since = question.seen_at or question.given_at or now
    until = question.ending.at if question.ending else now
    people = {*told, question.owner_id, question.backup_id or "", strategy.manager_id} - {""}
    mark_forgotten(tx, strategy, question.id, of=people, since=min(since, until), until=until)


def _old(tx: Transaction, strategy: Strategy, now: datetime, most: int) -> list[Question]:
    before = now - timedelta(days=strategy.care.forget_days)
    return tx.questions.closed_with_asker(strategy.id, before=before, limit=most)


def without_asker(tx: Transaction, question: Question) -> Question:
    """Also what could be undone of it, whoever did that; where it is shown, it is drawn anew."""
    scrub(tx, question.id, "asked_by")
    kept = tx.questions.put(replace(question, asked_by=""))
    follow(tx, kept.id, was_rev=question.rev, rev=kept.rev)
    mark_changed(tx, kept.strategy_id, kept.id)
    return kept
