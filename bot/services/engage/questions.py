"""What customers asked that nobody has answered yet: kept, answered, given, dropped, reopened, listed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from bot.domain.engage import questions as deeds
from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice, is_named_in, texts_asking
from bot.domain.errors import UserError
from bot.domain.limits import LINK_LIMIT, NAME_LIMIT, QUESTION_LIMIT, REASON_LIMIT
from bot.domain.members import Member
from bot.domain.moments import local_day
from bot.domain.strategy import Platform, Strategy
from bot.language.links import address_in
from bot.ports import Store, Transaction
from bot.services.engage.alike import alike_among
from bot.services.engage.question_records import (
    due_after,
    may_change_question,
    question_in,
    question_to_change,
    write_question,
)
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.undo.kept import remember_parts, undo_token

RECENT = timedelta(days=90)
"""How long after it was closed a question is still pointed out where the same is asked again."""
OLDEST = timedelta(days=366)
"""How long ago a question can have been asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWish:
    """What somebody wants to keep. *asked_by*: the customer. No *owner_id*: whoever keeps it."""

    text: str
    platform: Platform | None = None
    link: str = ""
    asked_by: str = ""
    asked_at: datetime | None = None
    owner_id: str | None = None
    backup_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFacts:
    """A question as its card shows it. *undo*: the token of what its reader did last to it; *alike*: asked before.

    *voices* are those that it names.
    """

    question: Question
    strategy: Strategy
    can_change: bool
    can_post: bool = False
    voices: tuple[Voice, ...] = ()
    undo: str = ""
    alike: tuple[Question, ...] = ()


def open_questions(tx: Transaction, strategy: Strategy, member_id: str) -> tuple[Question, ...]:
    """The strategy's questions that wait for an answer, the member's own first, then by age."""
    return tuple(sorted(tx.questions.open_of(strategy.id), key=lambda each: each.owner_id != member_id))


def questions_waiting(
    store: Store, strategy: Strategy, *, owner_id: str = "", platform: Platform | None = None
) -> tuple[Question, ...]:
    """Those that wait, the oldest first; of one holder, or on one platform, where that is said."""
    with store.transaction() as tx:
        every = tx.questions.open_of(strategy.id)
    mine = [each for each in every if owner_id in ("", each.owner_id)]
    return tuple(each for each in mine if platform in (None, each.platform))


def facts_of_question(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str
) -> QuestionFacts:
    with store.transaction() as tx:
        return facts_for(tx, strategy, question_in(tx, strategy, question_id), by=by, now=now)


def facts_for(tx: Transaction, strategy: Strategy, question: Question, *, by: Member, now: datetime) -> QuestionFacts:
    return QuestionFacts(
        question=question,
        strategy=strategy,
        can_change=may_change_question(by, strategy, question),
        can_post=may(by, Action.ADD_POST, strategy),
        voices=voices_named_in(tx, question),
        undo=undo_token(tx, question.id, question.rev, by=by, now=now),
        alike=_asked_before(tx, question, now=now),
    )


def voices_named_in(tx: Transaction, question: Question) -> tuple[Voice, ...]:
    texts = texts_asking(question)
    return tuple(each for each in tx.voices.of_strategy(question.strategy_id) if is_named_in(each, texts))


def _asked_before(tx: Transaction, question: Question, *, now: datetime) -> tuple[Question, ...]:
    """While it waits: earlier ones that ask the same, and wait as well or were closed not long ago."""
    if not question.is_open:
        return ()
    every = tx.questions.of_strategy(question.strategy_id)
    earlier = (each for each in every if each.number < question.number)
    return alike_among(question.text, (each for each in earlier if _is_recent(each, now)))


def _is_recent(question: Question, now: datetime) -> bool:
    return question.ending is None or question.ending.at >= now - RECENT


def ask_question(store: Store, *, strategy: Strategy, by: Member, wish: QuestionWish, now: datetime) -> Question:
    """Keep a customer's question. Raises `UserError`: "question-empty", "question-link", "question-asked-later",
    "question-asked-long-ago", "rights-keep", and what `reachable` raises of its holder.
    """
    with store.transaction() as tx:
        refuse_unless(by, Action.KEEP, strategy)
        made = _made(tx, strategy, by, wish, now=now)
        kept, part = write_question(tx, strategy, made, was=None, what="question-kept", now=now)
        remember_parts(tx, [part], strategy_id=strategy.id, by=by, now=now)
    return kept


def _made(tx: Transaction, strategy: Strategy, by: Member, wish: QuestionWish, *, now: datetime) -> Question:
    text, asked_at = wish.text.strip()[:QUESTION_LIMIT], wish.asked_at
    if not text:
        raise UserError("question-empty")
    _refuse_moment(asked_at, now=now)
    owner_id = by.id if wish.owner_id in (None, by.id) else reachable(tx, strategy, wish.owner_id or "").id
    return Question(
        id=f"Q{tx.next_number('question')}",
        strategy_id=strategy.id,
        text=text,
        asked_on=local_day(asked_at or now, strategy.zone),
        owner_id=owner_id,
        platform=wish.platform,
        link=link_of(wish.link),
        asked_by=wish.asked_by.strip()[:NAME_LIMIT],
        asked_at=asked_at,
        seen_at=now,
        kept_by=by.id,
        backup_id=_backup(tx, strategy, wish, owner_id),
        given_at=now,
        given_by=by.id,
        due_at=due_after(strategy, now),
    )


