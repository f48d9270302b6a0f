"""Undo: `/post undo` and its buttons. What the member did last, one post's last deed, or the deed of one button."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.errors import NotFound, People, UserError
from bot.language.post.undo import UndoPost
from bot.services.exchange.deeds import IMPORTED
from bot.services.post.batches import Batch
from bot.services.post.records import post_in
from bot.services.undo.notes import Deed, PartKind
from bot.services.undo.stack import Outlook
from bot.services.ways_back.gone import why_gone
from bot.services.ways_back.table import (
    Stays,
    Undone,
    batch_of,
    deed_to,
    last_deeds,
    outlook_of,
    undo_deed,
    undo_last,
)
from handlers.cards import card_after, card_message, question_after
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.turns import may_change, post_of, turn_for, turn_on
from handlers.views.kit import Json, section
from handlers.views.post.batches import batch_said
from handlers.views.post.history import action_in_words
from handlers.views.undo import changed_thing, deed_in_words, stays_said, undo_question, with_next


def register(on: Listeners) -> None:
    on.press("post.undo", on_undo)
    on.press("post.undo-batch", on_undo_batch)
    on.press("undo.yes", on_yes)
    on.press("undo.no", on_no)
    on.press("undo.this", lambda turn, press: undo_or_ask(turn, deed_called(turn, press.value), press=press))


def on_undo_typed(turn: Turn, request: UndoPost) -> Reply:
    if request.post_id or request.not_understood:
        return of_post(turn, post_of(turn, request.post_id).id)
    deeds = deeds_seen(turn)
    if not deeds:
        raise UserError("undo-nothing")
    return undo_or_ask(turn, deeds[0])


def on_undo(turn: Turn, press: Press) -> Reply:
    """The deed after which the card was drawn; a button of the version before names the post alone."""
    post_id, _, lines = press.value.partition("|")
    return of_post(turn_for(turn, post_id), post_id, lines=int(lines) if lines else None, press=press)


def of_post(turn: Turn, post_id: str, *, lines: int | None = None, press: Press | None = None) -> Reply:
    strategy, by, now = turn.the_strategy(), turn.member, turn.now
    with turn.store.transaction() as tx:
        post_in(tx, strategy, post_id)
        deed = deed_to(tx, post_id, by=by, now=now, lines=lines)
    if deed is not None and (not deed.part_of(post_id) or _is_whole_with_others(deed)):
        return undo_or_ask(turn, deed, press=press)
    with in_its_reason(turn):
        undone = undo_last(turn.store, strategy=strategy, by=by, now=now, post_id=post_id, lines=lines)
    notice = with_next(turn.t, said_undone(turn, undone), next_deed(turn))
    return card_after(turn, press, post_id, notice=notice) if press else card_message(turn, post_id, notice=notice)


def _is_whole_with_others(deed: Deed) -> bool:
    return deed.is_whole and not deed.stays and len(deed.post_ids) > 1


def said_undone(turn: Turn, undone: Undone) -> str:
    """What was taken back, and on which posts."""
    written = sorted([undone.post, *undone.along], key=lambda each: each.number)
    what = action_in_words(turn.t, undone.what)
    return turn.t("post-said-undone", post=turn.t.listing([each.id for each in written]), what=what)


def on_undo_batch(turn: Turn, press: Press) -> Reply:
    """It stands below the posts that were written together; of several it asks first."""
    return undo_or_ask(turn, deed_called(turn, press.value), press=press)


def undo_or_ask(turn: Turn, deed: Deed, *, press: Press | None = None) -> Reply:
    """Taken back at once where it is one post at most; several are shown first."""
    there = turn_on(turn, deed.strategy_id)
    try:
        outlook = outlook_of(turn.store, by=turn.member, now=turn.now, token=deed.token)
    except UserError as error:
        return _shown(there, press, *stays_said(turn.t, deed, error, deed_before(turn, deed)))
    if outlook.stops:
        return _shown(there, press, *stays_said(turn.t, deed, reason(turn, outlook), deed_before(turn, deed)))
    if len(outlook.post_ids) > 1:
        return _shown(there, press, *_question(there, outlook))
    return _undo(there, deed, press)


def _question(turn: Turn, outlook: Outlook) -> tuple[str, list[Json]]:
    batch, zone = batch_of(turn.store, outlook), turn.the_strategy().zone
    return undo_question(turn.t, outlook, batch, now=turn.now, zone=zone, may_change=may_change(turn))


def on_yes(turn: Turn, press: Press) -> Reply:
    deed = deed_called(turn, press.value)
    return _undo(turn_on(turn, deed.strategy_id), deed, press)


def on_no(turn: Turn, press: Press) -> Reply:
    said = turn.t("undo-left")
    return _shown(turn, press, said, [section(said)])


def _undo(turn: Turn, deed: Deed, press: Press | None) -> Reply:
    with in_its_reason(turn):
        outlook = undo_deed(turn.store, by=turn.member, now=turn.now, token=deed.token)
    batch = batch_of(turn.store, outlook)
    said = with_next(turn.t, _said(turn, deed, batch), next_deed(turn))
    if deed.has(PartKind.POST) and len(batch.posts) == 1 and not batch.left and deed.what != IMPORTED:
        post_id = batch.posts[0].id
        return card_after(turn, press, post_id, notice=said) if press else card_message(turn, post_id, notice=said)
    zone = turn.the_strategy().zone
    return _shown(turn, press, *batch_said(turn.t, batch, said, now=turn.now, zone=zone, may_change=may_change(turn)))


def _said(turn: Turn, deed: Deed, batch: Batch) -> str:
    t, count = turn.t, len(batch.posts)
    if deed.what == IMPORTED:
        return t("import-undone", count=count)
    if not deed.has(PartKind.POST):
        return t("undo-said", deed=deed_in_words(t, deed))
    if count > 1 and not deed.is_whole:
        return t("batch-undone", count=count)
    posts = t.listing([each.id for each in batch.posts])
    return t("post-said-undone", post=posts, what=action_in_words(t, deed.what))


def deeds_seen(turn: Turn) -> list[Deed]:
    """What the member did, the latest first, of what exists for them now."""
    return [each for each in last_deeds(turn.store, by=turn.member, now=turn.now) if _exists(turn, each)]


def _exists(turn: Turn, deed: Deed) -> bool:
    try:
        turn_on(turn, deed.strategy_id)
    except NotFound:
        return False
    return True


def next_deed(turn: Turn) -> Deed | None:
    return next(iter(deeds_seen(turn)), None)


def deed_before(turn: Turn, deed: Deed) -> Deed | None:
    """The one that was done before *deed*."""
    deeds = deeds_seen(turn)
    place = next((n for n, each in enumerate(deeds) if each.token == deed.token), -1)
    return deeds[place + 1] if 0 <= place < len(deeds) - 1 else None


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
