"""A large import while it is carried out: acknowledged first, done in the background, with its progress in the message.

What it needs stands in its note, so that one that a restart cut off goes on by itself: lines that are in already are
the same, and nothing comes in twice.
"""

import base64
import logging
import time
from contextlib import suppress

from bot.domain.errors import Conflict, DeliveryFailed, UserError
from bot.domain.moments import DateOrder
from bot.domain.strategy import Strategy
from bot.ports import Note, Outgoing, Sent
from bot.services.exchange.imports import run_import
from bot.services.exchange.posts import Choice
from bot.services.exchange.slices import SLICE
from bot.services.exchange.waiting_files import begin_import, cut_off_imports, forget_file, kept_file
from handlers.context import House, Turn, look_for, look_up_strategy, turn_of
from handlers.views.exchange import imports as views
from handlers.views.kit import Json
from handlers.views.refusals import apology, refusal

logger = logging.getLogger(__name__)

BREATH = 0.02
"""Seconds between two slices in which whoever waits for the calendar gets it."""

TOLD_EVERY = 4
"""Slices between two words on how far it is: a message may be edited some fifty times a minute."""


def is_large(note: Note) -> bool:
    return int(note.body.get("lines", 0)) > SLICE


def waiting(turn: Turn, token: str) -> Note | None:
    """The file that *token* stands for, if this member sent it, it still waits, and they see what it is for."""
    note = kept_file(turn.store, token, by=turn.member, now=turn.now)
    return note if note and look_up_strategy(turn, str(note.body["strategy"])) else None


def reader_of(turn: Turn, note: Note) -> DateOrder:
    """How days were read in the preview; a file that waited through an update is read as its reader writes them now."""
    kept = note.body.get("reader")
    return DateOrder(**kept) if kept else turn.t.date_order


def look_for_everybody(turn: Turn, strategy: Strategy) -> None:
    """A line may name anybody; who does not see the strategy cannot be given its post."""
    with turn.store.transaction() as tx:
        everybody = [each.id for each in tx.members.all()]
    look_for(turn, strategy, everybody)


def begin(turn: Turn, note: Note, choice: Choice, shown: Sent) -> None:
    """Raises as `begin_import`."""
    note = begin_import(turn.store, note, choice, shown, by=turn.member, now=turn.now)
    tell(turn.house, note, *views.running(turn.t, name=str(note.body["name"]), done=0, total=int(note.body["lines"])))
    turn.house.background(lambda: carry_on(turn, note))


def resume(house: House) -> None:
    """What a stop or a crash cut off goes on, for whoever began it."""
    for note in cut_off_imports(house.store):
        carry_on(turn_of(house, str(note.body["by"]), str(note.body["running"]["channel"])), note)


def carry_on(turn: Turn, note: Note) -> None:
    """Whatever comes of it is told in the message: what came in, why nothing did, or an apology."""
    try:
        text, blocks = run_noted(turn, note)
    except UserError as error:
        text, blocks = refusal(turn.t, error)
    except Conflict:
        text, blocks = refusal(turn.t, UserError("conflict"))
    except Exception as bug:  # the border: nobody else hears of what happens in the background
        reference = note.id.rpartition(":")[2][:4]
        logger.error("bug %s", reference, exc_info=bug)
        text, blocks = apology(turn.t, reference=reference)
    forget_file(turn.store, note)
    tell(turn.house, note, text, blocks)


def run_noted(turn: Turn, note: Note) -> tuple[str, list[Json]]:
    name, running = str(note.body["name"]), note.body["running"]
    strategy = look_up_strategy(turn, str(note.body["strategy"]))
    if strategy is None:
        raise UserError("import-gone")
    look_for_everybody(turn, strategy)

    def told(done: int, total: int) -> None:
        if done < total and done // SLICE % TOLD_EVERY == 0:
            tell(turn.house, note, *views.running(turn.t, name=name, done=done, total=total))
        breathe()

    result = run_import(
        turn.store,
        base64.b64decode(note.body["content"]),
        strategy=strategy,
        by=turn.member.id,
        now=turn.house.clock.now(),
        name=name,
        reader=reader_of(turn, note),
        choice=Choice(leave_out=bool(running["leave_out"]), override=str(running["override"])),
        token=note.id.partition(":")[2],
        told=told,
    )
    return views.imported(turn.t, result, name=name, strategy=strategy)


def breathe() -> None:
    """A lock of Python is given to whoever asks first: without a pause that would be this import again."""
    time.sleep(BREATH)


def tell(house: House, note: Note, text: str, blocks: list[Json]) -> None:
    """Where Slack does not change the message now, the next word does."""
    running = note.body.get("running", {})
    shown = Sent(channel_id=str(running.get("channel", "")), ts=str(running.get("ts", "")))
    if shown.channel_id and shown.ts:
        with suppress(DeliveryFailed):
            house.messenger.update(shown, Outgoing(text=text, blocks=blocks))
