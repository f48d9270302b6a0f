"""Undo: `/post undo` and its buttons. What the member did last, one post's last deed, or the deed of one button."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.domain.errors import NotFound, People, UserError
from bot.domain.posts import Post
from bot.language.post.undo import Undo
from bot.services.exchange.deeds import IMPORTED
from bot.services.post.batches import Batch
from bot.services.post.records import as_document, post_in
from bot.services.undo.deeds import Deed, DeedPart, PartKind
from bot.services.undo.stack import Outlook
from bot.services.ways_back.gone import why_gone, why_nothing
from bot.services.ways_back.table import (
    Coming,
    Stays,
    Undone,
    batch_of,
    coming_undo,
    deed_to,
    last_deeds,
    outlook_of,
    posts_in,
    undo_deed,
    undo_last,
)
from handlers.cards import card_after, card_message, question_after
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Press, Reply
from handlers.turns import at_post, may_change, post_of, turn_on
from handlers.views.deeds import deed_in_words, values_again
from handlers.views.kit import Json, section
from handlers.views.post.history import action_in_words
from handlers.views.undo import changed_thing, stays_said, undo_question, undone_said, with_next


def register(on: Listeners) -> None:
    on.press("post.undo", on_undo)
    on.press("post.undo-batch", on_this)
    on.press("undo.yes", on_yes)
    on.press("undo.no", on_no)
    on.press("undo.this", on_this)


def on_undo_typed(turn: Turn, request: Undo) -> Reply:
    """After whichever command: what was done last, or last to a post; it asks where what is meant is not sure."""
    if request.post_id:
        with at_own_post(turn, request.post_id) as one:
            return of_post(one, post_of(one, request.post_id).id)
    return of_last(turn, why=turn.t("undo-which") if request.not_understood else "")


def of_last(turn: Turn, *, why: str = "") -> Reply:
    """What was done last, whatever it was. *why*: says why it is asked first."""
    with together(turn) as one:
        deed = next(iter(deeds_seen(one)), None)
        if deed is None:
            with one.store.transaction() as tx:
                raise why_nothing(tx, by=turn.member, now=turn.now)
        if _is_small(deed) and _is_own(turn, deed):
            return undo_or_ask(one, deed, why=why)
    try:
        with _at(turn, deed) as there:
            return undo_or_ask(there, deed, why=why)
    except NotFound:  # they have left its channel, as is known by now: it is none of theirs any more
        return of_last(turn, why=why)


@contextmanager
def at_deed(turn: Turn, token: str) -> Iterator[tuple[Turn, Deed]]:
    """The deed of a button and the turn on its strategy, in one transaction unless it is a large file.

    Raises what `why_gone` says.
    """
    with together(turn) as one:
        deed = deed_called(one, token)
        if _is_small(deed) and _is_own(turn, deed):
            yield one, deed
            return
    with _at(turn, deed) as there:
        yield there, deed


@contextmanager
def _at(turn: Turn, deed: Deed) -> Iterator[Turn]:
    """The turn on the strategy of *deed*: whether they see it may have to be asked in Slack first."""
    there = turn_on(turn, deed.strategy_id)
    if not _is_small(deed):
        yield there
        return
    with together(there) as one:
        yield one


def _is_own(turn: Turn, deed: Deed) -> bool:
    return turn.strategy is not None and turn.strategy.id == deed.strategy_id


def _is_small(deed: Deed) -> bool:
    """A large file goes back slice by slice, and lets others write between them."""
    return len(deed.notes) <= 1


def on_undo(turn: Turn, press: Press) -> Reply:
    """The deed after which the card was drawn; a button of the version before names the post alone."""
    post_id, _, lines = press.value.partition("|")
    past = int(lines) if lines else None
    with at_own_post(turn, post_id, lines=past) as one:
        return of_post(one, post_id, lines=past, press=press)


@contextmanager
def at_own_post(turn: Turn, post_id: str, *, lines: int | None = None) -> Iterator[Turn]:
    """As `at_post`; who did something to the post and has left its channel is told so."""
    try:
        with at_post(turn, post_id) as one:
            yield one
    except NotFound as missing:
        with turn.store.transaction() as tx:
            deed = deed_to(tx, post_id, by=turn.member, now=turn.now, lines=lines)
            raise (why_gone(tx, deed.token, by=turn.member, now=turn.now) if deed else missing) from missing


def of_post(turn: Turn, post_id: str, *, lines: int | None = None, press: Press | None = None) -> Reply:
    strategy, by, now = turn.the_strategy(), turn.member, turn.now
    with turn.store.transaction() as tx:
        was = post_in(tx, strategy, post_id)
        deed = deed_to(tx, post_id, by=by, now=now, lines=lines)
    if deed is not None and (not deed.part_of(post_id) or _is_whole_with_others(deed)):
        return undo_or_ask(turn, deed, press=press)
    with in_its_reason(turn):
        undone = undo_last(turn.store, strategy=strategy, by=by, now=now, post_id=post_id, lines=lines)
    part = deed.part_of(post_id) if deed else None
    said = said_undone(turn, undone, *(again(turn, part, was) if part else ()))
    notice = with_next(turn.t, said, coming(turn))
    return card_after(turn, press, post_id, notice=notice) if press else card_message(turn, post_id, notice=notice)


def _is_whole_with_others(deed: Deed) -> bool:
    return deed.is_whole and not deed.stays and len(deed.post_ids) > 1


def said_undone(turn: Turn, undone: Undone, *values: str) -> str:
    """What was taken back, and on which posts; *values* that one has again."""
    written = sorted([undone.post, *undone.along], key=lambda each: each.number)
    return _said_of_posts(turn, [each.id for each in written], undone.what, values)


def _said_of_posts(turn: Turn, post_ids: list[str], what: str, values: tuple[str, ...]) -> str:
    t = turn.t
    said = t("post-said-undone", post=t.listing(post_ids), what=action_in_words(t, what))
    return f"{said} {t('undo-again-all', values=t.listing(values, 'unit'))}" if values else said


def again(turn: Turn, part: DeedPart, was: Post) -> tuple[str, ...]:
    """What the post has again, which it *was* not."""
    return tuple(values_again(turn.t, part, as_document(was), zone=turn.the_strategy().zone))


def on_this(turn: Turn, press: Press) -> Reply:
    """The deed of a button; of several posts it asks first."""
    with at_deed(turn, press.value) as (one, deed):
        return undo_or_ask(one, deed, press=press)


def undo_or_ask(turn: Turn, deed: Deed, *, press: Press | None = None, why: str = "") -> Reply:
    """Taken back at once where it is one post at most; several are shown first, and so is what may not be meant."""
    try:
        outlook = outlook_of(turn.store, by=turn.member, now=turn.now, token=deed.token)
    except UserError as error:
        return _stays(turn, deed, error, press)
    if outlook.stops:
        return _stays(turn, deed, reason(turn, outlook), press)
    if why or len(outlook.post_ids) > 1:
        return _shown(turn, press, *_question(turn, outlook, why))
    return _undo(turn, deed, press)


def _stays(turn: Turn, deed: Deed, why: UserError, press: Press | None) -> Reply:
    return _shown(turn, press, *stays_said(turn.t, deed, why, coming(turn, before=deed.token).deed))


def _question(turn: Turn, outlook: Outlook, why: str) -> tuple[str, list[Json]]:
    batch, zone = batch_of(turn.store, outlook), turn.the_strategy().zone
    return undo_question(turn.t, outlook, batch, now=turn.now, zone=zone, may_change=may_change(turn), why=why)


def on_yes(turn: Turn, press: Press) -> Reply:
    with at_deed(turn, press.value) as (one, deed):
        return _undo(one, deed, press)


def on_no(turn: Turn, press: Press) -> Reply:
    said = turn.t("undo-left")
    return _shown(turn, press, said, [section(said)])


def _undo(turn: Turn, deed: Deed, press: Press | None) -> Reply:
    was = {each.id: each for each in posts_in(turn.store, *deed.post_ids)} if len(deed.post_ids) == 1 else {}
    with in_its_reason(turn):
        outlook = undo_deed(turn.store, by=turn.member, now=turn.now, token=deed.token)
    batch = batch_of(turn.store, outlook)
    said = with_next(turn.t, _said(turn, outlook, batch, was), coming(turn))
    if deed.has(PartKind.POST) and len(batch.posts) == 1 and not batch.left and deed.what != IMPORTED:
        post_id = batch.posts[0].id
        return card_after(turn, press, post_id, notice=said) if press else card_message(turn, post_id, notice=said)
    return _shown(turn, press, *undone_blocks(turn, outlook, batch, said))


def undone_blocks(turn: Turn, outlook: Outlook, batch: Batch, said: str) -> tuple[str, list[Json]]:
    zone = turn.the_strategy().zone
    return undone_said(turn.t, outlook, batch, said, now=turn.now, zone=zone, may_change=may_change(turn))


def _said(turn: Turn, outlook: Outlook, batch: Batch, was: dict[str, Post]) -> str:
    t, count, deed = turn.t, len(batch.posts), outlook.deed
    if deed.what == IMPORTED:
        return t("import-undone", count=count)
    if not any(each.kind is PartKind.POST for each in outlook.back):
        return t("undo-said", deed=deed_in_words(t, deed))
    if count > 1 and not deed.is_whole:
        return t("batch-undone", count=count)
    part = next(each for each in outlook.back if each.kind is PartKind.POST)
    values = again(turn, part, was[batch.posts[0].id]) if count == len(was) == 1 else ()
    return _said_of_posts(turn, [each.id for each in batch.posts], deed.what, values)


def deeds_seen(turn: Turn) -> list[Deed]:
    """What the member did, the latest first, of what exists for them now."""
    return last_deeds(turn.store, **_seen_by(turn))


def coming(turn: Turn, *, before: str = "") -> Coming:
    """What another undo would take back; *before*: what was done before the deed of that token."""
    return coming_undo(turn.store, **_seen_by(turn), before=before)


def _seen_by(turn: Turn) -> dict[str, Any]:
    return {"by": turn.member, "now": turn.now, "own_id": turn.strategy.id if turn.strategy else ""}


def deed_called(turn: Turn, token: str) -> Deed:
    found = next((each for each in deeds_seen(turn) if each.token == token), None)
    if found is not None:
        return found
    with turn.store.transaction() as tx:
        raise why_gone(tx, token, by=turn.member, now=turn.now)


@contextmanager
def in_its_reason(turn: Turn) -> Iterator[None]:
    """What stays is refused with who changed what since."""
    try:
        yield
    except UserError as error:
        if not isinstance(error.__cause__, Stays):
            raise
        raise reason(turn, error.__cause__.outlook) from error


def reason(turn: Turn, outlook: Outlook) -> UserError:
    """Why a deed stays, in the words of who changed what since."""
    if outlook.why is not None:
        return outlook.why
    thing = changed_thing(turn.t, outlook)
    last = max((each for each in outlook.changes if each.at), key=lambda each: each.at or turn.now, default=None)
    if last is None or last.at is None or not last.who:
        return UserError("undo-changed-somehow", thing=thing)
    if last.who == turn.member.id:
        return UserError("undo-changed-own", thing=thing)
    return UserError("undo-changed", who=People((last.who,)), thing=thing, when=turn.t.moment(last.at))


def _shown(turn: Turn, press: Press | None, text: str, blocks: list[Json]) -> Reply:
    """Where it was pressed: a message that all can read stays as it is."""
    if press and press.view_id and not press.from_home:
        return question_after(turn, (text, blocks))
    return Reply(text=text, blocks=blocks, in_place=bool(press and press.from_ephemeral))
