"""`/checkin`: the round of a day, typed, pressed and submitted; the team's week."""

from datetime import date, timedelta

from bot.domain.engage.check_ins import NUMBERS
from bot.domain.errors import UserError
from bot.domain.moments import Week
from bot.language.requests import CheckInNumbers, CheckInStatus, ChooseRhythm, OpenForm
from bot.services.engage.rounds import RoundWish, round_of, save_round, team_week
from bot.services.plan.holidays import is_holiday
from bot.services.post.checklists import finish_day_steps
from bot.services.reminders.rhythms import choose_rhythms, name_among, two_days
from handlers.context import Turn
from handlers.engage.guests import refuse_guest
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.turns import turn_on
from handlers.views.engage import rounds as views
from handlers.views.engage.help import checkin_help
from handlers.views.reminders.invitations import said_rhythm


def register(on: Listeners) -> None:
    on.press("checkin.open", on_open)
    on.press("checkin.status", lambda turn, press: status(turn, None))
    on.submit("checkin", on_round_submitted)


def on_form_asked(turn: Turn, request: OpenForm) -> Reply:
    return open_round(turn, turn.member.today(turn.now))


def on_numbers_typed(turn: Turn, request: CheckInNumbers) -> Reply:
    """Kept at once where all of it is clear and of today; else the form shows what was understood."""
    rest = " ".join(request.not_understood)
    if not (rest or request.doubts or request.is_of_yesterday):
        return keep_numbers(turn, request)
    day = turn.member.today(turn.now) - timedelta(days=1 if request.is_of_yesterday else 0)
    return open_round(turn, day, typed=request, rest=rest)


def on_status_typed(turn: Turn, request: CheckInStatus) -> Reply:
    if not request.not_understood:
        return status(turn, request.week)
    text, blocks = checkin_help(turn.t, not_understood=" ".join(request.not_understood))
    return Reply(text=text, blocks=blocks)


def on_open(turn: Turn, press: Press) -> Reply:
    """*press.value* may name a day, or a strategy and a day: yesterday's invitation opens yesterday's round."""
    refuse_guest(turn)
    strategy_id, _, day = press.value.rpartition(":")
    turn = turn_on(turn, strategy_id) if strategy_id else turn
    wanted = date.fromisoformat(day) if day else turn.member.today(turn.now)
    return open_round(turn, wanted, home=press.from_home)


def open_round(
    turn: Turn, day: date, *, typed: CheckInNumbers | None = None, rest: str = "", home: bool = False
) -> Reply:
    strategy = turn.the_strategy()
    found = round_of(turn.store, strategy, turn.member, day, now=turn.now)
    if typed is not None:
        found = views.filled(found, strategy.id, turn.member.id, typed)
    meta = {"channel": strategy.channel_id, "home": home}
    form = views.round_form(turn.t, found, rest=rest, meta=meta)
    return Reply(modal=form)


def on_rhythm_typed(turn: Turn, request: ChooseRhythm) -> Reply:
    """How often they are asked, in the strategy of the channel; the settings of the Home tab show what holds."""
    if request.not_understood:
        text, blocks = checkin_help(turn.t, not_understood=" ".join(request.not_understood))
        return Reply(text=text, blocks=blocks)
    strategy = turn.the_strategy()
    member = choose_rhythms(turn.store, turn.member.id, {strategy.id: request.rhythm}, now=turn.now)
    with turn.store.transaction() as tx:
        name = name_among(tx, member, strategy)
    return Reply(text=said_rhythm(turn.t, request.rhythm, two_days(member), name=name))


def keep_numbers(turn: Turn, typed: CheckInNumbers) -> Reply:
    wish = RoundWish(
        day=turn.member.today(turn.now),
        received=typed.received,
        answered=typed.answered,
        answered_older=typed.answered_older,
        replied=typed.replied,
        minutes=typed.minutes,
        learned=typed.learned or None,
        plan_reviewed=typed.plan_reviewed,
    )
    text, blocks = views.round_done(
        turn.t, save_round(turn.store, turn.the_strategy(), turn.member, wish, now=turn.now)
    )
    return Reply(text=text, blocks=blocks)


def on_round_submitted(turn: Turn, form: Form) -> Reply:
    refuse_guest(turn)
    numbers = {name: number(form, name) for name in NUMBERS}
    wish = RoundWish(
        day=date.fromisoformat(str(form.meta["day"])),
        **numbers,
        unanswered=form.text("unanswered"),
        voices=form.text("voices"),
        learned=form.text("learned"),
        plan_reviewed="yes" in (form.values.get("plan_reviewed") or ()),
        is_whole=True,
        ticked=tuple(form.values.get("questions") or ()),
        steps=tuple(form.values.get("steps") or ()),
    )
    try:
        saved = save_round(turn.store, turn.the_strategy(), turn.member, wish, now=turn.now)
    except UserError as error:
        if error.key != "round-answered-more":
            raise
        return Reply(errors={"answered": turn.t("round-answered-more", **error.params)})
    finish_day_steps(**turn.act, parts=form.values.get("checklist") or ())
    text, blocks = views.round_done(turn.t, saved)
    return Reply(modal=views.notice(turn.t, text, blocks, channel_id=turn.channel_id))


def number(form: Form, name: str) -> int | None:
    typed = form.text(name)
    return int(typed) if typed else None


def status(turn: Turn, week: Week | None) -> Reply:
    strategy = turn.the_strategy()
    wanted = week or Week.of(strategy.today(turn.now))
    found = team_week(turn.store, strategy, wanted, now=turn.now, is_holiday=is_holiday)
    text, blocks = views.week_status(turn.t, found)
    return Reply(text=text, blocks=blocks)
