"""Files: a calendar that is dropped into the direct message, and the calendar sent back as a file."""

import base64
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from bot.domain.errors import DeliveryFailed, GiveUp, UserError
from bot.domain.limits import FILE_BYTES
from bot.ports import Outgoing, Sent, Upload
from bot.services.exchange.echoes import echoes_in_file
from bot.services.exchange.imports import plan_import, run_import
from bot.services.exchange.own_file import calendar_csv
from bot.services.exchange.posts import Choice
from bot.services.exchange.waiting_files import forget_file, keep_file
from bot.services.people.who_may import Action, refuse_unless
from bot.services.people.whom_to_ask import lead_of
from bot.services.ways_back.table import batch_of, undo_deed
from handlers.context import Turn
from handlers.exchange.running import begin, is_large, look_for_everybody, reader_of, waiting
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.undo.command import at_deed, coming, in_its_reason, undone_blocks
from handlers.views.exchange import imports as views
from handlers.views.kit import Json, escape
from handlers.views.undo import with_next


def register(on: Listeners) -> None:
    on.press("import.confirm", on_confirm)
    on.press("import.without", on_without)
    on.press("import.override", on_override)
    on.submit("import.override", on_override_submitted)
    on.press("import.drop", on_drop)
    on.press("import.undo", on_undo)
    on.press("import.help", lambda turn, press: import_help(turn))
    on.press("import.export", lambda turn, press: export_calendar(turn))


def import_help(turn: Turn) -> Reply:
    text, blocks = views.import_help(turn.t)
    return Reply(text=text, blocks=blocks)


