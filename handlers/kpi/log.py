"""Writing a post's counts down: `/kpi log` by text and by modal, and taking it back."""

from dataclasses import fields
from decimal import Decimal, InvalidOperation

from bot.domain.errors import UserError
from bot.domain.kpi.rates import Counts
from bot.domain.limits import COUNT_LIMIT
from bot.language.kpi.requests import LogCounts
from bot.services.kpi.measures import known_counts, log_counts
from bot.services.ways_back.table import undo_numbers
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.turns import at_post
from handlers.undo.command import at_own_post, coming, in_its_reason
from handlers.views.kpi import numbers as views
from handlers.views.kpi.log import done_modal, log_form
from handlers.views.undo import with_next

COUNTS = frozenset(each.name for each in fields(Counts))


def register(on: Listeners) -> None:
    on.press("kpi.log", on_log_pressed)
    on.press("kpi.undo", on_undo)
    on.submit("kpi.log", on_log_submitted)


def on_log_typed(turn: Turn, request: LogCounts) -> Reply:
    """Kept when all of it was understood; else the form opens with what was, and nothing typed is lost."""
    if request.post_id is None:
        text, blocks = views.plain_said(turn.t("kpi-which-post"))
        return Reply(text=text, blocks=blocks)
    if request.counts.is_empty or request.not_understood:
        missing = " ".join(request.not_understood)
        return Reply(modal=_form(turn, request.post_id, typed=request.counts, missing=missing))
    typed = {name: getattr(request.counts, name) for name in COUNTS}
    changes = {name: value for name, value in typed.items() if value is not None}
    logged = log_counts(**turn.act, post_id=request.post_id, changes=changes)
    text, blocks = views.logged_said(turn.t, logged, currency=turn.the_strategy().currency)
    return Reply(text=text, blocks=blocks)


def on_log_pressed(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        return Reply(modal=_form(turn, press.value, home=press.from_home))


def _form(
    turn: Turn, post_id: str, *, typed: Counts | None = None, missing: str = "", home: bool = False
) -> dict[str, object]:
    strategy = turn.the_strategy()
    post, earlier = known_counts(turn.store, strategy=strategy, post_id=post_id)
    meta = {"channel": strategy.channel_id, "home": home}
    return log_form(
        turn.t,
        post,
        earlier,
        typed=typed,
        missing=missing,
        meta=meta,
        zone=strategy.zone,
        currency=strategy.currency,
    )


def on_log_submitted(turn: Turn, form: Form) -> Reply:
    """An empty field makes a count unknown; fields that the form did not have stay as they were."""
    with at_post(turn, str(form.meta["post"])) as turn:
        asked = {name: str(value or "").strip() for name, value in form.values.items() if name in COUNTS}
        errors = {
            name: _error(turn, name, value) for name, value in asked.items() if value and _count(name, value) is None
        }
        if errors:
            return Reply(errors=errors)
        changes = {name: _count(name, value) if value else None for name, value in asked.items()}
        logged = log_counts(**turn.act, post_id=str(form.meta["post"]), changes=changes)
        _, blocks = views.logged_said(turn.t, logged, currency=turn.the_strategy().currency, in_modal=True)
        return Reply(modal=done_modal(turn.t, logged.post, blocks, meta=form.meta))


def _error(turn: Turn, name: str, typed: str) -> str:
    value = _number(typed)
    if value is not None and value > COUNT_LIMIT:
        return turn.t("kpi-error-huge")
    return turn.t("kpi-error-money") if name == "spend" else turn.t("kpi-error-number")


def _count(name: str, typed: str) -> float | None:
    """A count is whole; money has two decimals. None for anything else."""
    value = _number(typed)
    if value is None or not 0 <= value <= COUNT_LIMIT:
        return None
    if name == "spend":
        return float(round(value, 2))
    return int(value) if value == value.to_integral_value() else None


def _number(typed: str) -> Decimal | None:
    try:
        value = Decimal(typed)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def on_undo(turn: Turn, press: Press) -> Reply:
    post_id = press.value.partition(":")[0]
    with at_own_post(turn, post_id) as turn:
        with turn.store.transaction() as tx:
            if tx.measurements.find(press.value) is None:
                raise UserError("undo-gone-already")
        with in_its_reason(turn):
            post = undo_numbers(**turn.act, measurement_id=press.value)
        with turn.store.transaction() as tx:
            stands = tx.measurements.latest_of([post.id]).get(post.id)
        text, blocks = views.taken_back_said(
            turn.t,
            post,
            stands,
            currency=turn.the_strategy().currency,
            following=with_next(turn.t, "", coming(turn)),
            in_modal=bool(press.view_id),
        )
        if press.view_id and not press.from_home:
            return Reply(modal=done_modal(turn.t, post, blocks, meta=press.meta), in_place=True)
        return Reply(text=text, blocks=blocks, in_place=press.from_ephemeral)