def _refuse_moment(asked_at: datetime | None, *, now: datetime) -> None:
    if asked_at is not None and asked_at > now:
        raise UserError("question-asked-later")
    if asked_at is not None and asked_at < now - OLDEST:
        raise UserError("question-asked-long-ago")


def _backup(tx: Transaction, strategy: Strategy, wish: QuestionWish, owner_id: str) -> str | None:
    """Whom somebody named, else who looks after the platform: its backup, its owner."""
    if wish.backup_id and wish.backup_id != owner_id:
        return reachable(tx, strategy, wish.backup_id).id
    plan = strategy.plan_of(wish.platform) if wish.platform else None
    people = (plan.backup_id, plan.owner_id) if plan else ()
    return next((each for each in people if each and each != owner_id), None)


def link_of(typed: str) -> str:
    """Raises `UserError("question-link")` for what is no address; "" stays so."""
    found = address_in(typed.strip()) if typed.strip() else ""
    if typed.strip() and (not found or len(found) > LINK_LIMIT):
        raise UserError("question-link")
    return found


def _change(
    tx: Transaction,
    strategy: Strategy,
    by: Member,
    question_id: str,
    what: str,
    change: Callable[[Question], Question],
    *,
    now: datetime,
) -> Question:
    was = question_to_change(tx, strategy, by, question_id)
    kept, part = write_question(tx, strategy, change(was), was=was, what=what, now=now)
    remember_parts(tx, [part], strategy_id=strategy.id, by=by, now=now)
    return kept


def answer_question(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str, link: str = ""
) -> Question:
    """Raises `UserError`: "question-link", and as all that change one: "rights-change_question", "question-is-…"."""
    change = partial(deeds.answer, by=by.id, at=now, link=link_of(link))
    with store.transaction() as tx:
        return _change(tx, strategy, by, question_id, "question-answered", change, now=now)


def drop_question(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str, why: str
) -> Question:
    """Raises also `UserError("question-why")` without a word about it."""
    said = why.strip()[:REASON_LIMIT]
    if not said:
        raise UserError("question-why", question=question_id)
    change = partial(deeds.drop, by=by.id, at=now, why=said)
    with store.transaction() as tx:
        return _change(tx, strategy, by, question_id, "question-dropped", change, now=now)


def give_question(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str, owner_id: str
) -> Question:
    """Raises also what `reachable` raises."""
    with store.transaction() as tx:
        question_to_change(tx, strategy, by, question_id)  # who may not is told so before anything about the other
        to = reachable(tx, strategy, owner_id).id
        change = partial(deeds.give, to=to, by=by.id, at=now, due_at=due_after(strategy, now))
        return _change(tx, strategy, by, question_id, "question-given", change, now=now)


def keep_question_open(store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str) -> Question:
    """It was looked at and has no answer yet: it is due once more."""
    change = partial(deeds.keep_open, due_at=due_after(strategy, now))
    with store.transaction() as tx:
        return _change(tx, strategy, by, question_id, "question-open", change, now=now)


def reopen_question(store: Store, *, strategy: Strategy, by: Member, now: datetime, question_id: str) -> Question:
    """It waits again, with a clock that starts now, and comes back to its holder."""
    change = partial(deeds.reopen, by=by.id, at=now, due_at=due_after(strategy, now))
    with store.transaction() as tx:
        return _change(tx, strategy, by, question_id, "question-reopened", change, now=now)


def tick_questions(
    tx: Transaction, strategy: Strategy, member: Member, question_ids: Iterable[str], *, now: datetime
) -> None:
    """What a round ticked was answered, as one deed; what is not theirs to change, or not open any more, stays."""
    parts = []
    for was in filter(None, map(tx.questions.find, question_ids)):
        if was.strategy_id == strategy.id and was.is_open and may_change_question(member, strategy, was):
            made = deeds.answer(was, by=member.id, at=now)
            parts.append(write_question(tx, strategy, made, was=was, what="question-answered", now=now)[1])
    remember_parts(tx, parts, strategy_id=strategy.id, by=member, now=now)


def keep_unanswered(
    tx: Transaction, strategy: Strategy, member: Member, text: str, day: date, *, now: datetime
) -> None:
    """What a round of *day* left unanswered, in words: it comes back to whoever did the round."""
    made = _made(tx, strategy, member, QuestionWish(text=text), now=now)
    _, part = write_question(tx, strategy, replace(made, asked_on=day), was=None, what="question-kept", now=now)
    remember_parts(tx, [part], strategy_id=strategy.id, by=member, now=now)