def preview_import(turn: Turn, file: dict[str, Any]) -> Reply:
    """The preview of importing a file that a member dropped; it writes nothing by itself."""
    name = str(file.get("name") or "")
    if int(file.get("size") or 0) > FILE_BYTES:
        raise UserError("file-too-large", limit=FILE_BYTES // 1024 // 1024)
    content = turn.house.files.download(file)
    strategy = turn.the_strategy()
    look_for_everybody(turn, strategy)
    by, reader, now = turn.member, turn.t.date_order, turn.now
    plan = plan_import(turn.store, content, strategy=strategy, by=by.id, now=now, name=name, reader=reader)
    token = ""
    if plan.writes or (plan.said.held and plan.said.may_override):
        token = keep_file(
            turn.store, content, name=name, by=by, strategy=strategy, lines=plan.lines, reader=reader, now=now
        )
    with turn.store.transaction() as tx:
        echoes, lead = echoes_in_file(tx, plan, strategy), lead_of(tx, strategy, turn.member)
    text, blocks = views.preview(turn.t, plan, name=name, token=token, strategy=strategy, lead=lead, echoes=echoes)
    return Reply(text=text, blocks=blocks)


def on_confirm(turn: Turn, press: Press) -> Reply:
    """The plan is made again from what stands now: pressing twice changes nothing more."""
    return confirm(turn, press, Choice())


def on_without(turn: Turn, press: Press) -> Reply:
    """Lines that break a rule stay out."""
    return confirm(turn, press, Choice(leave_out=True))


def confirm(turn: Turn, press: Press, choice: Choice) -> Reply:
    """A large file is only begun: the message tells how far it is, and at last what came of it."""
    note = waiting(turn, press.value)
    if note is not None and is_large(note):
        begin(turn, note, choice, Sent(channel_id=turn.channel_id, ts=press.message_ts))
        return Reply()
    text, blocks = run_waiting(turn, press.value, choice)
    return Reply(text=text, blocks=blocks, in_place=True)


def on_override(turn: Turn, press: Press) -> Reply:
    """A reason first, which stays with every post that it lets pass."""
    note = waiting(turn, press.value)
    if note is None:
        raise UserError("import-gone")
    with turn.store.transaction() as tx:
        strategy = tx.strategies.get(note.body["strategy"])
    refuse_unless(turn.member, Action.OVERRIDE, strategy)
    meta = {"channel": strategy.channel_id, "token": press.value, "at": press.message_ts, "in": turn.channel_id}
    return Reply(modal=views.overriding_form(turn.t, meta=meta))


def on_override_submitted(turn: Turn, form: Form) -> Reply:
    note, choice = waiting(turn, str(form.meta["token"])), Choice(override=form.text("override"))
    if note is not None and is_large(note):
        with turn.store.transaction() as tx:
            refuse_unless(turn.member, Action.OVERRIDE, tx.strategies.get(note.body["strategy"]))
        begin(turn, note, choice, Sent(channel_id=str(form.meta.get("in", "")), ts=str(form.meta.get("at", ""))))
        return Reply()
    text, blocks = run_waiting(turn, str(form.meta["token"]), choice)
    put_over_preview(turn, form, Outgoing(text=text, blocks=blocks))
    return Reply(modal=views.imported_modal(turn.t, blocks, channel_id=str(form.meta["channel"])))


def put_over_preview(turn: Turn, form: Form, message: Outgoing) -> None:
    """The preview becomes what came of it; where Slack does not do that now, the form has said it."""
    preview = Sent(channel_id=str(form.meta.get("in", "")), ts=str(form.meta.get("at", "")))
    if preview.channel_id and preview.ts:
        with suppress(DeliveryFailed):
            turn.house.messenger.update(preview, message)


def on_undo(turn: Turn, press: Press) -> Reply:
    """Posts and numbers as they were before the file."""
    token = press.value.partition("|")[2]
    with at_deed(turn, token) as (one, _):
        return _taken_back(one, press, token)


def _taken_back(turn: Turn, press: Press, token: str) -> Reply:
    with in_its_reason(turn):
        outlook = undo_deed(turn.store, by=turn.member, now=turn.now, token=token)
    batch, strategy = batch_of(turn.store, outlook), turn.the_strategy()
    said = with_next(turn.t, turn.t("import-undone", count=len(batch.posts)), coming(turn))
    text, blocks = undone_blocks(turn, outlook, batch, said)
    if press.view_id:
        return Reply(modal=views.imported_modal(turn.t, blocks, channel_id=strategy.channel_id), in_place=True)
    return Reply(text=text, blocks=blocks, in_place=True)


def run_waiting(turn: Turn, token: str, choice: Choice) -> tuple[str, list[Json]]:
    note = waiting(turn, token)
    if note is None:
        raise UserError("import-gone")
    with turn.store.transaction() as tx:
        strategy = tx.strategies.get(note.body["strategy"])
    refuse_unless(turn.member, Action.IMPORT, strategy)
    look_for_everybody(turn, strategy)
    content, name = base64.b64decode(note.body["content"]), str(note.body["name"])
    done = run_import(
        turn.store,
        content,
        strategy=strategy,
        by=turn.member.id,
        now=turn.now,
        name=name,
        reader=reader_of(turn, note),
        choice=choice,
    )
    forget_file(turn.store, note)
    return views.imported(turn.t, done, name=name, strategy=strategy)


def on_drop(turn: Turn, press: Press) -> Reply:
    if note := waiting(turn, press.value):
        forget_file(turn.store, note)
    text, blocks = views.dropped(turn.t)
    return Reply(text=text, blocks=blocks, in_place=True)


def export_calendar(turn: Turn, *, wanted: Sequence[str] | None = None) -> Reply:
    """The whole calendar, or the *wanted* posts, as CSV in the direct message; with guests an app has none."""
    strategy = turn.the_strategy()
    if turn.member.is_guest:
        raise UserError("guest")
    name = f"{strategy.id}-{strategy.today(turn.now).isoformat()}.csv"
    content = calendar_csv(turn.store, strategy, wanted=wanted)
    said = turn.t("export-message", name=escape(strategy.name))
    try:
        turn.house.files.send(turn.member.id, Upload(name=name, content=content, title=name), Outgoing(text=said))
    except GiveUp as failure:
        raise UserError("export-scope", code=failure.code) from failure
    except DeliveryFailed as failure:
        raise UserError("export-later") from failure
    text, blocks = views.exported(turn.t)
    return Reply(text=text, blocks=blocks)
