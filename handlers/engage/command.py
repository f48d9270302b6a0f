"""`/checkin`: the daily engagement round, the team's week, absences."""

from datetime import date, timedelta

from bot.domain.engage.check_ins import NUMBERS
from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Week
from bot.language import parse_checkin, unescaped
from bot.language.requests import (
    Away,
    BackAgain,
    CheckInNumbers,
    CheckInRequest,
    CheckInStatus,
    Help,
    NoteQuestion,
    OpenForm,
)
from bot.services.engage.rounds import (
    RoundWish,
    ask_question,
    be_away,
    be_back,
    coming,
    round_of,
    save_round,
    team_week,
)
from bot.services.people.sight import is_shut_out
from bot.services.plan.holidays import is_holiday
from handlers.asking import asked_above
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.turns import turn_on
from handlers.views.engage import rounds as views
from handlers.views.kit import clip, escape, section
from handlers.views.lengths import PHRASE


def register(on: Listeners) -> None:
    on.command("checkin", on_command)
    on.press("checkin.open", on_open)
    on.press("checkin.status", lambda turn, press: status(turn, None))
    on.press("checkin.away", lambda turn, press: away_form(turn, home=press.from_home))
    on.press("checkin.back", on_back)
    on.submit("checkin", on_round_submitted)
    on.submit("away", on_away_submitted)


def on_command(turn: Turn, text: str) -> Reply:
    t, zone = turn.t, turn.member.zone
    request = parse_checkin(text, now=turn.now, zone=zone, french=t.language == "fr", dates=t.date_order)
    refuse_guest(turn)
    return asked_above(t, answer(turn, request, text), request)


def answer(turn: Turn, request: CheckInRequest, text: str) -> Reply:
    rest = " ".join(request.not_understood)
    match request:
        case OpenForm():
            return open_round(turn, turn.member.today(turn.now))
        case CheckInNumbers() if not (rest or request.doubts or request.is_of_yesterday):
            return keep_numbers(turn, request)
        case CheckInNumbers(is_of_yesterday=is_of_yesterday):
            day = turn.member.today(turn.now) - timedelta(days=1 if is_of_yesterday else 0)
            return open_round(turn, day, typed=request, rest=rest)
        case CheckInStatus() if not rest:
            return status(turn, request.week)
        case Away(first=first, last=last) if first and last:
            return away_form(turn, days=(first, last)) if request.doubts else keep_absence(turn, first, last)
        case BackAgain() if not rest:
            return on_back(turn, None)
        case Away() | BackAgain():
            return away_form(turn, rest=rest)
        case NoteQuestion():
            return note_question(turn, request.text)
        case Help() | CheckInStatus():
            text, blocks = views.checkin_help(turn.t, not_understood=rest)
            return Reply(text=text, blocks=blocks)
        case _:
            text, blocks = views.checkin_help(turn.t, not_understood=unescaped(text))
            return Reply(text=text, blocks=blocks)


def refuse_guest(turn: Turn) -> None:
    if turn.member.is_guest:
        raise UserError("guest")


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
    found = round_of(turn.store, strategy, turn.member, day)
    if typed is not None:
        found = views.filled(found, strategy.id, turn.member.id, typed)
    meta = {"channel": strategy.channel_id, "home": home}
    form = views.round_form(turn.t, found, team=teammates(turn), rest=rest, meta=meta)
    return Reply(modal=form)


def teammates(turn: Turn) -> list[Member]:
    """The others of the round, to whom a question can be given."""
    ids = [each for each in turn.the_strategy().round_ids if each != turn.member.id]
    with turn.store.transaction() as tx:
        found = [tx.members.find(each) for each in ids if not is_shut_out(tx, each, turn.the_strategy())]
    return [member for member in found if member and member.can_be_messaged]


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
        answers={key[2:]: str(value) for key, value in form.values.items() if key.startswith("q.") and value},
    )
    try:
        saved = save_round(turn.store, turn.the_strategy(), turn.member, wish, now=turn.now)
    except UserError as error:
        if error.key != "round-answered-more":
            raise
        return Reply(errors={"answered": turn.t("round-answered-more", **error.params)})
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


def keep_absence(turn: Turn, first: date, last: date) -> Reply:
    text, blocks = views.away_saved(turn.t, be_away(turn.store, turn.member.id, first, last, now=turn.now))
    return Reply(text=text, blocks=blocks)


def away_form(turn: Turn, *, days: tuple[date, date] | None = None, rest: str = "", home: bool = False) -> Reply:
    """With the first and last of *days*, else with tomorrow as the first one."""
    first, last = days or (turn.member.today(turn.now) + timedelta(days=1), None)
    absences = coming(turn.member, turn.now)
    meta = {"channel": turn.channel_id, "home": home}
    form = views.away_form(turn.t, absences, first=first, last=last, rest=rest, meta=meta)
    return Reply(modal=form)


def on_away_submitted(turn: Turn, form: Form) -> Reply:
    first, last = date.fromisoformat(form.text("first")), date.fromisoformat(form.text("last"))
    if last < first:
        return Reply(errors={"last": turn.t("refusal-away-order")})
    if last < turn.member.today(turn.now):
        return Reply(errors={"last": turn.t("refusal-away-over")})
    saved = be_away(turn.store, turn.member.id, first, last, now=turn.now)
    text, blocks = views.away_saved(turn.t, saved)
    return Reply(modal=views.notice(turn.t, text, blocks, channel_id=turn.channel_id))


def on_back(turn: Turn, press: Press | None) -> Reply:
    be_back(turn.store, turn.member.id, now=turn.now)
    text = turn.t("away-ended")
    if press is not None and press.view_id and not press.from_home:
        view = views.notice(turn.t, text, [section(text)], channel_id=turn.channel_id)
        return Reply(modal=view, in_place=True)
    return Reply(text=text, blocks=[section(text)], in_place=bool(press and press.from_ephemeral))


def note_question(turn: Turn, text: str) -> Reply:
    question = ask_question(turn.store, turn.the_strategy(), turn.member, text, now=turn.now)
    said = turn.t("question-kept", what=escape(clip(question.text, PHRASE)))
    return Reply(text=said, blocks=[section(said)])
